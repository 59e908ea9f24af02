"""The words of the interface: what a catalogue has, what it lacks, and numbers."""

import pytest

from dateline.rendering.words import ENGLISH, Words, fields_of, fill, split

SPANISH = Words(
    "es",
    {
        ("", "Sources"): ("Fuentes",),
        ("verb", "Read"): ("Leído",),
        ("", "{n} entry"): ("{n} entrada", "{n} entradas"),
        ("", "one source"): ("una fuente", "{number} fuentes"),
        ("number", "three"): ("tres",),
        ("between thousands", ","): ("\u00a0",),
        ("names", "{names} and {name}"): ("{names} y {name}",),
    },
    lambda number: int(number != 1),
)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (SPANISH.gettext("Sources"), "Fuentes"),
        (SPANISH.gettext("Read"), "Read"),
        (SPANISH.pgettext("verb", "Read"), "Leído"),
        (SPANISH.ngettext("{n} entry", "{n} entries", 1), "1 entrada"),
        (SPANISH.ngettext("{n} entry", "{n} entries", 1204), "1\u00a0204 entradas"),
        (SPANISH.ngettext("one source", "{number} sources", 3), "tres fuentes"),
        (SPANISH.ngettext("{n} hit", "{n} hits", 2), "2 hits"),
        (SPANISH.enumerated(["Ana", "Ben", "Cem"]), "Ana, Ben y Cem"),
        (ENGLISH.ngettext("{n} entry", "{n} entries", 0), "0 entries"),
        (ENGLISH.ngettext("one source", "{number} sources", 11), "11 sources"),
        (ENGLISH.ngettext("one source", "{number} sources", 1), "one source"),
        (ENGLISH.enumerated(["Ana", "Ben"]), "Ana and Ben"),
        (ENGLISH.enumerated(["Ana"]), "Ana"),
        (ENGLISH.gettext("told in {article}", article="A {b}"), "told in A {b}"),
    ],
)
def test_what_is_said(said: str, expected: str) -> None:
    """In the words of the catalogue, else in English."""
    assert said == expected


def test_a_rule_that_asks_for_a_form_that_is_not_there_takes_the_last() -> None:
    """Catalogues may come from anyone."""
    assert Words("es", SPANISH.messages, lambda _: 5).ngettext("{n} entry", "{n} entries", 1) == "1 entradas"


def test_fields() -> None:
    """A field without a value stays; what only looks like one is text."""
    assert fill("{a} {b} {} {c.d}", {"a": 1}) == "1 {b} {} {c.d}"
    assert fields_of("{a} {b} {} {c.d}") == ("a", "b")
    assert split("in {place}, {date}") == (("in ", "place"), (", ", "date"), ("", ""))
