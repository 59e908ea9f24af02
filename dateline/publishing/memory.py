"""Keep what builds remember in the user's cache folder: a state, and segments with the long parts of it.

It is data, never code, and nothing rests on it: what is missing or damaged is read, linked and rendered again.
"""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from dateline.model.dataclass import dataclass
from dateline.publishing.caches import memory_folder
from dateline.publishing.codec import STAMP_LENGTH, pack, unpack
from dateline.publishing.journal import Journal
from dateline.publishing.keeping import LostError, fetch
from dateline.publishing.kept import KeptTrace, State
from dateline.publishing.moving import move
from dateline.publishing.program import program
from dateline.publishing.sealing import seal, unseal
from dateline.publishing.segments import Pointer, SegmentReader, compact, sweep
from dateline.publishing.state_parts import PartReader, StateParts, pack_in_parts
from dateline.publishing.whole_files import replace_file

FORM = b"dateline memory 2\n"
"""How the file of a state begins."""
_BRIEF_FORM = b"dateline brief 1\n"
_JOURNAL_FORM = b"dateline journal 1\n"
_START = len(FORM) + STAMP_LENGTH
T = TypeVar("T")

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
            return self.recall_journal(data[len(FORM) : _START]).applied(unpack(body, State)) if body else None
        except ValueError:
            return None

    def keep(self, state: State, make_brief: Callable[[State, StateParts], object] = lambda *_: None) -> State:
        """Keep a state in place of the one before, and return it as it is kept.

        Where it cannot be kept, the next build does everything again. Where the long parts lie about in many files,
        they are brought together first. `make_brief` makes what short builds need to know beside it; None: nothing.
        """
        segments = {pointer.segment for pointer in pointers_of(state)}
        if len(segments) > _MANY:
            state = move(state, compact(self.folder, set(pointers_of(state))))
            segments = {pointer.segment for pointer in pointers_of(state)}
        with contextlib.suppress(OSError, ValueError):
            body, parts = pack_in_parts(state)
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            data = seal(body, FORM, program().encode())
            replace_file(self.file, data)
            self._keep_brief(data[len(FORM) : _START], make_brief(state, parts))
            sweep(self.folder, segments)
        return state

    def _keep_brief(self, base: bytes, brief: object) -> None:
        self._journal.unlink(missing_ok=True)
        if brief is None:
            self._brief.unlink(missing_ok=True)
        else:
            replace_file(self._brief, seal(base + pack(brief), _BRIEF_FORM, program().encode()))

    def recall_brief(self, kind: type[T]) -> tuple[T, Journal, PartReader] | None:
        """Return the brief beside the state, what has changed since, and what reads the state; None where it has none.

        Raises OSError.
        """
        with contextlib.suppress(FileNotFoundError, ValueError):
            body = unseal(self._brief.read_bytes(), _BRIEF_FORM, program().encode())
            reader = PartReader(self.file, _START)
            if body is not None and reader.begins_with(FORM + body[:STAMP_LENGTH]):
                base, brief = body[:STAMP_LENGTH], unpack(body[STAMP_LENGTH:], kind)
                return brief, self.recall_journal(base), reader
            reader.close()
        return None

    def recall_journal(self, base: bytes) -> Journal:
        """Return what short builds have changed in the state with this digest."""
        with contextlib.suppress(OSError, ValueError):
            body = unseal(self._journal.read_bytes(), _JOURNAL_FORM, program().encode())
            journal = unpack(body, Journal) if body is not None else Journal()
            if journal.base == base:
                return journal
        return Journal(base)

    def keep_journal(self, journal: Journal) -> None:
        """Keep what short builds have changed. Raises OSError, UnkeepableError."""
        replace_file(self._journal, seal(pack(journal), _JOURNAL_FORM, program().encode()))

    @property
    def _brief(self) -> Path:
        return self.folder / "brief.bin"

    @property
    def _journal(self) -> Path:
        return self.folder / "journal.bin"

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


def pointers_of(state: State) -> Iterator[Pointer]:
    """Return every pointer that a state holds."""
    if state.bearers:
        yield state.bearers
    for article in state.articles.values():
        yield from (article.text, article.quotations)
    for trace in traces_of(state).values():
        yield from (trace.words, trace.ledger)
