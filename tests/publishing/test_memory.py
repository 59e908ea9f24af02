"""The memory of the last build: nothing rests on it."""

import gzip
from pathlib import Path

import pytest
from platformdirs import user_cache_path

from dateline.publishing.memory import Memory


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    """To the byte; what is kept later takes its place, and nothing else is left behind."""
    memory = Memory.of(tmp_path / "content", tmp_path / "site", tmp_path / "cache")
    assert memory.recall() is None
    memory.keep(b"one\n")
    memory.keep("zwölf\n".encode())
    assert memory.recall() == "zwölf\n".encode()
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == [memory.file]


def test_each_pair_of_folders_has_a_memory_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the folders are named."""
    monkeypatch.chdir(tmp_path)
    cache = tmp_path / "cache"
    one = Memory.of(Path("content"), Path("site"), cache)
    assert one == Memory.of(tmp_path / "content", tmp_path / "x/../site", cache)
    assert one != Memory.of(Path("content"), Path("other"), cache)
    assert one != Memory.of(Path("other"), Path("site"), cache)


def test_the_users_own_cache_is_where_it_is_kept() -> None:
    """Unless another folder is given."""
    assert user_cache_path("dateline", appauthor=False) in Memory.of(Path("content"), Path("site")).file.parents


PACKED = gzip.compress(b"x" * 1000, mtime=0)
BROKEN = {
    "empty": b"",
    "something else": b"no gzip",
    "cut short": PACKED[:-9],
    "wrong within": PACKED[:10] + b"\xff" * 20,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_as_none(tmp_path: Path, data: bytes) -> None:
    """Empty, something else, cut short, or wrong within."""
    memory = Memory.of(tmp_path / "content", tmp_path / "site", tmp_path)
    memory.keep(b"x")
    memory.file.write_bytes(data)
    assert memory.recall() in (None, b"")


def test_a_file_without_measure_is_as_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Few bytes can unpack to many."""
    monkeypatch.setattr("dateline.publishing.memory._LARGEST", 10)
    memory = Memory.of(tmp_path / "content", tmp_path / "site", tmp_path)
    memory.keep(b"x" * 11)
    assert memory.recall() is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """And no build fails for it."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    memory = Memory.of(tmp_path / "content", tmp_path / "site", tmp_path / "file")
    memory.keep(b"x")
    assert memory.recall() is None
    taken = Memory(tmp_path / "folder.jsonl.gz")
    taken.file.mkdir()
    taken.keep(b"x")
    assert taken.recall() is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.jsonl.gz"]
