"""Turn what dates say beside days and years (about, before, until …) into the fixed phrases of a language.

In a phrase `{}` stands for a date. English and Spanish are complete. In any other language signs stand where a phrase
would stand inside a date, since they are read everywhere; what stands beside dates is in English like all else that
the pages say of themselves.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from dateline.model.dataclass import dataclass
from dateline.model.date import AUTUMN, SPRING, SUMMER, WINTER, Bound, DatePoint, Precision
from dateline.rendering.tongues import ENGLISH as ENGLISH_MARK
from dateline.rendering.tongues import mark

_ROMAN = (("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a language says of dates."""

    undated: str
    about: str
    about_inside: str
    """The same after another phrase."""
    possibly: str
    by: str
    before: str
    """By the end of the year, month … before; empty: said as `by`."""
    until: str
    """Up to a date, from an unknown one."""
    since: str
    lasting: str
    """From a date, up to an unknown one."""
    from_to: str
    """A range of which an end is not sure."""
    span: str
    """From the first to the last of several dates."""
    between: str
    """The same in a running text."""
    within: str
    """A month or year in a running text."""
    told: str
    """When an article told of it."""
    seasons: Mapping[int, str]
    season: str
    """A season and its year."""
    name_decade: Callable[[int], str] | None
    """From its first year, 100 or later; None: the years from first to last."""
    name_century: Callable[[int, bool], str] | None
    """From its number, and whether it lies before Christ; None: the years from first to last."""
    name_day: Callable[[int], str] | None
    """A day of an unknown month, from 1; None: in figures."""
    day_and_year: str
    """Such a day, and its year."""
    coarse_notes: Mapping[Precision, str]
    day_of_some_month_note: str
    approximate_note: str
    uncertain_note: str
    days_note: str
    time_note: str
    start_notes: Mapping[Bound, str]
    end_notes: Mapping[Bound, str]
    month_not_given: str
    """A heading."""
    year_not_given: str
    """A heading."""
    never_dated: str
    """A heading."""
    never_told: str
    """A heading."""
    bare_year: str
    """The words for a bar of a chart."""
    article: Callable[[DatePoint], str] = lambda _: ""
    """What stands before a date inside a phrase: `el ` before a day."""
    at: Callable[[DatePoint], str] = lambda _: ""
    """What stands before a date that tells when something was done: `en ` before a month."""
    contractions: tuple[tuple[str, str], ...] = ()
    """What two words become one: `de el ` becomes `del `."""

    def contract(self, text: str) -> str:
        """Return a text with those two words made one."""
        for two, one in self.contractions:
            text = re.sub(rf"\b{two}", one, text)
        return text


def find_phrases(language: str) -> Phrases:
    """Return the phrases of a language (a BCP 47 tag)."""
    return _CATALOGUE.get(language.partition("-")[0].casefold(), _NEUTRAL)


def is_neutral(language: str) -> bool:
    """Return whether a language (a BCP 47 tag) has signs inside dates, and English beside them."""
    return find_phrases(language) is _NEUTRAL


def mark_phrase(text: str, language: str) -> str:
    """Return a text beside a date as a page in a language has it: marked as English where that has no phrases."""
    return mark(text, ENGLISH_MARK) if is_neutral(language) else text


def _suffixed(number: int) -> str:
    """An English ordinal: 1st, 12th, 23rd."""
    suffix = "th" if number // 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _roman(number: int) -> str:
    """A Roman numeral, as Spanish counts centuries."""
    written = ""
    for letters, value in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


_SPANISH_SEASONS = {SPRING: "primavera", SUMMER: "verano", AUTUMN: "otoño", WINTER: "invierno"}


def _spanish_article(point: DatePoint) -> str:
    """The article before a date: el 3 de mayo, la primavera de 2001, el siglo XX; none before a month or a year."""
    if point.day or point.precision is Precision.CENTURY:
        return "el "
    if point.precision is Precision.SEASON:
        return "la " if point.season == SPRING else "el "
    return "la " if _is_named_decade(point) else ""


def _spanish_at(point: DatePoint) -> str:
    return "el " if point.day else f"en {_spanish_article(point)}"


