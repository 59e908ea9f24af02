"""Turn a build that stands into the brief for the builds after it that change words alone."""

from collections.abc import Iterable, Mapping

from dateline.indexes.records import ArticleRecord
from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Code, Problem
from dateline.model.source import Options, Summary
from dateline.publishing.brief import Brief, Orders, Outputs, Texts
from dateline.publishing.brief_look import asked, settings_stamp, times_of
from dateline.publishing.glance import Read
from dateline.publishing.kept import State
from dateline.publishing.looking import is_settled
from dateline.publishing.memory import traces_of
from dateline.publishing.sources import Found
from dateline.publishing.state_parts import StateParts
from dateline.rendering.edition import Edition
from dateline.rendering.feed import as_of, latest_articles


@dataclass(frozen=True, slots=True)
class Stood:
    """A build that stands."""

    read: Read
    options: Options
    timezone: str
    edition: Edition
    summary: Summary
    problems: tuple[Problem, ...]
    manifest: tuple[int, int]
    """Size of the list of outputs, and when it was last changed, in nanoseconds."""
    now: int
    """When the build began, in nanoseconds of the file system's clock."""


def brief_of(stood: Stood, state: State, parts: StateParts) -> Brief | None:
    """Return the brief of a build whose state is packed so; None where builds after it need to know more."""
    if state.bearers is None or not _can_be_short(stood, state):
        return None
    slugs = tuple(article.record.slug for article in state.articles.values())
    return Brief(
        asked=asked(stood.read, stood.options),
        timezone=stood.timezone,
        summary=stood.summary,
        problems=stood.problems,
        texts=_texts(stood.read.content, state),
        outputs=_outputs(stood, state),
        parts=parts,
        slugs=slugs,
        paths=tuple(state.articles),
        bearers=state.bearers,
        ledger={path: trace.ledger.length for path, trace in sorted(traces_of(state).items())},
        digests={path: each.sha256 for path, each in state.digests.items()},
        orders=_orders(stood, {slug: number for number, slug in enumerate(slugs)}),
    )


def _can_be_short(stood: Stood, state: State) -> bool:
    """Whether words can be put onto pages without a look at anything else, and times of files can tell what changed."""
    read, options = stood.read, stood.options
    latest = max((file.changed for file in (*read.content.files.values(), *read.theme)), default=0)
    is_plain = not (options.preview or options.full_text) and stood.edition.guard.pattern is None
    # Of a dead link its place is told: an edit may move it.
    is_plain &= all(problem.code is not Code.LINK_DEAD for problem in stood.problems)
    is_plain &= all(kept.entity.public for kept in state.entities.values())
    is_plain &= all(kept.holds and kept.claim.slug == kept.record.slug for kept in state.articles.values())
    return is_plain and is_settled(latest, stood.now) and all(each.size >= 0 for each in state.outputs.values())


def _texts(found: Found, state: State) -> Texts:
    return Texts(
        times={path: (seen.size, seen.changed) for path, seen in state.seen.items()},
        digests=b"".join(seen.digest for seen in state.seen.values()),
        unread=state.unread,
        settings=settings_stamp(found),
        files=times_of(found.files),
    )


def _outputs(stood: Stood, state: State) -> Outputs:
    outputs = state.outputs
    times = {path: (each.size, each.changed) for path, each in outputs.items()}
    return Outputs(times, bytes.fromhex("".join(each.digest for each in outputs.values())), stood.manifest)


def _orders(stood: Stood, number: Mapping[Slug, int]) -> Orders:
    edition = stood.edition
    records, dossiers = edition.records, edition.indexes.dossiers
    newest = latest_articles(as_of(records.articles, stood.options.today), edition.content.settings)
    places = {id(place): place for place in edition.places.values()}  # many entries share one
    known = {identity: at for at, identity in enumerate(places)}
    return Orders(
        published=_numbers(records.articles, number),
        translations=_numbers(records.translations, number),
        named=_numbered(dossiers.backlinks, number),
        listed=_numbered(dossiers.listed, number),
        latest=_numbers(reversed(newest), number),
        axis=edition.axis,
        places=tuple(places.values()),
        placed={name: known[id(place)] for name, place in edition.places.items()},
        compared=edition.compared,
        announced=tuple(sorted(edition.announced)),
        has_entries=edition.has_entries,
        has_company=edition.has_company,
        has_sources=edition.has_sources,
        has_corrections=edition.has_corrections,
    )


def _numbered(
    articles: Mapping[EntityId, Iterable[ArticleRecord]], number: Mapping[Slug, int]
) -> dict[EntityId, tuple[int, ...]]:
    return {identity: _numbers(records, number) for identity, records in articles.items()}


def _numbers(records: Iterable[ArticleRecord], number: Mapping[Slug, int]) -> tuple[int, ...]:
    return tuple(number[record.slug] for record in records)
