"""Turn the options that say where the last build is remembered into what changed since then."""

from pathlib import Path

from dateline.cli.telling import NORMAL, Teller
from dateline.linking.changes import Change, compare_ledgers, count_changes
from dateline.model.problem import Location
from dateline.model.source import Build
from dateline.model.urls import MENTIONS
from dateline.publishing.memory import Memory


def memory_of(content: Path, output: Path, cache: Path | None, *, no_cache: bool) -> Memory | None:
    """Return where the last build of a site is remembered; None where the user does without."""
    return None if no_cache else Memory.of(content, output, cache)


def changes_since(made: Build, memory: Memory | None) -> tuple[Change, ...] | None:
    """Return what changed among the links since the last build; None where no build is remembered."""
    before = memory.recall_ledger() if memory else None
    if before is None:
        return None
    try:
        return compare_ledgers(before, ledger_of(made))
    except ValueError:
        return None


def ledger_of(made: Build) -> bytes:
    """Return the mention ledger of a build."""
    ledger = made.outputs.get(MENTIONS)
    return ledger if isinstance(ledger, bytes) else b""


def tell_changes(changes: tuple[Change, ...], content: Path, teller: Teller, limit: int, level: int = NORMAL) -> None:
    """Tell how many links changed, and (from this level on) a line on each, up to the limit."""
    if not changes:
        return
    teller.say(f"links since the last build: {count_changes(changes)}")
    for change in changes[:limit]:
        teller.say(f"  {place_of(change, content)}: {change}", level)
    if len(changes) > limit:
        teller.say(f"  … and {len(changes) - limit} more", level)


def place_of(change: Change, content: Path) -> Location:
    """Return where a change is, in a file named from the working folder."""
    return Location((content / change.row.path).as_posix(), change.row.line, change.row.column)
