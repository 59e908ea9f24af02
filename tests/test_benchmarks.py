"""What the benchmarks measure is what they say: the corpus, the edits to it, and the arithmetic of the figures."""

import re
import signal
import sys
import unicodedata
from collections import Counter
from collections.abc import Mapping
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.site import OPTIONS, Site, render

from benchmarks.chronicle import KINDS, Chronicle, Size
from benchmarks.corpus import dateline_article, dateline_entities, hugo_article, write_corpus
from benchmarks.edits import alias, editing
from benchmarks.figures import FIGURES, Run, case_head, case_rows, count_files, exponent, growth_table
from benchmarks.live import Article, is_reload, tell_saves
from benchmarks.watched import Taken, run_watched
from dateline.linking.linker import link_content
from dateline.model.problem import Severity
from dateline.model.source import Sources
from dateline.reading.content import read_content

SMALL = Size(articles=20, entities=40)

sizes = st.builds(
    Size,
    articles=st.integers(1, 12),
    entities=st.integers(1, 40),
    words=st.integers(1, 300),
    mentions=st.integers(1, 20),
    events=st.floats(0, 1),
    seed=st.integers(0, 1000),
)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path in it."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def content_files(size: Size) -> dict[str, str]:
    """Return the content folder of a corpus."""
    made = Chronicle(size)
    files = dateline_entities(made.entities)
    for article in made.articles():
        files |= dateline_article(article)
    return {path.removeprefix("content/"): text for path, text in files.items()}


def content_on_disk(corpus: Path) -> Site:
    """Render what stands in a corpus now."""
    return render({path: data.decode() for path, data in tree(corpus / "dateline" / "content").items()})


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A small corpus on the disk."""
    write_corpus(tmp_path / "corpus", SMALL)
    return tmp_path / "corpus"


def test_one_seed_gives_one_corpus(corpus: Path, tmp_path: Path) -> None:
    """Byte for byte, in both layouts; another seed gives another."""
    write_corpus(tmp_path / "again", SMALL)
    assert tree(tmp_path / "again") == tree(corpus)
    other = Size(SMALL.articles, SMALL.entities, seed=2)
    assert content_files(other) != content_files(SMALL)


def test_a_corpus_is_used_again_and_another_one_is_left_alone(corpus: Path) -> None:
    """What is there is what was asked for, or nothing is written."""
    before = tree(corpus)
    write_corpus(corpus, SMALL)
    with pytest.raises(FileExistsError, match="holds another corpus"):
        write_corpus(corpus, Size(articles=21, entities=40))
    assert tree(corpus) == before


def test_a_corpus_builds_without_problems(corpus: Path) -> None:
    """Notices aside; every article and entity has its page."""
    site = content_on_disk(corpus)
    assert [str(problem) for problem in site.problems if problem.severity is not Severity.NOTICE] == []
    pages = [re.match(r"(articles|people|groups|places)/[^/]+/index\.html$", path) for path in site.outputs]
    assert sum(1 for page in pages if page) == SMALL.articles + SMALL.entities


@settings(max_examples=30)
@given(sizes)
def test_a_corpus_has_the_size_that_was_asked_for(size: Size) -> None:
    """So many articles and entities, in the order of their days, each with about so many words."""
    made = Chronicle(size)
    articles = list(made.articles())
    assert (len(articles), len(made.entities)) == (size.articles, size.entities)
    assert [article.day for article in articles] == sorted(article.day for article in articles)
    for article in articles:
        least, most = 0.8 * size.words - 1.2 * size.mentions, 1.2 * size.words + 6 * 1.2 * size.mentions + 60
        assert least - 2 <= len(article.body.split()) <= most


@settings(max_examples=30)
@given(sizes)
def test_names_are_told_apart(size: Size) -> None:
    """No two entities share a slug or an alias; slugs need no diacritics."""
    entities = Chronicle(size).entities
    names = [name for entity in entities for name in (entity.name, *entity.aliases)]
    assert len(set(names)) == len(names)
    assert len({entity.slug for entity in entities}) == len(entities)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", entity.slug) for entity in entities)
    assert {entity.kind for entity in entities} <= set(KINDS)


@settings(max_examples=30)
@given(sizes)
def test_every_entity_of_an_article_is_named_in_full(size: Size) -> None:
    """Once at least, in its text; so Hugo's lists of entities are what Dateline finds."""
    for article in Chronicle(size).articles():
        missing = [entity.name for entity in article.entities if entity.name not in article.body.replace("\n", " ")]
        assert missing == []


