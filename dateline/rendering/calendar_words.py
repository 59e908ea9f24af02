"""Turn the parts of a date (year, month, day, weekday) into words, by the patterns of a language.

Patterns are those of Unicode (UTS #35, "Date Format Patterns"): `d MMMM y` is the day, the month's name, the year.
English stands here, as this site has always written it; `cldr.py` reads the other languages.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from dateline.model.calendar import MONTH_NAMES, WEEKDAY_NAMES
from dateline.model.dataclass import dataclass

_TOKEN = re.compile(r"'([^']*)'|(([A-Za-z])\3*)|([^A-Za-z']+)")
_FIRST_NAMED = 3
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"
_FIRST_PLAIN, _LARGEST_PLAIN = 1000, 9999


class Token(NamedTuple):
    """A piece of a pattern: a field (`MMMM` is M, 4 wide), or text as it stands (0 wide)."""

    text: str
    width: int


Pattern = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """How a range that shares its year is written: `14`, `–`, `18 October 2019`."""

    first: Pattern
    joint: str
    last: Pattern


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language writes dates of the Gregorian calendar."""

    months: tuple[str, ...]
    """Their names in a date, from January."""
    months_alone: tuple[str, ...]
    """The same without a day: октябрь, not октября."""
    weekdays: tuple[str, ...]
    """From Monday."""
    eras: tuple[str, str]
    """What stands beside years before Christ and after: BC and AD."""
    group: str
    """What stands between thousands."""
    patterns: Mapping[str, Pattern]
    """By what they tell: `y`, `yMMMM`, `yMMMMd`, and without the year `MMMM`, `MMMMd`; and `Gy`, `GyMMMM`, `GyMMMMd`
    where the era is more than a mark beside the year."""
    beside: tuple[Pattern, Pattern]
    """A year with its era, before Christ and after: `44 BC`, `AD 79`."""
    spans: Mapping[str, Span]
    """By what both ends tell and where they begin to differ: `yMMMMd/d`, `MMMMd/M`, `yMMMM/M` …"""
    joint: str
    """What stands between the ends of any other range."""
    glue: str
    """How a date and a time are joined, as `{date}, {time}`."""
    mark: str = ""
    """What stands around the words of a date that run from right to left, lest figures in them join words beside them
    that do not (UAX #9, "Implicit Directional Marks")."""

    @property
    def closes_with_year(self) -> bool:
        """Whether the year of a date comes last, so that both ends of a range may share it."""
        return [token.text for token in self.patterns["yMMMMd"] if token.width][-1] == "y"

    def isolate(self, text: str) -> str:
        """Return figures or a name that run from left to right, as they stand among the words of the language."""
        return f"{_LEFT_TO_RIGHT}{text}{_END}" if self.mark else text

    def name(self, told: str, year: int, month: int | None = None, day: int | None = None) -> str:
        """Return what the pattern of that name says of a date, of which the year is astronomical."""
        needs_era = year < _FIRST_PLAIN and f"G{told}" in self.patterns
        return self.write(self.patterns[f"G{told}" if needs_era else told], year, month, day)

    def span(self, told: str, year: int) -> Span | None:
        """Return how a range within a year is written; None: as any other range."""
        return None if year < _FIRST_PLAIN and "Gy" in self.patterns else self.spans.get(told)

    def write(self, pattern: Pattern, year: int, month: int | None = None, day: int | None = None) -> str:
        """Return what a pattern says of a date."""
        number = self._number(year) if year >= _FIRST_PLAIN or _says_era(pattern) else self._number_in_era(year)
        parts = []
        for text, width in pattern:
            if not width:
                parts.append(text)
            elif text == "y":
                parts.append(number)
            elif text == "d":
                parts.append(f"{day:0{width}d}")
            else:
                parts.append(self.eras[year > 0] if text == "G" else self._write_month(text, width, month or 0))
        return "".join(parts)

    def _write_month(self, letter: str, width: int, month: int) -> str:
        if width < _FIRST_NAMED:
            return f"{month:0{width}d}"
        return (self.months if letter == "M" else self.months_alone)[month - 1]

    def _number(self, year: int) -> str:
        """The number of a year in its era."""
        number = 1 - year if year <= 0 else year
        return f"{number:,}".replace(",", self.group) if number > _LARGEST_PLAIN else str(number)

    def _number_in_era(self, year: int) -> str:
        """The same with its era: few would know a number of few digits for a year."""
        parts = {"G": self.eras[year > 0], "y": self._number(year)}
        return "".join(parts[token.text] if token.width else token.text for token in self.beside[year > 0])


def _says_era(pattern: Pattern) -> bool:
    return any(token.text == "G" for token in pattern if token.width)


def parse_pattern(text: str) -> Pattern:
    """Return a pattern of Unicode in its tokens; text stands in quotes, or is made of no letters."""
    return tuple(
        Token(letter, len(field)) if field else Token(quoted or plain, 0)
        for quoted, field, letter, plain in _TOKEN.findall(text)
    )


def _span(first: str, last: str) -> Span:
    return Span(parse_pattern(first), "–", parse_pattern(last))


ENGLISH = Calendar(
    months=MONTH_NAMES,
    months_alone=MONTH_NAMES,
    weekdays=WEEKDAY_NAMES,
    eras=("BC", "AD"),
    group=",",
    patterns={
        "y": parse_pattern("y"),
        "yMMMM": parse_pattern("MMMM y"),
        "yMMMMd": parse_pattern("d MMMM y"),
        "MMMM": parse_pattern("MMMM"),
        "MMMMd": parse_pattern("d MMMM"),
    },
    beside=(parse_pattern("y G"), parse_pattern("G y")),
    spans={
        "yMMMMd/d": _span("d", "d MMMM y"),
        "yMMMMd/M": _span("d MMMM", "d MMMM y"),
        "yMMMM/M": _span("MMMM", "MMMM y"),
        "MMMMd/d": _span("d", "d MMMM"),
        "MMMMd/M": _span("d MMMM", "d MMMM"),
        "MMMM/M": _span("MMMM", "MMMM"),
    },
    joint="–",
    glue="{date}, {time}",
)
