"""Turn the command `archive` into a list of sources of which no archived copy is named, and ask for copies."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import click

from dateline.cli.options import FOLDER, examples
from dateline.cli.telling import printable, tell_failure
from dateline.model.dataclass import dataclass
from dateline.model.problem import DatelineError, Location
from dateline.model.text import Place
from dateline.publishing.archive_notes import note_archives
from dateline.publishing.citing_files import CitedSource, find_cited_sources
from dateline.publishing.wayback import ArchiveError, Copy, Wayback


@dataclass(slots=True)
class _Answers:
    """What became of the questions about sources without a copy."""

    copies: dict[str, Copy]
    """By web address."""
    failures: dict[str, str]
    """By web address: why there is none, in a sentence."""


@click.command(epilog=examples("dateline archive", "dateline archive --ask", "dateline archive --save --write"))
@click.option("--content", type=FOLDER, default="content", show_default=True, help="The folder of articles.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Lines to read, or one JSON object.")  # fmt: skip
@click.option("--ask", is_flag=True, help="Ask the Wayback Machine (archive.org) which copies it has.")
@click.option("--save", is_flag=True, help="Have it make a copy where it has none; asks first.")
@click.option("--write", is_flag=True, help="Write the copies that it names into your files; asks first.")
@click.pass_obj
def archive(wayback: Wayback | None, content: Path, form: str, *, ask: bool, save: bool, write: bool) -> None:
    """List the sources of which no archived copy is named; a copy is what stays when a page goes.

    Without options nothing leaves this machine. With --ask the address of each of these sources is sent to
    archive.org, one at a time. Ends with exit code 1 where a source is left without `archive:`.
    """
    cited = find_cited_sources(content)
    missing = [source for source in cited if not source.is_archived]
    answers = _Answers({}, {})
    if ask or save or write:
        answers = _ask(missing, wayback or Wayback(), save=save)
    written = _write(missing, answers) if write else set()
    (_tell_json if form == "json" else _tell_text)(cited, missing, answers, written)
    sys.exit(int(len(written) < len(missing)))


def _ask(missing: Iterable[CitedSource], wayback: Wayback, *, save: bool) -> _Answers:
    """Ask for a copy of each address once; an archive that cannot be reached is not asked again."""
    answers = _Answers({}, {})
    for source in missing:
        if source.url in answers.copies or source.url in answers.failures:
            continue
        try:
            copy = wayback.find(source.url, source.day) or (wayback.make(source.url) if save else None)
        except ArchiveError as error:
            answers.failures[source.url] = str(error)
            if error.is_final:
                tell_failure(f"{error}; nothing else was asked, and your files are as they were")
                break
        else:
            if copy:
                answers.copies[source.url] = copy
            else:
                answers.failures[source.url] = "the archive has no copy; --save has one made"
    return answers


def _write(missing: Iterable[CitedSource], answers: _Answers) -> set[Location]:
    """Write copies into the files that cite their sources, and return where."""
    by_file: defaultdict[Path, dict[Place, CitedSource]] = defaultdict(dict)
    for source in missing:
        if source.url in answers.copies:
            by_file[source.file][source.place] = source
    written: set[Location] = set()
    for file, sources in by_file.items():
        try:
            note_archives(file, {place: answers.copies[each.url].url for place, each in sources.items()})
        except DatelineError as error:
            tell_failure(str(error))
        else:
            written |= {source.location for source in sources.values()}
    return written


def _tell_text(cited: list[CitedSource], missing: list[CitedSource], answers: _Answers, written: set[Location]) -> None:
    for source in missing:
        click.echo(printable(f"{source.location}: {_sentence(source, answers, written)}"))
    copied = f"; {len(written)} written now" if written else ""
    noun = "source has a web address" if len(cited) == 1 else "sources have a web address"
    click.echo(f"{len(cited)} {noun}, {len(missing)} of them without an archived copy{copied}")


def _sentence(source: CitedSource, answers: _Answers, written: set[Location]) -> str:
    copy = answers.copies.get(source.url)
    if copy is None:
        why = answers.failures.get(source.url)
        return f"no archived copy of {source.url}" + (f": {why}" if why else "")
    if source.location in written:
        return f"written, a copy of {copy.date}: {copy.url}"
    return f"there is a copy of {copy.date}; write archive: {copy.url}"


def _tell_json(cited: list[CitedSource], missing: list[CitedSource], answers: _Answers, written: set[Location]) -> None:
    document = {"sources": len(cited), "missing": [_row(source, answers, written) for source in missing]}
    click.echo(json.dumps(document, ensure_ascii=True, indent=2))


def _row(source: CitedSource, answers: _Answers, written: set[Location]) -> dict[str, object]:
    copy, location = answers.copies.get(source.url), source.location
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "url": source.url,
        "archive": copy.url if copy else None,
        "archived": copy.date if copy else None,
        "written": location in written,
        "failure": answers.failures.get(source.url),
    }