def _is_named_decade(point: DatePoint) -> bool:
    return point.precision is Precision.DECADE and point.year >= FIRST_NAMED_DECADE


FIRST_NAMED_DECADE = 100
"""From this year on a decade has a name: few say "the 40s BC", and the first decade has nine years in it."""

ENGLISH = Phrases(
    undated="Undated",
    about="about {}",
    about_inside="about {}",
    possibly="possibly {}",
    by="by {}",
    before="before {}",
    until="until {}, from an unknown date",
    since="from {} on",
    lasting="from {}, until an unknown date",
    from_to="from {} to {}",
    span="{} to {}",
    between="between {} and {}",
    within="in {}",
    told="told {}",
    seasons={SPRING: "spring", SUMMER: "summer", AUTUMN: "autumn", WINTER: "winter"},
    season="{} {}",
    name_decade=lambda first: f"the {first}s",
    name_century=lambda number, before: f"the {_suffixed(number)} century{' BC' if before else ''}",
    name_day=lambda day: f"the {_suffixed(day)} of some month",
    day_and_year="{} in {}",
    coarse_notes={
        Precision.CENTURY: "the century is all we have",
        Precision.DECADE: "the decade is all we have",
        Precision.YEAR: "the year is all we have",
        Precision.SEASON: "month not given",
        Precision.MONTH: "day not given",
    },
    day_of_some_month_note="month not given",
    approximate_note="the day is approximate",
    uncertain_note="the day is uncertain",
    days_note="one of these days",
    time_note="within this time",
    start_notes={Bound.OPEN: "no earlier limit given", Bound.UNKNOWN: "its beginning is not known"},
    end_notes={Bound.OPEN: "no later limit given", Bound.UNKNOWN: "its end is not known"},
    month_not_given="Month not given",
    year_not_given="Year not given",
    never_dated="No date in any article",
    never_told="Told in no dated article",
    bare_year="In {}, month not given",
)

SPANISH = Phrases(
    undated="Sin fecha",
    about="hacia {}",
    about_inside="alrededor de {}",
    possibly="posiblemente {}",
    by="a más tardar {}",
    before="antes de {}",
    until="hasta {}, desde una fecha desconocida",
    since="desde {}",
    lasting="desde {}, hasta una fecha desconocida",
    from_to="desde {} hasta {}",
    span="{} a {}",
    between="entre {} y {}",
    within="en {}",
    told="contado {}",
    seasons=_SPANISH_SEASONS,
    season="{} de {}",
    name_decade=lambda first: f"década de {first}",
    name_century=lambda number, before: f"siglo {_roman(number)}{' a. C.' if before else ''}",
    name_day=lambda day: f"{day} de algún mes",
    day_and_year="{} de {}",
    coarse_notes={
        Precision.CENTURY: "solo se conoce el siglo",
        Precision.DECADE: "solo se conoce la década",
        Precision.YEAR: "solo se conoce el año",
        Precision.SEASON: "mes no indicado",
        Precision.MONTH: "día no indicado",
    },
    day_of_some_month_note="mes no indicado",
    approximate_note="el día es aproximado",
    uncertain_note="el día es incierto",
    days_note="uno de estos días",
    time_note="dentro de este periodo",
    start_notes={Bound.OPEN: "sin límite anterior indicado", Bound.UNKNOWN: "se desconoce su comienzo"},
    end_notes={Bound.OPEN: "sin límite posterior indicado", Bound.UNKNOWN: "se desconoce su final"},
    month_not_given="Mes no indicado",
    year_not_given="Año no indicado",
    never_dated="Sin fecha en ningún artículo",
    never_told="No contado en ningún artículo con fecha",
    bare_year="En {}, mes no indicado",
    article=_spanish_article,
    at=_spanish_at,
    contractions=(("de el ", "del "),),
)

_NEUTRAL = replace(
    ENGLISH,
    about="~{}",
    about_inside="~{}",
    possibly="{}?",
    by="… – {}",
    before="",
    until="? – {}",
    since="{} – …",
    lasting="{} – ?",
    from_to="{} – {}",
    span="{} – {}",
    name_decade=None,
    name_century=None,
    name_day=None,
)
_CATALOGUE = {"en": ENGLISH, "es": SPANISH}
