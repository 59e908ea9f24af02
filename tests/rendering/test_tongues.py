"""Words that are not in the language of their page say so where they stand, and nowhere else."""

import re
from html.parser import HTMLParser

import pytest
from support.site import render

from dateline.rendering.tongues import (
    CLOSE,
    ENGLISH,
    LABEL,
    OWN,
    SPOKEN,
    SPOKEN_END,
    WORDS,
    are_alike,
    mark,
    open_with,
    say_languages,
    tell_script,
)

FILES = {
    "articles/2019-05-01-t.md": "---\ntitle: عنوان\nsources: [{title: كتاب, publisher: دار}]\n"
    "events: [{date: 2019-04, title: حدث, status: alleged}, {date: 2011-05-01, title: آخر},"
    " {date: unknown, title: ثالث}]\n"
    "---\nكريم بدر هنا.\n",
    "articles/2019-05-01-t.es.md": "---\ntitle: Título\n---\nTexto.\n",
    "articles/2019-05-01-t.de.md": "---\ntitle: Titel\n---\nText.\n",
    "people/badr.md": "---\nname: كريم بدر\n---\n",
    "ships/nile.md": "---\nname: سفينة النيل\n---\n",
    "pages/about.md": "---\ntitle: من نحن\n---\nنص.\n",
    "site.toml": 'title = "سجل"\nlanguage = "ar"\nnotice = "ملاحظة"\n'
    '[kinds.ship]\nfolder = "ships"\nlabel = "سفينة"\nplural = "سفن"\n',
}
NAMES = {"BibTeX", "CSL-JSON", "OpenStreetMap"}
VOID = {"br", "img", "input", "link", "meta"}
LATIN, ARABIC = re.compile("[A-Za-z]{3,}"), re.compile("[\u0620-\u064a]{2,}")


class Said(HTMLParser):
    """Every text in the body of a page, with the language in which its elements say it is."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self._open: list[tuple[str, str, str]] = [("", "", "")]
        self.texts: list[tuple[str, str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the language and direction that an element gives."""
        given = dict(attrs)
        if tag not in VOID:
            _, language, direction = self._open[-1]
            self._open.append((tag, given.get("lang") or language, given.get("dir") or direction))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Skip what has no text."""

    def handle_endtag(self, tag: str) -> None:
        """Go back to the element around."""
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Take a text, but not what cannot hold an element."""
        inside = {tag for tag, _, _ in self._open}
        if not inside & {"head", "svg", "option", "script", "pre"}:
            self.texts.append((*self._open[-1][1:], data))


@pytest.fixture(scope="module")
def outputs() -> dict[str, str]:
    """Every page of a site in Arabic, which has no catalogue."""
    site = render(FILES)
    assert not site.problems
    return {path: data.decode() for path, data in site.outputs.items() if path.endswith(".html")}


def test_no_mark_is_left_on_any_page(outputs: dict[str, str]) -> None:
    """In no attribute either, nor in what machines read."""
    assert not [path for path, html in outputs.items() if re.search(f"[{LABEL}{OWN}{ENGLISH}{CLOSE}]", html)]
    assert '<nav class="nav" aria-label="Main">' in outputs["index.html"]
    assert "<title>Map" not in outputs["index.html"]


def test_words_of_the_interface_are_in_its_language_on_every_page(outputs: dict[str, str]) -> None:
    """Whatever is written in Latin letters on a page in Arabic is English."""
    for path, html in outputs.items():
        if "/de/" in path or "/es/" in path or path.startswith("data/"):
            continue
        wrong = {text[2].strip() for text in Said(html).texts if LATIN.search(text[2]) and text[0] != "en"}
        foreign = {text for text in wrong if "/" not in text} - {"español", "Deutsch", *NAMES}
        assert not foreign, path


def test_words_of_the_author_are_in_the_language_of_the_site_on_every_page(outputs: dict[str, str]) -> None:
    """Whatever is written in Arabic: on a page in Spanish it is said to be, and read from right to left."""
    for path in ("articles/t/es/index.html", "articles/t/de/index.html"):
        texts = Said(outputs[path].partition("<main")[0].partition("<body>")[2]).texts
        foot = Said(outputs[path].partition("<footer")[2].partition("</footer>")[0].partition(">")[2]).texts
        arabic = [text for text in (*texts, *foot) if ARABIC.search(text[2])]
        assert {text for _, _, text in arabic} == {"سجل", "سفن", "من نحن", "ملاحظة"}
        assert {text[:2] for text in arabic} == {("ar", "rtl")}


def test_labels_of_a_page_with_a_catalogue_need_no_mark(outputs: dict[str, str]) -> None:
    """A page in Spanish says its labels in Spanish; one in German in English, which is written as German is."""
    assert '<a class="skip" href="#main">Saltar al texto</a>' in outputs["articles/t/es/index.html"]
    assert (
        '<a class="skip" href="#main"><span lang="en">Skip to the text</span></a>'
        in outputs["articles/t/de/index.html"]
    )


def test_a_mark_becomes_an_element_in_text_alone() -> None:
    """Two that follow each other become one; one that was cut in two is none."""
    said, own = mark("Map", LABEL), mark("سجل", OWN)
    page = f'<title>{said}</title><a title="{said}">{said}{said} {own}</a><svg><title>{said}</title></svg>{said[:3]}'
    assert say_languages(page, "de", "en", "ar") == (
        '<title>Map</title><a title="Map"><span lang="en">MapMap</span> <span lang="ar" dir="rtl">سجل</span></a>'
        "<svg><title>Map</title></svg>Ma"
    )


def test_what_scripts_show_comes_to_them_in_signs() -> None:
    """In attributes of their own, and in what they load; everywhere else in a tag the words are plain."""
    said, own, signed = mark("Map", LABEL), mark("سجل", OWN), f"{SPOKEN}en{WORDS}Map{SPOKEN_END}"
    page = f'<p title="{said}" data-zoom-in="{said}{said}: {own}" lang="de" data-n="1">'
    assert say_languages(page, "de", "en", "ar") == (
        f'<p title="Map" data-zoom-in="{signed.replace("Map", "MapMap")}: {SPOKEN}ar{WORDS}سجل{SPOKEN_END}" '
        'lang="de" data-n="1">'
    )
    assert tell_script(f'["{said}", "{mark("undated", ENGLISH)}", "{said[:2]}"]', "en") == (
        f'["{signed}", "{SPOKEN}en{WORDS}undated{SPOKEN_END}", "M"]'
    )


def test_what_are_no_words_is_not_marked() -> None:
    """Numbers and signs are the same in any language."""
    assert [mark(text, LABEL) for text in ("", "1,204", ", ")] == ["", "1,204", ", "]
    assert mark("Map", "") == "Map"


def test_the_first_letter_is_changed_behind_a_mark() -> None:
    """As in front of none."""
    assert open_with("led by", str.upper) == "Led by"
    assert open_with(mark("led by", LABEL), str.upper) == mark("Led by", LABEL)


def test_a_region_makes_no_other_language() -> None:
    """Labels in English are those of a page in British English."""
    assert are_alike("en-GB", "EN")
    assert not are_alike("en", "es")
