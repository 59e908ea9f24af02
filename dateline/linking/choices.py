"""Choose, of the entities that a name may mean, the one that it does mean."""

from collections.abc import Sequence

from dateline.linking.knowledge import Knowledge
from dateline.linking.rules import HINT, ONE_SENSE, STILL_THERE
from dateline.model.names import EntityId


def choose_entity(candidates: Sequence[EntityId], known: Knowledge) -> tuple[EntityId | None, str]:
    """Return whom a name means and the rule that chose; no rule where there is no choice, nobody where nothing tells.

    The one that the texts name in full; else the one whose context they have; else the one that still existed.
    """
    if len(candidates) == 1:
        return candidates[0], ""
    left, clear = candidates, known.present if known.clear is None else known.clear
    for rule, is_likely in (
        (ONE_SENSE, clear.__contains__),
        (HINT, known.hinted.__contains__),
        (STILL_THERE, lambda entity: entity not in known.gone),
    ):
        likely = left if rule in known.off else list(filter(is_likely, left))
        if len(likely) == 1:
            return likely[0], rule
        left = likely or left
    return None, ""
