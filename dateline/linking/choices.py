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
    left = candidates
    clear = known.present if known.clear is None else known.clear
    for rule, kept in (
        (ONE_SENSE, [entity for entity in left if entity in clear]),
        (HINT, [entity for entity in left if entity in known.hinted]),
        (STILL_THERE, [entity for entity in left if entity not in known.gone]),
    ):
        kept_of_left = [entity for entity in kept if entity in left]
        if rule not in known.off and kept_of_left:
            left = kept_of_left
            if len(left) == 1:
                return left[0], rule
    return None, ""
