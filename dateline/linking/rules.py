"""Name the rules by which the linker decides, and say what each does."""

from dataclasses import dataclass

NAME = "name"
ALIAS = "alias"
WEAK_ALIAS = "weak-alias"
SURNAME = "surname"
GIVEN_NAME = "given-name"
CAPITALS = "capitals"
PIN = "pin"
WIKILINK = "wikilink"
LINK = "link"
ONE_SENSE = "one-sense"
HEADING = "heading"
OWN_PAGE = "own-page"
POLICY = "policy"
REPEATED = "repeated"
SHARED_NAME = "shared-name"
BIGGER_NAME = "bigger-name"
LEFT_ALONE = "left-alone"


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for a decision."""

    name: str
    does: str


RULES = (
    Rule(NAME, "links an entity's own name"),
    Rule(ALIAS, "links an alias of it"),
    Rule(WEAK_ALIAS, "links a weak alias, where a full name of the entity stands in the same article"),
    Rule(SURNAME, "links a person's surname, where a full name stands in the same article, before it or after"),
    Rule(GIVEN_NAME, "links a person's given name, where a full name stands in the same article"),
    Rule(CAPITALS, "links a name of four letters or more that the text writes in capitals"),
    Rule(PIN, "links a name to the entity that the article's front matter pins it to"),
    Rule(WIKILINK, "links what you put in double square brackets: a slug, an id or a name"),
    Rule(LINK, "counts your own Markdown link to an entity's page"),
    Rule(ONE_SENSE, "links a shared name, where the article speaks of one only of those who bear it"),
    Rule(HEADING, "counts a name in a title or a heading, and links none there"),
    Rule(OWN_PAGE, "counts an entity's name on its own page, and links none there"),
    Rule(POLICY, "counts a name where site, article or entity ask for no links"),
    Rule(REPEATED, "counts a name whose entity the section, or the text, already links"),
    Rule(SHARED_NAME, "lists a name that may mean two or more entities, and links none"),
    Rule(BIGGER_NAME, "lists a name inside a bigger capitalised name that the registry does not hold"),
    Rule(LEFT_ALONE, "lists a name that you told Dateline to leave alone"),
)
"""Every rule, as it is told to an author: those that find a name, those that keep it from being a link, those that
only list it."""