def test_entities_are_named_by_name_alias_and_surname() -> None:
    """About as often as was asked for; some have diacritics; a few entities have most of the mentions."""
    made = Chronicle(Size(articles=200, entities=100))
    texts = [article.body for article in made.articles()]
    words = " ".join(texts)
    assert any(entity.aliases and entity.aliases[0] in words for entity in made.entities)
    assert any(re.search(rf"(?<!\w ){entity.surname}", words) for entity in made.entities if entity.surname)
    assert any(not unicodedata.is_normalized("NFD", entity.name) for entity in made.entities)
    counts = [sum(entity.name in text for text in texts) for entity in made.entities]
    assert sum(counts[:10]) > 3 * sum(counts[-10:])
    named = sum(text.count(entity.surname or entity.name) for text in texts for entity in made.entities)
    assert named / len(texts) > 10


def test_an_article_is_the_same_in_both_layouts() -> None:
    """But for its header; with the events that its header tells."""
    for article in Chronicle(Size(articles=30, entities=40, events=1)).articles():
        (ours,), (theirs,) = dateline_article(article).values(), hugo_article(article).values()
        assert ours.rpartition("---\n")[2] == theirs.rpartition("---\n")[2] == article.body
        assert all(event.title in ours and event.title in theirs for event in article.events)
        assert article.events


def test_events_are_read_as_events() -> None:
    """By Dateline, as many as were made."""
    size = Size(articles=30, entities=40, events=0.5)
    files = {path: text.encode() for path, text in content_files(size).items()}
    content, _ = read_content(Sources(files), OPTIONS)
    made = [len(article.events) for article in Chronicle(size).articles()]
    assert sum(len(article.events) for article in content.articles) == sum(made) > 0


def test_an_edit_is_undone(corpus: Path) -> None:
    """Every file is as it was, after edits of all kinds to both layouts."""
    before = tree(corpus)
    with editing(corpus) as edits:
        edits.edit_words(0)
        edits.repeat_name(0)
        edits.edit_article(0)
        edits.plant_alias(1)
        edits.add_alias(1)
        changed = {path for path, data in tree(corpus).items() if data != before[path]}
    assert tree(corpus) == before
    assert len([path for path in changed if path.startswith("hugo/")]) == SMALL.articles
    assert len([path for path in changed if path.startswith("dateline/")]) == SMALL.articles + 1


def test_edits_are_undone_where_the_program_is_told_to_stop(corpus: Path) -> None:
    """A benchmark that is ended in the middle leaves the corpus as it was."""
    before, told = tree(corpus), signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit):
        edit_until_told_to_stop(corpus)
    assert tree(corpus) == before
    assert signal.getsignal(signal.SIGTERM) == told


def edit_until_told_to_stop(corpus: Path) -> None:
    """Edit an article, and be ended by the system."""
    with editing(corpus) as edits:
        edits.edit_article(0)
        signal.raise_signal(signal.SIGTERM)


def test_edited_words_name_nobody(corpus: Path) -> None:
    """One article has others, in both layouts, and every name is where it was but for that."""
    before = tree(corpus)
    names = mentions_in(corpus)
    with editing(corpus) as edits:
        edits.edit_words(0)
        changed = sorted(path for path, data in tree(corpus).items() if data != before[path])
        assert mentions_in(corpus) == names
    assert [path.partition("/")[0] for path in changed] == ["dateline", "hugo"]


def test_who_is_named_again_was_named_before(corpus: Path) -> None:
    """So that nobody comes to be named in an article, and one name stands once more in it."""
    names = mentions_in(corpus)
    with editing(corpus) as edits:
        edits.repeat_name(1)
        more = Counter(mentions_in(corpus)) - Counter(names)
    assert more.total() == 1
    assert more.keys() <= {*names}


def test_an_alias_that_is_added_is_found_in_twenty_articles(corpus: Path) -> None:
    """And in none before it was added."""
    with editing(corpus) as edits:
        edits.plant_alias(3)
        assert articles_naming(alias(3), corpus) == 0
        edits.add_alias(3)
        assert articles_naming(alias(3), corpus) == 20


def articles_naming(name: str, corpus: Path) -> int:
    """Count the articles in which a name means an entity."""
    return len({path for path, surface in mentions_in(corpus) if surface == name})


