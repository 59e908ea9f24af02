"""A row is told in sentences: what happened, who took part as what, what it rests on, what was corrected."""

from support.exported import FILES, material

from dateline.rendering.exports.row_words import collect_names, describe_row, ids, nested, qualify_row

SMALL = material(FILES)
(LEAVING,) = (row for row in SMALL.rows("entries") if row["id"] == "first.ann-able-leaves")


def test_a_row_keeps_what_makes_it_a_claim() -> None:
    """In an order of its own."""
    names = collect_names(SMALL)
    assert list(qualify_row(LEAVING, names)) == [
        "Ben Bold, driver, disputed (he says no)",
        "One source: The Post",
        "Corrected 2020-07-20: It was Rome, not Oslo.",
    ]
    assert list(describe_row(LEAVING, names)) == [
        "She meets Ben Bold, so they say & laugh.",
        *qualify_row(LEAVING, names),
        "Told in https://example.org/record/articles/first/#e-ann-able-leaves, published 2020-07-18.",
    ]


def test_a_field_that_is_not_there_holds_nothing() -> None:
    """Neither objects nor texts."""
    assert (list(nested(None)), ids(None)) == ([], [])
    assert ids(["a", 1]) == ["a", "1"]
