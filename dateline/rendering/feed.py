"""Turn articles, and what was corrected in them, into Atom feeds (RFC 4287), the newest first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import islice
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET
from zoneinfo import ZoneInfo

from dateline.indexes.corrections import ListedCorrection, collect_corrections
from dateline.indexes.dates import first_day, read_date
from dateline.indexes.records import ROOT, ArticleRecord, ArticleText, Library
from dateline.indexes.sources import bibliography
from dateline.model.date import DatePoint, HistoricalDate
from dateline.model.names import UrlPath
from dateline.model.settings import Settings
from dateline.model.urls import CORRECTIONS, CORRECTIONS_FEED, FEED, HOME, article_url
from dateline.rendering.feed_texts import Names, feed_text
from dateline.rendering.viewpoint import web_url
from dateline.rendering.words import ENGLISH, Words

LENGTH = 50
"""How many articles or corrections a feed holds: the latest."""

_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()


def as_of(articles: tuple[ArticleRecord, ...], today: date) -> tuple[ArticleRecord, ...]:
    """Return articles without those that are published after a day, and without what is corrected after it.

    A build may show them before their time; a feed does not.
    """
    due = (article for article in articles if _is_due(article.edtf, today))
    return tuple(_corrected_until(article, today) for article in due)


def _corrected_until(article: ArticleRecord, today: date) -> ArticleRecord:
    if not article.corrections:
        return article
    corrections = tuple(each for each in article.corrections if _is_due(each.date, today))
    return article if corrections == article.corrections else replace(article, corrections=corrections)


def _is_due(edtf: str, today: date) -> bool:
    """Whether a day has come, whichever day of its month or year is meant."""
    first = first_day(edtf)
    return first is None or first <= today.toordinal()


def atom_feed(
    articles: tuple[ArticleRecord, ...], library: Library, settings: Settings, names: Names, words: Words = ENGLISH
) -> bytes:
    """Return the feed of these articles, which stand in the order of publication, as UTF-8.

    `names` holds everybody who has a part in one of their events; `words` are those of labels in the language of the
    site.

    Atom wants a moment where an article has a day: it is that day's first in the site's zone, and of a month
    or a year its first day. A time that says how far it is from UTC, or names a zone, is taken at its word. Articles
    outside the years 1 to 9999 have no such moment and are left out. Links are
    full URLs where the site has a base URL, else relative to the feed.
    """
    latest = [(article, library.text(article.slug)) for article in latest_articles(articles, settings)]
    moments = [moment for article, text in latest if (moment := _updated(article, text, settings))]
    feed = _open_feed(settings.title, HOME, FEED, moments, settings)
    for article, text in latest:
        _entry(feed, article, text, settings, (names, words))
    return _print_feed(feed)


def corrections_feed(articles: tuple[ArticleRecord, ...], settings: Settings, words: Words = ENGLISH) -> bytes:
    """Return the feed of what was corrected in these articles, as UTF-8; moments and links are as in `atom_feed`."""
    latest = latest_corrections(articles, settings)
    moments = [moment for each in latest if (moment := _moment(read_date(each.correction.date), settings))]
    feed = _open_feed(
        words.gettext("{site}: corrections", site=settings.title), CORRECTIONS, CORRECTIONS_FEED, moments, settings
    )
    for each, moment in zip(latest, moments, strict=True):
        _correction(feed, each, moment, settings, words)
    return _print_feed(feed)


def latest_articles(articles: tuple[ArticleRecord, ...], settings: Settings) -> tuple[ArticleRecord, ...]:
    """Return the articles that the feed holds, the newest first, of all in the order of publication."""
    datable = (article for article in reversed(articles) if _moment(article.date, settings) is not None)
    return tuple(islice(datable, LENGTH))


def latest_corrections(articles: tuple[ArticleRecord, ...], settings: Settings) -> tuple[ListedCorrection, ...]:
    """Return the corrections that their feed holds, the newest first."""
    listed = collect_corrections(articles)
    datable = (each for each in listed if _moment(read_date(each.correction.date), settings) is not None)
    return tuple(islice(datable, LENGTH))


def _open_feed(title: str, page: UrlPath, own: UrlPath, moments: list[datetime], settings: Settings) -> ET.Element:
    """A feed without entries: that of a page, at a URL of its own, whose entries were last changed at these moments."""
    ET.register_namespace("", _ATOM)
    feed = ET.Element(f"{{{_ATOM}}}feed", {_LANGUAGE: settings.language})
    _add(feed, "title", title)
    if settings.description:
        _add(feed, "subtitle", settings.description)
    _add(feed, "id", identity_of(page, settings))
    _add(feed, "link", rel="alternate", type="text/html", href=_href(page, settings) or "./")
    _add(feed, "link", rel="self", type="application/atom+xml", href=_href(own, settings))
    _add(feed, "updated", _timestamp(max(moments, default=datetime(1, 1, 1, tzinfo=UTC))))
    _authors(feed, settings.authors or (settings.title,))
    _add(feed, "generator", "Dateline")
    return feed


def _print_feed(feed: ET.Element) -> bytes:
    ET.indent(feed)
    document: str = ET.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{document}\n'.encode()


def _entry(
    feed: ET.Element, article: ArticleRecord, text: ArticleText, settings: Settings, said: tuple[Names, Words]
) -> None:
    url = article_url(article.slug)
    root = _href(HOME, settings)
    entry = _add(feed, "entry")
    if article.language not in ("", settings.language):
        entry.set(_LANGUAGE, article.language)
    _add(entry, "title", article.title)
    _add(entry, "id", identity_of(url, settings))
    _add(entry, "link", rel="alternate", type="text/html", href=_href(url, settings))
    for source in dict.fromkeys(web_url(citation.url) for citation in bibliography(article) if web_url(citation.url)):
        _add(entry, "link", rel="via", href=source)
    published, updated = _moment(article.date, settings), _updated(article, text, settings)
    if published and updated:
        _add(entry, "published", _timestamp(published))
        _add(entry, "updated", _timestamp(updated))
    _authors(entry, text.authors)
    for tag in article.tags:
        _add(entry, "category", term=tag)
    if article.description:
        _add(entry, "summary", article.summary.replace(ROOT, root), type="html")
    names, words = said
    content = feed_text(
        article, text, article.language or settings.language, names, label_words(article, words, settings)
    )
    _add(entry, "content", content.replace(ROOT, root), type="html")


def _correction(feed: ET.Element, listed: ListedCorrection, moment: datetime, settings: Settings, words: Words) -> None:
    article, correction = listed.article, listed.correction
    url = article_url(article.slug)
    name = f"correction-{quote(correction.date, safe='')}-{listed.number}"
    entry = _add(feed, "entry")
    _add(entry, "title", words.gettext("Correction: {title}", title=article.title))
    _add(entry, "id", identity_of(f"{url}#{name}", settings))
    _add(entry, "link", rel="alternate", type="text/html", href=_href(f"{url}#corrections", settings))
    _add(entry, "updated", _timestamp(moment))
    _add(entry, "content", correction.note, type="text")


def _authors(parent: ET.Element, names: tuple[str, ...]) -> None:
    for name in names:
        _add(_add(parent, "author"), "name", name)


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{tag}", attributes)
    element.text = text
    return element


def _href(url: str, settings: Settings) -> str:
    return f"{settings.base_url}{url}"


def label_words(article: ArticleRecord, words: Words, settings: Settings) -> Words:
    """Return the words of labels in an article: those of the site, where that is its language, else English."""
    return words if article.language in ("", settings.language) else ENGLISH


def identity_of(url: str, settings: Settings) -> str:
    """Return a name for an article or correction that stays: its URL, or one of the site's title where it has none."""
    if settings.base_url:
        return f"{settings.base_url}{url}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{settings.title}/{url}')}"


