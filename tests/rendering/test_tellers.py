"""Events of entities' own files stand on the timeline and in dossiers, and say who tells them."""

import re

from support.site import Site, dead_links, render

from dateline.rendering.sections import LONGEST

ARTICLE = "---\ntitle: T\ndate: 2022-08-01\n---\nAna met Leo.\n"
ANA = "---\nname: Ana\nborn: 1990\n{}---\nA life.\n"
EVENTS = "events:\n  - {date: 2020-05, title: An arrest, text: Leo saw Ana., places: [peten], status: reported}\n"
SITE = {
    "articles/a.md": ARTICLE,
    "people/ana.md": ANA.format(EVENTS),
    "people/leo.md": "# Leo",
    "places/peten.md": "# P",
}
IDENTITY = "people.ana.an-arrest"


def entry(site: Site, path: str, identity: str = IDENTITY) -> str:
    """Return the line of an entry on a page; '' where there is none."""
    found = re.search(rf'<li class="entry" id="{re.escape(identity)}".*?</li>\n', site.page(path), re.DOTALL)
    return found[0] if found else ""


def test_an_event_of_an_entity_leads_to_its_dossier() -> None:
    """From the timeline and the dossiers of others; on its own it leads to the timeline, and names no teller."""
    site = render(SITE)
    for path, root in (("timeline/index.html", "../"), ("people/leo/index.html", "../../")):
        line = entry(site, path)
        assert f'<a href="{root}people/ana/#{IDENTITY}">An arrest</a>' in line
        assert f'told in the dossier of <a class="person" href="{root}people/ana/">Ana</a>' in line
        assert "reported</span>" in line
    own = entry(site, "people/ana/index.html")
    assert f'<a href="../../timeline/#{IDENTITY}">An arrest</a>' in own
    assert "told in" not in own
    assert "Leo saw <mark>Ana</mark>." in own
    assert dead_links(site) == []


def test_what_an_undated_article_tells_has_no_date_of_publication() -> None:
    """It is told in an article all the same, and nothing says that it is not."""
    told = "---\ntitle: T\ndate: unknown\nevents: [{date: unknown, title: A flood}]\n---\nText.\n"
    site = render({"articles/a.md": told})
    assert "1 entry that no dated article tells." in site.page("timeline/published/index.html")
    assert "told Undated" not in re.sub(r"<[^>]+>|\s+", " ", site.page("timeline/index.html")).replace("  ", " ")


def test_it_stands_for_all_whom_it_names_and_for_its_own() -> None:
    """Its names are links where the text is shown; each dossier has the sentence."""
    site = render(SITE)
    assert 'href="../people/ana/">Ana</a>.' in entry(site, "timeline/index.html")
    assert "<mark>Leo</mark> saw Ana." in entry(site, "people/leo/index.html")
    assert "Leo saw Ana." in entry(site, "places/peten/index.html")
    assert "no article yet, 1 entry" in site.page("places/peten/index.html")


def test_it_was_published_in_no_article() -> None:
    """By publication it closes the timeline, at the date when it happened; nothing lags."""
    line = entry(render(SITE), "timeline/published/index.html")
    assert '<time datetime="2020-05">May 2020</time>' in line
    assert "later" not in line
    assert "Told in no dated article" in render(SITE).page("timeline/published/index.html")


def test_dates_of_a_life_are_entries_where_the_site_wants_them() -> None:
    """With a title made from the name; the fact in the margin then leads to the entry."""
    without, within = render(SITE), render({**SITE, "site.toml": "life_events = true"})
    spanish = render({**SITE, "site.toml": 'life_events = true\nlanguage = "es"'})
    assert entry(without, "timeline/index.html", "people.ana.born") == ""
    assert ">Ana is born</a>" in entry(within, "timeline/index.html", "people.ana.born")
    assert ">Nace Ana</a>" in entry(spanish, "timeline/index.html", "people.ana.born")
    fact = '<dt>Born</dt><dd>{}<time datetime="1990">1990</time>'
    assert fact.format("") in without.page("people/ana/index.html")
    assert fact.format('<a href="#people.ana.born">') in within.page("people/ana/index.html")
    assert dead_links(within) == []


def test_an_event_can_say_more_of_a_birth_than_its_date() -> None:
    """It takes the place of the plain date, by its slug."""
    events = "events: [{date: 1990-03, title: Born, places: [peten]}]\n"
    site = render({**SITE, "people/ana.md": ANA.format(events), "site.toml": "life_events = true"})
    assert ">Born</a>" in entry(site, "timeline/index.html", "people.ana.born")
    assert "is born" not in site.page("timeline/index.html")


def test_in_a_long_dossier_it_is_found_on_the_page_of_its_decade() -> None:
    """Links from elsewhere lead there."""
    listed = "".join(f"  - {{date: {1990 + number % 3}, title: E}}\n" for number in range(LONGEST + 1))
    site = render({**SITE, "people/ana.md": ANA.format("events:\n" + listed + EVENTS.removeprefix("events:\n"))})
    assert f'href="../../people/ana/202x/#{IDENTITY}"' in entry(site, "people/leo/index.html")
    assert "told in" not in entry(site, "people/ana/202x/index.html")
    assert dead_links(site) == []


def test_a_life_is_told_in_the_language_of_the_page_where_there_are_words() -> None:
    """Else in English, which is said of the title."""
    article = "---\ntitle: T\nlang: {}\ndate: 2022\nevents: [{{date: 1991, title: X, entities: [ana]}}]\n---\nText.\n"
    for language, link in (("es", 'rel="prev">Nace Ana</a>'), ("de", 'rel="prev" lang="en">Ana is born</a>')):
        files = {"articles/a.md": article.format(language), "people/ana.md": ANA.format("")}
        site = render(files | {"site.toml": 'title = "S"\nlife_events = true\n'})
        assert link in site.page("entries/a.x/index.html")
