"""A built site, a server that serves it below a sub-path, and a real Chromium to open it in."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from support.browser import chromium_path
from support.built_site import ROOT, build_into
from support.serving import served

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def web_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to serve, the repository's own site in `repo/`, as GitHub Pages would serve a project."""
    folder = tmp_path_factory.mktemp("web")
    build_into(folder / "repo", ROOT / "content")
    return folder


@pytest.fixture(scope="session")
def origin(web_folder: Path) -> Iterator[str]:
    """The origin of a server on a free port of this machine."""
    with served(web_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; without one the tests are skipped, but never where CI runs them."""
    path = chromium_path()
    if path is None:
        message = "no Chromium found; `make browser` installs one"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh browser profile, 1280 pixels wide."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab."""
    return context.new_page()


@pytest.fixture(scope="session")
def page_paths(web_folder: Path) -> tuple[str, ...]:
    """The URL path of every page of the built site, from the origin."""
    files = sorted((web_folder / "repo").rglob("*.html"))
    return tuple("/" + file.relative_to(web_folder).as_posix().removesuffix("index.html") for file in files)


@pytest.fixture(scope="session")
def one_of_each(page_paths: tuple[str, ...]) -> tuple[str, ...]:
    """One page of each kind: the first of every pattern of URL."""
    kinds: dict[str, str] = {}
    for path in page_paths:
        parts = path.removeprefix("/repo/").split("/")
        shape = parts[0] + "/*" if len(parts) > 2 else path
        kinds.setdefault(shape, path)
    return tuple(kinds.values())
