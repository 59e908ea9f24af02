"""Turn a question about some words of a file into plain sentences: what they mean, which rule decided, what to do."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from dateline.linking.files import LinkedFile, find_words, linked_files
from dateline.linking.folding import fold
from dateline.linking.likeness import similarity
from dateline.linking.linked import Linked
from dateline.linking.name_forms import is_findable
from dateline.linking.remedies import Remedy, alias_line, alternatives, mean, remedies_for
from dateline.linking.reports.suppressed import bigger_name
from dateline.linking.rivals import REASONS, Rival, Rivals, index_rivals
from dateline.linking.rules import BIGGER_NAME, KEEPING, RULES
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity, Registry
from dateline.model.mention import Decision, Mention
from dateline.model.names import EntityId
from dateline.model.problem import Location
from dateline.model.text import Place
from dateline.reading.content import Content

Cut = Callable[[str], Sequence[tuple[int, int]]]
"""Says where the sentences of a text start and end, in code points from 0."""

_DOES = {rule.name: rule.does for rule in (*RULES, *KEEPING)}
_NEAR = 0.7
_MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where the words stand as a name."""

    location: Location
    surface: str
    """The author's words."""
    sentence: str
    """The sentence that they stand in, or the title or heading."""
    decision: Decision
    entity: EntityId | None
    name: str
    """The name they matched, as the registry has it."""
    rule: str
    kept: str
    """What kept it from being a link; empty where nothing did."""
    candidates: tuple[EntityId, ...]
    says: tuple[str, ...]
    remedies: tuple[Remedy, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is to be said of some words in a file."""

    path: str
    surface: str
    """The words that were asked for."""
    occurrences: tuple[Occurrence, ...]
    parts: tuple[Location, ...]
    """Where longer names stand that the words are a part of."""
    unmatched: tuple[Location, ...]
    """Where the words stand and no name was found."""
    near: tuple[str, ...]
    """Registered names that are nearly the same, where nothing matched."""
    says: tuple[str, ...]
    remedies: tuple[Remedy, ...]

    @property
    def found(self) -> bool:
        """Whether the words stand in the file."""
        return bool(self.occurrences or self.parts or self.unmatched)


def find_file(linked: Linked, reference: str) -> LinkedFile | None:
    """Return the file that a slug, a file's name or a path means; of several the first, articles before others."""
    files = linked_files(linked)
    wanted = PurePosixPath(reference.replace("\\", "/"))
    tests: tuple[Callable[[LinkedFile], bool], ...] = (
        lambda file: file.owner.slug == reference,
        lambda file: _ends_with(PurePosixPath(file.path), wanted),
        lambda file: PurePosixPath(file.path).stem == reference,
    )
    return next((file for is_meant in tests for file in files if is_meant(file)), None)


def explain_words(content: Content, file: LinkedFile, surface: str, cut: Cut) -> Explanation:
    """Return what became of some words in a file, wherever they stand in it; letter case does not matter."""
    registry, rivals = content.registry, index_rivals(content)
    occurrences = tuple(
        _occurrence(file, mention, block, rivals, cut)
        for mention, block in file.mentions()
        if _is_same(mention.surface, surface)
    )
    outer = _outer_mentions(file, surface)
    unmatched = _unmatched(file, surface)
    near = () if occurrences else _near_names(registry, surface)
    return Explanation(
        path=file.path,
        surface=surface,
        occurrences=occurrences,
        parts=tuple(file.locate(mention) for mention in outer),
        unmatched=unmatched,
        near=tuple(name for _, name in near),
        says=(
            *(_say_outer(mention, file, surface) for mention in outer),
            *_say_rest(surface, unmatched, near, registry),
            *(() if occurrences or outer or unmatched else (f"'{surface}' does not stand in {file.path}.",)),
        ),
        remedies=_mend_unmatched(near, surface) if unmatched and not occurrences else (),
    )


def _ends_with(path: PurePosixPath, wanted: PurePosixPath) -> bool:
    return bool(wanted.parts) and path.parts[-len(wanted.parts) :] == wanted.parts


def _is_same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(text: str) -> str:
    return fold(" ".join(text.split())).casefold()


def _outer_mentions(file: LinkedFile, surface: str) -> tuple[Mention, ...]:
    """Longer names that the words are a part of."""
    inside = f" {_plain(surface)} "
    return tuple(
        mention
        for mention, _ in file.mentions()
        if inside in f" {_plain(mention.surface)} " and not _is_same(mention.surface, surface)
    )


def _unmatched(file: LinkedFile, surface: str) -> tuple[Location, ...]:
    return tuple(
        Location.at(file.path, place)
        for passage, _ in file.texts
        for place in find_words(passage, surface)
        if not any(_covers(mention, place) for mention, _ in file.mentions())
    )


def _covers(mention: Mention, place: Place) -> bool:
    line, column = mention.place
    return line == place.line and column <= place.column < column + len(mention.surface)


def _occurrence(file: LinkedFile, mention: Mention, block: str, rivals: Rivals, cut: Cut) -> Occurrence:
    registry, others = rivals.registry, rivals.find(mention, block)
    spans = [span for span in cut(block) if span[0] <= mention.start < span[1]]
    start, end = spans[0] if spans else (0, len(block))
    return Occurrence(
        location=file.locate(mention),
        surface=mention.surface,
        sentence=block[start : max(end, mention.end)],
        decision=mention.decision,
        entity=mention.entity,
        name=mention.name,
        rule=mention.rule,
        kept=mention.kept or "",
        candidates=mention.candidates,
        says=(*_say(mention, registry), *_say_rivals(mention, others, registry)),
        remedies=(
            *_register(mention, block),
            *(each for rival in others for each in _mean_rival(rival, mention, file, registry)),
            *remedies_for(mention, file, registry),
        ),
    )


def _register(mention: Mention, block: str) -> Iterator[Remedy]:
    if mention.rule == BIGGER_NAME:
        whole = bigger_name(block, mention.start, mention.end)
        yield Remedy(
            "on the command line", f'dateline new group "{whole}"', "registers the bigger name (or person, place)"
        )


def _say(mention: Mention, registry: Registry) -> Iterator[str]:
    yield _say_decision(mention, registry)
    if mention.decision is not Decision.AMBIGUOUS and not _is_same(mention.name, mention.surface):
        yield f"The name that it matched is '{mention.name}'."
    yield f"The rule {mention.rule} decided: it {_DOES.get(mention.rule, 'has no description')}."
    if mention.kept:
        yield f"The rule {mention.kept} kept it from being a link: it {_DOES.get(mention.kept, 'has no description')}."
    others = [each for each in mention.candidates if each != mention.entity]
    if mention.entity and others:
        yield f"It might also have meant {alternatives(_called(each, registry) for each in others)}."


def _say_rivals(mention: Mention, rivals: Sequence[Rival], registry: Registry) -> Iterator[str]:
    """Those that the mention itself does not know of."""
    for rival in rivals:
        if rival.entity not in mention.candidates:
            words = "It" if rival.words == mention.surface else f"'{rival.words}', as it stands there,"
            yield f"{words} might mean {_called(rival.entity, registry)}, {REASONS[rival.reason]}."


def _mean_rival(rival: Rival, mention: Mention, file: LinkedFile, registry: Registry) -> Iterator[Remedy]:
    if rival.entity not in mention.candidates:
        yield from mean(file, rival.words, registry.by_id[rival.entity])


def _say_decision(mention: Mention, registry: Registry) -> str:
    meant = _called(mention.entity, registry) if mention.entity else ""
    if mention.decision is Decision.LINKED:
        return f"It is a link to {meant}."
    if mention.decision is Decision.COUNTED:
        return f"It counts for {meant}, and is no link."
    candidates = alternatives(_called(each, registry) for each in mention.candidates)
    if mention.decision is Decision.AMBIGUOUS:
        return f"It may mean {candidates}, and nothing says which: it is no link, and counts for nobody."
    return f"It is no link, and counts for nobody; it would have meant {meant or candidates}."


def _called(entity: EntityId, registry: Registry) -> str:
    return f"{entity} ({registry.by_id[entity].name})"


def _say_outer(mention: Mention, file: LinkedFile, surface: str) -> str:
    meant = f", {mention.entity}" if mention.entity else ""
    where = f"{file.locate(mention)}: '{surface}' is a part of the longer name '{mention.surface}'"
    return f"{where} ({mention.decision}{meant}): the longest name wins."


def _say_rest(
    surface: str,
    unmatched: Sequence[Location],
    near: Sequence[tuple[Entity, str]],
    registry: Registry,
) -> Iterator[str]:
    if not unmatched:
        return
    yield f"'{surface}' stands at {', '.join(str(place) for place in unmatched)}, and no name was found there."
    same = [(entity, name) for entity in registry.entities for name in _names(entity) if fold(name) == fold(surface)]
    for entity, name in same:
        yield f"'{name}' is a name of {entity.id}; but {_why_not_found(name)}."
    if near and not same:
        names = alternatives(f"'{name}' ({entity.id})" for entity, name in near)
        case = " Letter case counts." if any(_is_same(name, surface) for _, name in near) else ""
        yield f"The registry holds no such name. The nearest that it holds: {names}.{case}"
    elif not same:
        yield "The registry holds no such name, and none that is near."


def _why_not_found(name: str) -> str:
    if not is_findable(fold(name)):
        return "names of a single letter are never found"
    return (
        "names are not looked for in code, addresses, your own links, images and raw HTML, nor in the midst of a word"
    )


def _near_names(registry: Registry, surface: str) -> tuple[tuple[Entity, str], ...]:
    scored = [(similarity(name, surface), entity, name) for entity in registry.entities for name in _names(entity)]
    near = sorted((item for item in scored if item[0] >= _NEAR), key=lambda item: (-item[0], item[1].id, item[2]))
    return tuple((entity, name) for _, entity, name in near[:_MOST_NEAR])


def _mend_unmatched(near: Sequence[tuple[Entity, str]], surface: str) -> tuple[Remedy, ...]:
    entities = {entity.id: entity for entity, name in near if fold(name) != fold(surface)}
    aliases = tuple(
        Remedy(
            f"in the header of {entity.location.path}", alias_line(entity, surface), f"makes it a name of {entity.name}"
        )
        for entity in entities.values()
    )
    if near and not entities:
        return ()
    new = Remedy("on the command line", f'dateline new person "{surface}"', "registers it (or group, or place)")
    return (*aliases, new) if surface[:1].isupper() else aliases


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases, *entity.weak_aliases)
