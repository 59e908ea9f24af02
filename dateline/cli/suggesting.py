"""Turn the command `suggest` into a list of names that nobody has registered, and into files for those accepted."""

import json
import shutil
import sys
from collections.abc import Sequence
from typing import Any

import click

from dateline.cli.accepting import Choices, read_numbers
from dateline.cli.options import examples, reading_options
from dateline.cli.telling import printable
from dateline.indexes.sentences import split_sentences
from dateline.linking.likely_aliases import SURNAME
from dateline.linking.sightings import Sighting
from dateline.linking.unregistered import Suggestion, suggest_names
from dateline.pipeline import Inspection
from dateline.publishing.site import inspect_from_disk
from dateline.publishing.wishes import Wish

_NAMED = 24  # characters of a sentence that are kept before the name


@click.command(epilog=examples("dateline suggest", "dateline suggest --kind person --accept 1,3-5",
                               "dateline suggest --all-above 20"))  # fmt: skip
@reading_options
@click.option("--limit", type=click.IntRange(1), default=40, show_default=True, help="How many names are listed.")
@click.option("--kind", help="List only names that are likely of this kind: person, group or place.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="A list to read, or a JSON list.")  # fmt: skip
@click.option("--accept", multiple=True, metavar="N", help="Register these numbers of the list: 1,3-5. Repeatable.")
@click.option("--all-above", type=click.IntRange(0), metavar="N", help="Register every name with more mentions than N.")
def suggest(
    limit: int, kind: str | None, form: str, accept: Sequence[str], all_above: int | None, **reading: Any
) -> None:
    """List names in the articles that nobody has registered, and likely aliases of those registered.

    The most frequent come first. At a terminal you are then asked which to accept: a new name gets a file,
    an alias goes into the file of its entity. No file is ever overwritten.
    """
    wish = Wish(**reading)
    choices = Choices(_inspect(wish), wish.content, lambda: _inspect(wish))
    suggestions = _suggest(choices.inspection, kind)
    choices.open = dict(enumerate(suggestions, 1))
    if accept or all_above is not None:
        choices.accept((*_accepted(accept, len(suggestions)), *_above(choices.open, all_above)))
    else:
        choices.open = dict(list(choices.open.items())[:limit])
        _tell(choices, len(suggestions), form)
        if form == "text" and _is_terminal():
            choices.converse(lambda question: str(click.prompt(question, default="", show_default=False)))
    sys.exit(int(choices.failed))


def _inspect(wish: Wish) -> Inspection:
    return inspect_from_disk(wish, lambda *_: None)


def _suggest(inspection: Inspection, kind: str | None) -> list[Suggestion]:
    suggestions = suggest_names(inspection.linked, inspection.content.registry)
    return [each for each in suggestions if kind in (None, each.kind)]


def _accepted(words: Sequence[str], count: int) -> tuple[int, ...]:
    try:
        numbers = read_numbers(words)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--accept") from error
    unknown = [number for number in numbers if not 1 <= number <= count]
    if unknown:
        raise click.BadParameter(f"there is no number {unknown[0]} in the list", param_hint="--accept")
    return numbers


def _above(suggestions: dict[int, Suggestion], count: int | None) -> list[int]:
    """The numbers of those with more mentions, without those that a person should look at first."""
    if count is None:
        return []
    sure = {number: each for number, each in suggestions.items() if each.reason != SURNAME and not each.alike}
    return [number for number, each in sure.items() if each.mentions > count]


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _tell(choices: Choices, count: int, form: str) -> None:
    if form == "json":
        rows = [_row(number, each) for number, each in choices.open.items()]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    width = shutil.get_terminal_size().columns
    for number, each in choices.open.items():
        click.echo(printable(f"{number:>4}  {each.name}  {_what(each)}"))
        click.echo(printable(f"      {_cut(_sentence(each.sightings[0]), each.name, width - 6)}"))
    more = f"; {count - len(choices.open)} more with --limit {count}" if count > len(choices.open) else ""
    click.echo(f"{count} name{'s' * (count != 1)}{more}" if count else "no name that nobody has registered")


def _row(number: int, each: Suggestion) -> dict[str, object]:
    return {
        "number": number,
        "name": each.name,
        "kind": each.kind,
        "mentions": each.mentions,
        "articles": each.articles,
        "sentence": _sentence(each.sightings[0]),
        "aliases": each.aliases,
        "entity": each.entity,
        "reason": each.reason,
        "alike": each.alike,
    }


def _what(each: Suggestion) -> str:
    """What is known of a name: `person, 12 in 5 articles; also CJNG`."""
    articles = len(each.articles)
    counts = f"{each.mentions} in {articles} article{'s' * (articles != 1)}"
    kind = f"alias of {each.entity} ({each.reason})" if each.entity else each.kind
    also = f"; also {', '.join(each.aliases)}" if each.aliases else ""
    alike = f"; perhaps {each.alike}" if each.alike and not each.entity else ""
    return f"{kind}, {counts}{also}{alike}"


def _sentence(sighting: Sighting) -> str:
    spans = split_sentences(sighting.block)
    start, end = next((span for span in spans if span[0] <= sighting.start < span[1]), (sighting.start, sighting.end))
    return " ".join(sighting.block[start:end].split())


def _cut(sentence: str, name: str, width: int) -> str:
    """As much of the sentence as fits, the name in it."""
    start = sentence.find(name)
    if start + len(name) >= width:
        sentence = "… " + sentence[start - _NAMED :].partition(" ")[2]
    return sentence if len(sentence) <= width else sentence[: max(1, width - 1)].rstrip() + "…"
