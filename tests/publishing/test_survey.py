"""What another process has seen of the folders of a site is what this one would have seen."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.model.problem import DatelineError
from dateline.publishing.cores import can_fork, count_cores
from dateline.publishing.errands import Errand
from dateline.publishing.manifest import MANIFEST, Manifest, write_manifest
from dateline.publishing.sources import find_content
from dateline.publishing.survey import Survey, Times, surveying

PAGE = "a/index.html"


class Folders:
    """The folders of a small site."""

    def __init__(self, folder: Path) -> None:
        self.content, self.output = folder / "content", folder / "site"
        for file in (self.content / "articles/one.md", self.content / "map.png", self.output / PAGE):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("text")
        (self.output / MANIFEST).write_bytes(write_manifest(Manifest({PAGE: frozenset({"00"})})))
        self.times: Times = {path: self._time(path) for path in (MANIFEST, PAGE)}

    def _time(self, path: str) -> tuple[int, int]:
        status = (self.output / path).stat()
        return status.st_size, status.st_mtime_ns

    def stands(self) -> bool:
        """Whether outputs are as they were, to this process and to another."""
        told = _stands(Survey(self.content, self.output), self.times)
        with surveying(self.content, self.output, 2, is_all=True, fewest=0) as survey:
            assert _stands(survey, self.times) == told
        return told


def _stands(survey: Survey, times: Times) -> bool:
    """Whether they stand; a file that is gone does not, whichever way that is said."""
    try:
        return survey.stands(times)
    except OSError:
        return False


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A site of one article."""
    return Folders(tmp_path)


@pytest.mark.parametrize("is_all", [True, False])
def test_what_is_found_is_the_same(folders: Folders, is_all: bool) -> None:
    """Texts and other files, with sizes and times, and looked at once."""
    with surveying(folders.content, folders.output, 2, is_all=is_all, fewest=0) as survey:
        assert survey.found == find_content(folders.content)
        assert survey.found is survey.found


@pytest.mark.skipif(os.name == "nt", reason="links need leave there")
def test_what_is_wrong_is_told_all_the_same(folders: Folders) -> None:
    """A link that leads out of the content folder, say."""
    (folders.content / "out").symlink_to(folders.output)
    with surveying(folders.content, folders.output, 2, is_all=True, fewest=0) as survey:
        assert survey.found == find_content(folders.content)
        assert len(survey.found.problems) == 1


def test_a_missing_folder_is_told(folders: Folders) -> None:
    """As where nobody else has looked."""
    folders.content.rename(folders.content.with_name("gone"))
    with (
        surveying(folders.content, folders.output, 2, is_all=True, fewest=0) as survey,
        pytest.raises(DatelineError, match="there is no content folder"),
    ):
        assert survey.found


CHANGES: dict[str, Callable[[Folders], object]] = {
    "longer": lambda site: (site.output / PAGE).write_text("longer"),
    "touched": lambda site: os.utime(site.output / PAGE, ns=(1, 1)),
    "gone": lambda site: (site.output / PAGE).unlink(),
    "its folder gone": lambda site: (site.output / "a").rename(site.output / "b"),
    "the list touched": lambda site: os.utime(site.output / MANIFEST, ns=(1, 1)),
    "the list gone": lambda site: (site.output / MANIFEST).unlink(),
    "no list": lambda site: (site.output / MANIFEST).write_text("{"),
    "another list": lambda site: (site.output / MANIFEST).write_bytes(write_manifest(Manifest())),
    "leftovers": lambda site: (site.output / ".dateline-0.tmp").mkdir(),
    "the folder gone": lambda site: site.output.rename(site.output.with_name("gone")),
}


@pytest.mark.parametrize("change", [*CHANGES])
def test_a_change_of_the_site_is_seen(folders: Folders, change: str) -> None:
    """Whoever has looked."""
    assert folders.stands()
    CHANGES[change](folders)
    assert not folders.stands()


def test_files_of_others_are_no_matter(folders: Folders) -> None:
    """A CNAME, say, that no list names."""
    (folders.output / "CNAME").write_text("chronicle.example")
    assert folders.stands()


def test_another_process_looks_only_where_that_is_worth_it(folders: Folders) -> None:
    """Not for few files, nor where one process is to do all, or has threads already, as that of other tests may."""

    def is_shared(jobs: int | None, fewest: int) -> bool:
        with surveying(folders.content, folders.output, jobs, is_all=True, fewest=fewest) as survey:
            return isinstance(vars(survey)["_errand"], Errand)

    size = (folders.output / MANIFEST).stat().st_size
    assert is_shared(2, size - 1) == (can_fork() and count_cores() > 1)
    assert not is_shared(2, size)
    assert not is_shared(1, 0)
    (folders.output / MANIFEST).unlink()
    assert not is_shared(None, 0)
