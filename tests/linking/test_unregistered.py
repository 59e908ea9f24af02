"""Names that nobody registered: which are suggested, of which kind, and with which aliases."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.building import article, content, entity, registry
from support.golden import Case, read_cases

from dateline.linking.likely_kinds import likely_kind
from dateline.linking.likeness import close_pairs, similarity
from dateline.linking.linked import Linked
from dateline.linking.linker import link_content
from dateline.linking.sightings import Sighting
from dateline.linking.unregistered import Suggestion, suggest_names
from dateline.model.entity import Registry
from dateline.model.names import Slug

_FOLDER = Path(__file__).parent / "suggestions"
_CASES = [case for file in sorted(_FOLDER.glob("*.md")) for case in read_cases(file)]
_NAMES = ("Rosa Delgado", "Piet van Gogh", "Northern River Cartel", "Jalisco", "Tecate", "Delgado", "ATF", "NRC")
_WORDS = st.sampled_from(
    (*_NAMES, "saw", "the", "and", "in", "report", "Report", "General", "(NRC)", ".", ",", "“", "”")
)
_BODIES = st.lists(_WORDS, max_size=30).map(" ".join)


def _link(entities: Registry, *bodies: str) -> Linked:
    texts = [article(body, slug=f"a{number}") for number, body in enumerate(bodies)]
    return link_content(content(entities, *texts))[0]


def _suggest(entities: Registry, *bodies: str) -> tuple[Suggestion, ...]:
    return suggest_names(_link(entities, *bodies), entities)


def _row(each: Suggestion) -> str:
    kind = f"alias of {each.entity} ({each.reason})" if each.entity else each.kind
    also = f", also {', '.join(each.aliases)}" if each.aliases else ""
    alike = f", perhaps {each.alike}" if each.alike else ""
    return f"{each.name} = {kind}, {each.mentions}{also}{alike}\n"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in _CASES])
def test_suggestions(case: Case) -> None:
    """Every case suggests the names that it says, and no others."""
    found = _suggest(registry(case.expected.get("registry", "")), case.expected["article"])
    assert "".join(sorted(map(_row, found))) == case.expected["suggested"]


def test_the_most_frequent_come_first() -> None:
    """Then those in more articles, then by name."""
    found = _suggest(registry(""), "We saw Tecate, Tecate and Ensenada.", "We saw Ensenada, Rosarito and Calexico.")
    assert [each.name for each in found] == ["Ensenada", "Tecate", "Calexico", "Rosarito"]
    assert [each.articles for each in found][:2] == [("a0", "a1"), ("a0",)]


def test_a_name_is_suggested_as_most_write_it() -> None:
    """Spellings that differ in case and diacritics are one name."""
    found = _suggest(registry(""), "We saw Yucatan, Yucatán and Yucatán.")
    assert [(each.name, each.mentions) for each in found] == [("Yucatán", 3)]


def test_a_shared_surname_stands_for_nobody() -> None:
    """Where an article names two who bear it."""
    found = _suggest(registry(""), "We saw Rosa Delgado and Pedro Delgado. Then Delgado left.")
    assert {each.name: each.mentions for each in found} == {"Rosa Delgado": 1, "Pedro Delgado": 1, "Delgado": 1}


@pytest.mark.property
@given(st.sets(st.sampled_from(_NAMES[:5])), st.lists(_BODIES, max_size=3))
def test_no_suggestion_overlaps_a_mention(names: set[str], bodies: list[str]) -> None:
    """What is linked, counted or ambiguous is not suggested once more."""
    entities = Registry.of(tuple(entity(f"people/p{number}: {name}") for number, name in enumerate(sorted(names))))
    linked = _link(entities, *bodies)
    settled = {
        (found.article.slug, text.blocks[mention.block], position)
        for found in linked.articles
        for text in found.texts()
        for mention in text.mentions
        if mention.means or mention.entity is None
        for position in range(mention.start, mention.end)
    }
    for suggestion in suggest_names(linked, entities):
        for each in suggestion.sightings:
            places = {(each.article, each.block, position) for position in range(each.start, each.end)}
            assert not places & settled


@pytest.mark.property
@given(_BODIES)
def test_what_is_registered_is_not_suggested_again(body: str) -> None:
    """Once every suggestion has a file, its name finds its mentions."""
    found = _suggest(registry(""), body)
    lines = [f"people/p{number}: {'; '.join((each.name, *each.aliases))}" for number, each in enumerate(found)]
    after = _suggest(registry("\n".join(lines)), body)
    assert not {each.name for each in found} & {each.name for each in after}


@pytest.mark.property
@given(st.permutations(["We saw Tecate.", "We saw Rosa Delgado.", "Tecate and Delgado."]))
def test_the_order_of_articles_changes_no_count(bodies: list[str]) -> None:
    """Each name has as many mentions, whichever article comes first."""
    found = _suggest(registry(""), *bodies)
    assert {(each.name, each.mentions, each.kind) for each in found} == {
        ("Tecate", 2, "place"), ("Rosa Delgado", 1, "person"), ("Delgado", 1, "place")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They met the mayor, Mayor Delgado, there.", "Delgado", "person"),
        ("They met Pinto, 34, there.", "Pinto", "person"),
        ("Then Pinto said so.", "Pinto", "person"),
        ("They live in Pinto there.", "Pinto", "place"),
        ("They live in Pinto, Texas.", "Pinto", "place"),
        ("They fear the CJNG there.", "CJNG", "group"),
        ("They use HelioVolt there.", "HelioVolt", "group"),
        ("They went to the UK there.", "UK", "place"),
        ("They crossed Lake Chapala there.", "Lake Chapala", "place"),
        ("They met William Hill there.", "William Hill", "person"),
        ("They met J. Edgar Pinto there.", "J. Edgar Pinto", "person"),
        ("They saw the World Cup there.", "World Cup", "group"),
        ("They saw One Two Three Four Five there.", "One Two Three Four Five", "group"),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    """The words of a name tell what it is, and the words around it."""
    start = text.rindex(name)
    words = tuple(name.lower().split())
    sighting = Sighting(Slug("a"), text, start, start + len(name), words, is_sure=True)
    assert likely_kind([sighting], has_short_form=False) == kind


def test_likeness_is_blind_to_case_and_diacritics() -> None:
    """Two spellings that a link does not tell apart are wholly alike."""
    assert similarity("Michoacán", "MICHOACAN") == 1.0
    assert similarity("Tecate", "Boqui") < 0.3


def test_close_pairs() -> None:
    """They come with the most alike first, and each pair once."""
    names = ["Kaddafi", "Gaddafi", "Michoacan", "Michoacán", "Joe", "Gaddafi"]
    pairs = close_pairs(names, 0.8)
    assert [pair[:2] for pair in pairs] == [("Michoacan", "Michoacán"), ("Gaddafi", "Kaddafi")]
    assert close_pairs(["Joe", "Joan"], 0) == (("Joan", "Joe", similarity("Joe", "Joan")),)
