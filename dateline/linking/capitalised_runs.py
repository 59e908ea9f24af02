"""Cut a text into the names that its capitals show: runs of capitalised words, split where two names meet."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.linking.capital_words import CALENDAR, GROUP_WORDS, NATIONALITIES, NO_NAMES, NOT_PERSONS, PLACE_WORDS
from dateline.linking.capitals import Evidence, Word, is_headline, is_short, plain, read_words
from dateline.linking.common_words import BUILDERS, FUNCTION_WORDS, GIVEN_NAMES, PARTICLES, TITLES

_DIVISIONS = frozenset("county district municipality parish prefecture province region town township village".split())
"""Names of these are whole before *of*: Punjab Province of Pakistan."""
_HOUSES = frozenset("cathedral church faculty hospital house museum temple university".split())
"""Names of these go on after *of*: North Dakota House of Representatives."""
_KIND_WORDS = GROUP_WORDS | PLACE_WORDS | NOT_PERSONS
_AND = frozenset(("and", "y", "e"))
_MINISTRIES = frozenset(
    "comision comite commission committee department departamento direccion instituto ministerio ministry office "
    "oficina secretaria".split()
)
"""What these are for may be two things: Ministry of Culture and Sports."""
_ARTICLES = frozenset(("el", "la", "los", "las"))
_JOINTS = frozenset(("of", "for", "and"))
_OWNERS = frozenset("children farmers men people players teachers veterans women workers writers".split())
_OWNED = frozenset("college hospital school".split())
"""A possessive of the former, or before the latter, stands inside a name: People's Army, Foster's School."""
_OWNING = re.compile(r"['’]s? ")
_OPENERS = frozenset(
    """
    another anybody anyone anything both cinco cuatro dos eight eleven everybody everyone everything five four half
    hundreds many nine nobody none nothing others seis seven several six somebody someone something ten thousands three
    tres twelve two
    """.split()
)
"""Words that open a sentence, and seldom stand in a name, however seldom the site writes them small."""
_NUMBERED = frozenset(
    "carretera channel district flight formula highway interstate line precinct route studio ward zone".split()
)
"""Words whose names may end in a number."""
_NEVER_TITLES = frozenset("saint foreign general late mother brother sister rey reina secretaría".split())
_QUOTES = '"“”„«»'
_MONTH_NAMES = frozenset("abril april august enero julio june marzo may".split())
_NICKNAME = re.compile(r"(?<=\w) ([\"“”‘'«])(?=[^\W\d_])([^\"“”’'»()\n]{2,30})([\"”’'»]) (?=[^\W\d_])")
_TAILS = frozenset(
    "aged area born bound built era friendly held led like made only owned ruled run sized speaking style wide".split()
)
"""Words that hang on a name."""
_ORDINARY = re.compile(
    r"(?:ing|ed|ly|s|[st]ion|ness|ment|er|ive|al|ous|ity|ogy|graphy|ism|ics|ship|[ae]nce|[ai]ble|ful|less|ists?|mente|cion)$"
)
"""Endings of words that are seldom names."""
_INITIALS = re.compile(r"(?!U\.S)(?:(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_])")
_NUMERAL = re.compile(r"[ivxlc]+")
_JOINING_FOR = frozenset(
    "agency alliance association center centre coalition commission committee council department foundation fund "
    "institute ministry movement office organisation organization society union".split()
)


Run = tuple[Word, ...]
"""The words of a name."""


def find_runs(text: str, evidence: Evidence, is_open: Callable[[int, int], bool]) -> Iterator[Run]:
    """Yield the names that the capitals of a block's text show, from left to right; none overlaps another.

    A text in capitals, or in which nearly every word has one, as headlines have, shows none. Words for which
    `is_open`, given their start and end, is false are passed over; no name runs across them.
    """
    words = read_words(text)
    if not is_headline(text, words):
        open_words = [_cut_compound(word, evidence) for word in words if is_open(word.start, word.end)]
        for run in _runs(text, open_words, evidence):
            yield from _split(text, run, evidence)


def is_sure(run: Run) -> bool:
    """Whether the capitals of a run tell enough by themselves: a single word that opens a sentence may be any word."""
    return len(run) > 1 or not run[0].opens or _ORDINARY.search(run[0].plain) is None


def _cut_compound(word: Word, evidence: Evidence) -> Word:
    """The name in Mexico-based and Warhol-like; Wai-ching is one word."""
    head, hyphen, tail = word.text.rpartition("-")
    if not hyphen or not tail.islower() or not (tail in _TAILS or tail.endswith("ed") or evidence.is_common(tail)):
        return word
    if word.opens:
        return replace(word, text=word.text.lower())
    return replace(word, end=word.start + len(head), text=head, plain=plain(head), closes=True)


def _runs(text: str, words: Sequence[Word], evidence: Evidence) -> Iterator[Run]:
    """Capitalised words that follow each other, and the small words between them."""
    nicknames = {edge for match in _NICKNAME.finditer(text) for edge in (match.start(1), match.start(3))}
    position = 0
    while position < len(words):
        if not words[position].is_capital:
            position += 1
            continue
        end = _run_end(text, words, position, nicknames, evidence)
        yield tuple(words[position:end])
        position = end


def _run_end(text: str, words: Sequence[Word], start: int, nicknames: set[int], evidence: Evidence) -> int:
    end = start + 1
    while end < len(words):
        following = _next_capital(text, words, end, nicknames)
        if following is None:
            break
        if following > end and not _may_join(words[start:end], words[end], words[following:], evidence):
            break
        end = following + 1
    return end


def _next_capital(text: str, words: Sequence[Word], end: int, nicknames: set[int]) -> int | None:
    """Where a run that has come to `end` may go on: there, or after one or two small words."""
    for position in range(end, min(end + 3, len(words))):
        if not _is_joined(text, words[position - 1], words[position], nicknames):
            return None
        if words[position].is_capital or (position == end and _is_number(words[end - 1], words[end])):
            return position
        if not _is_joint(words[position - 1], words[position]):
            return None
    return None


def _is_joined(text: str, left: Word, right: Word, nicknames: set[int]) -> bool:
    gap = text[left.end : right.start]
    if left.closes:
        is_inside = left.plain in _OWNERS or right.plain in _OWNED
        return is_inside and right.is_capital and _OWNING.fullmatch(gap) is not None
    if gap in (" ", "\n", "\u00a0", " & "):
        return True
    if gap in (". ", ".", ".\n"):
        return is_short(left)
    return len(gap) == 2 and (left.end in nicknames or left.end + 1 in nicknames)


def _is_number(left: Word, right: Word) -> bool:
    return left.plain in _NUMBERED and right.text.isdecimal() and len(right.text) < 4


def _is_joint(left: Word, word: Word) -> bool:
    return word.plain in PARTICLES or word.plain in _JOINTS or (word.plain == "the" and left.plain in ("of", "for"))


def _may_join(run: Sequence[Word], joint: Word, following: Sequence[Word], evidence: Evidence) -> bool:
    """Whether a small word joins a run and what follows; *of*, *for* and *and* do between nouns."""
    last = run[-1].plain
    if joint.plain == "for":
        return last in _JOINING_FOR
    if joint.plain in _AND:
        if len(run) > 2 and any(word.plain in _MINISTRIES for word in run[:2]):
            return following[0].plain not in _KIND_WORDS
        return _is_noun(run[-1], evidence) and last not in _KIND_WORDS and _ends_in_kind(following, evidence)
    if joint.plain != "of":
        return True
    if all(_is_noun(word, evidence) for word in run):
        return len(run) == 1 or last not in _DIVISIONS
    return (last in GROUP_WORDS or last in _HOUSES) and _is_noun(following[0], evidence)


def _ends_in_kind(following: Sequence[Word], evidence: Evidence) -> bool:
    """Whether capitalised nouns follow, of which one says what is named: Space Museum."""
    nouns = list(takewhile(lambda word: word.is_capital and _is_noun(word, evidence), following[:4]))
    return any(word.plain in _KIND_WORDS for word in nouns)


def _is_noun(word: Word, evidence: Evidence) -> bool:
    """Whether a word of a name is one of the language's own."""
    bare = word.plain
    return (
        bare in GROUP_WORDS
        or bare in PLACE_WORDS
        or bare in NATIONALITIES
        or bare in BUILDERS
        or evidence.is_common(bare)
    )


