"""Turn one text of a file into blocks to read for names, and the author's own links in them."""

from collections.abc import Iterator, Sequence

from dateline.linking.references import References
from dateline.linking.rules import LEFT_ALONE, LINK, WIKILINK
from dateline.linking.senses import Sense
from dateline.linking.tokens import Block, HandLink, read_blocks
from dateline.model.dataclass import dataclass
from dateline.model.mention import SUPPRESSED
from dateline.model.names import EntityId
from dateline.model.problem import Location, Problem
from dateline.reading.markdown_links import ResolvedLinks, TextSource

Placed = tuple[int, int, int, Sense]
"""The number of a block, where a name starts and ends in its text (code points from 0), and what the name means."""


# Not frozen: one is made for each text, and a frozen dataclass takes several times as long to make.
@dataclass(slots=True)
class Draft:
    """A text on its way to being linked."""

    part: str
    """As in `Mention.part`."""
    source: TextSource
    resolved: ResolvedLinks
    is_title: bool
    blocks: Sequence[Block]
    by_hand: Sequence[Placed]
    """What the author linked, in the order of the text."""
    problems: tuple[Problem, ...]


def draft_text(part: str, source: TextSource, resolved: ResolvedLinks, references: References) -> Draft:
    """Return the draft of a text whose links are resolved."""
    problems: list[Problem] = list(resolved.problems)
    blocks = read_blocks(resolved.tokens)
    by_hand = [
        (number, *sense[:2], sense)
        for number, block in enumerate(blocks)
        if block.hand_links
        for sense in _read_hand_links(block, source, references, problems)
    ]
    return Draft(part, source, resolved, part.endswith("title"), blocks, by_hand, tuple(problems))


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
        return (link.start, link.end, link.target, LEFT_ALONE, None, found, SUPPRESSED)
    name = references.labels[found[0]]
    if link.leave_alone:
        return (link.start, link.end, name, LEFT_ALONE, found[0], found, SUPPRESSED)
    return (link.start, link.end, name, LINK if link.url else WIKILINK, found[0], found, None)
