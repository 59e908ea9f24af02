"""A relation stands in the dossiers of both its ends, in the words for each, with all that is said of it."""

import re

import pytest
from support.keyed import keyed_pages
from support.site import Site, dead_links, render

from dateline.rendering.relation_rows import MOST_RELATIONS

SECTION = re.compile(r'<section class="block" aria-labelledby="relations">(.*?)</section>', re.DOTALL)
FILES = {
    "site.toml": '[relations.finances]\ninverse = "financed by"\n',
    "people/ann.md": """---
name: Ann Able
relations:
  - type: leads
    entity: guard
    since: 2009~
    until: 2015
    status: alleged
    note: So <the> police.
    article: wrong
    source: {title: The list, publisher: The Post, date: 2014-03-02, url: "https://example.org/list"}
  - {type: rival of, entity: ben, source: A letter}
  - {type: finances, entity: guard, article: nowhere}
---
""",
    "people/ben.md": "---\nname: Ben Bold\n---\n",
    "people/cem.md": "---\nname: Cem Cray\n---\n",
    "groups/guard.md": "---\nname: Guard\nrelations: {type: members, entity: cem, since: 2011, article: rain}\n---\n",
    "articles/wrong.md": "---\ntitle: Ann\ndate: 2020-07\ncorrections: [{date: 2021, note: No}]\n---\nBen Bold left.\n",
    "articles/rain.md": "---\ntitle: Rain\ndate: 2020-01-01\nlang: de\n---\nIt rained on Ben Bold.\n",
}


@pytest.fixture(scope="module")
def site() -> Site:
    """Four entities and how they stand to each other."""
    return render(FILES)


def words(site: Site, page: str) -> str:
    """Return the text of the section of relations, its white space folded; '' where there is none."""
    match = SECTION.search(site.page(f"{page}/index.html"))
    return " ".join(re.sub(r"<[^>]+>", " ", match[1]).split()).replace(" ,", ",").replace(" .", ".") if match else ""


def test_the_subject_shows_its_relations_by_type(site: Site) -> None:
    """With dates, status, note, articles and their corrections, and sources."""
    assert words(site, "people/ann") == (
        "Relations 3 "
        "Leads group: Guard alleged from about 2009 to 2015 So &lt;the&gt; police. "
        "told in Ann, July 2020, corrected 2021. "
        "source: The list, The Post, 2 March 2014. "
        "Rival of person: Ben Bold dates not given source: A letter. "
        "Finances group: Guard dates not given"
    )


def test_the_object_shows_them_in_its_own_words(site: Site) -> None:
    """Seen from there, with the same dates, status, note and sources."""
    text = words(site, "groups/guard")
    assert text.startswith(
        "Relations 3 Led by person: Ann Able alleged from about 2009 to 2015 So &lt;the&gt; police. "
    )
    assert text.endswith(
        "Members person: Cem Cray since 2011 told in Rain, 1 January 2020. Financed by person: Ann Able dates not given"
    )
    assert words(site, "people/ben") == "Relations 1 Rival of person: Ann Able dates not given source: A letter."
    assert words(site, "people/cem").startswith("Relations 1 Member of group: Guard since 2011 ")


def test_links_lead_to_the_other_end_to_articles_and_to_sources(site: Site) -> None:
    """An article in another language says so; one that there is not has no link."""
    assert dead_links(site) == []
    guard, ann = site.page("groups/guard/index.html"), site.page("people/ann/index.html")
    assert '<a href="../../articles/rain/" lang="de">Rain</a>' in guard
    assert '<a class="corrected" href="../../articles/wrong/#corrections">' in ann
    assert '<a href="https://example.org/list">The list</a>' in ann
    assert "nowhere" not in ann


def test_relations_are_not_company(site: Site) -> None:
    """Who leads whom is not who stands beside whom in articles, and the other way round."""
    assert "Appears with" not in site.page("people/cem/index.html")
    alone = render({**FILES, "people/ann.md": "---\nname: Ann Able\n---\n", "groups/guard.md": "# Guard\n"})
    assert words(alone, "people/ann") == words(alone, "people/ben") == ""


def test_spanish_sites_have_spanish_words() -> None:
    """For the types that every site has."""
    spanish = render({**FILES, "site.toml": 'language = "es"\n' + FILES["site.toml"]})
    assert "Bajo la dirección de persona: Ann Able" in words(spanish, "groups/guard")
    assert "fechas no indicadas" in words(spanish, "people/ben")


def test_of_very_many_the_first_are_shown() -> None:
    """And it is said how many there are."""
    stated = "relations: {type: member of, entity: guard, source: A list}"
    numbers = range(MOST_RELATIONS + 1)
    people = {f"people/p{n:03}.md": f"---\nname: P {n:03}\n{stated}\n---\n" for n in numbers}
    files = {**people, "groups/guard.md": "# Guard\n", "articles/rain.md": FILES["articles/rain.md"]}
    text = words(render(files), "groups/guard")
    assert text.startswith("Relations the first 100 of 101 Members person: P 000 ")
    assert "P 099" in text
    assert "P 100" not in text


def pages(*names: str) -> set[str]:
    """Return output paths of pages."""
    return {f"{name}/index.html" for name in names}


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("people/ann.md", "2009~", "2010", pages("people/ann", "groups/guard")),
        ("people/ann.md", "A letter", "A list", pages("people/ann", "people/ben", "sources")),
        ("people/ann.md", "type: rival of", "type: leads", pages("people/ann", "people/ben")),
        ("people/ann.md", "entity: ben", "entity: cem", pages("people/ann", "people/ben", "people/cem")),
        ("people/cem.md", "Cem Cray", "Zed Cray", pages("people/cem", "people", "groups/guard") | {"index.html"}),
    ],
)
def test_an_edit_renews_the_pages_that_show_the_relation(path: str, old: str, new: str, expected: set[str]) -> None:
    """Those of both its ends; and where its other end has another name."""
    before, after = keyed_pages(FILES), keyed_pages({**FILES, path: FILES[path].replace(old, new)})
    renewed = {path for path, page in after.items() if before[path].key != page.key}
    different = {path for path, page in after.items() if before[path].html != page.html}
    assert different == expected
    assert renewed == expected


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("articles/rain.md", "title: Rain", "title: Snow", pages("people/cem", "groups/guard")),
        ("articles/rain.md", "lang: de", "lang: fr", pages("people/cem", "groups/guard")),
        ("articles/wrong.md", "date: 2021", "date: 2022", pages("people/ann", "groups/guard")),
    ],
)
def test_an_edit_of_an_article_renews_what_rests_on_it(path: str, old: str, new: str, expected: set[str]) -> None:
    """Its title, its language, and that it was corrected: in the dossiers of those whom it does not even name."""
    before, after = keyed_pages(FILES), keyed_pages({**FILES, path: FILES[path].replace(old, new)})
    assert {path for path in expected if before[path].html != after[path].html} == expected
    assert {path for path in expected if before[path].key != after[path].key} == expected
    assert [path for path, page in after.items() if before[path].key == page.key and before[path] != page] == []
