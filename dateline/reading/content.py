"""Turn all sources into settings, a registry, articles and pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dateline.model.article import Article, Page
from dateline.model.date import SortKey
from dateline.model.entity import Registry
from dateline.model.problem import Code, Location, Problem, has_errors, sort_problems
from dateline.model.settings import Settings
from dateline.model.source import Options, Sources
from dateline.reading.articles import Reading, read_articles
from dateline.reading.entities import read_registry
from dateline.reading.pages import read_pages
from dateline.reading.references import References
from dateline.reading.settings import read_settings

_SMALLEST_ARTICLE = "write articles/2020-07-18-first.md with a heading and a sentence: '# What happened', then what did"


@dataclass(frozen=True, slots=True)
class Content:
    """What the author wrote, as values."""

    settings: Settings
    registry: Registry
    articles: tuple[Article, ...]
    """Those to be published, in the order of (publication date, `order`, slug)."""
    pages: tuple[Page, ...]
    """In the order of their slugs."""


def read_content(sources: Sources, options: Options) -> tuple[Content, tuple[Problem, ...]]:
    """Return the content of the sources and every problem in it.

    A file with a fault gives a problem and, where it can, a value all the same, so that later faults are told too.
    """
    folder = sources.content_folder.rstrip("/")
    settings, settings_problems = read_settings(sources.texts, folder)
    registry, registry_problems = read_registry(sources.texts, settings, folder)
    reading = read_articles(sources, settings, References.to(registry), drafts=options.drafts)
    pages, page_problems = read_pages(sources.texts, settings, folder)
    articles = tuple(a for a in reading.articles if options.future or not _is_future(a, options.today))
    content = Content(_override(settings, options), registry, tuple(sorted(articles, key=_place_in_order)), pages)
    left_out = reading.left_out + len(reading.articles) - len(articles)
    empty = _tell_empty(reading, left_out, Location(folder)) if not articles else ()
    problems = (*settings_problems, *registry_problems, *reading.problems, *page_problems, *empty)
    return content, tuple(_tell_unknown_keys_once(sort_problems(problems)))


def _override(settings: Settings, options: Options) -> Settings:
    if options.base_url is None:
        return settings
    return replace(settings, base_url=options.base_url.rstrip("/") + "/" if options.base_url else "")


def _is_future(article: Article, today: date) -> bool:
    """Whether an article is dated after today, whatever day of its month or year it means."""
    first = article.date.first_day
    return first is not None and first > today.toordinal()


def _place_in_order(article: Article) -> tuple[SortKey, int, str]:
    return article.date.sort_key, article.order, article.slug


def _tell_empty(reading: Reading, left_out: int, location: Location) -> tuple[Problem, ...]:
    if left_out:
        message = "every article is a draft or dated in the future"
        return (Problem(Code.CONTENT_EMPTY, message, location, "build with --drafts or --future to see them"),)
    if has_errors(reading.problems):
        return ()
    return (Problem(Code.CONTENT_EMPTY, "there are no articles", location, _SMALLEST_ARTICLE),)


def _tell_unknown_keys_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    told = set()
    for problem in problems:
        if problem.code is Code.FRONT_MATTER_UNKNOWN:
            if problem.message in told:
                continue
            told.add(problem.message)
        yield problem
