"""The network draws who appears with whom and who is told to stand to whom, and its table says the same."""

import re
from itertools import pairwise

from support.site import Site, dead_links, render

NAMES = {"ana": "Ana Gil", "bob": "Bob Roe", "cem": "Cem Kaya", "dee": "Dee Lind", "eva": "Eva Moss"}
PEOPLE = {f"people/{slug}.md": f"---\nname: {name}\n---\n" for slug, name in NAMES.items()}
TOLD = {
    "articles/2019-01-01-a.md": "---\ntitle: A\n---\nAna Gil met Bob Roe.\n",
    "articles/2021-01-01-b.md": "---\ntitle: B\n---\nAna Gil met Bob Roe and Cem Kaya.\n",
    "articles/2021-06-01-c.md": "---\ntitle: C\n---\nEva Moss wrote.\n",
    "articles/2021-07-01-d.md": "---\ntitle: D\n---\nDee Lind wrote.\n",
}
LEADS = "---\nname: Dee Lind\nrelations:\n  - {type: leads, entity: ana, status: alleged}\n---\n"
TIE = re.compile(
    r'<path class="tie" d="M(\d+) (\d+)L(\d+) (\d+)" stroke-width="([\d.]+)" data-when="([^"]*)" '
    r'data-ends="(\d+) (\d+)"/>'
)
MARK = re.compile(
    r'<a class="mark (\w+)" href="[^"]*people/(\w+)/" aria-label="([^"]*)" transform="translate\((\d+) (\d+)\)">'
)
ROW = re.compile(r'<tr data-when="([^"]*)">(.*?)</tr>')


def site(**more: str) -> Site:
    """Return the site of these people; `more` are files of theirs."""
    return render({**PEOPLE, **TOLD, **{f"people/{slug}.md": text for slug, text in more.items()}})


def test_those_in_the_same_entries_are_tied() -> None:
    """The line leads from mark to mark, the wider for more; nobody stands there alone."""
    page = site().page("network/index.html")
    marks = [(slug, (x, y)) for _, slug, _, x, y in MARK.findall(page)]
    assert sorted(slug for slug, _ in marks) == ["ana", "bob", "cem"]
    ties = TIE.findall(page)
    for x1, y1, x2, y2, _, _, first, second in ties:
        assert (marks[int(first)][1], marks[int(second)][1]) == ((x1, y1), (x2, y2))
    assert [(marks[int(tie[6])][0], marks[int(tie[7])][0], tie[5]) for tie in ties] == [
        ("ana", "bob", "2019:1 2021:1"),
        ("ana", "cem", "2021:1"),
        ("bob", "cem", "2021:1"),
    ]
    assert float(ties[0][4]) > float(ties[1][4]) == float(ties[2][4])


def test_what_is_stated_is_drawn_apart_and_doubt_is_seen() -> None:
    """Also where the two are in no entry together; the words say how sure it is."""
    page = site(dee=LEADS).page("network/index.html")
    assert page.count('class="stated doubtful"') == page.count('class="stated-gap"') == 1
    *_, (when, row) = ROW.findall(page)
    assert when == ""
    assert "Led by" in row
    assert "alleged" in row
    sure = site(dee=LEADS.replace(", status: alleged", "")).page("network/index.html")
    assert 'class="stated"' in sure
    assert "doubtful" not in sure


def test_the_table_says_all_that_is_drawn() -> None:
    """One row for each tie, most entries first."""
    made = site()
    page = made.page("network/index.html")
    rows = ROW.findall(page)
    assert [when for when, _ in rows] == [tie[5] for tie in TIE.findall(page)]
    assert [re.findall(r"<bdi>(.*?)</bdi>", row) for _, row in rows] == [
        ["Ana Gil", "Bob Roe"],
        ["Ana Gil", "Cem Kaya"],
        ["Bob Roe", "Cem Kaya"],
    ]
    assert "people.ana--people.bob/" in rows[0][1]
    assert dead_links(made) == []


def test_of_very_many_those_in_most_entries_are_drawn() -> None:
    """However large the site, the drawing can be read."""
    names = [f"{first}ora {last}enn" for first in "BCDFGHKL" for last in "MNPRSTVZ"]
    many = {f"people/p{n:02}.md": f"---\nname: {name}\n---\n" for n, name in enumerate(names)}
    told = {
        f"articles/20{n:02}-01-01-a{n}.md": f"---\ntitle: A\n---\n{one} met {other}.\n"
        for n, (one, other) in enumerate(pairwise(names))
    }
    page = render({**many, **told}).page("network/index.html")
    assert 20 <= len(MARK.findall(page)) <= 36
    assert len(TIE.findall(page)) <= 100


def test_a_kind_is_drawn_as_in_lists() -> None:
    """A disc is a person, a square a group, a triangle a place."""
    files = {
        "people/ana.md": "---\nname: Ana Gil\n---\n",
        "groups/guard.md": "---\nname: The Guard\n---\n",
        "places/porto.md": "---\nname: Porto\n---\n",
        "articles/2019-01-01-a.md": "---\ntitle: A\n---\nAna Gil of The Guard, in Porto.\n",
    }
    page = render(files).page("network/index.html")
    shapes = dict(re.findall(r'<a class="mark (\w+)".*?<path class="spot" d="([^"]*)"', page))
    assert "a" in shapes["person"]
    assert "h" in shapes["group"]
    assert "L" in shapes["place"]
