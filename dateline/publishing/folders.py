"""Turn the folders that a build reads and writes into a refusal where they overlap."""

from pathlib import Path

from dateline.model.problem import DatelineError


def check_folders(content: Path, output: Path, templates: Path | None) -> None:
    """Raise DatelineError where the output folder is, holds or lies in a folder that the build reads."""
    site = output.resolve()
    for name, folder in (("content", content), ("templates", templates)):
        read = folder.resolve() if folder else None
        if read and (site.is_relative_to(read) or read.is_relative_to(site)):
            raise DatelineError(
                f"the output folder '{output}' and the {name} folder '{folder}' overlap; "
                "choose another folder with --output"
            )


def check_file(file: Path, output: Path, content: Path) -> None:
    """Raise DatelineError where a file to write lies in the output folder, or in the content folder."""
    for folder in (output, content):
        if file.resolve().is_relative_to(folder.resolve()):
            raise DatelineError(f"'{file}' would lie in '{folder}'; write it somewhere else")
