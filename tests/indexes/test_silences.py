"""The longest silence is what the dates surely leave free."""

import pytest
from support.linked import linked_article, linked_event, recorded

from dateline.indexes.entries import collect_entries
from dateline.indexes.silences import longest_silence


def silence_between(*dates: str) -> tuple[str, str] | None:
    """Return the dates between which the longest silence among events with these dates lies."""
    events = [linked_event(when, f"On {when}", slug=f"e{n}") for n, when in enumerate(dates)]
    found = longest_silence(collect_entries(recorded(linked_article("a", "2022-08-01", "", *events))) if dates else ())
    return (found.before.edtf, found.after.edtf) if found else None


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("2019-01-01", "2019-03-01", "2020-01-01", "2020-02-01"), ("2019-03-01", "2020-01-01")),
        (("2019-01-01", "2019", "2021-06", "2021-06-03"), ("2019", "2021-06")),
        (("2019-01-01/2020-12-31", "2019-02-01", "2021-03"), ("2019-01-01/2020-12-31", "2021-03")),
        (("2019-01-01", "2019-01-20"), None),
        (("2019-01-01",), None),
        (("2019", "2020"), None),
        (("2019-01-01/..", "2024-01-01"), None),
        (("2019-01-01", "../2024-01-01"), None),
        (("unknown", "2019"), None),
        ((), None),
    ],
)
def test_a_silence_is_claimed_only_where_dates_are_surely_apart(
    dates: tuple[str, ...], expected: tuple[str, str] | None
) -> None:
    """A year may be any day of it; a date with an open end reaches as far as one likes."""
    assert silence_between(*dates) == expected
