"""Say how alike two names are written: for reports and suggestions, never to link.

The measure is the normalised indel similarity (twice the length of the longest common subsequence, divided by
the length of both), of names without diacritics and in small letters: `Michoacan` and `Michoacán` are alike
to the full.
"""

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

_EDGE = 2
"""Two names are compared where they open, or end, with as many like letters."""


def similarity(a: str, b: str) -> float:
    """Return how alike two names are, from 0 (nothing in common) to 1 (the same but for case and diacritics)."""
    return float(Indel.normalized_similarity(_plain(a), _plain(b)))


def close_pairs(names: Sequence[str], threshold: float) -> tuple[tuple[str, str, float], ...]:
    """Return the pairs of different names that are at least so alike (0 to 1), as (one, other, similarity).

    The most alike come first, then in the order of the alphabet; of each pair too. Only names whose first two
    letters or last two letters are alike are compared, and only where their lengths allow it: 10,000 names take
    a second or two.
    """
    forms = defaultdict(list)
    for name in sorted(set(names)):
        forms[_plain(name)].append(name)
    alike = {(form, form): 1.0 for form, same in forms.items() if len(same) > 1}
    for edge in (slice(_EDGE), slice(-_EDGE, None)):
        for block in _blocks(forms, edge):
            alike.update(_close_forms(block, threshold))
    pairs = {
        (min(one, other), max(one, other)): score
        for (first, second), score in alike.items()
        for one in forms[first]
        for other in forms[second]
        if one != other
    }
    return tuple(sorted(((*pair, score) for pair, score in pairs.items()), key=lambda pair: (-pair[2], pair)))


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(char for char in parts if not unicodedata.combining(char)).split())


def _blocks(forms: Iterable[str], edge: slice) -> Iterator[list[str]]:
    """Forms with one edge in common, each block from the shortest to the longest."""
    blocks = defaultdict(list)
    for form in forms:
        blocks[form[edge]].append(form)
    return (sorted(block, key=lambda form: (len(form), form)) for block in blocks.values() if len(block) > 1)


def _close_forms(block: Sequence[str], threshold: float) -> Iterator[tuple[tuple[str, str], float]]:
    lengths = [len(form) for form in block]
    for position, form in enumerate(block):
        # Of lengths n and m, n the smaller, the similarity is at most 2n / (n + m).
        longest = len(form) * (2 - threshold) / threshold if threshold > 0 else lengths[-1]
        others = block[position + 1 : bisect_right(lengths, longest)]
        found = process.extract(form, others, scorer=Indel.normalized_similarity, limit=None, score_cutoff=threshold)
        for other, score, _ in found:
            yield (min(form, other), max(form, other)), float(score)
