"""Say which files beside the pages are joined from pieces."""

from collections.abc import Callable, Iterable, Mapping

from dateline.model.urls import DATA, ENTRY_INDEX, SEARCH_INDEX
from dateline.rendering.entry_index import entry_index_pieces
from dateline.rendering.exports.files import EXPORTS
from dateline.rendering.exports.pieces import Piece
from dateline.rendering.exports.rows import Material
from dateline.rendering.search_index import search_pieces

PIECED: Mapping[str, Callable[[Material], Iterable[Piece]]] = {
    **{f"{DATA}{export.name}": export.pieces for export in EXPORTS if export.pieces},
    ENTRY_INDEX: entry_index_pieces,
    SEARCH_INDEX: search_pieces,
}
"""What cuts each of them, by its output path."""
