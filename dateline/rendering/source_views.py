"""Turn what an article rests on, and what was wrong in it, into what templates see of them."""

from collections.abc import Callable
from pathlib import PurePosixPath

from dateline.indexes.corrections import latest_correction, order_corrections
from dateline.indexes.dates import is_known, read_date
from dateline.indexes.records import ArticleRecord, CitationRecord, CorrectionRecord, EventRecord
from dateline.indexes.sources import bibliography, is_one_voice, rests_on_one, work_of
from dateline.model.names import UrlPath
from dateline.model.urls import article_url, media_url
from dateline.rendering.date_words import DatePart, date_parts
from dateline.rendering.evidence_views import CorrectedView, CorrectionView, RestView, SourceLinkView, SourceView
from dateline.rendering.language_names import language_name
from dateline.rendering.robust_links import is_day
from dateline.rendering.viewpoint import Viewpoint, web_url
from dateline.rendering.words import Words


def view_sources(article: ArticleRecord, viewpoint: Viewpoint) -> tuple[SourceView, ...]:
    """Return what an article and its events rest on, numbered as its own page lists it."""
    listed = enumerate(bibliography(article), start=1)
    return tuple(view_source(citation, viewpoint, _anchor(number)) for number, citation in listed)


def view_source(citation: CitationRecord, viewpoint: Viewpoint, anchor: str = "") -> SourceView:
    """Return a source with its words in order; addresses that are not of the web are left out."""
    archive, file, language = web_url(citation.archive), citation.file, viewpoint.language
    return SourceView(
        authors=viewpoint.words.enumerated(citation.authors),
        title=citation.title or ("" if citation.authors or citation.publisher else _own_title(citation)),
        url=web_url(citation.url),
        publisher=citation.publisher,
        date=_when(citation.date, language),
        place=place_words(citation, viewpoint.words),
        note=_joined(citation.note),
        archive=archive,
        archived=_when(citation.archived, language) if archive else (),
        version_date=_version_date(citation) if archive else "",
        accessed=_when(citation.accessed, language),
        language=citation.language,
        language_name=language_name(citation.language, viewpoint.words)
        if citation.language not in ("", language)
        else "",
        file=PurePosixPath(file).name,
        sha256=viewpoint.edition.records.digests.get(file, ""),
        anchor=anchor,
        file_url=viewpoint.link(media_url(file)) if file and citation.is_published else "",
    )


def shown_sources(event: EventRecord, article: ArticleRecord) -> tuple[CitationRecord, ...]:
    """Return the sources that are shown with an event: its own, else the one source of its article."""
    return event.sources or (article.sources if rests_on_one(event, article) else ())


def short_words(citation: CitationRecord, words: Words) -> str:
    """Return a source in few words: its publisher, author or title, and where in it."""
    short = citation.publisher or words.enumerated(citation.authors) or citation.title or _own_title(citation)
    return ", ".join(part for part in (short or words.gettext("untitled"), place_words(citation, words)) if part)


def view_rest(event: EventRecord, article: ArticleRecord, viewpoint: Viewpoint) -> RestView | None:
    """Return what an event rests on in few words; None where it has no source of its own and its article many."""
    return link_rest(event, article, viewpoint.link, viewpoint.words, is_own=viewpoint.url == article_url(article.slug))


def link_rest(
    event: EventRecord,
    article: ArticleRecord,
    link: Callable[[UrlPath, str], str],
    words: Words,
    *,
    is_own: bool = False,
) -> RestView | None:
    """Return the same for a page of which `link` makes the links; `is_own`: it is that of the article itself."""
    is_single = rests_on_one(event, article)
    shown = shown_sources(event, article)
    if not shown:
        return None
    numbers = {work_of(each, article.slug): number for number, each in enumerate(bibliography(article), start=1)}
    own = article_url(article.slug)
    links = (
        _link(
            each, "" if is_own else web_url(each.url), link(own, _anchor(numbers[work_of(each, article.slug)])), words
        )
        for each in shown
    )
    return RestView(tuple(dict.fromkeys(links)), is_single)


def view_own_rest(sources: tuple[CitationRecord, ...], words: Words) -> RestView | None:
    """Return what an event that no article tells rests on, in few words; None where it names no source."""
    links = (
        SourceLinkView(short_words(each, words), web_url(each.url), web_url(each.archive), _version_date(each))
        for each in sources
    )
    return RestView(tuple(dict.fromkeys(links)), is_one_voice(sources, "")) if sources else None


def _link(citation: CitationRecord, url: str, line: str, words: Words) -> SourceLinkView:
    """A source at its own address on the web; where it is to have none, at its line in the list of its article."""
    archive = web_url(citation.archive) if url else ""
    version = _version_date(citation) if archive else ""
    return SourceLinkView(short_words(citation, words), url or line, archive, version)


def _anchor(number: int) -> str:
    return f"source-{number}"


def _version_date(citation: CitationRecord) -> str:
    return citation.archived if is_day(citation.archived) else ""


def view_correction(correction: CorrectionRecord, language: str, *, short: bool = False) -> CorrectionView:
    """Return a correction; `short`: with no year in its date, as a heading tells it."""
    return CorrectionView(date_parts(read_date(correction.date), language, short=short), correction.note)


def view_corrections(article: ArticleRecord, language: str) -> tuple[CorrectionView, ...]:
    """Return the corrections of an article, the latest last."""
    return tuple(view_correction(correction, language) for correction in order_corrections(article))


def view_corrected(article: ArticleRecord, viewpoint: Viewpoint) -> CorrectedView | None:
    """Return the mark on what another page shows of an article; None where it was never corrected."""
    latest = latest_correction(article)
    if latest is None:
        return None
    date = _when(latest.date, viewpoint.language) if is_known(latest.date) else ()
    return CorrectedView(date, viewpoint.link(article_url(article.slug), "corrections"))


def _own_title(citation: CitationRecord) -> str:
    """What stands for the title of a source of which only the address or the file is known."""
    return web_url(citation.url) or PurePosixPath(citation.file).name


def place_words(citation: CitationRecord, words: Words) -> str:
    """Return where in a source something stands: `pp. 12–14, at 00:03:15`; '' where nobody says."""
    pages = citation.pages
    if pages and pages[0].isdigit():
        is_one = pages.isdigit()
        pages = words.gettext("p. {page}", page=pages) if is_one else words.gettext("pp. {pages}", pages=pages)
    where = words.gettext("at {place}", place=citation.at) if citation.at else ""
    return ", ".join(part for part in (pages, where) if part)


def _when(edtf: str, language: str) -> tuple[DatePart, ...]:
    return date_parts(read_date(edtf), language, short=False) if edtf else ()


def _joined(note: str) -> str:
    """A remark that opens with a capital is a sentence of its own; any other goes on after a comma."""
    text = note.strip().rstrip(".")
    if not text:
        return ""
    return f". {text}" if text[0].isupper() else f", {text}"
