"""Translations: which file is one of which article or page, and what must agree."""

import pytest
from support.site import OPTIONS

from dateline.model.source import Options, Sources
from dateline.reading.content import read_content
from dateline.reading.translations import split_language

ORIGINAL = (
    "---\ntitle: Storm\ndate: 2020-05-03\nevents: [{date: 2020-05-02, title: The pier falls}]\n---\nIt stormed.\n"
)
LATER = ORIGINAL.replace("date: 2020-05-03", "date: 2999")
TRANSLATION = "---\ntitle: Tormenta\n---\nHubo tormenta.\n"


def read(files: dict[str, str], options: Options = OPTIONS) -> tuple[list[str], list[str]]:
    """Return the slugs of what is published, and the problems in words."""
    sources = Sources({path: text.encode() for path, text in files.items()}, content_folder="content")
    content, problems = read_content(sources, options)
    return [article.slug for article in content.articles], [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("path", "base", "language"),
    [
        ("articles/2020-05-03-storm.es.md", "articles/2020-05-03-storm.md", "es"),
        ("articles/storm.pt-BR.markdown", "articles/storm.markdown", "pt-BR"),
        ("articles/storm/index.es.md", "articles/storm/index.md", "es"),
        ("articles/2020.05.03.md", "articles/2020.05.03.md", ""),
        ("articles/mr.smith.md", "articles/mr.smith.md", ""),
        ("articles/storm.md", "articles/storm.md", ""),
    ],
)
def test_the_language_stands_before_the_ending(path: str, base: str, language: str) -> None:
    """A tag of two or three letters, perhaps with a region."""
    assert split_language(path) == (base, language)


@pytest.mark.parametrize(
    ("files", "slugs"),
    [
        ({"articles/2020-05-03-a.md": ORIGINAL, "articles/2020-05-03-a.es.md": TRANSLATION}, ["a", "a/es"]),
        ({"articles/2020-05-02-a.md": ORIGINAL, "articles/2020-05-02-a.es.md": TRANSLATION}, ["a", "a/es"]),
        ({"articles/storm.md": ORIGINAL, "articles/storm.es.markdown": TRANSLATION}, ["storm", "storm/es"]),
        ({"articles/storm/index.md": ORIGINAL, "articles/storm/index.es.md": TRANSLATION}, ["storm", "storm/es"]),
        ({"storm.md": ORIGINAL, "storm.es.md": TRANSLATION}, ["storm", "storm/es"]),
        ({"articles/a.md": ORIGINAL, "articles/a.es.md": TRANSLATION.replace("---\nH", "draft: true\n---\nH")}, ["a"]),
        ({"articles/a.md": LATER, "articles/a.es.md": TRANSLATION, "articles/b.md": ORIGINAL}, ["b"]),
    ],
)  # fmt: skip
def test_a_translation_is_published_with_its_original(files: dict[str, str], slugs: list[str]) -> None:
    """It needs no date, and has no events of its own."""
    published, problems = read(files)
    assert (sorted(published), problems) == (slugs, [])


