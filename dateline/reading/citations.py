"""Turn the `sources:` of an article, an event or a relation into citations."""

import re
from dataclasses import replace

from dateline.model.addresses import is_web_address
from dateline.model.citation import Citation
from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate
from dateline.model.edtf import DateSyntaxError, parse_edtf
from dateline.model.problem import Code, Severity
from dateline.model.text import Place
from dateline.reading.addresses import read_url
from dateline.reading.files import read_file_path
from dateline.reading.nodes import ListNode, Node, TableNode, TextNode
from dateline.reading.values import Form, find_close

_WARNING = Severity.WARNING
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")
_ID = re.compile(r"[^\s\[\]^]{1,100}")
# https://github.com/internetarchive/wayback/blob/master/wayback-cdx-server/README.md: fourteen digits, yyyyMMddhhmmss
# in UTC; letters after them ask for the copy without the archive's own frame.
_WAYBACK = re.compile(r"https?://web\.archive\.org/web/([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{6}(?:[a-z]{2}_)?/")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the citations of one file of the content folder may name."""

    path: str = ""
    """That file, below the content folder."""
    files: frozenset[str] = frozenset()
    """Every other file below the content folder."""
    known: tuple[Citation, ...] = ()
    """The sources of the article, to which its events may refer."""


def read_citations(form: Form, evidence: Evidence | None = None) -> tuple[Citation, ...]:
    """Return what an article, an event or a relation rests on; a source may be a table, a title or a web address.

    Where the evidence holds sources already, one may also be the id or the number of one of these (the first is 1).
    """
    node = form.node("sources", "source")
    if node is None:
        return ()
    nodes = node.nodes if isinstance(node, ListNode) else (node,)
    reader = _Reader(form, evidence or Evidence())
    citations = (reader.read(item) for item in nodes)
    return tuple(citation for citation in citations if citation != Citation())


def without_files(table: TableNode, form: Form, message: str, hint: str) -> TableNode:
    """Return a table whose sources name no files; each that is named is told, with this message and hint.

    Only what articles cite is part of the site.
    """
    entries = []
    for entry in table.entries:
        if entry.key in ("source", "sources"):
            entries.append(replace(entry, node=_drop_file(entry.node, form, message, hint)))
        else:
            entries.append(entry)
    return replace(table, entries=tuple(entries))


def _drop_file(node: Node, form: Form, message: str, hint: str) -> Node:
    if isinstance(node, ListNode):
        return replace(node, nodes=tuple(_drop_file(each, form, message, hint) for each in node.nodes))
    if isinstance(node, TextNode):
        return node
    for entry in node.entries:
        if entry.key == "file":
            form.refuse(message, entry.place, hint)
    return replace(node, entries=tuple(entry for entry in node.entries if entry.key != "file"))


class _Reader:
    """Reads the sources of one header or event, one after the other."""

    def __init__(self, form: Form, evidence: Evidence) -> None:
        self._form = form
        self._evidence = evidence
        self._by_id = {citation.id: citation for citation in evidence.known if citation.id}
        self._taken: set[str] = set()

    def read(self, node: Node) -> Citation:
        """Return a source; an empty one where it cannot be read."""
        if isinstance(node, TableNode):
            return self._read_table(self._form.inner(node))
        if isinstance(node, TextNode):
            return Citation() if node.is_empty else self._read_text(" ".join(node.text.split()), node.place)
        self._form.refuse("a source is a list", node.place, "write each source as a table: {title: …, url: …}")
        return Citation()

    def _read_text(self, text: str, place: Place) -> Citation:
        """A reference, a bare address or a bare title."""
        known = self._evidence.known
        if text in self._by_id:
            return self._by_id[text]
        if known and _NUMBER.fullmatch(text):
            if int(text) <= len(known):
                return known[int(text) - 1]
            self._tell_unknown(text, place, f"the article has {len(known)}, counted from 1")
            return Citation()
        near = find_close(text, self._by_id) if " " not in text else []
        if near:
            self._tell_unknown(text, place, f"did you mean {' or '.join(near)}?")
            return Citation()
        return Citation(url=text) if is_web_address(text) else Citation(title=text)

    def _tell_unknown(self, text: str, place: Place, hint: str) -> None:
        self._form.findings.add(Code.SOURCE_UNKNOWN, f"there is no source '{text}' in this article", place, hint)

    def _read_table(self, form: Form) -> Citation:
        identity = self._read_id(form)
        known = self._by_id.get(identity)
        citation = _read_place_in(known, form) if known else self._read_whole(form, identity)
        form.close("it is left out")
        return citation

    def _read_id(self, form: Form) -> str:
        node = form.text_node("id")
        if node is None:
            return ""
        identity = node.text.strip()
        if not _ID.fullmatch(identity):
            form.refuse(f"'{identity}' cannot be the id of a source", node.place, "write one word, such as ap-2020")
            return ""
        if identity in self._taken:
            message = f"two sources of this article have the id '{identity}'"
            form.findings.add(Code.SOURCE_DUPLICATE, message, node.place, "give one of them another id:")
            return ""
        if identity not in self._by_id:
            self._taken.add(identity)
        return identity

    def _read_whole(self, form: Form, identity: str) -> Citation:
        archive = read_url(form, "archive")
        hint = "put the file there"
        return Citation(
            title=form.text("title"),
            publisher=form.text("publisher"),
            authors=form.texts("authors", "author"),
            date=form.date("date"),
            url=read_url(form, "url"),
            archive=archive,
            accessed=form.date("accessed"),
            note=form.text("note"),
            archived=_read_archived(form, archive),
            pages=form.text("pages", "page"),
            at=form.text("at"),
            language=form.language("language", "lang"),
            file=read_file_path(form, "file", self._evidence.path, self._evidence.files, hint),
            is_published=form.flag("publish") is not False,
            id=identity,
        )


def _read_place_in(known: Citation, form: Form) -> Citation:
    """The same source, at another place in it."""
    return replace(
        known,
        pages=form.text("pages", "page") or known.pages,
        at=form.text("at") or known.at,
        note=form.text("note") or known.note,
    )


def _read_archived(form: Form, archive: str) -> HistoricalDate | None:
    """When an archived copy was made: as the header says, else as its address does."""
    written, told = form.date("archived"), _date_in_address(archive)
    node = form.text_node("archived")
    if node and not archive:
        hint = "write archive: and the address"
        form.findings.add(Code.FRONT_MATTER_VALUE, "the archived copy has no address", node.place, hint, _WARNING)
    elif node and written and told and not _holds(written, told):
        message = f"the copy is of {told.edtf}, says its address, and of {written.edtf}, says archived:"
        form.findings.add(Code.FRONT_MATTER_VALUE, message, node.place, "leave out archived:", _WARNING)
    return written or told


def _date_in_address(archive: str) -> HistoricalDate | None:
    match = _WAYBACK.match(archive)
    try:
        return parse_edtf("-".join(match.groups())) if match else None
    except DateSyntaxError:
        return None


def _holds(whole: HistoricalDate, day: HistoricalDate) -> bool:
    """Whether a day lies within a date; what is not known holds everything."""
    first, last, number = whole.first_day, whole.last_day, day.first_day
    return number is None or ((first is None or first <= number) and (last is None or number <= last))
