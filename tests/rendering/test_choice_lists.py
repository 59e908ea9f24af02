"""All tags, and all statuses, stand in a list that says how many entries have each, and when these were."""

import re
from dataclasses import replace
from datetime import date

from support.site import OPTIONS, Site, dead_links, render

from dateline.rendering.choice_lists import MOST_SPARKS

FILES = {
    "articles/2019-01-01-a.md": "---\ntitle: Rain\ntags: [storms, boats]\n---\nIt rained.\n",
    "articles/2020-03-02-b.md": (
        "---\ntitle: Wind\ntags: [Storms]\nevents: [{date: 2018, title: A gale, status: alleged}]\n---\nMore.\n"
    ),
}


def row(site: Site, kind: str, name: str) -> str:
    """Return the row of a tag or status in its list."""
    rows: list[str] = re.findall(r"<tr>.*</tr>", site.page(f"{kind}/index.html"))
    return next(each for each in rows if f"../{kind}/{name}/" in each)


def cells(html: str) -> list[str]:
    """Return what the cells of a row say, without elements."""
    return [re.sub(r"<[^>]*>", "", each) for each in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", html)]


def test_each_has_a_row_with_its_entries_and_when_they_were() -> None:
    """A tag as it was written first, from its first entry to its last; the fullest bar of all is the highest."""
    site = render(FILES)
    assert cells(row(site, "tags", "storms")) == ["Storms2018 to January 2019", "2", "2018", "January 2019", ""]
    assert cells(row(site, "tags", "boats")) == ["boatsJanuary 2019", "1", "January 2019", "January 2019", ""]
    assert row(site, "tags", "storms").count("<path") == 3
    assert dead_links(site) == []


def test_a_status_is_drawn_as_everywhere() -> None:
    """As a word with its bar; what nothing has is not listed."""
    site = render(FILES)
    assert '<a href="../statuses/alleged/"><span class="status alleged">alleged</span></a>' in row(
        site, "statuses", "alleged"
    )
    assert "denied" not in site.page("statuses/index.html")


def test_what_is_still_to_come_is_not_the_last() -> None:
    """It counts among the entries."""
    files = {**FILES, "articles/2021-05-04-c.md": "---\ntitle: Sun\ntags: [boats]\n---\nIt will shine.\n"}
    site = render(files, replace(OPTIONS, today=date(2021, 1, 1), future=True))
    assert cells(row(site, "tags", "boats"))[1:4] == ["2", "January 2019", "January 2019"]


def test_very_many_tags_have_no_bars() -> None:
    """Their list is one page."""
    tags = ", ".join(f"t{number}" for number in range(MOST_SPARKS + 1))
    page = render({"articles/2019-01-01-a.md": f"---\ntitle: Rain\ntags: [{tags}]\n---\nIt rained.\n"})
    html = page.page("tags/index.html")
    assert html.count("<tr>") == MOST_SPARKS + 2
    assert "spark" not in html
    assert "undated" not in html
