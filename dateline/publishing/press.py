"""Turn what was gathered into the files of the site: what is made from the same as in the last build stays.

Most edits change words of an article and nothing that other pages are made from: they stay within one frame, and then
all but a few pages are left alone without a look at what they are made from.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from dateline.indexes.relations import tell_unknown_articles
from dateline.linking.guard import Guard
from dateline.linking.withheld import is_private, tell_outputs, tell_shared
from dateline.model.dataclass import dataclass
from dateline.model.problem import Location, Problem, has_errors, sort_problems
from dateline.model.source import Options, Summary
from dateline.model.urls import FEED, JSON_FEED, MEDIA, MENTIONS
from dateline.pipeline import Report, dead_links, tell_missing_files, used_files
from dateline.publishing.codec import pack, stamp
from dateline.publishing.crew import Hands
from dateline.publishing.data_files import DataFile, Ledger, key_data
from dateline.publishing.keeping import stamps_of
from dateline.publishing.kept import KeptOutput, State
from dateline.publishing.looking import is_settled
from dateline.publishing.media import CLEANING, Prepared, prepare
from dateline.publishing.memory import traces_of
from dateline.publishing.own_writing import OwnWriting, catch_up, open_own_writing
from dateline.publishing.piecing import Standing
from dateline.publishing.printing import Sheet, print_pages, try_pages
from dateline.publishing.proofs import Proof, compare_long_parts, frame_of, prove
from dateline.publishing.reaching import reach_between
from dateline.publishing.segments import SegmentReader
from dateline.publishing.sources import Found, Theme
from dateline.publishing.staging import Staged, stage, stage_copy, stage_parts
from dateline.publishing.tasks import Gathered
from dateline.publishing.writing import FileStamp, Writing, Written, open_writing
from dateline.rendering.catalogues import tell_catalogues
from dateline.rendering.data_page import material_of
from dateline.rendering.keys import forget_ingredients
from dateline.rendering.pages import SitePlan, plan_assets, plan_edition, plan_reached, plan_some, read_by_pages
from dateline.rendering.plan import PlannedPage
from dateline.rendering.redirect_pages import redirect_paths

UNKNOWN = b""
"""The key of an output of which nobody has digested what it is made from."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, from what, and where to."""

    gathered: Gathered
    found: Found
    theme: Theme
    options: Options
    output: Path
    reader: SegmentReader
    before: State
    """What the last build left."""
    proof: Proof | None
    """That of the last build, where it is at hand."""
    hands: Hands
    now: int
    """The present moment, in nanoseconds of the file system's clock."""
    report: Report
    is_own: bool = False
    """Whether nobody but this process touches the output folder."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of a build."""

    problems: tuple[Problem, ...]
    summary: Summary
    written: Written | None
    """None where an error kept everything as it was."""
    outputs: Mapping[str, KeptOutput]
    """What stands in the output folder now."""
    proof: Proof
    frame: bytes
    pieces: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """How files of data that stand there are joined, by path."""
    feeds: tuple[DataFile, ...] = field(default=(), repr=False)
    """Those that hold texts of articles."""


def print_site(order: Order) -> Printed:
    """Write the site, unless there is an error. Raises DatelineError, LostError."""
    return _Press(order).run()


def stage_data(file: DataFile, writing: Writing | OwnWriting) -> Staged:
    """Make a file beside the pages and let it wait for its place. Raises DatelineError, LostError."""
    there = writing.digest_there(file.path)
    if file.parts:
        return stage_parts(writing.staging, file.path, file.parts(), there)
    return stage(writing.staging, file.path, file.make(), there)


