"""In a feed too, events stand with their dates and their status."""

import re
from dataclasses import replace

from support.keyed import edition_of
from support.linked import all_recorded, entity, linked_article, linked_event, registry

from dateline.indexes.records import ROOT, ArticleText, TextPart
from dateline.linking.linked import LinkedEvent
from dateline.model.article import Role, Status
from dateline.model.names import EntityId
from dateline.model.settings import Settings
from dateline.rendering.feed import atom_feed
from dateline.rendering.feed_texts import feed_text, names_of_cast, without_anchors
from dateline.rendering.json_feed import json_feed

ANA, BEN = EntityId("people/ana"), EntityId("people/ben")
REGISTRY = registry(entity(ANA, "Ana & Co"), entity(BEN, "Ben Bold"), entity("people/cem", "Cem Cray"))
ROLES = (Role(ANA, "owner of <it>", Status.ALLEGED, "says Cem"), Role(BEN, "", Status.ACQUITTED), Role(ANA, "witness"))


def told(*events: LinkedEvent, language: str = "en") -> str:
    """Return what a feed holds of an article that has no text, as seen from the site's root."""
    records = all_recorded((linked_article("a", "2022-08-01", "", *events),), REGISTRY)
    names = names_of_cast(records.articles, records.entities)
    article = records.articles[0]
    return feed_text(article, records.library.text(article.slug), language, names).replace(ROOT, "")


def test_an_event_says_when_and_how_sure() -> None:
    """And as what each took part; whatever an author wrote is text."""
    html = told(linked_event("2022-07", "A <raid>", slug="r", status=Status.DISPUTED, roles=ROLES))
    assert html == (
        "<h2>Events in this article</h2>\n<ul>\n"
        '<li>July 2022: <a href="articles/a/#e-r">A &lt;raid&gt;</a> (disputed); '
        "Ana &amp; Co: owner of &lt;it&gt;, alleged (says Cem); Ben Bold: acquitted; Ana &amp; Co: witness</li>\n"
        "</ul>\n"
    )


def test_an_event_that_the_text_tells_of_is_not_listed_again() -> None:
    """Its date, its status and who took part as what stand below its heading."""
    in_text = linked_event("2022-07", "A raid", slug="r", status=Status.DENIED, roles=ROLES[:1])
    listed = linked_event("2022-08", "A trial", slug="t")
    records = all_recorded((linked_article("a", "2022-08-01", "", in_text, listed),), REGISTRY)
    event, other = records.articles[0].events
    article = replace(records.articles[0], events=(replace(event, is_heading=True), other))
    text = ArticleText((TextPart("<p>One.</p>\n"), TextPart("<p>Two.</p>\n", event.slug, "A <em>raid</em>", 2)))
    names = names_of_cast(records.articles, records.entities)
    assert feed_text(article, text, "en", names).replace(ROOT, "") == (
        "<p>One.</p>\n<h2>July 2022: A <em>raid</em></h2>\n"
        "<p>Status: denied. Ana &amp; Co: owner of &lt;it&gt;, alleged (says Cem).</p>\n<p>Two.</p>\n"
        '<h2>Other events</h2>\n<ul>\n<li>August 2022: <a href="articles/a/#e-t">A trial</a></li>\n</ul>\n'
    )


def test_an_article_without_events_adds_nothing() -> None:
    """Not even a heading."""
    assert told() == ""


def test_only_those_with_a_part_are_named() -> None:
    """So that the feed is made anew when one of them is renamed, and for no other."""
    event = linked_event("2022", "{C|people/cem} fled", roles=ROLES)
    records = all_recorded((linked_article("a", "2022-08-01", "", event),), REGISTRY)
    assert names_of_cast(records.articles, records.entities) == {ANA: "Ana & Co", BEN: "Ben Bold"}


def test_the_feed_holds_them_after_the_text() -> None:
    """Where programs show the text, they show the events."""
    event = linked_event("2022-07", "T", slug="t", status=Status.RETRACTED)
    records = all_recorded((linked_article("a", "2022-08-01", "Text.", event),), REGISTRY)
    feed = atom_feed(records.articles, records.library, Settings(), {}).decode()
    assert 'July 2022: &lt;a href="articles/a/#e-t"&gt;T&lt;/a&gt; (retracted)' in feed


def test_events_stand_in_the_order_of_the_timeline() -> None:
    """By date, then by what the author says of their order, then as they were told."""
    events = [
        linked_event("2022-07-02", "Late", slug="l"),
        linked_event("2022-07-01", "Second", slug="s", order=2),
        linked_event("2022-07-01", "First", slug="f", order=1),
    ]
    html = told(*events)
    assert [html.index(title) for title in ("First", "Second", "Late")] == sorted(
        html.index(title) for title in ("First", "Second", "Late")
    )


def test_sentences_have_no_ids() -> None:
    """What pages lead to stands on the page of the article alone; all other markup stays."""
    html = (
        '<p><span id="s-1a2b3c4d">Ana <span lang="es">sí</span> left.</span> <span>No</span><span id="s-0"></span></p>'
    )
    assert without_anchors(html) == '<p>Ana <span lang="es">sí</span> left. <span>No</span></p>'


def test_no_text_of_a_feed_has_the_id_of_a_sentence() -> None:
    """Neither in Atom nor in JSON."""
    files = {
        "articles/2020-01-01-a.md": "# A\n\nAna Gil left.[^1] Rain fell.\n\n[^1]: So says Ana Gil.\n",
        "people/ana.md": "---\nname: Ana Gil\n---\n",
    }
    edition = edition_of(files)
    records, settings = edition.records, edition.content.settings
    assert "<span id=" in records.library.text(records.articles[0].slug).body[0].html
    for feed in (atom_feed, json_feed):
        told_in_feed = feed(records.articles, records.library, settings, {}).decode()
        assert "Ana Gil" in told_in_feed
        assert "s-" not in re.findall(r'(?:id=\\?"|id=&quot;)(..)', told_in_feed)
