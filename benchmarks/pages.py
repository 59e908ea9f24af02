"""Build a site of 500 events and one of 10,000, open their pages in a Chromium, and print what a reader waits for.

    python benchmarks/pages.py [--events 500 10000] [--rounds 3] [--only KIND …] [--no-lighthouse] [--folder FOLDER]

The heaviest page of each kind is opened on this machine as it is, and the timeline is filtered. Of sites of up to 1,000
events Lighthouse judges the same pages, as a telephone sees them. The sites are kept in FOLDER and built again where
Dateline or its theme has changed. docs/performance.md says what each figure is.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.browsed import (
    Filtering,
    Visit,
    filter_timeline,
    heaviest,
    kinds_of_pages,
    readable,
    tab_stops,
    visit,
)
from benchmarks.event_site import build_site, write_events
from benchmarks.gzipped import serving
from benchmarks.lighthouse import Verdict, find_lighthouse, judge

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.browser import chromium_path

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
LARGE = 1_000  # events above which a site is measured for its size
TIMELINE = "/timeline/"


def main() -> None:
    """Measure each site, and print its tables."""
    options = _options()
    chromium = chromium_path()
    if chromium is None:
        raise SystemExit("no Chromium found; `make browser` installs one")
    for events in options.events:
        _measure(events, chromium, options)


def _measure(events: int, chromium: str, options: argparse.Namespace) -> None:
    folder = options.folder / f"events-{events}"
    told = write_events(folder, events)
    site = build_site(folder)
    kinds = {kind: path for kind, path in kinds_of_pages(site).items() if not options.only or kind in options.only}
    with serving(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        print(f"\n{events:,} events, Chromium {browser.version}\n", flush=True)
        visits = {kind: _visits(browser, f"{origin}/{path}", options.rounds) for kind, path in kinds.items()}
        print(*visit_table(visits), sep="\n", flush=True)
        stops = tab_stops(browser, origin + TIMELINE)
        filtering = filter_timeline(browser, origin + TIMELINE)
        shown = readable(browser, site, origin, told) if events <= LARGE else None
        browser.close()
        print("", *reader_table(heaviest(site), stops, filtering, shown, events), sep="\n", flush=True)
        if events <= LARGE and options.lighthouse:
            _judge(kinds, origin, chromium, options.rounds)


def _visits(browser: Browser, url: str, rounds: int) -> list[Visit]:
    return [visit(browser, url) for _ in range(rounds)]


def _judge(kinds: Mapping[str, str], origin: str, chromium: str, rounds: int) -> None:
    entry = find_lighthouse()
    if entry is None:
        print("\nLighthouse is not here (it needs Node and npm): no score is told.")
        return
    print("", *verdict_head(), sep="\n", flush=True)
    for kind, path in kinds.items():
        print(verdict_row(kind, judge(entry, f"{origin}/{path}", chromium, rounds)), flush=True)


def visit_table(visits: Mapping[str, list[Visit]]) -> Iterator[str]:
    """Return the table of what opening each kind of page takes: medians."""
    yield "| page | interactive, ms | blocked, ms | shift | page, gzipped kB | scripts, gzipped kB |"
    yield "|---|---|---|---|---|---|"
    for kind, rounds in visits.items():
        interactive = median(each.interactive for each in rounds)
        blocked, shift = median(each.blocking for each in rounds), median(each.shift for each in rounds)
        sizes = f"{rounds[0].html / 1000:.1f} | {rounds[0].scripts / 1000:.1f}"
        yield f"| {kind} | {interactive:.0f} | {blocked:.0f} | {shift:.3f} | {sizes} |"


def reader_table(
    largest: tuple[int, str], stops: int, filtering: Filtering | None, shown: int | None, events: int
) -> Iterator[str]:
    """Return the table of what else a reader finds; `shown` is None where it was not looked at."""
    yield "| figure | value |"
    yield "|---|---|"
    yield f"| heaviest page, gzipped kB | {largest[0] / 1000:.1f} ({largest[1]}) |"
    yield f"| tab stops of the timeline reached in 12 Tabs | {stops} |"
    if filtering:
        own = "not measured by the page" if filtering.own is None else f"{filtering.own:.0f}"
        yield f"| filtering, ms | {own} |"
        yield f"| from a key in the filter to the next paint, ms | {filtering.painted:.0f} |"
    if shown is not None:
        yield f"| headlines with dates, scripts off | {shown} of {events} |"


def verdict_head() -> tuple[str, str]:
    """Return the head of the table of what Lighthouse says."""
    return (
        "| page | performance | total blocking time, ms | layout shift | accessibility | faults |",
        "|---|---|---|---|---|---|",
    )


def verdict_row(kind: str, verdict: Verdict) -> str:
    """Return the row of a page."""
    figures = f"{verdict.performance:.0f} | {verdict.blocking:.0f} | {verdict.shift:.3f} | {verdict.accessibility:.0f}"
    return f"| {kind} | {figures} | {', '.join(verdict.faults) or 'none'} |"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[500, 10_000], help="one or more even numbers")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", metavar="KIND", help="kinds of pages, as the tables name them")
    parser.add_argument("--no-lighthouse", dest="lighthouse", action="store_false")
    kept = Path(tempfile.gettempdir()) / "dateline-pages"
    parser.add_argument("--folder", type=Path, default=kept, help="where the sites are kept")
    return parser.parse_args()


if __name__ == "__main__":
    main()
