"""Catalogues: what stands in a PO file, what is wrong with it, and that Babel reads the same."""

from io import BytesIO

import pytest
from babel.messages.pofile import read_po as read_with_babel
from hypothesis import given
from hypothesis import strategies as st
from support.messages import LANGUAGES, written

from dateline.rendering.po import read_po

HEADER = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]) | st.just("\n") | st.just("\t"), min_size=1
)


def messages(text: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return what a catalogue says, which must have no fault."""
    found = read_po((HEADER + text).encode())
    assert found.faults == ()
    return dict(found.messages)


def test_texts_contexts_and_numbers() -> None:
    """Each in its place, over several lines, with what is escaped."""
    text = """
# a comment
#, python-brace-format
msgid "told in {article}"
msgstr "relatado en {article}"
msgctxt "verb"
msgid "Read"
msgstr ""
"Le"
"\\"í\\"do\\n"

msgid "{n} entry"
msgid_plural "{n} entries"
msgstr[0] "{n} entrada"
msgstr[1] "{n} entradas"
"""
    assert messages(text) == {
        ("", "told in {article}"): ("relatado en {article}",),
        ("verb", "Read"): ('Le"í"do\n',),
        ("", "{n} entry"): ("{n} entrada", "{n} entradas"),
    }


@pytest.mark.parametrize(
    "text",
    [
        'msgid "a"\nmsgstr ""',
        '#, fuzzy\nmsgid "a"\nmsgstr "b"',
        '#~ msgid "a"\n#~ msgstr "b"',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] ""',
    ],
)
def test_what_is_not_surely_translated_is_left_out(text: str) -> None:
    """It is said in English."""
    assert messages(text) == {}


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("msgid a", 6, "this line is neither a comment nor a text in quotation marks"),
        ('"a"\nmsgid "b"', 6, ""),
        ('\nmsgid "in {place}"\nmsgstr "en {lugar}"', 7, "the names between braces are not those of the English text"),
        ('msgid "in {place}"\nmsgstr "en"', 6, "the names between braces are not those of the English text"),
    ],
)
def test_a_fault_has_its_line(text: str, line: int, sentence: str) -> None:
    """And stops nothing."""
    found = read_po((HEADER + text).encode())
    if sentence:
        assert found.faults == ((line, sentence),)
    assert found.messages == {}


@pytest.mark.parametrize("rule", ["", "plural=n.real;", "plural=__import__;", "plural=(((n;"])
def test_a_rule_that_cannot_be_read_is_that_of_english(rule: str) -> None:
    """A rule is arithmetic, never a program."""
    form = read_po(f'msgid ""\nmsgstr "Plural-Forms: nplurals=2; {rule}\\n"\n'.encode()).form
    assert [form(number) for number in (0, 1, 2)] == [1, 0, 1]


def test_a_rule_may_divide_by_zero() -> None:
    """Then the first form serves."""
    assert read_po(b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=1%(n-1);\\n"\n').form(1) == 0


@pytest.mark.property
@given(st.dictionaries(TEXTS.filter(lambda text: "{" not in text), TEXTS.filter(lambda text: "{" not in text)))
def test_what_babel_writes_is_read(told: dict[str, str]) -> None:
    """Whatever characters stand in it."""
    found = read_po(written(told))
    assert ({text: forms[0] for (_, text), forms in found.messages.items()}, found.faults) == (told, ())


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*.po")), ids=lambda path: path.stem)
def test_the_catalogues_of_the_theme_say_what_babel_reads_in_them(path: object) -> None:
    """Both read all of every one."""
    data = next(each for each in LANGUAGES.glob("*.po") if each == path).read_bytes()
    expected = {
        (each.context or "", each.id[0] if isinstance(each.id, tuple) else each.id): each.string
        for each in read_with_babel(BytesIO(data))
        if each.id
    }
    found = read_po(data)
    assert found.faults == ()
    assert {key: forms if len(forms) > 1 else forms[0] for key, forms in found.messages.items()} == expected
