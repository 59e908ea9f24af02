"""Turn the header of a file into the web addresses that it cites, each with its place."""

from collections.abc import Iterator

from dateline.model.addresses import is_web_address
from dateline.model.dataclass import dataclass
from dateline.model.text import Place
from dateline.reading.nodes import ListNode, Node, TableNode, TextNode

_KEYS = ("sources", "source")
_COPIES = ("archive", "file")
"""What says that there is a copy: its address, or a file of the content folder."""


@dataclass(frozen=True, slots=True)
class CitedAddress:
    """A source with a web address."""

    url: str
    place: Place
    """Where the address stands in the file."""
    is_archived: bool
    """Whether the author names a copy of it: an archived one, or a file."""
    accessed: str = ""
    """When the author read it, as it is written; empty: not told."""


def cited_addresses(header: TableNode) -> tuple[CitedAddress, ...]:
    """Return every source with a web address: of an article, an event, a relation, in the order of the file."""
    return tuple(sorted(_search(header), key=lambda each: each.place))


def _search(node: Node) -> Iterator[CitedAddress]:
    if isinstance(node, ListNode):
        for item in node.nodes:
            yield from _search(item)
    elif isinstance(node, TableNode):
        for entry in node.entries:
            yield from _read_sources(entry.node) if entry.key in _KEYS else _search(entry.node)


def _read_sources(node: Node) -> Iterator[CitedAddress]:
    for item in node.nodes if isinstance(node, ListNode) else (node,):
        if isinstance(item, TableNode):
            yield from _read_table(item)
        elif isinstance(item, TextNode) and is_web_address(item.text.strip()):
            yield CitedAddress(item.text.strip(), item.place, is_archived=False)


def _read_table(table: TableNode) -> Iterator[CitedAddress]:
    texts = {entry.key: entry.node for entry in table.entries if isinstance(entry.node, TextNode)}
    url, accessed = texts.get("url"), texts.get("accessed")
    if url and is_web_address(url.text.strip()):
        is_archived = any(key in texts and not texts[key].is_empty for key in _COPIES)
        yield CitedAddress(url.text.strip(), url.place, is_archived, accessed.text.strip() if accessed else "")
