"""Marks lead to notes or to sources; what leads nowhere is text, and is told."""

from pathlib import Path

from support.building import passage

from dateline.model.problem import Problem
from dateline.model.text import Passage
from dateline.reading.footnotes import MARK, NotedText, settle_notes, take_notes
from dateline.reading.markdown import parse_inline, parse_markdown, shown_text
from dateline.reading.markdown_links import TextSource


def noted(text: str, *, is_title: bool = False, is_line: bool = False) -> NotedText:
    """Return a text of one file, parsed."""
    written: Passage = passage(text)
    tokens = parse_inline(written) if is_title or is_line else parse_markdown(written)
    return NotedText(TextSource(written, "a.md", "content/a.md"), tokens, is_title)


def settled(*texts: NotedText, sources: frozenset[str] = frozenset()) -> list[Problem]:
    """Settle texts, and return what is wrong with them."""
    settle_notes(texts, sources)
    return [problem for text in texts for problem in text.problems]


def told(*texts: NotedText, sources: frozenset[str] = frozenset()) -> list[str]:
    """Return what is wrong with texts, without what helps."""
    return [str(problem).partition(";")[0] for problem in settled(*texts, sources=sources)]


def marks(text: NotedText) -> list[str]:
    """Return the names of the notes to which marks of a text lead."""
    return [child.meta["label"] for token in text.tokens for child in token.children or [] if child.type == MARK]


def words(text: NotedText) -> list[str]:
    """Return the blocks of a text without its notes."""
    return [shown_text(token.children or []) for token in take_notes(text.tokens)[0] if token.type == "inline"]


def test_a_mark_leads_to_its_note() -> None:
    """And the note is no part of the text around it."""
    text = noted("One[^a] two.[^b]\n\n[^a]: First.\n\n    More of it.\n[^b]: Second.\n\nThree.\n")
    assert told(text) == []
    assert (marks(text), words(text)) == (["a", "b"], ["One two.", "Three."])
    notes = take_notes(text.tokens)[1]
    assert [*notes] == ["a", "b"]
    assert [token.content for token in notes["a"] if token.type == "inline"] == ["First.", "More of it."]


def test_a_mark_leads_to_a_source() -> None:
    """Where no note has its name; a source without a mark is no fault."""
    text = noted("One[^ap].")
    assert told(text, sources=frozenset({"ap", "post"})) == []
    assert marks(text) == ["ap"]


def test_a_mark_may_stand_in_another_text_of_the_file() -> None:
    """In a summary, or in what is told of an event."""
    line = noted("Sum.[^a]", is_line=True)
    assert told(line, noted("Text.\n\n[^a]: Note.\n")) == []
    assert marks(line) == ["a"]


def test_a_mark_that_leads_nowhere_is_text() -> None:
    """The author's words stay."""
    text = noted("One.\nTwo[^no].")
    assert told(text) == ["content/a.md:2:4: footnote-undefined: there is no footnote 'no'"]
    assert words(text) == ["One. Two[^no]."]


def test_a_link_cannot_hold_a_mark() -> None:
    """As it cannot hold a link: then it is no link."""
    text = noted("[x[^a]](y.md)\n\n[^a]: N.")
    assert told(text) == []
    assert words(text) == ["[x](y.md)"]


def test_a_title_has_no_notes() -> None:
    """It stands on too many pages."""
    title = noted("One[^a]", is_title=True)
    assert told(title, noted("Two[^a]\n\n[^a]: N.\n")) == [
        "content/a.md:1:4: footnote-undefined: a title cannot hold the footnote 'a'"
    ]


def test_a_note_that_nothing_refers_to_is_told() -> None:
    """And a second one of a name; each at its own place."""
    assert told(noted("One[^a].\n\n[^a]: A.\n\n> [^b]: B.\n\n[^a]: Again.\n")) == [
        "content/a.md:5:1: footnote-unused: nothing refers to the footnote 'b'",
        "content/a.md:7:1: footnote-unused: there are two footnotes 'a'",
    ]


def test_code_and_escapes_are_no_marks() -> None:
    """Nor is what has a space in it, or nothing."""
    text = noted("`[^a]` \\[^b] [^ c] [^] [^d\n]")
    assert told(text) == []
    assert marks(text) == []


def test_a_note_within_a_note_is_a_note() -> None:
    """Its words stand in neither the text nor the other note."""
    text = noted("One[^a][^b].\n\n[^a]: A.\n\n    [^b]: B.\n\n    C.\n")
    assert told(text) == []
    notes = take_notes(text.tokens)[1]
    assert {name: [t.content for t in note if t.type == "inline"] for name, note in notes.items()} == {
        "b": ["B."],
        "a": ["A.", "C."],
    }


def test_the_document_on_problems_says_what_is_printed() -> None:
    """Its lines are those of the two faults."""
    shown = (Path(__file__).parents[2] / "docs" / "problems.md").read_text(encoding="utf-8")
    for problem in settled(noted("One[^ap].\n")) + settled(noted("[^ap]: A.\n")):
        assert f": {str(problem).partition(': ')[2]}\n" in shown
