"""The number beside a companion opens the entries that both are in."""

import re

import pytest
from support.site import Site, render

PEOPLE = {f"people/{slug}.md": f"---\nname: {name}\n---\n" for slug, name in (("ana", "Ana Gil"), ("bob", "Bob Roe"))}
ROW = re.compile(r"<li><a class=\"chip.*?</details></li>", re.DOTALL)


def rows(site: Site, path: str) -> list[str]:
    """Return the rows of the list of companions on a dossier."""
    return ROW.findall(site.page(f"{path}/index.html").partition('id="with"')[2])


@pytest.mark.parametrize(("shared", "shown", "earlier"), [(1, 1, False), (10, 10, False), (11, 10, True)])
def test_every_entry_that_is_counted_can_be_opened(shared: int, shown: int, earlier: bool) -> None:
    """Of very many the latest, each on its line of the dossier."""
    articles = {
        f"articles/2020-01-{day:02d}-a{day}.md": f"---\ntitle: On day {day}\n---\nAna Gil met Bob Roe.\n"
        for day in range(1, shared + 1)
    }
    site = render({**PEOPLE, **articles, "articles/2020-02-01-b.md": "---\ntitle: Alone\n---\nAna Gil left.\n"})
    (row,) = rows(site, "people/ana")
    anchors = re.findall(r'<a href="#([^"]+)"', row)
    page = site.page("people/ana/index.html")
    assert f'<span class="count">{shared}<' in row
    assert len(anchors) == shown
    assert all(page.count(f'<li class="entry" id="{anchor}"') == 1 for anchor in anchors)
    assert ("1 earlier" in row) == earlier
    assert "Alone" not in row


def test_a_place_shows_what_is_named_with_it_but_lies_neither_in_nor_around_it() -> None:
    """Those are told already: what it is part of, and what is part of it."""
    places = {
        f"places/{name.lower()}.md": f"---\nname: {name}\n{'part_of: ' + whole if whole else ''}\n---\n"
        for name, whole in (("Porto", "brasil"), ("Brasil", ""), ("Quay", "porto"), ("Olinda", ""))
    }
    article = "---\ntitle: Rain\n---\nIn Porto, Brasil, and on its Quay, as in Olinda, Ana Gil saw rain.\n"
    page = render({**PEOPLE, **places, "articles/2020-01-01-a.md": article}).page("places/porto/index.html")
    around = page.partition("Places named with it")[2].partition("</section>")[0]
    assert re.findall(r"<bdi>(.*?)</bdi>", around) == ["Olinda"]
