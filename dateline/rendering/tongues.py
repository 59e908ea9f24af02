"""Turn marks around words that are not in the language of their page into what says which it is: elements, or signs.

Words are marked where they are said, and may pass through any number of views, macros and sentences before they stand
on a page. Only there it shows whether they are text, which can bear a language (WCAG 3.1.2), or part of a tag. What a
script shows later comes to it with signs, of which it makes such elements (`assets/search.js`).
"""

import re
from collections.abc import Callable, Iterator

LABEL, OWN, ENGLISH, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
"""What opens words of the interface, words of the site's author and words that are always English; what closes any.

They are noncharacters (Unicode, 23.7): no text that is exchanged has them.
"""

SPOKEN, WORDS, SPOKEN_END = "\ufff9", "\ufffa", "\ufffb"
"""What stands before the language of words, between it and them, and after them, where scripts read them.

They are the signs of interlinear annotations (Unicode, 23.8); HTML may hold them, but no noncharacters.
"""

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
_TAG = re.compile(r"(<[^>]*>)")
_DATA = re.compile(r' data-[a-z-]+="[^"]*"')
_NAME = re.compile(r"</?(\w+)")
_PLAIN = frozenset({"title", "svg", "script", "style", "option"})
"""Elements that hold text and no other element of HTML."""
_OPENINGS = (LABEL, OWN, ENGLISH)
_MARKED = re.compile(f"([{LABEL}{OWN}{ENGLISH}])([^{LABEL}{OWN}{ENGLISH}{CLOSE}]*){CLOSE}")
_MARK = re.compile(f"[{LABEL}{OWN}{ENGLISH}{CLOSE}]")


def mark(text: str, opening: str) -> str:
    """Return words as such of another language; without an opening mark, and where there are no words, as they are."""
    return f"{opening}{text}{CLOSE}" if opening and any(map(str.isalpha, text)) else text


def open_with(text: str, change: Callable[[str], str]) -> str:
    """Return a text whose first letter is changed, marked or not."""
    first = 1 if text[:1] in _OPENINGS else 0
    return text[:first] + change(text[first : first + 1]) + text[first + 1 :]


def are_alike(one: str, other: str) -> bool:
    """Return whether two BCP 47 tags are of one language, whatever their regions."""
    return one.partition("-")[0].casefold() == other.partition("-")[0].casefold()


def direction_of(language: str) -> str:
    """Return how a language is written, given as a BCP 47 tag: `ltr` or `rtl`."""
    return "rtl" if language.partition("-")[0].casefold() in _RIGHT_TO_LEFT else "ltr"


def say_languages(html: str, page: str, labels: str, own: str) -> str:
    """Return a page of which all marked text is in elements with its language, and no mark is left.

    All are BCP 47 tags: the language of the page, that of its labels and that of the site; '' for those that nothing
    on it is marked as.
    """
    if not any(opening in html for opening in _OPENINGS):
        return html
    # Labels may be pieces of a sentence, around values: with a direction each would be set apart from the next. The
    # stylesheet gives a paragraph the direction of its first letter.
    opened = {LABEL: f'<span lang="{labels}">', OWN: _open(own, page), ENGLISH: '<span lang="en">'}
    languages = {LABEL: labels, OWN: own, ENGLISH: "en"}
    return "".join(_tell(html.replace(f"{CLOSE}{LABEL}", ""), opened, languages))


def tell_script(text: str, labels: str) -> str:
    """Return what a script reads (JSON), all marked text in signs with its language; `labels` is that of the labels."""
    return _sign(text, {LABEL: labels, ENGLISH: "en"}) if any(opening in text for opening in _OPENINGS) else text


def tell_tongue(text: str, language: str) -> str:
    """Return words for a script to show, in signs with their language (a BCP 47 tag); without one, as they are."""
    return f"{SPOKEN}{language}{WORDS}{text}{SPOKEN_END}" if language else text


def _sign(text: str, languages: dict[str, str]) -> str:
    def signed(found: re.Match[str]) -> str:
        return tell_tongue(found[2], languages[found[1]])

    return _MARK.sub("", _MARKED.sub(signed, text.replace(f"{CLOSE}{LABEL}", "")))


def _tell(html: str, opened: dict[str, str], languages: dict[str, str]) -> Iterator[str]:
    within = 0
    for place, piece in enumerate(_TAG.split(html)):
        if place % 2:
            within += _depth(piece)
            yield _MARK.sub("", _DATA.sub(lambda found: _sign(found[0], languages), piece))
        elif within:
            yield _MARK.sub("", piece)
        else:
            yield _MARK.sub("", _MARKED.sub(lambda found: f"{opened[found[1]]}{found[2]}</span>", piece))


def _depth(tag: str) -> int:
    """How much deeper what follows a tag is among elements that hold text alone."""
    name = _NAME.match(tag)
    if not name or name[1].lower() not in _PLAIN:
        return 0
    return -1 if tag[1] == "/" else 1


def _open(language: str, page: str) -> str:
    direction = direction_of(language)
    turned = "" if direction == direction_of(page) else f' dir="{direction}"'
    return f'<span lang="{language}"{turned}>'
