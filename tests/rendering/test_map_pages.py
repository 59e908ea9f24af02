"""All places stand on one map and in one list."""

import re

import pytest
from support.keyed import keyed_pages
from support.site import Site, dead_links, render

FILES = {
    "articles/2020-07-18-port.md": "---\ntitle: Rain\n---\nIt rained in Porto Velho, in Porto Velho and in Brazil.\n",
    "articles/2020-07-19-hill.md": "---\ntitle: Sun\n---\nPorto Velho was dry.\n",
    "places/brazil.md": "---\nname: Brazil\ncoordinates: [-10, -55]\n---\n",
    "places/porto.md": "---\nname: Porto Velho\npart_of: brazil\ncoordinates: [-8.76, -63.9]\n---\n",
    "places/hill.md": "---\nname: Hill & Co\n---\n",
    "people/ann.md": "---\nname: Ann\n---\n",
}
CHANGES = {
    "a name": ("places/porto.md", "name: Porto Velho", "name: Porto Novo"),
    "coordinates": ("places/porto.md", "-8.76", "-8.9"),
    "an area": ("places/porto.md", "part_of: brazil", "part_of: brazil\narea: true"),
    "what is part of it": ("places/porto.md", "part_of: brazil\n", ""),
    "a mention": ("articles/2020-07-19-hill.md", "Porto Velho", "The town"),
}


@pytest.fixture(scope="module")
def site() -> Site:
    """Two places with coordinates, and one without."""
    return render(FILES)


def test_each_place_is_a_mark_that_leads_to_its_dossier(site: Site) -> None:
    """An area, then spots: a ring, then a triangle; each says its name and its number of entries."""
    page = site.page("map/index.html")
    found = re.findall(r'<a class="mark place" href="([^"]+)" aria-label="([^"]+)".*?<(circle|path)', page)
    assert found == [
        ("../places/brazil/", "place: Brazil, 1 entry", "circle"),
        ("../places/porto/", "place: Porto Velho, 2 entries", "path"),
    ]
    assert dead_links(site) == []
    assert site.problems == ()


def test_the_list_holds_all_places(site: Site) -> None:
    """By name, with what they are part of and where they are; one without coordinates too."""
    page = site.page("map/index.html")
    rows = [re.sub(r"<[^>]+>", "|", row) for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", page)]
    cells = [[cell for cell in row.split("|") if cell and not cell.startswith("place")] for row in rows]
    assert cells == [
        ["Brazil", "1", "10° S, 55° W"],
        ["Hill &amp; Co", "0", "not given"],
        ["Porto Velho", "2", "Brazil", "8.76° S, 63.9° W"],
    ]
    assert "2 places, each as large as the number of entries that name it. One without coordinates is in the" in page


def test_a_theme_without_outlines_says_nothing_of_borders(site: Site) -> None:
    """The marks are there all the same."""
    page = site.page("map/index.html")
    assert "Triangle: a spot. Dashed ring: a country or a region" in page
    assert "Natural Earth" not in page
    assert 'class="land"' not in page


def test_every_page_leads_to_the_map(site: Site) -> None:
    """In its head."""
    for path in (path for path in site.outputs if path.endswith(".html")):
        assert '/map/"' in site.page(path).partition("<main")[0], path


def test_a_site_without_coordinates_has_no_map() -> None:
    """And no link to one."""
    files = {path: text for path, text in FILES.items() if path not in ("places/brazil.md", "places/porto.md")}
    site = render(files)
    assert "map/index.html" not in site.outputs
    assert "/map/" not in site.page("index.html")


@pytest.mark.parametrize(("path", "before", "after"), CHANGES.values(), ids=CHANGES)
def test_what_the_map_shows_is_in_its_key(path: str, before: str, after: str) -> None:
    """The bytes differ only where the keys do, on the map and in the dossiers with small maps."""
    assert before in FILES[path]
    pages, others = keyed_pages(FILES), keyed_pages({**FILES, path: FILES[path].replace(before, after)})
    assert pages["map/index.html"].key != others["map/index.html"].key
    for name in pages.keys() & others.keys():
        assert pages[name].html == others[name].html or pages[name].key != others[name].key, name
