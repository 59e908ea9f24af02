"""Turn all sources of the site into their list: by publisher, on one page or where there are many on one per letter."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from dateline.indexes.records import Stamps
from dateline.indexes.sources import Told, Use, Work, count_events
from dateline.model.dataclass import dataclass
from dateline.model.names import UrlPath, slugify
from dateline.model.urls import SOURCES, article_url
from dateline.rendering.counting import count_articles
from dateline.rendering.date_words import DatePart
from dateline.rendering.edition import Edition
from dateline.rendering.keys import ingredients, stamp
from dateline.rendering.linked_data import describe_list, work_node
from dateline.rendering.parts import FigureView, LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.register_pages import letter_folder, letter_of
from dateline.rendering.source_views import view_source
from dateline.rendering.sources_views import PublisherView, SourcesView, ToldView, UseView, WorkView
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import Words

LONGEST = 200
"""How many sources stand on a page at most."""
MOST_USES = 6
"""How many articles that rest on it stand below a source at most, and how many events with each."""

_MAKER = "the list of sources"


@dataclass(frozen=True, slots=True)
class _Part:
    """A page of the list."""

    url: UrlPath
    label: str
    works: tuple[Work, ...]


def plan_sources(edition: Edition) -> Iterator[PlannedPage]:
    """Return the list of sources, and its pages of letters where it is cut; nothing where there is no source."""
    if not edition.has_sources:
        return
    parts = _cut(edition.works, edition.words()) if len(edition.works) > LONGEST else []
    make = partial(_list, edition, parts)
    yield PlannedPage(SOURCES, "sources.html", make, partial(_key, edition, parts), _MAKER)
    for part in parts:
        make, key = partial(_part, edition, part), partial(_part_key, edition, part)
        yield PlannedPage(part.url, "sources.html", make, key, _MAKER)


def _cut(works: tuple[Work, ...], words: Words) -> list[_Part]:
    parts = []
    for letter, group in groupby(works, key=_letter):
        listed = tuple(group)
        for start in range(0, len(listed), LONGEST):
            number = start // LONGEST + 1
            folder = f"{SOURCES}{_folder(letter)}{f'-{number}' if start else ''}/"
            label = f"{_label(letter, words)}{f', {number}' if start else ''}"
            parts.append(_Part(UrlPath(folder), label, listed[start : start + LONGEST]))
    return parts


def _letter(work: Work) -> str:
    """The letter of a publisher; of one whose name begins with none `#`, and where nobody is named nothing."""
    publisher = work.citation.publisher
    return letter_of(publisher) if publisher else ""


def _folder(letter: str) -> str:
    return letter_folder(letter) if letter else "no-publisher"


def _label(letter: str, words: Words) -> str:
    return letter or words.gettext("No publisher named")


def _key(edition: Edition, parts: Sequence[_Part], stamps: Stamps) -> bytes:
    shape = [(part.url, part.label, len(part.works)) for part in parts], _numbers(edition)
    here = () if parts else edition.works
    return ingredients(edition, stamps).page("sources.html", stamp(shape), _works_key(edition, here, stamps))


def _part_key(edition: Edition, part: _Part, stamps: Stamps) -> bytes:
    works = _works_key(edition, part.works, stamps)
    return ingredients(edition, stamps).page("sources.html", stamp((part.url, part.label)), works)


def _works_key(edition: Edition, works: Sequence[Work], stamps: Stamps) -> bytes:
    parts, digests = ingredients(edition, stamps), edition.records.digests
    links, cards = parts.links, parts.cards
    shape = [
        (
            work.citation,
            len(work.uses),
            work.events,
            work.alone,
            digests.get(work.citation.file),
            len(work.entities),
            [cards[identity] for identity in work.entities[:MOST_USES]],
            len(work.told),
            [(cards[told.entity], [event.title for event in told.events]) for told in work.told[:MOST_USES]],
            [(links[use.article.slug], *((event.slug, event.title) for event in use.events)) for use in _shown(work)],
        )
        for work in works
    ]
    return stamp(shape)


def _shown(work: Work) -> tuple[Use, ...]:
    return work.uses[: -MOST_USES - 1 : -1]


def _numbers(edition: Edition) -> tuple[int, int, int, int, int]:
    """How many works there are, how many publishers, how many archived; how many events, and on one source."""
    works = edition.works
    return (
        len(works),
        len({work.citation.publisher.casefold() for work in works if work.citation.publisher}),
        sum(bool(work.citation.archive) for work in works),
        *count_events(edition.records.articles, edition.records.entities),
    )


def _list(edition: Edition, parts: Sequence[_Part]) -> SourcesView:
    viewpoint = Viewpoint(edition, SOURCES)
    words = viewpoint.words
    number = _count(len(edition.works), words)
    standfirst = words.gettext("What this record rests on: {sources}, by publisher.", sources=number)
    counts = (_count(len(part.works), words) for part in parts)
    links = tuple(LinkView(p.label, viewpoint.link(p.url), count=n) for p, n in zip(parts, counts, strict=True))
    nodes = [] if parts else [work_node(work.citation, viewpoint) for work in edition.works]
    return SourcesView(
        site=viewpoint.site(),
        head=describe_list(viewpoint.head(words.gettext("Sources"), standfirst), viewpoint, nodes),
        trail=(),
        standfirst=standfirst,
        figures=_figures(edition, words),
        publishers=() if parts else _publishers(edition.works, viewpoint),
        parts=links,
    )


def _part(edition: Edition, part: _Part) -> SourcesView:
    viewpoint = Viewpoint(edition, part.url)
    words = viewpoint.words
    standfirst = f"{_count(len(part.works), words)}."
    title, trail = words.gettext("Sources"), (LinkView(words.gettext("Sources"), viewpoint.link(SOURCES)),)
    nodes = [work_node(work.citation, viewpoint) for work in part.works]
    return SourcesView(
        site=viewpoint.site(),
        head=describe_list(viewpoint.head(f"{title}, {part.label}", standfirst), viewpoint, nodes, trail),
        trail=trail,
        standfirst=standfirst,
        figures=(),
        publishers=_publishers(part.works, viewpoint),
        parts=(),
    )


def _count(number: int, words: Words) -> str:
    return words.ngettext("{n} source", "{n} sources", number)


def _figures(edition: Edition, words: Words) -> tuple[FigureView, ...]:
    _, publishers, archived, events, alone = _numbers(edition)
    figures = [(words.gettext("publishers named"), publishers), (words.gettext("with an archived copy"), archived)]
    if events:
        figures += [(words.gettext("events"), events), (words.gettext("of them on one source"), alone)]
    return tuple(FigureView(label, (DatePart(words.figures(number), ""),), "") for label, number in figures)


def _publishers(works: Sequence[Work], viewpoint: Viewpoint) -> tuple[PublisherView, ...]:
    groups = [list(group) for _, group in groupby(works, key=lambda work: work.citation.publisher)]
    return tuple(_publisher(group, number, viewpoint) for number, group in enumerate(groups, start=1))


def _publisher(works: list[Work], number: int, viewpoint: Viewpoint) -> PublisherView:
    name = works[0].citation.publisher
    anchor = f"p-{slugify(name) or number}" if name else "p"
    return PublisherView(
        anchor, name, _count(len(works), viewpoint.words), tuple(_work(work, viewpoint) for work in works)
    )


def _work(work: Work, viewpoint: Viewpoint) -> WorkView:
    shown = _shown(work)
    rest, words = len(work.uses) - len(shown), viewpoint.words
    more = words.ngettext("and {n} more article", "and {n} more articles", rest) if rest else ""
    uses = tuple(_use(use, viewpoint) for use in shown)
    relations = tuple(viewpoint.chip(identity) for identity in work.entities[:MOST_USES])
    told = tuple(_told(each, viewpoint) for each in work.told[:MOST_USES])
    return WorkView(view_source(work.citation, viewpoint), _counts(work, words), uses, more, relations, told)


def _use(use: Use, viewpoint: Viewpoint) -> UseView:
    url = article_url(use.article.slug)
    events = (LinkView(each.title, viewpoint.link(url, f"e-{each.slug}")) for each in use.events[:MOST_USES])
    return UseView(viewpoint.article(use.article), tuple(events))


def _told(told: Told, viewpoint: Viewpoint) -> ToldView:
    return ToldView(viewpoint.chip(told.entity), tuple(event.title for event in told.events[:MOST_USES]))


def _counts(work: Work, words: Words) -> str:
    counts = [count_articles(len(work.uses), words)] if work.uses else []
    if work.events:
        counts.append(words.ngettext("{n} event", "{n} events", work.events))
    if work.alone:
        counts.append(_alone(work, words))
    if work.entities:
        counts.append(words.ngettext("relations of {n} entity", "relations of {n} entities", len(work.entities)))
    return ", ".join(counts)


def _alone(work: Work, words: Words) -> str:
    """How many of its events rest on it alone."""
    if work.alone < work.events:
        return words.ngettext("one of them on one source", "{number} of them on one source", work.alone)
    return words.gettext("each on one source") if work.events > 1 else words.gettext("on one source")
