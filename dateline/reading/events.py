"""Turn the `events:` of a header, and the headings of a text that tell of events, into events."""

from collections.abc import Iterable, Sequence

from dateline.model.article import Event, Status
from dateline.model.date import UNKNOWN_DATE, HistoricalDate
from dateline.model.names import Slug, is_slug, slugify
from dateline.model.problem import Code, Severity
from dateline.model.text import Passage
from dateline.reading.citations import Evidence, read_citations, without_files
from dateline.reading.event_headings import EventHeading
from dateline.reading.markdown import shown_words
from dateline.reading.nodes import TableNode, TextNode
from dateline.reading.references import PLACE, References
from dateline.reading.roles import read_roles
from dateline.reading.values import Form


class _Slugs:
    """Gives each event a slug of its own; those that the author wrote go first."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._nodes: dict[int, TextNode] = {}
        self._taken: set[str] = set()
        for form in forms:
            node = form.text_node("slug")
            if node and self._accept(node, form):
                self._nodes[id(form)] = node
                self._taken.add(node.text)

    def _accept(self, node: TextNode, form: Form) -> bool:
        if not is_slug(node.text):
            hint = f"write {slugify(node.text)}" if slugify(node.text) else "write letters, digits and hyphens"
            form.findings.add(Code.SLUG_INVALID, f"'{node.text}' cannot be a slug", node.place, hint)
        elif node.text in self._taken:
            message = f"an event of this file has the slug '{node.text}' already"
            form.findings.add(Code.SLUG_DUPLICATE, message, node.place, "give one of them another slug:")
        else:
            return True
        return False

    def take(self, form: Form, title: Passage) -> Slug:
        """Return the slug written in a form or, else, one made of the title."""
        node = self._nodes.get(id(form))
        if node:
            return Slug(node.text)
        slug = base = slugify(shown_words(title)) or Slug("event")
        count = 1
        while slug in self._taken:
            count += 1
            slug = Slug(f"{base}-{count}")
        self._taken.add(slug)
        return slug


def read_events(
    form: Form, title: Passage, references: References, evidence: Evidence, headings: Sequence[EventHeading] = ()
) -> tuple[Event, ...]:
    """Return the events that a file tells of: those of its header, in its order, then those that are headings.

    `title` is the file's own: that of the event for which `event_date` is short. `evidence` holds the sources of
    the file, to which its events may refer.
    """
    forms = _inner_forms(form, list_events(form))
    in_text = [form.inner(heading.table) for heading in headings]
    slugs = _Slugs([*forms, *in_text])
    short = form.text_node("event_date")
    events = []
    if short:
        date = form.date("event_date") or UNKNOWN_DATE
        events.append(Event(slugs.take(form, title), date, title, form.findings.locate(short.place)))
    events += [_read_event(each, title, slugs, references, evidence) for each in forms]
    for each, heading in zip(in_text, headings, strict=True):
        events.append(_read_event(each, title, slugs, references, evidence, heading.line))
    return tuple(events)


def list_events(form: Form) -> tuple[TableNode, ...]:
    """Return the events of a header as tables, yet to be read."""
    return form.tables("events", "event")


def read_own_events(
    form: Form, tables: Iterable[TableNode], name: Passage, references: References, evidence: Evidence
) -> tuple[Event, ...]:
    """Return the events that the file of an entity tells of, given as tables; `name` is what the entity is called.

    `evidence` holds what its sources may name.
    """
    message = "an event in the file of an entity cannot cite a file"
    hint = "tell of it in an article, or cite the file by its title"
    forms = _inner_forms(form, (without_files(table, form, message, hint) for table in tables))
    slugs = _Slugs(forms)
    return tuple(_read_event(each, name, slugs, references, evidence) for each in forms)


def _inner_forms(form: Form, tables: Iterable[TableNode]) -> list[Form]:
    return [form.inner(table) for table in tables]


def _read_event(
    form: Form,
    file_title: Passage,
    slugs: _Slugs,
    references: References,
    evidence: Evidence,
    heading: int | None = None,
) -> Event:
    title = form.line("title")
    if title is None or not shown_words(title):
        title = _miss_title(form, file_title, heading)
    roles = read_roles(form, references)
    listed = references.resolve_all(form.text_nodes("entities", "entity"), form.findings)
    event = Event(
        slug=slugs.take(form, title),
        date=_read_date(form, heading),
        title=title,
        location=form.findings.locate(form.table.place),
        text=form.passage("text") if heading is None else None,
        places=references.resolve_all(form.text_nodes("places", "place"), form.findings, PLACE),
        entities=tuple(dict.fromkeys([*listed, *(role.entity for role in roles)])),
        roles=roles,
        status=form.word(Status, "status", code=Code.STATUS_UNKNOWN),
        note=form.text("note"),
        order=form.integer("order") or 0,
        sources=read_citations(form, evidence),
        heading=heading,
    )
    form.close("it is left out")
    return event


def _miss_title(form: Form, file_title: Passage, heading: int | None) -> Passage:
    if heading is None:
        message = "the event has no title; that of its file is taken"
        form.findings.add(Code.TITLE_MISSING, message, form.table.place, "write title: in it", Severity.WARNING)
    return file_title


def _read_date(form: Form, heading: int | None) -> HistoricalDate:
    if form.text_node("date") is None:
        hint = "write date: in it, and date: unknown if nobody knows it"
        if heading is not None:
            hint = "begin the heading with it, a colon and a space, and with unknown: if nobody knows it"
        form.findings.add(Code.DATE_MISSING, "the event has no date", form.table.place, hint)
    return form.date("date") or UNKNOWN_DATE
