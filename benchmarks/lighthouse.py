"""Turn the address of a page into what Lighthouse says of it, on the telephone that Lighthouse makes believe.

Its defaults: 412 × 823 pixels, a network of 1.6 Mbit/s and 150 ms, a processor slowed down four times, both simulated
from one unthrottled visit (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md).
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

VERSION = "13.5.0"
_ENTRY = Path("node_modules/lighthouse/cli/index.js")
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Lighthouse says of a page."""

    performance: float
    """0 to 100."""
    blocking: float
    """Total blocking time, milliseconds."""
    shift: float
    """Cumulative layout shift."""
    accessibility: float
    """0 to 100."""
    faults: tuple[str, ...]
    """The audits of accessibility that failed."""


def find_lighthouse() -> Path | None:
    """Return the program's entry in the user's cache, installed with npm where that is to be had; None where not."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "dateline" / f"lighthouse-{VERSION}"
    if not (folder / _ENTRY).is_file() and shutil.which("npm") and shutil.which("node"):
        folder.mkdir(parents=True, exist_ok=True)
        quiet = ["--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
        subprocess.run(["npm", "install", "--prefix", str(folder), *quiet, f"lighthouse@{VERSION}"], check=False)  # noqa: S607
    return folder / _ENTRY if (folder / _ENTRY).is_file() else None


def judge(entry: Path, url: str, chromium: str, rounds: int) -> Verdict:
    """Return the medians of some rounds, and every fault of accessibility that any of them found."""
    return middle([read_verdict(_run(entry, url, chromium)) for _ in range(rounds)])


def read_verdict(report: Mapping[str, Any]) -> Verdict:
    """Return what a report says.

    Raises ValueError where the page could not be judged.
    """
    if report.get("runtimeError"):
        raise ValueError(f"Lighthouse: {report['runtimeError'].get('message')}")
    categories, audits = report["categories"], report["audits"]
    about = {each["id"] for each in categories["accessibility"]["auditRefs"] if each["weight"]}
    return Verdict(
        100 * categories["performance"]["score"],
        audits["total-blocking-time"]["numericValue"],
        audits["cumulative-layout-shift"]["numericValue"],
        100 * categories["accessibility"]["score"],
        tuple(sorted(name for name in about if audits[name]["score"] == 0)),
    )


def middle(rounds: Iterable[Verdict]) -> Verdict:
    """Return the median of each figure, and all faults."""
    found = list(rounds)

    def mid(figure: Callable[[Verdict], float]) -> float:
        return median(map(figure, found))

    faults = tuple(sorted({fault for each in found for fault in each.faults}))
    return Verdict(
        mid(lambda each: each.performance),
        mid(lambda each: each.blocking),
        mid(lambda each: each.shift),
        mid(lambda each: each.accessibility),
        faults,
    )


def _run(entry: Path, url: str, chromium: str) -> dict[str, Any]:
    options = ["--output=json", "--output-path=stdout", "--only-categories=performance,accessibility", "--quiet"]
    command = ["node", str(entry), url, *options, f"--chrome-flags={_FLAGS}"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=180)
    report: dict[str, Any] = json.loads(done.stdout)
    return report