def _split(text: str, run: Run, evidence: Evidence) -> Iterator[Run]:
    quoted = text[run[0].start - 1 : run[0].start] + text[run[-1].end : run[-1].end + 1]
    if len(quoted) == 2 and quoted[0] in _QUOTES and quoted[1] in _QUOTES and len(run) > 1:
        yield run
        return
    for piece in _cut(_without_label(text, run, evidence), evidence):
        name = _trim(piece, evidence)
        if name and not _is_no_name(name, evidence):
            yield name


def _without_label(text: str, run: Run, evidence: Evidence) -> Run:
    """The run without a last word that only announces what follows: Image:, Sources."""
    stands_alone = run[0].start == 0 and run[-1].end == len(text)
    if stands_alone and all(evidence.is_common(word.plain) for word in run):
        return ()
    is_label = text[run[-1].end : run[-1].end + 1] == ":" and evidence.is_common(run[-1].plain)
    return run[:-1] if is_label else run


def _cut(run: Run, evidence: Evidence) -> Iterator[Run]:
    """The pieces of a run between titles, days and words of a new sentence."""
    piece: list[Word] = []
    for number, word in enumerate(run):
        following = run[number + 1] if number + 1 < len(run) else None
        if _is_title(word, following) and (following or not piece or piece[-1].is_capital):
            if not all(_is_noun(each, evidence) for each in piece):
                yield tuple(piece)
            piece = []
        elif _is_between(word, piece, following, evidence):
            yield tuple(piece)
            piece = []
        elif _begins_person(run[number:], piece, evidence):
            yield tuple(piece)
            piece = [word]
        else:
            piece.append(word)
    yield tuple(piece)


