"""Decide which mentions of a text become links, and write both down."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.linking.drafts import Draft
from dateline.linking.knowledge import Knowledge
from dateline.linking.linked import LinkedText
from dateline.linking.rules import HEADING, LINK, OWN_PAGE, POLICY, REPEATED, WIKILINK
from dateline.linking.senses import Sense
from dateline.linking.tokens import Block, EntityLink, write_links
from dateline.model.entity import Entity
from dateline.model.mention import Decision, Mention
from dateline.model.names import EntityId, Slug
from dateline.model.settings import LinkPolicy
from dateline.model.urls import entity_url

_BY_HAND = (WIKILINK, LINK)


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for all the texts of one file."""

    entities: Mapping[EntityId, Entity]
    policy: LinkPolicy
    article: Slug | None = None
    own: EntityId | None = None
    """The entity whose page the texts are on."""


@dataclass(slots=True)
class _Writer:
    draft: Draft
    scope: Scope
    seen: set[tuple[EntityId, int]] = field(default_factory=set)
    """Entities already linked, and in which section."""
    mentions: list[Mention] = field(default_factory=list)
    links: dict[int, list[EntityLink]] = field(default_factory=lambda: defaultdict(list))

    def add(self, number: int, block: Block, sense: Sense) -> None:
        """Write down what becomes of a sense of the block with this number."""
        decision, kept = sense.decision, ""
        if sense.entity is not None and decision is None:
            kept = self._what_keeps(block, sense, sense.entity)
            decision = Decision.COUNTED if kept else Decision.LINKED
            if decision is Decision.LINKED:
                self._link(number, block, sense, self.scope.entities[sense.entity])
        self.mentions.append(self._mention(number, block, sense, decision or Decision.AMBIGUOUS, kept))

    def _what_keeps(self, block: Block, sense: Sense, entity: EntityId) -> str:
        """What keeps a name from being a link; empty where nothing does."""
        if self.draft.is_title or (block.is_heading and sense.rule != LINK):
            return HEADING
        if entity == self.scope.own:
            return OWN_PAGE
        if sense.rule in _BY_HAND:
            return ""
        policy = self._policy(entity)
        if policy is LinkPolicy.NONE:
            return POLICY
        return REPEATED if (entity, _section(policy, block)) in self.seen else ""

    def _policy(self, entity: EntityId) -> LinkPolicy:
        own = self.scope.entities[entity].links
        return self.scope.policy if own is None or self.scope.policy is LinkPolicy.NONE else own

    def _link(self, number: int, block: Block, sense: Sense, entity: Entity) -> None:
        policy = self._policy(entity.id)
        if policy is not LinkPolicy.ALL:
            self.seen.add((entity.id, _section(policy, block)))
        self.links[number].append(EntityLink(sense.start, sense.end, entity.id, entity_url(entity.id), entity.kind))

    def _mention(self, number: int, block: Block, sense: Sense, decision: Decision, kept: str) -> Mention:
        return Mention(
            path=self.draft.source.path,
            place=self.draft.place(number, sense.start),
            surface=block.text[sense.start : sense.end],
            entity=sense.entity,
            name=sense.name,
            rule=sense.rule,
            decision=decision,
            candidates=sense.candidates,
            article=self.scope.article,
            part=self.draft.part,
            block=number,
            start=sense.start,
            end=sense.end,
            kept=kept,
        )


def decide_text(draft: Draft, scope: Scope, known: Knowledge) -> LinkedText:
    """Return the text with its links and every decision."""
    writer = _Writer(draft, scope)
    for number, found in enumerate(draft.blocks):
        for sense in found.senses(known):
            writer.add(number, found.block, sense)
    tokens = write_links(draft.resolved.tokens, writer.links)
    return LinkedText(tokens, tuple(found.block.text for found in draft.blocks), tuple(writer.mentions))


def _section(policy: LinkPolicy, block: Block) -> int:
    return 0 if policy is LinkPolicy.FIRST else block.section
