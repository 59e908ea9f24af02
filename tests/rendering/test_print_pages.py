"""The chronology to print: every entry once, its sources as numbered notes, and an index that leads to it."""

import re

import pytest
from support.keyed import keyed_pages
from support.site import Site, dead_links, render

from dateline.rendering.print_index_pages import LONGEST as NAMES_ON_A_PAGE
from dateline.rendering.sections import LONGEST

GAZETTE = "{title: Storm, publisher: The Gazette, url: https://gazette.example/1"
STORM = f"""---
title: A storm
date: 2020-07-18
sources: [{GAZETTE}}}, {{title: Log of the harbour}}]
events:
  - {{date: 2019-03, title: The harbour closes, text: Ana Gil closed it.}}
  - {{date: 2020-07-17, title: Rain falls, places: [oslo], status: alleged, sources: [{GAZETTE}, pages: "3"}}]}}
---
Ana Gil wrote.
"""
FILES = {
    "site.toml": 'title = "Weather"\nbase_url = "https://weather.example/"\n',
    "articles/storm.md": STORM,
    "articles/calm.md": f"---\ntitle: Calm\ndate: 2020-08-01\nsources: [{GAZETTE}}}]\n---\nAna Gil rested.\n",
    "people/ana.md": "---\nname: Ana Gil\n---\n",
    "people/bea.md": "---\nname: Bea Paz\n---\n",
    "places/oslo.md": "---\nname: Oslo\n---\n",
}


def words(html: str) -> str:
    """Return the text of HTML, its white space folded."""
    return " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</(?:h\d|li|p|dt)>|<sup[^>]*>", " ", html)).split())


@pytest.fixture(scope="module")
def site() -> Site:
    """Three entries in two years."""
    return render(FILES)


def test_every_entry_stands_there_once_in_order(site: Site) -> None:
    """By year, with its number, its date, its status and the article that tells it."""
    page = site.page("print/index.html")
    assert re.findall(r'<li class="entry" id="n-(\d+)"', page) == ["1", "2", "3"]
    text = words(page)
    assert "Weather: the whole chronology 3 entries, March 2019–August 2020 https://weather.example/print/" in text
    assert "Contents 2019 1 entry 2020 2 entries Sources Index 2019 1 entry 1 March" in text
    assert "2 17 July Friday Rain falls Oslo 3 alleged told in A storm, 18 July 2020" in text
    assert text.index("The harbour closes") < text.index("Rain falls") < text.index("Calm")
    assert [link for link in dead_links(site) if link.startswith("print/")] == []


def test_sources_are_notes_with_one_number_each(site: Site) -> None:
    """An event without any rests on those of its article; another page of a work is another note."""
    page = site.page("print/index.html")
    notes = [re.findall(r'href="#note-(\d+)"', entry) for entry in page.split('<li class="entry"')[1:]]
    assert notes[:2] == [["1", "2"], ["3"]]
    assert notes[2][:1] == ["1"]
    listed = re.findall(r'<li id="(note-\d)">(.*?)</li>', page, re.DOTALL)
    assert [anchor for anchor, _ in listed] == ["note-1", "note-2", "note-3"]
    assert [words(source) for _, source in listed] == [
        "Storm, The Gazette.",
        "Log of the harbour.",
        "Storm, The Gazette, p. 3.",
    ]


def test_the_index_leads_from_names_to_entries(site: Site) -> None:
    """By kind; those whom no entry names are left out."""
    index = site.page("print/index.html").partition('id="index"')[2]
    people = re.search(r'ana/">Ana Gil</a> (.*)</li>', index)
    assert people
    assert re.findall(r'href="#n-(\d)">\1</a>', people[1]) == ["1", "3"]
    assert 'oslo/">Oslo</a> <a href="#n-2">2</a>' in index
    assert "Bea Paz" not in index


def test_a_long_chronology_is_cut_as_the_timeline_is() -> None:
    """By years: the first page holds the contents, each other one its own entries, notes and index."""
    days = (f"{2000 + n % 2}-01-{n % 28 + 1:02d}" for n in range(LONGEST + 1))
    events = "".join(f"  - {{date: {day}, title: Ana Gil says {n}}}\n" for n, day in enumerate(days))
    long = f"---\ntitle: Long\ndate: 2002-01-01\nsources: [{{title: Log}}]\nevents:\n{events}---\nText.\n"
    site = render({**FILES, "articles/long.md": long, "articles/storm.md": STORM, "articles/calm.md": "# Calm\n"})
    timeline = {path for path in site.outputs if path.startswith("timeline/") and "published" not in path}
    printed = {path for path in site.outputs if path.startswith("print/")}
    assert printed == {path.replace("timeline/", "print/") for path in timeline} | {"print/names/index.html"}
    whole = site.page("print/index.html")
    assert 'class="entry"' not in whole
    half = LONGEST // 2 + 1
    assert f'<a href="../print/2000/">2000</a> <span class="count">{half} entries</span>' in whole
    part = site.page("print/2000/index.html")
    assert len(re.findall(r'<li class="entry"', part)) == half
    assert "<h1>Weather: 2000</h1>" in part
    assert f'<a href="#n-{half}">{half}</a>' in part
    assert [link for link in dead_links(site) if link.startswith("print/")] == []


