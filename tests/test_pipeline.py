"""A whole build: a dict of text in, a dict of files and a list of problems out."""

import json
import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.site import OPTIONS, theme_templates

from dateline.model.problem import Code
from dateline.model.source import Build, CopiedFile, Options, Sources
from dateline.pipeline import build_site, read_timezone

FILES = {
    "articles/1911-03-04-storm.md": "---\ntitle: A storm\nevents: [{date: 1911-03, title: Ana fled}]\n---\nAna fled.\n",
    "articles/1911-04-01-calm.md": "# The calm\n\nAna came back; see [the map](map.png) and [all](/timeline/).\n",
    "people/ana.md": "---\nname: Ana\n---\n",
    "people/rui.md": "---\nname: Rui\n---\n",
    "site.toml": 'title = "Harbour"\ntimezone = "Europe/Lisbon"\n',
}


def build(files: Mapping[str, str] = FILES, options: Options = OPTIONS) -> Build:
    """Return the build of these files in the default theme."""
    texts = {path: text.encode() for path, text in files.items()}
    return build_site(Sources(texts, frozenset({"articles/map.png"}), theme_templates(), {"style.css": b""}), options)


def test_a_build_holds_every_page_and_every_file() -> None:
    """Home, timeline, articles, dossiers, registers, feed, data, and what a host wants to find."""
    made = build()
    assert made.problems == ()
    assert [path for path in made.outputs if not path.startswith("assets/")] == [
        ".nojekyll", "404.html", "articles/calm/index.html", "articles/index.html", "articles/storm/index.html",
        "cards/3.js",
        "data/articles.csv", "data/articles.json", "data/datapackage.json", "data/entities.csv",
        "data/entities.ftm.json", "data/entities.json", "data/entries.csv", "data/entries.geojson",
        "data/entries.json", "data/events.ics", "data/graph.graphml", "data/index.html", "data/mentions.jsonl",
        "data/relations.csv", "data/relations.json", "data/sources.csv", "data/sources.json", "data/timelinejs.json",
        "entries/storm.ana-fled/index.html", "feed.json", "feed.xml", "index.html",
        "media/articles/map.png", "people/ana/index.html",
        "people/index.html", "people/rui/index.html", "print/index.html", "robots.txt", "search/index.html",
        "search/names.js", "sitemap.xml", "timeline/entries.js", "timeline/index.html",
        "timeline/published/index.html", "timeline/texts.js",
    ]  # fmt: skip
    assert made.outputs["media/articles/map.png"] == CopiedFile("articles/map.png")
    assert (made.summary.articles, made.summary.events, made.summary.entities, made.summary.pages) == (2, 1, 2, 14)


def test_the_ledger_is_part_of_the_site() -> None:
    """One row for each decision, placed in the author's file."""
    ledger = build().outputs["data/mentions.jsonl"]
    assert isinstance(ledger, bytes)
    rows = [json.loads(line) for line in ledger.decode().splitlines()]
    assert [(row["path"], row["line"], row["column"], row["surface"]) for row in rows] == [
        ("articles/1911-03-04-storm.md", 3, 33, "Ana"),
        ("articles/1911-03-04-storm.md", 5, 1, "Ana"),
        ("articles/1911-04-01-calm.md", 3, 1, "Ana"),
    ]


def test_a_link_to_a_page_that_there_is_not_is_told() -> None:
    """With its place, once all pages are known."""
    made = build({**FILES, "pages/about.md": "# About\n\nSee [nothing](/nowhere/).\n"})
    (problem,) = made.problems
    assert problem.code is Code.LINK_DEAD
    assert str(problem) == (
        "content/pages/about.md:3:6: link-dead: there is no page at '/nowhere/'; "
        "link to a page that the site has, or to a file of the content folder"
    )


def test_an_article_on_which_a_relation_rests_is_there() -> None:
    """A misspelt slug, and a draft, are told where the relation is stated."""
    stated = "---\nname: Ana\nrelations:\n  - {type: rival of, entity: rui, article: [storm, strom]}\n---\n"
    (problem,) = build({**FILES, "people/ana.md": stated}).problems
    assert str(problem) == (
        "content/people/ana.md:4:5: reference-unknown: there is no article 'strom', on which the relation rests; "
        "did you mean 'storm'?"
    )


def test_an_old_address_is_a_page_for_links_and_none_for_counts() -> None:
    """Nobody is sent there but those who come: it is in no sitemap, no feed, no sum of pages."""
    page = "# About\n\nSee [what it was](/people/anna/).\n"
    files = {**FILES, "pages/about.md": page, "people/ana.md": "---\nname: Ana\nredirects: people/anna\n---\n"}
    made = build(files)
    assert made.problems == ()
    assert "people/anna/index.html" in made.outputs
    assert made.summary.pages == build().summary.pages + 1
    assert all(b"people/anna" not in made.outputs[path] for path in ("sitemap.xml", "feed.xml", "people/index.html"))  # type: ignore[operator]


