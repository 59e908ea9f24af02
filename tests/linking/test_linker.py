"""All texts of a site are linked, each in its own way, and what authors linked by hand is told."""

from dataclasses import replace

from support.building import article, brackets, content, entity, event, page, passage, registry

from dateline.linking.linked import Linked
from dateline.linking.linker import link_content
from dateline.model.entity import Registry
from dateline.model.mention import Decision, Mention
from dateline.model.text import Passage, Place, SourceMap
from dateline.reading.markdown_links import InternalLink

_ENTITIES = "people/x: Ana Ruiz; La Jefa\npeople/y: Eva Paz; La Jefa\nplaces/z: Zacatecas"


def _short(mentions: tuple[Mention, ...]) -> list[tuple[str, str, str, str]]:
    return [(m.part, m.surface, m.kept or m.rule, m.decision) for m in mentions]


def test_parts_of_an_article() -> None:
    """Title, summary, body and events are all read; titles never link, every other text links anew."""
    text = article(
        "Ana Ruiz.",
        title="On *Ana Ruiz*",
        summary="Ana Ruiz!",
        events=(event("Ana Ruiz speaks", "Ana Ruiz said so."), event("No text", slug="f")),
    )
    (linked,) = link_content(content(registry(_ENTITIES), text))[0].articles
    assert _short(linked.mentions) == [
        ("title", "Ana Ruiz", "heading", "counted"),
        ("summary", "Ana Ruiz", "name", "linked"),
        ("body", "Ana Ruiz", "name", "linked"),
        ("event:e:title", "Ana Ruiz", "heading", "counted"),
        ("event:e:text", "Ana Ruiz", "name", "linked"),
    ]
    assert linked.title.blocks == ("On Ana Ruiz",)
    assert linked.summary is not None
    assert brackets(linked.summary) == "[Ana Ruiz]!\n"
    assert linked.events[1].text is None
    assert linked.events[1].title.mentions == ()


def test_an_event_lists_its_entities() -> None:
    """Whom an event lists is present: a shared name means them."""
    text = article("La Jefa left.", events=(event("A meeting", entities="people/y"),))
    (linked,) = link_content(content(registry(_ENTITIES), text))[0].articles
    assert [(m.entity, m.rule) for m in linked.mentions] == [("people/y", "one-sense")]


def test_own_page() -> None:
    """An entity's own page links others, and counts its own name, weak ones too."""
    body = "Ana Ruiz, then Ruiz and Zacatecas, with La Jefa and [[x|her]]."
    own = replace(entity(_ENTITIES.splitlines()[0]), body=passage(body), summary=passage("Ana Ruiz, of Zacatecas"))
    others = registry(_ENTITIES).entities[1:]
    linked, _ = link_content(content(Registry.of((own, *others))))
    first = linked.entities[0]
    assert first.summary is not None
    assert brackets(first.summary) == "Ana Ruiz, of [Zacatecas]\n"
    assert brackets(first.body) == "Ana Ruiz, then Ruiz and [Zacatecas], with La Jefa and her.\n"
    assert {m.kept for m in first.body.mentions if m.entity == "people/x"} == {"own-page"}
    assert [m.rule for m in first.body.mentions][:2] == ["name", "surname"]
    assert {(m.path, m.article) for m in first.body.mentions} == {("people/x.md", None)}
    assert linked.entities[1].summary is None


def test_page() -> None:
    """A page without a date links like an article."""
    linked, _ = link_content(content(registry(_ENTITIES), page("Of Ana Ruiz.")))
    assert brackets(linked.pages[0].body) == "Of [Ana Ruiz].\n"


def test_places_in_front_matter() -> None:
    """A mention in the front matter has the place that the text's own map says."""
    summary = Passage("No.\nAna Ruiz", SourceMap((0, 4), (Place(3, 12), Place(4, 5))))
    text = replace(article(""), summary=summary)
    (mention,) = link_content(content(registry(_ENTITIES), text))[0].mentions()
    assert mention.place == Place(4, 5)
    assert mention.surface == "Ana Ruiz"


def test_ledger_order() -> None:
    """The ledger goes by file and place."""
    linked, _ = link_content(
        content(
            registry(_ENTITIES),
            article("Eva Paz.\n\nAna Ruiz.", slug="b"),
            article("Zacatecas", slug="a"),
            page("Ana Ruiz"),
        )
    )
    assert [(m.path, m.place.line) for m in linked.mentions()] == [
        ("articles/a.md", 1),
        ("articles/b.md", 1),
        ("articles/b.md", 3),
        ("pages/about.md", 1),
    ]


def test_files_and_links() -> None:
    """Files that texts use, and links to pages, are told in order, from all texts."""
    texts = (
        article("![a](../images/a.png) [b](b.md)", slug="a"),
        article("[a](a.md#x) [z](../places/z.md) [p](../pages/about.md)", slug="b"),
        page("[timeline](/timeline/)"),
    )
    linked, problems = link_content(content(registry(_ENTITIES), *texts), frozenset({"images/a.png", "unused.pdf"}))
    assert problems == ()
    assert linked.files == {"images/a.png"}
    assert [(link.url, link.path) for link in linked.links] == [
        ("articles/b/", "articles/a.md"),
        ("articles/a/", "articles/b.md"),
        ("places/z/", "articles/b.md"),
        ("about/", "articles/b.md"),
        ("timeline/", "pages/about.md"),
    ]
    assert linked.links[0] == InternalLink(linked.links[0].url, "articles/a.md", Place(1, 24))


def test_problems_of_all_texts() -> None:
    """Every text tells its problems; dead links and unknown references have their place."""
    _, problems = link_content(content(registry(_ENTITIES), article("[a](b.md)", summary="[[q]]"), page("[[La Jefa]]")))
    assert [str(problem) for problem in problems] == [
        (
            "content/articles/a.md:1:3: reference-unknown: no entity is called 'q'; "
            "write the slug or the name of an entity"
        ),
        "content/articles/a.md:1:2: link-dead: the link 'b.md' leads to no file; did you mean a.md?",
        (
            "content/pages/about.md:1:3: reference-ambiguous: 'La Jefa' may mean 2 entities; "
            "write [[people/x]] or [[people/y]]"
        ),
    ]


def test_empty() -> None:
    """Nothing gives nothing."""
    assert link_content(content(registry(""))) == (Linked((), (), ()), ())


def test_two_with_one_slug() -> None:
    """A slug that two kinds share must be written with its folder."""
    shared = registry("people/z: Zeta Cruz\nplaces/z: Zacatecas")
    linked, problems = link_content(content(shared, article("[[z]] [[places/z]]")))
    assert [str(problem.code) for problem in problems] == ["reference-ambiguous"]
    assert [(m.entity, m.decision) for m in linked.mentions()] == [("places/z", Decision.LINKED)]
