"""Content becomes pages that lead to each other."""

import re
from dataclasses import replace

import pytest
from support.site import OPTIONS, Site, dead_links, render

from dateline.model.problem import Code
from dateline.rendering.register_pages import letter_of
from dateline.rendering.sections import LONGEST

PEOPLE = {
    "people/ann.md": "---\nname: Ann Able\naliases: [A. Able]\nborn: 1960\nsummary: Knows Ben Bold.\n---\nHer life.\n",
    "people/ben.md": "---\nname: Ben Bold\n---\n",
    "people/elan.md": "---\nname: Élan Cray\n---\n",
    "people/omega.md": "---\nname: Ωmega\n---\n",
    "people/three.md": "---\nname: 3M\n---\n",
    "places/rome.md": "---\nname: Rome\npart_of: italy\ncoordinates: [41.9, 12.5]\n---\n",
    "places/italy.md": "---\nname: Italy\n---\n",
}
FIRST = """---
title: Ann goes to Rome
date: 2020-07-18
summary: A journey of Ann Able.
authors: [Zoe, Yan]
updated: 2020-08-01
events:
  - {date: 2020-07-17, title: Ann Able leaves, text: She meets Ben Bold., places: [rome], status: convicted}
  - {date: unknown, title: Ann Able waits, places: [rome]}
sources:
  - {title: Report, publisher: The Post, url: "https://example.org/", date: 2020-07, note: as quoted}
  - {title: Letter}
corrections:
  - {date: 2020-07-20, note: It was Rome.}
---
Ann Able told Ben Bold of Élan Cray.
"""
SECOND = "---\ntitle: Who is Ann?\ndate: 2021-01-02\n---\nAnn Able and Ben Bold were seen.\n"
SMALL = {"site.toml": 'title = "Record"\n', **PEOPLE, "articles/first.md": FIRST, "articles/second.md": SECOND}


def many(number: int) -> dict[str, str]:
    """Return a content folder with this many events of Ann Able in 2019, half of them in May, and ten in 2020."""
    events = [f"2019-{'05' if n % 2 else '06'}-{n % 28 + 1:02d}" for n in range(number)] + ["2020"] * 10
    lines = "".join(f"  - {{date: '{when}', title: Thing {n} of Ann Able}}\n" for n, when in enumerate(events))
    return SMALL | {"articles/many.md": f"---\ntitle: Many\ndate: 2021\nevents:\n{lines}---\nAnn Able.\n"}


@pytest.fixture(scope="module")
def small() -> Site:
    """A small site."""
    return render(SMALL)


def words(html: str) -> str:
    """Return the text of HTML, its white space folded."""
    spaced = re.sub(r"</?(?:br|d[dt]|div|h\d|li|p|t[dh])\b[^>]*>", " ", html)
    return " ".join(re.sub(r"<[^>]+>", "", spaced).split())


def test_a_site_has_these_pages(small: Site) -> None:
    """And no register of a kind without entities."""
    pages = [path for path in small.outputs if path.endswith(".html")]
    assert sorted(pages) == [
        "404.html",
        "articles/first/index.html",
        "articles/index.html",
        "articles/second/index.html",
        "compare/index.html",
        *(f"compare/people.ann--{other}/index.html" for other in ("people.ben", "places.rome")),
        "corrections/index.html",
        "data/index.html",
        *(f"entries/first.ann-able-{happened}/index.html" for happened in ("leaves", "waits")),
        "index.html",
        "map/index.html",
        "network/index.html",
        *(f"people/{slug}/index.html" for slug in ("ann", "ben", "elan")),
        "people/index.html",
        *(f"people/{slug}/index.html" for slug in ("omega", "three")),
        "places/index.html",
        "places/italy/index.html",
        "places/rome/index.html",
        "print/index.html",
        "search/index.html",
        "sources/index.html",
        "statuses/convicted/index.html",
        "statuses/index.html",
        "timeline/index.html",
        "timeline/published/index.html",
    ]
    assert "groups/" not in small.page("index.html")
    assert small.problems == ()


def test_every_link_leads_somewhere(small: Site) -> None:
    """To a page that exists, and to a place on it; no id stands twice."""
    assert dead_links(small) == []


def test_every_page_has_one_heading_and_its_policy(small: Site) -> None:
    """One h1, the landmarks, no styles in attributes, nothing from elsewhere."""
    for path, data in small.outputs.items():
        html = data.decode()
        if path.endswith(".html"):
            assert html.count("<h1") == html.count("<main") == html.count("Content-Security-Policy") == 1, path
            assert " style=" not in html
            assert "unsafe" not in html


