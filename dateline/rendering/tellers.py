"""Turn the file that tells an entry, an article's or an entity's, into links to it and words for it."""

from collections.abc import Sequence

from dateline.indexes.entries import Entry
from dateline.indexes.excerpts import Excerpt
from dateline.model.date import HistoricalDate
from dateline.model.names import EntityId, UrlPath
from dateline.model.urls import TIMELINE, article_url, compare_url, entity_url, entry_url
from dateline.rendering.evidence_views import CorrectedView, RestView
from dateline.rendering.parts import ArticleLinkView, ChipView
from dateline.rendering.source_views import view_corrected, view_own_rest, view_rest
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.volumes import page_of

_ENGLISH = {"born": "{} is born", "died": "{} dies", "founded": "{} is founded", "dissolved": "{} is dissolved"}
_SPANISH = {"born": "Nace {}", "died": "Muere {}", "founded": "Se funda {}", "dissolved": "Se disuelve {}"}
_LANGUAGES = {"es": _SPANISH}


def is_at_home(entry: Entry, viewpoint: Viewpoint) -> bool:
    """Return whether a page is that of the article that tells an entry, or of the entity whose file does."""
    if entry.article:
        return viewpoint.url == article_url(entry.article.slug)
    return entry.entity is not None and viewpoint.url.startswith(entity_url(entry.entity.entity.id))


def title_of(entry: Entry, language: str) -> str:
    """Return the title of an entry; a date in the life of an entity gets one in a language (a BCP 47 tag)."""
    if not (entry.entity and entry.event and entry.event.life):
        return entry.title
    words = _LANGUAGES.get(_main(language), _ENGLISH)
    return words[entry.event.life].format(entry.entity.entity.name)


def _main(language: str) -> str:
    return language.partition("-")[0].casefold()


def shown_date(entry: Entry) -> HistoricalDate:
    """Return the date that stands with an entry: that of its clock, where it has one.

    No article tells when an event in the file of an entity was published.
    """
    return entry.event.date if entry.event and not entry.article else entry.date


def told_at(entry: Entry, viewpoint: Viewpoint) -> tuple[UrlPath, str]:
    """Return the page that tells an entry, an article's or a dossier's, and the place on it; '' where it is its top."""
    if entry.article:
        return article_url(entry.article.slug), f"e-{entry.event.slug}" if entry.event else ""
    assert entry.entity is not None, "what no article tells an entity does"  # noqa: S101
    return page_of(viewpoint.edition, entry.entity.entity.id, entry), entry.id


def told_url(entry: Entry, viewpoint: Viewpoint) -> str:
    """Return where an entry is told: in its article; in the dossier of its entity, and on that on the timeline."""
    if entry.entity and is_at_home(entry, viewpoint):
        return timeline_url(entry, viewpoint)
    return viewpoint.link(*told_at(entry, viewpoint))


def timeline_url(entry: Entry, viewpoint: Viewpoint) -> str:
    """Return where an entry stands on the timeline."""
    return viewpoint.link(viewpoint.edition.places[entry.id].url, entry.id)


def own_url(entry: Entry, viewpoint: Viewpoint) -> str:
    """Return the page that an entry has to itself: an article without events is its own."""
    if entry.event is None and entry.article:
        return viewpoint.link(article_url(entry.article.slug))
    return viewpoint.link(entry_url(entry.id))


def comparison_url(one: EntityId, other: EntityId, viewpoint: Viewpoint) -> str:
    """Return the page that sets two entities side by side; '' where there is none."""
    if other not in viewpoint.edition.compared.get(one, ()):
        return ""
    first, second = sorted((one, other))
    return viewpoint.link(compare_url(first, second))


def notes_page(entry: Entry) -> UrlPath:
    """Return the page on which the footnotes of an entry's text stand."""
    if entry.article:
        return article_url(entry.article.slug)
    return entity_url(entry.entity.entity.id) if entry.entity else TIMELINE


def rests_on(entry: Entry, viewpoint: Viewpoint) -> RestView | None:
    """Return what an event rests on; None where nothing is to be said of that, and of an article as published."""
    if entry.event is None:
        return None
    return (
        view_rest(entry.event, entry.article, viewpoint)
        if entry.article
        else view_own_rest(entry.event.sources, viewpoint.words)
    )


def told_in(entry: Entry, viewpoint: Viewpoint) -> ArticleLinkView | None:
    """Return the article that tells an entry; None where the entry is that article, or a file of an entity tells it."""
    return viewpoint.article(entry.article) if entry.article and entry.event else None


def told_by(entry: Entry, viewpoint: Viewpoint) -> ChipView | None:
    """Return the entity whose file tells an entry; None where an article does, and in the dossier of that entity."""
    is_elsewhere = entry.entity is not None and not is_at_home(entry, viewpoint)
    return viewpoint.chip(entry.entity.entity.id) if entry.entity and is_elsewhere else None


def corrected(entry: Entry, viewpoint: Viewpoint) -> CorrectedView | None:
    """Return the mark of the article that tells an entry; None where there is none, or it was never corrected."""
    return view_corrected(entry.article, viewpoint) if entry.article else None


def language_of(entry: Entry, viewpoint: Viewpoint) -> str:
    """Return the language of an entry where that is not the page's own; else ''."""
    if entry.article:
        return viewpoint.foreign(entry.article)
    if entry.event and entry.event.life:
        return "" if _main(viewpoint.language) in {"en", *_LANGUAGES} else "en"
    language = viewpoint.edition.content.settings.language
    return "" if language == viewpoint.language else language


def quoted(entry: Entry, entity: EntityId, viewpoint: Viewpoint) -> Sequence[Excerpt]:
    """Return the sentences of an entry that name an entity."""
    if entry.entity and entry.event:
        return entry.entity.quotations.get(entity, {}).get(entry.event.slug, ())
    assert entry.article is not None, "what no entity tells an article does"  # noqa: S101
    quotation = viewpoint.edition.records.library.quotation(entry.article.slug, entity)
    return quotation.events[entry.event.slug] if entry.event else quotation.article
