"""Decide which mentions of a text become links, and write both down."""

from collections.abc import Mapping, Sequence
from dataclasses import field

from dateline.linking.drafts import Draft, Placed
from dateline.linking.linked import LinkedText
from dateline.linking.rules import HEADING, LINK, OWN_PAGE, POLICY, REPEATED, WIKILINK
from dateline.linking.tokens import Block
from dateline.model.dataclass import dataclass
from dateline.model.entity import Entity
from dateline.model.mention import AMBIGUOUS, COUNTED, LINKED, Decision, Mention
from dateline.model.names import EntityId, Slug
from dateline.model.settings import LinkPolicy

_NEW = tuple.__new__
_BY_HAND = (WIKILINK, LINK)
_ALL, _FIRST, _NONE = LinkPolicy.ALL, LinkPolicy.FIRST, LinkPolicy.NONE
_TO_LINK = (LINKED, "")


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

    def what_keeps(self, block: Block, rule: str, entity: EntityId) -> str:
        """What keeps a name from being a link; empty where nothing does."""
        scope = self.scope
        if self.is_title or (block.is_heading and rule != LINK):
            return HEADING
        if entity == scope.own:
            return OWN_PAGE
        policy = scope.policy
        if policy is not _NONE:
            policy = scope.entities[entity].links or policy
        place = (entity, 0 if policy is _FIRST else block.section)
        if rule not in _BY_HAND and policy is _NONE:
            return POLICY
        if rule not in _BY_HAND and place in self.seen:
            return REPEATED
        if policy is not _ALL:
            self.seen.add(place)
        return ""


def decide_text(draft: Draft, scope: Scope, found: Sequence[Placed]) -> LinkedText:
    """Return the text with its links and every decision on what was found in it, which comes in its order."""
    judge, verdicts = _Judge(scope, draft.is_title), []
    for number, _, _, (_, _, _, rule, entity, _, decision) in found:
        if decision is not None or entity is None:
            verdicts.append((decision or AMBIGUOUS, ""))
        elif kept := judge.what_keeps(draft.blocks[number], rule, entity):
            verdicts.append((COUNTED, kept))
        else:
            verdicts.append(_TO_LINK)
    texts, mentions = [block.text for block in draft.blocks], _mentions(draft, scope, found, verdicts)
    return LinkedText(draft.resolved.tokens, tuple(texts), tuple(mentions), draft.blocks, scope.entities)


def _mentions(
    draft: Draft, scope: Scope, found: Sequence[Placed], verdicts: Sequence[tuple[Decision, str]]
) -> Sequence[Mention]:
    """What goes into the ledger."""
    path, part, article, blocks = draft.source.path, draft.part, scope.article, draft.blocks
    locate, mentions = draft.source.passage.source_map.locate, []
    for place, (decision, kept) in zip(found, verdicts, strict=True):
        number, start, end, (_, _, name, rule, entity, candidates, _) = place
        block = blocks[number]
        where, surface = locate(block.origin(start)), block.text[start:end]
        row = (path, where, surface, entity, name, rule, decision, candidates, article, part, number, start, end, kept)
        # The tuple's own maker: with names of fields it takes six times as long.
        mentions.append(_NEW(Mention, row))
    return mentions
