"""Turn the tags and the statuses of all entries into links to their pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.indexes.choices import Choice, choose_by_status, choose_by_tag
from dateline.model.names import UrlPath
from dateline.model.urls import STATUSES, TAGS
from dateline.rendering.counting import counted
from dateline.rendering.edition import Edition
from dateline.rendering.parts import LinkView
from dateline.rendering.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Family:
    """All tags, or all statuses."""

    url: UrlPath
    title: str
    one: str
    """What one of them is called."""
    many: str
    choices: tuple[Choice, ...]


def list_families(edition: Edition) -> tuple[Family, ...]:
    """Return tags and statuses, where entries have any."""
    return edition.memo.once(Family, lambda: tuple(family for family in _families(edition) if family.choices))


def choice_url(family: Family, choice: Choice) -> UrlPath:
    """Return where the entries of a tag or status are listed."""
    return UrlPath(f"{family.url}{choice.slug}/")


def family_links(family: Family, viewpoint: Viewpoint) -> tuple[LinkView, ...]:
    """Return the pages of all tags or statuses, each with how many entries it has."""
    return tuple(
        LinkView(each.words, viewpoint.link(choice_url(family, each)), count=count_entries(len(each.entries)))
        for each in family.choices
    )


def _families(edition: Edition) -> Iterator[Family]:
    entries = edition.indexes.timeline.entries
    yield Family(TAGS, "Tags", "tag", "tags", choose_by_tag(entries))
    yield Family(STATUSES, "Statuses", "status", "statuses", choose_by_status(entries))


def count_entries(number: int) -> str:
    """Return how many entries these are, in words."""
    return counted(number, "entry", "entries")
