"""Turn what an article rests on, and what was wrong in it, into what templates see of them."""

from dateline.indexes.dates import read_date
from dateline.indexes.records import CitationRecord, CorrectionRecord
from dateline.rendering.counting import enumerated
from dateline.rendering.date_words import DatePart, date_parts
from dateline.rendering.parts import CorrectionView, SourceView
from dateline.rendering.viewpoint import web_url


def view_source(citation: CitationRecord) -> SourceView:
    """Return a source with its words in order; addresses that are not of the web are left out."""
    return SourceView(
        authors=enumerated(citation.authors),
        title=citation.title or ("" if citation.authors or citation.publisher else web_url(citation.url)),
        url=web_url(citation.url),
        publisher=citation.publisher,
        date=_when(citation.date),
        note=_joined(citation.note),
        archive=web_url(citation.archive),
        accessed=_when(citation.accessed),
    )


def view_correction(correction: CorrectionRecord) -> CorrectionView:
    """Return a correction."""
    return CorrectionView(date_parts(read_date(correction.date), short=False), correction.note)


def _when(edtf: str) -> tuple[DatePart, ...]:
    return date_parts(read_date(edtf), short=False) if edtf else ()


def _joined(note: str) -> str:
    """A remark that opens with a capital is a sentence of its own; any other goes on after a comma."""
    text = note.strip().rstrip(".")
    if not text:
        return ""
    return f". {text}" if text[0].isupper() else f", {text}"