def _begins_person(rest: Run, before: Sequence[Word], evidence: Evidence) -> bool:
    """Whether a given name stands after the noun of an office: Superintendent William Hudson."""
    if len(rest) < 2 or not before:
        return False
    last, is_initials = before[-1].plain, _INITIALS.fullmatch(rest[0].text) is not None
    if is_initials and len(rest[0].text) > 2 and len(before) > 1:
        return True
    is_noun = evidence.is_common(last) and last not in PLACE_WORDS | BUILDERS | GROUP_WORDS
    return is_noun and (is_initials or rest[0].plain in GIVEN_NAMES)


def _is_title(word: Word, following: Word | None) -> bool:
    if word.plain not in TITLES or not word.is_capital or word.text.lower() in _NEVER_TITLES:
        return False
    return following is None or following.plain not in GROUP_WORDS | PLACE_WORDS


def _is_between(word: Word, before: Sequence[Word], following: Word | None, evidence: Evidence) -> bool:
    """Whether a word is of no name: a day, a word of the next sentence after U.S."""
    if not word.is_capital:
        return False
    if word.plain in CALENDAR:
        return not (before and word.plain in _MONTH_NAMES)
    if before and word.text.isupper() and _NUMERAL.fullmatch(word.plain):
        return False
    if _is_acronym(word) or word.plain in BUILDERS or word.plain in PARTICLES or (before and word.plain in GROUP_WORDS):
        return False
    after_stop = evidence.is_common(word.plain) and _ends_sentence(before)
    return word.plain.partition("'")[0] in FUNCTION_WORDS or (after_stop and following is None)


def _ends_sentence(before: Sequence[Word]) -> bool:
    """Whether a sentence may end with these words: with U.S., and Washington D.C., not with the initials of a name."""
    return bool(before) and before[-1].text.endswith(".") and (len(before) > 1 or before[-1].plain[:2] == "u.")


def _is_acronym(word: Word) -> bool:
    return word.text.isupper() and 2 <= len(word.text) <= 5


def _trim(run: Run, evidence: Evidence) -> Run:
    """The run without what stands before and after the name."""
    start, end = 0, len(run)
    while start < end and _is_lead(run[start], run[start + 1 : end], evidence):
        start += 1
    while start < end and not (run[end - 1].is_capital or run[end - 1].text.isdecimal()):
        end -= 1
    return run[start:end]


def _is_lead(word: Word, rest: Run, evidence: Evidence) -> bool:
    """Whether a word stands before the name: a small one, one that opens the sentence, whence somebody comes."""
    if not word.is_capital:
        return True
    if not rest:
        return False
    if word.plain in BUILDERS:
        # La Laguna and the Spanish for: the attorney's office.
        is_article = (word.plain, rest[0].plain) in evidence.articles or rest[0].plain in GROUP_WORDS
        return word.opens and word.plain in _ARTICLES and is_article
    if word.plain in NATIONALITIES:
        return rest[0].plain in GIVEN_NAMES
    is_met = (word.plain, rest[0].plain) in evidence.pairs or all(_is_noun(each, evidence) for each in rest)
    return word.opens and (word.plain in _OPENERS or (evidence.is_common(word.plain) and not is_met))


def _is_no_name(run: Run, evidence: Evidence) -> bool:
    if _is_nationality(run[-1].plain) and all(_is_nationality(word.plain) or word.plain in BUILDERS for word in run):
        return True
    if len(run) > 1:
        return all(word.plain in NO_NAMES for word in run)
    return _is_no_single_name(run[0], evidence)


def _is_nationality(bare: str) -> bool:
    """Whether a plain word is an adjective of place, or the people that go by it: British-American, Bangladeshis."""
    parts = bare.split("-")
    return all(part in NATIONALITIES or part.removesuffix("s") in NATIONALITIES for part in parts)


def _is_no_single_name(word: Word, evidence: Evidence) -> bool:
    bare = word.plain
    if len(bare) < 2 or bare in NO_NAMES or (word.text.isupper() and _NUMERAL.fullmatch(bare)):
        return True
    if bare in _OPENERS or (word.text.endswith("s") and word.text[:-1].isupper()):
        return True
    if _is_acronym(word):
        return evidence.is_common(bare) and len(bare) > 3
    if bare in GROUP_WORDS or bare in PLACE_WORDS or bare in BUILDERS or bare in PARTICLES or bare in CALENDAR:
        return True
    return evidence.is_common(bare)
