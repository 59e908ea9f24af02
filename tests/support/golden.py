"""Read golden cases from Markdown files: a title, input files in fences, the expected text in a last fence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.model.problem import Code

_FENCE = re.compile(r"^(?P<marks>`{3,}|~{3,})(?P<info>[^\n]*)\n(?P<text>.*?)^(?P=marks)[ ]*$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^## (.+)$", re.MULTILINE)

EMITTED_ELSEWHERE = {
    Code.ALT_MISSING,
    Code.BASE_URL_MISSING,
    Code.CATALOGUE_BROKEN,
    Code.FILE_LARGE,
    Code.FILE_UNUSED,
    Code.FOOTNOTE_UNDEFINED,
    Code.FOOTNOTE_UNUSED,
    Code.METADATA,
    Code.PICTURE_UNREADABLE,
    Code.PRIVATE_ENTITY,
    Code.PRIVATE_NAME,
    Code.SYMLINK_IGNORED,
    Code.TEMPLATE_BROKEN,
    Code.TEMPLATE_MISSING,
}
"""Problems that reading does not give, and whose golden cases would be elsewhere."""


@dataclass(frozen=True, slots=True)
class Case:
    """One golden case."""

    title: str
    files: dict[str, bytes]
    """From fences with `path=…`, and `encoding=…` where it is not UTF-8."""
    expected: dict[str, str]
    """The text of every other fence, by its info string."""


def read_cases(path: Path) -> Iterator[Case]:
    """Return the cases of a file, in its order."""
    text = path.read_text(encoding="utf-8")
    titles = [match for match in _TITLE.finditer(text) if not _is_fenced(text, match.start())]
    ends = [match.start() for match in titles[1:]] + [len(text)]
    for title, end in zip(titles, ends, strict=True):
        yield _read_case(title[1], text[title.end() : end])


def _is_fenced(text: str, offset: int) -> bool:
    return any(fence.start() < offset < fence.end() for fence in _FENCE.finditer(text))


def _read_case(title: str, text: str) -> Case:
    files, expected = {}, {}
    for fence in _FENCE.finditer(text):
        words = dict(word.partition("=")[::2] for word in fence["info"].split())
        if "path" in words:
            files[words["path"]] = fence["text"].encode(words.get("encoding", "utf-8"))
        else:
            expected[fence["info"].strip()] = fence["text"]
    return Case(title, files, expected)
