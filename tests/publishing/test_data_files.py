"""The ledger is joined from what was written before and from what is new, and is the same as if all were new."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.publishing.data_files import Ledger, ledger_parts
from dateline.publishing.keeping import LostError
from dateline.publishing.segments import Pointer, SegmentReader, SegmentWriter

LINES = st.dictionaries(st.sampled_from("abcdefg"), st.sampled_from((b"", b"1\n", b"2\n", b"three\n", b"4\n4\n")))


class Kept:
    """Lines that are kept; lines that were kept before are kept once."""

    def __init__(self, folder: Path) -> None:
        self.writer, self.reader = SegmentWriter(folder), SegmentReader(folder)
        self.pointers: dict[tuple[str, bytes], Pointer] = {}

    def keep(self, lines: dict[str, bytes]) -> dict[str, Pointer]:
        """Return the pointers of the lines of each file, by path."""
        for path, data in lines.items():
            if (path, data) not in self.pointers:
                self.pointers[path, data] = self.writer.append(data)
        self.writer.flush()
        return {path: self.pointers[path, lines[path]] for path in sorted(lines)}

    def close(self) -> None:
        """Let go of the files."""
        self.writer.close()
        self.reader.close()


def whole(lines: dict[str, bytes]) -> bytes:
    """Return the ledger of all files."""
    return b"".join(lines[path] for path in sorted(lines))


def _refuse() -> bytes:
    raise OSError


@pytest.mark.property
@given(LINES, st.lists(LINES, min_size=1, max_size=4))
def test_a_joined_ledger_is_what_fetching_all_would_give(
    first: dict[str, bytes], later: list[dict[str, bytes]]
) -> None:
    """Whatever comes, goes and changes, one time after another."""
    with TemporaryDirectory() as folder:
        kept = Kept(Path(folder))
        before = first
        for now in later:
            last = Ledger(kept.keep(before), lambda: whole(before))  # noqa: B023 - it is asked at once
            assert b"".join(ledger_parts(kept.keep(now), last, kept.reader)) == whole(now)
            before = now
        kept.close()


def _ledger(folder: Path, read: Callable[[], bytes]) -> bytes:
    kept = Kept(folder)
    parts = kept.keep({"a": b"1\n", "b": b"2\n"})
    try:
        return b"".join(ledger_parts(parts, Ledger(parts, read), kept.reader))
    finally:
        kept.close()


@pytest.mark.parametrize("read", [_refuse, lambda: b"", lambda: b"1\n2\n3\n"], ids=["gone", "empty", "longer"])
def test_a_ledger_that_is_not_as_it_was_is_fetched(tmp_path: Path, read: Callable[[], bytes]) -> None:
    """All of it."""
    assert _ledger(tmp_path, read) == b"1\n2\n"


def test_what_was_written_before_is_not_fetched(tmp_path: Path) -> None:
    """It is taken as it stands."""
    assert _ledger(tmp_path, lambda: b"x\ny\n") == b"x\ny\n"


def test_lines_that_are_lost_are_told(tmp_path: Path) -> None:
    """Whoever asked reads and links again."""
    reader = SegmentReader(tmp_path)
    with pytest.raises(LostError):
        b"".join(ledger_parts({"a": Pointer(1, 0, 1, 0)}, Ledger({}, _refuse), reader))
