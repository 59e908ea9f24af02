"""Works are told from each other, and what rests on them is counted."""

import pytest
from support.keyed import edition_of

from dateline.indexes.records import ArticleRecord, CitationRecord
from dateline.indexes.sources import bibliography, cited_files, collect_works, rests_on_one, work_of
from dateline.model.names import Slug


def records(**headers: str) -> tuple[ArticleRecord, ...]:
    """Return the records of articles with these headers, by their slugs."""
    files = {f"articles/2020-01-01-{slug}.md": f"---\ntitle: {slug}\n{text}\n---\n" for slug, text in headers.items()}
    return edition_of(files, others=frozenset({"a.pdf", "b.pdf"})).records.articles


SPOKEN = CitationRecord(title="T", authors=("A",), date="2020")
WHOLE = CitationRecord(title="T", publisher="P", date="2020")


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (CitationRecord(url="https://a.example/"), CitationRecord(title="T", url="https://a.example/"), True),
        (CitationRecord(url="https://a.example/"), CitationRecord(url="https://b.example/"), False),
        (CitationRecord(file="a.pdf", title="T"), CitationRecord(file="a.pdf"), True),
        (WHOLE, CitationRecord(title="t", publisher="p", date="2020", authors=("A",), note="N"), True),
        (WHOLE, CitationRecord(title="T", publisher="P", date="2021"), False),
        (SPOKEN, SPOKEN, True),
        (CitationRecord(title="T", date="2020"), CitationRecord(title="T", date="2020"), False),
        (CitationRecord(title="T", publisher="P"), CitationRecord(title="T", publisher="P"), False),
    ],
)  # fmt: skip
def test_a_work_is_known_by_its_address_or_by_three_words(
    one: CitationRecord, other: CitationRecord, is_same: bool
) -> None:
    """In two articles; what is not surely one is two."""
    assert (work_of(one, Slug("a")) == work_of(other, Slug("b"))) == is_same


def test_one_article_may_cite_a_work_twice() -> None:
    """It is listed once, and what its events alone name comes after its own."""
    (article,) = records(
        a="sources: [A letter, {title: T, pages: 2}]\n"
        "events: [{date: 2020, title: E, sources: [2, A photograph, {title: T, pages: 9}]}]"
    )
    assert [citation.title for citation in bibliography(article)] == ["A letter", "T", "A photograph"]


@pytest.mark.parametrize(
    ("sources", "own", "is_one"),
    [
        ("[]", "[]", False),
        ("[A]", "[]", True),
        ("[A, B]", "[]", False),
        ("[A, B]", "[A]", True),
        ("[A]", "[{publisher: P, title: T}, {publisher: p, title: U}]", True),
        ("[]", "[{publisher: P}, {publisher: Q}]", False),
        ("[]", "[{authors: [X], title: T}, {authors: [X], title: U}]", True),
        ("[]", "[{authors: [X], publisher: P}, {authors: [X], publisher: Q}]", False),
    ],
)
def test_one_source_is_one_publisher_or_one_author(sources: str, own: str, is_one: bool) -> None:
    """Of the event's own sources, or where it has none of those of its article."""
    (article,) = records(a=f"sources: {sources}\nevents: [{{date: 2020, title: E, sources: {own}}}]")
    assert rests_on_one(article.events[0], article) is is_one


def test_works_are_listed_by_publisher_and_date_and_counted() -> None:
    """Those of nobody last; an event counts for what it names, else for what its article names."""
    works = collect_works(
        records(
            a="sources: [{publisher: Zeta, title: New, date: 2021}, {publisher: Zeta, title: Old, date: 2019}, Own]\n"
            "events:\n- {date: 2020, title: E}\n- {date: 2020, title: F, sources: 2}",
            b="sources: [{publisher: Zeta, title: Old, date: 2019, note: N, archive: 'https://a.example/'}, "
            "{publisher: Émile}]",
        )
    )
    assert [(work.citation.publisher, work.citation.title) for work in works] == [
        ("Émile", ""),
        ("Zeta", "Old"),
        ("Zeta", "New"),
        ("", "Own"),
    ]
    old = works[1]
    assert ([use.article.slug for use in old.uses], old.events, old.alone) == (["a", "b"], 2, 1)
    assert [[event.title for event in use.events] for use in old.uses] == [["F"], []]
    assert (old.citation.archive, old.citation.note) == ("https://a.example/", "")


def test_files_that_are_cited() -> None:
    """By articles and by events."""
    found = records(
        a="sources: [{file: a.pdf}]\nevents: [{date: 2020, title: E, sources: [{file: b.pdf}]}]", b="tags: [c]"
    )
    assert cited_files(found) == {"a.pdf", "b.pdf"}
