"""Turn ordinary nouns that an article writes like a name into advice: the pin that says whose they are."""

from collections.abc import Iterator, Sequence

from dateline.linking.capitals import plain
from dateline.linking.linked import Linked, LinkedArticle
from dateline.linking.noun_names import NounName, find_noun_names
from dateline.linking.remedies import alternatives, leave_alone, pin_line, times
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.model.article import Article
from dateline.model.entity import Entity, Registry
from dateline.model.names import EntityId, Slug
from dateline.model.problem import Location
from dateline.reading.content import Content

_MOST_NAMED = 3


def report_nouns(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for each such noun of an article; none where nobody is registered."""
    if not content.registry.entities:
        return ()
    found: dict[tuple[Slug, str], list[NounName]] = {}
    for noun in find_noun_names(linked):
        found.setdefault((noun.article.slug, noun.words), []).append(noun)
    named = {article.article.slug: article for article in linked.articles}
    return by_weight(_advise(nouns, named[slug], content.registry) for (slug, _), nouns in found.items())


def _advise(nouns: Sequence[NounName], linked: LinkedArticle, registry: Registry) -> Advice:
    first, article = nouns[0], linked.article
    named = list(_named_so(first.noun, linked, registry))[:_MOST_NAMED]
    message = f"'{first.words}' is written like a name, {times(len(nouns))}"
    if named:
        message += f", and may be {alternatives(f'{entity.id} ({entity.name})' for entity in named)}"
    where = Location.at(article.location.path, first.place)
    return Advice(AdviceCode.NOUN_AS_NAME, message, where, _settle(first, article, named), len(nouns))


def _settle(noun: NounName, article: Article, named: Sequence[Entity]) -> str:
    if named:
        pins = alternatives(pin_line(article, noun.words, entity.id) for entity in named)
        return f"if it is, write in the header {pins}"
    pin = pin_line(article, noun.words, EntityId("…"))
    return f"say in the header whose it is, {pin}, or write {leave_alone(noun.words)}"


def _named_so(noun: str, linked: LinkedArticle, registry: Registry) -> Iterator[Entity]:
    """The entities of the article of which a name has the noun, or a word that it begins: Northeastern."""
    meant = dict.fromkeys(mention.means for mention in linked.mentions if mention.means)
    for entity in (registry.by_id[identity] for identity in meant):
        names = (entity.name, *entity.aliases, *entity.weak_aliases)
        if any(word.startswith(noun) for name in names for word in plain(name).split()):
            yield entity
