"""Turn the built site into the pictures of the README: `python tools/screenshots.py`."""

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.browser import chromium_path  # noqa: E402
from support.serving import served  # noqa: E402

IMAGES = ROOT / "docs" / "images"
PAGES = {
    "home": "",
    "timeline": "timeline/",
    "article": "articles/shootout-at-la-laguna/",
    "dossier": "people/nemesio-oseguera-cervantes/",
    "map": "map/",
    "network": "network/",
}
SCREENS: dict[str, tuple[int, int, Literal["light", "dark"]]] = {
    "desktop": (1280, 900, "light"),
    "phone": (390, 800, "light"),
    "dark": (1280, 900, "dark"),
}


def take(browser: Browser, address: str, screen: str) -> None:
    """Write one picture of each page as this screen shows it."""
    width, height, scheme = SCREENS[screen]
    with browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme) as context:
        page = context.new_page()
        for name, path in PAGES.items():
            page.goto(f"{address}/{path}", wait_until="networkidle")
            page.screenshot(path=IMAGES / f"{name}-{screen}.png")
            print(f"docs/images/{name}-{screen}.png")


def main() -> None:
    """Write all pictures into `docs/images/`; the site must have been built."""
    if not (ROOT / "site" / "index.html").exists():
        sys.exit("build the site first: python build.py")
    IMAGES.mkdir(parents=True, exist_ok=True)
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        for screen in SCREENS:
            take(browser, address, screen)
        browser.close()


if __name__ == "__main__":
    main()
