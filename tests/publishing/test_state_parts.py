"""Parts of a state are read out of its file without the others, and believed only as they were kept."""

from pathlib import Path

import pytest
from support.bench import open_bench

from dateline.model.names import EntityId
from dateline.publishing.codec import pack
from dateline.publishing.keeping import LostError
from dateline.publishing.kept import KeptArticle, KeptEntity, KeptPage, State
from dateline.publishing.state_parts import Part, PartReader, pack_in_parts


@pytest.fixture
def state(tmp_path: Path) -> State:
    """What a build remembers."""
    bench = open_bench(tmp_path)
    bench.build()
    assert bench.engine.state is not None
    return bench.engine.state


@pytest.mark.parametrize("start", [0, 7])
def test_parts_are_what_the_whole_holds(state: State, tmp_path: Path, start: int) -> None:
    """The whole is packed as ever."""
    whole, parts = pack_in_parts(state)
    assert whole == pack(state)
    file = tmp_path / "state"
    file.write_bytes(b"." * start + whole)
    reader = PartReader(file, start)
    assert [reader.read(part, KeptArticle) for part in reversed(parts.articles)] == [*state.articles.values()][::-1]
    assert reader.read(parts.entities, dict[EntityId, KeptEntity]) == state.entities
    assert reader.read(parts.pages, dict[str, KeptPage]) == state.pages
    reader.close()


def test_a_state_of_nothing_has_parts_too() -> None:
    """They are empty."""
    whole, parts = pack_in_parts(State())
    assert whole == pack(State())
    assert parts.articles == ()


def test_a_part_that_is_damaged_is_lost(state: State, tmp_path: Path) -> None:
    """As is one that is cut off, or that is something else."""
    whole, parts = pack_in_parts(state)
    file, part = tmp_path / "state", parts.articles[0]
    garbled = bytearray(whole)
    garbled[part.offset + 3] ^= 1
    file.write_bytes(garbled)
    reader = PartReader(file, 0)
    for each in (part, Part(len(whole) - 3, 9, 0)):
        with pytest.raises(LostError):
            reader.read(each, KeptArticle)
    with pytest.raises(LostError):
        reader.read(parts.entities, KeptArticle)
    reader.close()
