"""Turn the words of a date, put in order, into the numbers that dateutil finds in them."""

from datetime import UTC, datetime, timedelta, timezone
from typing import ClassVar

from dateutil.parser import parser, parserinfo

from dateline.reading.date_language import DATE_PARTS, MONTH_WORDS, WEEKDAY_WORDS, RefusalError


class _Names(parserinfo):
    """The English and Spanish names that dateutil is to know."""

    MONTHS: ClassVar[list[tuple[str, ...]]] = [*MONTH_WORDS]  # type: ignore[assignment, misc]
    WEEKDAYS: ClassVar[list[tuple[str, ...]]] = [*WEEKDAY_WORDS]  # type: ignore[assignment, misc]

    def convertyear(self, year: int, century_specified: bool = False) -> int:  # noqa: ARG002, FBT001, FBT002
        """Return the year as it is: dateutil would complete it from today's."""
        return year


_PARSER = parser(_Names())
# dateutil fills what a text does not say from a default. No part of these two is alike, so what they
# agree on was said. Both years are leap years, lest 29 February without a year be refused as impossible,
# and both days occur in every month.
_DEFAULTS = (datetime(2000, 1, 1, 1, 1, 1, tzinfo=UTC), datetime(2004, 2, 15, 2, 2, 2, tzinfo=UTC))


def parse_agreed(text: str) -> dict[str, int]:
    """Return the parts of a date (`DATE_PARTS`) that dateutil finds in the text, and none that it fills in.

    `offset`, in minutes east of UTC, is a part too. Raises RefusalError where there is no such day or time.
    """
    try:
        one, other = (_PARSER.parse(text, default=default, tzinfos=_fix_offset) for default in _DEFAULTS)
    except ValueError:
        raise RefusalError("there is no such day or time") from None
    parts = {part: getattr(one, part) for part in DATE_PARTS if getattr(one, part) == getattr(other, part)}
    offset = one.utcoffset()
    return parts if offset is None else {**parts, "offset": offset // timedelta(minutes=1)}


def _fix_offset(_: str | None, seconds: int | None) -> timezone | None:
    # Given to dateutil lest it look at the time zone of this machine.
    return None if seconds is None else timezone(timedelta(seconds=seconds))