def test_the_home_page_shows_the_latest_first(small: Site) -> None:
    """And how much there is."""
    text = words(small.page("index.html"))
    assert text.index("Who is Ann?") < text.index("Ann Able leaves")
    assert "entries 3 articles 2 sources 2 people 5 places 2 span July 2020–January 2021" in text


def test_the_timeline_tells_each_entry_whole(small: Site) -> None:
    """Dateline, names, status, the article that tells it; the undated last."""
    html = small.page("timeline/index.html")
    text = words(html)
    assert "3 entries, oldest first: 2 between July 2020 and January 2021, and one that no article dates." in text
    assert 'id="first.ann-able-leaves"' in html
    assert 'href="../articles/first/#e-ann-able-leaves"' in html
    assert (
        "17 July Friday Ann Able leaves Rome She meets Ben Bold. convicted told in Ann goes to Rome, 18 July 2020"
        in text
    )
    assert "2 January published Who is Ann?" in text
    assert text.index("No date in any article") > text.index("Who is Ann?")


def test_a_chip_does_not_repeat_the_dateline(small: Site) -> None:
    """Who took part, then where else."""
    html = small.page("timeline/index.html")
    chips = re.findall(r'<ul class="chips".*?</ul>', html, re.DOTALL)
    assert words(chips[0]) == "person: Ann Able person: Ben Bold"


def test_an_article_tells_its_facts(small: Site) -> None:
    """In the margin, and at the end what it rests on."""
    text = words(small.page("articles/first/index.html"))
    assert "Published 18 July 2020 By Zoe and Yan Updated 1 August 2020 Corrected 20 July 2020" in text
    assert "Tells of 17 July 2020, and one thing undated Rests on two sources" in text
    assert "Rome, Italy Ann Able told Ben Bold" in text
    assert "Report, The Post, July 2020, as quoted. Letter." in text
    assert "“Ann goes to Rome.” Record, 18 July 2020, corrected 20 July 2020. /articles/first/" in text
    assert "People person: Ann Able person: Ben Bold person: Élan Cray Places place: Rome" in text
    assert "Also about Ann Able Who is Ann?, 2 January 2021" in text
    assert "After, 2 January 2021 Who is Ann?" in text


def test_a_title_that_ends_has_no_second_end(small: Site) -> None:
    """A question stays a question when it is cited."""
    assert "“Who is Ann?” Record" in words(small.page("articles/second/index.html"))


def test_a_dossier_tells_all_about_one(small: Site) -> None:
    """Facts, its timeline with the marked sentences, the articles, its company."""
    html = small.page("people/ann/index.html")
    text = words(html)
    assert "First seen 17 July 2020 Last seen 2 January 2021 Longest silence 5 months" in text
    assert "Told in 2 articles, 3 entries, one of them undated" in text
    assert "Also called A. Able Born 1960" in text
    assert "<mark>Ann Able</mark></a> and Ben Bold were seen." in html
    assert "In the articles 1 Ann goes to Rome, 18 July 2020 A journey of Ann Able. Ann Able told Ben Bold" in text
    assert "person: Ben Bold 2 entries with Ben Bold 17 July 2020: Ann Able leaves convicted" in text


def test_a_place_tells_where_it_lies(small: Site) -> None:
    """What it is part of, what is part of it, and its spot."""
    rome, italy = words(small.page("places/rome/index.html")), words(small.page("places/italy/index.html"))
    assert "Part of place: Italy Coordinates 41.9° N, 12.5° E" in rome
    assert "Told in no article yet" in italy
    assert "Part of it place: Rome" in italy


def test_a_register_goes_by_letter(small: Site) -> None:
    """Without diacritics; other scripts after Z, figures last."""
    html = small.page("people/index.html")
    assert re.findall(r'<a href="#l-([^"]+)"', html) == ["A", "B", "E", "Ω", "other"]
    assert "Register People 5 people. To be listed is to have been named, nothing more." in words(html)
    assert "part of Italy" in small.page("places/index.html")


def test_articles_stand_newest_first(small: Site) -> None:
    """By year, with what they rest on."""
    text = words(small.page("articles/index.html"))
    assert "2 articles, newest first. 2021 1 article 2 January Who is Ann? 2020 1 article 18 July" in text
    assert "two sources, among them The Post" in text


def test_a_long_timeline_is_cut() -> None:
    """No page holds more entries than it bears, and all links still lead somewhere."""
    site = render(many(250))
    assert dead_links(site) == []
    for path in ("timeline/2019/05/2/index.html", "people/ann/2019/05/1/index.html", "timeline/2020/index.html"):
        assert path in site.outputs
    lists = {path: data for path, data in site.outputs.items() if not path.startswith("articles/")}
    assert all(data.count(b'<li class="entry"') <= LONGEST for data in lists.values())
    text = words(site.page("timeline/2019/05/3/index.html"))
    assert "Timeline 2019 May 2019 Timeline, May 2019, part 3 5 entries, oldest first." in text
    assert "Before May 2019, part 2" in text
    part = words(site.page("people/ann/2019/05/2/index.html"))
    assert "Before May 2019, part 1 After May 2019, part 3" in part
    assert "2019 250 entries 2020 1" in words(site.page("timeline/index.html"))


