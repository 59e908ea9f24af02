"""Turn linked articles into suggestions: names that nobody registered, and likely aliases of what is registered."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dateline.linking.likely_aliases import Groups, alike_names, entities_for, names_for, short_names
from dateline.linking.likely_kinds import PERSON, likely_kind
from dateline.linking.linked import Linked
from dateline.linking.sightings import Sighting, find_sightings
from dateline.model.dataclass import dataclass
from dateline.model.entity import Registry
from dateline.model.names import EntityId, Slug


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name for the author to register, or to leave."""

    name: str
    """As most articles write it."""
    kind: str
    """Likely `person`, `group` or `place`."""
    aliases: tuple[str, ...]
    """Other names that likely mean the same: acronyms, a company's name with its Inc."""
    sightings: tuple[Sighting, ...]
    """Where it stands, in full and in short, in the order of reading."""
    entity: EntityId | None = None
    """The entity of which it is likely an alias; None: it is likely a name of its own."""
    reason: str = ""
    """What makes it that: `parenthesis`, `initials`, `legal-form` or `surname`."""
    alike: EntityId | None = None
    """An entity that is spelt nearly so: perhaps the author meant that one."""

    @property
    def mentions(self) -> int:
        """How often it stands in the articles."""
        return len(self.sightings)

    @property
    def articles(self) -> tuple[Slug, ...]:
        """The articles that it stands in, in the order of reading."""
        return tuple(dict.fromkeys(sighting.article for sighting in self.sightings))


def suggest_names(linked: Linked, registry: Registry) -> tuple[Suggestion, ...]:
    """Return all suggestions, the most frequent first, then by their number of articles, then by name.

    No sighting overlaps a mention that was linked, counted, found ambiguous or left alone by the author.
    """
    groups = _group(find_sightings(linked))
    people = [key for key, sightings in groups.items() if " " in key and _kind(key, groups) == PERSON]
    groups = _join_short_names(groups, people)
    groups = {key: found for key, found in groups.items() if _is_name(key, found, groups)}
    known = entities_for(groups, linked, registry)
    short = {alias: name for alias, name in names_for(groups).items() if not {alias, name} & known.keys()}
    alike = alike_names({key: found for key, found in groups.items() if key not in known}, registry)
    suggestions = [
        _suggestion(key, groups, [alias for alias in short if short[alias] == key], known, alike)
        for key in groups
        if key not in short
    ]
    return tuple(sorted(suggestions, key=lambda each: (-each.mentions, -len(each.articles), each.name)))


def _group(sightings: Sequence[Sighting]) -> dict[str, list[Sighting]]:
    groups: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        groups[" ".join(sighting.words)].append(sighting)
    return dict(groups)


def _kind(key: str, groups: Groups) -> str:
    articles = {sighting.article for sighting in groups[key]}
    last = groups.get(key.rpartition(" ")[2], ()) if " " in key else ()
    return likely_kind(groups[key], has_short_form=any(sighting.article in articles for sighting in last))


def _join_short_names(groups: Groups, people: Sequence[str]) -> dict[str, list[Sighting]]:
    """The groups with the surnames and given names that stand alone put to the people who bear them."""
    short = short_names(groups, people)
    joined: dict[str, list[Sighting]] = defaultdict(list)
    for key, sightings in groups.items():
        for sighting in sightings:
            joined[short.get(sighting.article, {}).get(key, key)].append(sighting)
    return dict(joined)


def _is_name(key: str, sightings: Sequence[Sighting], groups: Groups) -> bool:
    """Whether a group is sure to be a name, and no plural of another: Javelins."""
    is_plural = " " not in key and key.endswith("s") and key[:-1] in groups
    return not is_plural and any(sighting.is_sure for sighting in sightings)


def _suggestion(
    key: str,
    groups: Groups,
    short: Sequence[str],
    known: Mapping[str, tuple[EntityId, str]],
    alike: Mapping[str, EntityId],
) -> Suggestion:
    own = [sighting for sighting in groups[key] if " ".join(sighting.words) == key]
    entity, reason = known.get(key, (None, ""))
    return Suggestion(
        name=_commonest(own),
        kind=likely_kind(own, has_short_form=len(own) < len(groups[key])),
        aliases=tuple(sorted(_commonest(groups[alias]) for alias in short)),
        sightings=tuple(sighting for each in (key, *short) for sighting in groups[each]),
        entity=entity,
        reason=reason,
        alike=alike.get(key),
    )


def _commonest(sightings: Sequence[Sighting]) -> str:
    """The most frequent way to write the name, the first of equals."""
    return Counter(sighting.surface for sighting in sightings).most_common(1)[0][0]
