"""Plain headers are read without a parser: as the parser of YAML reads them, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.lines import Lines
from dateline.reading.nodes import TableNode, to_plain
from dateline.reading.plain_headers import read_plain
from dateline.reading.yaml_headers import read_yaml

OPENING = "---\n"


def both(header: str) -> tuple[TableNode | None, TableNode]:
    """Return what is made of a header without the parser, and with it."""
    text = f"{OPENING}{header}---\nText.\n"
    lines, end = Lines(text), len(OPENING) + len(header)
    return read_plain(header, len(OPENING), lines), read_yaml(text, len(OPENING), end, lines)[0]


@pytest.mark.parametrize(
    "header",
    [
        "title: A day in May\n",
        "name: Ana Díaz\naliases: [La Güera, Ana]\nborn: 1990-05\n",
        "title: 'It is: quoted'\ndate: \"2019-10-17\"\n",
        "url: https://example.org/a#b\nnote: a#b\n",
        "public: false\ncount: 007\nnone: null\n",
        "places: [monte-a,b,  c]\n",
        "名前: 花子\n",
    ],
)
def test_a_plain_header_is_read_as_the_parser_reads_it(header: str) -> None:
    """Texts, lists and all places."""
    plain, parsed = both(header)
    assert plain == parsed


@pytest.mark.parametrize(
    "header",
    [
        "title: a: b\n",
        "title: a # note\n",
        "title: a\ntitle: b\n",
        "title: a \n",
        "title:\n",
        "# note\ntitle: a\n",
        "title: >-\n  folded\n",
        "title: a\n  over lines\n",
        "events:\n  - date: 2019\n",
        "places: [a, [b]]\n",
        "places: [a: b]\n",
        "places: []\n",
        "a: *b\n",
        'a: "x\\ty"\n',
        "a: 'it''s'\n",
        "a: ' b'\n",
        "a: b\x01\n",
        "a: b\u2028c\n",
        "\n",
        "",
    ],
)
def test_anything_else_is_left_to_the_parser(header: str) -> None:
    """It knows what is meant, or tells what is wrong."""
    assert read_plain(header, 0, Lines(header)) is None


SIGNS = st.text(" :#-[]{},'\"&*!|>%@`?~_.()’aéß1名\u00a0\u0301\u200d\ud7ff\U0001f600", max_size=12)
VALUES = st.one_of(SIGNS, st.lists(SIGNS, max_size=3).map(lambda items: f"[{', '.join(items)}]"), st.text(max_size=8))
KEYS = st.one_of(st.sampled_from(["a", "b", "born", "é", "a-b", "no"]), SIGNS)


@pytest.mark.property
@given(st.lists(st.tuples(KEYS, st.sampled_from([": ", ":  ", ":"]), VALUES).map("".join), min_size=1, max_size=4))
def test_what_is_taken_in_is_what_the_parser_would_have_read(lines: list[str]) -> None:
    """Whatever signs stand where."""
    header = "".join(f"{line}\n" for line in lines)
    plain = read_plain(header, len(OPENING), Lines(OPENING + header))
    if plain is not None:
        parsed = both(header)[1]
        assert plain == parsed, to_plain(parsed)
