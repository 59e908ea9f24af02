"""Turn the files below `articles/` into articles."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from dateline.model.article import Article, Event
from dateline.model.dataclass import dataclass
from dateline.model.date import UNKNOWN_DATE, HistoricalDate
from dateline.model.names import EntityId
from dateline.model.problem import Code, Location, Problem, Severity, has_errors
from dateline.model.settings import LinkPolicy, Settings
from dateline.model.source import Options, Sources
from dateline.model.translations import translated_slug
from dateline.reading.citations import Evidence, read_citations
from dateline.reading.corrections import read_corrections
from dateline.reading.event_headings import take_event_headings
from dateline.reading.events import read_events
from dateline.reading.nodes import ListNode, TextNode, to_plain
from dateline.reading.pictures import read_picture
from dateline.reading.redirects import read_redirects
from dateline.reading.references import References
from dateline.reading.source_file import (
    Claim,
    SourceFile,
    claim_slug,
    is_read,
    list_below,
    name_of,
    open_source,
    read_named_date,
    read_slug,
    read_title,
    settle_claims,
    split_name,
)
from dateline.reading.translations import Standing, read_language, settle_translations, split_language
from dateline.reading.values import Form

ARTICLES_FOLDER = "articles"

_SMALLEST_ARTICLE = "write articles/2020-07-18-first.md with a heading and a sentence: '# What happened', then what did"


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """What one file says."""

    path: str
    """Below the content folder."""
    article: Article | None
    """None where no article can be made of it."""
    claim: Claim | None
    """The slug that it would have; None where there is no article."""
    problems: tuple[Problem, ...]
    references: tuple[str, ...]
    """What it calls entities by, in its header."""

    @property
    def candidate(self) -> "Candidate":
        """What decides whether it is published."""
        is_draft = self.article is not None and self.article.draft
        first_day = self.article.date.first_day if self.article else None
        edtf, language = (said_date(self.article.date), self.article.language) if self.article else ("", "")
        return Candidate(self.path, self.claim, is_draft, first_day, self.problems, edtf, language)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What decides whether a file is published as an article."""

    path: str
    claim: Claim | None
    """None where no article can be made of it."""
    is_draft: bool
    first_day: int | None
    """The number of the first day on which it may be dated; None where that is not known."""
    problems: tuple[Problem, ...]
    edtf: str = ""
    """Its date; empty where a translation does not say it."""
    language: str = ""
    """A BCP 47 tag; empty: the site's own."""

    @property
    def standing(self) -> Standing | None:
        """What its translations have to agree with, or what it has to agree with; None where there is no article."""
        claim = self.claim
        return Standing(self.path, claim.slug, claim.location, self.edtf, self.language) if claim else None


@dataclass(frozen=True, slots=True)
class Published:
    """Which files are published as articles."""

    paths: frozenset[str]
    problems: tuple[Problem, ...]
    """Of all that are not left out as drafts."""


def read_articles(sources: Sources, settings: Settings, references: References) -> tuple[ReadArticle, ...]:
    """Return what the articles of the content folder say, in the order of their paths.

    Where there is no folder `articles/`, the Markdown files at the top of the content folder are the articles.
    """
    return tuple(read_article(path, sources, settings, references) for path in list_articles(sources.texts))


def said_date(date: HistoricalDate) -> str:
    """Return the date of an article, in EDTF; '' where nobody has said one."""
    return "" if date == UNKNOWN_DATE else date.edtf


def choose_published(candidates: Iterable[Candidate], options: Options, folder: str, language: str) -> Published:
    """Return which articles are published, and what is wrong with them.

    Drafts, and what is wrong with them, and articles dated after today are left out unless the options ask for
    them; so is an article whose slug an earlier one has, and a translation of what is not published. `folder` is how
    problems name the content folder; `language` is the site's.
    """
    listed = list(candidates)
    kept = [each for each in listed if options.drafts or not each.is_draft]
    late = settle_claims(each.claim for each in kept if each.claim)
    usable = [each for each in kept if each.claim and each.path not in late]
    paths = frozenset(each.path for each in usable if options.future or not _is_future(each, options.today))
    standings = [each.standing for each in listed]
    left_out, unmatched = settle_translations([each for each in standings if each], paths, language)
    paths -= left_out
    problems = (*(problem for each in kept for problem in each.problems), *late.values(), *unmatched)
    if not paths:
        hidden = len(listed) - len(kept) + len(usable)
        problems += _tell_empty(problems, Location(folder), hidden)
    return Published(paths, problems)


def _is_future(candidate: Candidate, today: date) -> bool:
    """Whether an article is dated after today, whatever day of its month or year it means."""
    return candidate.first_day is not None and candidate.first_day > today.toordinal()


def _tell_empty(problems: Iterable[Problem], location: Location, left_out: int) -> tuple[Problem, ...]:
    if left_out:
        message = "every article is a draft or dated in the future"
        return (Problem(Code.CONTENT_EMPTY, message, location, "build with --drafts or --future to see them"),)
    if has_errors(problems):
        return ()
    return (Problem(Code.CONTENT_EMPTY, "there are no articles", location, _SMALLEST_ARTICLE),)


