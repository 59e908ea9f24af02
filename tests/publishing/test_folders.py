"""What a build writes and what it reads lie apart."""

from pathlib import Path

import pytest

from dateline.model.problem import DatelineError
from dateline.publishing.folders import check_file, check_folders


@pytest.mark.parametrize("output", ["content", "content/site", ".", "templates", "templates/x", "content/../content"])
def test_the_output_folder_overlaps_nothing_that_is_read(tmp_path: Path, output: str) -> None:
    """A build must not write over articles or templates, nor read its own pages."""
    with pytest.raises(DatelineError, match="overlap"):
        check_folders(tmp_path / "content", tmp_path / output, tmp_path / "templates")


def test_an_output_folder_beside_the_content_is_well(tmp_path: Path) -> None:
    """With a name that begins like that of the content folder, too."""
    check_folders(tmp_path / "content", tmp_path / "content-site", None)


@pytest.mark.parametrize("file", ["site/a.zip", "content/x/a.zip", "content/../site/a.zip"])
def test_a_bundle_lies_beside_what_it_holds(tmp_path: Path, file: str) -> None:
    """It would be a file of somebody else in the site, or be read as content."""
    check_file(tmp_path / "a.zip", tmp_path / "site", tmp_path / "content")
    with pytest.raises(DatelineError, match="write it somewhere else"):
        check_file(tmp_path / file, tmp_path / "site", tmp_path / "content")
