"""Turn whom an article names into the latest other articles about them, and those into its part of a key."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import neg

from dateline.indexes.records import ArticleRecord
from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId
from dateline.rendering.keys import Ingredients, fold
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import AlsoView

ALSO_ENTITIES = 2
ALSO_ARTICLES = 5

_SURE = ALSO_ARTICLES * (ALSO_ENTITIES - 1) + 2
"""Of so many articles about an entity one is another than the article itself and those that others have shown."""
_SEEN = ALSO_ARTICLES * ALSO_ENTITIES + 1
"""An article that is shown is among so many of the latest."""


@dataclass(frozen=True, slots=True)
class _News:
    """What there is about entities, as far as it can be shown."""

    places: Mapping[EntityId, int]
    """The place of each among all entities by name."""
    latest: Sequence[bytes]
    """By that place: the digest of links to the latest articles."""
    is_sure: Sequence[bool]
    """By that place: whether at least one of them is shown wherever the entity has its turn."""


def also(article: ArticleRecord, named: list[EntityId], viewpoint: Viewpoint) -> Iterator[AlsoView]:
    """Return, for those whom an article names most, the latest other articles about them, each article once.

    `named` has the most named first, and then goes by name.
    """
    seen, found = {article.slug}, 0
    backlinks = viewpoint.edition.indexes.dossiers.backlinks
    for identity in named:
        if found == ALSO_ENTITIES:
            return
        newest = reversed(backlinks.get(identity, ()))
        fresh = list(islice((other for other in newest if other.slug not in seen), ALSO_ARTICLES))
        if fresh:
            found += 1
            seen |= {other.slug for other in fresh}
            yield AlsoView(viewpoint.chip(identity), tuple(viewpoint.article(other) for other in reversed(fresh)))


def also_key(article: ArticleRecord, parts: Ingredients) -> bytes:
    """Return the digest of all articles that can be chosen so; whom it names is not in it."""
    news = parts.edition.memo.once((_News, id(parts)), lambda: _news(parts))
    cast, counts = article.cast, article.named
    order = (-counts.get(identity, 0) for identity in cast) if article.events else map(neg, counts.values())
    digests, sure = [], 0
    for _, place in sorted(zip(order, map(news.places.__getitem__, cast), strict=True)):
        digests.append(news.latest[place])
        sure += news.is_sure[place]
        if sure == ALSO_ENTITIES:
            break
    return fold(*digests)


def _news(parts: Ingredients) -> _News:
    entities, links = parts.edition.content.registry.entities, parts.links
    by_name = [entity.id for entity in sorted(entities, key=lambda entity: (entity.name.casefold(), entity.id))]
    backlinks = parts.edition.indexes.dossiers.backlinks
    found = [backlinks.get(identity, ()) for identity in by_name]
    latest = [fold(*(links[article.slug] for article in articles[-_SEEN:])) for articles in found]
    return _News(
        {identity: place for place, identity in enumerate(by_name)},
        latest,
        [len(articles) >= _SURE for articles in found],
    )
