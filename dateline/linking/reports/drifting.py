"""Turn capitalised words that are nearly a registered name, and no name themselves, into advice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from dateline.linking.files import LinkedFile, find_words, linked_files
from dateline.linking.folding import fold
from dateline.linking.linked import Linked, LinkedText
from dateline.linking.remedies import alias_line, alternatives, times
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.model.dataclass import dataclass
from dateline.model.entity import Registry
from dateline.model.mention import Decision
from dateline.model.names import EntityId
from dateline.model.problem import Location
from dateline.model.text import Passage
from dateline.reading.content import Content

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|['’.](?=[^\W_]))*")
_POSSESSIVE = re.compile(r"['’]s$")
_SHORTEST = 5  # letters
_LONGEST_WINDOW = 6  # words

_Near = tuple[EntityId, str]
"""An entity, and a name of it."""


@dataclass(slots=True)
class _Drift:
    """Words that no name matches, and where they stand first."""

    file: LinkedFile
    passage: Passage
    surface: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Names:
    """Registered names, to be found by words that differ from one in a letter or two."""

    forms: Mapping[str, _Near]
    cuts: Mapping[str, Sequence[str]]
    """The forms by themselves, and by themselves with a letter left out."""
    longest: int
    """In words."""

    def near(self, form: str) -> tuple[_Near, ...]:
        """Return the names that differ from a form by a letter too many, too few or wrong, or by two swapped."""
        others = {other for cut in _cuts(form) for other in self.cuts.get(cut, ())}
        return tuple(self.forms[other] for other in sorted(others) if not _is_inflected(form, other))


def report_drifting(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each spelling that nothing matched and that is nearly a registered name.

    Single words that some text also writes with a small letter do not count, nor endings (Texas, Texan).
    """
    files = linked_files(linked)
    names = _index(content.registry)
    known = names.forms.keys() | _small_words(files)
    drifts: dict[str, _Drift] = {}
    for file in files:
        for passage, text in file.texts:
            for surface in _windows(text, names):
                form = fold(surface).lower()
                if len(form) >= _SHORTEST and form not in known:
                    drifts.setdefault(form, _Drift(file, passage, surface)).count += 1
    near = {form: found for form in drifts if (found := names.near(form))}
    return by_weight(_advise(drifts[form], near[form], content.registry) for form in _outermost(near))


def _index(registry: Registry) -> _Names:
    forms: dict[str, _Near] = {}
    for entity in registry.entities:
        for name in (entity.name, *entity.aliases, *entity.weak_aliases):
            forms.setdefault(fold(name).lower(), (entity.id, name))
    cuts: dict[str, list[str]] = {}
    for form in forms:
        for cut in _cuts(form) if len(form) >= _SHORTEST else ():
            cuts.setdefault(cut, []).append(form)
    longest = max((len(_WORD.findall(form)) for form in forms), default=0)
    return _Names(forms, cuts, max(1, min(longest, _LONGEST_WINDOW)))


def _cuts(form: str) -> set[str]:
    return {form, *(form[:n] + form[n + 1 :] for n in range(len(form)))}


def _is_inflected(form: str, other: str) -> bool:
    """Whether a word differs in its end alone, as an adjective of a place does: Texas, Texan; Cuba, Cuban."""
    pairs = zip(form.split(), other.split(), strict=False)
    differing = [(one, two) for one, two in pairs if one != two]
    return any(one[:-1] == two[:-1] or one.startswith(two) or two.startswith(one) for one, two in differing)


def _small_words(files: Sequence[LinkedFile]) -> AbstractSet[str]:
    blocks = (block for file in files for _, text in file.texts for block in text.blocks)
    return {word for block in blocks for word in _WORD.findall(fold(block)) if word.islower()}


def _windows(text: LinkedText, names: _Names) -> Iterator[str]:
    """Every run of a few words, capitalised at both ends, that no name covers: Oseguera may stand in one."""
    found: dict[int, list[tuple[int, int]]] = {}
    for mention in text.mentions:
        if mention.decision is not Decision.SUPPRESSED:
            found.setdefault(mention.block, []).append((mention.start, mention.end))
    for number, block in enumerate(text.blocks):
        spans = found.get(number, [])
        whole = [span for span in spans if fold(block[span[0] : span[1]]).lower() in names.forms]
        words = [match.span() for match in _WORD.finditer(block)]
        for first, (start, _) in enumerate(words):
            if block[start].isupper():
                for end in _ends(block, words[first : first + names.longest], whole):
                    if not any(low <= start and end <= high for low, high in spans):
                        yield _POSSESSIVE.sub("", block[start:end])


def _ends(block: str, words: Sequence[tuple[int, int]], whole: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Where runs from the first word on may end: each word a space or hyphen behind the last, none in a whole name."""
    before = words[0][0]
    for start, end in words:
        gap = block[before:start]
        if gap.strip(" -") or len(gap) > 1 or any(low < end and start < high for low, high in whole):
            return
        if block[start].isupper():
            yield end
        before = end


def _outermost(near: Mapping[str, Sequence[_Near]]) -> Iterator[str]:
    """The forms without those that stand in a longer one for the same entity."""
    longer: dict[str, set[str]] = {}
    for form, names in near.items():
        for entity, _ in names:
            longer.setdefault(entity, set()).add(form)
    for form, names in near.items():
        rivals = {rival for entity, _ in names for rival in longer[entity]} - {form}
        if not any(f" {form} " in f" {rival} " for rival in rivals):
            yield form


def _advise(drift: _Drift, near: Sequence[_Near], registry: Registry) -> Advice:
    place = next(find_words(drift.passage, drift.surface), None)
    where = Location.at(drift.file.path, place) if place else Location(drift.file.path)
    names = alternatives(f"'{name}' ({entity})" for entity, name in near)
    message = f"'{drift.surface}' is nearly {names}, {times(drift.count)}"
    entity = registry.by_id[near[0][0]]
    hint = f"mend it, or write in {entity.location.path} {alias_line(entity, drift.surface)}"
    return Advice(AdviceCode.SPELLING_DRIFT, message, where, hint, drift.count)