def read_article(path: str, sources: Sources, settings: Settings, references: References) -> ReadArticle:
    """Return what the file at this path says; nothing else of the sources is read, but for which files there are."""
    source = open_source(path, sources.texts[path], sources.content_folder.rstrip("/"), day_first=settings.day_first)
    article = _read_article(source, references, sources.files)
    claim = claim_slug(source, article.slug) if article else None
    return ReadArticle(path, article, claim, tuple(source.findings.problems), tuple(source.findings.references))


def list_articles(texts: Collection[str]) -> tuple[str, ...]:
    """Return the paths of the articles among the files of the content folder."""
    below = list_below(texts, ARTICLES_FOLDER)
    if below or any(path.startswith(f"{ARTICLES_FOLDER}/") for path in texts):
        return below
    top = (path for path in sorted(texts) if "/" not in path and is_read(path))
    return tuple(path for path in top if PurePosixPath(path).stem.lower() != "readme")


def _read_article(source: SourceFile, references: References, files: frozenset[str]) -> Article | None:
    form = source.form
    base, tag = split_language(source.path)
    name = name_of(base) if tag else source.name
    rest = split_name(name)[1] or name
    slug = read_slug(source, rest)
    if slug is None:
        return None
    title, whole = read_title(source, rest, "title")
    body, headings = take_event_headings(whole, form.findings, day_first=form.day_first)
    evidence = Evidence(source.path, files)
    citations = read_citations(form, evidence)
    return Article(
        path=source.path,
        slug=translated_slug(slug, tag) if tag else slug,
        title=title,
        date=_read_date(source, is_translation=bool(tag)),
        body=body,
        location=form.findings.locate(None),
        summary=form.passage("summary"),
        events=_leave_events(form)
        if tag
        else read_events(form, title, references, replace(evidence, known=citations), headings),
        sources=citations,
        corrections=read_corrections(form),
        authors=form.texts("authors", "author"),
        tags=_read_tags(form),
        draft=form.flag("draft") is True or form.flag("published") is False,
        language=read_language(form, tag),
        image=read_picture(form, source.path, files),
        redirects=read_redirects(form, _read_old_paths(form)),
        order=form.integer("order") or 0,
        updated=form.date("updated", "lastmod"),
        pins=_read_pins(form, references),
        links=form.word(LinkPolicy, "links"),
        keys=form.places(),
        extra=_read_extra(form),
    )


def _leave_events(form: Form) -> tuple[Event, ...]:
    """Tell of events in the header of a translation: they are those of its original."""
    for key in ("event_date", "events", "event"):
        if node := form.node(key):
            message = f"a translation takes its events from its original; '{key}' is left out"
            form.findings.add(Code.TRANSLATION_KEY, message, node.place, f"take out {key}:", Severity.WARNING)
    return ()


def _read_date(source: SourceFile, *, is_translation: bool) -> HistoricalDate:
    known = len(source.findings.problems)
    date = source.form.date("date", "publishDate") or read_named_date(source)
    is_silent = date is None and len(source.findings.problems) == known
    if is_silent and not is_translation and not source.document.is_broken:
        hint = "write date: in the header, or begin the file's name with it: 2020-07-18-title.md"
        source.findings.add(Code.DATE_MISSING, "the article has no date", None, hint)
    return date or UNKNOWN_DATE


def _read_tags(form: Form) -> tuple[str, ...]:
    written = (*_read_words(form, "tags", "tag"), *_read_words(form, "categories", "category"))
    tags = (tag.strip().lstrip("#").strip() for tag in written)
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _read_words(form: Form, *keys: str) -> Iterable[str]:
    """A list, or one text with commas between the words, as Obsidian has it."""
    words = form.texts(*keys)
    return words if isinstance(form.node(*keys), ListNode) else ",".join(words).split(",")


def _read_old_paths(form: Form) -> tuple[TextNode, ...]:
    """Return the old paths of an article that other programs list as its `aliases`."""
    aliases = form.node("aliases")
    listed = aliases.nodes if isinstance(aliases, ListNode) else (aliases,)
    return tuple(node for node in listed if isinstance(node, TextNode) and node.text.startswith("/"))


def _read_pins(form: Form, references: References) -> dict[str, EntityId]:
    node = form.node("entities")
    if isinstance(node, ListNode | TextNode):
        hint = "write {name: slug}, or list the entities in an event"
        form.refuse("the article's entities are not a table of names", node.place, hint)
        return {}
    table = form.table_at("entities")
    pins = {}
    for entry in table.entries if table else ():
        if not isinstance(entry.node, TextNode):
            form.refuse(f"'{entry.key}' does not name one entity", entry.place, "write {name: slug}")
        elif identity := references.resolve(entry.node, form.findings):
            pins[entry.key] = identity
    return pins


def _read_extra(form: Form) -> dict[str, object]:
    aliases = form.node("aliases")
    kept = {} if aliases is None else {"aliases": to_plain(aliases)}
    return kept | form.close()
