"""Turn what was gathered into the files of the site: what is made from the same as in the last build stays."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from dateline.indexes import index_records
from dateline.model.problem import Code, Location, Problem, has_errors, sort_problems
from dateline.model.source import Options, Summary
from dateline.model.urls import MEDIA, output_path
from dateline.publishing.codec import pack, stamp
from dateline.publishing.crew import Hands
from dateline.publishing.data_files import plan_data
from dateline.publishing.gathering import Gathered
from dateline.publishing.keeping import records_of, stamps_of
from dateline.publishing.kept import KeptOutput
from dateline.publishing.looking import is_settled
from dateline.publishing.memory import traces_of
from dateline.publishing.printing import Sheet, print_pages, try_pages
from dateline.publishing.segments import SegmentReader
from dateline.publishing.sources import Found, Theme
from dateline.publishing.staging import Staged, stage, stage_copy
from dateline.publishing.writing import FileStamp, Writing, Written, open_writing
from dateline.reading.content import Content
from dateline.rendering.crawlers import page_urls
from dateline.rendering.pages import SitePlan, plan_site
from dateline.rendering.plan import PlannedPage

Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, from what, and where to."""

    gathered: Gathered
    found: Found
    theme: Theme
    options: Options
    output: Path
    folder: Path
    """Where segments are kept."""
    before: Mapping[str, KeptOutput]
    """What the last build wrote."""
    hands: Hands
    now: int
    """The present moment, in nanoseconds of the file system's clock."""
    report: Report


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of a build."""

    problems: tuple[Problem, ...]
    summary: Summary
    written: Written | None
    """None where an error kept everything as it was."""
    outputs: Mapping[str, KeptOutput]
    """What stands in the output folder now."""


def print_site(order: Order) -> Printed:
    """Write the site, unless there is an error. Raises DatelineError, LostError."""
    with SegmentReader(order.folder) as reader:
        return _Press(order, reader).run()


class _Press:
    """One printing of a site."""

    def __init__(self, order: Order, reader: SegmentReader) -> None:
        self._order = order
        self._state = order.gathered.state
        order.report("index", 0, 0)
        self._records = records_of(self._state, reader)
        self._indexes = index_records(self._records, order.gathered.registry)
        self._plan = self._planned()
        self._traces = traces_of(self._state)
        self._data = plan_data(self._state, self._records, order.gathered.settings, self._plan.pages, reader)
        self._media = sorted({file for trace in self._traces.values() for file in trace.files})
        self._keys: dict[str, bytes] = {}
        self._staged: list[Staged] = []

    def run(self) -> Printed:
        """Print."""
        paths = {*self._plan.pages, *self._plan.assets, *map(_media_path, self._media), *(d.path for d in self._data)}
        early = [*self._order.gathered.problems, *self._plan.problems, *self._dead_links(paths)]
        if has_errors(early):
            return self._refuse([*early, *try_pages(self._changed_pages(lambda _: True), self._order.theme)])
        writing = open_writing(paths, self._order.output, self._known())
        try:
            return self._write(writing, early)
        except BaseException:
            writing.abandon()
            raise

    def _write(self, writing: Writing, early: Iterable[Problem]) -> Printed:
        self._order.report("render", 0, 0)
        late = self._stage_pages(writing)
        if has_errors(late):
            writing.abandon()
            return self._refuse([*early, *late])
        self._order.report("data", 0, 0)
        self._stage_rest(writing)
        self._order.report("write", 0, 0)
        before = self._order.before
        staged = {each.path for each in self._staged}
        written = writing.commit(self._staged, {p: before[p].digest for p in self._keys if p not in staged})
        problems = sort_problems([*early, *late])
        return Printed(problems, self._summary(), written, self._outputs(written))

    def _refuse(self, problems: Iterable[Problem]) -> Printed:
        return Printed(sort_problems(problems), self._summary(), None, self._order.before)

    def _planned(self) -> SitePlan:
        order = self._order
        content = Content(order.gathered.settings, order.gathered.registry, (), order.gathered.pages)
        return plan_site(
            content, self._records, self._indexes, order.theme.templates, order.theme.assets, order.options
        )

    def _known(self) -> dict[str, FileStamp]:
        return {path: FileStamp(each.digest, each.size, each.changed) for path, each in self._order.before.items()}

    def _dead_links(self, paths: set[str]) -> Iterator[Problem]:
        for trace in self._traces.values():
            for link in trace.links:
                if output_path(link.url) not in paths:
                    where = Location.at(f"{self._order.found.folder}/{link.path}", link.place)
                    hint = "link to a page that the site has, or to a file of the content folder"
                    yield Problem(Code.LINK_DEAD, f"there is no page at '/{link.url}'", where, hint)

    def _stage_pages(self, writing: Writing) -> list[Problem]:
        """Render the pages that are not what they were, and return what is wrong with their templates."""
        changed = self._changed_pages(lambda path: self._still_stands(path, writing))
        sheets = [Sheet(path, page, writing.digest_there(path)) for path, page in changed.items()]
        problems: list[Problem] = []
        for printed in print_pages(sheets, self._order.theme, writing.staging, self._order.hands, self._report_pages):
            self._staged.append(printed.staged)
            problems += printed.problems
        return problems

    def _report_pages(self, done: int, total: int) -> None:
        self._order.report("render", done, total)

    def _changed_pages(self, stands: Callable[[str], bool]) -> dict[str, PlannedPage]:
        stamps = stamps_of(self._state)
        return {
            path: page
            for path, page in self._plan.pages.items()
            if not (self._is_as_it_was(path, page.key(stamps)) and stands(path))
        }

    def _is_as_it_was(self, path: str, key: bytes) -> bool:
        """Whether an output would be made from what it was made from in the last build."""
        self._keys[path] = key
        before = self._order.before.get(path)
        return before is not None and before.key == key

    def _still_stands(self, path: str, writing: Writing) -> bool:
        return writing.digest_there(path) == self._order.before[path].digest

    def _stage_rest(self, writing: Writing) -> None:
        for data in self._data:
            if not (self._is_as_it_was(data.path, data.key) and self._still_stands(data.path, writing)):
                self._staged.append(stage(writing.staging, data.path, data.make(), writing.digest_there(data.path)))
        for path, asset in self._plan.assets.items():
            self._keys[path] = b""
            self._staged.append(stage(writing.staging, path, asset, writing.digest_there(path)))
        for file in self._media:
            self._stage_media(file, writing)

    def _stage_media(self, file: str, writing: Writing) -> None:
        path, found = _media_path(file), self._order.found.files[file]
        is_known = is_settled(found.changed, self._order.now)
        is_as_it_was = self._is_as_it_was(path, stamp(pack((found.size, found.changed if is_known else 0))))
        if not (is_known and is_as_it_was and self._still_stands(path, writing)):
            self._staged.append(stage_copy(writing.staging, path, Path(found.file), writing.digest_there(path)))

    def _outputs(self, written: Written) -> Mapping[str, KeptOutput]:
        digests = {path: each.digest for path, each in self._order.before.items()}
        digests |= {each.path: each.digest for each in self._staged}
        return {path: _kept_output(key, digests[path], written.stamps.get(path)) for path, key in self._keys.items()}

    def _summary(self) -> Summary:
        return Summary(
            articles=len(self._records.articles),
            events=sum(len(article.events) for article in self._records.articles),
            entities=len(self._records.entities),
            mentions=sum(sum(article.named.values()) for article in self._records.articles),
            pages=len(page_urls(self._plan.pages)) + 1,
        )


def _media_path(file: str) -> str:
    return f"{MEDIA}{file}"


def _kept_output(key: bytes, digest: str, known: FileStamp | None) -> KeptOutput:
    """What is remembered of an output; a file that changed too lately to be known by its time has none."""
    return KeptOutput(key, digest, known.size if known else -1, known.mtime_ns if known else 0)
