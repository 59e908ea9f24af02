"""Turn a few edited articles, and what the last build kept of everything else, into what pages are made from.

The short way of `gathering`: it is open where articles alone have changed, and are published, and called, as before.
"""

from collections.abc import Iterable
from dataclasses import replace

from dateline.linking.linker import open_site
from dateline.linking.names import NameIndex
from dateline.model.entity import Registry
from dateline.model.problem import Problem
from dateline.model.settings import Settings
from dateline.model.source import Sources
from dateline.model.urls import page_urls_by_file
from dateline.publishing.desk import Batch, Desk, Orders, Share, Surroundings
from dateline.publishing.edits import claims_anew
from dateline.publishing.kept import KeptArticle
from dateline.publishing.looking import Look
from dateline.publishing.sources import SETTINGS
from dateline.publishing.tasks import Gathered, Names, Task
from dateline.reading.content import override, settle_problems
from dateline.reading.markdown_links import Targets
from dateline.reading.references import References

MOST = 50
"""From more edited articles on, reading everything that may have changed is no longer the longer way."""


def regather(task: Task, look: Look, settings: Settings, problems: Iterable[Problem], names: Names) -> Gathered | None:
    """Return what pages are made from; None where the short way is not open.

    `look` has been taken at nothing yet. `settings` are read already, `problems` are theirs; they are on the terms
    of the last build. Raises DatelineError, LostError, OSError.
    """
    before = task.before
    edited = _edited(task, look)
    if edited is None or not _all_published(task):
        return None
    registry = Registry.of(tuple(entity.entity for entity in before.entities.values()))
    batch = _link(edited, task, settings, registry, names)
    if batch is None:
        return None
    articles = {**before.articles, **{each.kept.record.path: each.kept for each in batch.articles}}
    for each in batch.articles:
        look.note(each.kept.record.path, each.kept.digest)
    state = replace(before, seen={**before.seen, **look.seen}, articles=articles)
    reading = (*problems, *before.registry_problems, *before.page_problems, *_problems_of(articles.values()))
    linking = [problem for each in batch.articles for problem in each.problems]
    found = task.found.problems
    return Gathered(override(settings, task.options), registry, state, (*found, *settle_problems(reading), *linking))


def _edited(task: Task, look: Look) -> list[str] | None:
    """The articles that hold something else than before; None where anything else may have changed."""
    found, seen = task.found, task.before.seen
    known = seen.keys() | set(task.before.unread) | {SETTINGS}
    if known != found.texts.keys() | {SETTINGS} or task.before.files != task.files_stamp():
        return None
    touched = [path for path, file in found.texts.items() if path in seen and file[1:] != seen[path][:2]]
    if len(touched) > MOST:
        return None
    edited = [path for path in touched if not look.is_same(path)]
    held = task.before.articles
    return edited if all(path in held and held[path].holds for path in edited) else None


def _all_published(task: Task) -> bool:
    """Whether the options leave out none of the articles that were published."""
    drafts, today = task.options.drafts, task.options.today.toordinal()
    for article in task.before.articles.values():
        if not article.holds or (article.is_draft and not drafts):
            return False
        if article.first_day is not None and article.first_day > today and not task.options.future:
            return False
    entities, pages = task.before.entities.values(), task.before.pages.values()
    return all(each.holds for each in entities) and all(each.holds for each in pages)


def _link(edited: list[str], task: Task, settings: Settings, registry: Registry, names: Names) -> Batch | None:
    """Read and link the edited articles; None where one is no longer published as it was."""
    if not edited:
        return Batch()
    targets = targets_of(task)
    around = surround(task, registry, settings, names(registry, settings), targets)
    desk = Desk(around, Share({path: task.found.texts[path] for path in edited}, ()))
    if any(claims_anew(candidate, task.before.articles[candidate.path]) for candidate in desk.hear()):
        return None
    batches = list(desk.link(Orders(frozenset(edited), targets)))
    return Batch(tuple(article for batch in batches for article in batch.articles))


def surround(task: Task, registry: Registry, settings: Settings, names: NameIndex, targets: Targets) -> Surroundings:
    """Return what the articles of a task are read and linked against; registry and names are everybody's."""
    sources = Sources({}, frozenset(task.found.files), content_folder=task.found.folder)
    site = open_site(registry, settings, targets, names)
    return Surroundings(sources, settings, References.to(registry), site, task.folder)


def targets_of(task: Task) -> Targets:
    """Return where links may lead, by what the last build published."""
    before = task.before
    at = page_urls_by_file(
        ((path, each.claim.slug) for path, each in before.articles.items()),
        ((each.entity.path, each.entity.id) for each in before.entities.values() if each.entity.public),
        ((path, each.record.slug) for path, each in before.pages.items()),
    )
    return Targets(at, frozenset(task.found.files))


def _problems_of(articles: Iterable[KeptArticle]) -> list[Problem]:
    return [problem for article in articles if article.problems for problem in article.problems]
