"""Turn the content folder, and what the last build kept of it, into everything that pages are made from.

What the last build read and linked is taken as it is where nothing that it hangs on has changed. The rest is read and
linked now, on several cores where there is much of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.linking.linker import Site, link_page
from dateline.linking.names import NameIndex, bearers_of, change_bearers, index_bearers, index_names
from dateline.model.article import Page
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId
from dateline.model.problem import Problem
from dateline.model.settings import Settings
from dateline.model.source import Options
from dateline.model.urls import page_urls_by_file
from dateline.publishing.codec import pack, stamp
from dateline.publishing.crew import Settle, read_and_link
from dateline.publishing.desk import Batch, Orders, Share, Surroundings
from dateline.publishing.keeping import LostError, candidate_of, fetch_text, fetch_value, keep_page, restamped
from dateline.publishing.kept import KeptArticle, KeptEntity, KeptPage, State
from dateline.publishing.looking import Look
from dateline.publishing.regathering import MOST, regather, surround
from dateline.publishing.reuse import Change, bare, can_be_kept, compare_registries
from dateline.publishing.segments import Pointer, SegmentWriter
from dateline.publishing.sources import SETTINGS
from dateline.publishing.tasks import Gathered, Task
from dateline.reading.articles import Candidate, Published, choose_published, list_articles
from dateline.reading.content import override, settle_problems
from dateline.reading.entities import read_registry, reread_entity
from dateline.reading.markdown_links import Targets
from dateline.reading.pages import PAGES_FOLDER, read_pages
from dateline.reading.settings import read_settings
from dateline.reading.source_file import list_below


def gather(task: Task, names: dict[Pointer, NameIndex] | None = None) -> Gathered:
    """Return everything that pages are made from. Raises DatelineError, LostError, OSError.

    `names` are indexes of names that are at hand already, by the pointers to what they are made of.
    """
    with SegmentWriter(task.folder) as writer:
        return _Gathering(task, writer, {} if names is None else names).run()


class _Gathering:
    """One run through a content folder."""

    def __init__(self, task: Task, writer: SegmentWriter, names: dict[Pointer, NameIndex]) -> None:
        self._task = task
        self._folder = task.found.folder.rstrip("/")
        self._reader = task.reader
        self._names_at_hand = names
        self._writer = writer
        look = Look(task.found.texts, {}, task.now)
        self._settings, self._settings_problems = read_settings(look.texts([SETTINGS]), self._folder)
        self._terms = _terms(self._settings, task.options, self._folder)
        self._before = task.before if task.before.terms == self._terms else State()
        self._look = Look(task.found.texts, self._before.seen, task.now)
        self._change = Change()
        self._edited: tuple[tuple[Entity, Entity], ...] = ()
        """The entities that alone have changed, each as it was and as it is; none where any may have."""
        self._articles: dict[str, KeptArticle] = {}
        self._entities: dict[EntityId, KeptEntity] = {}
        self._pages: dict[str, KeptPage] = {}
        self._linking: list[Problem] = []
        self._published = Published(frozenset(), ())
        self._bearers: Pointer | None = self._before.bearers
        self._targets = Targets({}, frozenset())
        self._heard: dict[str, Candidate] = {}
        """What was read anew."""

    def run(self) -> Gathered:
        """Gather, by the short way where it is open."""
        self._task.report("read", 0, 0)
        if self._before.terms:
            gathered = regather(self._task, self._look, self._settings, self._settings_problems, self._names)
            if gathered:
                return gathered
        registry, registry_problems = self._read_registry()
        self._forget_other_secrets(registry)
        page_texts = self._look.texts(list_below(self._task.found.texts, PAGES_FOLDER))
        pages, page_problems = read_pages(page_texts, self._settings, self._folder)
        self._keep_what_holds(registry, pages)
        self._link(registry, pages)
        reading = (*self._settings_problems, *registry_problems, *self._published.problems, *page_problems)
        return Gathered(
            override(self._settings, self._task.options),
            registry,
            self._state(registry_problems, page_problems),
            (*self._task.found.problems, *settle_problems(reading), *self._linking),
        )

    def _forget_other_secrets(self, registry: Registry) -> None:
        """Begin anew where other names than before must not be published: any text may have to be read for them."""
        before = Registry.of(tuple(kept.entity for kept in self._before.entities.values()))
        if self._before.terms and before.private != tuple(map(bare, registry.private)):
            raise LostError

    def _read_registry(self) -> tuple[Registry, tuple[Problem, ...]]:
        """The registry as the last build read it, but for files that have changed."""
        kept = {entity.entity.path: entity for entity in self._before.entities.values()}
        paths = self._registry_paths()
        if not kept or kept.keys() != set(paths) or not all(each.holds for each in kept.values()):
            return self._read_registry_anew()
        registry = Registry.of(tuple(entity.entity for entity in kept.values()))
        edited = [path for path in paths if not self._look.is_same(path)]
        if not edited:
            return registry, self._before.registry_problems
        return self._reread_registry(registry, edited) or self._read_registry_anew()

    def _reread_registry(self, before: Registry, edited: list[str]) -> tuple[Registry, tuple[Problem, ...]] | None:
        """The registry with a few entities as they are now; None where that may concern others."""
        if len(edited) > MOST or not can_be_kept(self._before.registry_problems):
            return None
        found: dict[EntityId, Entity] = {}
        problems = [p for p in self._before.registry_problems if p.location.path not in self._files_of(edited)]
        for path, data in self._look.texts(edited).items():
            reread = reread_entity(path, data, before, self._settings, self._folder)
            if reread is None:
                return None
            found[reread[0].id] = reread[0]
            problems += reread[1]
        after = Registry.of(tuple(found.get(entity.id, entity) for entity in before.entities))
        self._change = compare_registries(before, after, self._settings)
        self._edited = tuple((before.by_id[identity], entity) for identity, entity in found.items())
        return after, tuple(problems)

    def _files_of(self, paths: Iterable[str]) -> set[str]:
        return {f"{self._folder}/{path}" for path in paths}

    def _read_registry_anew(self) -> tuple[Registry, tuple[Problem, ...]]:
        texts = self._look.texts(self._registry_paths())
        registry, problems = read_registry(texts, self._settings, self._folder)
        self._edited = ()
        if self._before.terms:
            old = Registry.of(tuple(entity.entity for entity in self._before.entities.values()))
            self._change = compare_registries(old, registry, self._settings)
        return registry, problems

    def _registry_paths(self) -> list[str]:
        return [path for kind in self._settings.kinds for path in list_below(self._task.found.texts, kind.folder)]

    def _keep_what_holds(self, registry: Registry, pages: Iterable[Page]) -> None:
        """Take over whatever nothing that has changed so far bears on."""
        before, is_same = self._before, self._look.is_same
        for path in list_articles(self._task.found.texts):
            article = before.articles.get(path)
            if article and is_same(path) and self._holds(article, article.references):
                self._articles[path] = article
        for entity in registry.entities:
            kept = before.entities.get(entity.id)
            if kept and _is_told_alike(kept, entity) and is_same(entity.path) and self._holds(kept):
                self._entities[entity.id] = _with(kept, entity)
        for each in pages:
            page = before.pages.get(each.path)
            if page and is_same(each.path) and self._holds(page):
                self._pages[each.path] = page

    def _holds(self, kept: KeptArticle | KeptEntity | KeptPage, references: Iterable[str] = ()) -> bool:
        change = self._change
        if change.is_nothing or not kept.holds:
            return kept.holds
        if change.moves(references) or (change.names_changed and kept.trace.is_by_hand):
            return False
        return not change.forms or not change.bears_on(fetch_text(kept.trace.words, self._reader))

    def _link(self, registry: Registry, pages: tuple[Page, ...]) -> None:
        """Link what does not hold; then what hangs on which pages and files there are, where these have changed."""

        def settle(candidates: Iterable[Candidate]) -> Orders:
            return self._settle(candidates, registry, pages)

        if not self._has_texts(registry):
            registry, _ = self._read_registry_anew()
        if not self._link_missing(registry, pages, settle):
            settle(())
        self._articles = {path: each for path, each in self._articles.items() if path in self._published.paths}
        if self._before.targets not in (b"", self._targets_stamp()) and self._drop_leaning():
            full = registry if self._has_texts(registry) else self._read_registry_anew()[0]
            self._link_missing(full, pages, settle)

    def _link_missing(self, registry: Registry, pages: Iterable[Page], settle: Settle) -> bool:
        """Link whatever is not at hand, and return whether there was anything."""
        found = self._task.found.texts
        files = {path: found[path] for path in list_articles(found) if self._is_missing(path)}
        entities = tuple(entity.id for entity in registry.entities if entity.id not in self._entities)
        missing_pages = [page for page in pages if page.path not in self._pages]
        if not (files or entities or missing_pages):
            return False
        around = self._surroundings(registry)
        for batch in read_and_link(Share(files, entities), around, settle, self._task.hands, self._report_links):
            self._take(batch)
        self._link_pages(missing_pages, around.site)
        return True

    def _is_missing(self, path: str) -> bool:
        """Whether an article is yet to be read, or to be linked."""
        return path not in self._articles and (path not in self._heard or path in self._published.paths)

    def _has_texts(self, registry: Registry) -> bool:
        """Whether the texts of all entities that are to be linked are at hand."""
        return all(entity.id in self._entities or self._look.has_read(entity.path) for entity in registry.entities)

    def _take(self, batch: Batch) -> None:
        for article in batch.articles:
            self._articles[article.kept.record.path] = article.kept
            self._look.note(article.kept.record.path, article.kept.digest)
            self._linking += article.problems
        for entity in batch.entities:
            self._entities[entity.kept.entity.id] = entity.kept
            self._linking += entity.problems

    def _link_pages(self, pages: Iterable[Page], site: Site) -> None:
        for page in pages:
            linked, ties = link_page(page, replace(site, targets=self._targets))
            self._pages[page.path] = keep_page(linked, ties, self._writer)
            self._linking += ties.problems

    def _report_links(self, done: int, total: int) -> None:
        self._task.report("link", done, total)

    def _surroundings(self, registry: Registry) -> Surroundings:
        names, nowhere = self._names(registry, self._settings), Targets({}, frozenset())
        return surround(self._task, registry, self._settings, names, nowhere)

    def _names(self, registry: Registry, settings: Settings) -> NameIndex:
        """The index of names: as the last build found it, where the registry has not changed."""
        pointer = self._before.bearers
        if pointer is None or not (self._change.is_nothing or self._edited):
            return self._keep_names(index_names(registry, settings))
        if pointer not in self._names_at_hand or self._edited:
            bearers: Mapping[str, tuple[EntityId, ...]]
            bearers = fetch_value(pointer, dict[str, tuple[EntityId, ...]], self._reader)
            if self._edited:
                bearers = change_bearers(bearers, self._edited, settings)
                return self._keep_names(index_bearers(bearers, registry, settings), bearers)
            self._names_at_hand[pointer] = index_bearers(bearers, registry, settings)
        return self._names_at_hand[pointer]

    def _keep_names(self, index: NameIndex, bearers: Mapping[str, tuple[EntityId, ...]] | None = None) -> NameIndex:
        self._bearers = self._writer.append(pack(bearers or bearers_of(index)))
        self._names_at_hand.clear()
        self._names_at_hand[self._bearers] = index
        return index

    def _settle(self, candidates: Iterable[Candidate], registry: Registry, pages: Iterable[Page]) -> Orders:
        """Say which articles are published, of those just read and those at hand, and what links can lead to."""
        self._heard |= {candidate.path: candidate for candidate in candidates}
        at_hand = {path: candidate_of(path, article) for path, article in self._articles.items()}
        ordered = [candidate for _, candidate in sorted({**at_hand, **self._heard}.items())]
        self._published = choose_published(ordered, self._task.options, self._folder, self._settings.language)
        published = [each for each in ordered if each.path in self._published.paths]
        at = page_urls_by_file(
            ((each.path, each.claim.slug) for each in published if each.claim),
            ((entity.path, entity.id) for entity in registry.entities if entity.public),
            ((page.path, page.slug) for page in pages),
        )
        self._targets = Targets(at, frozenset(self._task.found.files))
        return Orders(self._published.paths, self._targets)

    def _targets_stamp(self) -> bytes:
        return stamp(pack([sorted(self._targets.pages.items()), sorted(self._targets.files)]))

    def _drop_leaning(self) -> bool:
        """Let go of whatever was taken over and hangs on which pages and files there are; say whether anything was."""
        before = len(self._articles) + len(self._entities) + len(self._pages)
        self._articles = {
            path: each for path, each in self._articles.items() if path in self._heard or not each.trace.leans
        }
        self._entities = {identity: each for identity, each in self._entities.items() if not each.trace.leans}
        self._pages = {path: each for path, each in self._pages.items() if not each.trace.leans}
        return len(self._articles) + len(self._entities) + len(self._pages) < before

    def _current_bearers(self) -> Pointer | None:
        """Where it is kept who bears which name; None where names changed and no text had to be linked for it."""
        is_old = self._bearers == self._before.bearers
        return None if is_old and not self._change.is_nothing else self._bearers

    def _state(self, registry_problems: tuple[Problem, ...], page_problems: tuple[Problem, ...]) -> State:
        found = self._task.found.texts
        return State(
            terms=self._terms,
            targets=self._targets_stamp(),
            files=self._task.files_stamp(),
            seen=self._look.seen,
            unread=tuple(sorted(found.keys() - self._look.seen.keys() - self._heard.keys() - {SETTINGS})),
            articles=dict(sorted(self._articles.items())),
            entities=dict(sorted(self._entities.items())),
            registry_problems=registry_problems,
            page_problems=page_problems,
            bearers=self._current_bearers(),
            pages=dict(sorted(self._pages.items())),
        )


def _is_told_alike(kept: KeptEntity, entity: Entity) -> bool:
    """Whether an entity stands in the file in which it stood, and its header calls the same entities by their slugs."""
    return kept.entity.path == entity.path and kept.entity.events == bare(entity).events


def _with(kept: KeptEntity, entity: Entity) -> KeptEntity:
    """What is kept of an entity, for what its file says now of other things than its texts."""
    same = bare(entity)
    return kept if kept.entity == same else restamped(replace(kept, entity=same))


def _terms(settings: Settings, options: Options, folder: str) -> bytes:
    """A digest of what decides how every file is read and linked."""
    told_alone = replace(settings, title="", description="", notice="", base_url="", timezone="", authors=(), extra={})
    told_alone = replace(told_alone, files=(), navigation=(), life_events=False, cards=True)
    return stamp(repr((options.version, folder, told_alone)).encode())