def moment_text(when: HistoricalDate, settings: Settings) -> str:
    """Return the moment that a feed tells for a date (RFC 3339, in UTC); empty where there is none."""
    moment = _moment(when, settings)
    return _timestamp(moment) if moment else ""


def updated_text(article: ArticleRecord, text: ArticleText, settings: Settings) -> str:
    """Return when an article was last published, brought up to date or corrected, as `moment_text` does."""
    moment = _updated(article, text, settings)
    return _timestamp(moment) if moment else ""


def _updated(article: ArticleRecord, text: ArticleText, settings: Settings) -> datetime | None:
    """When the article was last published, brought up to date or corrected."""
    later = [text.updated, *(correction.date for correction in article.corrections)]
    dates = [article.date, *(read_date(edtf) for edtf in later if edtf)]
    moments = [moment for each in dates if (moment := _moment(each, settings))]
    return max(moments, default=None)


def _moment(when: HistoricalDate, settings: Settings) -> datetime | None:
    point = when.anchor
    if point is None or not _FIRST_DAY < point.first_day < _LAST_DAY:
        return None
    day = date.fromordinal(point.first_day)
    return datetime(day.year, day.month, day.day, *_clock(point), tzinfo=_zone(point, settings))


def _zone(point: DatePoint, settings: Settings) -> tzinfo:
    if point.offset is None:
        return ZoneInfo(point.zone or settings.timezone)
    return timezone(timedelta(minutes=point.offset))


def _clock(point: DatePoint) -> tuple[int, int, int]:
    return point.hour or 0, point.minute or 0, min(point.second or 0, 59)


def _timestamp(moment: datetime) -> str:
    """RFC 3339, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