@pytest.mark.parametrize(
    ("name", "header", "problem"),
    [
        (
            "b.es.md",
            "",
            (
                "content/articles/b.es.md: translation-alone: this is a translation by its name, and there is no "
                "article 'b.md' beside it; write b.md, or take the language out of the file's name and write lang: "
                "in its header"
            ),
        ),
        (
            "a.es.md",
            "date: 2020-05-04\n",
            (
                "content/articles/a.es.md: translation-differs: the date is not that of content/articles/a.md; "
                "write date: 2020-05-03, or leave it out"
            ),
        ),
        (
            "2020-05-03-a.es.md",
            "date: 2020\n",
            (
                "content/articles/2020-05-03-a.es.md: translation-differs: the date is not that of "
                "content/articles/2020-05-03-a.md; write date: 2020-05-03, or leave it out"
            ),
        ),
        (
            "a.es.md",
            "slug: tormenta\n",
            (
                "content/articles/a.es.md:3:7: translation-differs: the slug is not that of content/articles/a.md; "
                "write slug: a"
            ),
        ),
        (
            "a.en.md",
            "",
            (
                "content/articles/a.en.md: translation-differs: content/articles/a.md is in 'en' itself; "
                "name the file by another language"
            ),
        ),
        (
            "a.es.md",
            "lang: pt\n",
            (
                "content/articles/a.es.md:3:7: translation-differs: the language is 'es' by the file's name, "
                "and 'pt' here; take out lang:, or rename the file"
            ),
        ),
        (
            "a.es.md",
            "events: [{date: 2020, title: X}]\n",
            (
                "content/articles/a.es.md:3:9: translation-key: a translation takes its events from its original; "
                "'events' is left out; take out events:"
            ),
        ),
        (
            "a.spanish.md",
            "date: 2020-05-03\n",
            (
                "content/articles/a.spanish.md: translation-suffix: 'spanish' is no language tag, and so this is an "
                "article of its own; name a translation by a tag such as en, es or pt-BR: a.es.md"
            ),
        ),
    ],
)
def test_what_does_not_agree_is_told(name: str, header: str, problem: str) -> None:
    """With a remedy."""
    text = f"---\ntitle: Tormenta\n{header}---\nHubo tormenta.\n"
    original = "2020-05-03-a.md" if name.startswith("2020") else "a.md"
    assert read({f"articles/{original}": ORIGINAL, f"articles/{name}": text})[1] == [problem]


def test_a_site_in_another_language_may_be_translated_into_english() -> None:
    """The language of an article that says none is that of the site."""
    files = {"site.toml": 'language = "es"\n', "articles/a.md": ORIGINAL, "articles/a.en.md": TRANSLATION}
    published, problems = read(files)
    assert (sorted(published), problems) == (["a", "a/en"], [])


def read_pages_of(files: dict[str, str]) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the slugs and languages of the pages, and the problems in words."""
    sources = {"articles/a.md": ORIGINAL, **files}
    content, problems = read_content(
        Sources({path: text.encode() for path, text in sources.items()}, content_folder="content"), OPTIONS
    )
    return [(page.slug, page.language) for page in content.pages], [str(problem) for problem in problems]


def test_pages_are_translated_in_the_same_way() -> None:
    """By the name of the file; a page may be in another language than the site without being a translation."""
    files = {
        "pages/about.md": "# About\n",
        "pages/about.es.md": "# Acerca de\n",
        "pages/help/index.md": "# Help\n",
        "pages/help/index.ar.md": "# مساعدة\n",
        "pages/nota.md": "---\ntitle: Nota\nlang: es\n---\n",
    }
    pages, problems = read_pages_of(files)
    assert pages == [("about", ""), ("about/es", "es"), ("help", ""), ("help/ar", "ar"), ("nota", "es")]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "header", "problem"),
    [
        (
            "us.es.md",
            "",
            (
                "content/pages/us.es.md: translation-alone: this is a translation by its name, and there is no page "
                "'us.md' beside it; write us.md, or take the language out of the file's name and write lang: in its "
                "header"
            ),
        ),
        (
            "about.es.md",
            "slug: acerca\n",
            (
                "content/pages/about.es.md:3:7: translation-differs: the slug is not that of content/pages/about.md; "
                "write slug: about"
            ),
        ),
        (
            "about.en.md",
            "",
            (
                "content/pages/about.en.md: translation-differs: content/pages/about.md is in 'en' itself; "
                "name the file by another language"
            ),
        ),
        (
            "about.es.md",
            "lang: pt\n",
            (
                "content/pages/about.es.md:3:7: translation-differs: the language is 'es' by the file's name, "
                "and 'pt' here; take out lang:, or rename the file"
            ),
        ),
        (
            "about.spanish.md",
            "",
            (
                "content/pages/about.spanish.md: translation-suffix: 'spanish' is no language tag, and so this is a "
                "page of its own; name a translation by a tag such as en, es or pt-BR: about.es.md"
            ),
        ),
    ],
)
def test_what_does_not_agree_with_a_page_is_told(name: str, header: str, problem: str) -> None:
    """In the same words as with articles."""
    text = f"---\ntitle: Acerca de\n{header}---\nTexto.\n"
    assert read_pages_of({"pages/about.md": "# About\n", f"pages/{name}": text})[1] == [problem]
