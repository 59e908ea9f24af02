"""Numbers become words as a reader expects them."""

from dateline.rendering.counting import counted, enumerated, plural, spelt, spelt_count


def test_one_is_singular() -> None:
    """And nothing is plural."""
    assert [plural(number, "entry", "entries") for number in (0, 1, 2)] == ["entries", "entry", "entries"]


def test_figures_have_their_commas() -> None:
    """So that thousands can be read."""
    assert counted(1204, "entry", "entries") == "1,204 entries"


def test_small_numbers_are_spelt() -> None:
    """In a running text, up to ten."""
    assert [spelt(number) for number in (0, 3, 10, 11, 1200)] == ["no", "three", "ten", "11", "1,200"]
    assert spelt_count(1, "source", "sources") == "one source"


def test_names_are_enumerated() -> None:
    """With an and before the last."""
    listed = [enumerated(names) for names in ((), ("Ann",), ("Ann", "Ben"), ("Ann", "Ben", "Cem"))]
    assert listed == ["", "Ann", "Ann and Ben", "Ann, Ben and Cem"]
