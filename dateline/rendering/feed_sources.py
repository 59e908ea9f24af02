"""Turn what an article rests on, and its notes, into the HTML that a feed holds after the article's text."""

from collections.abc import Iterable, Iterator
from html import escape

from dateline.indexes.dates import read_date
from dateline.indexes.records import ArticleRecord, CitationRecord, EventRecord, NoteRecord
from dateline.indexes.sources import bibliography, rests_on_one
from dateline.rendering.date_words import full_words
from dateline.rendering.language_names import language_name
from dateline.rendering.source_views import place_words, short_words, shown_sources
from dateline.rendering.viewpoint import web_url
from dateline.rendering.words import Words


def feed_notes(notes: Iterable[NoteRecord], language: str, words: Words) -> str:
    """Return the notes of an article as a list; dates are in this language, a BCP 47 tag."""
    return _list(words.gettext("Notes"), (note.html or _print(note.source, language, words) for note in notes))


def feed_sources(article: ArticleRecord, language: str, words: Words) -> str:
    """Return what an article and its events rest on as a list, in the order of its own page."""
    return _list(words.gettext("Sources"), (_print(citation, language, words) for citation in bibliography(article)))


def feed_rest(event: EventRecord, article: ArticleRecord, words: Words) -> tuple[str, ...]:
    """Return what an event rests on in a few words: `one source: The Post`; nothing where its page shows nothing."""
    shown = [
        escape(words, quote=False)
        for words in dict.fromkeys(short_words(each, words) for each in shown_sources(event, article))
    ]
    several = words.gettext("source:") if len(shown) == 1 else words.gettext("sources:")
    label = words.gettext("one source:") if rests_on_one(event, article) else several
    return (f"{label} {', '.join(shown)}",) if shown else ()


def _list(title: str, items: Iterable[str]) -> str:
    rows = "".join(f"<li>{item}</li>\n" for item in items)
    return f"<h2>{title}</h2>\n<ol>\n{rows}</ol>\n" if rows else ""


def _print(citation: CitationRecord | None, language: str, words: Words) -> str:
    parts = _words(citation, language, words) if citation else ()
    return f"{', '.join(part for part in parts if part)}."


def _words(citation: CitationRecord, language: str, words: Words) -> Iterator[str]:
    url, archive = web_url(citation.url), web_url(citation.archive)
    title = escape(citation.title or url)
    yield escape(words.enumerated(citation.authors))
    yield f'<a href="{escape(url)}">{title}</a>' if url else title
    yield escape(citation.publisher)
    yield _date(citation.date, language)
    is_foreign = citation.language not in ("", language)
    yield escape(words.gettext("in {language}", language=language_name(citation.language, words))) if is_foreign else ""
    yield escape(place_words(citation, words))
    yield escape(citation.note.strip().rstrip("."))
    copy = f'<a href="{escape(archive)}">{escape(words.gettext("archived copy"))}</a>' if archive else ""
    when = _date(citation.archived, language)
    yield words.gettext("{copy} of {date}", copy=copy, date=when) if copy and when else copy


def _date(edtf: str, language: str) -> str:
    return escape(full_words(read_date(edtf), language)) if edtf else ""
