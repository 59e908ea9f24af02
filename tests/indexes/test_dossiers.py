"""A dossier holds what there is about an entity, and backlinks are the inverse of mentions."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.linked import all_recorded, entity, linked_article, linked_event, registry

from dateline.indexes import Indexes, index_records
from dateline.indexes.dossiers import Companion, Dossier
from dateline.linking.linked import LinkedArticle
from dateline.model.entity import Registry
from dateline.model.names import EntityId
from dateline.model.settings import Settings

NAMES = registry(
    entity("people/x", "Xenia"),
    entity("people/y", "Yves"),
    entity("groups/g", "Guard"),
    entity("places/country", "Country"),
    entity("places/state", "State", part_of="places/country"),
    entity("places/village", "Village", part_of="places/state"),
)


def indexes(*articles: LinkedArticle, names: Registry = NAMES) -> Indexes:
    """Return the indexes of these articles."""
    return index_records(all_recorded(articles, names), names)


def quoted(identity: str, *articles: LinkedArticle, settings: Settings | None = None) -> list[list[str]]:
    """Return, for each entry of an entity's own timeline, the sentences that concern it."""
    records = all_recorded(articles, NAMES, settings)
    found = []
    for entry in index_records(records, NAMES).dossiers[EntityId(identity)].entries:
        assert entry.article
        quotation = records.library.quotation(entry.article.slug, EntityId(identity))
        excerpts = quotation.events[entry.event.slug] if entry.event else quotation.article
        found.append([excerpt.text for excerpt in excerpts])
    return found


def dossier(identity: str, *articles: LinkedArticle) -> Dossier:
    """Return the dossier of one entity."""
    return indexes(*articles).dossiers[EntityId(identity)]


SHOOTOUT = linked_article(
    "shootout", "2022-08-01", "Rain. {Xenia|people/x} fled. {Xenia|people/x} hid.",
    linked_event("2022-07-30", "Shots", "{Xenia|people/x} fled. Rain fell.", places="places/village"),
    linked_event("unknown", "A reward", "It is large.", entities="people/x groups/g"),
    linked_event("2021-09", "A video", "{Guard|groups/g} is threatened."),
)  # fmt: skip
PORTRAIT = linked_article("portrait", "2020-01-05", "Who is {Xenia|people/x}? {Yves|people/y} knows.")


def test_a_dossier_has_its_events_in_order_and_other_articles_as_published() -> None:
    """Events that name or list the entity, with their sentences; articles that tell no such event at their date."""
    entries = dossier("people/x", SHOOTOUT, PORTRAIT).entries
    assert [entry.id for entry in entries] == ["portrait", "shootout.shots", "shootout.a-reward"]
    assert quoted("people/x", SHOOTOUT, PORTRAIT) == [["Who is Xenia?"], ["Xenia fled."], ["It is large."]]


def test_an_article_with_events_is_published_only_where_none_of_them_names_the_entity() -> None:
    """The article's own sentences then stand at its publication date."""
    event = linked_event("2022", "{Xenia|people/x} left")
    article = linked_article("a", "2022-08-01", "{Yves|people/y} saw it.", event)
    (seen,) = dossier("people/y", article).entries
    assert (seen.id, seen.event, seen.date.edtf) == ("a", None, "2022-08-01")
    assert [entry.id for entry in dossier("people/x", article).entries] == ["a.xenia-left"]


def test_first_and_last_seen_leave_out_the_undated() -> None:
    """The earliest and the latest dated entry; none where nothing is dated."""
    found = dossier("people/x", SHOOTOUT, PORTRAIT)
    assert found.first is not None
    assert found.last is not None
    assert (found.first.id, found.last.id) == ("portrait", "shootout.shots")
    nobody = dossier("people/y")
    assert (nobody.first, nobody.last, nobody.mentions) == (None, None, 0)


def test_companions_are_counted_by_entries() -> None:
    """Those in the same entries, most first, then by name."""
    assert dossier("people/x", SHOOTOUT, PORTRAIT).companions == (
        Companion(EntityId("groups/g"), 1),
        Companion(EntityId("places/village"), 1),
        Companion(EntityId("people/y"), 1),
    )


def test_places_know_what_holds_them_and_what_they_hold() -> None:
    """Parents from the nearest on, children by name."""
    village, country = dossier("places/village"), dossier("places/country")
    assert village.parents == ("places/state", "places/country")
    assert country.children == ("places/state",)
    assert country.parents == ()


def test_a_circle_of_places_ends() -> None:
    """A fault that is told elsewhere does not stop the build here."""
    round_names = registry(entity("places/a", part_of="places/b"), entity("places/b", part_of="places/a"))
    made = indexes(names=round_names)
    assert made.dossiers[EntityId("places/a")].parents == ("places/b",)


def test_a_title_is_the_excerpt_where_the_text_is_silent() -> None:
    """An article that names the entity in its title alone still shows words."""
    article = linked_article("a", "2020", "Rain.", title="{Xenia|people/x} leaves")
    assert quoted("people/x", article) == [["Xenia leaves"]]


def test_whole_paragraphs_are_a_setting() -> None:
    """`excerpt = "paragraph"` shows more around each mention."""
    assert quoted("people/x", replace(SHOOTOUT, events=()), settings=Settings(excerpt="paragraph")) == [
        ["Rain. Xenia fled. Xenia hid."]
    ]


IDS = [each.id for each in NAMES.entities]


@pytest.mark.property
@given(st.lists(st.lists(st.sampled_from(IDS), max_size=5), max_size=5))
def test_backlinks_are_the_inverse_of_mentions(bodies: list[list[str]]) -> None:
    """An article is a backlink of an entity if and only if it mentions it, as often as it does."""
    articles = [
        linked_article(f"a{n}", f"20{n:02d}", " and ".join(f"{{N|{name}}}" for name in names) or "Rain.")
        for n, names in enumerate(bodies)
    ]
    forward = {(n, name): names.count(name) for n, names in enumerate(bodies) for name in names}
    backward = {
        (int(article.slug[1:]), identity): article.named[identity]
        for identity, found in indexes(*articles).dossiers.items()
        for article in found.backlinks
    }
    assert backward == forward
