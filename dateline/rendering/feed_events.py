"""Turn the events of an article into HTML for programs that show its text elsewhere: with their dates and status."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from dateline.indexes.dates import read_date
from dateline.indexes.records import ArticleRecord, EntityRecord, EventRecord, RoleRecord
from dateline.model.names import EntityId
from dateline.model.settings import Settings
from dateline.model.urls import article_url
from dateline.rendering.date_words import full_words


def names_of_cast(articles: Iterable[ArticleRecord], entities: Iterable[EntityRecord]) -> Mapping[EntityId, str]:
    """Return the names of those who have a part in an event of these articles."""
    told = {role.entity for article in articles for event in article.events for role in event.roles}
    return {record.entity.id: record.entity.name for record in entities if record.entity.id in told} if told else {}


def events_html(article: ArticleRecord, names: Mapping[EntityId, str], settings: Settings) -> str:
    """Return the events of an article as a list under a heading; empty where it has none.

    `names` holds everybody who has a part in them. Links are full URLs where the site has a base URL.
    """
    if not article.events:
        return ""
    items = "".join(f"<li>{_item(event, article, names, settings)}</li>\n" for event in article.events)
    return f"<h2>Events in this article</h2>\n<ul>\n{items}</ul>\n"


def _item(event: EventRecord, article: ArticleRecord, names: Mapping[EntityId, str], settings: Settings) -> str:
    date = full_words(read_date(event.edtf), article.language or settings.language)
    url = f"{settings.base_url}{article_url(article.slug)}#e-{event.slug}"
    status = f" ({event.status})" if event.status else ""
    told = f'{escape(date)}: <a href="{escape(url)}">{escape(event.title)}</a>{status}'
    return "; ".join([told, *(escape(part) for part in _parts(event.roles, names))])


def _parts(roles: Iterable[RoleRecord], names: Mapping[EntityId, str]) -> Iterator[str]:
    """As what each took part: `Ana Ruiz: suspect, alleged (says the harbour police)`."""
    for role in roles:
        words = ", ".join(word for word in (role.words, role.status) if word)
        yield f"{names[role.entity]}: {words}" + (f" ({role.note})" if role.note else "")
