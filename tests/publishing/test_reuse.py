"""What changes in the registry decides which texts are linked again."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.building import article, event, registry

from dateline.indexes.records import Told
from dateline.linking.linker import link_article, open_site
from dateline.model.article import Article
from dateline.model.entity import Registry
from dateline.model.names import UrlPath
from dateline.model.problem import Code, Location, Problem
from dateline.model.settings import Settings
from dateline.publishing.reuse import Change, bare, can_be_kept, compare_registries
from dateline.reading.markdown_links import Targets
from dateline.rendering.recording import tell_article

BEFORE = """
people/ana: Ana Gil; The Boss; ~Anita; born=1980
people/bob: Bob Gil
groups/guard: National Guard; context=The Boss
places/guard: Guard; National Guard; context=met
"""
CHANGES = {
    "an alias": ("Bob Gil", "Bob Gil; Bobby"),
    "a weak alias": ("~Anita", "~Nita"),
    "an alias that goes": ("The Boss; ", ""),
    "a form": ("Bob Gil", "Bob Gil; form=Boba"),
    "a name": ("Bob Gil", "Bob Paz"),
    "a birth": ("born=1980", "born=2021"),
    "a policy": ("Bob Gil", "Bob Gil; links=none"),
    "a dissolution": ("National Guard", "National Guard; dissolved=1999"),
    "a hint": ("context=met", "context=left"),
    "somebody new": ("people/bob: Bob Gil", "people/bob: Bob Gil\npeople/new: Bob Gil Paz; Guard"),
    "somebody gone": ("people/bob: Bob Gil\n", ""),
    "another slug": ("people/bob", "people/rob"),
    "another kind": ("places/guard", "people/guard"),
    "a shared name": ("Bob Gil", "Bob Gil; Ana Gil; National Guard"),
    "whom a hint means": ("people/bob: Bob Gil", "people/bob: Bob Gil; The Boss"),
}
WORDS = """
Ana Gil|Bob Gil|Gil|Ana|Anita|Nita|The Boss|Boss|Bobby|Boba|Bob Paz|Paz|the National Guard|Guard|met|left
|[[ana]]|[[bob]]|[[Guard]]|[[!guard]]|[[!bob|him]]|[[people/bob|him]]|[[new]]|and|in
""".replace("\n", "").split("|")


def change(name: str = "") -> tuple[Registry, Registry, Change]:
    """Return a registry, the same after a change, and what differs."""
    old, new = CHANGES.get(name, ("", ""))
    assert old in BEFORE
    before, after = registry(BEFORE), registry(BEFORE.replace(old, new, 1) if old else BEFORE)
    return before, after, compare_registries(before, after, Settings())


def test_nothing_changes_where_nothing_changes() -> None:
    """Nothing is linked again."""
    assert change()[2] == Change()
    assert change()[2].is_nothing


def test_a_new_alias_bears_on_the_texts_in_which_it_stands() -> None:
    """On no others; and on those whose authors name by hand, who may mean it."""
    found = change("an alias")[2]
    assert found.forms == {"Bobby", "BOBBY"}
    assert found.bears_on("They met Bobby.")
    assert not found.bears_on("Bob Gil met Ana Gil.")
    assert found.names_changed
    assert not found.handles


def test_another_birth_bears_on_the_texts_that_name_the_person() -> None:
    """By whatever name; nobody's name has changed."""
    found = change("a birth")[2]
    assert {"Ana Gil", "The Boss", "Anita", "Gil"} <= found.forms
    assert not found.bears_on("The National Guard came.")
    assert not found.names_changed


def test_another_hint_bears_on_the_texts_that_may_need_it() -> None:
    """Those that name its entity."""
    assert change("a hint")[2].forms == {"Guard", "GUARD", "National Guard", "NATIONAL GUARD", "National guard"}


def test_a_hint_that_means_somebody_else_bears_on_texts() -> None:
    """Though the file that has it is as it was."""
    found = change("whom a hint means")[2]
    assert "National Guard" in found.forms


@pytest.mark.parametrize("name", ["somebody new", "somebody gone", "another slug", "another kind"])
def test_a_header_that_uses_a_handle_is_read_again(name: str) -> None:
    """It means somebody else, or nobody."""
    found = change(name)[2]
    handle = {"somebody new": "new", "another kind": "guard"}.get(name, "bob")
    assert found.moves(["ana", handle])
    assert not found.moves(["ana", "people/ana"])


def test_what_only_its_own_page_shows_bears_on_no_text() -> None:
    """Its own texts, and old addresses."""
    before = registry(BEFORE)
    said = tuple(replace(bare(entity), redirects=(UrlPath("old/"),)) for entity in before.entities)
    assert compare_registries(before, Registry.of(said), Settings()).is_nothing


@pytest.mark.property
@pytest.mark.parametrize("name", CHANGES)
@settings(max_examples=25)
@given(
    words=st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    others=st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
)
def test_a_text_that_no_change_bears_on_is_linked_as_it_was(name: str, words: str, others: str) -> None:
    """That is the law that all of it rests on."""
    before, after, found = change(name)
    text = article(words, summary=others, events=(event("Ana Gil", others),))
    old, new = link(text, before), link(text, after)
    if not old.holds or found.bears_on(old.words) or (found.names_changed and old.is_by_hand):
        return
    assert new.told == old.told
    assert new.holds


@dataclass(frozen=True)
class Linking:
    """What linking makes of an article."""

    told: Told
    words: str
    holds: bool
    is_by_hand: bool


def link(text: Article, entities: Registry) -> Linking:
    """Link an article."""
    linked, ties = link_article(text, open_site(entities, Settings(), Targets({}, frozenset())))
    told = tell_article(linked, Settings())
    return Linking(told, told.trace.words, not ties.problems, told.trace.is_by_hand or ties.has_brackets)


def test_faults_that_hang_on_other_files_are_looked_for_again() -> None:
    """A word that means nobody today may mean somebody tomorrow."""
    date, title, reference = (
        Problem(code, "", Location("a.md")) for code in (Code.DATE_MISSING, Code.TITLE_MISSING, Code.REFERENCE_UNKNOWN)
    )
    assert can_be_kept([date, title])
    assert not can_be_kept([date, reference])
