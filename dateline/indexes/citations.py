"""Turn citations into records of them."""

from dateline.indexes.records import CitationRecord
from dateline.model.citation import Citation
from dateline.model.date import HistoricalDate


def record_citation(citation: Citation) -> CitationRecord:
    """Return the record of a citation: its dates in EDTF."""
    return CitationRecord(
        title=citation.title,
        publisher=citation.publisher,
        authors=citation.authors,
        date=_edtf(citation.date),
        url=citation.url,
        archive=citation.archive,
        accessed=_edtf(citation.accessed),
        note=citation.note,
        archived=_edtf(citation.archived),
        pages=citation.pages,
        at=citation.at,
        language=citation.language,
        file=citation.file,
        is_published=citation.is_published,
        id=citation.id,
    )


def _edtf(date: HistoricalDate | None) -> str:
    return date.edtf if date else ""
