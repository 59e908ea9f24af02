"""Labels stand where private names stood, and what is in doubt is told with its place."""

from dataclasses import replace

import pytest
from support.building import article, event, registry

from dateline.linking.linker import link_article, link_entity, open_site
from dateline.model.citation import Citation
from dateline.model.entity import Registry
from dateline.model.names import EntityId, UrlPath
from dateline.model.settings import Settings
from dateline.model.text import Place
from dateline.reading.markdown_links import Targets

REGISTRY = "people/ann: Ann Bell; Annie\npeople/bob: Bob Bell\npeople/cem: Cem Cray"
NOWHERE = Targets({}, frozenset())


def site(label: str = "a minor") -> Registry:
    """Return a registry of which Ann Bell is private."""
    return Registry.of(
        tuple(replace(e, public=False, label=label) if e.id == "people/ann" else e for e in registry(REGISTRY).entities)
    )


def shown(body: str, label: str = "a minor") -> str:
    """Return what is shown of an article's text."""
    linked, _ = link_article(article(body), open_site(site(label), Settings(), NOWHERE))
    return "\n".join(linked.body.blocks)


def told(body: str) -> list[str]:
    """Return the problems of an article's text, without the name of its file."""
    _, ties = link_article(article(body), open_site(site(), Settings(), NOWHERE))
    return [str(problem).partition(".md:")[2] for problem in ties.problems]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("Ann Bell left.", "A minor left."),
        ("Then Ann Bell left. Annie came.", "Then a minor left. A minor came."),
        ("With Ann\nBell, who left.", "With a minor, who left."),
        ("> With Ann\n> Bell, who left.", "With a minor, who left."),
        ("It was ANN BELL’s.", "It was a minor’s."),
        ("**Ann Bell** and *Annie*.", "A minor and a minor."),
        ("[[people/ann|She]] left with [[Ann Bell]].", "A minor left with a minor."),
        ("An&#110; Bell left.", "A minor left."),
        ("“Ann Bell left.”", "“A minor left.”"),
        ("| a |\n|---|\n| Ann Bell |", "a\nA minor"),
    ],
)
def test_names_become_labels(body: str, wanted: str) -> None:
    """With a capital where a sentence starts."""
    assert shown(body) == wanted


def test_a_label_in_brackets_gets_its_capital_too() -> None:
    """On its first letter."""
    assert shown("Ann Bell left.", "[a minor]") == "[A minor] left."


def test_headings_are_anchored_by_what_they_show() -> None:
    """The id of a heading is made of its words."""
    linked, _ = link_article(article("## On Ann Bell\n\nIt rained."), open_site(site(), Settings(), NOWHERE))
    assert linked.body.tokens[0].attrs["id"] == "h-on-a-minor"


def test_others_are_linked_as_ever() -> None:
    """At their places, whatever stands for names before them."""
    linked, _ = link_article(article("Ann Bell met Cem Cray."), open_site(site(), Settings(), NOWHERE))
    (mention,) = linked.mentions
    assert (mention.entity, mention.start, mention.end) == ("people/cem", 12, 20)
    assert (mention.place.line, mention.place.column) == (1, 14)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("It was Bell.", "1:8: private-name: 'Bell' may be a name of people/ann"),
        ("Ann Bell met Bob Bell. Bell left.", "1:24: private-name: 'Bell' may be a name of people/ann"),
        ("Ann Bell wrote `Ann Bell`.", "1:17: private-name: this is a name of people/ann"),
        ("It is\n[this](https://example.org/ann-bell).", "2:28: private-name: this is a name of people/ann"),
        ("x\n\n```\nAnn Bell\n```", "4:1: private-name: this is a name of people/ann"),
        ("It\n[is](https://example.org/Ann%20Bell).", "2:1: private-name: this is a name of people/ann"),
        ("It\nis Ann *Bell*.", "2:4: private-name: this is a name of people/ann"),
        ("[[!Ann Bell]] left.", "1:4: private-name: this is a name of people/ann"),
    ],
)
def test_what_no_label_replaces_is_told(body: str, wanted: str) -> None:
    """With its line and column."""
    (problem,) = told(body)
    assert problem.startswith(wanted)


@pytest.mark.parametrize("body", ["Carla Bell sang.", "[[!Bell]] rang.", "The bell rang.", "<!-- Ann Bell -->"])
def test_others_of_that_name_are_left_alone(body: str) -> None:
    """Who is plainly somebody else, and what is not published."""
    assert told(body) == []


def test_links_lead_where_they_led() -> None:
    """A text whose names were replaced has its links resolved a second time: to pages, to files, and out."""
    body = "Ann Bell [wrote](b.md#x) of [it](../papers/a.txt), ![drew](p.png) it, and [left](https://example.org/)."
    targets = Targets({"articles/b.md": UrlPath("articles/b/")}, frozenset({"papers/a.txt", "articles/p.png"}))
    linked, ties = link_article(article(body), open_site(site(), Settings(), targets))
    assert (linked.body.blocks, ties.problems) == (("A minor wrote of it,  it, and left.",), ())
    assert ties.files == {"papers/a.txt", "articles/p.png"}
    assert {link.url for link in ties.links} == {"articles/b/"}
    children = linked.body.tokens[1].children or []
    addresses = [token.attrs.get("href") or token.attrs.get("src") for token in children if token.attrs]
    assert addresses == ["articles/b/#x", "media/papers/a.txt", "media/articles/p.png", "https://example.org/"]


def test_a_link_to_the_first_page_names_nobody() -> None:
    """Its address, seen from the root, is empty."""
    assert told("See [the first page](/), and [a place](/#x) on it.") == []


def test_an_event_is_named_by_what_is_shown_of_it() -> None:
    """Its slug is made of its title; nobody is listed whose name is withheld."""
    ids = (EntityId("people/ann"), EntityId("people/cem"))
    happened = replace(event("Ann Bell leaves", slug="ann-bell-leaves"), entities=ids)
    linked, ties = link_article(article("It rained.", events=(happened,)), open_site(site(), Settings(), NOWHERE))
    (found,) = linked.events
    assert (found.event.slug, found.event.entities, ties.problems) == ("a-minor-leaves", ("people/cem",), ())


def test_a_private_entity_has_no_texts() -> None:
    """Its file is the author's own."""
    everybody = site()
    linked, ties = link_entity(everybody.by_id[EntityId("people/ann")], open_site(everybody, Settings(), NOWHERE))
    assert (linked.body.tokens, linked.summary, ties.problems) == ((), None, ())


def test_values_are_told_by_their_keys() -> None:
    """With the line of the header; the address of a source gets no label, or it would lead elsewhere."""
    sources = (Citation(title="Ann Bell is heard", url="https://a.example/ann-bell"),)
    text = replace(article("It rained."), sources=sources, tags=("Ann Bell",), keys={"sources": Place(3, 1)})
    linked, ties = link_article(text, open_site(site(), Settings(), NOWHERE))
    assert (linked.article.sources[0].title, linked.article.tags) == ("A minor is heard", ("A minor",))
    (problem,) = ties.problems
    assert str(problem).partition(".md:")[2].startswith("3:1: private-name: 'sources' holds a name of people/ann")


def test_what_front_matter_has_beyond_is_told_by_its_own_key() -> None:
    """Templates may print it."""
    text = replace(article("It rained."), extra={"of_mine": {"Ann Bell": 1}}, keys={"of_mine": Place(4, 1)})
    _, ties = link_article(text, open_site(site(), Settings(), NOWHERE))
    (problem,) = ties.problems
    assert str(problem).partition(".md:")[2].startswith("4:1: private-name: 'of_mine' holds")
