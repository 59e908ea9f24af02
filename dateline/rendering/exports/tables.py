"""Say which tables the data of a site has, and what each of their fields means: files and their descriptions follow it.

Types are those of Table Schema (Data Package 2.0, datapackage.org/standard/table-schema).
"""

from dateline.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table."""

    name: str
    type: str
    """`string`, `number`, `integer`, `boolean` or `array`; in CSV an array is written as JSON."""
    about: str
    """What it says, in a sentence."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows are one JSON file and one CSV file."""

    name: str
    """Also the name of its files, and of the list in the JSON file."""
    about: str
    """What a row is, in a sentence."""
    fields: tuple[Field, ...]
    """The first one is its key."""


_CORRECTIONS = Field(
    "corrections", "array", "What was wrong in the article and has been mended, as objects with `date` and `note`."
)
_URL = Field("url", "string", "Its page: a full URL, or a path from the site's root where the site has no base URL.")

ENTRIES = Table(
    "entries",
    "A row is a line of the timeline: an event, or an article that tells of none.",
    (
        Field("id", "string", "What tells it from all others; also its anchor on the timeline."),
        Field("kind", "string", "`event`, or `article` for one that tells of no event."),
        Field("title", "string", "Its title."),
        Field("date", "string", "When it happened, or was published, in EDTF; `unknown` where nobody says."),
        Field("earliest", "string", "The first day that it may be, for sorting: a limit, not a date."),
        Field("latest", "string", "The last day that it may be: a limit, not a date."),
        Field("status", "string", "How sure the claim is, in one word: alleged, reported, confirmed …"),
        Field("text", "string", "What happened, in the author's words."),
        Field("note", "string", "The author's hint beside the date."),
        Field("places", "array", "Where it happened: ids of entities, the first one is the dateline."),
        Field("entities", "array", "Who and what is named or listed, places among them: ids of entities."),
        Field(
            "roles",
            "array",
            "As what somebody took part: objects with `entity`, `as`, `status` and `note`, as far as they are told.",
        ),
        Field("article", "string", "The article that tells it: its slug."),
        Field("told_by", "string", "The entity whose own file tells it, where no article does: its id."),
        Field("published", "string", "When that article was published, in EDTF."),
        Field("lag_days", "integer", "How many days at least lay between the event and the article; empty: not known."),
        Field("sources", "array", "What it rests on, by itself or with its article: ids of sources."),
        Field("single_source", "boolean", "Whether all that it rests on is of one publisher, or of one author."),
        _CORRECTIONS,
        _URL,
    ),
)
ARTICLES_TABLE = Table(
    "articles",
    "A row is an article.",
    (
        Field("slug", "string", "What tells it from all others; the last part of its address."),
        Field("title", "string", "Its title."),
        Field("date", "string", "When it was published, in EDTF."),
        Field("language", "string", "Its language, as a BCP 47 tag."),
        Field("summary", "string", "Its summary."),
        Field("events", "array", "The events that it tells: ids of entries."),
        Field("entities", "array", "Who and what it names or lists: ids of entities."),
        Field("sources", "array", "What it rests on: ids of sources."),
        _CORRECTIONS,
        _URL,
    ),
)
ENTITIES = Table(
    "entities",
    "A row is a group, a person, a place, or a thing of a kind that the site adds.",
    (
        Field("id", "string", "What tells it from all others: the folder of its kind, and its slug."),
        Field("kind", "string", "The name of its kind: `person`."),
        Field("type", "string", "The type of its kind at schema.org: `Person`."),
        Field("name", "string", "Its name."),
        Field("aliases", "array", "Its other names."),
        Field("summary", "string", "A sentence about it."),
        Field("born", "string", "When it was born, in EDTF."),
        Field("died", "string", "When it died, in EDTF."),
        Field("founded", "string", "When it was founded, in EDTF."),
        Field("dissolved", "string", "When it was dissolved, in EDTF."),
        Field("part_of", "string", "What it is part of: the id of an entity."),
        Field("latitude", "number", "Degrees north of the equator (WGS 84)."),
        Field("longitude", "number", "Degrees east of Greenwich (WGS 84)."),
        Field("entries", "array", "The lines of the timeline that name or list it, in order: ids of entries."),
        _URL,
    ),
)
SOURCES_TABLE = Table(
    "sources",
    "A row is a source that an article, an event or a relation cites; one that is cited in several ways has several.",
    (
        Field("id", "string", "What tells it from all others; made from what it says."),
        Field("title", "string", "Its title."),
        Field("publisher", "string", "Who published it."),
        Field("authors", "array", "Who wrote it."),
        Field("date", "string", "When it was published, in EDTF."),
        Field("url", "string", "Where it is on the web."),
        Field("archive", "string", "Where an archived copy of it is."),
        Field("archived", "string", "When that copy was made, in EDTF."),
        Field("accessed", "string", "When the author read it, in EDTF."),
        Field("pages", "string", "Which of its pages."),
        Field("at", "string", "Which minute, or which paragraph."),
        Field("language", "string", "Its language, as a BCP 47 tag."),
        Field("file", "string", "The name of a file that is the source, or a copy of it."),
        Field("sha256", "string", "The SHA-256 of that file, in hexadecimal."),
        Field("note", "string", "A remark."),
        Field("cited_by", "array", "What cites it itself: slugs of articles, ids of entries and of relations."),
    ),
)
RELATIONS_TABLE = Table(
    "relations",
    "A row says how one entity stands to another.",
    (
        Field("id", "string", "What tells it from all others."),
        Field("type", "string", "The name of its type: `member-of`."),
        Field("label", "string", "Its words, from the subject to the object: `member of`."),
        Field("subject", "string", "Who leads, is a member, succeeds: the id of an entity."),
        Field("object", "string", "Who is led, and so on: the id of an entity."),
        Field("since", "string", "When it began, in EDTF; empty: not told."),
        Field("until", "string", "When it ended, in EDTF; empty: not told, or not yet."),
        Field("status", "string", "How sure it is, in one word."),
        Field("notes", "array", "Remarks."),
        Field("sources", "array", "What it rests on: ids of sources."),
        Field("articles", "array", "Articles of the site that say so: their slugs."),
    ),
)
TABLES = (ENTRIES, ARTICLES_TABLE, ENTITIES, SOURCES_TABLE, RELATIONS_TABLE)
"""In the order in which they are described."""

FOREIGN_KEYS = (
    ("entries", "article", "articles", "slug"),
    ("entries", "told_by", "entities", "id"),
    ("entities", "part_of", "entities", "id"),
    ("relations", "subject", "entities", "id"),
    ("relations", "object", "entities", "id"),
)
"""Table and field, and the table and field that it names."""
