"""Turn a few edited articles into the few outputs that differ, in a process that knows nothing of the last build yet.

The way is open where nothing has changed but words of articles, and these change nothing but their long parts, and how
often they name whom. All else that a build looks at must be as it was: what is asked for, the theme, every other file,
and every output.
"""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dateline.linking.changes import Change, compare_ledgers
from dateline.model.dataclass import dataclass
from dateline.model.entity import Registry
from dateline.model.names import EntityId
from dateline.model.problem import DatelineError
from dateline.model.source import Summary
from dateline.publishing.brief import Brief
from dateline.publishing.brief_edition import ClosedError, Ground, Shelf, open_edition
from dateline.publishing.brief_look import BriefLook, manifest_times, output_times
from dateline.publishing.brief_writing import BriefWriting
from dateline.publishing.clock import nanoseconds
from dateline.publishing.codec import UnkeepableError
from dateline.publishing.glance import Read, Told, forget_glance, keep_glance
from dateline.publishing.journal import Journal
from dateline.publishing.keeping import LostError, fetch
from dateline.publishing.kept import KeptEntity, KeptPage
from dateline.publishing.kept_templates import KeptTemplates
from dateline.publishing.looking import is_settled
from dateline.publishing.manifest import MANIFEST
from dateline.publishing.memory import Memory
from dateline.publishing.options import options_at
from dateline.publishing.outcome import Outcome
from dateline.publishing.pausing import no_collections
from dateline.publishing.relinking import Against, relink
from dateline.publishing.segments import SegmentReader
from dateline.publishing.sources import SETTINGS, find_theme, read_file, read_theme
from dateline.publishing.state_parts import PartReader
from dateline.publishing.survey import Survey
from dateline.publishing.touched_pages import Edit, Touched, stage_touched
from dateline.publishing.wishes import Wish
from dateline.publishing.writing import Written
from dateline.reading.content import override
from dateline.reading.settings import read_settings
from dateline.rendering.templates import TemplateSet

_MOST_EDITED = 200
"""When a journal would hold more articles, a whole build keeps a whole state again."""

Report = Callable[[str, int, int], None]


def touch_up(wish: Wish, output: Path, memory: Memory, report: Report, survey: Survey) -> Outcome | None:
    """Write what differs since the last build; None where this way is not open: then another build has to see to all.

    `survey` is what stands in the content folder and in the output folder.
    """
    with contextlib.suppress(ClosedError, LostError, OSError, DatelineError, UnkeepableError), no_collections():
        opened = memory.recall_brief(Brief)
        if opened is not None:
            brief, journal, parts = opened
            with contextlib.closing(parts), SegmentReader(memory.folder) as segments:
                last = _Last(wish, output, memory, brief, journal, parts, segments)
                return _Touching(last, report, survey).run()
    return None


@dataclass(frozen=True, slots=True)
class _Last:
    """What is at hand of the last build."""

    wish: Wish
    output: Path
    memory: Memory
    brief: Brief
    journal: Journal
    parts: PartReader
    segments: SegmentReader


class _Made(NamedTuple):
    """What was made of edits."""

    journal: Journal
    written: tuple[str, ...]
    changes: tuple[Change, ...] | None


