"""Files of accepted names: new ones, and an alias more in those that are there."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.model.problem import DatelineError
from dateline.publishing.registering import add_alias, entity_file, register_alias, register_entity

# Reading replaces what is left out, or takes it for the end of a line.
_READABLE = st.characters(
    exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp"), exclude_characters="\ufff9\ufffa\ufffb"
)
_NAMES = st.text(_READABLE, min_size=1, max_size=12).map(lambda name: " ".join(name.split()))
_HEADERS = (
    "name: X\naliases: [A, 'B']\n",
    "name: X\naliases: []\n",
    "name: X\naliases:\n  - A\n  - 'B' # a comment\nborn: 1966\n",
    "name: X\naliases:\n- A\n",
    "name: X\nalias: El A\n",
    "name: X\naliases: 'El A'\nborn: 1966\n",
    "name: X\naliases:\nborn: 1966\n",
    "name: X\naliases: # none yet\n",
    "name: X\naliases:\n  [A,\n   B]\n",
    "name: X\n# a comment\n",
    "",
)


def test_a_new_file_holds_the_name_and_its_aliases(tmp_path: Path) -> None:
    """In the folder of its kind, under its slug."""
    file = register_entity(tmp_path, "groups", 'The "New" Cártel', ("NC", "Nueva"))
    assert file == tmp_path / "groups/the-new-cartel.md"
    assert file.read_text("utf-8") == '---\nname: "The \\"New\\" Cártel"\naliases: ["NC", "Nueva"]\n---\n'
    assert entity_file("people", "Rosa").text == '---\nname: "Rosa"\n---\n'


def test_no_file_is_overwritten(tmp_path: Path) -> None:
    """What is there stays, byte for byte."""
    (tmp_path / "people").mkdir()
    (tmp_path / "people/rosa.md").write_text("mine", "utf-8")
    with pytest.raises(DatelineError, match="is there already"):
        register_entity(tmp_path, "people", "Rosa")
    assert (tmp_path / "people/rosa.md").read_text("utf-8") == "mine"


def test_a_name_without_letters_makes_no_file(tmp_path: Path) -> None:
    """It is told."""
    with pytest.raises(DatelineError, match="makes no file name"):
        register_entity(tmp_path, "people", "!?")


@pytest.mark.property
@given(
    st.sampled_from(_HEADERS),
    st.sampled_from(("\n", "\r\n")),
    st.booleans(),
    st.sampled_from(("", "Body.\n---\nx")),
    _NAMES,
)
def test_an_alias_is_inserted_and_every_other_byte_kept(
    header: str, newline: str, has_mark: bool, body: str, name: str
) -> None:
    """Without the inserted bytes, which stand in one piece, the file is what it was."""
    assume(name and name not in ("A", "B", "El A"))
    text = f"---\n{header}---\n{body}".replace("\n", newline)
    data = (b"\xef\xbb\xbf" if has_mark else b"") + text.encode()
    changed = add_alias(data, name)
    length = len(changed) - len(data)
    assert any(changed[:at] + changed[at + length :] == data for at in range(len(data) + 1))
    assert json.dumps(name, ensure_ascii=False).encode() in changed
    assert add_alias(changed, name) == changed


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\nname: X\naliases: [A]\n---\n", '---\nname: X\naliases: ["N", A]\n---\n'),
        ("---\nname: X\naliases:\n  - A\n---\n", '---\nname: X\naliases:\n  - "N"\n  - A\n---\n'),
        ("---\nname: X\nalias: El A\n---\n", '---\nname: X\nalias:\n  - "N"\n  - El A\n---\n'),
        ("---\nname: X\n---\nBody", '---\nname: X\naliases: ["N"]\n---\nBody'),
        ("# X\n\n---\n", '---\naliases: ["N"]\n---\n# X\n\n---\n'),
        ('+++\nname = "X"\n[extra]\na = 1\n+++\n', '+++\naliases = ["N"]\nname = "X"\n[extra]\na = 1\n+++\n'),
        ('+++\naliases = ["A"]\n+++\n', '+++\naliases = ["N", "A"]\n+++\n'),
    ],
)
def test_where_an_alias_goes(before: str, after: str) -> None:
    """Into the list, or into a line of its own at the end of the header."""
    assert add_alias(before.encode(), "N").decode() == after


@pytest.mark.parametrize(
    "text", ["---\nname: X\naliases: ~\n---\n", "---\nname: X\naliases: {a: b}\n---\n", '+++\naliases = "A"\n+++\n',
             "---\n{name: X}\n---\n", "---\nname: [\n---\n", "---\nText.\n"]
)  # fmt: skip
def test_where_there_is_no_safe_place_nothing_is_written(tmp_path: Path, text: str) -> None:
    """And the author is told to write it."""
    file = tmp_path / "x.md"
    file.write_text(text, "utf-8")
    with pytest.raises(DatelineError, match="by hand"):
        register_alias(file, "N")
    assert file.read_text("utf-8") == text


def test_an_alias_is_written_to_the_disk(tmp_path: Path) -> None:
    """Once; a file that has it stays as it is."""
    file = tmp_path / "x.md"
    file.write_bytes(b"---\r\nname: X\r\n---\r\n")
    register_alias(file, "N")
    register_alias(file, "N")
    assert file.read_bytes() == b'---\r\nname: X\r\naliases: ["N"]\r\n---\r\n'


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    """In a sentence."""
    with pytest.raises(DatelineError, match="cannot add an alias"):
        register_alias(tmp_path / "x.md", "N")


def test_a_file_that_is_not_utf_8_is_left_alone(tmp_path: Path) -> None:
    """Its bytes could not be kept."""
    file = tmp_path / "x.md"
    file.write_bytes(b"---\nname: \xff\n---\n")
    with pytest.raises(DatelineError, match="by hand"):
        register_alias(file, "N")
