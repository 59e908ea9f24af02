"""What articles and events rest on is read, whole or by reference."""

from datetime import date

import pytest

from dateline.model.article import Article
from dateline.model.citation import Citation
from dateline.model.problem import Severity
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content

FILES = frozenset({"papers/a b.pdf", "articles/c.pdf"})


def read(header: str) -> Article:
    """Return an article with this header, in which nothing is wrong."""
    texts = {"articles/2020-01-01-a.md": f"---\ntitle: A\n{header}---\n".encode()}
    content, problems = read_content(Sources(texts, FILES), Options(date(2026, 1, 1), "0"))
    assert [str(p) for p in problems if p.severity is not Severity.NOTICE] == []
    (article,) = content.articles
    return article


def test_every_key_is_read() -> None:
    """Each key of a citation can be set."""
    (source,) = read(
        "sources:\n- {id: ap-2020, title: T, publisher: AP, authors: [A, B], date: 2020-07, url: 'https://a.example/',\n"
        "  archive: 'https://b.example/', archived: 2020-08, accessed: 2021, pages: 12-14, at: '00:03:15',\n"
        "  language: es, note: N, file: /papers/a b.pdf, publish: no}\n"
    ).sources
    assert (source.id, source.title, source.publisher, source.authors) == ("ap-2020", "T", "AP", ("A", "B"))
    assert (str(source.date), str(source.archived), str(source.accessed)) == ("2020-07", "2020-08", "2021")
    assert (source.url, source.archive) == ("https://a.example/", "https://b.example/")
    assert (source.pages, source.at, source.language, source.note) == ("12-14", "00:03:15", "es", "N")
    assert (source.file, source.is_published) == ("papers/a b.pdf", False)


def test_a_file_is_published_unless_the_author_keeps_it() -> None:
    """And it is looked for beside the article first."""
    assert read("sources: {file: c.pdf}\n").sources == (Citation(file="articles/c.pdf", is_published=True),)


@pytest.mark.parametrize(
    ("archive", "day"),
    [
        ("https://web.archive.org/web/20200719120000/https://a.example/", "2020-07-19"),
        ("http://web.archive.org/web/20200719120000if_/https://a.example/", "2020-07-19"),
        ("https://web.archive.org/web/2020/https://a.example/", None),
        ("https://web.archive.org/web/20209919120000/https://a.example/", None),
        ("https://archive.example/web/20200719120000/https://a.example/", None),
    ],
)
def test_an_address_of_the_wayback_machine_tells_its_day(archive: str, day: str | None) -> None:
    """Where it holds all fourteen digits, and they are a day."""
    (source,) = read(f"sources: {{archive: '{archive}'}}\n").sources
    assert (source.archived.edtf if source.archived else None) == day


def test_what_the_header_says_of_an_archived_copy_goes_first() -> None:
    """A month that holds the day is no contradiction."""
    header = "sources: {archive: 'https://web.archive.org/web/20200719120000/https://a.example/', archived: 2020-07}\n"
    assert str(read(header).sources[0].archived) == "2020-07"


def test_events_refer_to_sources_by_id_and_number() -> None:
    """Or name their own; a reference may say where in the source."""
    article = read(
        "sources:\n- {id: ap, title: T, pages: 3}\n- {title: U}\nevents:\n"
        "- {date: 2020, title: E, sources: [ap, 2, A letter, 'https://c.example/', Reuters]}\n"
        "- {date: 2021, title: F, source: {id: ap, pages: 12, note: below}}\n"
        "- {date: 2022, title: G, sources: {id: ap, at: '1:02'}}\n"
        "- {date: 2023, title: H}\n"
    )
    first, second = article.sources
    letter, address, word = Citation(title="A letter"), Citation(url="https://c.example/"), Citation(title="Reuters")
    assert article.events[0].sources == (first, second, letter, address, word)
    (elsewhere,) = article.events[1].sources
    assert (elsewhere.title, elsewhere.pages, elsewhere.note) == ("T", "12", "below")
    (moment,) = article.events[2].sources
    assert (moment.pages, moment.at) == ("3", "1:02")
    assert article.events[3].sources == ()


def test_an_article_does_not_refer_to_itself() -> None:
    """In its own list a number is a title."""
    assert read("sources: [A, '1']\n").sources == (Citation(title="A"), Citation(title="1"))


def test_all_citations_of_an_article() -> None:
    """Its own, then those of its events."""
    article = read("sources: [A]\nevents: {date: 2020, title: E, sources: [B, A]}\n")
    assert [citation.title for citation in article.citations()] == ["A", "B", "A"]
