"""In a feed too, events stand with their dates and their status."""

from support.linked import all_recorded, entity, linked_article, linked_event, registry

from dateline.linking.linked import LinkedEvent
from dateline.model.article import Role, Status
from dateline.model.names import EntityId
from dateline.model.settings import Settings
from dateline.rendering.feed import atom_feed
from dateline.rendering.feed_events import events_html, names_of_cast

ANA, BEN = EntityId("people/ana"), EntityId("people/ben")
REGISTRY = registry(entity(ANA, "Ana & Co"), entity(BEN, "Ben Bold"), entity("people/cem", "Cem Cray"))
ROLES = (Role(ANA, "owner of <it>", Status.ALLEGED, "says Cem"), Role(BEN, "", Status.ACQUITTED), Role(ANA, "witness"))


def told(*events: LinkedEvent, settings: Settings | None = None) -> str:
    """Return what a feed holds of the events of one article."""
    records = all_recorded((linked_article("a", "2022-08-01", "", *events),), REGISTRY)
    names = names_of_cast(records.articles, records.entities)
    return events_html(records.articles[0], names, settings or Settings())


def test_an_event_says_when_and_how_sure() -> None:
    """And as what each took part; whatever an author wrote is text."""
    html = told(linked_event("2022-07", "A <raid>", slug="r", status=Status.DISPUTED, roles=ROLES))
    assert html == (
        "<h2>Events in this article</h2>\n<ul>\n"
        '<li>July 2022: <a href="articles/a/#e-r">A &lt;raid&gt;</a> (disputed); '
        "Ana &amp; Co: owner of &lt;it&gt;, alleged (says Cem); Ben Bold: acquitted; Ana &amp; Co: witness</li>\n"
        "</ul>\n"
    )


def test_links_are_full_where_the_site_knows_its_address() -> None:
    """As those of the article's text are."""
    html = told(linked_event("2022", "T", slug="t"), settings=Settings(base_url="https://example.org/r/"))
    assert '<a href="https://example.org/r/articles/a/#e-t">T</a></li>' in html


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
