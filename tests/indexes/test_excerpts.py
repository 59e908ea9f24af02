"""A mention is shown in its sentence, marked."""

from support.linked import linked_text

from dateline.indexes.excerpts import Excerpt, excerpts_by_entity, unmarked_excerpt
from dateline.model.names import EntityId

X = EntityId("people/x")


def test_only_sentences_that_name_the_entity_are_shown() -> None:
    """Each sentence that names it is one excerpt, however often it does."""
    text = linked_text("Rain fell. {X|people/x} met {the boss|people/x} there. Nobody saw.\n\nThen {X|people/x} left.")
    assert excerpts_by_entity(text)[X] == (
        Excerpt((("X", True), (" met ", False), ("the boss", True), (" there.", False))),
        Excerpt((("Then ", False), ("X", True), (" left.", False))),
    )


def test_a_name_is_never_cut() -> None:
    """A name with a stop inside holds no end of a sentence."""
    text = linked_text("He went. {Acme Ltd. Zone|people/x} closed. Done.")
    assert [excerpt.text for excerpt in excerpts_by_entity(text)[X]] == ["Acme Ltd. Zone closed."]


def test_whole_paragraphs_can_be_shown() -> None:
    """With `excerpt = "paragraph"` the paragraph is the excerpt."""
    text = linked_text("Rain. {X|people/x} left. Sun.\n\nNothing.")
    assert [excerpt.text for excerpt in excerpts_by_entity(text, whole_paragraphs=True)[X]] == ["Rain. X left. Sun."]


def test_a_text_can_be_shown_unmarked() -> None:
    """Where an entity is only listed, the text stands without marks."""
    assert unmarked_excerpt(linked_text("One.\n\nTwo.")) == Excerpt((("One. Two.", False),))
