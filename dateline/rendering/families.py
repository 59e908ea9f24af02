"""Turn all entries into those of each tag and of each status, and these into words and addresses."""

from collections.abc import Iterator

from dateline.indexes.choices import Choice, choose_by_status, choose_by_tag
from dateline.model.dataclass import dataclass
from dateline.model.names import UrlPath, slugify
from dateline.model.urls import STATUSES, TAGS, tag_url
from dateline.rendering.edition import Edition
from dateline.rendering.parts import LinkView
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import Words, message, messages

_TAGS = messages("{n} tag, each with its entries.", "{n} tags, each with its entries.")
_STATUSES = messages("{n} status, each with its entries.", "{n} statuses, each with its entries.")


@dataclass(frozen=True, slots=True)
class Family:
    """All tags, or all statuses."""

    url: UrlPath
    title: str
    """In English, as all that the interface says before a page is made."""
    one: str
    """What one of them is called: `Tag: {name}`."""
    count: tuple[str, str]
    """What a list of one of them says, and of several."""
    choices: tuple[Choice, ...]


def list_families(edition: Edition) -> tuple[Family, ...]:
    """Return tags and statuses, where entries have any."""
    return edition.memo.once(Family, lambda: tuple(family for family in _families(edition) if family.choices))


def choice_url(family: Family, choice: Choice) -> UrlPath:
    """Return where the entries of a tag or status are listed."""
    return UrlPath(f"{family.url}{choice.slug}/")


def tag_link(tag: str, viewpoint: Viewpoint) -> LinkView:
    """Return a tag as a link to the page of its entries; one of signs alone has none."""
    slug = slugify(tag)
    return LinkView(tag, viewpoint.link(tag_url(slug)) if slug else "")


def _families(edition: Edition) -> Iterator[Family]:
    entries = edition.indexes.timeline.entries
    yield Family(TAGS, message("Tags"), message("Tag: {name}"), _TAGS, choose_by_tag(entries))
    yield Family(STATUSES, message("Statuses"), message("Status: {name}"), _STATUSES, choose_by_status(entries))


def choice_words(family: Family, choice: Choice, words: Words) -> str:
    """Return a tag as its author wrote it, or a status as the interface says it."""
    return words.pgettext("status", choice.words) if family.url == STATUSES else choice.words
