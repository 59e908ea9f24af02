"""Turn what lies between an entry's two dates into words: `reported 2–3 years later`, `happened 30 July 2022`.

Spanish is complete beside English; other languages have English, as the rest of the page does.
"""

from dateline.indexes.lags import Lag, Unit
from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate
from dateline.rendering.date_words import when_words


@dataclass(frozen=True, slots=True)
class _Words:
    """The phrases of one language."""

    happened: str
    ahead: str
    """Of what was still to happen when it was published."""
    undated: str
    later: str
    before: str
    units: dict[Unit, tuple[str, str]]
    """One of it, and several."""
    at_least: str
    less_than: str
    about: str
    possibly: str
    thousands: str
    """What stands between thousands."""


_ENGLISH = _Words(
    "happened {}",
    "for {}",
    "when it happened is not known",
    "reported {} later",
    "announced {} before",
    {Unit.DAY: ("day", "days"), Unit.MONTH: ("month", "months"), Unit.YEAR: ("year", "years")},
    "at least {}",
    "less than {}",
    "about {}",
    "possibly {}",
    ",",
)
_SPANISH = _Words(
    "ocurrido {}",
    "para {}",
    "no se sabe cuándo ocurrió",
    "publicado {} después",
    "anunciado {} antes",
    {Unit.DAY: ("día", "días"), Unit.MONTH: ("mes", "meses"), Unit.YEAR: ("año", "años")},
    "al menos {}",
    "menos de {}",
    "aproximadamente {}",
    "quizá {}",
    "\N{NO-BREAK SPACE}",
)
_LANGUAGES = {"es": _SPANISH}


def lag_words(lag: Lag, language: str) -> str:
    """Return a lag in words, in a language (a BCP 47 tag)."""
    words = _words(language)
    return (words.before if lag.is_before else words.later).format(amount_words(lag, language))


def amount_words(lag: Lag, language: str) -> str:
    """Return how long a lag is, in a language (a BCP 47 tag): `2–3 years`."""
    words = _words(language)
    amount = _amount(lag, words)
    if lag.approximate and lag.most is not None:
        amount = words.about.format(amount)
    if lag.uncertain:
        amount = words.possibly.format(amount)
    return amount


def happened_words(happened: HistoricalDate, published: HistoricalDate, language: str) -> str:
    """Return when something happened, beside when it was published, in a language (a BCP 47 tag)."""
    words, (first, last) = _words(language), (happened.first_day, published.last_day)
    if not happened.is_known:
        return words.undated
    is_ahead = first is not None and last is not None and first > last
    return (words.ahead if is_ahead else words.happened).format(when_words(happened, language))


def _words(language: str) -> _Words:
    return _LANGUAGES.get(language.partition("-")[0].casefold(), _ENGLISH)


def _amount(lag: Lag, words: _Words) -> str:
    if lag.most is None:
        least = _counted(lag.least, lag.unit, words)
        return words.at_least.format(words.about.format(least) if lag.approximate else least)
    if not lag.least:
        return words.less_than.format(_counted(lag.most + 1, lag.unit, words))
    last = _counted(lag.most, lag.unit, words)
    return last if lag.least == lag.most else f"{_figures(lag.least, words)}–{last}"


def _counted(number: int, unit: Unit, words: _Words) -> str:
    one, many = words.units[unit]
    return f"{_figures(number, words)} {one if number == 1 else many}"


def _figures(number: int, words: _Words) -> str:
    return f"{number:,}".replace(",", words.thousands)
