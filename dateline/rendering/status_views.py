"""Turn how sure claims are, and as what entities took part in events, into what templates see of it."""

from collections.abc import Iterable

from dateline.indexes.records import ArticleRecord, EventRecord, RoleRecord
from dateline.model.article import COURT_STATUSES, Status
from dateline.model.names import EntityId
from dateline.model.urls import article_url
from dateline.rendering.parts import CastView, DoubtView, RoleView, StatusView
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.words import Words

_SETTLED = (None, Status.REPORTED, Status.CONFIRMED)
"""What is told as a fact: a sentence that tells it leaves nothing out."""


def view_status(status: Status | None, words: Words) -> StatusView | None:
    """Return how sure a claim is, and how that is drawn."""
    if status is None:
        return None
    return StatusView(words.pgettext("status", status.value), "court" if status in COURT_STATUSES else status.value)


def view_cast(roles: Iterable[RoleRecord], viewpoint: Viewpoint, but: EntityId | None = None) -> tuple[CastView, ...]:
    """Return those of whom it is told as what they took part, each once, as the author listed them; `but` this one."""
    listed = tuple(roles)
    others = dict.fromkeys(role.entity for role in listed if role.entity != but)
    return tuple(cast for each in others if (cast := view_part(listed, each, viewpoint)))


def view_part(roles: Iterable[RoleRecord], entity: EntityId, viewpoint: Viewpoint) -> CastView | None:
    """Return an entity and as what it took part; None where that is not told."""
    own = tuple(_role(each, viewpoint.words) for each in roles if each.entity == entity)
    return CastView(viewpoint.chip(entity), own) if own else None


def _role(role: RoleRecord, words: Words) -> RoleView:
    return RoleView(role.words, view_status(role.status, words), role.note)


def view_doubts(article: ArticleRecord, entity: EntityId, viewpoint: Viewpoint) -> tuple[DoubtView, ...]:
    """Return the events of an article that name or list an entity and are not simply told as facts."""
    return tuple(
        DoubtView(
            title=event.title,
            url=viewpoint.link(article_url(article.slug), f"e-{event.slug}"),
            status=view_status(event.status, viewpoint.words),
            own=view_part(event.roles, entity, viewpoint),
            cast=view_cast(event.roles, viewpoint, but=entity),
        )
        for event in article.events
        if entity in event.entities and not all(status in _SETTLED for status in _statuses(event))
    )


def _statuses(told: EventRecord) -> tuple[Status | None, ...]:
    return (told.status, *(role.status for role in told.roles))
