"""Make the data of a small site in which everything occurs that data can tell."""

from collections.abc import Mapping

from support.site import OPTIONS

from dateline.indexes import index_records
from dateline.linking.linker import link_content
from dateline.model.source import Sources
from dateline.reading.content import read_content
from dateline.rendering.exports.rows import Material
from dateline.rendering.recording import record_all

ARTICLE = """---
title: Ann goes to "Rome"; and back
date: 2020-07-18
summary: A journey of **Ann Able**, told.
events:
  - date: 2020-07-17
    title: Ann Able leaves
    text: She meets [Ben Bold](/people/ben/), so they say &amp; laugh.
    places: [rome]
    status: alleged
    roles: [{entity: ben, as: driver, status: disputed, note: he says no}]
    sources: [{title: "Report, one", publisher: The Post, url: "https://post.example/a", date: 2020-07, at: "00:03:15"}]
  - {date: 2019-10~, title: Ann Able waits, status: denied, note: in autumn}
  - {date: unknown, title: Ann Able sleeps}
  - {date: -0043-03-15, title: Rome falls silent, places: [italy]}
sources:
  - {title: Letter, publisher: The Post}
corrections:
  - {date: 2020-07-20, note: "It was Rome, not Oslo."}
---
Ann Able told Ben Bold of the Guard.
"""
FILES = {
    "site.toml": 'title = "Record"\nbase_url = "https://example.org/record/"\n',
    "people/ann.md": "---\nname: Ann Able\naliases: [A. Able]\nborn: 1960~\nsummary: Knows *Ben Bold*.\n"
    "relations: [{type: member-of, entity: guard, since: 2001, status: reported, source: {title: Roll}}]\n---\n",
    "people/ben.md": "---\nname: Ben Bold\n---\n",
    "groups/guard.md": "---\nname: Guard\nfounded: 1950-05\n---\n",
    "places/rome.md": "---\nname: Rome\npart_of: italy\ncoordinates: [41.9, 12.5]\n---\n",
    "places/italy.md": "---\nname: Italy\n---\n",
    "articles/first.md": ARTICLE,
    "articles/second.md": "---\ntitle: Who is Ann?\ndate: 2021-01\nlang: es\n---\nAnn Able was seen.\n",
}


def material(files: Mapping[str, str]) -> Material:
    """Return what the data of these files of a content folder is made of."""
    texts = {path: text.encode() for path, text in files.items()}
    content, problems = read_content(Sources(texts), OPTIONS)
    assert [str(problem) for problem in problems] == []
    linked, _ = link_content(content)
    records = record_all(linked, content.settings)
    return Material(records, index_records(records, content.registry), content.settings)
