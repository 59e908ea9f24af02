"""Say which tables the data of a site has, and what each of their fields means: files and their descriptions follow it.

Types are those of Table Schema (Data Package 2.0, datapackage.org/standard/table-schema).
"""

from dateline.model.dataclass import dataclass
from dateline.rendering.words import message


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table."""

    name: str
    type: str
    """`string`, `number`, `integer`, `boolean` or `array`; in CSV an array is written as JSON."""
    about: str
    """What it says, in a sentence: a message that catalogues translate."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its rows are one JSON file and one CSV file."""

    name: str
    """Also the name of its files, and of the list in the JSON file."""
    about: str
    """What a row is, in a sentence: a message too."""
    fields: tuple[Field, ...]
    """The first one is its key."""


_TITLE = Field("title", "string", message("Its title."))
_LANGUAGE = Field("language", "string", message("Its language, as a BCP 47 tag."))
_CORRECTIONS = Field(
    "corrections",
    "array",
    message("What was wrong in the article and has been mended, as objects with `date` and `note`."),
)
_URL = Field(
    "url", "string", message("Its page: a full URL, or a path from the site's root where the site has no base URL.")
)

ENTRIES = Table(
    "entries",
    message("A row is a line of the timeline: an event, or an article that tells of none."),
    (
        Field("id", "string", message("What tells it from all others; also its anchor on the timeline.")),
        Field("kind", "string", message("`event`, or `article` for one that tells of no event.")),
        _TITLE,
        Field("date", "string", message("When it happened, or was published, in EDTF; `unknown` where nobody says.")),
        Field("earliest", "string", message("The first day that it may be, for sorting: a limit, not a date.")),
        Field("latest", "string", message("The last day that it may be: a limit, not a date.")),
        Field("status", "string", message("How sure the claim is, in one word: alleged, reported, confirmed …")),
        Field("text", "string", message("What happened, in the author's words.")),
        Field("note", "string", message("The author's hint beside the date.")),
        Field("places", "array", message("Where it happened: ids of entities, the first one is the dateline.")),
        Field("entities", "array", message("Who and what is named or listed, places among them: ids of entities.")),
        Field(
            "roles",
            "array",
            message(
                "As what somebody took part: objects with `entity`, `as`, `status` and `note`, as far as they are told."
            ),
        ),
        Field("article", "string", message("The article that tells it: its slug.")),
        Field("told_by", "string", message("The entity whose own file tells it, where no article does: its id.")),
        Field("published", "string", message("When that article was published, in EDTF.")),
        Field(
            "lag_days",
            "integer",
            message("How many days at least lay between the event and the article; empty: not known."),
        ),
        Field("sources", "array", message("What it rests on, by itself or with its article: ids of sources.")),
        Field(
            "single_source", "boolean", message("Whether all that it rests on is of one publisher, or of one author.")
        ),
        _CORRECTIONS,
        _URL,
    ),
)
ARTICLES_TABLE = Table(
    "articles",
    message("A row is an article."),
    (
        Field("slug", "string", message("What tells it from all others; the last part of its address.")),
        _TITLE,
        Field("date", "string", message("When it was published, in EDTF.")),
        _LANGUAGE,
        Field("summary", "string", message("Its summary.")),
        Field("events", "array", message("The events that it tells: ids of entries.")),
        Field("entities", "array", message("Who and what it names or lists: ids of entities.")),
        Field("sources", "array", message("What it rests on: ids of sources.")),
        _CORRECTIONS,
        _URL,
    ),
)
ENTITIES = Table(
    "entities",
    message("A row is a group, a person, a place, or a thing of a kind that the site adds."),
    (
        Field("id", "string", message("What tells it from all others: the folder of its kind, and its slug.")),
        Field("kind", "string", message("The name of its kind: `person`.")),
        Field("type", "string", message("The type of its kind at schema.org: `Person`.")),
        Field("name", "string", message("Its name.")),
        Field("aliases", "array", message("Its other names.")),
        Field("summary", "string", message("A sentence about it.")),
        Field("born", "string", message("When it was born, in EDTF.")),
        Field("died", "string", message("When it died, in EDTF.")),
        Field("founded", "string", message("When it was founded, in EDTF.")),
        Field("dissolved", "string", message("When it was dissolved, in EDTF.")),
        Field("part_of", "string", message("What it is part of: the id of an entity.")),
        Field("latitude", "number", message("Degrees north of the equator (WGS 84).")),
        Field("longitude", "number", message("Degrees east of Greenwich (WGS 84).")),
        Field("entries", "array", message("The lines of the timeline that name or list it, in order: ids of entries.")),
        _URL,
    ),
)
SOURCES_TABLE = Table(
    "sources",
    message(
        "A row is a source that an article, an event or a relation cites; "
        "one that is cited in several ways has several."
    ),
    (
        Field("id", "string", message("What tells it from all others; made from what it says.")),
        _TITLE,
        Field("publisher", "string", message("Who published it.")),
        Field("authors", "array", message("Who wrote it.")),
        Field("date", "string", message("When it was published, in EDTF.")),
        Field("url", "string", message("Where it is on the web.")),
        Field("archive", "string", message("Where an archived copy of it is.")),
        Field("archived", "string", message("When that copy was made, in EDTF.")),
        Field("accessed", "string", message("When the author read it, in EDTF.")),
        Field("pages", "string", message("Which of its pages.")),
        Field("at", "string", message("Which minute, or which paragraph.")),
        _LANGUAGE,
        Field("file", "string", message("The name of a file that is the source, or a copy of it.")),
        Field("sha256", "string", message("The SHA-256 of that file, in hexadecimal.")),
        Field("note", "string", message("A remark.")),
        Field(
            "cited_by", "array", message("What cites it itself: slugs of articles, ids of entries and of relations.")
        ),
    ),
)
RELATIONS_TABLE = Table(
    "relations",
    message("A row says how one entity stands to another."),
    (
        Field("id", "string", message("What tells it from all others.")),
        Field("type", "string", message("The name of its type: `member-of`.")),
        Field("label", "string", message("Its words, from the subject to the object: `member of`.")),
        Field("subject", "string", message("Who leads, is a member, succeeds: the id of an entity.")),
        Field("object", "string", message("Who is led, and so on: the id of an entity.")),
        Field("since", "string", message("When it began, in EDTF; empty: not told.")),
        Field("until", "string", message("When it ended, in EDTF; empty: not told, or not yet.")),
        Field("status", "string", message("How sure it is, in one word.")),
        Field("notes", "array", message("Remarks.")),
        Field("sources", "array", message("What it rests on: ids of sources.")),
        Field("articles", "array", message("Articles of the site that say so: their slugs.")),
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
