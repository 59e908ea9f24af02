"""Turn a few saved articles into the few outputs that differ, in a preview whose last build is still at hand.

The shortest way of all: it is open where nothing changes but the long parts of articles, and how often they name whom,
so that what a build asks of every article, page and file need not be asked again.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field, replace
from functools import partial

from dateline.linking.names import NameIndex
from dateline.model.dataclass import dataclass
from dateline.model.problem import Code
from dateline.model.source import Options
from dateline.model.translations import original_slug
from dateline.model.urls import MENTIONS
from dateline.publishing.data_files import DataFile, Ledger, ledger_parts
from dateline.publishing.desk import Desk, Orders, Share, Surroundings
from dateline.publishing.edits import claims_anew, framed_parts, short_parts
from dateline.publishing.keeping import fetch
from dateline.publishing.kept import KeptArticle, KeptOutput, State
from dateline.publishing.looking import Look
from dateline.publishing.memory import traces_of
from dateline.publishing.own_writing import OwnWriting, open_own_writing
from dateline.publishing.press import UNKNOWN, Order, Printed, stage_data
from dateline.publishing.printing import Sheet, print_pages
from dateline.publishing.proofs import compare_long_parts
from dateline.publishing.regathering import MOST, surround, targets_of
from dateline.publishing.segments import Pointer
from dateline.publishing.staging import Staged
from dateline.publishing.tasks import Task
from dateline.publishing.writing import FileStamp, Written
from dateline.rendering.feed import as_of, latest_articles
from dateline.rendering.pages import plan_some
from dateline.rendering.plan import PlannedPage


@dataclass(slots=True)
class LastBuild:
    """A build of a preview that stands, and what is said of it once for all saves that change none of it."""

    order: Order
    printed: Printed
    around: Surroundings | None = None
    """What articles are read and linked against; None: nobody has asked yet."""
    latest: frozenset[str] | None = None
    """The paths of the articles that feeds hold; None: nobody has asked yet."""
    ledger: dict[str, Pointer] = field(default_factory=dict)
    """Where the lines of each file are kept, in the order of the mention ledger; empty: nobody has asked yet."""

    def is_open(self, task: Task, options: Options, paths: Collection[str]) -> bool:
        """Return whether articles are all that was saved, and no name is withheld, which any text may hold."""
        held = task.before.articles
        is_alike = options == self.order.options and self.printed.proof.edition.guard.pattern is None
        # Of a dead link its place is told: a save may move it.
        is_alike &= all(problem.code is not Code.LINK_DEAD for problem in self.printed.problems)
        return is_alike and 0 < len(paths) <= MOST and all(path in held and held[path].holds for path in paths)

    def surroundings(self, task: Task, names: Mapping[Pointer, NameIndex]) -> Surroundings | None:
        """Return what articles are read and linked against; None where no index of names is at hand."""
        pointer, gathered = task.before.bearers, self.order.gathered
        if self.around is None and pointer is not None and pointer in names:
            self.around = surround(task, gathered.registry, gathered.settings, names[pointer], targets_of(task))
        return self.around

    def is_latest(self, paths: Iterable[str]) -> bool:
        """Return whether feeds hold one of these articles."""
        if self.latest is None:
            articles = as_of(self.printed.proof.edition.records.articles, self.order.options.today)
            self.latest = frozenset(each.path for each in latest_articles(articles, self.order.gathered.settings))
        return not self.latest.isdisjoint(paths)

    def count(self, mentions: int) -> None:
        """Take so many mentions more into the summary; below 0: fewer."""
        summary = self.printed.summary
        summary = replace(summary, mentions=summary.mentions + mentions)
        self.printed = replace(self.printed, summary=summary)

    def lines(self, state: State) -> dict[str, Pointer]:
        """Return where the lines of each file are kept, in the order of the mention ledger."""
        if not self.ledger:
            self.ledger = {path: trace.ledger for path, trace in sorted(traces_of(state).items())}
        return self.ledger


@dataclass(frozen=True, slots=True)
class Retouched:
    """What became of a build on this way."""

    state: State
    before: State
    """What has changed, as it was."""
    after: State
    """What has changed, as it is."""
    written: Written


def retouch(
    last: LastBuild, task: Task, options: Options, paths: Collection[str], names: Mapping[Pointer, NameIndex]
) -> Retouched | None:
    """Write what differs now that these texts were saved; None where this way is not open, and nothing was written.

    `task` holds the state after the last build, and the files as they are now; `paths` are below the content folder.
    Raises DatelineError, LostError, OSError.
    """
    if not last.is_open(task, options, paths):
        return None
    around = last.surroundings(task, names)
    articles = _link(sorted(paths), task, around) if around else None
    return _Retouching(last, task, articles).run() if articles else None


def _link(paths: list[str], task: Task, around: Surroundings) -> dict[str, KeptArticle] | None:
    """The articles as they are now; None where other pages have to show more of them than their long parts."""
    held = task.before.articles
    desk = Desk(around, Share({path: task.found.texts[path] for path in paths}, ()))
    if any(claims_anew(candidate, held[candidate.path]) for candidate in desk.hear()):
        return None
    orders = Orders(frozenset(paths), around.site.targets)
    linked = [article for batch in desk.link(orders) for article in batch.articles]
    if any(each.problems or _reaches_further(held[each.kept.record.path], each.kept) for each in linked):
        return None
    return {each.kept.record.path: each.kept for each in linked}


def _reaches_further(old: KeptArticle, new: KeptArticle) -> bool:
    """Whether more has changed than long parts, and how often an article that is no translation names whom."""
    parts = short_parts if original_slug(new.record.slug) else framed_parts
    return parts(old) != parts(new)


class _Retouching:
    """One build on this way."""

    def __init__(self, last: LastBuild, task: Task, articles: dict[str, KeptArticle]) -> None:
        self._last, self._task, self._articles = last, task, articles
        held, terms = task.before.articles, task.before.terms
        self._before = State(terms=terms, articles={path: held[path] for path in articles})
        self._after = State(terms=terms, articles=articles)
        self._outputs = task.before.outputs
        self._ledger = {**last.lines(task.before), **{path: each.trace.ledger for path, each in articles.items()}}

    def run(self) -> Retouched | None:
        """Write what differs; None where a template has a fault."""
        proof = self._last.printed.proof
        proof.library.renew(self._articles.values())
        newer = {article.record.slug: article.record for article in self._articles.values()}
        pages = plan_some(proof.edition, *compare_long_parts(self._before, self._after), newer)
        data = self._data()
        there = {path: self._outputs[path] for path in (*pages, *(each.path for each in data))}
        known = {path: FileStamp(each.digest, each.size, each.changed) for path, each in there.items()}
        writing = open_own_writing(self._last.order.output, known)
        try:
            staged = self._stage(pages, data, writing)
            return self._commit(staged, writing) if staged is not None else None
        finally:
            writing.abandon()

    def _more_mentions(self) -> int:
        """How many mentions there are more than before; those of translations are as many as they were."""
        before = self._before.articles
        return sum(each.record.mentions - before[path].record.mentions for path, each in self._articles.items())

    def _data(self) -> list[DataFile]:
        """The files beside the pages that may differ: the ledger, and feeds."""
        is_moved = self._lines(self._before) != self._lines(self._after)
        feeds = self._last.printed.feeds if self._last.is_latest(self._articles) else ()
        return [*([self._new_ledger()] if is_moved else []), *feeds]

    def _lines(self, state: State) -> list[bytes]:
        return [fetch(article.trace.ledger, self._task.reader) for article in state.articles.values()]

    def _new_ledger(self) -> DataFile:
        """The mention ledger, joined from the lines that stand in the last one and the new ones."""
        file = self._last.order.output / MENTIONS
        parts = partial(ledger_parts, self._ledger, Ledger(self._last.ledger, file.read_bytes), self._task.reader)
        return DataFile(MENTIONS, UNKNOWN, lambda: b"".join(parts()), parts)

    def _stage(
        self, pages: Mapping[str, PlannedPage], data: Iterable[DataFile], writing: OwnWriting
    ) -> list[Staged] | None:
        """Make what may differ; None where a page has a fault."""
        order, guard = self._last.order, self._last.printed.proof.edition.guard
        self._task.report("render", 0, 0)
        sheets = [Sheet(path, page, writing.digest_there(path)) for path, page in pages.items()]
        printed = [*print_pages(sheets, order.theme, writing.staging, order.hands, lambda *_: None, guard)]
        if any(each.problems for each in printed):
            return None
        return [*(each.staged for each in printed), *(stage_data(each, writing) for each in data)]

    def _commit(self, staged: list[Staged], writing: OwnWriting) -> Retouched:
        """Put what was made into place, and say what stands now."""
        written = replace(writing.commit(staged, {}), unchanged=len(self._outputs))
        self._last.ledger = self._ledger
        self._last.count(self._more_mentions())
        # What these are made from is not digested: the next build on another way makes them again.
        outputs = {**self._outputs, MENTIONS: replace(self._outputs[MENTIONS], key=UNKNOWN)}
        outputs |= {each.path: self._output(each) for each in staged}
        before, look = self._task.before, Look(self._task.found.texts, {}, self._task.now)
        for path, article in self._articles.items():
            look.note(path, article.digest)
        articles = {**before.articles, **self._articles}
        state = replace(before, seen={**before.seen, **look.seen}, articles=articles, outputs=outputs)
        written = replace(written, unchanged=len(outputs) - len(written.written))
        return Retouched(state, self._before, self._after, written)

    def _output(self, made: Staged) -> KeptOutput:
        before = self._outputs[made.path]
        if not made.temporary:
            return replace(before, key=UNKNOWN)
        return replace(before, key=UNKNOWN, digest=made.digest, size=made.size, changed=made.mtime_ns)
