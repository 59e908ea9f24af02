"""Long parts that lie about in many files are brought together, and are found again."""

from pathlib import Path

from dateline.publishing.engine import Engine
from dateline.publishing.memory import Memory, pointers_of, traces_of
from dateline.publishing.moving import move
from dateline.publishing.segments import Pointer, SegmentReader
from dateline.publishing.wishes import Wish


def built(folder: Path, saves: int) -> Engine:
    """Return an engine after a build of two articles, of which one was then saved so many times, and built."""
    article = folder / "content" / "articles" / "2020-07-18-a.md"
    article.parent.mkdir(parents=True)
    article.with_name("2020-07-19-b.md").write_text("# Calm\n\nThe sea lay still.\n")
    engine = Engine(Wish(folder / "content"), folder / "site", Memory(folder / "memory"))
    for number in range(saves + 1):
        article.write_text(f"# Rain\n\nIt rained {number} times.\n")
        engine.build(lambda *_: None)
    return engine


def test_a_state_knows_where_its_parts_have_gone(tmp_path: Path) -> None:
    """Every pointer that was moved, and no other."""
    state = built(tmp_path, 0).state
    assert state is not None
    old = sorted(set(pointers_of(state)))
    moved = {pointer: Pointer(7, number, pointer.length, pointer.check) for number, pointer in enumerate(old[::2])}
    after = move(state, moved)
    assert [moved.get(pointer, pointer) for pointer in pointers_of(state)] == list(pointers_of(after))
    assert move(state, {}) is state


def test_many_builds_leave_few_files(tmp_path: Path) -> None:
    """However often an article is saved, its memory stays whole, and does not grow file by file."""
    engine = built(tmp_path, 70)
    assert engine.memory is not None
    state = engine.memory.recall()
    assert state is not None
    assert state == engine.state
    assert len({pointer.segment for pointer in pointers_of(state)}) <= 64
    with SegmentReader(engine.memory.folder) as reader:
        assert all(reader.read(trace.words) is not None for trace in traces_of(state).values())
