"""The memory of the last build: nothing rests on it."""

import os
from pathlib import Path

import pytest
from platformdirs import user_cache_path
from support.changing import ChangingSite, Fields

from dateline.publishing.codec import pack
from dateline.publishing.engine import Engine
from dateline.publishing.kept import KeptOutput, State
from dateline.publishing.memory import FORM, Memory, pointers_of
from dateline.publishing.program import program
from dateline.publishing.sealing import seal
from dateline.publishing.segments import GRACE
from dateline.publishing.wishes import Wish

STATE = State(terms=b"terms", outputs={"zwölf.html": KeptOutput(b"key", "digest", 12, 34)})
BUILT: dict[str, Fields] = {
    "articles/2020-one.md": {"title": "One", "body": "Ana Gil wrote [a page](../pages/about.md)."},
    "people/ana.md": {"name": "Ana Gil", "born": "1999", "body": "Of her own."},
    "pages/about.md": {"title": "About", "body": "By Ana Gil."},
}


def built(folder: Path) -> Memory:
    """Return the memory of a site that was built."""
    site = ChangingSite(folder, dict(BUILT))
    site.write()
    memory = Memory(folder / "memory")
    Engine(Wish(site.content), folder / "site", memory).build(lambda *_: None)
    return memory


def test_what_is_kept_is_recalled(tmp_path: Path) -> None:
    """What is kept later takes its place, and nothing else is left behind."""
    memory = Memory.of(tmp_path / "content", tmp_path / "site", tmp_path / "cache")
    assert memory.recall() is None
    memory.keep(State(terms=b"before"))
    memory.keep(STATE)
    assert memory.recall() == STATE
    assert [path for path in (tmp_path / "cache").rglob("*") if path.is_file()] == [memory.file]


def test_what_another_program_kept_is_not_believed(tmp_path: Path) -> None:
    """Of the same version, too: what it makes of a file may be something else."""
    memory = Memory.of(tmp_path / "content", tmp_path / "site", tmp_path / "cache")
    memory.keep(STATE)
    body = pack(STATE)
    assert memory.file.read_bytes() == seal(body, FORM, program().encode())
    memory.file.write_bytes(seal(body, FORM, b"another"))
    assert memory.recall() is None


def test_what_a_build_keeps_is_recalled(tmp_path: Path) -> None:
    """Articles, entities and pages among it."""
    memory = built(tmp_path)
    state = memory.recall()
    assert state is not None
    assert [*state.articles, *state.entities, *state.pages] == ["articles/2020-one.md", "people/ana", "pages/about.md"]
    memory.keep(state)
    assert memory.recall() == state


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


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    """Drafts may be in it."""
    memory = built(tmp_path)
    assert [oct(path.stat().st_mode & 0o077) for path in (memory.folder, *memory.folder.glob("segment*"))] == [
        "0o0"
    ] * 3


@pytest.mark.parametrize("data", [b"", b"no state", b"dateline memory 2\n", b"dateline memory 2\n" + bytes(16)])
def test_foreign_bytes_are_as_none(tmp_path: Path, data: bytes) -> None:
    """Empty, something else, a head without a state."""
    memory = Memory(tmp_path)
    memory.file.write_bytes(data)
    assert memory.recall() is None


def test_bytes_of_another_form_are_as_none(tmp_path: Path) -> None:
    """Though they are as they were kept."""
    memory = Memory(tmp_path)
    memory.keep(STATE)
    head = memory.file.read_bytes()[: -len(pack(STATE))]
    assert len(head) == len(b"dateline memory 2\n") + 16
    memory.file.write_bytes(head.replace(b"memory 2", b"memory 3") + pack(STATE))
    assert memory.recall() is None


@pytest.mark.parametrize("length", [-1, -9, 40, 3])
def test_a_state_cut_short_is_as_none(tmp_path: Path, length: int) -> None:
    """Wherever it is cut."""
    memory = built(tmp_path)
    memory.file.write_bytes(memory.file.read_bytes()[:length])
    assert memory.recall() is None


def test_a_garbled_state_is_as_none(tmp_path: Path) -> None:
    """Whichever byte it is."""
    memory = built(tmp_path)
    data = memory.file.read_bytes()
    for place in range(0, len(data), 97):
        memory.file.write_bytes(data[:place] + bytes((data[place] ^ 4,)) + data[place + 1 :])
        assert memory.recall() is None


def test_segments_that_hold_nothing_of_the_state_are_swept(tmp_path: Path) -> None:
    """When they are older than the rest by an hour, so that no other build is at work in them."""
    memory = built(tmp_path)
    state = memory.recall()
    assert state is not None
    wanted = {f"segment-{pointer.segment:016x}.bin" for pointer in pointers_of(state)}
    old, young = memory.folder / f"segment-{1:016x}.bin", memory.folder / f"segment-{2:016x}.bin"
    for file in (old, young):
        file.write_bytes(b"nothing")
    newest = young.stat().st_mtime
    for file in (old, *(memory.folder / name for name in wanted)):
        os.utime(file, (newest - GRACE - 1,) * 2)
    memory.keep(state)
    assert {path.name for path in memory.folder.glob("segment*")} == {*wanted, young.name}


def test_the_ledger_is_that_of_the_site(tmp_path: Path) -> None:
    """Put together from what is kept of each file."""
    memory = built(tmp_path)
    assert memory.recall_ledger() == (tmp_path / "site/data/mentions.jsonl").read_bytes()
    for segment in memory.folder.glob("segment*"):
        segment.unlink()
    assert memory.recall_ledger() is None
    memory.file.unlink()
    assert memory.recall_ledger() is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """And no build fails for it."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    memory = Memory.of(tmp_path / "content", tmp_path / "site", tmp_path / "file")
    memory.keep(STATE)
    assert memory.recall() is None
    taken = Memory(tmp_path / "taken")
    taken.file.mkdir(parents=True)
    taken.keep(STATE)
    assert taken.recall() is None
    assert sorted(path.name for path in taken.folder.iterdir()) == ["state.bin"]


def test_a_state_that_bytes_cannot_say_is_not_kept(tmp_path: Path) -> None:
    """What was kept before stays."""
    memory = Memory(tmp_path)
    memory.keep(STATE)
    memory.keep(State(outputs={"big": KeptOutput(b"", "", 1 << 70, 0)}))
    assert memory.recall() == STATE
