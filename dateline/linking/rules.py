"""Name the rules by which the linker decides, and say what each does."""

from dateline.model.dataclass import dataclass
from dateline.model.settings import OPTIONAL_RULES

NAME = "name"
ALIAS = "alias"
WEAK_ALIAS = "weak-alias"
FORM = "form"
MIDDLE_NAME = "middle-name"
TWO_SURNAMES = "two-surnames"
NICKNAME = "nickname"
HONORIFIC = "honorific"
SURNAME = "surname"
GIVEN_NAME = "given-name"
SMALL_NOUN = "small-noun"
FIRST_PART = "first-part"
PEOPLE = "people"
SPELLING = "spelling"
CAPITALS = "capitals"
PIN = "pin"
WIKILINK = "wikilink"
LINK = "link"
ONE_SENSE = "one-sense"
HINT = "hint"
STILL_THERE = "still-there"
HEADING = "heading"
OWN_PAGE = "own-page"
POLICY = "policy"
REPEATED = "repeated"
SHARED_NAME = "shared-name"
BIGGER_NAME = "bigger-name"
FAMILY = "family"
COMMON_SURNAME = "common-surname"
STRANGER = "stranger"
NOT_YET = "not-yet"
FULL_NAME_MISSING = "full-name-missing"
LEFT_ALONE = "left-alone"

WRITTEN = (NAME, ALIAS, FORM, CAPITALS)
"""Those of names that stand as they are in the registry."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for a decision."""

    name: str
    does: str

    @property
    def can_be_off(self) -> bool:
        """Whether `off` in site.toml may name it; the author's own words are always heard."""
        return self.name in OPTIONAL_RULES


FINDING = (
    Rule(NAME, "links an entity's own name"),
    Rule(ALIAS, "links an alias of it"),
    Rule(WEAK_ALIAS, "links a weak alias, where a full name of the entity stands in the same article"),
    Rule(FORM, "links a form of its name that the entity's file lists, as an inflected language has them"),
    Rule(MIDDLE_NAME, "links a person's name with a middle name or initial more, or less, than the registry has"),
    Rule(TWO_SURNAMES, "links a person of two surnames by the given name and the first of them"),
    Rule(NICKNAME, "links a person's name with a nickname in quotation marks inside it, or without the one it has"),
    Rule(HONORIFIC, "links a person's name without the title that the registry has before it"),
    Rule(SURNAME, "links a person's surname, where a full name stands in the same article, before it or after"),
    Rule(GIVEN_NAME, "links a person's given name, where a full name stands in the same article"),
    Rule(SMALL_NOUN, "links a name whose last word, a common noun, begins with a small letter, or a capital"),
    Rule(FIRST_PART, "links a place by what stands before the comma, where the name with it is in the same article"),
    Rule(PEOPLE, "links a people by the name that stands before the word *people*"),
    Rule(SPELLING, "links a name that differs in a hyphen, in the dots of initials, or in *and* for *&*"),
    Rule(CAPITALS, "links a name of four letters or more that the text writes in capitals"),
    Rule(PIN, "links a name to the entity that the article's front matter pins it to"),
    Rule(WIKILINK, "links what you put in double square brackets: a slug, an id or a name"),
    Rule(LINK, "counts your own Markdown link to an entity's page"),
)
"""Those that say how a name was recognised."""

CHOOSING = (
    Rule(ONE_SENSE, "links a shared name, where the article speaks of one only of those who bear it"),
    Rule(HINT, "links a shared name, where the article has what `context` in one bearer's file asks for"),
    Rule(STILL_THERE, "links a shared name, where all others who bear it were dissolved before the article's date"),
)
"""Those that choose one of several entities."""

LISTING = (
    Rule(SHARED_NAME, "lists a name that may mean two or more entities, and links none"),
    Rule(BIGGER_NAME, "lists a name inside a bigger capitalised name that the registry does not hold"),
    Rule(FAMILY, "lists a person's short name beside another's, or where somebody else in the article bears it"),
    Rule(COMMON_SURNAME, "lists a first surname as common as *López* where the second is not beside it"),
    Rule(STRANGER, "lists a place or group whose name is, in this article, somebody's surname"),
    Rule(NOT_YET, "lists the name of an entity that was born or founded after the article's date"),
    Rule(FULL_NAME_MISSING, "lists a surname or weak alias of an entity that the article never names in full"),
    Rule(LEFT_ALONE, "lists a name that you told Dateline to leave alone"),
)
"""Those that link nothing, and list the name for the author to look at."""

BY_HAND = frozenset({PIN, WIKILINK, LINK, LEFT_ALONE})
"""Those by which an author settles, in a text or its header, what a name means."""

RULES = (*FINDING, *CHOOSING, *LISTING)
"""Every rule that the ledger may name."""

KEEPING = (
    Rule(HEADING, "links none in a title or a heading"),
    Rule(OWN_PAGE, "links none of an entity's names on its own page"),
    Rule(POLICY, "links none where site, article or entity ask for no links"),
    Rule(REPEATED, "links none whose entity the section, or the text, already links"),
)
"""What may keep a name that counts from being a link; `Mention.kept` holds it, the ledger does not."""
