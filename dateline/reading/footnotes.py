"""Find the notes of a text and the marks that lead to them, and tell of marks and notes that go without the other.

A note is written `[^name]: its text`, a mark `[^name]`. A mark may also lead to a source of its article, by its id.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field

from markdown_it.token import Token

from dateline.model.dataclass import dataclass
from dateline.model.problem import Code, Location, Problem, Severity
from dateline.reading.markdown import Tokens, origin
from dateline.reading.markdown_lines import Lines
from dateline.reading.markdown_links import TextSource

OPEN = "footnote_reference_open"
CLOSE = "footnote_reference_close"
MARK = "footnote_ref"

_SIGN = "[^"
_WARNING = Severity.WARNING


@dataclass(slots=True)
class NotedText:
    """A text whose marks lead somewhere."""

    source: TextSource
    tokens: Tokens
    is_title: bool
    """A title has no notes."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def may_have_notes(self) -> bool:
        """Whether anything in it looks like a note or a mark."""
        return _SIGN in self.source.passage.text


def has_notes(tokens: Tokens) -> bool:
    """Return whether notes are written in a text."""
    return any(token.type == OPEN for token in tokens)


def take_notes(tokens: Tokens) -> tuple[Tokens, dict[str, Tokens]]:
    """Return a text without its notes, and the notes by their names; of two with one name the first."""
    if not has_notes(tokens):
        return tokens, {}
    main: list[Token] = []
    notes: dict[str, Tokens] = {}
    opened: list[tuple[str, list[Token]]] = []
    for token in tokens:
        if token.type == OPEN:
            opened.append((token.meta["label"], []))
        elif token.type == CLOSE:
            label, inside = opened.pop()
            notes.setdefault(label, tuple(inside))
        else:
            (opened[-1][1] if opened else main).append(token)
    return tuple(main), notes


def settle_notes(texts: Sequence[NotedText], sources: AbstractSet[str]) -> None:
    """Make each mark of these texts of one file that leads to no note text again, and add the problems to the texts.

    `sources` are the ids of the sources to which marks may lead too.
    """
    noted = [text for text in texts if text.may_have_notes]
    if not noted:
        return
    defined = {token.meta["label"] for text in noted for token in text.tokens if token.type == OPEN}
    used: set[str] = set()
    for text in noted:
        known = frozenset[str]() if text.is_title else defined | sources
        text.tokens = tuple(_settle_block(token, text, known, used) for token in text.tokens)
    for text in noted:
        text.problems += _tell_unused(text, used)


def _settle_block(block: Token, text: NotedText, known: AbstractSet[str], used: set[str]) -> Token:
    children = block.children or []
    if block.type != "inline" or not any(child.type == MARK for child in children):
        return block
    settled = []
    for child in children:
        if child.type != MARK:
            settled.append(child)
        elif child.meta["label"] in known:
            used.add(child.meta["label"])
            settled.append(child)
        else:
            text.problems.append(_tell_undefined(child, text))
            settled.append(Token("text", "", 0, content=f"[^{child.meta['label']}]", meta=child.meta))
    return block.copy(children=settled)


def _tell_undefined(mark: Token, text: NotedText) -> Problem:
    label, place = mark.meta["label"], text.source.passage.locate(origin(mark, 0))
    message = f"there is no footnote '{label}'"
    hint = f"write [^{label}]: and its text on a line of its own, or give a source the id {label}"
    if text.is_title:
        message, hint = f"a title cannot hold the footnote '{label}'", "move it behind a sentence of the text"
    return Problem(Code.FOOTNOTE_UNDEFINED, message, Location.at(text.source.file, place), hint, _WARNING)


def _tell_unused(text: NotedText, used: AbstractSet[str]) -> Iterator[Problem]:
    starts, seen = Lines(text.source.passage.text).starts, set[str]()
    for token in text.tokens:
        if token.type != OPEN or token.map is None:
            continue
        label = token.meta["label"]
        place = Location.at(text.source.file, text.source.passage.locate(starts[token.map[0]]))
        if label in seen:
            hint = "give one of them another name"
            yield Problem(Code.FOOTNOTE_UNUSED, f"there are two footnotes '{label}'", place, hint, _WARNING)
        elif label not in used:
            hint = f"write [^{label}] behind what it is about, or leave it out"
            yield Problem(Code.FOOTNOTE_UNUSED, f"nothing refers to the footnote '{label}'", place, hint, _WARNING)
        seen.add(label)