def test_a_long_register_is_cut_by_letter() -> None:
    """The first page keeps the letters alone."""
    crowd = {f"people/p{n}.md": f"---\nname: {'AB'[n % 2]}person {n}\n---\n" for n in range(500)}
    site = render(SMALL | crowd)
    assert dead_links(site) == []
    assert "Apeople" not in site.page("people/index.html")
    assert "<table" not in site.page("people/index.html")
    assert "Aperson 498" in site.page("people/letter-a/index.html")
    assert "People, #" in site.page("people/letter-other/index.html")


def test_many_articles_are_cut_by_year() -> None:
    """And a year of very many by number."""
    crowd = {f"articles/x{n}.md": f"---\ntitle: X {n}\ndate: 2010-01\n---\nBen Bold.\n" for n in range(401)}
    site = render(SMALL | crowd)
    assert dead_links(site) == []
    assert "X 400" not in site.page("articles/index.html")
    assert {"articles/in-2010/index.html", "articles/in-2010-2/index.html"} <= set(site.outputs)
    assert "the latest" not in site.page("people/ben/index.html")


def test_long_backlinks_show_the_latest() -> None:
    """And say how many there are."""
    line = "events: [{date: 2010, title: Ben Bold sits}]"
    crowd = {f"articles/x{n}.md": f"---\ntitle: X {n}\ndate: 2010-01\n{line}\n---\nBen Bold.\n" for n in range(101)}
    page = render(SMALL | crowd).page("people/ben/index.html")
    assert "the latest 100 of 102" in page
    folded, _, shown = page.partition("</details>")
    assert "Earlier: 75 articles" in folded
    assert (folded.count('class="backlink"'), shown.count('class="backlink"')) == (75, 25)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, "There is nothing here yet."),
        ({"articles/a.md": "---\ntitle: A\ndate: 2020\n---\nx"}, "1 entry, in 2020."),
        (
            {"articles/a.md": "---\ntitle: A\ndate: 2020\nevents: [{date: unknown, title: B}]\n---\nx"},
            "1 entry that no article dates.",
        ),
        (
            {"articles/a.md": "---\ntitle: A\nevents: [{date: 2020, title: B}, {date: 2021, title: C}]\n---"},
            "2 entries, oldest first, between 2020 and 2021.",
        ),
    ],
)  # fmt: skip
def test_a_timeline_of_any_length_opens_well(files: dict[str, str], told: str) -> None:
    """None, one, undated, some."""
    site = render(files)
    assert f"Timeline {told}" in words(site.page("timeline/index.html"))
    assert dead_links(site) == []


def test_two_pages_at_one_address_are_told() -> None:
    """Both are named, and the first stays."""
    site = render(SMALL | {"pages/people.md": "---\ntitle: People\n---\nx"})
    collisions = [str(problem) for problem in site.problems if problem.code is Code.URL_COLLISION]
    assert (
        "content/pages/people.md: url-collision: 'people/index.html' would be written twice: "
        "for the register of People and for content/pages/people.md; give one of them another slug"
    ) in collisions
    assert "Register" in site.page("people/index.html")


def test_a_broken_template_is_told_once() -> None:
    """However many pages it was to make."""
    site = render(SMALL, templates={"dossier.html": b"{{ nothing }}"})
    assert [str(problem.location) for problem in site.problems] == ["templates/dossier.html:1"]


def test_pages_without_a_date_are_in_the_navigation() -> None:
    """At the end, and in the foot."""
    site = render(
        SMALL | {"pages/about.md": "---\ntitle: About\nsummary: What this is.\n---\nAnn Able is named here.\n"}
    )
    page = site.page("about/index.html")
    assert 'href="../about/" aria-current="page"' in page
    assert 'class="person"' in page
    assert "What this is." in page
    assert dead_links(site) == []


def test_a_base_url_gives_permalinks() -> None:
    """And the 404 page links from any depth."""
    site = render(SMALL, replace(OPTIONS, base_url="https://example.org/record/"))
    assert '<link rel="canonical" href="https://example.org/record/people/ann/">' in site.page("people/ann/index.html")
    assert 'href="/record/timeline/"' in site.page("404.html")
    assert "canonical" not in site.page("404.html")