def mentions_in(corpus: Path) -> list[tuple[str, str]]:
    """Return the names that mean an entity, each with the file in which it stands, in order."""
    content, _ = read_content(Sources(tree(corpus / "dateline" / "content")), OPTIONS)
    linked, _ = link_content(content)
    return [(mention.path, mention.surface) for mention in linked.mentions() if mention.means]


@given(
    power=st.floats(0, 3),
    factor=st.floats(0.001, 1000),
    articles=st.lists(st.integers(1, 10**6), min_size=2, max_size=5, unique=True),
)
def test_the_exponent_of_a_power_is_found(power: float, factor: float, articles: list[int]) -> None:
    """Whatever the sizes are at which it was measured."""
    assert isclose(exponent({size: factor * size**power for size in articles}), power, abs_tol=1e-3)


def runs(*walls: float) -> Mapping[str, list[Run]]:
    """Return runs of two programs, the second one taking twice as long."""
    return {
        "Dateline": [Run(Taken(wall, 1, 2**20, 1), 10, 2**21) for wall in walls],
        "Hugo": [Run(Taken(2 * wall, 1, 2**20, 1), 10, 2**21) for wall in walls],
    }


def test_a_row_has_medians_and_their_ratio() -> None:
    """With the least and the most in parentheses, where the runs differ."""
    assert [*case_head(("Dateline", "Hugo")), *case_rows(1000, "cold", runs(1, 4, 2), FIGURES[:2])] == [
        "| articles | case | figure | Dateline | Hugo | ratio |",
        "|---|---|---|---|---|---|",
        "| 1,000 | cold | wall, s | 2.00 (1.00–4.00) | 4.00 (2.00–8.00) | 0.50 |",
        "| 1,000 | cold | processor, s | 1.00 | 1.00 | 1.00 |",
    ]


def test_growth_is_told_for_each_program() -> None:
    """As an exponent, and as what the most articles take against the fewest."""
    lines = growth_table({"cold": {1000: runs(1), 10000: runs(100)}})
    assert lines[0] == "| case | figure | program | exponent | 10,000 against 1,000 articles |"
    assert lines[2:4] == [
        "| cold | wall, s | Dateline | 2.00 | 100.0 × |",
        "| cold | wall, s | Hugo | 2.00 | 100.0 × |",
    ]


def test_files_are_counted_at_any_depth(tmp_path: Path) -> None:
    """With their bytes."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "one").write_bytes(b"123")
    (tmp_path / "a" / "b" / "two").write_bytes(b"45")
    assert count_files(tmp_path) == (2, 5)


def test_the_memory_of_a_run_is_that_of_its_processes(tmp_path: Path) -> None:
    """A child's too; what it prints does not disturb."""
    child = "held = bytearray(2**26); held[::4096] = b'1' * len(held[::4096]); print('noise')"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
    taken = run_watched([sys.executable, "-c", parent], tmp_path)
    assert taken.memory > 2**26
    assert taken.processor > 0


def test_a_run_that_fails_is_told(tmp_path: Path) -> None:
    """With its complaint."""
    with pytest.raises(SystemExit, match="no such luck"):
        run_watched([sys.executable, "-c", "raise SystemExit('no such luck')"], tmp_path)


@pytest.mark.parametrize(
    ("message", "reloads"),
    [
        ('{"command": "reload", "path": "*", "liveCSS": true}', True),
        (b'{"command":"reload"}', True),
        ('{"command": "hello", "serverName": "reload"}', False),
    ],
)
def test_a_message_to_reload_is_known(message: str | bytes, *, reloads: bool) -> None:
    """From one that only greets."""
    assert is_reload(message) is reloads


def test_saves_are_told_in_a_line() -> None:
    """A save that was never answered is no time, and is told."""
    told = "single saves: 4, save to message: median 20 ms, worst 30 ms, without a message 1"
    assert tell_saves([0.01, 0.03, None, 0.02]) == told
    assert tell_saves([None]) == "single saves: 1, none with a message to reload"


def test_each_save_has_a_word_of_its_own(tmp_path: Path) -> None:
    """Which the text holds, with its header as it was; in the end all is as before, and no file is left over."""
    file = tmp_path / "a.md"
    text = "---\ntitle: A storm\n---\nRain fell.\n"
    file.write_text(text, encoding="utf-8")
    article = Article(file)
    for _ in range(3):
        assert f"---\ntitle: A storm\n---\nThe {article.save()} came first.\n\nRain fell.\n" == file.read_text("utf-8")
    article.restore()
    assert tree(tmp_path) == {"a.md": text.encode()}
