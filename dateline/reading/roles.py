"""Turn the `roles:` of an event into the parts that entities had in it."""

import re
from collections.abc import Iterator

from dateline.model.article import Role, Status
from dateline.model.problem import Code
from dateline.model.text import Passage, Place
from dateline.reading.nodes import ListNode, Node, TableNode, TextNode, cut_passage
from dateline.reading.references import References
from dateline.reading.values import Form, suggest

LONGEST_ROLE = 60
"""Characters of `as:`, which stands beside a name."""

_EXAMPLE = "write {entity: …, as: suspect, status: alleged}, or in a heading roles=“…: suspect, alleged”"
_STATUSES = list(Status)
_PIECE = re.compile(r"[^;]+")


def read_roles(form: Form, references: References) -> tuple[Role, ...]:
    """Return the parts that entities had in the event of this form, in the order of the header, each once.

    A role is a table or, as in headings that tell of events, a text: `ana-ruiz: suspect, alleged; rui: witness`.
    """
    node = form.node("roles", "role")
    nodes = node.nodes if isinstance(node, ListNode) else () if node is None else (node,)
    return tuple(dict.fromkeys(role for item in nodes for role in _read_item(item, form, references)))


def _read_item(node: Node, form: Form, references: References) -> Iterator[Role]:
    if isinstance(node, TableNode):
        role = _read_table(form.inner(node), references)
        yield from (role,) if role else ()
    elif isinstance(node, TextNode) and not node.is_empty:
        passage = node.passage()
        pieces = (cut_passage(passage.cut(*match.span())) for match in _PIECE.finditer(passage.text))
        roles = (_read_text(piece, form, references) for piece in pieces if piece.text)
        yield from (role for role in roles if role)
    elif isinstance(node, ListNode):
        form.refuse("a role is a table", node.place, _EXAMPLE)


def _read_table(form: Form, references: References) -> Role | None:
    node = form.text_node("entity")
    if node is None and not isinstance(form.node("entity"), TableNode | ListNode):
        form.refuse("the role says of nobody that they had it", form.table.place, "write entity: and a slug in it")
    entity = references.resolve(node, form.findings) if node else None
    named = form.text_node("as")
    words = _limited(form.text("as"), named.place if named else form.table.place, form)
    status = form.word(Status, "status", code=Code.STATUS_UNKNOWN)
    if form.node("as") is None and form.node("status") is None:
        form.refuse("the role says neither as what nor how surely", form.table.place, "write as: or status: in it")
    note = form.text("note")
    form.close("it is left out")
    return Role(entity, words, status, note) if entity and (words or status) else None


def _read_text(piece: Passage, form: Form, references: References) -> Role | None:
    name, _, said = piece.text.partition(":")
    if not name.strip() or not said.strip():
        form.refuse(f"'{piece.text}' does not say who took part as what", piece.locate(0), _EXAMPLE)
        return None
    slug = cut_passage(piece.cut(0, len(name)))
    entity = references.resolve(TextNode(slug.text, slug.source_map), form.findings)
    words, comma, last = said.rpartition(",")
    status = Status(last.strip().lower()) if last.strip().lower() in _STATUSES else None
    if status is None:
        words = said
        _tell_unknown(last.strip(), piece.locate(len(piece.text) - len(last.lstrip())), form, is_sure=bool(comma))
    words = _limited(" ".join(words.split()), piece.locate(len(name) + 1), form)
    return Role(entity, words, status) if entity and (words or status) else None


def _tell_unknown(word: str, place: Place, form: Form, *, is_sure: bool) -> None:
    """Tell of a word that is no status though it stands where one does, or is nearly one."""
    hint = suggest(word, _STATUSES)
    if hint or is_sure:
        form.findings.add(Code.STATUS_UNKNOWN, f"'{word}' is none of {', '.join(Status)}", place, hint)


def _limited(words: str, place: Place, form: Form) -> str:
    if len(words) <= LONGEST_ROLE:
        return words
    form.refuse(f"'as' has more than {LONGEST_ROLE} characters", place, "write a word or two, and the rest in note:")
    return ""
