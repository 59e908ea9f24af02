"""The latest articles become a JSON Feed that says as much as the Atom feed, and dates as they are known."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft7Validator
from support.exported import FILES, material

from dateline.rendering.feed_texts import names_of_cast
from dateline.rendering.json_feed import json_feed

_TEXT = {"type": "string", "minLength": 1}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
_AUTHORS = {
    "type": "array",
    "items": {"type": "object", "required": ["name"], "additionalProperties": {"type": "string"}},
}
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **dict.fromkeys(("title", "home_page_url", "feed_url", "description", "language"), _TEXT),
        "authors": _AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_html"],
                "additionalProperties": False,
                "properties": {
                    **dict.fromkeys(("id", "url", "title", "summary", "language"), _TEXT),
                    "content_html": {"type": "string"},
                    "date_published": _MOMENT,
                    "date_modified": _MOMENT,
                    "authors": _AUTHORS,
                    "tags": {"type": "array", "items": _TEXT},
                    "_dateline": {"type": "object", "required": ["about", "date"]},
                },
            },
        },
    },
}
"""What of jsonfeed.org/version/1.1 is used, and nothing else."""


def feed(files: dict[str, str]) -> Any:
    """Return the feed of a site, read; it has the form that it should have."""
    made = material(files)
    articles = made.records.articles
    names = names_of_cast(articles, made.records.entities)
    read = json.loads(json_feed(articles, made.records.library, made.settings, names))
    assert list(Draft7Validator(SCHEMA).iter_errors(read)) == []
    return read


def test_an_item_says_what_the_article_says() -> None:
    """The newest first; addresses are full."""
    read = feed(FILES)
    assert (read["title"], read["feed_url"]) == ("Record", "https://example.org/record/feed.json")
    assert [item["title"] for item in read["items"]] == ["Who is Ann?", 'Ann goes to "Rome"; and back']
    second = read["items"][1]
    assert second["url"] == second["id"] == "https://example.org/record/articles/first/"
    assert (second["date_published"], second["date_modified"]) == ("2020-07-18T00:00:00Z", "2020-07-20T00:00:00Z")
    assert "https://example.org/record/people/ann/" in second["content_html"]


@pytest.mark.parametrize("said", ["(alleged)", "Ben Bold: driver, disputed", "Report, one", "It was Rome, not Oslo."])
def test_the_text_carries_what_makes_a_claim_one(said: str) -> None:
    """Status, roles, sources, corrections: for readers that know nothing of Dateline."""
    assert said in feed(FILES)["items"][1]["content_html"]


def test_dates_stay_as_they_are_known() -> None:
    """In the object of our own; events in the order of the timeline."""
    own = feed(FILES)["items"][1]["_dateline"]
    assert (own["about"], own["date"]) == ("https://example.org/record/data/", "2020-07-18")
    assert own["corrections"] == [{"date": "2020-07-20", "note": "It was Rome, not Oslo."}]
    assert [(each["title"], each["date"], each.get("status")) for each in own["events"]] == [
        ("Rome falls silent", "-0043-03-15", None),
        ("Ann Able waits", "2019-10~", "denied"),
        ("Ann Able leaves", "2020-07-17", "alleged"),
        ("Ann Able sleeps", "unknown", None),
    ]
    assert own["events"][2]["roles"] == [
        {"entity": "people/ben", "as": "driver", "status": "disputed", "note": "he says no"}
    ]


def test_every_address_in_a_feed_is_a_full_one() -> None:
    """Readers of feeds know no page to begin at; ids are the addresses of articles, and no two are alike."""
    note = "articles/noted.md"
    read = feed(
        FILES
        | {
            note: "---\ntitle: Noted\ndate: 2022\nsources: [{id: log, title: Log, url: 'https://log.example/'}]\n---\n"
            "Ann Able[^log] saw [him](first.md) and [what](#below) was.[^n]\n\n## Below\n\nIt was.\n\n"
            "[^n]: So [Ben](/people/ben/) says.\n",
        }
    )
    (item,) = (item for item in read["items"] if item["title"] == "Noted")
    found = re.findall(r'(?:href|src)="([^"]*)"', item["content_html"])
    assert len(found) > 5
    assert [url for url in found if not url.startswith(("https://example.org/record/", "https://log.example/"))] == []
    assert read["feed_url"] == "https://example.org/record/feed.json"
    assert read["home_page_url"] == "https://example.org/record/"
    assert len({each["id"] for each in read["items"]}) == len(read["items"])
    assert all(each["id"] == each["url"] for each in read["items"])
    assert all(each["date_published"] <= each["date_modified"] for each in read["items"])


def test_a_site_without_an_address_has_a_feed_too() -> None:
    """Its items have names that stay."""
    (item,) = feed({"articles/a.md": "---\ntitle: A\ndate: 2021\n---\n"})["items"]
    assert item["id"].startswith("urn:uuid:")
    assert item["_dateline"]["about"] == "data/"
