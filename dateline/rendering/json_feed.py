"""Turn the latest articles into a JSON Feed (jsonfeed.org, version 1.1), the newest first."""

import json

from dateline.indexes.entries import ordered_events
from dateline.indexes.records import ROOT, ArticleRecord, ArticleText, EventRecord, Library
from dateline.model.settings import Settings
from dateline.model.urls import DATA, JSON_FEED, article_url
from dateline.rendering.exports.rows import Row, event_facts, known
from dateline.rendering.feed import identity_of, label_words, latest_articles, moment_text, updated_text
from dateline.rendering.feed_texts import Names, feed_text
from dateline.rendering.words import ENGLISH, Words


def json_feed(
    articles: tuple[ArticleRecord, ...], library: Library, settings: Settings, names: Names, words: Words = ENGLISH
) -> bytes:
    """Return the feed of these articles, which stand in the order of publication, as UTF-8.

    Moments, links, `names` and `words` are as in `atom_feed`. What the format has no word for stands in the object
    `_dateline` of each item: dates as they are known, in EDTF, the events with their status and roles, and the
    corrections.
    """
    latest = latest_articles(articles, settings)
    items = [_item(article, library.text(article.slug), settings, (names, words)) for article in latest]
    said = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.title,
        "home_page_url": settings.base_url,
        "feed_url": settings.base_url and f"{settings.base_url}{JSON_FEED}",
        "description": settings.description,
        "language": settings.language,
        "authors": [{"name": name} for name in settings.authors],
    }
    return (json.dumps({**known(said), "items": items}, ensure_ascii=False, indent=1) + "\n").encode()


def _item(article: ArticleRecord, text: ArticleText, settings: Settings, said: tuple[Names, Words]) -> Row:
    url, language = article_url(article.slug), article.language or settings.language
    names, words = said[0], label_words(article, said[1], settings)
    content = feed_text(article, text, language, names, words).replace(ROOT, settings.base_url)
    told = known(
        {
            "id": identity_of(url, settings),
            "url": f"{settings.base_url}{url}",
            "title": article.title,
            "summary": article.description,
            "date_published": moment_text(article.date, settings),
            "date_modified": updated_text(article, text, settings),
            "authors": [{"name": name} for name in text.authors],
            "tags": list(article.tags),
            "language": language,
            "_dateline": known(
                {
                    "about": f"{settings.base_url}{DATA}",
                    "date": article.edtf,
                    "events": [_event(article, event) for event in ordered_events(article)],
                    "corrections": [{"date": each.date, "note": each.note} for each in article.corrections],
                }
            ),
        }
    )
    return {**told, "content_html": content}


def _event(article: ArticleRecord, event: EventRecord) -> Row:
    return known({"id": f"{article.slug}.{event.slug}", "title": event.title, **event_facts(event)})
