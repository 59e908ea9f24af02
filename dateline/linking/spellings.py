"""Turn a name into its other spellings: hyphens, initials, *and*, and the common noun at its end."""

import re
from collections.abc import Callable, Iterator

from dateline.linking.common_words import GENERIC_NOUNS

_AFTER_HYPHEN = re.compile(r"(?<=-)[^\W\d_]")
_ARABIC_ARTICLE = re.compile(r"\b([AaEe]l) (?=[A-Z])")
_CAPITAL_ARTICLE = re.compile(r"\b[AE]l-")
_SMALL_ARTICLE = re.compile(r"\b[ae]l-")
_SPACE_OF_INITIALS = re.compile(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)")
_ABBREVIATION = re.compile(r"(?<=[a-z])\.(?= |$)")
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_UNDOTTED = re.compile(r"[A-Z]{2,4}")
MAY_DIFFER = re.compile(r"[-.&]| and |\b[AaEe]l [A-Z]|^[A-Z]{2,4}$|^University of ")
"""Stands in every folded name that has another spelling, and in hardly any other."""
_CAMPUS = re.compile(r"^(University of .+?)(?: at |, |-)(?=[A-Z])")


def spellings(form: str) -> Iterator[str]:
    """Return the other spellings of a folded name, each once."""
    if not MAY_DIFFER.search(form):
        return
    seen = {form}
    for rewrite in _REWRITES:
        for known in sorted(seen):
            other = rewrite(known)
            if other not in seen:
                seen.add(other)
                yield other


def with_other_noun(form: str) -> str | None:
    """Return the folded name with its last word begun small, or large, if that word is a common noun."""
    start, _, noun = form.rpartition(" ")
    if not start or noun.lower() not in GENERIC_NOUNS or form.isupper():
        return None
    other = noun.lower() if noun[0].isupper() else noun.capitalize()
    return f"{start} {other}" if start != start.lower() else None


def _campus(separator: str) -> Callable[[str], str]:
    return lambda form: _CAMPUS.sub(rf"\1{separator}", form)


_REWRITES: tuple[Callable[[str], str], ...] = (
    lambda form: _ARABIC_ARTICLE.sub(r"\1-", form),
    lambda form: _CAPITAL_ARTICLE.sub(lambda match: match[0].lower(), form),
    lambda form: _SMALL_ARTICLE.sub(lambda match: match[0].capitalize(), form),
    lambda form: _AFTER_HYPHEN.sub(lambda match: match[0].upper(), form),
    lambda form: _AFTER_HYPHEN.sub(lambda match: match[0].lower(), form) if "-" in form else form,
    lambda form: form.replace("-", " "),
    lambda form: _SPACE_OF_INITIALS.sub("", form),
    lambda form: _ABBREVIATION.sub("", form),
    lambda form: form.replace(" & ", " and "),
    lambda form: form.replace(" and ", " & "),
    lambda form: form.replace(".", "") if _DOTTED.fullmatch(form) else form,
    lambda form: "".join(f"{letter}." for letter in form) if _UNDOTTED.fullmatch(form) else form,
    lambda form: form.removesuffix(".") if _DOTTED.fullmatch(form) and len(form) > 4 else form,
    _campus(" at "),
    _campus(" "),
    _campus(", "),
)
