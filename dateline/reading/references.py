"""Find the entity that a slug in a header stands for."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId, Slug, slugify
from dateline.model.problem import Code
from dateline.reading.findings import Findings
from dateline.reading.nodes import TextNode
from dateline.reading.values import find_close

PLACE = "place"


@dataclass(frozen=True, slots=True)
class References:
    """The registry, by the slugs and the names that an author may write."""

    by_id: Mapping[EntityId, Entity]
    by_slug: Mapping[Slug, tuple[Entity, ...]]

    @classmethod
    def to(cls, registry: Registry) -> "References":
        """Return the references to the entities of a registry."""
        by_slug: dict[Slug, tuple[Entity, ...]] = {}
        for entity in registry.entities:
            by_slug[entity.slug] = (*by_slug.get(entity.slug, ()), entity)
        return cls(registry.by_id, by_slug)

    def resolve(self, node: TextNode, findings: Findings, kind: str = "") -> EntityId | None:
        """Return the id of the entity that a text means: a slug, or a folder and a slug.

        Among entities of the same slug one of this kind goes first. Notes a problem where the text means none, or
        more than one.
        """
        text = node.text.strip()
        findings.references.append(text)
        found = self._find(text)
        preferred = [entity for entity in found if entity.kind == kind]
        chosen = preferred if len(preferred) == 1 else found
        if len(chosen) == 1:
            return chosen[0].id
        if chosen:
            ids = " and ".join(entity.id for entity in chosen)
            hint = f"write {' or '.join(entity.id for entity in chosen)}"
            findings.add(Code.REFERENCE_AMBIGUOUS, f"'{text}' may mean {ids}", node.place, hint)
        else:
            findings.add(Code.REFERENCE_UNKNOWN, f"there is no entity '{text}'", node.place, self._offer(text))
        return None

    def resolve_all(self, nodes: Iterable[TextNode], findings: Findings, kind: str = "") -> tuple[EntityId, ...]:
        """Return the ids of the entities that these texts mean, each once, in their order."""
        found = (self.resolve(node, findings, kind) for node in nodes)
        return tuple(dict.fromkeys(identity for identity in found if identity))

    def _find(self, text: str) -> tuple[Entity, ...]:
        entity = self.by_id.get(EntityId(text))
        return (entity,) if entity else self.by_slug.get(Slug(text), ())

    def _offer(self, text: str) -> str:
        name, known = slugify(text.rpartition("/")[2]), self._by_name()
        close = [name] if name in known else find_close(name, known)
        ids = dict.fromkeys(known[word] for word in close)
        if not ids:
            return "write the slug of an entity, which is the name of its file, or add a file for it"
        return f"did you mean {' or '.join(identity.partition('/')[2] for identity in ids)}?"

    def _by_name(self) -> Mapping[str, EntityId]:
        """Slugs, former ones too, and slugified names, to offer one where an author's slug is unknown."""
        found: dict[str, EntityId] = {}
        for entity in self.by_id.values():
            former = (PurePosixPath(path).stem for path in entity.redirects)
            for name in (entity.slug, entity.name, *entity.aliases, *entity.weak_aliases, *entity.forms, *former):
                found.setdefault(slugify(name), entity.id)
        return found
