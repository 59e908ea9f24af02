"""The name of a program tells it from every other."""

from pathlib import Path

import pytest

from dateline import __version__
from dateline.publishing.program import name_program, program


def package(folder: Path) -> Path:
    """Return a package of two modules."""
    (folder / "room").mkdir(parents=True)
    (folder / "__init__.py").write_text("A = 1\n")
    (folder / "room" / "door.py").write_text("B = 2\n")
    return folder


def test_the_same_files_have_the_same_name_wherever_they_are(tmp_path: Path) -> None:
    """Of what is beside them, bytecode for one, nothing counts."""
    one, other = package(tmp_path / "one"), package(tmp_path / "other")
    (other / "__pycache__").mkdir()
    (other / "__pycache__" / "door.py").write_text("compiled")
    (other / "notes.txt").write_text("of no account")
    assert name_program(one, "1") == name_program(other, "1")
    assert name_program(one, "1") != name_program(one, "2")


@pytest.mark.parametrize(("file", "text"), [("room/door.py", "B = 3\n"), ("room/window.py", ""), ("__init__.py", "")])
def test_a_changed_or_new_module_makes_another_program(tmp_path: Path, file: str, text: str) -> None:
    """Also where the version stays."""
    folder = package(tmp_path / "one")
    before = name_program(folder, "1")
    (folder / file).write_text(text)
    assert name_program(folder, "1") != before


def test_a_moved_module_makes_another_program(tmp_path: Path) -> None:
    """Its path is part of the name."""
    folder = package(tmp_path / "one")
    before = name_program(folder, "1")
    (folder / "room" / "door.py").rename(folder / "door.py")
    assert name_program(folder, "1") != before


def test_where_there_are_no_files_the_version_stands_alone(tmp_path: Path) -> None:
    """As in a program that is packed into one file."""
    assert name_program(tmp_path / "nowhere", "1.2") == "1.2"
    assert program().startswith(f"{__version__}+")
