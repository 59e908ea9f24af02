"""A file is split into header and body, each value in its place."""

from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Place
from dateline.reading.front_matter import Document, split_document
from dateline.reading.nodes import ListNode, Node, TableNode, TextNode, to_plain


def split(text: str) -> Document:
    """Return the header and body of a file without a fault."""
    document, problems = split_document(text, "a.md")
    assert problems == ()
    return document


def texts_in(node: Node) -> Iterator[TextNode]:
    """Return the single values inside a node."""
    if isinstance(node, TextNode):
        yield node
    elif isinstance(node, ListNode):
        for item in node.nodes:
            yield from texts_in(item)
    else:
        for entry in node.entries:
            yield from texts_in(entry.node)


def assert_places(file: str, node: TextNode) -> None:
    """Each character stands where its map says, or an escape or a line end stands there for it."""
    lines = [line + "\n" for line in file.split("\n")]
    for offset, character in enumerate(node.text):
        line, column = node.source_map.locate(offset)
        there = lines[line - 1][column - 1]
        assert there == character or there == "\\" or (character in " \n" and there == "\n"), (node, offset)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("plain text", "plain text"),
        ("plain\n  over lines\n\n  and a gap", "plain over lines\nand a gap"),
        ("'it''s quoted'", "it's quoted"),
        ("'over\n  two lines\n\n\n  with gaps'", "over two lines\n\nwith gaps"),
        ("' spaces kept \n  '", " spaces kept "),
        ('"a\\tb\\u00e9\\x41\\U0001F600 \\"c\\""', 'a\tbéA😀 "c"'),
        ('"broken \\\n   by a backslash"', "broken by a backslash"),
        ('"broken\\\n\n   twice"', "broken\ntwice"),
        ('"escaped space\\ \n  here"', "escaped space  here"),
        ('"a\n  \\\n  b"', "a b"),
        ('"two\\\\\n  here"', "two\\ here"),
        (">-\n  folded\n  text\n\n  gap\n   more indented\n  back", "folded text\ngap\n more indented\nback"),
        ("|\n  literal\n\n    indented\n", "literal\n\n  indented\n"),
        ("|2+ # with a note\n    deep\n  text\n", "  deep\ntext\n\n"),
        ("|1\n   deep\n", "  deep\n"),
        ("😀 é 漢字", "😀 é 漢字"),
    ],
)
def test_each_character_of_a_yaml_value_has_its_place(written: str, value: str) -> None:
    """Plain, quoted, folded and literal values map each of their characters to one of the file."""
    file = f"---\nfirst: 1\nkey: {written}\nlast: 2\n---\nBody"
    node = next(entry.node for entry in split(file).header.entries if entry.key == "key")
    assert isinstance(node, TextNode)
    assert node.text == value
    assert len(node.source_map.offsets) > 1 or "\n" not in written
    assert_places(file, node)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"a \\"b\\" \\u00e9 c"', 'a "b" é c'),
        ("'C:\\path'", "C:\\path"),
        ('"""\none\ntwo \\\n\n   three"""', "one\ntwo three"),
        ("'''\none\ntwo''''", "one\ntwo'"),
        ('"""a""""', 'a"'),
        ('""', ""),
        ('"a # no comment"', "a # no comment"),
    ],
)
def test_each_character_of_a_toml_string_has_its_place(written: str, value: str) -> None:
    """Strings of all four kinds map each of their characters to one of the file."""
    file = f"+++\nfirst = 1\nkey = {written} # note\nlast = 2\n+++\nBody"
    node = split(file).header.entries[1].node
    assert isinstance(node, TextNode)
    assert node.text == value
    assert_places(file, node)


def test_toml_tables_and_arrays_are_placed() -> None:
    """Keys and values are found under headers, in arrays, in inline tables, and behind dotted or quoted keys."""
    file = (
        "+++\na.b = 1\n[[events]]\ndate = 2020-07-18\n[events.more]\nx = 1\n"
        '[[events]]\n"the title" = [{y = "z"},\n 2]\n+++\n'
    )
    header = split(file).header
    assert [(entry.key, entry.place) for entry in header.entries] == [("a", Place(2, 1)), ("events", Place(3, 3))]
    events = header.entries[1].node
    assert isinstance(events, ListNode)
    places = {node.text: node.place for node in texts_in(header)}
    assert places == {"1": Place(6, 5), "2020-07-18": Place(4, 8), "z": Place(8, 22), "2": Place(9, 2)}
    assert to_plain(events) == [{"date": "2020-07-18", "more": {"x": 1}}, {"the title": [{"y": "z"}, 2]}]


