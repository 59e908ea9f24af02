"""Hold the types of relation that entities may stand in to each other, and the words for either end."""

from dateline.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class RelationType:
    """A type of relation, as `leads`: it has a subject, who leads, and an object, who is led."""

    name: str
    """`member-of`; the same in every language."""
    label: str
    """The words beside the object, where the subject is shown: `member of`."""
    inverse: str
    """The words beside the subject, where the object is shown: `members`; of a symmetric type its label."""
    is_symmetric: bool = False
    """Whether both ends are alike: rivals are rivals of each other."""


_NAMES = ("leads", "member-of", "part-of", "rival-of", "successor-of")
_SYMMETRIC = frozenset({"rival-of"})
_ENGLISH = (
    ("leads", "led by"),
    ("member of", "members"),
    ("part of", "parts"),
    ("rival of", "rival of"),
    ("successor of", "succeeded by"),
)
# Words that agree with no gender: either end may be a woman, a man, a group or a place.
_SPANISH = (
    ("dirige", "bajo la dirección de"),
    ("miembro de", "miembros"),
    ("parte de", "partes"),
    ("rival de", "rival de"),
    ("sucede a", "le sucede"),
)
_WORDS = {"en": _ENGLISH, "es": _SPANISH}


def built_in_types(language: str) -> tuple[RelationType, ...]:
    """Return the types that every site has, in the words of a language (a BCP 47 tag); without such words, in English.

    They come in the order in which relations are listed.
    """
    words = _WORDS.get(language.partition("-")[0].casefold(), _ENGLISH)
    return tuple(
        RelationType(name, label, inverse, name in _SYMMETRIC)
        for name, (label, inverse) in zip(_NAMES, words, strict=True)
    )
