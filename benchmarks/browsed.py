"""Turn the pages of a site, opened in a Chromium, into figures: when they answer, what they load, what readers find."""

import gzip
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

from benchmarks.event_site import Happened
from benchmarks.gzipped import LEVEL, gzipped

TABS = 12
SOUGHT = "council"
"""What is typed into the filter: a word of many names."""
_QUIET = 3000  # milliseconds without a long task, after which a page is taken to have settled

# Long tasks are those of more than 50 ms (https://www.w3.org/TR/longtasks-1/).
_WATCH = """
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longTasks.push([task.startTime, task.duration]);
  }).observe({ type: "longtask", buffered: true });
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifts += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
_SETTLED = """async (quiet) => {
  const last = () => Math.max(0, ...window.longTasks.map(([start, length]) => start + length));
  while (performance.now() - Math.max(last(), performance.timing.loadEventEnd - performance.timeOrigin) < quiet)
    await new Promise((go) => setTimeout(go, 200));
  const [visit] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  const blocking = window.longTasks.map(([, length]) => length - 50).reduce((one, other) => one + other, 0);
  return [Math.max(visit.domContentLoadedEventEnd, paint ? paint.startTime : 0, last()), blocking, window.shifts];
}"""
_FOCUSED = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "";
  window.stops ??= new Map();
  if (!window.stops.has(at)) window.stops.set(at, String(window.stops.size + 1));
  return window.stops.get(at);
}"""
_FILTERED = """() => performance.getEntriesByName("dateline-filter").map((each) => each.duration)"""
_ENTRIES = """() => {
  const words = (each, name) => each.querySelector(name)?.innerText.trim() ?? "";
  const entries = [...document.querySelectorAll(".entry")];
  return entries.map((each) => [words(each, ".entry-date"), words(each, ".entry-title")]);
}"""
_TYPED = """(selector) => {
  window.keys = [];
  new PerformanceObserver((list) => {
    for (const each of list.getEntries()) window.keys.push(each.duration);
  }).observe({ type: "event", durationThreshold: 16 });
  document.querySelector(selector).focus();
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What opening a page takes, on this machine as it is."""

    interactive: float
    """Milliseconds until it is there, painted, and its last long task is over."""
    blocking: float
    """What its long tasks take beyond 50 ms each, milliseconds."""
    shift: float
    html: int
    """Its bytes, gzipped."""
    scripts: int
    """The bytes of all scripts that it loads by itself, gzipped."""


@dataclass(frozen=True, slots=True)
class Filtering:
    """What it takes to filter a timeline, milliseconds; the longest of a word's letters."""

    own: float | None
    """What the page measures itself (`performance.measure("dateline-filter")`); None where it measures nothing."""
    painted: float
    """From a key to the next paint, in steps of 8."""


def kinds_of_pages(site: Path) -> dict[str, str]:
    """Return the heaviest page of each kind by the name of the kind: the path from the root of the site."""
    kinds: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        if b'http-equiv="refresh"' not in file.read_bytes()[:2000]:
            kinds[_kind(path)] = max(kinds.get(_kind(path), (0, "")), (len(gzipped(file)), path))
    return {kind: path for kind, (_, path) in kinds.items()}


def _kind(path: str) -> str:
    first, *rest = path.split("/")
    return f"/{first}/…" if len(rest) > 1 else f"/{path}"


def heaviest(site: Path) -> tuple[int, str]:
    """Return the gzipped bytes of the heaviest page, and where it is."""
    return max((len(gzipped(file)), file.relative_to(site).as_posix()) for file in site.rglob("*.html"))


def visit(browser: Browser, url: str) -> Visit:
    """Open a page in a fresh profile and wait until it has settled."""
    with browser.new_context(viewport={"width": 412, "height": 823}) as context:
        page = context.new_page()
        page.add_init_script(_WATCH)
        scripts: list[Response] = []
        page.on("response", lambda answer: scripts.append(answer) if answer.request.resource_type == "script" else None)
        answer = page.goto(url)
        interactive, blocking, shift = page.evaluate(_SETTLED, _QUIET)
        return Visit(interactive, blocking, shift, _sent(answer), sum(map(_sent, scripts)))


def _sent(answer: Response | None) -> int:
    return len(gzip.compress(answer.body(), LEVEL, mtime=0)) if answer and answer.ok else 0


def filter_timeline(browser: Browser, url: str) -> Filtering | None:
    """Type a word into the filter of a timeline; None where there is none."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(url)
        box = page.locator(".filter input[type=search], .filter input[type=text]").first
        if not box.count():
            return None
        page.evaluate(
            "document.querySelectorAll('.filter').forEach((each) => { each.hidden = false; each.open = true; })"
        )
        page.evaluate(_TYPED, ".filter input[type=search], .filter input[type=text]")
        page.wait_for_timeout(1000)  # what the filter loads when it is first used
        page.keyboard.type(SOUGHT, delay=400)
        page.wait_for_timeout(500)
        own, painted = page.evaluate(_FILTERED), page.evaluate("window.keys")
        return Filtering(max(own, default=None), max(painted, default=0))


def tab_stops(browser: Browser, url: str) -> int:
    """Return how many different elements twelve presses of Tab reach."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(url)
        return len({_press_tab(page) for _ in range(TABS)} - {""})


def _press_tab(page: Page) -> str:
    page.keyboard.press("Tab")
    return str(page.evaluate(_FOCUSED))


def readable(browser: Browser, site: Path, origin: str, events: list[Happened]) -> int:
    """Return how many events have their headline on a page of the timeline, beside a date, with scripts off."""
    shown: set[str] = set()
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for file in sorted((site / "timeline").rglob("index.html")):
            page.goto(f"{origin}/{file.parent.relative_to(site).as_posix()}/")
            shown |= {title for date, title in page.evaluate(_ENTRIES) if date}
    return sum(event.title in shown for event in events)
