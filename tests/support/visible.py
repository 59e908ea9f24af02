"""Turn a page into the words that a reader sees or hears, each with the language in which it stands."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SILENT = frozenset(("script", "style", "code", "pre"))
"""Elements whose text is for machines, or is what an author writes for them."""
_SPOKEN = ("alt", "aria-label", "content", "placeholder", "title")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_BETWEEN = re.compile(r"<[^>]*>|\\n")
_DRAWN = re.compile(r"\bM[.\d]")
"""In the path of a drawing (SVG)."""
_WORD = re.compile(r"[^\W\d_]+")


class _Reader(HTMLParser):
    """Gathers texts with their languages."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, str, bool]] = []
        """The elements around, each with its language and whether it is silent."""
        self.texts: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        outer = self.open[-1] if self.open else ("", "", False)
        language, silent = said.get("lang", outer[1]), outer[2] or tag in _SILENT
        if not silent:
            self.texts += [(language, text) for name, text in said.items() if _is_spoken(tag, name, said)]
        if tag not in _VOID:
            self.open.append((tag, language, silent))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        while any(tag == each[0] for each in self.open) and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.open and not self.open[-1][2]:
            self.texts.append((self.open[-1][1], data))


def _is_spoken(tag: str, name: str, said: dict[str, str]) -> bool:
    """Whether an attribute holds words; those of `data-` are said by scripts, where they are more than one."""
    if name == "content":
        return tag == "meta" and said.get("name") in ("description", "status")
    return name in _SPOKEN or (name.startswith("data-") and " " in said[name])


def visible_words(page: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each word of a page that stands in a language, in small letters, with the text around it."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    for own, text in reader.texts:
        if own == language:
            yield from ((word.casefold(), " ".join(text.split())) for word in words_of(text))


def words_of(text: str) -> list[str]:
    """Return the words of a text; addresses hold none."""
    return _WORD.findall(re.sub(r"https?:\S+|\S+/\S*", " ", text))


def words_in_script(script: str) -> Iterator[tuple[str, str]]:
    """Yield each word of the texts in a script of data, in small letters, with the text.

    Ids, keys and drawings are no words; a text may itself be packed data.
    """
    for text in _STRING.findall(script):
        if text[:1] in ("[", "{"):
            yield from words_in_script(json.loads(f'"{text}"'))
        elif not _DRAWN.search(text) and (" " in text or text[:1].isupper()):
            yield from ((word.casefold(), text) for word in words_of(_BETWEEN.sub(" ", text)))
