"""Pages with the key of an earlier build have the bytes that they had then."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from support.edited_sites import Files, two_sites
from support.keyed import KeyedPage, keyed_pages
from support.site import OPTIONS, theme_templates


def lying(before: Mapping[str, KeyedPage], after: Mapping[str, KeyedPage]) -> list[str]:
    """Return the pages that differ although their keys do not."""
    both = before.keys() & after.keys()
    return sorted(p for p in both if before[p].key == after[p].key and before[p].html != after[p].html)


def renewed(before: Mapping[str, KeyedPage], after: Mapping[str, KeyedPage]) -> set[str]:
    """Return the pages that have another key than before, or had none."""
    return {path for path, page in after.items() if path not in before or before[path].key != page.key}


def different(before: Mapping[str, KeyedPage], after: Mapping[str, KeyedPage]) -> set[str]:
    """Return the pages that have other bytes than before, or are new."""
    return {path for path, page in after.items() if path not in before or before[path].html != page.html}


@pytest.mark.property
@settings(max_examples=50)
@given(two_sites())
def test_equal_keys_mean_equal_bytes(sites: tuple[Files, Files]) -> None:
    """Whatever was edited, added or removed in between."""
    first, second = (keyed_pages(files) for files in sites)
    assert lying(first, second) == []


ARTICLES = {
    f"articles/{slug}.md": f"---\ntitle: {slug.title()}\ndate: 2020-01-{day:02d}\n---\n{body}\n"
    for day, (slug, body) in enumerate(
        [
            ("one", "Ann Able told Ben Bold. It rained."),
            ("two", "Ann Able left."),
            ("three", "Ben Bold left."),
            ("four", "Cem Cray left Rome."),
            ("five", "Nobody came. It rained."),
        ],
        start=1,
    )
}
PEOPLE = {f"people/{name[:3].lower()}.md": f"---\nname: {name}\n---\n" for name in ("Ann Able", "Ben Bold", "Cem Cray")}
SITE = {**PEOPLE, "places/rome.md": "---\nname: Rome\n---\n", **ARTICLES, "pages/about.md": "---\ntitle: About\n---\n"}
BEFORE = keyed_pages(SITE)


def pages(*names: str) -> set[str]:
    """Return the output paths of pages by the short names of their folders."""
    return {f"{name}/index.html" if name else "index.html" for name in names}


def edited(path: str, old: str, new: str) -> Files:
    """Return the site with one text replaced in one file."""
    assert old in SITE[path]
    return SITE | {path: SITE[path].replace(old, new)}


EVERYWHERE = set(BEFORE)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (SITE, set()),
        (edited("articles/five.md", "It rained", "It snowed"), pages("articles/five")),
        (edited("articles/one.md", "It rained", "It snowed"), pages("articles/one")),
        (edited("articles/two.md", "left", "fled"), pages("articles/two", "people/ann")),
        (edited("people/ann.md", "---\n", "---\naliases: [Annie]\n"), pages("people/ann", "people")),
        (SITE | {"people/ann.md": SITE["people/ann.md"] + "Her life.\n"}, pages("people/ann")),
        (SITE | {"pages/about.md": SITE["pages/about.md"] + "Some words.\n"}, pages("about")),
        (edited("pages/about.md", "About", "On this"), EVERYWHERE),
        (SITE | {"site.toml": 'notice = "Read well."\n'}, EVERYWHERE),
    ],
)  # fmt: skip
def test_an_edit_renews_the_pages_that_show_it(files: Files, expected: set[str]) -> None:
    """And no other: what has another key has other bytes."""
    after = keyed_pages(files)
    assert lying(BEFORE, after) == []
    assert renewed(BEFORE, after) == different(BEFORE, after) == expected


def test_a_new_article_renews_the_pages_about_whom_it_names() -> None:
    """Those that count or list it, its neighbours, and what else is read about the same."""
    after = keyed_pages(SITE | {"articles/six.md": "---\ntitle: Six\ndate: 2020-01-06\n---\nCem Cray slept.\n"})
    assert lying(BEFORE, after) == []
    shown = pages("", "timeline", "articles", "articles/four", "articles/five", "articles/six", "people", "people/cem")
    shown |= pages("data", "print", "network")
    assert renewed(BEFORE, after) == different(BEFORE, after) == shown


@pytest.mark.parametrize(
    "edit",
    [
        lambda: keyed_pages(SITE, replace(OPTIONS, preview=True)),
        lambda: keyed_pages(SITE, replace(OPTIONS, base_url="https://example.org/")),
        lambda: keyed_pages(SITE, replace(OPTIONS, version="2.0")),
        lambda: keyed_pages(SITE, templates={"base.html": theme_templates()["base.html"] + b"<!-- mine -->"}),
    ],
)
def test_what_every_page_reads_renews_every_page(edit: Callable[[], dict[str, KeyedPage]]) -> None:
    """Options and templates."""
    after = edit()
    assert lying(BEFORE, after) == []
    assert renewed(BEFORE, after) == EVERYWHERE


CROWD = {
    f"articles/x{number}.md": f"---\ntitle: X {number}\ndate: 2010-{number % 12 + 1:02d}\n---\nAnn Able left.\n"
    for number in range(401)
}
LONG = SITE | CROWD


def test_long_timelines_are_renewed_in_part() -> None:
    """Of a dossier that is cut, the page that holds the entry, and the first."""
    before = keyed_pages(LONG)
    after = keyed_pages(LONG | {"articles/x4.md": CROWD["articles/x4.md"].replace("left", "fled")})
    assert lying(before, after) == []
    assert renewed(before, after) >= different(before, after) == pages("articles/x4", "people/ann/2010/05")
    assert renewed(before, after) == pages("articles/x4", "people/ann/2010/05", "people/ann")
    later = keyed_pages(LONG | {"articles/x4.md": CROWD["articles/x4.md"].replace("X 4", "Y")})
    assert lying(before, later) == []
    assert "timeline/2010/05/index.html" in renewed(before, later)
    assert "timeline/2010/06/index.html" not in renewed(before, later)


def test_a_name_more_leaves_lines_alone_that_do_not_show_it() -> None:
    """Registers, comparisons, dossiers of those who are seldom together, the pages of other events."""
    told = "---\ntitle: Told\ndate: 2010-05-03\nevents: [{date: 2009, title: Fire}]\n---\nBen Bold slept.\n"
    files = LONG | {"articles/told.md": told}
    before = keyed_pages(files)
    after = keyed_pages(files | {"articles/told.md": told + "Cem Cray left.\n"})
    assert lying(before, after) == []
    assert (
        renewed(before, after)
        == different(before, after)
        == pages("articles/told", "articles/four", "people/cem", "people")
    )


def test_a_comparison_is_renewed_by_what_it_shows() -> None:
    """An old line of a long list, and somebody who is seldom with both, are not on it."""
    crowd = {
        f"articles/x{n:03}.md": "---\ntitle: X\ndate: 2010-01-01\n---\nAnn Able met Ben Bold.\n" for n in range(90)
    }
    before = keyed_pages(SITE | crowd)
    pair = "compare/people.ann--people.ben/index.html"
    assert pair in before
    for number, is_shown in ((0, False), (89, True)):
        name = f"articles/x{number:03}.md"
        after = keyed_pages(SITE | crowd | {name: crowd[name].replace("title: X", "title: Y")})
        assert lying(before, after) == []
        assert (pair in renewed(before, after)) == (pair in different(before, after)) == is_shown


def test_a_year_that_outgrows_its_page_of_a_register_renews_it() -> None:
    """It is one of several now, and says so, although it lists what it listed."""
    files = {path: text.replace("2010-", "2010-05-") for path, text in list(CROWD.items())[:100]}
    late = {f"articles/y{day}.md": f"---\ntitle: Y\ndate: 2011-01-{day:02d}\n---\n" for day in range(1, 9)}
    before, after = (
        keyed_pages(files | late),
        keyed_pages(files | late | {"articles/z.md": "---\ntitle: Z\ndate: 2010-01-01\n---\n"}),
    )
    assert lying(before, after) == []
    assert "articles/in-2010/index.html" in renewed(before, after) & different(before, after)
