"""Turn a title into the text of a new article, person, group or place."""

import json
from datetime import date

from dateline.model.dataclass import dataclass
from dateline.model.names import Slug, slugify
from dateline.model.problem import DatelineError

FOLDERS = {"person": "people", "group": "groups", "place": "places"}

_ARTICLE = """\
---
title: {title}
date: {day}                 # when it was published
draft: true                      # shown by `dateline serve` only; take this line out to publish
# summary: One sentence that says what the article says.
# events:                        # what happened, and when; each is an entry of the timeline
#   - date: {day}           # or 2019-10, 2019, 2019~ (about), 2019-10-17/2019-10-18, unknown
#     title: What happened, in a few words
#     text: Two or three sentences; names in them become links.
#     places: []                 # where: files in places/, without .md
#     status: reported           # alleged, confirmed, disputed, denied, charged, convicted, acquitted
# sources:
#   - {{title: Title of the source, publisher: Its publisher, url: https://example.org/, date: {day}}}
---

Write here, in Markdown. The names of people, groups and places that have a file become links.
"""

_ENTITY = """\
---
name: {title}
# aliases: []                    # other names that mean the same
# weak_aliases: []               # names that count only after a full one in the same article
# summary: One sentence that says who or what this is.
{facts}---
"""

_FACTS = {
    "person": "# born: 1966~                    # 1966-07-17, 1966, 1966~ (about), unknown\n# died:\n",
    "group": (
        "# founded: 2009                   # 2009-11, 2009, 2009~ (about), unknown\n# dissolved:\n"
        "# part_of:                        # a bigger group: its file in groups/, without .md\n"
    ),
    "place": (
        "# part_of:                        # a bigger place: its file in places/, without .md\n"
        "# coordinates: [20.67, -103.35]   # latitude, longitude\n"
    ),
}


@dataclass(frozen=True, slots=True)
class Starter:
    """A file to begin with."""

    path: str
    """Below the content folder, with forward slashes."""
    text: str


def article_starter(title: str, day: date) -> Starter:
    """Return a new article, published on this day. Raises DatelineError where the title makes no file name."""
    text = _ARTICLE.format(title=_quoted(title), day=day.isoformat())
    return Starter(f"articles/{day.isoformat()}-{_slug(title)}.md", text)


def entity_starter(kind: str, name: str) -> Starter:
    """Return a new entity: a `person`, `group` or `place`. Raises DatelineError where the name makes no file name."""
    return Starter(f"{FOLDERS[kind]}/{_slug(name)}.md", _ENTITY.format(title=_quoted(name), facts=_FACTS[kind]))


def _slug(title: str) -> Slug:
    slug = slugify(title)
    if not slug:
        raise DatelineError(f"'{title}' makes no file name; write a title with letters or digits in it")
    return slug


def _quoted(title: str) -> str:
    """The title as YAML (1.2, section 5.1: JSON strings are double-quoted scalars)."""
    return json.dumps(" ".join(title.split()), ensure_ascii=False)