class _Touching:
    """One build on this way."""

    def __init__(self, last: _Last, report: Report, survey: Survey) -> None:
        report("find", 0, 0)
        self._last = last
        self._report = report
        self._survey = survey
        self._now = nanoseconds()
        self._options = options_at(last.wish, last.brief.timezone)
        theme, problems = find_theme(last.wish.content, last.wish.templates)
        self._read = Read(last.wish, self._options.today, survey.found, theme, problems)
        self._look = BriefLook(last.brief, last.journal, self._read, self._now)
        self._number = {path: number for number, path in enumerate(last.brief.paths)}

    def run(self) -> Outcome | None:
        """Write what differs; None where the way is not open."""
        brief, journal, look = self._last.brief, self._last.journal, self._look
        self._report("read", 0, 0)
        edited = look.edited() if look.is_asked_as_before(self._options) else None
        times = output_times(brief, journal)
        if edited is None or not self._can_touch(edited):
            return None
        whole = {MANIFEST: manifest_times(brief, journal), **times}
        if not self._survey.stands(whole):
            return None
        made = self._make(edited) if edited else _Made(journal, (), ())
        self._report("write", 0, 0)
        journal = replace(made.journal, seen={**journal.seen, **look.seen})
        if look.seen:
            self._last.memory.keep_journal(journal)
        self._keep_glance(journal)
        written = Written(made.written, len(times) - len(made.written), ())
        return Outcome(brief.problems, _summary(brief, journal), written, made.changes)

    def _keep_glance(self, journal: Journal) -> None:
        """Let the next build see without a look inside that nothing has changed, if the times of files can tell."""
        brief, folder = self._last.brief, self._last.memory.folder
        times = output_times(brief, journal)
        with contextlib.suppress(OSError, ValueError):
            if is_settled(self._read.latest, self._now) and all(size >= 0 for size, _ in times.values()):
                told = Told(_summary(brief, journal), brief.problems, len(times))
                times[MANIFEST] = manifest_times(brief, journal)
                keep_glance(self._read, folder, brief.timezone, times, told)
            else:
                forget_glance(folder)

    def _can_touch(self, edited: list[str]) -> bool:
        """Whether articles alone were edited, and not very many."""
        return self._number.keys() >= {*edited} and len({*edited, *self._last.journal.articles}) <= _MOST_EDITED

    def _make(self, edited: list[str]) -> _Made:
        """Make what shows the edited articles, and put it into place."""
        last, number = self._last, self._number
        shelf = Shelf(last.brief, number, last.parts, last.journal.articles)
        ground = self._ground(shelf)
        registry = Registry.of(tuple(kept.entity for kept in ground.entities.values()))
        held = {path: shelf.kept(number[path]) for path in edited}
        found, settings = self._read.content, ground.settings
        against = Against(last.brief, found, registry, settings, ground.pages, last.segments, last.memory.folder)
        edits = tuple(Edit(path, number[path], held[path], after) for path, after in relink(held, against).items())
        for edit in edits:
            shelf.renew(edit.number, edit.after)
            self._look.note(edit.path, edit.after.digest)
        ground = replace(ground, settings=override(settings, self._options))
        return self._write(edits, ground, registry)

    def _ground(self, shelf: Shelf) -> Ground:
        """What the brief is opened on, with the settings as the site says them."""
        last, found = self._last, self._read.content
        settings = {SETTINGS: read_file(found.texts[SETTINGS].file)} if SETTINGS in found.texts else {}
        theme = read_theme(last.wish.content, last.wish.templates)
        if theme.found != self._read.theme:
            raise ClosedError("the theme is being changed")
        return Ground(
            brief=last.brief,
            shelf=shelf,
            segments=last.segments,
            entities=last.parts.read(last.brief.parts.entities, dict[EntityId, KeptEntity]),
            pages=last.parts.read(last.brief.parts.pages, dict[str, KeptPage]),
            settings=read_settings(settings, found.folder.rstrip("/"))[0],
            options=self._options,
            theme=theme,
        )

    def _write(self, edits: tuple[Edit, ...], ground: Ground, registry: Registry) -> _Made:
        last, codes = self._last, KeptTemplates(self._last.memory.folder)
        templates = TemplateSet(ground.theme.templates, ground.theme.folder, codes)
        edition = open_edition(ground, registry)
        touched = Touched(last.brief, last.journal, ground.shelf, edition, templates, last.segments, edits)
        writing = BriefWriting(last.output, self._digests(), manifest_times(last.brief, last.journal))
        self._report("render", 0, 0)
        try:
            staged, pages = stage_touched(touched, writing)
            outputs = writing.commit(staged, pages)
        finally:
            writing.abandon()
        with contextlib.suppress(OSError):
            codes.save()
        articles = {edit.path: edit.after for edit in edits}
        later = Journal(last.journal.base, {}, articles, outputs, writing.manifest, self._more_mentions(edits))
        return _Made(last.journal.followed(later), tuple(sorted(outputs)), self._changes(edits))

    def _more_mentions(self, edits: tuple[Edit, ...]) -> int:
        """How many mentions the edits add; those of translations are counted nowhere."""
        translations = self._last.brief.orders.translations
        counted = [edit for edit in edits if edit.number not in translations]
        return sum(edit.after.record.mentions - edit.before.record.mentions for edit in counted)

    def _digests(self) -> Mapping[str, str]:
        """The digest of every output, in hexadecimal."""
        listed, whole = self._last.brief.outputs, self._last.brief.outputs.digests.hex()
        digests = {path: whole[at * 64 : at * 64 + 64] for at, path in enumerate(listed.times)}
        return {**digests, **{path: each.digest for path, each in self._last.journal.outputs.items()}}

    def _changes(self, edits: tuple[Edit, ...]) -> tuple[Change, ...] | None:
        """What changed among the links."""
        segments, ordered = self._last.segments, sorted(edits, key=lambda edit: edit.path)
        before = b"".join(fetch(edit.before.trace.ledger, segments) for edit in ordered)
        after = b"".join(fetch(edit.after.trace.ledger, segments) for edit in ordered)
        try:
            return compare_ledgers(before, after)
        except ValueError:
            return None


def _summary(brief: Brief, journal: Journal) -> Summary:
    """What the site holds now."""
    return replace(brief.summary, mentions=brief.summary.mentions + journal.mentions)
