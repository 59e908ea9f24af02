"""Find the Chromium that the browser tests drive."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)


def chromium_path() -> str | None:
    """Return an installed Chromium or Chrome, else the one that Playwright has downloaded, else None."""
    installed = [found for name in NAMES if (found := shutil.which(name))]
    applications = [str(path) for path in APPLICATIONS if path.exists()]
    return next(iter([*installed, *applications]), None) or _downloaded()


def _downloaded() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
