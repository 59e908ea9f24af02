"""What a build writes and what it reads lie apart."""

from pathlib import Path

import pytest

from dateline.model.problem import DatelineError
from dateline.publishing.folders import check_folders


@pytest.mark.parametrize("output", ["content", "content/site", ".", "templates", "templates/x", "content/../content"])
def test_the_output_folder_overlaps_nothing_that_is_read(tmp_path: Path, output: str) -> None:
    """A build must not write over articles or templates, nor read its own pages."""
    with pytest.raises(DatelineError, match="overlap"):
        check_folders(tmp_path / "content", tmp_path / output, tmp_path / "templates")


def test_an_output_folder_beside_the_content_is_well(tmp_path: Path) -> None:
    """With a name that begins like that of the content folder, too."""
    check_folders(tmp_path / "content", tmp_path / "content-site", None)
