"""Lay the blocks of a file's texts one below the other, as one folded text that is read for names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from dateline.linking.drafts import Draft, Placed
from dateline.linking.folding import Folded, fold, fold_lines
from dateline.linking.knowledge import Knowledge, stand_alike
from dateline.linking.layouts import Layout, lay_out
from dateline.linking.names import NameIndex
from dateline.linking.senses import Reading, Sense, read_layout
from dateline.linking.spots import Spot, find_spots
from dateline.linking.tokens import Block
from dateline.model.dataclass import dataclass

_PLACE = itemgetter(0, 1, 2)


@dataclass(slots=True)
class Sheet:
    """What the drafts of a file say, and where names stand in it; it remembers how it was read last."""

    drafts: Sequence[Draft]
    text: str
    """Each block folded, on a line of its own, a line end before and behind it."""
    blocks: Sequence[Block]
    starts: Sequence[int]
    """Where each block starts in the text."""
    folds: Sequence[Folded] | None
    """The way back of each block; None: each character of it became one."""
    spots: Sequence[Spot] = ()
    _last: Reading | None = None

    def read(self, known: Knowledge) -> Reading:
        """Return what the spots mean to somebody who knows this much."""
        last = self._last
        if last is None or last.known is not known:
            layout = self._lay_out(known)
            is_alike = last is not None and last.layout is layout and stand_alike(last.known, known)
            self._last = last = read_layout(layout, known, last if is_alike else None)
        return last

    def by_draft(self, known: Knowledge) -> Iterator[tuple[Draft, Sequence[Placed]]]:
        """Yield each draft with every sense in it, in its order, those that its author wrote among them."""
        senses, first, done = self.read(known).senses(), 0, 0
        for draft in self.drafts:
            after = first + len(draft.blocks)
            end = self.starts[after] if after < len(self.starts) else len(self.text)
            upto = bisect_left(senses, (end,), done)
            placed = self._place(senses[done:upto], first)
            yield draft, sorted([*placed, *draft.by_hand], key=_PLACE) if draft.by_hand else placed
            first, done = after, upto

    def by_hand(self) -> Iterator[tuple[int, int, str]]:
        """Yield where each name that authors linked starts and ends in the text of the sheet, and the rule for it."""
        first = 0
        for draft in self.drafts:
            for number, start, end, sense in draft.by_hand:
                yield self._find(first + number, start), self._find(first + number, end), sense[3]
            first += len(draft.blocks)

    def is_open(self, start: int, end: int) -> bool:
        """Return whether a name may stand between these offsets of the text."""
        number = bisect_right(self.starts, start) - 1
        block = self.blocks[number]
        return block.is_plain or block.is_open(*self._span(number, start, end))

    def _place(self, senses: Iterable[Sense], first: int) -> Sequence[Placed]:
        """The senses with their places in the blocks of a draft, of which the first has this number here."""
        starts, folds, placed = self.starts, self.folds, []
        for sense in senses:
            number = bisect_right(starts, sense[0]) - 1
            start, end = sense[0] - starts[number], sense[1] - starts[number]
            if folds:
                start, end = folds[number].span(start, end)
            placed.append((number - first, start, end, sense))
        return placed

    def _span(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the text starts and ends in the author's text of this block."""
        first = self.starts[number]
        return self.folds[number].span(start - first, end - first) if self.folds else (start - first, end - first)

    def _find(self, number: int, offset: int) -> int:
        """Where a place of the author's text of this block is in the text of the sheet."""
        return self.starts[number] + (len(fold(self.blocks[number].text[:offset])) if self.folds else offset)

    def _lay_out(self, known: Knowledge) -> Layout:
        last = self._last
        if last and not last.layout.may_grow:
            return last.layout
        layout = lay_out(self.text, self.spots, known.named)
        return last.layout if last and last.layout.clusters == layout.clusters else layout


def lay_drafts(drafts: Sequence[Draft], indexes: tuple[NameIndex, ...], language: str = "") -> Sheet:
    """Return the sheet of a file's drafts, the names of these indexes found in it.

    `language` is the file's own, as a BCP 47 tag.
    """
    blocks = [block for draft in drafts for block in draft.blocks]
    text, folds = fold_lines([block.text for block in blocks])
    sheet = Sheet(drafts, text, blocks, _starts(text), folds)
    is_marked = False in [block.is_plain for block in blocks]
    sheet.spots = find_spots(text, indexes, sheet.is_open if is_marked else None, language)
    return sheet


def _starts(text: str) -> Sequence[int]:
    """Where each line but the first starts, which is empty."""
    starts, end = [], 1
    for line in text[1:-1].split("\n"):
        starts.append(end)
        end += len(line) + 1
    return starts
