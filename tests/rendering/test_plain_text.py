"""The HTML of a record becomes its words."""

import pytest

from dateline.rendering.plain_text import first_words, plain


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", ""),
        ("<em>Tom &amp; Ann</em> sail", "Tom & Ann sail"),
        ('They sail.<sup class="note-mark"><a href="#n-1">1</a></sup>', "They sail."),
    ],
)
def test_words_are_what_is_no_tag(html: str, words: str) -> None:
    """Signs are themselves, and the mark of a footnote is no word."""
    assert plain(html) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ([], ""),
        (["<h2>Head</h2>"], ""),
        (["<h2>Head</h2>\n<p>One.</p>\n<p>Two.</p>"], "One."),
        (['<p><img src="a.png" alt=""></p>', '<p class="x">After\na picture.</p>'], "After\na picture."),
        (["<pre>&lt;p>Code&lt;/p></pre><p>Text.</p>"], "Text."),
    ],
)
def test_first_words_are_those_of_a_paragraph(parts: list[str], words: str) -> None:
    """Of the first that has some, in whatever part of a text it stands."""
    assert first_words(parts) == words
