"""Turn entries into those of each tag and of each status, by which readers choose among them."""

from collections import defaultdict
from collections.abc import Iterable

from dateline.indexes.entries import Entry
from dateline.model.article import Status
from dateline.model.dataclass import dataclass
from dateline.model.names import Slug, slugify


@dataclass(frozen=True, slots=True)
class Choice:
    """A tag or a status, and the entries that have it."""

    slug: Slug
    words: str
    """A tag as it was written first; a status in English."""
    entries: tuple[Entry, ...]
    """In the order in which they were given."""


def tags_of(entry: Entry) -> tuple[str, ...]:
    """Return the tags of an entry: those of the article that tells it, as its author wrote them."""
    return entry.article.tags if entry.article else ()


def statuses_of(entry: Entry) -> tuple[Status, ...]:
    """Return the status of an entry and those of its roles, each once."""
    found = (entry.status, *(role.status for role in entry.roles))
    return tuple(dict.fromkeys(status for status in found if status))


def choose_by_tag(entries: Iterable[Entry]) -> tuple[Choice, ...]:
    """Return the entries of each tag, by tag; tags of one slug are one tag, and one of signs alone is none."""
    words: dict[Slug, str] = {}
    found: defaultdict[Slug, list[Entry]] = defaultdict(list)
    for entry in entries:
        slugs = {slugify(tag): tag for tag in reversed(tags_of(entry))}
        for slug, tag in slugs.items():
            words.setdefault(slug, tag)
            found[slug].append(entry)
    return tuple(Choice(slug, words[slug], tuple(found[slug])) for slug in sorted(found) if slug)


def choose_by_status(entries: Iterable[Entry]) -> tuple[Choice, ...]:
    """Return the entries of each status that any has, its roles' included, in the order in which claims firm up."""
    found: defaultdict[Status, list[Entry]] = defaultdict(list)
    for entry in entries:
        for status in statuses_of(entry):
            found[status].append(entry)
    return tuple(Choice(Slug(each.value), each.value, tuple(found[each])) for each in Status if each in found)
