"""Turn linked articles into the places where they write a name with capitals that nobody has registered."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from dateline.linking.capitalised_runs import Run, find_runs, is_sure
from dateline.linking.capitals import Evidence, gather_evidence
from dateline.linking.files import LinkedFile, linked_files
from dateline.linking.linked import Linked, LinkedText
from dateline.linking.rules import BIGGER_NAME, COMMON_SURNAME, FAMILY, FULL_NAME_MISSING, STRANGER
from dateline.linking.tokens import Block, read_blocks
from dateline.model.article import Article
from dateline.model.dataclass import dataclass
from dateline.model.mention import Mention
from dateline.model.names import Slug
from dateline.model.text import Passage

_UNSETTLED = frozenset((BIGGER_NAME, COMMON_SURNAME, FAMILY, FULL_NAME_MISSING, STRANGER))
_LEFT_ALONE = re.compile(r"\[\[!([^\[\]|]+)(?:\|([^\[\]]+))?\]\]")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a name stands that nobody has registered."""

    article: Slug
    block: str
    """The text of the paragraph (or other block) that it stands in."""
    start: int
    """In code points from 0, in the block; the possessive ending and *the* left out."""
    end: int
    words: tuple[str, ...]
    """In small letters, without diacritics."""
    is_sure: bool
    """Whether its capital can only be that of a name."""

    @property
    def surface(self) -> str:
        """The author's words, white space as single spaces."""
        return " ".join(self.block[self.start : self.end].split())


@dataclass(frozen=True, slots=True)
class Prose:
    """A block of an article and what is known of it."""

    article: Article
    passage: Passage
    """The text of the article that it stands in."""
    block: Block
    mentions: tuple[Mention, ...]
    is_heading: bool
    left_alone: AbstractSet[str]
    """Words that the author marked as no name."""

    def is_open(self, start: int, end: int) -> bool:
        """Whether nothing is known yet of what stands between the offsets."""
        if any(mention.start < end and start < mention.end for mention in self.mentions):
            return False
        return self.block.is_open(start, end)


def find_sightings(linked: Linked) -> tuple[Sighting, ...]:
    """Return every sighting in the articles, in the order of reading.

    Titles and headings give none: there any word may have a capital.
    """
    prose = read_prose(linked)
    evidence = gather_evidence((each.block.text, each.is_heading) for each in prose)
    return tuple(sighting for each in prose if not each.is_heading for sighting in _sight(each, evidence))


def read_prose(linked: Linked) -> tuple[Prose, ...]:
    """Return every block of the articles, in the order of reading."""
    files = ((file, file.article) for file in linked_files(linked))
    return tuple(prose for file, article in files if article for prose in _prose(file, article))


def _prose(file: LinkedFile, article: Article) -> Iterator[Prose]:
    left_alone = _left_alone(article)
    titles = {id(passage) for passage in (article.title, *(event.title for event in article.events))}
    for passage, text in file.texts:
        for number, block in enumerate(read_blocks(text.tokens)):
            is_heading = block.is_heading or id(passage) in titles
            yield Prose(article, passage, block, _settled(text, number), is_heading, left_alone)


def _left_alone(article: Article) -> frozenset[str]:
    passages = [article.title, article.summary, article.body]
    passages += [passage for event in article.events for passage in (event.title, event.text)]
    found = [match for passage in passages if passage for match in _LEFT_ALONE.finditer(passage.text)]
    return frozenset(" ".join((match[2] or match[1]).split()) for match in found)


def _settled(text: LinkedText, number: int) -> tuple[Mention, ...]:
    """The mentions of a block that need no suggestion: all but those that likely name another than they could."""
    return tuple(mention for mention in text.mentions if mention.block == number and mention.rule not in _UNSETTLED)


def _sight(prose: Prose, evidence: Evidence) -> Iterator[Sighting]:
    edges = {edge for mention in prose.mentions for edge in (mention.start, mention.end)}
    for run in find_runs(prose.block.text, evidence, prose.is_open):
        sighting = _sighting(prose, run)
        # A single word beside a mention is more likely a part of that name than one of its own.
        is_rest = len(run) == 1 and {run[0].start - 1, run[0].end + 1} & edges
        if not is_rest and sighting.surface not in prose.left_alone:
            yield sighting


def _sighting(prose: Prose, run: Run) -> Sighting:
    words = tuple(word.plain for word in run)
    return Sighting(prose.article.slug, prose.block.text, run[0].start, run[-1].end, words, is_sure(run))
