"""Catalogues: what stands in a PO file, what is wrong with it, and that Babel reads the same."""

from io import BytesIO

import pytest
from babel.messages.pofile import read_po as read_with_babel
from hypothesis import given
from hypothesis import strategies as st
from support.messages import LANGUAGES, written

from dateline.rendering.po import Fault, read_po

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


BRACES = "the names between braces are not those of the English text"
QUOTES = "this line is neither a comment nor a text in quotation marks"
QUOTE = 'write msgid "…" or msgstr "…", with a backslash before each quotation mark in it'
PLURAL = 'msgid "{n} day"\nmsgid_plural "{n} days"\n'


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('  msgid a\nmsgstr "b"', (6, 3, QUOTES, QUOTE)),
        ('msgid "a "b""\nmsgstr "c"', (6, 1, QUOTES, QUOTE)),
        ('\nmsgid "in {place}"\nmsgstr "en {lugar}"', (8, 1, BRACES, "write {place} for {lugar}")),
        ('msgid "in {place}"\nmsgstr "en"', (7, 1, BRACES, "write {place} in it")),
        ('msgid "in"\nmsgstr "en {lugar}"', (7, 1, BRACES, "take out {lugar}")),
        (PLURAL + 'msgstr[0] "{m} día"\nmsgstr[1] "{n} días"', (8, 1, BRACES, "take out {m}")),
        (
            PLURAL + 'msgstr[0] "{n} días"',
            (
                8,
                1,
                "Plural-Forms says that there are 2 forms, and here are 1",
                "write msgstr[0] to msgstr[1], or mend Plural-Forms",
            ),
        ),
        ('msgid "a"\n\n', (6, 1, "this text has no msgstr", 'write msgstr "" below it, or take it out')),
        (
            '# c\nmsgstr "b"',
            (7, 1, "there is no msgid for this text", "write the English text above it, behind msgid"),
        ),
    ],
)
def test_a_fault_has_its_place_and_a_remedy(text: str, fault: tuple[int, int, str, str]) -> None:
    """And stops nothing: what is wrong is said in English, all else is not."""
    found = read_po((HEADER + text + '\n\nmsgid "last"\nmsgstr "último"\n').encode())
    assert Fault(*fault) in found.faults
    assert found.messages == {("", "last"): ("último",)}


def test_the_first_of_two_counts() -> None:
    """The other is told; a text in another context is another text."""
    text = 'msgid "a"\nmsgstr "b"\nmsgctxt "verb"\nmsgid "a"\nmsgstr "d"\nmsgid "a"\nmsgstr "c"\n'
    found = read_po((HEADER + text).encode())
    assert found.faults == (Fault(11, 1, "this text stands twice", "take out one of the two"),)
    assert found.messages == {("", "a"): ("b",), ("verb", "a"): ("d",)}


def test_a_byte_that_is_no_letter_is_told() -> None:
    """With its place; a mark at the beginning of the file is none."""
    found = read_po(b"\xef\xbb\xbf" + HEADER.encode() + b'msgid "a"\nmsgstr "\xe9"\n')
    assert found.faults == (Fault(7, 9, "the byte 0xE9 is not UTF-8", "save the file as UTF-8"),)


def test_fuzzy_texts_are_left_alone() -> None:
    """Nothing of them is a fault, and the header counts though it is fuzzy: as with msgfmt."""
    text = '#, python-brace-format, fuzzy\nmsgid "in {place}"\nmsgstr "en"\n\n#, fuzzyfied\nmsgid "a"\nmsgstr "b"\n'
    found = read_po(("#, fuzzy\n" + HEADER.replace("n != 1", "n == 1") + text).encode())
    assert (found.messages, found.faults, found.form(1)) == ({("", "a"): ("b",)}, (), 1)


@pytest.mark.parametrize("rule", ["plural=n.real", "plural=n % 10", "plural=EXPRESSION", "plural"])
def test_a_rule_that_cannot_be_used_is_told(rule: str) -> None:
    """Where it cannot be read, or gives forms that there are not."""
    found = read_po(HEADER.replace("plural=(n != 1)", rule).encode())
    sentence = "the rule of Plural-Forms cannot be used"
    assert found.faults == (Fault(4, 1, sentence, "copy the line of your language from the manual of gettext"),)
    assert found.form(1) == 0


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
