"""Byte strings come back as they were put into segments, or not at all."""

import os
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from dateline.publishing import segments
from dateline.publishing.segments import GRACE, Pointer, SegmentReader, SegmentWriter, compact, sweep

WRITING = """
import sys
from pathlib import Path
from dateline.publishing.segments import SegmentWriter
with SegmentWriter(Path(sys.argv[1])) as writer:
    for line in sys.stdin:
        print(*writer.append(line.encode()))
"""

FORKING = """
import os
import sys
from pathlib import Path
from dateline.publishing.segments import SegmentReader, SegmentWriter
folder = Path(sys.argv[1])
with SegmentWriter(folder) as first:
    kept = first.append(b"kept")
writer, reader = SegmentWriter(folder), SegmentReader(folder)
before = writer.append(b"before")
assert reader.read(kept) == b"kept"
child = os.fork()
mine = writer.append(b"child" if child == 0 else b"parent")
for _ in range(1000):
    assert reader.read(kept) == b"kept"
writer.close()
reader.close()
assert reader.read(mine) == (b"child" if child == 0 else b"parent")
assert child == 0 or os.waitpid(child, 0)[1] == 0
assert child == 0 or reader.read(before) == b"before"
assert (mine.segment == before.segment) == (child != 0)
"""


def keep(folder: Path, values: Sequence[bytes]) -> list[Pointer]:
    """Keep values in one segment."""
    with SegmentWriter(folder) as writer:
        return [writer.append(value) for value in values]


def read(folder: Path, pointers: Sequence[Pointer]) -> list[bytes | None]:
    """Read what these pointers lead to."""
    with SegmentReader(folder) as reader:
        return [reader.read(pointer) for pointer in pointers]


def path(folder: Path, pointer: Pointer) -> Path:
    """Name the segment of a pointer."""
    return folder / f"segment-{pointer.segment:016x}.bin"


def grow_old(folder: Path, pointer: Pointer, seconds: float = GRACE) -> None:
    """Make a segment older than it is, by a second more than is asked for."""
    changed = path(folder, pointer).stat().st_mtime - seconds - 1
    os.utime(path(folder, pointer), (changed, changed))


@pytest.mark.property
@given(values=st.lists(st.binary()))
def test_what_is_kept_is_read(values: list[bytes]) -> None:
    """Also what is empty."""
    with TemporaryDirectory() as name:
        assert read(Path(name), keep(Path(name), values)) == values


@pytest.mark.property
@given(values=st.lists(st.binary(max_size=20), min_size=1, max_size=4), data=st.data())
def test_damage_is_noticed(values: list[bytes], data: DataObject) -> None:
    """Whatever byte is another, and wherever the file ends: each value is read as it was, or not at all."""
    with TemporaryDirectory() as name:
        pointers = keep(Path(name), values)
        file = path(Path(name), pointers[0])
        whole = file.read_bytes()
        end = data.draw(st.integers(0, len(whole)))
        damaged = bytearray(whole[:end])
        if damaged:
            damaged[data.draw(st.integers(0, end - 1))] = data.draw(st.integers(0, 255))
        file.write_bytes(damaged)
        same = [
            damaged[pointer.offset : pointer.offset + pointer.length] == value
            for pointer, value in zip(pointers, values, strict=True)
        ]
        there = [pointer.offset + pointer.length <= end for pointer in pointers]
        expected = [v if s and t else None for v, s, t in zip(values, same, there, strict=True)]
        assert read(Path(name), pointers) == expected