def long_site(count: int = LONGEST + 1, people: int = 1) -> dict[str, str]:
    """As many events in turn of 2000 and 2001, in the last of which all these people take part, and Oslo in none."""
    days = (f"{2000 + n % 2}-01-{n % 28 + 1:02d}" for n in range(count))
    names = {f"p{n}": f"{chr(65 + n % 26)}a No{n}" for n in range(people)}
    last = f", entities: [{', '.join(names)}]"
    events = (
        f"  - {{date: {day}, title: Ana Gil says {n}{last if n == count - 1 else ''}}}\n" for n, day in enumerate(days)
    )
    long = f"---\ntitle: Long\ndate: 2002-01-01\nevents:\n{''.join(events)}---\nText.\n"
    files = {f"people/{slug}.md": f"---\nname: {name}\n---\n" for slug, name in names.items()}
    return {"articles/long.md": long, "people/ana.md": FILES["people/ana.md"], "places/oslo.md": "# Oslo", **files}


def test_a_chronology_in_parts_has_an_index_over_all() -> None:
    """Each name leads to its first entry in each part; the contents lead to the index."""
    site = render(long_site())
    assert '<p class="more"><a href="../print/names/">Index of all parts</a></p>' in site.page("print/index.html")
    page = site.page("print/names/index.html")
    assert '<p class="standfirst">2 names</p>' in page
    years = '<a href="../../print/2000/#n-1">2000</a>, <a href="../../print/2001/#n-1">2001</a>'
    assert f'ana/">Ana Gil</a> {years}</li>' in page
    (last,) = re.findall(r'p0/">Aa No0</a> (.*)</li>', page)
    (url, anchor) = re.findall(r'href="\.\./\.\./(.*?)#(n-\d+)"', last)[0]
    entry = site.page(f"{url}index.html").partition(f'id="{anchor}"')[2]
    assert entry.partition("</li>")[0].count(f"Ana Gil says {LONGEST}<") == 1
    assert "Oslo" not in page
    assert [link for link in dead_links(site) if link.startswith("print/")] == []
    assert "Index of all parts" not in site.page("print/2000/index.html")


def test_an_index_of_very_many_names_is_cut_by_letters() -> None:
    """The first page leads to the letters, and none is longer than a page may be."""
    site = render(long_site(people=NAMES_ON_A_PAGE + 10))
    whole = site.page("print/names/index.html")
    assert f"{NAMES_ON_A_PAGE + 11} names" in whole
    assert '<a href="../../print/names/letter-b/">B</a>' in whole
    assert "Ba No1<" not in whole
    part = site.page("print/names/letter-b/index.html")
    assert "Ba No1<" in part
    assert "Ca No2<" not in part
    assert '<a href="../../../print/names/">Index</a>' in part
    assert [link for link in dead_links(site) if link.startswith("print/")] == []


def test_the_index_over_all_changes_with_whom_entries_name() -> None:
    """And not with their words."""
    files = long_site()
    before = keyed_pages(files)["print/names/index.html"]
    said = keyed_pages({**files, "articles/long.md": files["articles/long.md"].replace("says 7}", "sings 7}")})
    assert before.html == said["print/names/index.html"].html
    gone = keyed_pages({**files, "articles/long.md": files["articles/long.md"].replace("[p0]", "[oslo]")})
    assert before.key != gone["print/names/index.html"].key
    renamed = keyed_pages({**files, "people/p0.md": "---\nname: Zoe\n---\n"})
    assert before.key != renamed["print/names/index.html"].key


def test_a_site_without_entries_has_nothing_to_print() -> None:
    """And no page leads there."""
    site = render({"people/ana.md": "---\nname: Ana Gil\n---\n"})
    assert "print/index.html" not in site.outputs
    assert 'print/"' not in site.page("index.html")


def test_only_what_a_page_shows_changes_it() -> None:
    """What an article without a part in a year says leaves the page of that year as it is."""
    body = FILES["articles/calm.md"]
    before, after = keyed_pages(FILES), keyed_pages({**FILES, "articles/calm.md": body + "\nMore.\n"})
    assert before["print/index.html"].key == after["print/index.html"].key
    renamed = keyed_pages({**FILES, "people/ana.md": "---\nname: Ana Gil\naliases: [Annie]\n---\n"})
    assert before["print/index.html"].html == renamed["print/index.html"].html
    moved = keyed_pages({**FILES, "articles/calm.md": body.replace("Calm", "Quiet")})
    assert before["print/index.html"].key != moved["print/index.html"].key
