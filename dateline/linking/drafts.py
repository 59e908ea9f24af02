"""Turn one text of a file into blocks, the places in them where names stand, and the author's own links."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import itemgetter

from dateline.linking.folding import Folded, fold_text
from dateline.linking.full_names import may_run_through_more
from dateline.linking.knowledge import Knowledge, differences, stand_alike
from dateline.linking.layouts import Layout, lay_out, lay_out_full_names
from dateline.linking.names import NameIndex
from dateline.linking.references import References
from dateline.linking.rules import LEFT_ALONE, LINK, WIKILINK
from dateline.linking.senses import Choices, Reading, Sense, read_spots
from dateline.linking.spots import Spot, find_spots
from dateline.linking.tokens import Block, HandLink, read_blocks
from dateline.model.mention import Decision
from dateline.model.names import EntityId
from dateline.model.problem import Location, Problem
from dateline.reading.markdown_links import ResolvedLinks, TextSource

_START_AND_END = itemgetter(0, 1)


@dataclass(slots=True)
class DraftBlock:
    """A block and what was found in it; it remembers how it was read last."""

    block: Block
    folded: Folded
    spots: tuple[Spot, ...]
    by_hand: tuple[Sense, ...]
    layout: Layout | None
    """Of the spots; None where it depends on what is known."""
    _last: Reading | None = None
    """Most of what is learnt of a file's texts bears on few of its blocks."""
    _senses: tuple[Sense, ...] | None = None
    """All senses by the last reading, once they were asked for."""

    def senses(self, known: Knowledge) -> tuple[Sense, ...]:
        """Return every sense in the order of the text."""
        if not self.spots:
            return self.by_hand
        reading = self._read(known)
        if self._senses is None:
            listed = reading.list_short_names() if reading.left else ()
            found = (*reading.chosen, *listed, *self.by_hand)
            self._senses = tuple(sorted(found, key=_START_AND_END))
        return self._senses

    def chosen(self, known: Knowledge, news: AbstractSet[EntityId] | None = None) -> Sequence[Sense]:
        """Return the senses in no order, without those that are only listed because a full name is missing.

        `news` are the `differences` from what was known last.
        """
        if not self.spots:
            return self.by_hand
        chosen = self._read(known, news).chosen
        return (*chosen, *self.by_hand) if self.by_hand else chosen

    def _read(self, known: Knowledge, news: AbstractSet[EntityId] | None = None) -> Reading:
        last = self._last
        if last is None:
            self._last = last = self._read_again(known)
        elif last.known is not known:
            news = differences(last.known, known) if news is None else news
            if self.layout is not None and news is not None and last.is_settled(news):
                last.known = known
            else:
                is_alike = self.layout is not None and stand_alike(last.known, known)
                self._last = last = self._read_again(known, last.rest if is_alike else None)
        return last

    def _read_again(self, known: Knowledge, choices: Choices | None = None) -> Reading:
        layout = self.layout or lay_out_full_names(self.folded.text, self.spots, known.named)
        self._senses = None
        return read_spots(self.folded, layout, known, choices)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way to being linked."""

    part: str
    """As in `Mention.part`."""
    source: TextSource
    resolved: ResolvedLinks
    is_title: bool
    blocks: tuple[DraftBlock, ...]
    problems: tuple[Problem, ...]


def draft_text(
    part: str,
    source: TextSource,
    resolved: ResolvedLinks,
    indexes: tuple[NameIndex, ...],
    references: References,
    language: str = "",
) -> Draft:
    """Return the draft of a text whose links are resolved; `language` is its own, as a BCP 47 tag."""
    problems: list[Problem] = list(resolved.problems)
    blocks = []
    for block in read_blocks(resolved.tokens):
        folded = fold_text(block.text)
        spots = find_spots(folded, indexes, None if block.is_plain else block.is_open, language)
        by_hand = tuple(_read_hand_links(block, source, references, problems)) if block.hand_links else ()
        is_open = not spots or may_run_through_more(folded.text, spots)
        blocks.append(DraftBlock(block, folded, spots, by_hand, None if is_open else lay_out(folded.text, spots)))
    return Draft(part, source, resolved, part.endswith("title"), tuple(blocks), tuple(problems))


def _read_hand_links(
    block: Block, source: TextSource, references: References, problems: list[Problem]
) -> Iterator[Sense]:
    for link in block.hand_links:
        found = references.find_url(link.url) if link.url else references.find(link.target)
        if len(found) == 1 or (found and link.leave_alone):
            yield _sense(link, found, references)
        elif not link.url and not link.leave_alone:
            place = source.passage.locate(link.target_origin)
            problems.append(references.complain(link.target, Location.at(source.file, place)))


def _sense(link: HandLink, found: tuple[EntityId, ...], references: References) -> Sense:
    if len(found) > 1:
        return Sense(link.start, link.end, link.target, LEFT_ALONE, None, found, Decision.SUPPRESSED)
    name = references.labels[found[0]]
    if link.leave_alone:
        return Sense(link.start, link.end, name, LEFT_ALONE, found[0], found, Decision.SUPPRESSED)
    return Sense(link.start, link.end, name, LINK if link.url else WIKILINK, found[0], found)
