"""A desk reads its share, hears which articles are published, and links those."""

from pathlib import Path

import pytest
from support.building import registry

from dateline.linking.linker import open_site
from dateline.model.entity import Registry
from dateline.model.problem import Code, DatelineError
from dateline.model.settings import Settings
from dateline.model.source import Sources
from dateline.publishing.codec import stamp
from dateline.publishing.desk import Batch, Desk, Orders, Share, Surroundings
from dateline.publishing.keeping import fetch_text
from dateline.publishing.segments import SegmentReader
from dateline.publishing.sources import FoundFile
from dateline.reading.markdown_links import Targets
from dateline.reading.references import References

NOWHERE = Targets({}, frozenset())


def open_desk(folder: Path, texts: dict[str, str], entities: Registry) -> Desk:
    """Return a desk with articles of these texts, and all entities."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    site = open_site(entities, Settings(), NOWHERE)
    around = Surroundings(Sources({}), Settings(), References.to(entities), site, folder / "memory")
    files = {f"articles/{name}": FoundFile(str(folder / name), 0, 0) for name in texts}
    return Desk(around, Share(files, tuple(entity.id for entity in entities.entities)))


def link(desk: Desk, *published: str, targets: Targets = NOWHERE) -> list[Batch]:
    """Hear, and link the articles of these names."""
    list(desk.hear())
    return list(desk.link(Orders(frozenset(f"articles/{name}" for name in published), targets)))


def test_every_article_is_heard(tmp_path: Path) -> None:
    """What decides whether it is published; also of one that no article can be made of."""
    texts = {"2020-01-01-a.md": "---\ntitle: A\ndraft: true\n---\n", "b.md": "---\ntitle: B\nslug: '!'\n---\n"}
    first, second = open_desk(tmp_path, texts, registry("")).hear()
    assert (first.path, first.is_draft, first.problems) == ("articles/2020-01-01-a.md", True, ())
    assert first.claim
    assert first.claim.slug == "a"
    assert {problem.code for problem in second.problems} >= {Code.SLUG_INVALID}


def test_only_published_articles_are_linked_and_all_entities(tmp_path: Path) -> None:
    """With the digests of their files, and their words where the segments have them."""
    texts = {"2020-01-01-a.md": "---\ntitle: A\n---\nAna Gil.\n", "2020-01-02-b.md": "---\ntitle: B\n---\nAna Gil.\n"}
    batches = link(open_desk(tmp_path, texts, registry("people/ana: Ana Gil")), "2020-01-01-a.md")
    (article,) = (article.kept for batch in batches for article in batch.articles)
    (entity,) = (entity.kept for batch in batches for entity in batch.entities)
    assert article.record.named == {"people/ana": 1}
    assert article.digest == stamp(texts["2020-01-01-a.md"].encode())
    assert entity.entity.id == "people/ana"
    with SegmentReader(tmp_path / "memory") as reader:
        assert fetch_text(article.trace.words, reader) == "A\nAna Gil."


def test_work_is_handed_over_in_batches(tmp_path: Path) -> None:
    """Twenty pieces at most, so that nobody waits for all."""
    texts = {f"2020-01-01-a{number}.md": "---\ntitle: A\n---\n" for number in range(101)}
    batches = link(open_desk(tmp_path, texts, registry("people/ana: Ana Gil")), *texts)
    assert [(len(batch.articles), len(batch.entities)) for batch in batches] == [*[(20, 0)] * 5, (1, 0), (0, 1)]


@pytest.mark.parametrize(
    ("text", "holds", "leans", "is_by_hand"),
    [
        ("Ana Gil.", True, False, False),
        ("[[ana]].", True, False, True),
        ("[[!nobody]].", True, False, True),
        ("[[nobody]].", False, True, True),
        ("[x](/people/ana/).", True, True, True),
        ("[x](/about/).", True, True, False),
        ("![x](a.png)", True, True, False),
        ("[x](gone.md)", False, True, False),
        ("[x](https://example.org/)", True, False, False),
    ],
)
def test_what_an_article_hangs_on_is_noted(
    tmp_path: Path, text: str, holds: bool, leans: bool, is_by_hand: bool
) -> None:
    """Faults that others may mend, files and pages, names that its author wrote by hand."""
    texts = {"2020-01-01-a.md": f"---\ntitle: A\n---\n{text}\n"}
    targets = Targets({}, frozenset({"articles/a.png"}))
    desk = open_desk(tmp_path, texts, registry("people/ana: Ana Gil"))
    (kept,) = (each.kept for batch in link(desk, *texts, targets=targets) for each in batch.articles)
    assert (kept.holds, kept.trace.leans, kept.trace.is_by_hand) == (holds, leans, is_by_hand)


def test_a_picture_in_the_header_is_leant_on(tmp_path: Path) -> None:
    """Another may come beside it."""
    desk = open_desk(tmp_path, {"2020-01-01-a.md": "---\ntitle: A\nimage: a.png\n---\n"}, registry(""))
    desk.around = Surroundings(
        Sources({}, frozenset({"a.png"})), Settings(), desk.around.references, desk.around.site, tmp_path / "memory"
    )
    (batch,) = link(desk, "2020-01-01-a.md")
    assert batch.articles[0].kept.trace.leans


def test_an_article_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """By the name of its file."""
    desk = open_desk(tmp_path, {"a.md": ""}, registry(""))
    (tmp_path / "a.md").unlink()
    with pytest.raises(DatelineError, match=r"cannot read '.*a.md'"):
        list(desk.hear())
