"""Turn citations into what links to their addresses say of archived copies."""

import re
from collections.abc import Iterable, Mapping

from dateline.model.citation import Citation

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def robust_links(citations: Iterable[Citation]) -> Mapping[str, Mapping[str, str]]:
    """Return the attributes of Robust Links by the address of a link: to a source, or to an archived copy of it.

    They are those of the specification of Robust Links (https://robustlinks.mementoweb.org/spec/): at the source the
    address of the copy and its day, at the copy the address of the source and the same day, where it is known.
    """
    found: dict[str, Mapping[str, str]] = {}
    for each in citations:
        day = {"data-versiondate": each.archived.edtf} if each.archived and is_day(each.archived.edtf) else {}
        if each.archive and each.url:
            found.setdefault(each.url, {"data-versionurl": each.archive, **day})
            found.setdefault(each.archive, {"data-originalurl": each.url, **day})
    return found


def is_day(edtf: str) -> bool:
    """Return whether a date in EDTF is a day, as `data-versiondate` takes it."""
    return _DAY.fullmatch(edtf) is not None
