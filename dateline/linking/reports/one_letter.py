"""Turn names of a single letter, which are never found, into advice: where they stand, and how to link them by hand."""

import re
from collections.abc import Iterator, Sequence

from dateline.linking.files import LinkedFile, linked_files
from dateline.linking.folding import fold
from dateline.linking.linked import Linked
from dateline.linking.name_forms import is_findable
from dateline.linking.remedies import times, wikilink
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.linking.tokens import Block, read_blocks
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.problem import Location
from dateline.reading.content import Content


@dataclass(frozen=True, slots=True)
class ShortName:
    """A name that is never found, and where articles have it as a word of its own."""

    entity: Entity
    name: str
    places: tuple[Location, ...]


def report_one_letter(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each name of the registry that has fewer than two letters."""
    return by_weight(_advise(short) for short in find_short_names(content, linked))


def find_short_names(content: Content, linked: Linked) -> tuple[ShortName, ...]:
    """Return every such name, with the places where articles write it in its letter case: no initial, in no name."""
    short = [
        (entity, name)
        for entity in content.registry.entities
        for name in (entity.name, *entity.aliases, *entity.weak_aliases)
        if not is_findable(fold(name))
    ]
    files = [file for file in linked_files(linked) if file.article] if short else []
    return tuple(ShortName(entity, name, tuple(_find(files, name))) for entity, name in short)


def _find(files: Sequence[LinkedFile], name: str) -> Iterator[Location]:
    word = re.compile(rf"(?<![\w.'’-]){re.escape(name)}(?![\w'’-]|\.(?:\w| [A-Z]))")
    for file in files:
        for passage, text in file.texts:
            for number, block in enumerate(read_blocks(text.tokens)):
                taken = [(m.start, m.end) for m in text.mentions if m.block == number]
                yield from (
                    Location.at(file.path, passage.locate(block.origin(match.start())))
                    for match in word.finditer(block.text)
                    if _is_free(block, match.span(), taken)
                )


def _is_free(block: Block, span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    start, end = span
    return block.is_open(start, end) and not any(low < end and start < high for low, high in taken)


def _advise(short: ShortName) -> Advice:
    entity, name, places = short.entity, short.name, short.places
    stands = f"it stands in articles {times(len(places))}, first at {places[0]}" if places else "no article has it"
    message = f"'{name}', a name of {entity.id}, has fewer than two letters, and is never found; {stands}"
    hint = f"where it is meant, write {wikilink(entity.id, name)}"
    return Advice(AdviceCode.NAME_ONE_LETTER, message, entity.location, hint, len(places))
