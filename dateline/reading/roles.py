"""Turn the `roles:` of an event into the parts that entities had in it."""

from dateline.model.article import Role, Status
from dateline.model.problem import Code
from dateline.reading.nodes import ListNode, Node, TableNode
from dateline.reading.references import References
from dateline.reading.values import Form

LONGEST_ROLE = 60
"""Characters of `as:`, which stands beside a name."""

_EXAMPLE = "write {entity: …, as: suspect, status: alleged}"


def read_roles(form: Form, references: References) -> tuple[Role, ...]:
    """Return the parts that entities had in the event of this form, in the order of the header, each once."""
    node = form.node("roles", "role")
    nodes = node.nodes if isinstance(node, ListNode) else () if node is None else (node,)
    roles = (_read_role(item, form, references) for item in nodes if not item.is_empty)
    return tuple(dict.fromkeys(role for role in roles if role))


def _read_role(node: Node, form: Form, references: References) -> Role | None:
    if isinstance(node, TableNode):
        return _read_table(form.inner(node), references)
    form.refuse("a role is a table", node.place, _EXAMPLE)
    return None


def _read_table(form: Form, references: References) -> Role | None:
    node = form.text_node("entity")
    if node is None and not isinstance(form.node("entity"), TableNode | ListNode):
        form.refuse("the role says of nobody that they had it", form.table.place, "write entity: and a slug in it")
    entity = references.resolve(node, form.findings) if node else None
    words, status = _read_words(form), form.word(Status, "status", code=Code.STATUS_UNKNOWN)
    if form.node("as") is None and form.node("status") is None:
        form.refuse("the role says neither as what nor how surely", form.table.place, "write as: or status: in it")
    note = form.text("note")
    form.close("it is left out")
    return Role(entity, words, status, note) if entity and (words or status) else None


def _read_words(form: Form) -> str:
    words = form.text("as")
    if len(words) <= LONGEST_ROLE:
        return words
    node = form.text_node("as")
    place = node.place if node else form.table.place
    form.refuse(f"'as' has more than {LONGEST_ROLE} characters", place, "write a word or two, and the rest in note:")
    return ""
