"""Turn names that two entities share, but for their spelling or their weakness, into advice."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from dateline.linking.folding import fold
from dateline.linking.linked import Linked
from dateline.linking.remedies import alternatives, wikilink
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.model.entity import Entity, Registry
from dateline.model.mention import Decision
from dateline.model.names import EntityId
from dateline.reading.content import Content

_Bearers = Mapping[EntityId, tuple[str, bool]]
"""As each writes the name, and whether it is a weak alias there."""


def report_shared(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each shared name.

    Names and aliases that are the same to the letter are left to the problem `alias-shared`.
    """
    doubtful = Counter(fold(m.surface) for m in linked.mentions() if m.decision is Decision.AMBIGUOUS)
    shared = _shared_names(content.registry)
    return by_weight(_advise(bearers, content.registry, doubtful[form]) for form, bearers in shared)


def _shared_names(registry: Registry) -> Iterator[tuple[str, _Bearers]]:
    found: dict[str, dict[EntityId, tuple[str, bool]]] = {}
    for entity in registry.entities:
        for name, is_weak in _names(entity):
            found.setdefault(fold(name), {}).setdefault(entity.id, (name, is_weak))
    for form, bearers in sorted(found.items()):
        are_same = len({(unicodedata.normalize("NFC", name), weak) for name, weak in bearers.values()}) == 1
        is_told = are_same and not any(weak for _, weak in bearers.values())
        if len(bearers) > 1 and not is_told:
            yield form, bearers


def _names(entity: Entity) -> Iterator[tuple[str, bool]]:
    yield from ((name, False) for name in (entity.name, *entity.aliases))
    yield from ((name, True) for name in entity.weak_aliases)


def _advise(bearers: _Bearers, registry: Registry, doubtful: int) -> Advice:
    first, *others = bearers
    name = bearers[first][0]
    also = " and ".join(f"{other} ('{bearers[other][0]}')" for other in others)
    message = f"'{name}', a name of {first}, is also one of {also}"
    by_hand = alternatives(wikilink(entity, name) for entity in bearers)
    hint = f"take it away from those that articles do not call so, or write {by_hand}"
    return Advice(AdviceCode.NAME_SHARED, message, registry.by_id[first].location, hint, doubtful)