def test_articles_to_come_are_left_out_and_events_to_come_are_shown() -> None:
    """What is dated after today waits for its day; what an article foretells does not."""
    files = {
        **FILES,
        "articles/a.md": "---\ntitle: Later\ndate: 2026-11-22\n---\nText.\n",
        "articles/b.md": "---\ntitle: Plans\ndate: 2026-11-21\nevents: [{date: 2031, title: A bridge}]\n---\nText.\n",
    }
    assert "articles/a/index.html" not in build(files).outputs
    assert b"A bridge" in build(files).outputs["timeline/index.html"]  # type: ignore[operator]
    for options in (replace(OPTIONS, future=True), replace(OPTIONS, today=date(2026, 11, 22))):
        assert "articles/a/index.html" in build(files, options).outputs


def test_drafts_are_left_out_unless_they_are_asked_for() -> None:
    """`--drafts` builds them too."""
    files = {**FILES, "articles/1912-01-01-draft.md": "---\ntitle: Draft\ndraft: true\n---\nText.\n"}
    assert "articles/draft/index.html" not in build(files).outputs
    assert "articles/draft/index.html" in build(files, replace(OPTIONS, drafts=True)).outputs


def test_the_zone_is_known_before_the_day_is() -> None:
    """Whoever holds the clock asks for it first."""
    assert read_timezone(Sources({"site.toml": b'timezone = "America/Mexico_City"'})) == "America/Mexico_City"
    assert read_timezone(Sources({})) == "UTC"


@pytest.mark.property
@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(chance: random.Random) -> None:
    """A build is a function of what the files hold."""
    paths = list(FILES)
    chance.shuffle(paths)
    assert build({path: FILES[path] for path in paths}) == build()


@pytest.mark.property
@settings(max_examples=40)
@given(st.text(min_size=1, max_size=30))
def test_no_slug_leaves_the_site(slug: str) -> None:
    """Whatever an author writes as a slug, every output stays below the site's folder."""
    written = json.dumps(slug, ensure_ascii=False)
    made = build({**FILES, "articles/evil.md": f"---\ntitle: T\ndate: 1911\nslug: {written}\n---\nText.\n"})
    for path in made.outputs:
        assert not path.startswith("/")
        assert not {"", "..", "."} & set(path.split("/"))


@pytest.mark.parametrize(
    "slug", ["..", ".", "../x", "/etc", "a/b", "C:x", "a\\\\b", "%2e%2e", "Upper", "two words", "-"]
)
def test_a_slug_that_can_be_none_is_told(slug: str) -> None:
    """It is never bent into one in silence."""
    made = build({**FILES, "articles/evil.md": f'---\ntitle: T\ndate: 1911\nslug: "{slug}"\n---\nText.\n'})
    assert [problem.code for problem in made.problems] == [Code.SLUG_INVALID]


def test_the_feed_waits_for_the_day_of_an_article_that_is_shown_before_it() -> None:
    """With `--future` there is a page; readers of the feed are told when its day has come."""
    tomorrow = OPTIONS.today + timedelta(days=1)
    files = {**FILES, f"articles/{tomorrow.isoformat()}-next.md": "# What is next\n\nAna will leave."}
    early = build(files, replace(OPTIONS, future=True))
    assert "articles/next/index.html" in early.outputs
    assert b"What is next" not in bytes_of(early, "feed.xml")
    assert b"What is next" in bytes_of(build(files, replace(OPTIONS, today=tomorrow)), "feed.xml")


@pytest.mark.parametrize("title", ["[^1]", "<!-- x -->", "[](https://example.org/)", "&nbsp;", "\u200b"])
def test_a_title_that_shows_nothing_is_missing(title: str) -> None:
    """Of an article, an event and an entity: another is taken, and its author is told."""
    header = f'---\ntitle: "{title}"\ndate: 1911\nevents: [{{date: 1911, title: "{title}"}}]\n---\n'
    made = build(
        {
            **FILES,
            "articles/blank.md": f"{header}Text.[^1]\n\n[^1]: A note.\n",
            "people/nobody.md": f'---\nname: "{title}"\n---\n',
        }
    )
    assert [problem.code for problem in made.problems] == [Code.TITLE_MISSING] * 3
    assert b"SUMMARY:blank" in bytes_of(
        build({**FILES, "articles/blank.md": header.replace("1911,", "1911-03-04,")}), "data/events.ics"
    )


@pytest.mark.parametrize("title", ["[^1]", "<!-- x -->"])
def test_a_heading_that_shows_nothing_is_an_error(title: str) -> None:
    """And no fault of the program."""
    made = build({**FILES, "articles/1911-a.md": f"# A\n\n## 1911-03-04: {title} {{.event}}\n\nText.\n\n[^1]: N\n"})
    assert Code.EVENT_HEADING in [problem.code for problem in made.problems]


def test_a_zone_that_does_not_exist_is_told() -> None:
    """Feeds need to know when its hours are."""
    files = {**FILES, "articles/a.md": "---\ntitle: A\ndate: 2020-01-01T10:00[Mars/Olympus]\n---\nText.\n"}
    problem = next(each for each in build(files).problems if each.code is Code.DATE_UNREADABLE)
    assert "there is no time zone 'Mars/Olympus'" in problem.message


def bytes_of(made: Build, path: str) -> bytes:
    """Return what an output holds."""
    data = made.outputs[path]
    assert isinstance(data, bytes)
    return data
