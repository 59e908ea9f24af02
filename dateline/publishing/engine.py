"""Turn the folders of a site into a site on the disk, doing again only what has to be done again.

An engine remembers its last build: in memory while it lives, as a preview does, and in the user's cache folder.
"""

import contextlib
import tempfile
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from dateline.indexes.announced import announced_dates
from dateline.linking.changes import Change, compare_ledgers
from dateline.linking.names import NameIndex
from dateline.model.dataclass import dataclass
from dateline.model.problem import has_errors
from dateline.pipeline import Report
from dateline.publishing.brief import Brief
from dateline.publishing.briefing import Stood, brief_of
from dateline.publishing.clock import nanoseconds
from dateline.publishing.codec import UnkeepableError
from dateline.publishing.crew import Hands
from dateline.publishing.digests import digest_cited
from dateline.publishing.gathering import gather
from dateline.publishing.glance import Read, Told, forget_glance, keep_glance
from dateline.publishing.keeping import LostError, dates_in, fetch
from dateline.publishing.kept import State
from dateline.publishing.kept_templates import KeptTemplates
from dateline.publishing.looking import is_settled
from dateline.publishing.manifest import MANIFEST
from dateline.publishing.memory import Memory
from dateline.publishing.outcome import Outcome
from dateline.publishing.output import write_outputs
from dateline.publishing.pausing import no_collections
from dateline.publishing.press import Order, Printed, print_site
from dateline.publishing.proofs import Proof
from dateline.publishing.retouching import LastBuild, retouch
from dateline.publishing.segments import Pointer, SegmentReader
from dateline.publishing.site import build_from_disk, options_of
from dateline.publishing.sources import Found, Theme, find_again, find_content, find_settings, read_theme
from dateline.publishing.state_parts import StateParts
from dateline.publishing.survey import Survey
from dateline.publishing.tasks import Task
from dateline.publishing.touching import touch_up
from dateline.publishing.wishes import Wish


