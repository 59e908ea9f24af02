"""Find private names in whatever is about to be published, in whatever way they are written there."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote

from dateline.linking.folding import fold
from dateline.linking.names import name_forms
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId
from dateline.model.settings import Settings

_LONG = 8
"""Letters from which on a name is found inside of words too."""
_SPACED = "\u0590"
"""From here on scripts may join a name to the word beside it."""
_BETWEEN = r"[\W_]{0,8}"
"""What may stand between the words of a name: a space, a hyphen, an underscore, a line end, or nothing."""
_WORDS = re.compile(r"[^\W_]+")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_WHITE = re.compile(r"\\[nrt]")
_TAG = re.compile(r"<[^<>]*>")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-\s*\n\s*(?=[^\W\d_])")
_MOST_LAYERS = 4


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows every name that must not be published."""

    names: tuple[tuple[str, EntityId], ...] = ()
    """Folded, in small letters, each with whose name it is."""
    pattern: re.Pattern[str] | None = None
    """Finds any of them; its groups are numbered as the names are."""

    def find(self, text: str) -> EntityId | None:
        """Return whose name stands in a text; None where none does.

        A name is found whatever its case and diacritics, in any normal form of Unicode, with other signs or tags
        between its words, and as URLs (percent-encoding), HTML and JSON escape it.
        """
        if self.pattern is None:
            return None
        found = (self.pattern.search(reading) for reading in readings(text))
        return next((self._owner(match) for match in found if match), None)

    def find_bytes(self, data: bytes) -> EntityId | None:
        """Return whose name stands in a file; one that is no text in UTF-8 is searched as plain letters."""
        if self.pattern is None:
            return None
        try:
            return self.find(data.decode())
        except UnicodeDecodeError:
            plain = data.replace(b"\0", b"")
            return self.find(plain.decode("utf-8", "ignore")) or self.find(plain.decode("latin-1"))

    def spans(self, folded: str) -> Iterator[tuple[int, int]]:
        """Return where names stand in a text that is folded and in small letters."""
        if self.pattern is not None:
            yield from (match.span() for match in self.pattern.finditer(folded))

    def _owner(self, match: re.Match[str]) -> EntityId:
        assert match.lastindex is not None, "every name is a group"  # noqa: S101
        return self.names[match.lastindex - 1][1]


def guard_names(private: Iterable[Entity], public: Registry, settings: Settings) -> Guard:
    """Return the guard of the full names of private entities: name, aliases, forms, and what rules make of these.

    Of what rules make, that is left out by which a public entity is called too.
    """
    names: dict[str, EntityId] = {}
    shared = set().union(*(_full_forms(entity, settings) for entity in public.entities)) if private else set()
    for entity in private:
        written = {_plain(name) for name in (entity.name, *entity.aliases, *entity.forms)}
        for form in sorted(written | (_full_forms(entity, settings) - shared)):
            names.setdefault(form, entity.id)
    ordered = tuple(sorted((form, identity) for form, identity in names.items() if _WORDS.search(form)))
    pattern = re.compile("|".join(f"({_pattern(form)})" for form, _ in ordered)) if ordered else None
    return Guard(ordered, pattern)


def _full_forms(entity: Entity, settings: Settings) -> set[str]:
    return {_plain(form) for form, name in name_forms(entity, settings).items() if not name.is_weak}


def _plain(text: str) -> str:
    return fold(text).casefold()


def _pattern(form: str) -> str:
    words = _WORDS.findall(form)
    body = _BETWEEN.join(map(re.escape, words))
    letters = "".join(words)
    if len(letters) >= _LONG or any(letter >= _SPACED for letter in letters):
        return body
    return rf"(?<![^\W\d_]){body}(?![^\W\d_])"


def readings(text: str) -> Iterator[str]:
    """Return a text, folded and in small letters, as it is and with its escapes read, layer by layer.

    Each also without its tags, and with spaces for them.
    """
    for _ in range(_MOST_LAYERS):
        for plain in dict.fromkeys((text, _HYPHENATED.sub("", text))):
            folded = _plain(plain)
            yield folded
            if "<" in folded:
                yield _plain(_TAG.sub("", plain))
                yield _plain(_TAG.sub(" ", plain))
        read = _unescape(text)
        if read == text:
            return
        text = read


def _unescape(text: str) -> str:
    if "\\" in text:
        text = _WHITE.sub(" ", _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text))
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unquote(unescape(text))
