"""Keep what builds remember in the user's cache folder: a state, and segments with the long parts of it.

It is data, never code, and nothing rests on it: what is missing or damaged is read, linked and rendered again.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from dateline.model.dataclass import dataclass
from dateline.publishing.caches import memory_folder
from dateline.publishing.codec import pack, unpack
from dateline.publishing.keeping import LostError, fetch
from dateline.publishing.kept import KeptTrace, State
from dateline.publishing.moving import move
from dateline.publishing.program import program
from dateline.publishing.sealing import seal, unseal
from dateline.publishing.segments import SegmentReader, Spot, compact, sweep
from dateline.publishing.whole_files import replace_file

FORM = b"dateline memory 2\n"
"""How the file of a state begins."""
_MANY = 64  # segments: each build that links something begins one or two


@dataclass(frozen=True, slots=True)
class Memory:
    """Where what is remembered of one site is kept."""

    folder: Path

    @classmethod
    def of(cls, content: Path, output: Path, cache: Path | None = None) -> "Memory":
        """Return the memory of the site that is built from one folder into another.

        It is a folder in the folder `cache`, or in the user's own cache folder.
        """
        return cls(memory_folder(content, output, cache))

    @property
    def file(self) -> Path:
        """Where the state is."""
        return self.folder / "state.bin"

    def recall(self) -> State | None:
        """Return the state after the last build; None where there is none, or none that is as this program kept it."""
        try:
            data = self.file.read_bytes()
        except OSError:
            return None
        body = unseal(data, FORM, program().encode())
        try:
            return unpack(body, State) if body is not None else None
        except ValueError:
            return None

    def keep(self, state: State) -> State:
        """Keep a state in place of the one before, and return it as it is kept.

        Where it cannot be kept, the next build does everything again. Where the long parts lie about in many files,
        they are brought together first.
        """
        segments = {spot.segment for spot in spots_of(state)}
        if len(segments) > _MANY:
            state = move(state, compact(self.folder, set(spots_of(state))))
            segments = {spot.segment for spot in spots_of(state)}
        with contextlib.suppress(OSError, ValueError):
            body = pack(state)
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(self.file, seal(body, FORM, program().encode()))
            sweep(self.folder, segments)
        return state

    def recall_ledger(self) -> bytes | None:
        """Return the mention ledger of the last build; None where it cannot be had."""
        state = self.recall()
        if state is None:
            return None
        with SegmentReader(self.folder) as reader, contextlib.suppress(LostError):
            return b"".join(fetch(trace.ledger, reader) for _, trace in sorted(traces_of(state).items()))
        return None


def traces_of(state: State) -> dict[str, KeptTrace]:
    """Return what the texts of each file left behind, by path."""
    return {
        **{path: article.trace for path, article in state.articles.items()},
        **{entity.entity.path: entity.trace for entity in state.entities.values()},
        **{path: page.trace for path, page in state.pages.items()},
    }


def spots_of(state: State) -> Iterator[Spot]:
    """Return every spot that a state holds."""
    if state.bearers:
        yield state.bearers
    for article in state.articles.values():
        yield from (article.text, article.quotations)
    for trace in traces_of(state).values():
        yield from (trace.words, trace.ledger)
