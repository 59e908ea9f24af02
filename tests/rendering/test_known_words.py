"""What the model knows in English is marked, so that a catalogue can translate it."""

from dateline.model.article import Status
from dateline.model.relation_type import built_in_types
from dateline.model.settings import KINDS
from dateline.rendering import known_words


def test_every_status_kind_and_relation_is_marked() -> None:
    """None is left in English on a page in another language."""
    assert {*known_words.STATUSES} == {*Status}
    assert {*known_words.KINDS} == {word for kind in KINDS for word in (kind.label, kind.plural)}
    assert {*known_words.RELATIONS} == {word for each in built_in_types("en") for word in (each.label, each.inverse)}
