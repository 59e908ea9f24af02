"""Turn the HTML of a record into its words."""

import re
from collections.abc import Iterable
from html import unescape

from dateline.indexes.records import ROOT

_TAG = re.compile(r'<sup class="note-mark">.*?</sup>|<[^>]*>', re.DOTALL)
"""What is no word of a text: a tag, or the mark of a footnote with its number."""
_PARAGRAPH = re.compile(r"<p[ >].*?</p>", re.DOTALL)


def plain(html: str) -> str:
    """Return the words of the HTML of a record."""
    return unescape(_TAG.sub("", html.replace(ROOT, ""))) if html else ""


def first_words(parts: Iterable[str]) -> str:
    """Return the words of the first paragraph that has some, in the parts of a text; '' where there is none."""
    found = (plain(paragraph[0]).strip() for html in parts for paragraph in _PARAGRAPH.finditer(html))
    return next(filter(None, found), "")
