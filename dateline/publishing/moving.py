"""Turn a state whose long parts were moved into one that knows where they are now."""

from collections.abc import Mapping
from dataclasses import replace

from dateline.publishing.kept import KeptTrace, State
from dateline.publishing.segments import Spot


def move(state: State, moved: Mapping[Spot, Spot]) -> State:
    """Return the state with its spots replaced by those that they were moved to; what was not moved stays."""
    if not moved:
        return state

    def at(spot: Spot) -> Spot:
        return moved.get(spot, spot)

    def trace(kept: KeptTrace) -> KeptTrace:
        return replace(kept, words=at(kept.words), ledger=at(kept.ledger))

    return replace(
        state,
        bearers=at(state.bearers) if state.bearers else None,
        articles={
            path: replace(each, text=at(each.text), quotations=at(each.quotations), trace=trace(each.trace))
            for path, each in state.articles.items()
        },
        entities={identity: replace(each, trace=trace(each.trace)) for identity, each in state.entities.items()},
        pages={path: replace(each, trace=trace(each.trace)) for path, each in state.pages.items()},
    )
