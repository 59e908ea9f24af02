"""An engine does again only what has to be done again, and lets nothing stop a build that only costs memory."""

import hashlib
import os
import sys
from pathlib import Path

import pytest
from support.bench import ARTICLES, ONE, TEXTS, THREE, TWO, Bench, open_bench
from support.changing import expect, files_in

from dateline.model.problem import Code, DatelineError
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine
from dateline.publishing.memory import Memory
from dateline.publishing.wishes import Wish


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A site that was built once."""
    bench = open_bench(tmp_path)
    bench.build()
    return bench


def test_where_nothing_changed_nothing_is_done(bench: Bench) -> None:
    """Neither by this engine nor by the next one."""
    assert bench.linked_again() == set()
    assert bench.written() == set()
    again = Bench(bench.site, Engine(bench.engine.wish, bench.engine.output, bench.engine.memory))
    assert again.written() == set()
    assert again.pointers() == bench.pointers()


def test_a_word_in_an_article_is_on_its_own_page(bench: Bench) -> None:
    """And in the feeds; nothing else is linked or written."""
    bench.site.texts[TWO]["body"] = "Nobody spoke. The Boss is silent."
    assert bench.written() == {"articles/two/index.html", "feed.json", "feed.xml"}
    bench.site.texts[TWO]["body"] = "Nobody knew. The Boss is silent."
    assert bench.linked_again() == {TWO}
    assert bench.is_right()


def test_a_sentence_about_somebody_is_in_the_dossier_too(bench: Bench) -> None:
    """Of those whom it names."""
    bench.site.texts[ONE]["body"] = "Ana Gil wrote to Bob Paz today."
    assert {"people/ana/index.html", "people/bob/index.html"} < bench.written()
    assert bench.is_right()


def test_a_cited_file_is_copied_and_digested(bench: Bench) -> None:
    """A page that shows its digest follows it; one that is not published is digested all the same."""
    bench.site.others |= {"papers/a.pdf": b"one", "papers/b.pdf": b"two"}
    bench.site.texts[ONE]["sources"] = [{"title": "A", "file": "/papers/a.pdf"}]
    bench.site.texts[TWO]["events"] = [
        {"date": "2020", "title": "E", "sources": [{"title": "B", "file": "/papers/b.pdf", "publish": False}]}
    ]
    bench.build()
    files = files_in(bench.engine.output)
    assert (files["media/papers/a.pdf"], "media/papers/b.pdf" in files) == (b"one", False)
    assert hashlib.sha256(b"one").hexdigest() in files["articles/one/index.html"].decode()
    assert hashlib.sha256(b"two").hexdigest() in files["articles/two/index.html"].decode()
    assert bench.is_right()
    bench.site.others["papers/b.pdf"] = b"owt"
    written = bench.written()
    assert {"articles/two/index.html", "sources/index.html"} <= written
    assert "articles/one/index.html" not in written
    assert hashlib.sha256(b"owt").hexdigest() in files_in(bench.engine.output)["articles/two/index.html"].decode()
    assert bench.is_right()
    del bench.site.others["papers/a.pdf"]
    bench.site.write()
    assert Code.LINK_DEAD in [problem.code for problem in bench.engine.build(lambda *_: None).problems]


def test_a_correction_marks_what_is_taken_from_its_article(bench: Bench) -> None:
    """The first one is told at the foot of every page; a later one where it stands, and where its article is shown."""
    bench.site.texts[ONE]["corrections"] = [{"date": "2020-02-03", "note": "It was Bob."}]
    assert {path for path in files_in(bench.engine.output) if path.endswith(".html")} < bench.written()
    assert bench.is_right()
    bench.site.texts[TWO]["corrections"] = [{"date": "2020-02-04", "note": "Nobody spoke."}]
    written = bench.written()
    assert {"corrections/index.html", "corrections.xml", "feed.xml", "timeline/index.html"} < written
    assert not {"about/index.html", "people/ana/index.html", "articles/one/index.html"} & written
    assert bench.is_right()


def test_a_correction_that_is_taken_back_leaves_nothing(bench: Bench) -> None:
    """Neither page nor feed."""
    bench.site.texts[ONE]["corrections"] = [{"date": "2020-02-03", "note": "It was Bob."}]
    bench.build()
    assert (bench.engine.output / "corrections.xml").exists()
    del bench.site.texts[ONE]["corrections"]
    bench.build()
    assert [path for path in files_in(bench.engine.output) if "correct" in path] == []
    assert bench.is_right()


def test_who_has_a_part_in_an_event_is_named_in_the_feed(bench: Bench) -> None:
    """By a new name too, though no article was edited; a person without a part is not in it."""
    bench.site.texts[TWO]["events"] = [{"date": "2020", "title": "Rain", "roles": [{"entity": "ana", "as": "witness"}]}]
    bench.build()
    bench.site.texts["people/ana.md"]["name"] = "Ana Maria Gil"
    assert "feed.xml" in bench.written()
    assert b"Ana Maria Gil: witness" in (bench.engine.output / "feed.xml").read_bytes()
    assert bench.is_right()


def test_a_new_alias_is_looked_for_where_it_can_stand(bench: Bench) -> None:
    """Other articles are not linked again."""
    bench.site.texts["people/ana.md"]["aliases"] = ["The Boss"]
    assert bench.linked_again() == {TWO, "people/ana.md"}
    assert bench.is_right()


def test_where_an_author_names_by_hand_a_new_name_may_matter(bench: Bench) -> None:
    """Also a name that is to be left alone, and meant nobody."""
    bench.site.texts[TWO]["body"] = "Leave [[!chief|the head]] alone."
    bench.build()
    bench.site.texts["people/chief.md"] = {"name": "Somebody Else"}
    assert bench.linked_again() == {TWO, THREE, "people/chief.md"}
    assert bench.is_right()


def test_a_new_page_is_looked_for_where_there_are_links(bench: Bench) -> None:
    """An article without any is not linked again; a file that is shown counts as a link."""
    bench.site.texts["pages/new.md"] = {"title": "New", "body": "Nothing."}
    assert bench.linked_again() == {THREE, "pages/new.md"}
    bench.site.others["articles/b.png"] = b"b"
    assert bench.linked_again() == {THREE}


def test_an_old_address_links_nothing_again(bench: Bench) -> None:
    """Its page and the list of files are written, and the page of whoever has it; then it stands as it is."""
    bench.build()
    bench.site.texts["people/ana.md"]["redirects"] = ["people/anna"]
    assert bench.linked_again() == {"people/ana.md"}
    assert bench.is_right()
    assert "people/anna/index.html" not in bench.written()
    bench.site.texts[ONE]["body"] = "Ana Gil wrote to Bob Paz again."
    bench.build()
    assert bench.is_right()
    del bench.site.texts["people/ana.md"]["redirects"]
    bench.build()
    assert bench.is_right()
    assert not (bench.engine.output / "people/anna").exists()


def test_a_template_is_rendered_again_and_nothing_linked(bench: Bench) -> None:
    """Each of its pages, and no other."""
    bench.site.templates["article.html"] += b"<p>"
    assert bench.linked_again() == set()
    bench.site.templates["article.html"] += b"</p>"
    assert bench.written() == {f"articles/{name}/index.html" for name in ("one", "two", "three")}
    assert bench.is_right()


def test_a_title_links_nothing_again_and_a_policy_everything(bench: Bench) -> None:
    """What pages alone show decides no link."""
    bench.site.settings["title"] = "Record"
    assert bench.linked_again() == set()
    assert bench.is_right()
    bench.site.settings["links"] = "none"
    assert bench.linked_again() == {*TEXTS}
    assert bench.is_right()


def test_a_page_that_somebody_changed_is_written_again(bench: Bench) -> None:
    """And one that is gone."""
    (bench.engine.output / "articles/one/index.html").write_text("mine", encoding="utf-8")
    (bench.engine.output / "feed.xml").unlink()
    assert bench.written() == {"articles/one/index.html", "feed.xml"}


def test_what_changed_among_links_is_told(bench: Bench) -> None:
    """From one build to the next."""
    assert bench.build().changes == ()
    bench.site.texts["people/ana.md"]["aliases"] = ["The Boss"]
    (change,) = bench.build().changes or ()
    assert (change.row.path, change.row.surface) == (TWO, "The Boss")


def test_nothing_is_told_of_links_by_a_first_build(tmp_path: Path) -> None:
    """There is nothing to compare."""
    assert open_bench(tmp_path).build().changes is None


def test_an_error_leaves_everything_as_it_was(bench: Bench) -> None:
    """And when it is mended, all is as it should be."""
    before = files_in(bench.engine.output)
    bench.site.texts[TWO]["body"] = "[[nobody]] and [this](gone.md)"
    outcome = bench.build()
    assert outcome.written is None
    assert [problem.code for problem in outcome.problems] == [Code.REFERENCE_UNKNOWN, Code.LINK_DEAD]
    assert files_in(bench.engine.output) == before
    bench.site.texts[TWO]["body"] = TEXTS[TWO]["body"]
    assert bench.written() == set()


def test_a_change_that_nothing_shows_is_noticed_where_it_is_told(bench: Bench) -> None:
    """An edit that leaves size and time as they were; the next build knows of it without being told."""
    file = bench.site.content / TWO
    moment = file.stat().st_mtime_ns
    file.write_bytes(file.read_bytes().replace(b"silent", b"listen"))
    os.utime(file, ns=(moment, moment))
    engine = bench.engine
    for changed, page in ((frozenset[Path](), b"silent"), (frozenset({file.resolve()}), b"listen")):
        engine.build(lambda *_: None, changed)
        assert page in (engine.output / "articles/two/index.html").read_bytes()
    engine.build(lambda *_: None)
    assert b"listen" in (engine.output / "articles/two/index.html").read_bytes()


def test_a_picture_that_was_copied_too_soon_is_copied_again(bench: Bench) -> None:
    """It may have changed after that, and kept its time."""
    bench.site.is_fresh = True
    file = bench.site.content / "articles/a.png"
    bench.site.others["articles/a.png"] = b"gnp"
    bench.build()
    moment = file.stat().st_mtime_ns
    file.write_bytes(b"ngp")
    os.utime(file, ns=(moment, moment))
    assert bench.engine.build(lambda *_: None).written
    assert (bench.engine.output / "media/articles/a.png").read_bytes() == b"ngp"


@pytest.mark.parametrize("hands", [Hands(1), Hands(2, fewest=1)], ids=["one process", "two"])
@pytest.mark.parametrize("what", ["gone", "cut short", "garbled"])
def test_segments_that_are_damaged_cost_time_only(tmp_path: Path, hands: Hands, what: str) -> None:
    """Their articles are read again when a page asks for them."""
    bench = open_bench(tmp_path, hands)
    bench.build()
    for segment in (tmp_path / "memory").glob("segment*"):
        data = segment.read_bytes()
        segment.write_bytes(data[:-1] if what == "cut short" else bytes(byte ^ 1 for byte in data))
        if what == "gone":
            segment.unlink()
    bench.site.templates["article.html"] += b"<p>"
    assert len(bench.written()) == len(ARTICLES)
    assert bench.is_right()


def test_a_memory_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    """The engine remembers by itself, as long as it lives."""
    (tmp_path / "memory").write_text("in the way", encoding="utf-8")
    bench = open_bench(tmp_path)
    bench.build()
    assert bench.is_right()
    assert bench.written() == set()
    shelter = bench.engine.shelter
    assert shelter is not None
    bench.engine.close()
    assert not Path(shelter.name).exists()
    assert (tmp_path / "memory").read_text(encoding="utf-8") == "in the way"


@pytest.mark.parametrize("hands", [Hands(1), Hands(2, fewest=1)], ids=["one process", "two"])
def test_a_date_beyond_measure_costs_memory_only(tmp_path: Path, hands: Hands) -> None:
    """The site is right, and so it is after the next edit; nothing is remembered on the disk."""
    bench = open_bench(tmp_path, hands)
    bench.site.texts["people/bob.md"]["born"] = "Y99999999999999999999"
    bench.site.texts[TWO]["date"] = "Y-99999999999999999999"
    bench.build()
    assert bench.is_right()
    assert Memory(tmp_path / "memory").recall() is None
    bench.site.texts[TWO]["body"] = "Nothing more."
    assert bench.linked_again() == {TWO}
    assert bench.is_right()
    del bench.site.texts["people/bob.md"]["born"]
    bench.build()
    assert Memory(tmp_path / "memory").recall() == bench.engine.state


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are text")
@pytest.mark.parametrize("hands", [Hands(1), Hands(2, fewest=1)], ids=["one process", "two"])
def test_a_folder_whose_name_is_no_text_costs_memory_only(tmp_path: Path, hands: Hands) -> None:
    """What cannot be kept is built as if nothing ever were."""
    bench = open_bench(tmp_path, hands)
    bench.site.write()
    folder = Path(os.fsdecode(os.fsencode(bench.site.content) + b"\xff"))
    bench.site.content.rename(folder)
    engine = Engine(Wish(folder), tmp_path / "site", Memory(tmp_path / "memory"), hands)
    for _ in range(2):
        assert engine.build(lambda *_: None).problems == expect(engine.wish).problems
        assert files_in(engine.output) == expect(engine.wish).files


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    """It stops the build, and everything stays as it was."""
    bench = open_bench(tmp_path)
    bench.engine.output.mkdir()
    (bench.engine.output / "feed.xml").write_text("mine", encoding="utf-8")
    with pytest.raises(DatelineError, match=r"holds files that Dateline did not write.*'feed.xml'"):
        bench.build()
    assert files_in(bench.engine.output) == {"feed.xml": b"mine"}
    (bench.engine.output / "feed.xml").unlink()
    bench.build()
    assert bench.is_right()


def test_files_that_are_no_pages_are_not_taken_for_any(bench: Bench) -> None:
    """HTML among assets and among the files that articles show; also when only the words of an article change."""
    bench.site.others["articles/a.html"] = b"a"
    bench.site.templates["assets/more.html"] = b"more"
    bench.site.texts[TWO]["body"] = "See [this](a.html)."
    for word in ("one", "two", "three"):
        bench.site.texts[ONE]["body"] = f"Nothing but {word}."
        if word == "three":
            del bench.site.templates["assets/more.html"]
        assert bench.build().summary == expect(bench.engine.wish).summary
        assert bench.is_right()


@pytest.mark.parametrize("is_own", [False, True], ids=["shared", "own"])
def test_a_copied_page_is_no_page_of_the_site(tmp_path: Path, is_own: bool) -> None:
    """It is not on the map of the site, and goes when no article shows it any more."""
    bench = open_bench(tmp_path)
    bench.engine.is_own = is_own
    bench.site.settings["base_url"] = "https://example.org/"
    bench.site.others["articles/a.html"] = b"<p>"
    bench.site.texts[ONE]["body"] = "A [page](a.html)."
    bench.build()
    for body in ("The [page](a.html).", "No page.", "Nothing."):
        bench.site.texts[ONE]["body"] = body
        outcome = bench.build([bench.site.content / ONE])
        assert bench.is_right()
        assert outcome.summary == expect(bench.engine.wish).summary
