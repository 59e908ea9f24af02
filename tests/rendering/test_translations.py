"""Translations: pages of their own that lead to each other, and nothing else of the site knows them."""

import json
import re

from support.keyed import edition_of, keyed_pages
from support.site import render

FILES = {
    "site.toml": 'base_url = "https://example.org/"\n',
    "articles/2020-05-03-storm.md": "---\ntitle: Storm\nsources: [{publisher: The Post, title: The log}]\n"
    "events: [{date: 2020-05-02, title: The pier falls, status: alleged}]\nauthors: [Zoe]\n---\nAna Ruiz saw it.\n",
    "articles/2020-05-03-storm.es.md": "---\ntitle: Tormenta\n---\nAna Ruiz la vio.\n\n## 2020: Aviso {.event}\n",
    "articles/2020-05-03-storm.pt-BR.md": "---\ntitle: Tempestade\n---\nAna Ruiz viu.\n",
    "articles/2020-06-03-repair.md": "---\ntitle: Repair\n---\nAna Ruiz mends it.\n",
    "pages/about.md": "---\ntitle: About us\n---\nBy Ana Ruiz. © 2020\n",
    "pages/about.es.md": "---\ntitle: Quiénes somos\nredirects: [/nosotros/]\n---\nPor Ana Ruiz.\n",
    "pages/about.ar.md": "---\ntitle: من نحن\n---\n",
    "people/ana.md": "---\nname: Ana Ruiz\nnames: {es: Anita Ruiz}\n---\n",
}


def page(path: str) -> str:
    """Return a page of the site."""
    return keyed_pages(FILES)[f"{path}index.html"].html.decode()


def test_each_page_names_all() -> None:
    """Itself among them, for search engines."""
    base = "https://example.org/articles/storm/"
    links = [("en", base), ("es", f"{base}es/"), ("pt-BR", f"{base}pt-BR/"), ("x-default", base)]
    for path in ("articles/storm/", "articles/storm/es/", "articles/storm/pt-BR/"):
        found = re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', page(path))
        assert found == links
    assert "hreflang" not in page("articles/repair/")


def test_readers_can_switch() -> None:
    """Each language is named in itself."""
    switch = re.compile(r'<p class="translations">.*?</p>', re.DOTALL)
    shown = {
        path: re.sub(r"<[^>]*>", "", (switch.search(page(path)) or [""])[0])
        for path in ("articles/storm/", "articles/storm/es/")
    }
    assert shown == {
        "articles/storm/": "Also in: español, português",
        "articles/storm/es/": "Original: English También en: português",
    }


def test_a_translation_is_in_its_language() -> None:
    """Its text, its labels, its dates, the names of its entities."""
    html = page("articles/storm/es/")
    assert '<html lang="es" dir="ltr">' in html
    for words in ("Ana Ruiz</a> la vio.", "3 de mayo de 2020", "<dt>Publicado</dt>", "Anita Ruiz", "presuntamente"):
        assert words in html


def test_what_it_does_not_say_its_original_says() -> None:
    """Events, sources, authors; events are told in the language in which they are written."""
    html = page("articles/storm/es/")
    assert '<h3 class="entry-title" lang="en"><a href="../../../timeline/#storm.the-pier-falls">The pier falls' in html
    assert "The log, The Post." in html
    assert "Zoe" in html


def test_nothing_else_counts_it() -> None:
    """One event, one article, one line in each list."""
    edition = edition_of(FILES)
    assert [article.slug for article in edition.records.articles] == ["storm", "repair"]
    assert [article.slug for article in edition.records.translations] == ["storm/es", "storm/pt-BR"]
    for path in ("timeline/", "articles/", "people/ana/", ""):
        html = page(path)
        assert "Tormenta" not in html
        assert "storm/es" not in html


def test_machines_read_which_is_a_translation_of_which() -> None:
    """In the words of schema.org."""
    found = {}
    for path in ("articles/storm/", "articles/storm/es/"):
        (block,) = re.findall(r'<script type="application/ld\+json">(.*)</script>', page(path))
        (node,) = [each for each in json.loads(block)["@graph"] if each["@type"] == "Article"]
        found[path] = node
    base = "https://example.org/articles/storm/"
    assert found["articles/storm/"]["workTranslation"] == [
        {"@type": "Article", "@id": f"{base}es/", "inLanguage": "es"},
        {"@type": "Article", "@id": f"{base}pt-BR/", "inLanguage": "pt-BR"},
    ]
    assert found["articles/storm/es/"]["translationOfWork"] == {"@type": "Article", "@id": base, "inLanguage": "en"}
    assert found["articles/storm/es/"]["inLanguage"] == "es"


def test_pages_lead_to_each_other_too() -> None:
    """Each names all, in the language of each, with its direction."""
    base = "https://example.org/about/"
    links = [("en", base), ("ar", f"{base}ar/"), ("es", f"{base}es/"), ("x-default", base)]
    for path, opening in (
        ("about/", 'lang="en" dir="ltr"'),
        ("about/es/", 'lang="es" dir="ltr"'),
        ("about/ar/", 'lang="ar" dir="rtl"'),
    ):
        html = page(path)
        assert f"<html {opening}>" in html
        assert re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', html) == links
        assert f'<link rel="canonical" href="https://example.org/{path}">' in html
    assert '<a href="../../about/" hreflang="en" lang="en">English</a>' in page("about/es/")
    assert '<a href="../about/es/" hreflang="es" lang="es">español</a>' in page("about/")


def test_the_foot_leads_to_the_page_in_the_language_of_the_reader() -> None:
    """Where there is one, and else to the original."""
    foots = {path: page(path).partition("<footer")[2] for path in ("", "articles/storm/es/", "articles/storm/pt-BR/")}
    assert '<a href="./about/">About us</a>' in foots[""]
    assert '<a href="../../../about/es/">Quiénes somos</a>' in foots["articles/storm/es/"]
    assert '<a href="../../../about/"><span lang="en">About us</span></a>' in foots["articles/storm/pt-BR/"]
    assert "about/ar" not in "".join(foots.values())


def test_old_addresses_lead_to_a_translation() -> None:
    """A translated page may have had another address."""
    assert "about/es/" in page("nosotros/")


def test_machines_read_which_page_is_a_translation_of_which() -> None:
    """As of articles."""
    (block,) = re.findall(r'<script type="application/ld\+json">(.*)</script>', page("about/es/"))
    (node,) = json.loads(block)["@graph"]
    base = "https://example.org/about/"
    assert node["translationOfWork"] == {"@type": "WebPage", "@id": base, "inLanguage": "en"}
    assert node["inLanguage"] == "es"


def test_labels_that_nobody_has_translated_are_said_to_be_in_their_own_language() -> None:
    """On a site in Arabic, English; on one in British English or in Spanish nothing is said."""
    files = {"articles/2019-05-01-t.md": "---\ntitle: T\n---\nText.\n"}
    pages = {
        language: render({**files, "site.toml": f'title = "S"\nlanguage = "{language}"\n'}).page(
            "articles/t/index.html"
        )
        for language in ("ar", "en-GB", "es")
    }
    for label in ("Skip to the text", "Cite", "Timeline", "Search", "Published"):
        assert f'><span lang="en">{label}</span></' in pages["ar"]
    for language in ("en-GB", "es"):
        assert f'<html lang="{language}"' in pages[language]
        assert pages[language].count(' lang="') == 1
