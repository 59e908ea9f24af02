"""Turn the clock of this machine into the day of a build: the only module that reads it."""

import os
import time
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from dateline.model.problem import DatelineError


def today(timezone: str) -> date:
    """Return the day that it is in an IANA zone; in UTC where there is no such zone.

    SOURCE_DATE_EPOCH (reproducible-builds.org: seconds since 1970-01-01, UTC), where it is set, is taken
    for the present moment. Raises DatelineError where it is not a whole number.
    """
    return _now().astimezone(_zone(timezone)).date()


def seconds() -> float:
    """Return the reading of a stopwatch, in seconds; only the difference of two readings means something."""
    return time.perf_counter()


def nanoseconds() -> int:
    """Return the present moment as the times of files are told: nanoseconds since 1970-01-01, UTC."""
    return time.time_ns()


def _now() -> datetime:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise DatelineError(f"SOURCE_DATE_EPOCH is '{epoch}'; it should be seconds since 1970, or not set") from error


def _zone(name: str) -> ZoneInfo:
    # Reading the settings has told the author of a zone that does not exist.
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")
