"""Turn the command `why` into plain sentences on a decision of the linker."""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import click

from dateline.cli.options import examples, reading_options
from dateline.cli.telling import printable, tell_failure
from dateline.indexes.sentences import split_sentences
from dateline.linking.explanations import Explanation, Occurrence, explain_words, find_file
from dateline.linking.likeness import similarity
from dateline.linking.linked import Linked
from dateline.linking.portraits import Portrait, explain_entity
from dateline.linking.references import index_references
from dateline.linking.remedies import Remedy, alternatives
from dateline.model.entity import Registry
from dateline.pipeline import Inspection
from dateline.publishing.site import inspect_from_disk
from dateline.publishing.wishes import Wish

_NEAR = 0.6
_MOST_NEAR = 3


@click.command(
    epilog=examples('dateline why shootout-at-la-laguna "La Laguna"', 'dateline why "El Mencho"', "dateline why cjng")
)
@click.argument("subject")
@click.argument("words", required=False)
@reading_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
              help="Sentences to read, or one JSON object.")  # fmt: skip
def why(subject: str, words: str | None, form: str, **reading: Any) -> None:
    """Say why words of an article are a link, or are none; or where an entity is named.

    With WORDS, the SUBJECT is an article: its slug, its file's name or a path. Without, it is an
    entity: its slug, id or name. Ends with exit code 1 where there is nothing to explain.
    """
    inspection = inspect_from_disk(Wish(**reading), lambda *_: None)
    if words is None:
        sys.exit(_explain_entity(inspection, subject, form))
    sys.exit(_explain_words(inspection, subject, words, form))


def _explain_words(inspection: Inspection, subject: str, words: str, form: str) -> int:
    file = find_file(inspection.linked, subject)
    if file is None:
        tell_failure(f"there is no article '{subject}'{_did_you_mean(subject, _slugs(inspection.linked))}")
        return 1
    if _is_withheld(words, inspection):
        return 1
    explanation = explain_words(inspection.content, file, words, split_sentences)
    _tell(asdict(explanation), _explanation_lines(explanation), form)
    return 0 if explanation.found else 1


def _explain_entity(inspection: Inspection, subject: str, form: str) -> int:
    if _is_withheld(subject, inspection):
        return 1
    registry = inspection.content.registry
    found = index_references(registry).find(subject)
    if not found:
        tell_failure(f"no entity is called '{subject}'{_did_you_mean(subject, _names(registry))}")
        return 1
    portraits = [explain_entity(registry.by_id[identity], inspection.content, inspection.linked) for identity in found]
    lines = [line for portrait in portraits for line in ("", *_portrait_lines(portrait))][1:]
    _tell([asdict(portrait) for portrait in portraits], lines, form)
    return 0


def _is_withheld(name: str, inspection: Inspection) -> bool:
    """Whether a name is that of a private entity, which is then told: texts of the site hold a label alone."""
    private = Registry.of(inspection.content.private)
    found = index_references(private).find(name)
    for identity in found:
        label = private.by_id[identity].label
        tell_failure(f"'{name}' is a name of {identity}, which is private: readers see '{label}' where it stands")
    return bool(found)


def _tell(document: object, lines: Iterable[str], form: str) -> None:
    for line in [json.dumps(document, indent=2)] if form == "json" else lines:
        click.echo(line if form == "json" else printable(line))


def _explanation_lines(explanation: Explanation) -> list[str]:
    """The places of which the same is to be said stand together."""
    same: dict[tuple[object, object], list[Occurrence]] = {}
    for occurrence in explanation.occurrences:
        same.setdefault((occurrence.says, occurrence.remedies), []).append(occurrence)
    paragraphs = [_occurrence_lines(found) for found in same.values()]
    if explanation.says:
        paragraphs.append([*explanation.says, *_remedy_lines(explanation.remedies)])
    return [line for lines in paragraphs for line in ("", *lines)][1:]


def _occurrence_lines(found: Sequence[Occurrence]) -> list[str]:
    places = [f"{each.location}: {' '.join(each.sentence.split())}" for each in found]
    return [*places, *(f"  {sentence}" for sentence in found[0].says), *_remedy_lines(found[0].remedies, "  ")]


def _portrait_lines(portrait: Portrait) -> list[str]:
    return [*portrait.says, *_remedy_lines(portrait.remedies)]


def _remedy_lines(remedies: Sequence[Remedy], indent: str = "") -> list[str]:
    if not remedies:
        return []
    lines = [f"{indent}  {remedy.where}: {remedy.line}  ({remedy.effect})" for remedy in remedies]
    return [f"{indent}What you can write:", *lines]


def _did_you_mean(subject: str, names: Iterable[str]) -> str:
    scored = sorted((-similarity(subject, name), name) for name in set(names))
    near = [name for score, name in scored if -score >= _NEAR][:_MOST_NEAR]
    return f"; did you mean {alternatives(near)}?" if near else ""


def _slugs(linked: Linked) -> list[str]:
    return [article.article.slug for article in linked.articles]


def _names(registry: Registry) -> list[str]:
    return [name for entity in registry.entities for name in (entity.slug, entity.name, *entity.aliases)]