def test_a_preview_loads_its_script() -> None:
    """And its policy lets it."""
    page = render(SMALL, replace(OPTIONS, preview=True)).page("people/ann/index.html")
    assert '<script src="../../assets/preview.js" defer></script>' in page
    assert "script-src &#39;self&#39; &#39;unsafe-inline&#39;" in page
    assert "connect-src &#39;self&#39; ws:" in page


def test_a_kind_of_the_site_has_all_that_the_others_have() -> None:
    """A register, dossiers, and its own styles."""
    toml = '[kinds.vessel]\nfolder = "vessels"\nlabel = "Vessel"\nplural = "Vessels"\ncolour = "#7a4a00"\n'
    site = render(SMALL | {"site.toml": toml, "vessels/argo.md": "---\nname: Argo\n---\n"})
    assert b"--vessel: #7a4a00" in site.outputs["assets/kinds.css"]
    assert "1 vessel. To be listed" in site.page("vessels/index.html")
    assert 'href="../../assets/kinds.css"' in site.page("vessels/argo/index.html")
    assert dead_links(site) == []


def test_a_long_summary_is_cut_between_words() -> None:
    """What stands in the head of a page is short."""
    page = render({"site.toml": f'description = "{"word " * 100}"\n'}).page("index.html")
    assert re.search(r'<meta name="description" content="(?:word ){60}…">', page)


@pytest.mark.parametrize(("name", "letter"), [("Ål", "A"), ("«Ωm»", "Ω"), ("1st", "#"), ("…", "#"), ("ß", "S")])
def test_a_name_stands_under_its_letter(name: str, letter: str) -> None:
    """The first one, without diacritics."""
    assert letter_of(name) == letter


def test_nothing_dated_is_still_a_site() -> None:
    """Without charts."""
    undated = "---\ntitle: A\ndate: 2020\nevents: [{date: unknown, title: Ann Able waits}]\n---\n"
    site = render(PEOPLE | {"articles/a.md": undated})
    assert '<svg class="spark' not in site.page("people/index.html")
    assert '<figure class="strip' not in site.page("index.html")
    assert "Ann Able waits" in site.page("index.html")
    assert dead_links(site) == []


def test_coarse_dates_keep_their_words() -> None:
    """A century is not made a year."""
    site = render({"articles/a.md": "---\ntitle: A\ndate: 2020\nevents: [{date: 17XX, title: B}]\n---\n"})
    assert "span The 18th century" in words(site.page("index.html"))
    assert "1 entry, in the 18th century." in words(site.page("timeline/index.html"))


def test_a_page_tells_dates_in_its_own_language() -> None:
    """An article in another language than the site's has a page in that language; elsewhere it is a guest."""
    files = SMALL | {"articles/second.md": SECOND.replace("date:", "lang: es\ndate:")}
    site = render(files)
    own = site.page("articles/second/index.html")
    assert "Publicado 2 de enero de 2021" in words(own)
    assert 'rel="prev" lang="en">Ann goes to Rome' in own
    timeline = words(site.page("timeline/index.html"))
    assert "2 January" in timeline
    assert "enero" not in timeline


def test_a_site_tells_dates_in_its_language() -> None:
    """In headings, notes, registers, corrections and charts."""
    site = render(SMALL | {"site.toml": 'title = "Record"\nlanguage = "es"\n'})
    pages = {name: words(site.page(f"{name}index.html")) for name in ("", "timeline/", "people/", "articles/first/")}
    assert "17 de julio de 2020" in pages[""]
    for said in ("Julio de 2020", "17 de julio", "viernes", "Sin fecha", "Sin fecha en ningún artículo", "contado el"):
        assert said in pages["timeline/"]
    assert "entre julio de 2020 y enero de 2021" in pages["timeline/"]
    assert "julio de 2020" in pages["people/"]
    assert "Corregido 20 de julio de 2020" in pages["articles/first/"]
    english = re.compile(r"\b(?:January|July|August|Undated|Friday|Saturday)\b")
    assert [path for path in site.outputs if path.endswith(".html") and english.search(words(site.page(path)))] == []


def test_a_language_from_right_to_left_turns_the_page() -> None:
    """The site's, and that of a single article."""
    files = SMALL | {"site.toml": 'language = "ar"\n[navigation]\nTime = "/timeline/"\n'}
    english = {"articles/second.md": SECOND.replace("date:", "lang: en\ndate:")}
    site = render(files | english)
    assert '<html lang="ar" dir="rtl">' in site.page("index.html")
    assert ">Time</a>" in site.page("index.html")
    assert site.problems == ()
    assert '<html lang="en" dir="ltr">' in site.page("articles/second/index.html")
    assert 'lang="en"' in site.page("index.html").partition("<main")[2]
