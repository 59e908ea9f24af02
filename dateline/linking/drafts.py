"""Turn one text of a file into blocks, the places in them where names stand, and the author's own links."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from dateline.linking.folding import Folded, fold_text
from dateline.linking.full_names import may_run_through_more
from dateline.linking.knowledge import Knowledge, agree
from dateline.linking.layouts import Layout, lay_out
from dateline.linking.names import NameIndex
from dateline.linking.references import References
from dateline.linking.rules import LEFT_ALONE, LINK, WIKILINK
from dateline.linking.senses import Sense, choose_senses
from dateline.linking.spots import Spot, find_spots
from dateline.linking.tokens import Block, HandLink, read_blocks
from dateline.model.mention import Decision
from dateline.model.names import EntityId
from dateline.model.problem import Location, Problem
from dateline.model.text import Place
from dateline.reading.markdown_links import ResolvedLinks, TextSource


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block and what was found in it."""

    block: Block
    folded: Folded
    spots: tuple[Spot, ...]
    by_hand: tuple[Sense, ...]
    layout: Layout | None
    """Of the spots; None where it depends on what is known."""
    unsure: AbstractSet[EntityId]
    """The entities of its short and shared names: of others nothing is asked."""
    _last: list[tuple[Knowledge, tuple[Sense, ...]]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )
    """The last question and its answer: most of what is learnt of a file's texts bears on few of its blocks."""

    def senses(self, known: Knowledge) -> tuple[Sense, ...]:
        """Return every sense in the order of the text."""
        if not self.spots:
            return self.by_hand
        if not self._last or not self._still_holds(self._last[0][0], known):
            self._last[:] = [(known, self._choose(known))]
        return self._last[0][1]

    def _still_holds(self, before: Knowledge, known: Knowledge) -> bool:
        return before is known or (self.layout is not None and agree(before, known, self.unsure))

    def _choose(self, known: Knowledge) -> tuple[Sense, ...]:
        layout = self.layout or lay_out(self.folded.text, self.spots, known.named)
        found = choose_senses(self.folded, layout, known)
        if not self.by_hand:
            return found
        return tuple(sorted((*found, *self.by_hand), key=lambda sense: (sense.start, sense.end)))


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

    def place(self, block: int, start: int) -> Place:
        """Return where a character of a block stands in the file."""
        return self.source.passage.locate(self.blocks[block].block.origin(start))


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
        spots = find_spots(folded, indexes, block.is_open, language)
        by_hand = tuple(_read_hand_links(block, source, references, problems))
        layout = None if may_run_through_more(folded.text, spots) else lay_out(folded.text, spots, None)
        blocks.append(DraftBlock(block, folded, spots, by_hand, layout, _unsure(spots)))
    return Draft(part, source, resolved, part.endswith("title"), tuple(blocks), tuple(problems))


def _unsure(spots: Sequence[Spot]) -> frozenset[EntityId]:
    shared = (spot.names for spot in spots if len(spot.names) > 1 or spot.names[0].is_weak)
    return frozenset(name.entity for names in shared for name in names)


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
