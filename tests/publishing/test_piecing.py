"""A file of data is joined from pieces of the last one and from new ones, and is the same as if all were new."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.keyed import WrittenStamps, edition_of

from dateline.publishing.manifest import digest_of
from dateline.publishing.piecing import Joint, Standing
from dateline.rendering.data_page import material_of
from dateline.rendering.exports.pieces import Piece, Reads

EDITION = edition_of({})
READS = Reads(material_of(EDITION), WrittenStamps(EDITION.records), b"")
PIECES = st.lists(st.sampled_from(("", "a", "bb", "ccc", "dddd", "each time")), max_size=8)


class Counted:
    """Pieces that hold their own names, and are counted when they are made."""

    def __init__(self, names: list[str]) -> None:
        self.names = names
        self.made: list[str] = []

    def cut(self) -> Iterator[Piece]:
        """Return the pieces; one of them is made each time."""
        for name in self.names:
            key = None if name == "each time" else (lambda _, name=name: b"key of " + name.encode())
            yield Piece(lambda name=name: self._make(name), key)  # type: ignore[misc]

    def _make(self, name: str) -> bytes:
        self.made.append(name)
        return name.encode()


def joined(names: list[str], last: Standing | None) -> tuple[bytes, Standing, list[str]]:
    """Return a file, what is remembered of it, and what was made for it."""
    pieces = Counted(names)
    joint = Joint(pieces.cut, lambda: READS, last)
    data = b"".join(joint.parts())
    return data, Standing(joint.index, digest_of(data), lambda: data), pieces.made


@pytest.mark.property
@given(st.lists(PIECES, min_size=1, max_size=4))
def test_a_joined_file_is_what_making_all_would_give(builds: list[list[str]]) -> None:
    """Whatever comes, goes and moves; only what did not stand in the last file is made."""
    last, before = None, set[str]()
    for names in builds:
        data, last, made = joined(names, last)
        assert data == "".join(names).encode()
        assert made == [name for name in names if name not in before]
        before = {*names} - {"each time"}


def _refuse() -> bytes:
    raise OSError


@pytest.mark.parametrize(
    "damage",
    [
        lambda last: Standing(last.index, last.digest, lambda: b"aXX"),
        lambda last: Standing(last.index, last.digest, lambda: b"a"),
        lambda last: Standing(last.index, last.digest, lambda: b""),
        lambda last: Standing(last.index, last.digest, _refuse),
        lambda last: Standing(b"garbled", last.digest, last.read),
    ],
)
def test_a_last_file_that_is_not_as_it_was_written_is_made_anew(damage: object) -> None:
    """Somebody has changed it, it is gone, or what is remembered of it is damaged."""
    _, last, _ = joined(["a", "bb"], None)
    assert callable(damage)
    data, _, made = joined(["a", "bb"], damage(last))
    assert (data, made) == (b"abb", ["a", "bb"])
