"""Turn the words of a written date into what each of them says: its day, month, year, time or weekday."""

import re
from typing import Literal

FaultCode = Literal["date-unreadable", "date-ambiguous"]

WRITE_A_DATE = "write a date such as 2020-07-18, 2020-07 or unknown"

MONTH_WORDS: tuple[tuple[str, ...], ...] = (
    ("Jan", "January", "ene", "enero"),
    ("Feb", "February", "febrero"),
    ("Mar", "March", "marzo"),
    ("Apr", "April", "abr", "abril"),
    ("May", "mayo"),
    ("Jun", "June", "junio"),
    ("Jul", "July", "julio"),
    ("Aug", "August", "ago", "agosto"),
    ("Sep", "Sept", "September", "set", "septiembre", "setiembre"),
    ("Oct", "October", "octubre"),
    ("Nov", "November", "noviembre"),
    ("Dec", "December", "dic", "diciembre"),
)
WEEKDAY_WORDS: tuple[tuple[str, ...], ...] = (
    ("Mon", "Monday", "lunes"),
    ("Tue", "Tues", "Tuesday", "martes"),
    ("Wed", "Wednesday", "miércoles"),
    ("Thu", "Thur", "Thurs", "Thursday", "jueves"),
    ("Fri", "Friday", "viernes"),
    ("Sat", "Saturday", "sábado"),
    ("Sun", "Sunday", "domingo"),
)

DATE_PARTS = ("year", "month", "day", "hour", "minute", "second")
"""What a date may say, from the coarsest to the finest."""

_MONTHS = frozenset(name.lower() for names in MONTH_WORDS for name in names)
_WEEKDAYS = {name.lower(): number for number, names in enumerate(WEEKDAY_WORDS) for name in names}
_UTC_WORDS = ("z", "utc", "gmt")
_FILLERS = frozenset({",", ".", "the", "of", "on", "at", "de", "del", "el"})

# What a part of a date means nothing without.
_NEEDS = {"day": "month", "weekday": "day", "clock": "day", "half": "clock", "offset": "clock", "zone": "clock"}
_KIND_WORDS = {
    "day": "a day",
    "month": "a month",
    "year": "a year",
    "weekday": "a weekday",
    "clock": "a time",
    "half": "am or pm",
    "offset": "a time zone",
    "zone": "a time zone",
}

_ORDINAL = re.compile(r"(?i)\b([0-9]{1,2})(?:st|nd|rd|th|º|°|ro)(?!\w)")
_DASHED_MONTH = re.compile(r"\b([0-9]{1,2})-([^\W\d_]+)-([0-9]{4})\b")
_HALF_DAY = re.compile(r"(?i)\b([ap])\. ?m\.")
_FRACTION = re.compile(r"(:[0-9]{2})[.,][0-9]+")
_NAMED_OFFSET = re.compile(r"(?i)\b(?:utc|gmt) ?(?=[+-][0-9])")
_WORD = re.compile(
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9:])"
    r"|(?<![0-9]{4})[+-][0-9]{1,2}(?::?[0-5][0-9])?(?![0-9:])"
    r"|\[[^\]]*\]|\w+|\S"
)


class RefusalError(Exception):
    """A text is no date: why, a remedy, a code, and the word that nobody knows if there is one."""

    def __init__(
        self, why: str = "", hint: str = WRITE_A_DATE, code: FaultCode = "date-unreadable", word: str = ""
    ) -> None:
        super().__init__(why)
        self.why, self.hint, self.code = why, hint, code
        self.unknown_word = word


def sort_words(text: str) -> dict[str, str]:
    """Return the words of a date by what they say.

    The keys are day, month, year, weekday, clock, half (am or pm), offset and zone; the values are as
    written, but for ordinals and UTC. Raises RefusalError for a word that says nothing, or nothing new.
    """
    said: dict[str, str] = {}
    for word in _WORD.findall(_simplify(text)):
        if word.lower() in _FILLERS:
            continue
        kind = _name_kind(word.lower())
        if kind is None:
            raise RefusalError(word=word)
        if kind in said:
            raise _refuse_repeat(kind)
        said[kind] = "+00:00" if word.lower() in _UTC_WORDS else word.strip("[]")
    _check_words(said)
    return said


def find_weekday(word: str) -> int:
    """Return the number of a weekday (0 is Monday) that `sort_words` found."""
    return _WEEKDAYS[word.lower()]


def _simplify(text: str) -> str:
    plain = _ORDINAL.sub(r"\1", text.replace("\N{MINUS SIGN}", "-"))
    plain = _DASHED_MONTH.sub(r"\1 \2 \3", _HALF_DAY.sub(r"\1m", plain))
    return _NAMED_OFFSET.sub("", _FRACTION.sub(r"\1", plain))


def _name_kind(word: str) -> str | None:
    kinds = {
        "month": word in _MONTHS,
        "weekday": word in _WEEKDAYS,
        "half": word in ("am", "pm"),
        "offset": word in _UTC_WORDS or re.match(r"[+-][0-9]", word),
        "clock": ":" in word[1:],
        "zone": re.fullmatch(r"\[.*\]", word),
        # dateutil takes a number up to 100 for a day, whatever the zeros before it.
        "year": re.fullmatch(r"[0-9]{4}", word) and int(word) > 100,
        # It takes one above 31 for a short year.
        "day": re.fullmatch(r"[0-9]{1,2}", word) and 1 <= int(word) <= 31,
    }
    return next((kind for kind, fits in kinds.items() if fits), None)


def _refuse_repeat(kind: str) -> RefusalError:
    if kind == "day":
        why = "a number in it may be a day, a short year or an hour"
        return RefusalError(why, "write years with four digits and times as 14:05")
    return RefusalError(f"it has {_KIND_WORDS[kind]} twice")


def _check_words(said: dict[str, str]) -> None:
    for kind, need in _NEEDS.items():
        if kind in said and need not in said:
            raise RefusalError(f"it has {_KIND_WORDS[kind]} without {_KIND_WORDS[need]}")
    if "half" in said and not 1 <= int(said["clock"].split(":")[0]) <= 12:
        raise RefusalError("am and pm belong to a clock of twelve hours")
