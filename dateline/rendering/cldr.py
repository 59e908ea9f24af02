"""Turn a language into how it writes dates: what the Unicode CLDR knows of it, which Babel carries."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from itertools import takewhile
from typing import Any

from babel.core import Locale, UnknownLocaleError
from babel.localedata import LocaleDataDict, load

from dateline.rendering.calendar_words import Calendar, Pattern, Span, Token, parse_pattern

_RIGHT_TO_LEFT = "\u200f"
_READ = (
    "character_order",
    "date_formats",
    "datetime_formats",
    "datetime_skeletons",
    "days",
    "eras",
    "interval_formats",
    "months",
    "number_symbols",
)
_LONG = 4
"""How wide the field of a month is that has its name in full."""

_TWO_ENDS = 2
_SPANS = (
    ("yMMMMd", "yMMMd", "d"),
    ("yMMMMd", "yMMMd", "M"),
    ("MMMMd", "MMMd", "d"),
    ("MMMMd", "MMMd", "M"),
    ("yMMMM", "yMMM", "M"),
    ("yMMMM", "yMMMM", "M"),
    ("MMMM", "MMM", "M"),
    ("MMMM", "MMMM", "M"),
    ("y", "y", "y"),
)
"""What a range tells, the format that tells it, and where its ends begin to differ; the best one last."""

_Data = Mapping[str, Any]


def read_calendar(language: str) -> Calendar | None:
    """Return how a language (a BCP 47 tag) writes dates; None where nothing is known of it."""
    data = _load(language)
    if data is None:
        return None
    beside = _era_and_year(parse_pattern(data["datetime_skeletons"]["Gy"].pattern))
    patterns = _patterns(data, has_words=any(token.text.strip() for token in beside if not token.width))
    return Calendar(
        months=_names(data["months"]["format"]["wide"], range(1, 13)),
        months_alone=_names(data["months"]["stand-alone"]["wide"], range(1, 13)),
        weekdays=_names(data["days"]["stand-alone"]["wide"], range(7)),
        eras=(data["eras"]["abbreviated"][0], data["eras"]["abbreviated"][1]),
        group=data["number_symbols"]["latn"]["group"],
        patterns=patterns,
        beside=(beside, beside),
        spans=_spans(data["interval_formats"], patterns),
        joint=_between(data["interval_formats"][None]),
        glue=data["datetime_formats"]["medium"].format("{time}", "{date}"),
        mark=_RIGHT_TO_LEFT if data["character_order"] == "right-to-left" else "",
    )


def read_language_name(tag: str, language: str) -> str:
    """Return the name of a language in another (BCP 47 tags); '' where nobody knows it."""
    try:
        return str(Locale.parse(language, sep="-").languages.get(tag, ""))
    except (UnknownLocaleError, ValueError):
        return ""


def _load(language: str) -> _Data | None:
    """The data of a locale, or of its language alone.

    It is copied: Babel resolves references between locales in place, in data that they share, and so the words
    of one would depend on which others were asked for before.
    """
    try:
        name = str(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        above = language.rpartition("-")[0]
        return _load(above) if above else None
    raw = load(name)
    return LocaleDataDict(deepcopy({key: raw[key] for key in _READ}))


def _names(named: Mapping[int, str], numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(named[number] for number in numbers)


def _patterns(data: _Data, *, has_words: bool) -> dict[str, Pattern]:
    """The patterns by name; where words stand between the era and the year, also those that say both."""
    known = {key: parse_pattern(skeleton.pattern) for key, skeleton in data["datetime_skeletons"].items()}
    with_era = {"Gy": known["Gy"], "GyMMMM": _lengthen(known["GyMMM"]), "GyMMMMd": _lengthen(known["GyMMMd"])}
    return {
        "y": known["y"],
        "yMMMM": known.get("yMMMM") or _lengthen(known["yMMM"]),
        "yMMMMd": parse_pattern(data["date_formats"]["long"].pattern),
        "MMMM": (Token("L", _LONG),),
        "MMMMd": known.get("MMMMd") or _lengthen(known["MMMd"]),
        **(with_era if has_words else {}),
    }


def _era_and_year(pattern: Pattern) -> Pattern:
    """What stands in a pattern from the era to the year, or from the year to the era."""
    places = [place for place, token in enumerate(pattern) if token.width]
    return pattern[places[0] : places[-1] + 1]


def _lengthen(pattern: Pattern) -> Pattern:
    """The pattern with the names of months in full."""
    return tuple(
        Token(token.text, _LONG) if token.text in ("M", "L") and token.width == _LONG - 1 else token
        for token in pattern
    )


def _spans(formats: _Data, patterns: Mapping[str, Pattern]) -> dict[str, Span]:
    return {
        f"{told}/{differs}": _span(formats[key][differs], patterns, told)
        for told, key, differs in _SPANS
        if key in formats and len(formats[key].get(differs, ())) == _TWO_ENDS
    }


def _tells_month(pattern: Pattern) -> bool:
    return any(token.text in ("M", "L") for token in pattern if token.width)


def _span(parts: tuple[str, str], patterns: Mapping[str, Pattern], told: str) -> Span:
    first, last = (_lengthen(parse_pattern(part)) for part in parts)
    first, joint = _cut_joint(first, last)
    if last[0].text != "d" or not _tells_month(last):
        return Span(first, joint, last)
    # Months follow their days: then the end is a date in full, as it stands alone.
    return Span(patterns["MMMMd"] if _tells_month(first) else first, joint, patterns[told])


def _cut_joint(first: Pattern, last: Pattern) -> tuple[Pattern, str]:
    """The start of a range without what stands between its ends, and that."""
    *head, tail = first
    if tail.width:
        return first, ""
    # What follows the last field of the start, as 日 does in 14日～18日, is no part of the joint.
    pairs = zip(tail.text, _text_after(head[-1], last), strict=False)
    own = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return (*head, Token(own, 0)) if own else tuple(head), tail.text.removeprefix(own)


def _text_after(field: Token, pattern: Pattern) -> str:
    place = pattern.index(field) + 1 if field in pattern else len(pattern)
    return pattern[place].text if place < len(pattern) and not pattern[place].width else ""


def _between(fallback: str) -> str:
    """What stands between the two ends in `{0} – {1}`."""
    return fallback.replace("{0}", "").replace("{1}", "")
