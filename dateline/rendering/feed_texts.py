"""Turn the text of an article into the HTML that a feed holds: with date and status of each event, and all sources."""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from dateline.indexes.corrections import order_corrections
from dateline.indexes.dates import read_date
from dateline.indexes.entries import ordered_events
from dateline.indexes.lags import lag_between
from dateline.indexes.records import ROOT, ArticleRecord, ArticleText, EntityRecord, EventRecord, RoleRecord, TextPart
from dateline.model.article import Status
from dateline.model.names import EntityId
from dateline.model.urls import article_url
from dateline.rendering.date_words import full_words
from dateline.rendering.feed_sources import feed_notes, feed_rest, feed_sources
from dateline.rendering.lag_words import lag_words
from dateline.rendering.words import ENGLISH, Words

_ANCHOR = '<span id="s-'
_SPAN = re.compile(r"<span\b[^>]*>|</span>")

Names = Mapping[EntityId, str]

_Tongue = tuple[str, Words]
"""The language of an article, and the words of labels."""


def names_of_cast(articles: Iterable[ArticleRecord], entities: Iterable[EntityRecord]) -> Names:
    """Return the names of those who have a part in an event of these articles."""
    told = {role.entity for article in articles for event in article.events for role in event.roles}
    return {record.entity.id: record.entity.name for record in entities if record.entity.id in told} if told else {}


def feed_text(article: ArticleRecord, text: ArticleText, language: str, names: Names, words: Words = ENGLISH) -> str:
    """Return the text of an article as HTML, with `ROOT` in it; then the events that it does not head, and evidence.

    `language` is its own, as a BCP 47 tag; `names` holds everybody who has a part in one of its events; `words` are
    those of labels.
    """
    body = "".join(piece for part in text.body for piece in _print_part(part, article, (language, words), names))
    events_and_notes = _list_events(article, (language, words), names) + feed_notes(text.notes, language, words)
    evidence = feed_sources(article, language, words) + _list_corrections(article, (language, words))
    # A reader of feeds shows many articles, and knows no page on which a bare `#` could lead anywhere.
    return without_anchors(body + events_and_notes + evidence).replace(
        '<a href="#', f'<a href="{ROOT}{article_url(article.slug)}#'
    )


def without_anchors(html: str) -> str:
    """Return HTML without the elements around sentences (see `anchors.py`): what has ids on its page has none here."""
    is_anchor: list[bool] = []

    def keep(found: re.Match[str]) -> str:
        if found[0] == "</span>":
            return "" if is_anchor and is_anchor.pop() else found[0]
        is_anchor.append(found[0].startswith(_ANCHOR))
        return "" if is_anchor[-1] else found[0]

    return _SPAN.sub(keep, html) if _ANCHOR in html else html


def _print_part(part: TextPart, article: ArticleRecord, tongue: _Tongue, names: Names) -> Iterator[str]:
    if part.event:
        event = next(event for event in article.events if event.slug == part.event)
        date = escape(full_words(event.date, tongue[0]), quote=False)
        yield f"<h{part.level}>{date}: {part.title}</h{part.level}>\n"
        yield from _print_remarks(event, article, tongue, names)
    yield part.html


def _print_remarks(event: EventRecord, article: ArticleRecord, tongue: _Tongue, names: Names) -> Iterable[str]:
    """What else is to be said of an event: how sure it is, how late it was told, who took part, what it rests on."""
    language, words = tongue
    status = [_status(event.status, words)] if event.status else []
    said = [*status, *_lag(event, article, language), *_parts(event, names, words), *feed_rest(event, article, words)]
    return (f"<p>{' '.join(f'{each[0].upper()}{each[1:]}.' for each in said)}</p>\n",) if said else ()


def _status(status: Status, words: Words) -> str:
    return words.gettext("Status: {name}", name=words.pgettext("status", status.value))


def _lag(event: EventRecord, article: ArticleRecord, language: str) -> Iterator[str]:
    """How much later than it happened an event was told, where that is to be said."""
    lag = lag_between(event.edtf, article.edtf)
    if lag:
        yield lag_words(lag, language)


def _list_events(article: ArticleRecord, tongue: _Tongue, names: Names) -> str:
    """The events of its header: what they say stands nowhere else in the feed."""
    listed = [event for event in ordered_events(article) if not event.is_heading]
    if not listed:
        return ""
    items = "".join(f"<li>{_item(event, article, tongue, names)}</li>\n" for event in listed)
    say = tongue[1].gettext
    heading = say("Events in this article") if len(listed) == len(article.events) else say("Other events")
    return f"<h2>{heading}</h2>\n<ul>\n{items}</ul>\n"


def _list_corrections(article: ArticleRecord, tongue: _Tongue) -> str:
    """What was wrong in it and has been mended, the latest last."""
    told = (f"{full_words(read_date(each.date), tongue[0])}. {each.note}" for each in order_corrections(article))
    items = "".join(f"<li>{escape(each, quote=False)}</li>\n" for each in told)
    return f"<h2>{tongue[1].gettext('Corrections')}</h2>\n<ul>\n{items}</ul>\n" if items else ""


def _item(event: EventRecord, article: ArticleRecord, tongue: _Tongue, names: Names) -> str:
    language, words = tongue
    date, url = full_words(event.date, language), f"{ROOT}{article_url(article.slug)}#e-{event.slug}"
    status = f" ({words.pgettext('status', event.status.value)})" if event.status else ""
    told = f'{escape(date, quote=False)}: <a href="{escape(url)}">{escape(event.title, quote=False)}</a>{status}'
    rest = (*_parts(event, names, words), *feed_rest(event, article, words))
    return "; ".join([told, *_lag(event, article, language), *rest])


def _parts(event: EventRecord, names: Names, words: Words) -> Iterator[str]:
    """As what each took part: `Ana Ruiz: suspect, alleged (says the harbour police)`."""
    return (escape(tell_part(role, names, words), quote=False) for role in event.roles)


def tell_part(role: RoleRecord, names: Names, words: Words) -> str:
    """Return as what somebody took part in an event, in plain words: `Ana Ruiz: suspect, alleged (says the police)`."""
    status = words.pgettext("status", role.status.value) if role.status else ""
    said = ", ".join(word for word in (role.words, status) if word)
    return f"{names[role.entity]}: {said}" + (f" ({role.note})" if role.note else "")
