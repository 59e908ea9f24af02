"""What is published of files that pages use."""

from pathlib import Path

import pytest
from support import pictures
from support.bench import open_bench
from support.building import registry

from dateline.linking.guard import Guard, guard_names
from dateline.model.entity import Registry
from dateline.model.problem import Code, DatelineError, Location
from dateline.model.settings import Settings
from dateline.publishing.media import prepare, tell_media

WHERE = Location("content/a.jpg")
ANN = guard_names(registry("people/ann: Ann Bell").entities, Registry.of(()), Settings())


def test_pictures_lose_their_metadata_and_other_files_stay(tmp_path: Path) -> None:
    """What a file is its bytes say, and not its name."""
    picture, text = tmp_path / "a.txt", tmp_path / "b.jpg"
    picture.write_bytes(pictures.telling_png(pictures.png()))
    text.write_bytes(b"words")
    assert prepare(picture, WHERE, Guard()) == (pictures.png(), ())
    assert prepare(text, WHERE, Guard()) == (None, ())


def test_a_picture_that_cannot_be_cleaned_is_a_problem(tmp_path: Path) -> None:
    """With the file, and what helps."""
    (tmp_path / "a.jpg").write_bytes(pictures.jpeg()[:-9])
    (problem,) = tell_media(["a.jpg"], tmp_path, Guard())
    assert (problem.code, problem.location.path) == (Code.PICTURE_UNREADABLE, f"{tmp_path.as_posix()}/a.jpg")
    assert "save" in problem.hint


def test_a_file_that_names_somebody_private_is_a_problem(tmp_path: Path) -> None:
    """Wherever in it; metadata that is not published may name anybody."""
    file = tmp_path / "a.bin"
    file.write_bytes(bytes((1 << 20) - 5) + b"by Ann Bell" + bytes(99))
    (problem,) = prepare(file, WHERE, ANN).problems
    assert problem.code is Code.PRIVATE_NAME
    file.write_bytes(pictures.telling_jpeg(pictures.jpeg()))
    assert prepare(file, WHERE, ANN) == (pictures.jpeg(), ())


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    """It was there when the folder was read."""
    with pytest.raises(DatelineError, match="cannot read"):
        prepare(tmp_path / "a.jpg", WHERE, Guard())


def test_builds_publish_clean_pictures(tmp_path: Path) -> None:
    """Also one that comes later in its place; one that is damaged keeps the last site as it is."""
    bench = open_bench(tmp_path)
    bench.site.others["articles/a.png"] = pictures.telling_png(pictures.png())
    assert "media/articles/a.png" in bench.written()
    shown = tmp_path / "site" / "media" / "articles" / "a.png"
    assert shown.read_bytes() == pictures.png()
    assert bench.written() == set()
    bench.site.others["articles/a.png"] = pictures.png()[:-4]
    assert [problem.code for problem in bench.build().problems] == [Code.PICTURE_UNREADABLE]
    assert shown.read_bytes() == pictures.png()


def test_only_files_that_pages_use_are_published(tmp_path: Path) -> None:
    """One is gone from the site with the last link to it, and is back with a new one."""
    bench = open_bench(tmp_path)
    bench.site.others["notes.txt"] = b"my own"
    bench.build()
    path = "articles/2020-01-03-three.md"
    assert not (tmp_path / "site" / "media" / "notes.txt").exists()
    bench.site.texts[path]["body"] = "See [them](../notes.txt)."
    bench.build()
    assert (tmp_path / "site" / "media" / "notes.txt").read_bytes() == b"my own"
    assert not (tmp_path / "site" / "media" / "articles" / "a.png").exists()
    assert bench.is_right()


def test_files_that_settings_list_are_published(tmp_path: Path) -> None:
    """Though no page uses them; nothing has to be linked again for it."""
    bench = open_bench(tmp_path)
    bench.site.others["notes.txt"] = b"my own"
    bench.build()
    bench.site.settings["files"] = ["notes.txt"]
    assert bench.linked_again() == set()
    assert (tmp_path / "site" / "media" / "notes.txt").read_bytes() == b"my own"
    assert bench.is_right()


def test_a_listed_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """Told at the settings, and nothing is published."""
    bench = open_bench(tmp_path)
    bench.site.settings["files"] = ["nothing.txt"]
    outcome = bench.build()
    assert outcome.written is None
    (problem,) = outcome.problems
    assert (problem.code, problem.location.path) == (Code.LINK_DEAD, f"{bench.site.content.as_posix()}/site.toml")
