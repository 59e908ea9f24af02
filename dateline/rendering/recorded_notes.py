"""Turn the footnotes of the texts of one page into numbers, marks and records of the notes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.indexes.citations import record_citation
from dateline.indexes.records import ROOT, NoteRecord
from dateline.linking.linked import LinkedEvent, LinkedText
from dateline.linking.tokens import find_marks, read_blocks
from dateline.model.citation import Citation
from dateline.model.dataclass import dataclass
from dateline.model.names import UrlPath
from dateline.reading.footnotes import has_notes, take_notes
from dateline.reading.markdown import Tokens
from dateline.rendering.prose import Apparatus, render_tokens
from dateline.rendering.robust_links import robust_links

_START = "main"
"""Where a note leads back to whose mark stands in the summary alone."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """The notes of the texts of one page."""

    apparatus: Apparatus
    body: LinkedText
    """The page's own text, without its notes."""
    notes: Mapping[str, Tokens]
    """What was written as notes, by their names."""
    citations: Mapping[str, Citation]
    """The sources to which marks may lead, by their ids."""


def open_notebook(
    texts: Iterable[LinkedText], body: LinkedText, page: UrlPath, citations: Sequence[Citation] = ()
) -> Notebook:
    """Return the notes of all texts of a page at this URL path, numbered from 1 in the order of the texts.

    `body` is the one of these texts in which notes are written; `citations` are what the page rests on.
    """
    notes: Mapping[str, Tokens] = {}
    if has_notes(body.unlinked):
        main, notes = take_notes(body.tokens)
        body = LinkedText(main, (), (), read_blocks(main))
    numbers = number_notes(texts)
    by_id = {citation.id: citation for citation in reversed(citations) if citation.id}
    return Notebook(Apparatus(page, numbers, robust_links(citations)), body, notes, by_id)


def number_notes(texts: Iterable[LinkedText]) -> Mapping[str, int]:
    """Return the numbers of the notes of all texts of a page, from 1, by their names."""
    labels = dict.fromkeys(label for text in texts for label in _labels(text))
    return {label: number for number, label in enumerate(labels, start=1)}


def record_notes(notebook: Notebook, events: Iterable[LinkedEvent] = ()) -> tuple[NoteRecord, ...]:
    """Return the notes by number, once the page's own text is printed; some may be of these events alone."""
    numbers, marks = notebook.apparatus.numbers, notebook.apparatus.marks
    told = _marked_events(events) if numbers else {}
    texts = {label: _print(label, notebook) for label in numbers}
    found = []
    for label, number in numbers.items():
        citation = None if label in notebook.notes else notebook.citations.get(label)
        back = marks.get(number) or told.get(label) or [_START]
        found.append(NoteRecord(number, texts[label], record_citation(citation) if citation else None, tuple(back)))
    return tuple(found)


def _print(label: str, notebook: Notebook) -> str:
    return render_tokens(notebook.notes[label], ROOT, notebook.apparatus) if label in notebook.notes else ""


def _marked_events(events: Iterable[LinkedEvent]) -> Mapping[str, list[str]]:
    """The ids of the events in whose texts a note has marks, by its name."""
    found: dict[str, list[str]] = {}
    for event in events:
        for label in dict.fromkeys(_labels(event.text)):
            found.setdefault(label, []).append(f"e-{event.event.slug}")
    return found


def _labels(text: LinkedText | None) -> Iterator[str]:
    for marks in find_marks(text.unlinked).values() if text else ():
        yield from (label for _, label in marks)
