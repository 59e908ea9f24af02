"""Turn what an article rests on, and what was wrong in it, into what templates see of them."""

from dateline.indexes.corrections import latest_correction
from dateline.indexes.dates import is_known, read_date
from dateline.indexes.records import ArticleRecord, CitationRecord, CorrectionRecord
from dateline.model.urls import article_url
from dateline.rendering.counting import enumerated
from dateline.rendering.date_words import DatePart, date_parts
from dateline.rendering.parts import CorrectedView, CorrectionView, SourceView
from dateline.rendering.viewpoint import Viewpoint, web_url


def view_source(citation: CitationRecord, language: str) -> SourceView:
    """Return a source with its words in order; addresses that are not of the web are left out."""
    return SourceView(
        authors=enumerated(citation.authors),
        title=citation.title or ("" if citation.authors or citation.publisher else web_url(citation.url)),
        url=web_url(citation.url),
        publisher=citation.publisher,
        date=_when(citation.date, language),
        note=_joined(citation.note),
        archive=web_url(citation.archive),
        accessed=_when(citation.accessed, language),
    )


def view_correction(correction: CorrectionRecord, language: str, *, short: bool = False) -> CorrectionView:
    """Return a correction; `short`: with no year in its date, as a heading tells it."""
    return CorrectionView(date_parts(read_date(correction.date), language, short=short), correction.note)


def view_corrected(article: ArticleRecord, viewpoint: Viewpoint) -> CorrectedView | None:
    """Return the mark on what another page shows of an article; None where it was never corrected."""
    latest = latest_correction(article)
    if latest is None:
        return None
    date = _when(latest.date, viewpoint.language) if is_known(latest.date) else ()
    return CorrectedView(date, viewpoint.link(article_url(article.slug), "corrections"))


def _when(edtf: str, language: str) -> tuple[DatePart, ...]:
    return date_parts(read_date(edtf), language, short=False) if edtf else ()


def _joined(note: str) -> str:
    """A remark that opens with a capital is a sentence of its own; any other goes on after a comma."""
    text = note.strip().rstrip(".")
    if not text:
        return ""
    return f". {text}" if text[0].isupper() else f", {text}"
