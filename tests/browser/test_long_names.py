"""Names and words of any length are broken, and make no page wider than the window."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.built_site import build_into

pytestmark = pytest.mark.browser

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
NAME = "Wolfeschlegelsteinhausenbergerdorff-Schwarzenberg-Hohenlohe"
PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
SOURCE = f"{{title: {WORD}, publisher: {WORD}, url: 'https://example.org/{'a' * 90}'}}"
EVENT = (
    "  - {{date: {date}, title: {title}, status: disputed, places: [llan], entities: [ddsg, wolfe], sources: [q]}}\n"
)
ARTICLE = (
    f"---\ntitle: Die {WORD}\nsummary: {WORD} und {NAME}.\ntags: [{WORD}]\n"
    f"sources: [{SOURCE.replace('{title', '{id: q, title')}]\n"
    f"corrections: [{{date: 2023-01-12, note: {WORD}}}]\nevents:\n"
    + "".join(EVENT.format(date=date, title=f"{WORD} {date}") for date in (2018, "2019-05", "unknown"))
    + f"---\n{WORD} und {NAME} in {PLACE}.\n\n## {WORD}\n\nhttps://example.org/{'b' * 90}\n"
)
FILES = {
    "site.toml": f'title = "{WORD}"\n',
    "articles/2022-12-31-lang.md": ARTICLE,
    "groups/ddsg.md": f"---\nname: {WORD}\nrelations: [{{type: member of, entity: wolfe, source: {SOURCE}}}]\n---\n",
    "people/wolfe.md": f"---\nname: {NAME}\n---\n",
    "places/llan.md": f"---\nname: {PLACE}\ncoordinates: [53.22, -4.2]\n---\n",
    "pages/about.md": f"---\ntitle: {WORD}\n---\nNothing.\n",
}


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_window(
    browser: Browser, origin: str, web_folder: Path, tmp_path: Path, width: int
) -> None:
    """Not one of the site."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    site = web_folder / f"long-{width}"
    build_into(site, tmp_path)
    with browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False) as context:
        page = context.new_page()
        for path in sorted(site.rglob("index.html")):
            page.goto(f"{origin}/{path.relative_to(web_folder).as_posix()}")
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width, path.relative_to(site)
