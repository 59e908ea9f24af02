"""Turn a state whose long parts were moved into one that knows where they are now."""

from collections.abc import Mapping
from dataclasses import replace

from dateline.publishing.kept import KeptTrace, State
from dateline.publishing.segments import Pointer


def move(state: State, moved: Mapping[Pointer, Pointer]) -> State:
    """Return the state with its pointers replaced by those to where things were moved; what was not moved stays."""
    if not moved:
        return state

    def at(pointer: Pointer) -> Pointer:
        return moved.get(pointer, pointer)

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