@pytest.mark.property
@given(changes=st.tuples(*[st.integers(-(2**70), 2**70)] * 4), data=st.data())
def test_a_wrong_pointer_is_noticed(changes: tuple[int, int, int, int], data: DataObject) -> None:
    """Whichever of its numbers is another one."""
    with TemporaryDirectory() as name:
        pointer = keep(Path(name), [b"one", b"two", b"three"])[1]
        kept = data.draw(st.tuples(*[st.booleans()] * 4).filter(lambda chosen: not all(chosen)))
        numbers = [old if stays else new for old, new, stays in zip(pointer, changes, kept, strict=True)]
        assert read(Path(name), [Pointer(*numbers)]) == [b"two" if tuple(numbers) == pointer else None]


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    """No folder, no segment."""
    assert read(tmp_path / "none", [Pointer(1, 0, 0, 0)]) == [None]
    assert read(tmp_path, [Pointer(1, 0, 0, 0)]) == [None]


def test_the_folder_belongs_to_its_user_alone(tmp_path: Path) -> None:
    """It is made for the first value, and so is the segment."""
    folder = tmp_path / "cache" / "segments"
    with SegmentWriter(folder):
        assert not folder.exists()
    pointer = keep(folder, [b"x"])[0]
    assert [file.name for file in folder.iterdir()] == [path(folder, pointer).name]
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(path(folder, pointer).stat().st_mode) == 0o600


def test_what_was_flushed_can_be_read(tmp_path: Path) -> None:
    """While the segment still grows; a large value is written at once."""
    with SegmentWriter(tmp_path) as writer, SegmentReader(tmp_path) as reader:
        small = writer.append(b"small")
        assert reader.read(small) is None
        writer.flush()
        assert reader.read(small) == b"small"
        large = writer.append(b"large" * 1_000_000)
        assert reader.read(large) == b"large" * 1_000_000


def test_a_closed_writer_goes_on_in_another_segment(tmp_path: Path) -> None:
    """And a closed reader opens again what it needs."""
    writer, reader = SegmentWriter(tmp_path), SegmentReader(tmp_path)
    first = writer.append(b"1")
    writer.close()
    assert reader.read(first) == b"1"
    reader.close()
    second = writer.append(b"2")
    writer.close()
    writer.close()
    assert first.segment != second.segment
    assert [reader.read(first), reader.read(second)] == [b"1", b"2"]
    reader.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_a_writer_that_cannot_write_says_so(tmp_path: Path) -> None:
    """What is in the way is an error of the system, and nothing is left open."""
    (tmp_path / "file").write_bytes(b"")
    writer = SegmentWriter(tmp_path / "file")
    with pytest.raises(OSError, match="file"):
        writer.append(b"x")
    writer.close()
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))"
    done = subprocess.run(
        [sys.executable, "-c", full + WRITING, tmp_path / "full"], input=b"a" * 20, capture_output=True, check=False
    )
    assert b"File too large" in done.stderr
    assert [len(file.read_bytes()) for file in (tmp_path / "full").iterdir()] == [10]