@dataclass(slots=True)
class Engine:
    """Builds one site, again and again."""

    wish: Wish
    output: Path
    memory: Memory | None
    """None: nothing is remembered beyond the life of the engine."""
    hands: Hands = field(default_factory=Hands)
    state: State | None = None
    """After the last build; None: not known yet."""
    proof: Proof | None = field(default=None, repr=False)
    """Of the last build."""
    names: dict[Pointer, NameIndex] = field(default_factory=dict, repr=False)
    """The index of names, by the pointer to what it is made of."""
    reader: SegmentReader | None = field(default=None, repr=False)
    last: tuple[Found, Theme] | None = field(default=None, repr=False)
    """What there was to read."""
    codes: KeptTemplates | None = field(default=None, repr=False)
    """Compiled templates; None: not known yet, or not to be remembered."""
    standing: LastBuild | None = field(default=None, repr=False)
    """The last build, where it wrote the site, and nobody else touches that or is to remember it."""
    looked: Found | None = field(default=None, repr=False)
    """What is in the content folder, where somebody has looked at that just before the first build."""
    is_touched: bool = False
    """Whether the way of `touching` was tried already; only a process that remembers nothing goes it."""
    is_own: bool = False
    """Whether nobody but this process touches the output folder."""
    told: frozenset[Path] = frozenset()
    """What has changed since the last build that was remembered."""
    shelter: tempfile.TemporaryDirectory[str] | None = field(default=None, repr=False)
    """Where segments are where nothing is to be remembered."""

    def build(self, report: Report, changed: frozenset[Path] = frozenset()) -> Outcome:
        """Build the site. Raises DatelineError, and then leaves the output folder as it was.

        Files of the content folder among those that have `changed` (absolute paths) are read whatever their time
        and size.
        """
        with no_collections():
            return self._build_somehow(report, changed)

    def _build_somehow(self, report: Report, changed: frozenset[Path]) -> Outcome:
        if self.state is None and self.memory and not self.is_touched:
            self.is_touched = True
            outcome = touch_up(self.wish, self.output, self.memory, report, Survey(self.wish.content, self.output))
            if outcome:
                return outcome
        if self.state is None:
            self.state = (self.memory.recall() if self.memory else None) or State()
        self.told |= changed
        try:
            return self._retouch(report) or self._build(report, self._unseen(self.state, self.told), changed)
        except LostError:
            self.state = State(outputs=self.state.outputs)
        except OSError:
            # Where nothing can be kept, the build goes on without being remembered.
            self.memory, self.state = None, State(outputs=self.state.outputs)
            self.reader, self.proof = None, None
            self.names.clear()
        except UnkeepableError:
            return self._build_unremembered(report)
        return self._build(report, self.state)

    def _build_unremembered(self, report: Report) -> Outcome:
        """Build a site that holds what cannot be kept."""
        made = build_from_disk(self.wish, report)
        written = None
        if not has_errors(made.problems):
            written = write_outputs(made.outputs, self.wish.content, self.output)
        return Outcome(made.problems, made.summary, written, None)

    def _unseen(self, state: State, changed: frozenset[Path]) -> State:
        """The state with what was seen of changed files forgotten, but for what they held."""
        content = self.wish.content.resolve()
        paths = {path.relative_to(content).as_posix() for path in changed if path.is_relative_to(content)}
        fresh = {path: seen._replace(changed=0) for path, seen in state.seen.items() if path in paths}
        return replace(state, seen={**state.seen, **fresh}) if fresh else state

    def close(self) -> None:
        """Let go of what is not to be remembered."""
        if self.reader:
            self.reader.close()
        if self.shelter:
            self.shelter.cleanup()
            self.shelter = None

    def _retouch(self, report: Report) -> Outcome | None:
        """Build on the shortest way; None where it is not open."""
        standing, content = self.standing, self.wish.content.resolve()
        is_within = all(path.is_relative_to(content) for path in self.told)
        found = find_again(self.last[0], content, self.told) if standing and self.last and is_within else None
        if not (found and standing and self.last and self.state):
            return None
        report("read", 0, 0)
        options = options_of(self.wish, find_settings(self.wish.content))
        task = Task(found, options, self.state, self._folder(), self._open_reader(), self.hands, nanoseconds(), report)
        paths = {path.relative_to(content).as_posix() for path in self.told}
        done = retouch(standing, task, options, paths, self.names)
        if done is None:
            return None
        self.state, self.last, self.told = done.state, (found, self.last[1]), frozenset()
        changes = _changes(done.before, done.after, self._open_reader())
        return Outcome(standing.printed.problems, standing.printed.summary, done.written, changes)

    def _build(self, report: Report, before: State, changed: frozenset[Path] = frozenset()) -> Outcome:
        report("find", 0, 0)
        self.standing = None
        # The moment before anything is read: what changes from here on gets a later time.
        now = nanoseconds()
        found, theme = self._find(changed)
        options = options_of(self.wish, find_settings(self.wish.content))
        folder, reader = self._folder(), self._open_reader()
        hands, proof, output = self.hands, self.proof, self.output
        task = Task(found, options, before, folder, reader, hands, now, report)
        gathered = gather(task, self.names)
        records = (article.record for article in gathered.state.articles.values())
        digests = digest_cited(records, found.files, before.digests, now)
        state = replace(gathered.state, digests=digests)
        announced = announced_dates(dates_in(state), options.today)
        gathered = replace(gathered, state=state, problems=(*gathered.problems, *theme.problems), announced=announced)
        order = Order(gathered, found, theme, options, output, reader, before, proof, hands, now, report, self.is_own)
        printed = print_site(order)
        if printed.written is None:
            return Outcome(printed.problems, printed.summary, None, None)
        changes = _changes(before, gathered.state, reader)
        self._remember(order, printed)
        self._remember_at_a_glance(order, printed)
        if self.is_own and self.memory is None:
            self.standing = LastBuild(replace(order, before=State(), proof=None), printed)
        return Outcome(printed.problems, printed.summary, printed.written, changes)

    def _find(self, changed: frozenset[Path]) -> tuple[Found, Theme]:
        """What there is to read: where texts alone have changed, only these are looked at."""
        again = find_again(self.last[0], self.wish.content, changed) if self.last and changed else None
        if self.last and again:
            self.last = again, self.last[1]
        else:
            found, self.looked = self.looked or find_content(self.wish.content), None
            self.codes = self.codes or (KeptTemplates(self.memory.folder) if self.memory else None)
            self.last = found, replace(read_theme(self.wish.content, self.wish.templates), codes=self.codes)
        return self.last

    def _remember(self, order: Order, printed: Printed) -> None:
        state, pieces = order.gathered.state, printed.pieces
        self.state = replace(
            state, outputs=printed.outputs, ground=printed.proof.ground, frame=printed.frame, pieces=pieces
        )
        self.proof, self.told = printed.proof, frozenset()
        if self.memory:
            self.state = self.memory.keep(self.state, partial(self._brief, order, printed))
        if self.codes:
            with contextlib.suppress(OSError):
                self.codes.save()

    def _brief(self, order: Order, printed: Printed, state: State, parts: StateParts) -> Brief | None:
        """What short builds need to know of this one."""
        manifest, timezone = (self.output / MANIFEST).lstat(), order.gathered.settings.timezone
        times = (manifest.st_size, manifest.st_mtime_ns)
        said = (printed.proof.edition, printed.summary, printed.problems)
        return brief_of(Stood(self._read(order), order.options, timezone, *said, times, order.now), state, parts)

    def _read(self, order: Order) -> Read:
        return Read(self.wish, order.options.today, order.found, order.theme.found, order.theme.problems)

    def _remember_at_a_glance(self, order: Order, printed: Printed) -> None:
        """Let the next build see without a look inside that nothing has changed, if the times of files can tell."""
        if not self.memory:
            return
        read = self._read(order)
        times = {path: (each.size, each.changed) for path, each in printed.outputs.items()}
        telling = all(size >= 0 for size, _ in times.values()) and is_settled(read.latest, order.now)
        told = Told(printed.summary, printed.problems, len(times))
        with contextlib.suppress(OSError, ValueError):
            if telling:
                manifest = (self.output / MANIFEST).lstat()
                times[MANIFEST] = (manifest.st_size, manifest.st_mtime_ns)
                keep_glance(read, self.memory.folder, order.gathered.settings.timezone, times, told)
            else:
                forget_glance(self.memory.folder)

    def _open_reader(self) -> SegmentReader:
        self.reader = self.reader or SegmentReader(self._folder())
        return self.reader

    def _folder(self) -> Path:
        if self.memory:
            return self.memory.folder
        self.shelter = self.shelter or tempfile.TemporaryDirectory(prefix="dateline-")
        return Path(self.shelter.name)


def _changes(before: State, after: State, reader: SegmentReader) -> tuple[Change, ...] | None:
    """What changed among the links, in files that were linked anew, or are gone."""
    if not before.terms:
        return None
    old, new = _linked_anew(before, after), _linked_anew(after, before)
    changed = sorted(old.keys() | new.keys())
    try:
        return compare_ledgers(_ledger(changed, old, reader), _ledger(changed, new, reader))
    except (LostError, ValueError):
        return None


def _linked_anew(state: State, other: State) -> dict[str, Pointer]:
    """Where the lines of files are kept that the other state does not share, by path."""
    articles, entities, pages = state.articles, state.entities, state.pages
    found = {path: each.trace.ledger for path, each in articles.items() if other.articles.get(path) is not each}
    found |= {e.entity.path: e.trace.ledger for i, e in entities.items() if other.entities.get(i) is not e}
    return found | {path: each.trace.ledger for path, each in pages.items() if other.pages.get(path) is not each}


def _ledger(paths: list[str], ledgers: dict[str, Pointer], reader: SegmentReader) -> bytes:
    return b"".join(fetch(ledgers[path], reader) for path in paths if path in ledgers)
