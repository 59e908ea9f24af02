"""What is kept of a site says the same as the site itself."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from support.changing import ChangingSite, Fields

from dateline.linking.linker import link_content
from dateline.model.names import EntityId, Slug
from dateline.model.source import Options
from dateline.publishing.codec import pack, stamp
from dateline.publishing.engine import Engine
from dateline.publishing.keeping import (
    LostError,
    candidate_of,
    concerned,
    entity_record,
    fetch,
    fetch_text,
    records_of,
    stamps_of,
)
from dateline.publishing.kept import State
from dateline.publishing.memory import Memory
from dateline.publishing.segments import Pointer, SegmentReader, SegmentWriter
from dateline.publishing.site import inspect_from_disk
from dateline.publishing.wishes import Wish
from dateline.reading.articles import choose_published
from dateline.rendering.recording import record_all

TEXTS: dict[str, Fields] = {
    "articles/2020-01-02-two.md": {
        "title": "Two",
        "body": "Ana Gil wrote to Bob Paz.\n\nBob Paz was silent.",
        "events": [{"date": "2020-01", "title": "A letter", "text": "To Bob Paz.", "entities": ["eva"]}],
        "extra": {"a": [1, {"b": None}]},
    },
    "articles/2020-01-01-one.md": {"title": "One", "summary": "Of Ana Gil.", "order": 3},
    "people/ana.md": {"name": "Ana Gil", "summary": "A friend of Bob Paz.", "born": "1999~", "extra": [1, "x"]},
    "people/bob.md": {"name": "Bob Paz", "body": "By himself."},
    "people/eva.md": {"name": "Eva"},
    "pages/us.md": {"title": "Us", "body": "Ana Gil and Bob Paz.", "extra": True},
    "pages/about.md": {"title": "About"},
}


@pytest.fixture
def built(tmp_path: Path) -> tuple[Wish, State, Path]:
    """A site, what is kept of it, and the folder of segments."""
    site = ChangingSite(tmp_path, dict(TEXTS))
    site.write()
    wish, memory = Wish(site.content), Memory(tmp_path / "memory")
    Engine(wish, tmp_path / "site", memory).build(lambda *_: None)
    state = memory.recall()
    assert state is not None
    return wish, state, memory.folder


def test_records_are_those_of_the_site(built: tuple[Wish, State, Path]) -> None:
    """In the same order, also the parts that wait in segments; entities are without their own texts."""
    wish, state, folder = built
    made = inspect_from_disk(wish, lambda *_: None)
    expected = record_all(made.linked, made.content.settings)
    with SegmentReader(folder) as reader:
        kept, library = records_of(state, reader)
        assert kept.articles == expected.articles
        assert kept.pages == expected.pages
        for old, new in zip(expected.entities, kept.entities, strict=True):
            assert replace(old.entity, body=new.entity.body, summary=None) == new.entity
            assert (old.description, old.summary, old.body) == (new.description, new.summary, new.body)
        for article in expected.articles:
            assert library.text(article.slug) == expected.library.text(article.slug)
            for entity in concerned(article):
                mine, theirs = (each.quotation(article.slug, entity) for each in (library, expected.library))
                assert mine == theirs
    assert link_content(made.content)[0] == made.linked


def test_stamps_are_those_of_what_is_kept(built: tuple[Wish, State, Path]) -> None:
    """Each of its own value."""
    _, state, folder = built
    stamps = stamps_of(state)
    with SegmentReader(folder) as reader:
        records, library = records_of(state, reader)
        for article in records.articles:
            assert stamps.article(article.slug) == stamp(pack(article))
            assert stamps.text(article.slug) == stamp(pack(library.text(article.slug)))
            for entity in concerned(article):
                quotation = library.quotation(article.slug, entity)
                assert stamps.quotation(article.slug, entity) == stamp(pack(quotation))
    for kept in state.entities.values():
        assert stamps.entity(kept.entity.id) == stamp(pack(entity_record(kept)))
    assert stamps.page(Slug("us")) == stamp(pack(state.pages["pages/us.md"].record))


def test_everybody_that_is_named_or_listed_is_concerned(built: tuple[Wish, State, Path]) -> None:
    """In the order of their ids."""
    _, state, _ = built
    two, one = (state.articles[path].record for path in sorted(state.articles, reverse=True))
    assert concerned(two) == [EntityId(f"people/{name}") for name in ("ana", "bob", "eva")]
    assert concerned(one) == [EntityId("people/ana")]


def test_what_was_kept_decides_again_what_is_published(built: tuple[Wish, State, Path]) -> None:
    """As if the file had been read."""
    wish, state, _ = built
    made = inspect_from_disk(wish, lambda *_: None)
    today = made.content.articles[0].date.first_day
    assert today is not None
    candidates = [candidate_of(path, kept) for path, kept in state.articles.items()]
    assert [candidate.first_day for candidate in candidates] == [today, today + 1]
    options = Options(today=today_of(today), version="")
    assert choose_published(candidates, options, "content", "en").paths == {"articles/2020-01-01-one.md"}


def today_of(number: int) -> date:
    """Return the day of this number."""
    return date.fromordinal(number)


def test_what_is_lost_is_told(tmp_path: Path) -> None:
    """To whoever has to read it again."""
    with SegmentWriter(tmp_path) as writer:
        good, other = writer.append("ż\ud800".encode("utf-8", "surrogatepass")), writer.append(b"other")
    with SegmentReader(tmp_path) as reader:
        assert fetch_text(good, reader) == "ż\ud800"
        for lost in (good._replace(check=1), other._replace(length=6), Pointer(1, 0, 1, 1)):
            with pytest.raises(LostError):
                fetch(lost, reader)


def test_what_another_version_kept_is_lost(built: tuple[Wish, State, Path]) -> None:
    """Though it is as it was put there."""
    _, state, folder = built
    with SegmentWriter(folder) as writer:
        strange = writer.append(pack({"strange": 1}))
    articles = {path: replace(kept, text=strange, quotations=strange) for path, kept in state.articles.items()}
    with SegmentReader(folder) as reader:
        _, library = records_of(replace(state, articles=articles), reader)
        with pytest.raises(LostError):
            library.text(Slug("two"))
        with pytest.raises(LostError):
            library.quotation(Slug("two"), EntityId("people/ana"))
