"""Turn the English words of the interface into those of a language, by a catalogue of messages.

A catalogue is what gettext knows by that name: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace

from dateline.model.dataclass import dataclass
from dateline.rendering.tongues import mark

Messages = Mapping[tuple[str, str], tuple[str, ...]]
"""What stands for a text, by its context (mostly empty) and its English words: one, or one for each plural form."""

_FIELD = re.compile(r"\{(\w+)\}")


def message(text: str, context: str = "") -> str:  # noqa: ARG001 - the context is for those who gather messages
    """Return a text as it is: it is marked as one that catalogues translate, and said by `Words` later."""
    return text


def messages(one: str, many: str) -> tuple[str, str]:
    """Return the texts for one and for several as they are: they are marked in the same way."""
    return one, many


def fill(text: str, values: Mapping[str, object]) -> str:
    """Return a text with values in the place of `{name}`; a name that has none stays as it is."""
    if "{" not in text:
        return text
    return _FIELD.sub(lambda found: str(values.get(found[1], found[0])), text)


def fields_of(text: str) -> tuple[str, ...]:
    """Return the names between braces in a text, in their order."""
    return tuple(_FIELD.findall(text))


def split(text: str) -> tuple[tuple[str, str], ...]:
    """Return a text in pieces, each with the name between braces that follows it; the last is followed by none."""
    pieces = _FIELD.split(text)
    return tuple(zip(pieces[::2], [*pieces[1::2], ""], strict=True))


_SPELT = (
    message("no", "number"),
    message("one", "number"),
    message("two", "number"),
    message("three", "number"),
    message("four", "number"),
    message("five", "number"),
    message("six", "number"),
    message("seven", "number"),
    message("eight", "number"),
    message("nine", "number"),
    message("ten", "number"),
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the interface in one language; what its catalogue does not have is said in English."""

    language: str
    """A BCP 47 tag."""
    messages: Messages
    form: Callable[[int], int]
    """Which plural form goes with a number: its place among the texts of a message, from 0."""
    opening: str = ""
    """What marks them where they are not in the language of the page (see `tongues.py`)."""
    counted: dict[tuple[str, int], str] = field(default_factory=dict, compare=False, repr=False)
    """What was said of numbers alone."""

    def gettext(self, text: str, **values: object) -> str:
        """Return a text with values in the place of `{name}`."""
        return self.pgettext("", text, **values)

    def pgettext(self, context: str, text: str, **values: object) -> str:
        """Return a text that means another thing elsewhere: the context tells which."""
        return self._fill(self.find(context, text), values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the text that goes with a number: `{n}` becomes its figures, `{number}` its words up to ten."""
        if values:
            return self._counted(one, many, number, values)
        known = self.counted.get((one, number))
        if known is None:
            known = self.counted[one, number] = self._counted(one, many, number, values)
        return known

    def _counted(self, one: str, many: str, number: int, values: Mapping[str, object]) -> str:
        forms = self.messages.get(("", one))
        own = (one, many)[english_form(number)]
        text = forms[min(self.form(number), len(forms) - 1)] if forms else own
        if "{" not in text:
            return self.mark(text)
        return self._fill(text, {"n": self.figures(number), "number": self.spelt(number), **values})

    def _fill(self, text: str, values: Mapping[str, object]) -> str:
        """Each piece between the values is marked alone: they may be in the language of the page."""
        if not self.opening:
            return fill(text, values)
        pieces = split(text)
        return "".join(
            self.mark(said) + str(values.get(name, f"{{{name}}}")) if name else self.mark(said) for said, name in pieces
        )

    def opened(self, opening: str) -> "Words":
        """Return the same words, marked or, with no opening mark, plain."""
        return replace(self, opening=opening, counted={}) if opening != self.opening else self

    def mark(self, text: str) -> str:
        """Return words of this language as the page is to have them."""
        return mark(text, self.opening)

    def find(self, context: str, text: str) -> str:
        """Return a text as the catalogue has it, its fields not filled, and not marked."""
        found = self.messages.get((context, text))
        return found[0] if found else text

    def figures(self, number: int) -> str:
        """Return a number in figures: `1,204`."""
        written = f"{number:,}"
        return written.replace(",", self.pgettext("between thousands", ",")) if "," in written else written

    def spelt(self, number: int) -> str:
        """Return a number in a running text: in words up to ten."""
        return self.mark(self.find("number", _SPELT[number])) if number < len(_SPELT) else self.figures(number)

    def enumerated(self, names: Sequence[str]) -> str:
        """Return names as a running text lists them: `Ann, Ben and Cem`."""
        if len(names) < 2:
            return "".join(names)
        first = self.pgettext("between names", ", ").join(names[:-1])
        return self.pgettext("names", "{names} and {name}", names=first, name=names[-1])


def english_form(number: int) -> int:
    """Return the English plural form: 0 for one, 1 for any other number."""
    return 0 if number == 1 else 1


ENGLISH = Words("en", {}, english_form)
"""What the program itself says."""
