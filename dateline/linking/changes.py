"""Turn the ledgers of two builds into the links that came, went or became ambiguous between them."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, zip_longest

from dateline.model.dataclass import dataclass
from dateline.model.mention import Decision

_LARGEST_MATCH = 1_000_000  # pairs of mentions that are compared with each other


class Became(StrEnum):
    """What became of a link."""

    NEW = "new"
    GONE = "gone"
    AMBIGUOUS = "now ambiguous"
    ELSEWHERE = "now elsewhere"


@dataclass(frozen=True, slots=True)
class Row:
    """What a comparison needs of a mention."""

    path: str
    """Below the content folder."""
    line: int
    column: int
    surface: str
    entity: str | None
    decision: str
    candidates: tuple[str, ...] = ()

    @property
    def is_link(self) -> bool:
        """Whether the mention is a link."""
        return self.decision == Decision.LINKED


@dataclass(frozen=True, slots=True)
class Change:
    """One link that is not what it was."""

    became: Became
    row: Row
    """As it is now; where it is gone, as it was."""
    entity: str | None
    """Where it leads; where it is gone or ambiguous, where it led."""

    def __str__(self) -> str:
        """Return the change as a phrase."""
        surface = f"'{self.row.surface}'"
        if self.became is Became.NEW:
            return f"{surface} now links to {self.entity}"
        if self.became is Became.GONE:
            return f"{surface} no longer links to {self.entity}"
        if self.became is Became.ELSEWHERE:
            return f"{surface} now links to {self.row.entity}, no longer to {self.entity}"
        return f"{surface} no longer links to {self.entity}: it may mean {' or '.join(self.row.candidates)}"


_Pair = tuple[Row | None, Row | None]
"""A mention before and after."""


def compare_ledgers(before: bytes, after: bytes) -> tuple[Change, ...]:
    """Return what changed between two ledgers (`data/mentions.jsonl`), by file and place.

    Mentions of a file are matched by their words and their order, so lines that move change nothing. A link that
    has only moved to another mention of the same entity in its file is no change either. Raises ValueError
    where a ledger cannot be read.
    """
    if before == after:
        return ()
    old, new = _files(before), _files(after)
    changed = (path for path in sorted(old.keys() | new.keys()) if old.get(path) != new.get(path))
    return tuple(
        change for path in changed for change in _compare_file(_rows(old.get(path, ())), _rows(new.get(path, ())))
    )


def count_changes(changes: Iterable[Change]) -> str:
    """Return how many links came, went or became ambiguous, in words; empty where nothing changed."""
    counts = Counter(change.became for change in changes)
    return ", ".join(f"{counts[became]} {became}" for became in Became if counts[became])


def _files(ledger: bytes) -> Mapping[bytes, tuple[bytes, ...]]:
    """The lines of each file; what stands before the line number names it, so most lines need not be parsed."""
    lines = ledger.splitlines()
    return {path: tuple(found) for path, found in groupby(lines, key=lambda line: line.partition(b'", "line": ')[0])}


def _rows(lines: Sequence[bytes]) -> tuple[Row, ...]:
    try:
        return tuple(_row(json.loads(line)) for line in lines)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("this is no ledger") from error


def _row(values: Mapping[str, object]) -> Row:
    candidates = values["candidates"]
    entity = values["entity"]
    return Row(
        path=str(values["path"]),
        line=int(str(values["line"])),
        column=int(str(values["column"])),
        surface=str(values["surface"]),
        entity=None if entity is None else str(entity),
        decision=str(values["decision"]),
        candidates=tuple(str(each) for each in candidates) if isinstance(candidates, list) else (),
    )


def _compare_file(old: Sequence[Row], new: Sequence[Row]) -> Iterator[Change]:
    pairs = list(_match(old, new))
    changes = [change for one, other in pairs if (change := _compare(one, other))]
    still = _count_moved(pairs)
    for change in sorted(changes, key=lambda change: (change.row.line, change.row.column, change.became)):
        if still[change.became, change.entity] > 0:
            still[change.became, change.entity] -= 1
        else:
            yield change


def _compare(old: Row | None, new: Row | None) -> Change | None:
    was, is_now = old if old and old.is_link else None, new if new and new.is_link else None
    if was and is_now:
        return None if was.entity == is_now.entity else Change(Became.ELSEWHERE, is_now, was.entity)
    if is_now:
        return Change(Became.NEW, is_now, is_now.entity)
    if was and new and new.decision == Decision.AMBIGUOUS:
        return Change(Became.AMBIGUOUS, new, was.entity)
    return Change(Became.GONE, was, was.entity) if was else None


def _count_moved(pairs: Iterable[_Pair]) -> defaultdict[tuple[Became, str | None], int]:
    """How many links to an entity came and went only because another mention of it now is the link."""
    came, went, moved = Counter[str | None](), Counter[str | None](), Counter[str | None]()
    for old, new in pairs:
        change = _compare(old, new)
        if change and change.became in (Became.NEW, Became.GONE):
            (came if change.became is Became.NEW else went)[change.entity] += 1
            moved[change.entity] += old is not None and new is not None and old.entity == new.entity
    still: defaultdict[tuple[Became, str | None], int] = defaultdict(int)
    for entity in moved:
        both = min(came[entity], went[entity], moved[entity])
        still[Became.NEW, entity] = still[Became.GONE, entity] = both
    return still


def _match(old: Sequence[Row], new: Sequence[Row]) -> Iterator[_Pair]:
    """Pair the mentions of a file that have the same words, in order; the ends that are equal need no search."""
    first, last = _equal_ends(old, new)
    middle = old[first : len(old) - last], new[first : len(new) - last]
    yield from zip(old[:first], new[:first], strict=True)
    if len(middle[0]) * len(middle[1]) > _LARGEST_MATCH:
        yield from _match_by_count(*middle)
    else:
        yield from _match_by_order(*middle)
    yield from zip(old[len(old) - last :], new[len(new) - last :], strict=True)


def _equal_ends(old: Sequence[Row], new: Sequence[Row]) -> tuple[int, int]:
    shorter = min(len(old), len(new))
    first = next((n for n in range(shorter) if _key(old[n]) != _key(new[n])), shorter)
    rest = shorter - first
    last = next((n for n in range(rest) if _key(old[-1 - n]) != _key(new[-1 - n])), rest)
    return first, last


def _key(row: Row) -> tuple[str, str, str | None]:
    return row.surface, row.decision, row.entity


def _match_by_order(old: Sequence[Row], new: Sequence[Row]) -> Iterator[_Pair]:
    words = [row.surface for row in old], [row.surface for row in new]
    for _, low, high, first, last in SequenceMatcher(None, *words, autojunk=False).get_opcodes():
        if words[0][low:high] == words[1][first:last]:
            yield from zip(old[low:high], new[first:last], strict=True)
        else:
            yield from ((row, None) for row in old[low:high])
            yield from ((None, row) for row in new[first:last])


def _match_by_count(old: Sequence[Row], new: Sequence[Row]) -> Iterator[_Pair]:
    """The first with the first of the same words, the second with the second."""
    places: defaultdict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((old, new)):
        for row in rows:
            places[row.surface][side].append(row)
    for found in places.values():
        yield from zip_longest(*found)