def test_toml_dates_become_iso_text() -> None:
    """Dates and times without quotation marks are the text that any other header would hold."""
    header = split(
        "+++\na = 2020-07-18T14:05:00.25-05:00\nb = 2020-07-18\nc = 14:05:00\nd = true\ne = 1.5\n+++\n"
    ).header
    assert [node.text for node in texts_in(header)] == [
        "2020-07-18T14:05:00-05:00", "2020-07-18", "14:05:00", "true", "1.5",
    ]  # fmt: skip


def test_yaml_dates_and_numbers_stay_text() -> None:
    """No value is read as anything but the author's letters."""
    header = split("---\na: 2020-07-18\nb: 012\nc: No\nd: 1e3\n---\n").header
    assert [node.text for node in texts_in(header)] == ["2020-07-18", "012", "No", "1e3"]


def test_plain_values_have_simple_types_for_templates() -> None:
    """Unquoted true, null and whole numbers are what they say; everything else is text."""
    header = split("---\n{a: true, b: null, c: 12, d: '12', e: 1.10, f: 012, g: [x, {h: ~}]}\n---\n").header
    expected = {"a": True, "b": None, "c": 12, "d": "12", "e": "1.10", "f": "012", "g": ["x", {"h": None}]}
    assert to_plain(header) == expected


@pytest.mark.parametrize("text", ["", "Text", "---\n\nText after a rule\n", "Text\n\n---\n\nkey: value\n\n---\n"])
def test_a_file_without_a_header_is_all_body(text: str) -> None:
    """Rules between paragraphs do not make a header."""
    document = split(text)
    assert (document.header.entries, document.body.text) == ((), text)


@pytest.mark.parametrize("text", ["---\n---\nText", "---\n# nothing\n---\nText", "+++\n+++\nText", "\n--- \n...\nText"])
def test_an_empty_header_is_a_header(text: str) -> None:
    """A header without keys is read as such, and the body begins after it."""
    document = split(text)
    assert (document.header.entries, document.body.text) == ((), "Text")
    assert document.body.locate(0).line == text.count("\n") + 1


def test_lines_of_the_body_count_from_the_top_of_the_file() -> None:
    """The body knows its lines in the file, and a body after a broken header too."""
    for header in ("title: A", "title: A: B"):
        document, _ = split_document(f"---\n{header}\n---\nOne\nTwo\n", "a.md")
        assert document.body.text == "One\nTwo\n"
        assert document.body.locate(5) == Place(5, 2)


def test_a_control_character_written_as_an_escape_is_replaced() -> None:
    """An escape cannot bring in what a file may not hold."""
    assert [n.text for n in texts_in(split('---\na: "x\\0y"\n---\n').header)] == ["x\ufffdy"]


def test_a_block_of_spaces_is_placed_by_its_beginning() -> None:
    """Where the characters of a value cannot be found, the place of the value stands for all of them."""
    (node,) = texts_in(split("---\na: |+1\n   \n---\n").header)
    assert (node.text, node.place) == ("  \n", Place(2, 4))


def test_lists_without_end_are_refused_in_both_languages() -> None:
    """Thousands of brackets are a problem, not a crash."""
    for text in (f"---\na: {'[' * 9000}\n---\n", f"+++\na = {'[' * 9000}{']' * 9000}\n+++\n"):
        _, problems = split_document(text, "a.md")
        assert [problem.code for problem in problems] == ["front-matter-broken"]


@pytest.mark.property
@given(st.text("abc  '\"\\:\n\t#-é😀,[]{}|>", min_size=1, max_size=40), st.sampled_from(["'", '"', "|", ">", None]))
def test_whatever_a_yaml_library_writes_is_placed(value: str, style: str | None) -> None:
    """A value written in any style is read back, and each of its characters has its place."""
    header = yaml.safe_dump({"first": "1", "key": value}, default_style=style, allow_unicode=True, width=20)
    file = f"---\n{header}---\n"
    node = split(file).header.entries[1].node
    assert isinstance(node, TextNode)
    assert node.text == value
    assert_places(file, node)


@pytest.mark.property
@given(st.text("ab: \n-'\"|>[]{}#&*!%@`\t\\=.,+0", max_size=60), st.sampled_from(["---", "+++"]))
def test_no_header_raises(header: str, fence: str) -> None:
    """Any text between fences is a header or a problem."""
    document, problems = split_document(f"{fence}\n{header}\n{fence}\nBody", "a.md")
    assert isinstance(document.header, TableNode)
    assert document.is_broken <= bool(problems)