class _Press:
    """One printing of a site."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._state = order.gathered.state
        self._before = order.before.outputs
        order.report("index", 0, 0)
        theme = read_by_pages(order.theme.templates, order.theme.assets)
        self._proof = prove(order.proof, order.gathered, order.options, theme, order.reader)
        self._frame = frame_of(order.gathered, self._proof.ground)
        is_framed = bool(self._before) and order.before.frame == self._frame
        self._plan = None if is_framed else self._make_plan()
        self._assets = plan_assets(self._proof.edition, order.theme.assets)
        self._pages = self._page_paths()
        self._listed = (self._pages | self._assets.keys()) - redirect_paths(self._proof.edition.records)
        self._traces = traces_of(self._state)
        self._keys: dict[str, bytes] = {}
        self._staged: list[Staged] = []
        self._pieces = dict(order.before.pieces)

    def _make_plan(self) -> SitePlan:
        """The plan of the whole site, without pages that are certain to be as the last build made them."""
        edition, assets, before = self._proof.edition, self._order.theme.assets, self._order.before
        is_known = bool(self._before) and before.ground == self._proof.ground and edition.guard.pattern is None
        reach = reach_between(before, self._state) if is_known else None
        reached = plan_reached(edition, assets, reach, self._pages_before()) if reach else None
        return reached or plan_edition(edition, assets)

    def run(self) -> Printed:
        """Print."""
        pages = self._pages
        edition, settings = self._proof.edition, self._order.gathered.settings
        options, reader, found = self._order.options, self._order.reader, self._order.found
        data = key_data(self._state, edition, options, self._listed, reader, self._last_ledger(), self._last)
        media = used_files((file for trace in self._traces.values() for file in trace.files), settings, found.files)
        paths = {*pages, *self._assets, *map(_media_path, media), *(each.path for each in data)}
        problems = [*self._order.gathered.problems, *(self._plan.problems if self._plan else ())]
        links = (link for trace in self._traces.values() for link in trace.links)
        problems += [*dead_links(links, paths, self._order.found.folder), *tell_unknown_articles(edition.records)]
        problems += tell_missing_files(settings, found.files, found.folder)
        problems += [*self._tell_catalogues(), *self._tell_shared()]
        guard = Guard() if is_private(problems) else edition.guard
        if has_errors(problems):
            tried = try_pages(self._changed_pages(pages, lambda _: True), self._order.theme, guard)
            return self._refuse([*problems, *tried, *self._tell_rest(data, media, guard), *self._try_media(media)])
        writing = self._open(paths)
        try:
            problems += [*self._tell_rest(data, media, guard), *self._stage_pages(pages, data, writing)]
            problems += self._stage_media(media, writing)
            if has_errors(problems):
                writing.abandon()
                return self._refuse(problems)
            feeds = tuple(each for each in data if each.path in (FEED, JSON_FEED))
            return replace(self._commit(writing, problems), feeds=feeds)
        except BaseException:
            writing.abandon()
            raise

    def _tell_catalogues(self) -> tuple[Problem, ...]:
        edition, theme, language = self._proof.edition, self._order.theme, self._order.gathered.settings.language
        told = partial(tell_catalogues, theme.templates, theme.folder, edition.records, language)
        return edition.memo.once(tell_catalogues, lambda: tuple(told()))

    def _tell_shared(self) -> tuple[Problem, ...]:
        gathered = self._order.gathered
        private, guard = gathered.registry.private, self._proof.edition.guard
        return tell_shared(private, guard, gathered.settings, self._order.found.folder)

    def _tell_rest(self, data: Iterable[DataFile], media: Iterable[str], guard: Guard) -> Iterable[Problem]:
        """The names of private entities that would be published in what is no page."""
        if guard.pattern is None:
            return ()
        made = ((each.path, each.make()) for each in data)
        copied = ((_media_path(file), b"") for file in media)
        return tell_outputs((*made, *self._assets.items(), *copied), guard)

    def _open(self, paths: set[str]) -> Writing | OwnWriting:
        """Look at the output folder, where it may not be as the last build left it."""
        order, known = self._order, self._known()
        if order.is_own and self._plan is None and paths == known.keys():
            return open_own_writing(order.output, known)
        if order.is_own and known:
            catch_up(order.output, known)
        return open_writing(paths, order.output, known)

    def _last_ledger(self) -> Ledger:
        """The ledger that the last build wrote, and what it was made of: where nobody has touched it."""
        file, before = self._order.output / MENTIONS, self._order.before
        stands = self._order.is_own or _is_as_written(file, before.outputs.get(MENTIONS))
        parts = {path: trace.ledger for path, trace in traces_of(before).items()} if stands else {}
        return Ledger(parts, file.read_bytes)

    def _last(self, path: str) -> Standing | None:
        """What the last build wrote at a path, and how that was joined."""
        before, index = self._before.get(path), self._pieces.get(path)
        return Standing(index, before.digest, (self._order.output / path).read_bytes) if before and index else None

    def _commit(self, writing: Writing | OwnWriting, problems: Iterable[Problem]) -> Printed:
        self._order.report("write", 0, 0)
        staged = {each.path for each in self._staged}
        kept = {path: self._before[path].digest for path in self._keys if path not in staged}
        written = writing.commit(self._staged, kept)
        outputs = self._outputs(written)
        summary, proof, frame = self._summary(), self._proof, self._frame
        return Printed(sort_problems(problems), summary, written, outputs, proof, frame, self._pieces)

    def _refuse(self, problems: Iterable[Problem]) -> Printed:
        return Printed(sort_problems(problems), self._summary(), None, self._before, self._proof, self._frame)

    def _page_paths(self) -> set[str]:
        """The output paths of all pages: within one frame those of the last build."""
        if self._plan:
            return {*self._plan.pages, *self._plan.untouched}
        return self._pages_before()

    def _pages_before(self) -> set[str]:
        """The output paths of the pages that the last build made."""
        return {path for path, each in self._before.items() if each.is_page}

    def _known(self) -> dict[str, FileStamp]:
        return {path: FileStamp(each.digest, each.size, each.changed) for path, each in self._before.items()}

    def _stage_pages(self, pages: set[str], data: Iterable[DataFile], writing: Writing | OwnWriting) -> list[Problem]:
        """Render the pages that are not what they were, and beside that make all else; return what is wrong."""
        self._order.report("render", 0, 0)
        changed = self._changed_pages(pages, lambda path: self._still_stands(path, writing))
        sheets = [Sheet(path, page, writing.digest_there(path)) for path, page in changed.items()]
        problems: list[Problem] = []
        order, guard = self._order, self._proof.edition.guard
        rest = partial(self._stage_rest, data, writing)
        printing = print_pages(sheets, order.theme, writing.staging, order.hands, self._report_pages, guard, rest)
        for printed in printing:
            self._staged.append(printed.staged)
            problems += printed.problems
        return problems

    def _report_pages(self, done: int, total: int) -> None:
        self._order.report("render", done, total)

    def _changed_pages(self, paths: set[str], stands: Callable[[str], bool]) -> Mapping[str, PlannedPage]:
        if self._plan is None:
            return self._edited_pages(paths, stands)
        if not self._before:
            return self._plan.pages
        self._keys |= {path: self._before[path].key for path in self._plan.untouched}
        same = self._key_pages(self._plan)
        changed = {path: page for path, page in self._plan.pages.items() if not (path in same and stands(path))}
        return {**changed, **self._fallen_pages(self._plan.untouched, stands)}

    def _key_pages(self, plan: SitePlan) -> set[str]:
        """Note from what pages are made; return those that were made from the same in the last build."""
        stamps = stamps_of(self._state)
        same = {path for path, page in plan.pages.items() if self._is_as_it_was(path, page.key(stamps))}
        forget_ingredients(self._proof.edition, stamps)
        return same

    def _edited_pages(self, paths: set[str], stands: Callable[[str], bool]) -> Mapping[str, PlannedPage]:
        """Within one frame: the pages of edited articles, and of those of whom they now say something else."""
        edited = plan_some(self._proof.edition, *compare_long_parts(self._order.before, self._state))
        # What such a page is made from is not digested: the next build outside of this frame makes it again.
        self._keys |= {path: UNKNOWN if path in edited else self._before[path].key for path in paths}
        return {**edited, **self._fallen_pages(paths - edited.keys(), stands)}

    def _fallen_pages(self, paths: Iterable[str], stands: Callable[[str], bool]) -> Mapping[str, PlannedPage]:
        """Those of the pages that need not be made which somebody has damaged."""
        fallen = [path for path in paths if not stands(path)]
        whole = plan_edition(self._proof.edition, self._order.theme.assets).pages if fallen else {}
        return {path: whole[path] for path in fallen}

    def _is_as_it_was(self, path: str, key: bytes) -> bool:
        """Whether an output would be made from what it was made from in the last build."""
        self._keys[path] = key
        before = self._before.get(path)
        return before is not None and before.key == key

    def _still_stands(self, path: str, writing: Writing | OwnWriting) -> bool:
        return writing.digest_there(path) == self._before[path].digest

    def _stage_rest(self, data: Iterable[DataFile], writing: Writing | OwnWriting) -> None:
        if self._plan and not self._before:
            # Nobody waits for them: other processes make all pages meanwhile.
            self._key_pages(self._plan)
        self._order.report("data", 0, 0)
        for each in data:
            if not (self._is_as_it_was(each.path, each.key) and self._still_stands(each.path, writing)):
                self._staged.append(stage_data(each, writing))
                if each.joint:
                    self._pieces[each.path] = each.joint.index
        material_of(self._proof.edition).made.clear()  # many and large rows, which no page reads
        for path, asset in self._assets.items():
            self._keys[path] = UNKNOWN
            self._staged.append(stage(writing.staging, path, asset, writing.digest_there(path)))

    def _stage_media(self, media: Iterable[str], writing: Writing | OwnWriting) -> list[Problem]:
        """Stage the files that pages use, pictures without their metadata; return which cannot be published."""
        problems: list[Problem] = []
        for file in media:
            path = _media_path(file)
            if not (self._is_settled_as_it_was(file) and self._still_stands(path, writing)):
                prepared, there, source = self._prepare(file), writing.digest_there(path), self._order.found.files[file]
                problems += prepared.problems
                if prepared.data is not None:
                    self._staged.append(stage(writing.staging, path, prepared.data, there))
                else:
                    self._staged.append(stage_copy(writing.staging, path, Path(source.file), there))
        return problems

    def _try_media(self, media: Iterable[str]) -> list[Problem]:
        changed = (file for file in media if not self._is_settled_as_it_was(file))
        return [problem for file in changed for problem in self._prepare(file).problems]

    def _is_settled_as_it_was(self, file: str) -> bool:
        """Whether a file was published before, and its time can tell that it is the same."""
        found, guard = self._order.found.files[file], self._proof.edition.guard
        is_known = is_settled(found.changed, self._order.now)
        key = stamp(pack((CLEANING, guard.names, found.size, found.changed if is_known else 0)))
        return self._is_as_it_was(_media_path(file), key) and is_known

    def _prepare(self, file: str) -> Prepared:
        found = self._order.found
        return prepare(Path(found.files[file].file), Location(f"{found.folder}/{file}"), self._proof.edition.guard)

    def _outputs(self, written: Written) -> Mapping[str, KeptOutput]:
        digests = {each.path: each.digest for each in self._staged}
        return {path: self._kept_output(path, key, digests.get(path), written) for path, key in self._keys.items()}

    def _kept_output(self, path: str, key: bytes, digest: str | None, written: Written) -> KeptOutput:
        """What is remembered of an output; a file that changed too lately to be known by its time has none."""
        before, known, is_page = self._before.get(path), written.stamps.get(path), path in self._pages
        size, changed = (known.size, known.mtime_ns) if known else (-1, 0)
        if before and digest in (None, before.digest):
            if (key, size, changed, is_page) == (before.key, before.size, before.changed, before.is_page):
                return before
            return KeptOutput(key, before.digest, size, changed, is_page)
        assert digest is not None, "an output that was not there was made"  # noqa: S101
        return KeptOutput(key, digest, size, changed, is_page)

    def _summary(self) -> Summary:
        pages = sum(1 for path in self._listed if path.endswith(".html"))
        return replace(self._proof.summary, pages=pages)


def _is_as_written(file: Path, known: KeptOutput | None) -> bool:
    """Whether an output is, by its size and time, what the last build wrote."""
    try:
        found = file.lstat()
    except OSError:
        return False
    return known is not None and (found.st_size, found.st_mtime_ns) == (known.size, known.changed)


def _media_path(file: str) -> str:
    return f"{MEDIA}{file}"
