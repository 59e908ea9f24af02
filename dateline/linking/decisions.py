"""Decide which mentions of a text become links, and write both down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.linking.drafts import Draft
from dateline.linking.knowledge import Knowledge
from dateline.linking.linked import LinkedText
from dateline.linking.rules import HEADING, LINK, OWN_PAGE, POLICY, REPEATED, WIKILINK
from dateline.linking.senses import Sense
from dateline.linking.tokens import Block, EntityLink
from dateline.model.entity import Entity
from dateline.model.mention import Decision, Mention
from dateline.model.names import EntityId, Slug
from dateline.model.settings import LinkPolicy
from dateline.model.urls import entity_url

_NEW = tuple.__new__
_BY_HAND = (WIKILINK, LINK)

_Decided = tuple[Sense, Decision, str]
"""A sense, what became of it, and what keeps it from being a link."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What holds for all the texts of one file."""

    entities: Mapping[EntityId, Entity]
    policy: LinkPolicy
    article: Slug | None = None
    own: EntityId | None = None
    """The entity whose page the texts are on."""


@dataclass(slots=True)
class _Judge:
    """Decides, name after name in the order of the text, which of those that count become links."""

    scope: Scope
    is_title: bool
    seen: set[tuple[EntityId, int]] = field(default_factory=set)
    """Entities already linked, and in which section."""

    def judge(self, block: Block, sense: Sense) -> _Decided:
        """Return the sense with the decision on it, and what keeps it from being a link where it counts and is none."""
        decision, entity = sense.decision, sense.entity
        if decision is not None or entity is None:
            return sense, decision or Decision.AMBIGUOUS, ""
        kept = self._what_keeps(block, sense.rule, entity)
        return sense, Decision.COUNTED if kept else Decision.LINKED, kept

    def _what_keeps(self, block: Block, rule: str, entity: EntityId) -> str:
        """What keeps a name from being a link; empty where nothing does."""
        if self.is_title or (block.is_heading and rule != LINK):
            return HEADING
        if entity == self.scope.own:
            return OWN_PAGE
        own = self.scope.entities[entity].links
        policy = self.scope.policy
        if own is not None and policy is not LinkPolicy.NONE:
            policy = own
        place = (entity, 0 if policy is LinkPolicy.FIRST else block.section)
        if rule not in _BY_HAND and policy is LinkPolicy.NONE:
            return POLICY
        if rule not in _BY_HAND and place in self.seen:
            return REPEATED
        if policy is not LinkPolicy.ALL:
            self.seen.add(place)
        return ""


def decide_text(draft: Draft, scope: Scope, known: Knowledge) -> LinkedText:
    """Return the text with its links and every decision."""
    judge = _Judge(scope, draft.is_title)
    mentions: list[Mention] = []
    links: dict[int, Sequence[EntityLink]] = {}
    for number, found in enumerate(draft.blocks):
        if found.spots or found.by_hand:
            block = found.block
            decided = [judge.judge(block, sense) for sense in found.senses(known)]
            mentions += _mentions(draft, scope, number, decided)
            if made := _links(scope, decided):
                links[number] = made
    blocks = [found.block for found in draft.blocks]
    texts = [block.text for block in blocks]
    return LinkedText(draft.resolved.tokens, tuple(texts), tuple(mentions), tuple(blocks), links)


def _links(scope: Scope, decided: Sequence[_Decided]) -> Sequence[EntityLink]:
    entities = scope.entities
    return [
        _NEW(EntityLink, (start, end, entity, entity_url(entity), entities[entity].kind))
        for (start, end, _, _, entity, _, _), decision, _ in decided
        if decision is Decision.LINKED and entity is not None
    ]


def _mentions(draft: Draft, scope: Scope, number: int, decided: Sequence[_Decided]) -> Sequence[Mention]:
    """What goes into the ledger of the block with this number."""
    path, part, article = draft.source.path, draft.part, scope.article
    block, locate = draft.blocks[number].block, draft.source.passage.source_map.locate
    # The tuple's own maker: with names of fields it takes six times as long.
    return [
        _NEW(
            Mention,
            (
                path,
                locate(block.origin(start)),
                block.text[start:end],
                entity,
                name,
                rule,
                decision,
                candidates,
                article,
                part,
                number,
                start,
                end,
                kept,
            ),
        )
        for (start, end, name, rule, entity, candidates, _), decision, kept in decided
    ]
