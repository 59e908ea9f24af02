"""Turn the name of a time zone into whether there is one of that name."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.model.date import HistoricalDate


def is_timezone(name: str) -> bool:
    """Return whether the IANA list has a zone of this name, in these letters."""
    try:
        return ZoneInfo(name).key == name
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def find_unknown_zone(date: HistoricalDate) -> str:
    """Return the zone in a date that does not exist, or '' where there is none."""
    zones = [point.zone for point in (date.start, date.end) if point and point.zone]
    return next((zone for zone in zones if not is_timezone(zone)), "")
