"""Turn all sources into settings, a registry, articles and pages."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.model.article import Article, Page
from dateline.model.dataclass import dataclass
from dateline.model.date import SortKey
from dateline.model.entity import Entity, Registry
from dateline.model.problem import Code, Problem, sort_problems
from dateline.model.settings import Settings
from dateline.model.source import Options, Sources
from dateline.reading.articles import choose_published, read_articles
from dateline.reading.entities import read_registry
from dateline.reading.pages import read_pages
from dateline.reading.references import References
from dateline.reading.settings import read_settings


@dataclass(frozen=True, slots=True)
class Content:
    """What the author wrote, as values."""

    settings: Settings
    registry: Registry
    articles: tuple[Article, ...]
    """Those to be published, in the order of (publication date, `order`, slug)."""
    pages: tuple[Page, ...]
    """In the order of their slugs."""
    private: tuple[Entity, ...] = ()
    """Those whose names are published nowhere; the registry holds all others."""


def read_content(sources: Sources, options: Options) -> tuple[Content, tuple[Problem, ...]]:
    """Return the content of the sources and every problem in it.

    A file with a fault gives a problem and, where it can, a value all the same, so that later faults are told too.
    """
    folder = sources.content_folder.rstrip("/")
    settings, settings_problems = read_settings(sources.texts, folder)
    registry, registry_problems = read_registry(sources.texts, settings, folder)
    read = read_articles(sources, settings, References.to(registry))
    pages, page_problems = read_pages(sources.texts, settings, folder)
    published = choose_published((each.candidate for each in read), options, folder, settings.language)
    articles = [each.article for each in read if each.article and each.path in published.paths]
    ordered, private = tuple(sorted(articles, key=_place_in_order)), registry.private
    content = Content(override(settings, options), registry.public(), ordered, pages, private)
    return content, settle_problems((*settings_problems, *registry_problems, *published.problems, *page_problems))


def settle_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return what is wrong with all that was read, by place; of unknown keys each is told once."""
    return tuple(_tell_unknown_keys_once(sort_problems(problems)))


def override(settings: Settings, options: Options) -> Settings:
    """Return the settings of a build: what the command line says goes before what the site says."""
    if options.base_url is None:
        return settings
    return replace(settings, base_url=options.base_url.rstrip("/") + "/" if options.base_url else "")


def _place_in_order(article: Article) -> tuple[SortKey, int, str]:
    return article.date.sort_key, article.order, article.slug


def _tell_unknown_keys_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    told = set()
    for problem in problems:
        if problem.code is Code.FRONT_MATTER_UNKNOWN:
            if problem.message in told:
                continue
            told.add(problem.message)
        yield problem
