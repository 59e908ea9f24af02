"""The day of a build."""

from datetime import date

import pytest

from dateline.model.problem import DatelineError
from dateline.publishing.clock import seconds, today


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", date(2020, 1, 1)), ("America/Mexico_City", date(2019, 12, 31)), ("No/Such", date(2020, 1, 1))],
)
def test_the_day_is_that_of_the_zone(monkeypatch: pytest.MonkeyPatch, zone: str, day: date) -> None:
    """At one moment it is another day elsewhere; where there is no such zone, UTC counts."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577840400")  # 2020-01-01T01:00:00Z
    assert today(zone) == day


def test_without_a_set_moment_the_clock_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads this test does so after it was written."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert today("UTC") > date(2024, 1, 1)


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 40])
def test_a_moment_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    """The variable and its value are named."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(DatelineError, match=epoch):
        today("UTC")


def test_the_stopwatch_runs_forward() -> None:
    """A later reading is not smaller."""
    assert seconds() <= seconds()