def test_more_segments_than_may_be_open_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those beyond are opened each time, and closed."""
    monkeypatch.setattr(segments, "_MOST_OPEN", 2)
    pointers = [keep(tmp_path, [bytes([number])])[0] for number in range(5)]
    with SegmentReader(tmp_path) as reader:
        for _ in range(2):
            assert [reader.read(pointer) for pointer in pointers] == [bytes([number]) for number in range(5)]
        for pointer in pointers:
            path(tmp_path, pointer).unlink()
        assert [reader.read(pointer) for pointer in pointers] == [b"\0", b"\1", None, None, None]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links and pipes")
def test_nothing_but_files_is_read(tmp_path: Path) -> None:
    """A link leads out of the folder, a pipe would never end."""
    pointer = keep(tmp_path / "other", [b"x"])[0]
    folder = tmp_path / "segments"
    folder.mkdir()
    path(folder, pointer).symlink_to(path(tmp_path / "other", pointer))
    os.mkfifo(path(folder, pointer._replace(segment=1)))
    path(folder, pointer._replace(segment=2)).mkdir()
    assert read(folder, [pointer._replace(segment=number) for number in (pointer.segment, 1, 2)]) == [None] * 3
    grow_old(tmp_path / "other", pointer)
    keep(folder, [b"y"])
    sweep(folder, ())
    assert len(list(folder.iterdir())) == 4


def test_two_processes_write_into_one_folder(tmp_path: Path) -> None:
    """At the same time, each into its own segment."""
    command = [sys.executable, "-c", WRITING, str(tmp_path)]
    both = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    lines = [[f"{process}:{number}\n" for number in range(1000)] for process in range(2)]
    for process, texts in zip(both, lines, strict=True):
        assert process.stdin
        process.stdin.write("".join(texts))
        process.stdin.flush()
    for process, texts in zip(both, lines, strict=True):
        pointers = [Pointer(*map(int, line.split())) for line in process.communicate()[0].splitlines()]
        assert process.returncode == 0
        assert len({pointer.segment for pointer in pointers}) == 1
        assert read(tmp_path, pointers) == [text.encode() for text in texts]
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_a_forked_process_goes_on(tmp_path: Path) -> None:
    """With the reader of its parent, and with the writer in a segment of its own."""
    subprocess.run([sys.executable, "-c", FORKING, tmp_path], check=True)
    assert len(list(tmp_path.iterdir())) == 3


def test_segments_that_nobody_wants_are_swept_away(tmp_path: Path) -> None:
    """Where they are an hour older than the newest; other files stay."""
    wanted, old, young, newest = (keep(tmp_path, [b"x"])[0] for _ in range(4))
    grow_old(tmp_path, wanted)
    grow_old(tmp_path, old)
    grow_old(tmp_path, young, GRACE / 2)
    (tmp_path / "notes.txt").write_bytes(b"")
    sweep(tmp_path, {wanted.segment})
    assert read(tmp_path, [wanted, old, young, newest]) == [b"x", None, b"x", b"x"]
    sweep(tmp_path, {wanted.segment}, grace=0)
    assert read(tmp_path, [wanted, young, newest]) == [b"x", None, None]
    sweep(tmp_path / "none", ())
    assert sorted(file.name for file in tmp_path.iterdir()) == ["notes.txt", path(tmp_path, wanted).name]


def test_what_is_wanted_of_sparse_segments_is_copied(tmp_path: Path) -> None:
    """Of the others nothing; what is damaged is left behind."""
    sparse = keep(tmp_path, [b"a" * 10, b"b" * 10, b"c" * 81])
    dense = keep(tmp_path, [b"d" * 10, b"e" * 10])
    gone = sparse[0]._replace(segment=1)
    wrong = sparse[0]._replace(check=0)
    moved = compact(tmp_path, [*sparse[:2], wrong, *sparse[:2], dense[0], gone])
    assert set(moved) == set(sparse[:2])
    assert len({pointer.segment for pointer in moved.values()}) == 1
    path(tmp_path, sparse[0]).unlink()
    assert read(tmp_path, [moved[pointer] for pointer in sparse[:2]]) == [b"a" * 10, b"b" * 10]
    assert compact(tmp_path, [*moved.values(), dense[0]]) == {}


def test_many_segments_become_fewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The smaller half of them is joined."""
    monkeypatch.setattr(segments, "_MANY", 3)
    pointers = [keep(tmp_path, [b"x" * size])[0] for size in (40, 10, 30, 20)]
    assert compact(tmp_path, pointers[:3]) == {}
    moved = compact(tmp_path, pointers)
    assert set(moved) == {pointers[1], pointers[3]}
    assert read(tmp_path, [moved[pointers[1]], moved[pointers[3]]]) == [b"x" * 10, b"x" * 20]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_where_nothing_can_be_written_nothing_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is lost."""
    pointer = keep(tmp_path, [b"x", b"y" * 10])[0]
    monkeypatch.setattr("dateline.publishing.segments.secrets.randbits", lambda _: pointer.segment)
    assert compact(tmp_path, [pointer]) == {}
    assert read(tmp_path, [pointer]) == [b"x"]
