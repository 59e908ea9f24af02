"""The timeline is read by when things happened and by when they were reported; each page leads to the other."""

import re

from support.site import Site, dead_links, render

from dateline.rendering.sections import LONGEST

WAYS = re.compile(r'<nav class="clocks".*?</nav>', re.DOTALL)
WAY = re.compile(r'<a href="([^"]*)"(?: aria-current="(\w+)")?>([^<]*)</a>')
PLACE = re.compile(r'<section class="year" id="(?:y(\w+)|undated)"|<li class="entry" id="([^"]+)"')


def article(date: str, *events: str) -> str:
    """Return the file of an article with events at these dates."""
    listed = "".join(f"\n  - {{date: '{when}', title: E}}" for when in events)
    return f"---\ntitle: T\ndate: {date}\n" + (f"events:{listed}\n" if events else "") + "---\nText.\n"


def ways(site: Site, path: str) -> list[tuple[str, ...]]:
    """Return where the links between the ways lead on a page, which is its own, and their words."""
    found = WAYS.search(site.page(path))
    return WAY.findall(found[0]) if found else []


def rows(site: Site, path: str) -> list[tuple[str, str]]:
    """Return the entries of a page by their ids, each with the year under which it stands; '' for the undated."""
    found, year = [], ""
    for match in PLACE.finditer(site.page(path)):
        if match[2]:
            found.append((match[2], year))
        else:
            year = match[1] or ""
    return found


def test_each_way_leads_to_the_other() -> None:
    """And says which one the page is."""
    site = render({"articles/a.md": article("2022-08-01", "2019")})
    here, there = ("by when it happened", "by when it was reported")
    assert ways(site, "timeline/index.html") == [("../timeline/", "page", here), ("../timeline/published/", "", there)]
    assert ways(site, "timeline/published/index.html") == [
        ("../../timeline/", "", here),
        ("../../timeline/published/", "page", there),
    ]
    assert dead_links(site) == []


def test_where_nothing_tells_of_an_event_there_is_one_way() -> None:
    """What was published happened when it was published."""
    site = render({"articles/a.md": article("2022-08-01")})
    assert ways(site, "timeline/index.html") == []
    assert "timeline/published/index.html" not in site.outputs


def test_each_row_stands_under_the_year_by_which_its_page_is_cut() -> None:
    """An undated event is without one where it stands by when it happened, and closes that page."""
    site = render({"articles/a.md": article("2022-08-01", "unknown", "2019", "198X")})
    assert rows(site, "timeline/index.html") == [("a.e-3", "198X"), ("a.e-2", "2019"), ("a.e", "")]
    assert rows(site, "timeline/published/index.html") == [
        ("a.e-3", "2022"),
        ("a.e-2", "2022"),
        ("a.e", "2022"),
    ]


def test_long_ones_are_cut_and_hold_the_undated_in_a_group_of_their_own() -> None:
    """Each cut by its own dates; on every page the way that it belongs to is marked."""
    many = [f"{1900 + 10 * (n % 3)}" for n in range(LONGEST)]
    site = render(
        {
            "articles/a.md": article("2021-05-01", *many[:50], "unknown"),
            "articles/b.md": article("2022-06-01", *many[50:], "unknown"),
        }
    )
    pages = sorted(path for path in site.outputs if path.startswith("timeline/"))
    assert pages == [
        "timeline/1900/index.html",
        "timeline/1910/index.html",
        "timeline/1920/index.html",
        "timeline/index.html",
        "timeline/published/2021/index.html",
        "timeline/published/2022/index.html",
        "timeline/published/index.html",
        "timeline/undated/index.html",
    ]
    assert [row[0] for row in rows(site, "timeline/undated/index.html")] == ["a.e-51", f"b.e-{LONGEST - 49}"]
    assert [current for _, current, _ in ways(site, "timeline/undated/index.html")] == ["true", ""]
    assert [current for _, current, _ in ways(site, "timeline/published/2021/index.html")] == ["", "true"]
    assert "2 entries that no article dates." in site.page("timeline/undated/index.html")
    assert "when it happened is not known" in site.page("timeline/published/2021/index.html")
    assert dead_links(site) == []
