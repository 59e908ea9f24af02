"""Hold what a site says of itself: its titles, its kinds of entity, how names are linked."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from dateline.model.dataclass import dataclass
from dateline.model.relation_type import RelationType, built_in_types


class LinkPolicy(StrEnum):
    """Which mentions of an entity become links."""

    FIRST_PER_SECTION = "first-per-section"
    FIRST = "first"
    ALL = "all"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entity: its folder, its labels and how its names are drawn."""

    name: str
    """`person`; also the CSS class of its links."""
    folder: str
    """Where its files are and its pages go: `people`."""
    label: str
    plural: str
    schema_type: str
    """The schema.org type of its entities."""
    mark: str
    """Its shape in lists: square, disc, triangle, diamond or ring."""
    underline: str
    """Its underline in text: double, solid, dotted, dashed or wavy."""
    colour: str = ""
    """`#rrggbb` on light paper; empty for the kinds that the stylesheet knows."""
    colour_dark: str = ""


KINDS = (
    Kind("group", "groups", "Group", "Groups", "Organization", "square", "double"),
    Kind("person", "people", "Person", "People", "Person", "disc", "solid"),
    Kind("place", "places", "Place", "Places", "Place", "triangle", "dotted"),
)
"""The kinds that every site has, in the order in which they are listed."""


OPTIONAL_RULES = (
    "alias",
    "weak-alias",
    "form",
    "middle-name",
    "two-surnames",
    "nickname",
    "honorific",
    "surname",
    "given-name",
    "small-noun",
    "first-part",
    "people",
    "spelling",
    "capitals",
    "one-sense",
    "hint",
    "still-there",
    "bigger-name",
    "family",
    "common-surname",
    "stranger",
    "not-yet",
    "full-name-missing",
)
"""The rules of linking that a site may do without; `dateline.linking.rules` says what each does."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`content/site.toml`, every key with its default."""

    title: str = "Chronology"
    description: str = ""
    notice: str = ""
    """A sentence at the foot of every page."""
    base_url: str = ""
    """Where the site will be published, with a slash at its end; empty where nobody has said."""
    language: str = "en"
    timezone: str = "UTC"
    """An IANA zone: in it the build's day ends, and feeds tell the time."""
    authors: tuple[str, ...] = ()
    links: LinkPolicy = LinkPolicy.FIRST_PER_SECTION
    off: tuple[str, ...] = ()
    """The rules of linking that the site does without, by name."""
    excerpt: str = "sentence"
    """How much is shown around a mention: `sentence` or `paragraph`."""
    day_first: bool | None = None
    """How `03/04/2020` is read; None: it is a problem."""
    life_events: bool = False
    """Whether the dates on which entities were born, died, were founded or dissolved are entries of the timeline."""
    cards: bool = True
    """Whether pages say who it is whose name the pointer or the focus is on."""
    kinds: tuple[Kind, ...] = KINDS
    relations: tuple[RelationType, ...] = built_in_types("en")
    """The types of relation, in the order in which they are listed."""
    files: tuple[str, ...] = ()
    """Files of the content folder that are published though no page uses them, by path."""
    navigation: tuple[tuple[str, str], ...] = ()
    """Label and URL path of each link in the head of the page; empty: Dateline's own choice."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys that Dateline does not know, for templates."""

    def relation_type(self, name: str) -> RelationType:
        """Return the type of relation with this name. Raises KeyError where there is none."""
        return {each.name: each for each in self.relations}[name]

    def kind(self, name: str) -> Kind:
        """Return the kind with this name. Raises KeyError where there is none."""
        return {kind.name: kind for kind in self.kinds}[name]
