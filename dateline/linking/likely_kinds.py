"""Guess from its words, and from the words around it, whether a name is a person's, a group's or a place's."""

import re
from collections import Counter
from collections.abc import Sequence

from dateline.linking.capital_words import BEFORE_PLACES, GROUP_WORDS, NATIONALITIES, NOT_PERSONS, PLACE_WORDS, SPEAKING
from dateline.linking.capitals import plain
from dateline.linking.common_words import GIVEN_NAMES, PARTICLES, TITLES
from dateline.linking.sightings import Sighting

PERSON, GROUP, PLACE = "person", "group", "place"

_LAST_WORD = re.compile(r"([^\W\d_][\w'’-]*)\.? (?:[tT]he )?$")
_AFTER = re.compile(r"(?:['’]s)?,? ([^\W_]+)")
_PLACE_ABOVE = re.compile(r", [^\W\d_a-z]\w")
_AGE = re.compile(r", \d\d,|,? \((?:born|c\.|\d{4}|\d\d?,)")
_INITIAL = re.compile(r"\b[^\W\d_]\. ")
_ACRONYM = re.compile(r"(?<!\S)[A-ZÀ-Þ]{2,4}(?!\S)")
_INNER_CAPITAL = re.compile(r"(?!Mc|Mac|O['’]|D['’])\w+[a-zß-ÿ][A-ZÀ-Þ]")
_COUNTRIES = frozenset("UK US USA UAE DRC EEUU NY DC LA".split()) | {"Washington DC"}
"""Places that go by their initials."""
_PLACE_BUILDERS = frozenset(
    "central cerro east fort lake los mount new north nueva nuevo port puerto rio saint san santa south st upper"
    " west".split()
)
"""Words that names of places begin with."""
_SURNAMES = frozenset(
    "banks bridge brooks castle church ford forest hall hill lane marsh rivers street wood woods".split()
)
"""Words of places that people are called too."""
_MOST_READ = 30
"""How many sightings of a name are read for its kind."""


def likely_kind(sightings: Sequence[Sighting], *, has_short_form: bool) -> str:
    """Return the likely kind of the name that these sightings (one at least) show: person, group or place.

    `has_short_form`: the same articles also write its last word alone, as they do with people.
    """
    score = _judge_words(sightings[0])
    for sighting in sightings[:_MOST_READ]:
        score.update(_judge_surroundings(sighting))
    score[PERSON] += 3 * has_short_form
    words = [word for word in sightings[0].words if word not in PARTICLES]
    default = PERSON if len(words) in (2, 3) else GROUP if len(words) > 1 else PLACE
    return max((PERSON, GROUP, PLACE), key=lambda kind: (score[kind], kind == default))


def _judge_words(sighting: Sighting) -> Counter[str]:
    """What the words of a name tell."""
    words, surface = sighting.words, sighting.surface
    score: Counter[str] = Counter()
    ends = {words[0], words[-1]}
    score[GROUP] += 8 * any(word in GROUP_WORDS for word in words) + 4 * (words[-1] in GROUP_WORDS)
    score[PLACE] += 9 * bool(ends & PLACE_WORDS)
    score[GROUP] += 6 * (surface.isupper() and len(surface) > 1 and surface.isalnum())
    score[GROUP] += 3 * any(word in NOT_PERSONS for word in words) + bool(NATIONALITIES.intersection(words))
    score[GROUP] += 4 * bool(_INNER_CAPITAL.search(surface)) + 4 * (len(words) > 1 and bool(_ACRONYM.search(surface)))
    score[PLACE] += 12 * (surface.replace(".", "") in _COUNTRIES)
    if len(words) > 1:
        score[PERSON] += 6 * (words[0] in GIVEN_NAMES) + 4 * bool(_INITIAL.search(surface))
        score[PERSON] += 2 * (len(words) < 4) + 6 * (words[0] in GIVEN_NAMES and words[-1] in _SURNAMES)
        score[PLACE] += 4 * (words[0] in _PLACE_BUILDERS)
    if len(words) > 4:
        score[GROUP] += 3
    return score


def _judge_surroundings(sighting: Sighting) -> Counter[str]:
    """What the words around a sighting tell."""
    score: Counter[str] = Counter()
    before = _LAST_WORD.search(sighting.block, max(0, sighting.start - 40), sighting.start)
    after = _AFTER.match(sighting.block, sighting.end)
    if before:
        score[PERSON] += 4 * (plain(before[1]) in TITLES)
        score[PLACE] += 2 * (plain(before[1]) in BEFORE_PLACES and not before[0].endswith("he "))
        score[GROUP] += 2 * before[0].lower().endswith("the ")
    if after:
        score[PERSON] += 2 * (plain(after[1]) in SPEAKING)
    score[PERSON] += 3 * bool(_AGE.match(sighting.block, sighting.end))
    score[PLACE] += bool(_PLACE_ABOVE.match(sighting.block, sighting.end)) and len(sighting.words) == 1
    return score
