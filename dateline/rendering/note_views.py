"""Turn footnotes into what templates see of them."""

from collections.abc import Iterable

from dateline.indexes.records import NoteRecord
from dateline.rendering.parts import Html, LinkView
from dateline.rendering.source_views import view_source
from dateline.rendering.text_views import NoteView
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import Words


def view_notes(notes: Iterable[NoteRecord], viewpoint: Viewpoint) -> tuple[NoteView, ...]:
    """Return the footnotes of a page, each with the ways back to its marks."""
    return tuple(_view(note, viewpoint) for note in notes)


def _view(note: NoteRecord, viewpoint: Viewpoint) -> NoteView:
    return NoteView(
        anchor=f"note-{note.number}",
        number=note.number,
        html=Html(note.html),
        source=view_source(note.source, viewpoint) if note.source else None,
        marks=tuple(
            LinkView(_back(note, place, viewpoint.words), f"#{mark}") for place, mark in enumerate(note.marks, start=1)
        ),
    )


def _back(note: NoteRecord, place: int, words: Words) -> str:
    """Where a way back leads, for speech."""
    number, marks = note.number, len(note.marks)
    if marks == 1:
        return words.gettext("Back from note {number} to the text", number=number)
    return words.gettext(
        "Back from note {number} to the text, mark {mark} of {marks}", number=number, mark=place, marks=marks
    )
