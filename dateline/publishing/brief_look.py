"""Turn the folders of a site, and the brief of the last build, into which articles are edited, if nothing else is."""

from collections.abc import Mapping
from functools import cached_property
from itertools import chain

from dateline.model.source import Options
from dateline.publishing.brief import Brief
from dateline.publishing.codec import STAMP_LENGTH, stamp
from dateline.publishing.glance import Read
from dateline.publishing.journal import Journal
from dateline.publishing.kept import Seen
from dateline.publishing.looking import Look
from dateline.publishing.sources import SETTINGS, Found, FoundFile, read_file

MOST = 50
"""From more touched texts on, reading everything that may have changed is no longer the longer way."""

_NO_DIGEST = bytes(16)


class BriefLook:
    """One look at the folders of a site."""

    def __init__(self, brief: Brief, journal: Journal, read: Read, now: int) -> None:
        """Take what the last builds left, what there is to read, and the present moment in nanoseconds."""
        self._brief = brief
        self._journal = journal
        self._read = read
        self._look = Look(read.content.texts, {}, now)

    @property
    def seen(self) -> Mapping[str, Seen]:
        """The texts that were read, as they are now."""
        return self._look.seen

    def is_asked_as_before(self, options: Options) -> bool:
        """Return whether the same is asked for, and nothing but texts can have changed. Raises DatelineError."""
        texts, found = self._brief.texts, self._read.content
        names = chain(texts.times, texts.unread, [SETTINGS])
        is_same = asked(self._read, options) == self._brief.asked and times_of(found.files) == texts.files
        return is_same and {*names} == {*found.texts, SETTINGS} and settings_stamp(found) == texts.settings

    def edited(self) -> list[str] | None:
        """Return which texts hold something else than before; None: too many to read them. Raises DatelineError."""
        texts, journal = self._brief.texts, self._journal
        known = {**texts.times, **{path: (seen.size, seen.changed) for path, seen in journal.seen.items()}}
        found = self._read.content.texts
        touched = [path for path, times in known.items() if found[path][1:] != times]
        if len(touched) > MOST:
            return None
        for path in touched:
            self.note(path, stamp(read_file(found[path].file)))
        return [path for path in touched if self.seen[path].digest != self._digest(path)]

    def note(self, path: str, digest: bytes) -> None:
        """Note what a text holds, by the digest of it."""
        self._look.note(path, digest)

    def _digest(self, path: str) -> bytes:
        if path in self._journal.seen:
            return self._journal.seen[path].digest
        start = self._text_numbers[path] * STAMP_LENGTH
        return self._brief.texts.digests[start : start + STAMP_LENGTH]

    @cached_property
    def _text_numbers(self) -> Mapping[str, int]:
        return {path: number for number, path in enumerate(self._brief.texts.times)}


def asked(read: Read, options: Options) -> str:
    """Return all that was asked for, and what the theme is, as a text; files of the content folder are not in it."""
    return repr((read.wish, options, read.theme, read.problems, read.content.problems))


def settings_stamp(found: Found) -> bytes:
    """Return the digest of `site.toml` as it is now. Raises DatelineError."""
    return stamp(read_file(found.texts[SETTINGS].file)) if SETTINGS in found.texts else _NO_DIGEST


def times_of(files: Mapping[str, FoundFile]) -> dict[str, tuple[int, int]]:
    """Return size and time of each file."""
    return {path: (file.size, file.changed) for path, file in files.items()}


def output_times(brief: Brief, journal: Journal) -> dict[str, tuple[int, int]]:
    """Return size and time of every output, as the last build left it."""
    return {**brief.outputs.times, **{path: (each.size, each.changed) for path, each in journal.outputs.items()}}


def manifest_times(brief: Brief, journal: Journal) -> tuple[int, int]:
    """Return size and time of the list of outputs, as the last build left it."""
    return journal.manifest if journal.manifest[0] >= 0 else brief.outputs.manifest
