"""Turn the latest articles into the feeds that hold their texts."""

from collections.abc import Mapping, Sequence

from dateline.indexes.records import ArticleRecord
from dateline.model.urls import FEED, JSON_FEED
from dateline.rendering.edition import Edition
from dateline.rendering.feed import as_of, atom_feed
from dateline.rendering.feed_texts import names_of_cast
from dateline.rendering.json_feed import json_feed


def make_feeds(edition: Edition, latest: Sequence[ArticleRecord]) -> Mapping[str, bytes]:
    """Return the feeds of these articles, in the order of publication, by their output paths."""
    records, settings, words = edition.records, edition.content.settings, edition.words()
    articles = as_of(tuple(latest), edition.options.today)
    names = names_of_cast(articles, records.entities)
    return {
        FEED: atom_feed(articles, records.library, settings, names, words),
        JSON_FEED: json_feed(articles, records.library, settings, names, words),
    }
