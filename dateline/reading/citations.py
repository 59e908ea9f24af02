"""Turn the `sources:` of an article into citations."""

from dateline.model.article import Citation
from dateline.reading.addresses import is_web_address, read_url
from dateline.reading.nodes import ListNode, Node, TableNode, TextNode
from dateline.reading.values import Form


def read_citations(form: Form) -> tuple[Citation, ...]:
    """Return what an article rests on; a source may be a table, a bare title or a bare web address."""
    node = form.node("sources", "source")
    if node is None:
        return ()
    nodes = node.nodes if isinstance(node, ListNode) else (node,)
    citations = [_read_citation(item, form) for item in nodes]
    return tuple(citation for citation in citations if citation != Citation())


def _read_citation(node: Node, form: Form) -> Citation:
    if isinstance(node, TableNode):
        return _read_table(form.inner(node))
    if isinstance(node, TextNode):
        text = " ".join(node.text.split()) if not node.is_empty else ""
        return Citation(url=text) if is_web_address(text) else Citation(title=text)
    form.refuse("a source is a list", node.place, "write each source as a table: {title: …, url: …}")
    return Citation()


def _read_table(form: Form) -> Citation:
    citation = Citation(
        title=form.text("title"),
        publisher=form.text("publisher"),
        authors=form.texts("authors", "author"),
        date=form.date("date"),
        url=read_url(form, "url"),
        archive=read_url(form, "archive"),
        accessed=form.date("accessed"),
        note=form.text("note"),
    )
    form.close("it is left out")
    return citation
