"""Hold what is known of a group, a person or a place, and all of them in one registry."""

from collections.abc import Mapping
from dataclasses import field

from dateline.model.article import Event
from dateline.model.dataclass import dataclass
from dateline.model.date import HistoricalDate
from dateline.model.hiding import hide
from dateline.model.names import EntityId, Slug, UrlPath
from dateline.model.problem import Location
from dateline.model.relation import Relation
from dateline.model.settings import LinkPolicy
from dateline.model.text import Passage


@dataclass(frozen=True, slots=True)
class Coordinates:
    """A spot on the earth, in decimal degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Entity:
    """A page-worthy thing that articles name."""

    id: EntityId
    kind: str
    """The name of its kind: `person`."""
    slug: Slug
    name: str
    path: str
    """Its file below the content folder, with forward slashes."""
    location: Location
    """The same file, as the user names it."""
    body: Passage
    summary: Passage | None = None
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    """Names that count only after a full one in the same article."""
    forms: tuple[str, ...] = ()
    """Its names as a language bends them: Москвы, Москве; each counts like the name that it belongs to."""
    names: Mapping[str, str] = field(default_factory=dict)
    """What it is called in other languages, by their BCP 47 tags; all of these are aliases too."""
    part_of: EntityId | None = None
    coordinates: Coordinates | None = None
    area: bool = False
    """Whether its coordinates are the middle of a country or a region, and no spot."""
    born: HistoricalDate | None = None
    died: HistoricalDate | None = None
    founded: HistoricalDate | None = None
    dissolved: HistoricalDate | None = None
    context: tuple[str, ...] = ()
    """Entities (by id, slug or name) and words; where one stands in an article, a name that others share means this."""
    links: LinkPolicy | None = None
    """None: as the article or the site says."""
    relations: tuple[Relation, ...] = ()
    """How it stands to others, as its own file states it."""
    events: tuple[Event, ...] = ()
    """What happened to it, or what it did, as its own file tells it."""
    redirects: tuple[UrlPath, ...] = ()
    """Old URL paths that lead here: of its former name, of an entity that was merged into it."""
    public: bool = True
    """False: its names are published nowhere, and it has no page; `label` stands in their place."""
    label: str = ""
    """What is published for the names of an entity that is not public: `a minor`."""
    extra: Mapping[str, object] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """Return its name in a language (a BCP 47 tag): by the region, else by the language, else as everywhere."""
        if not self.names:
            return self.name
        return self.names.get(language) or self.names.get(language.partition("-")[0]) or self.name

    @property
    def life(self) -> tuple[tuple[str, HistoricalDate], ...]:
        """The dates of its life that are known, by what happened then: `born`, `died`, `founded`, `dissolved`."""
        dates = (("born", self.born), ("died", self.died), ("founded", self.founded), ("dissolved", self.dissolved))
        return tuple((what, date) for what, date in dates if date)


@dataclass(frozen=True, slots=True)
class Registry:
    """All entities, in the order of their ids."""

    entities: tuple[Entity, ...]
    by_id: Mapping[EntityId, Entity]

    @classmethod
    def of(cls, entities: tuple[Entity, ...]) -> "Registry":
        """Return the registry of these entities, whatever order they come in."""
        ordered = tuple(sorted(entities, key=lambda entity: entity.id))
        return cls(ordered, {entity.id: entity for entity in ordered})

    @property
    def private(self) -> tuple[Entity, ...]:
        """Those whose names are published nowhere, in the order of their ids."""
        return tuple(entity for entity in self.entities if not entity.public)

    def public(self) -> "Registry":
        """Return the registry of all others, which say nothing of them."""
        gone = {entity.id for entity in self.entities if not entity.public}
        if not gone:
            return self
        return Registry.of(tuple(hide(entity, {}, gone) for entity in self.entities if entity.public))

    def everybody(self, private: tuple[Entity, ...]) -> "Registry":
        """Return the registry of these and of those that are private."""
        return Registry.of((*self.entities, *private)) if private else self
