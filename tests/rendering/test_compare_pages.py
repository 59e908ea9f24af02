"""A comparison sets two side by side: what is told of each, and of both."""

import re

from support.site import Site, dead_links, render

PEOPLE = {
    **{f"people/{slug}.md": f"---\nname: {name}\n---\n" for slug, name in (("ana", "Ana Gil"), ("bob", "Bob Roe"))},
    "places/porto.md": "---\nname: Porto\n---\n",
}
TOLD = (
    ("2020-01-01", "First", "Ana Gil in Porto.", ""),
    ("2020-02-01", "Second", "Ana Gil met Bob Roe.", "status: alleged"),
    ("2020-03-01", "Third", "Bob Roe in Porto.", ""),
    ("2020-04-01", "Fourth", "Bob Roe met Ana Gil.", "status: retracted"),
)
EVENTS = "".join(
    f"\n  - date: {date}\n    title: {title}\n    text: {text}" + (f"\n    {status}" if status else "")
    for date, title, text, status in TOLD
)
ARTICLE = {"articles/2021-01-01-a.md": f"---\ntitle: A\nevents:{EVENTS}\n---\nRain.\n"}
PAGE = "compare/people.ana--people.bob/index.html"
LINE = re.compile(r'<li class="(first|second|both)">.*?<a [^>]*>([^<]*)</a>.*?</li>', re.DOTALL)


def site() -> Site:
    """Return the site of both."""
    return render({**PEOPLE, **ARTICLE})


def test_each_entry_stands_in_the_column_of_those_whom_it_names() -> None:
    """In one order for both; how sure it is stands beside it."""
    page = site().page(PAGE)
    assert LINE.findall(page) == [("first", "First"), ("both", "Second"), ("second", "Third"), ("both", "Fourth")]
    lines = [found[0] for found in re.finditer(LINE, page)]
    assert "alleged" in lines[1]
    assert "Retracted" in lines[3]


def test_what_is_in_entries_of_both_is_counted_for_each() -> None:
    """Also where they are not in them together."""
    row = re.search(r'<th scope="row">[^\n]*Porto.*</tr>', site().page(PAGE))
    assert row
    assert re.findall(r'<td class="num">(\d+)</td>', row[0]) == ["1", "1"]


def test_a_comparison_is_found_from_the_list_and_from_both_dossiers() -> None:
    """No link leads nowhere."""
    made = site()
    assert made.page("compare/index.html").count("people.ana--people.bob/") == 1
    assert "../../compare/people.ana--people.bob/" in made.page("people/ana/index.html")
    assert "../../compare/people.ana--people.bob/" in made.page("people/bob/index.html")
    assert dead_links(made) == []


def test_once_together_is_no_comparison_and_alone_no_list() -> None:
    """One entry can be read where it stands."""
    once = render({**PEOPLE, "articles/2020-01-01-a.md": "---\ntitle: A\n---\nAna Gil met Bob Roe.\n"})
    assert PAGE not in once.outputs
    assert "compare/index.html" in once.outputs
    alone = render({**PEOPLE, "articles/2020-01-01-a.md": "---\ntitle: A\n---\nAna Gil left.\n"})
    assert not any(path.startswith("compare/") for path in alone.outputs)
    assert "compare/" not in alone.page("index.html")


def test_of_very_much_the_latest_is_shown() -> None:
    """And the page says so."""
    articles = {
        f"articles/{1700 + n}-01-01-a{n}.md": f"---\ntitle: A{n}\n---\nAna Gil met Bob Roe.\n" for n in range(301)
    }
    page = render({**PEOPLE, **articles}).page(PAGE)
    assert "the latest 80 of 301" in page
    assert "the latest 20 of 301" in page
    assert len(LINE.findall(page)) == 80
