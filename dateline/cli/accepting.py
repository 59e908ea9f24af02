"""Turn the numbers of suggestions into files of the registry, and tell which links that adds."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

import click

from dateline.cli.telling import printable, tell_failure
from dateline.linking.unregistered import Suggestion
from dateline.model.dataclass import dataclass
from dateline.model.mention import Decision
from dateline.model.names import EntityId, Slug
from dateline.model.problem import DatelineError
from dateline.model.settings import Kind
from dateline.pipeline import Inspection
from dateline.publishing.registering import entity_file, register_alias, register_entity

ALIAS = "alias"
"""In the place of a kind: the name is an alias of the entity that is spelt nearly so."""

QUESTION = "Accept which? (1 3-5; k 3 place changes a kind; s 3 leaves one out; Enter ends)"

Links = Counter[tuple[EntityId, Slug]]
"""How often each article links each entity."""

_SPAN = re.compile(r"(\d+)(?:-(\d+))?")
_MOST_ARTICLES = 5


@dataclass(slots=True)
class Choices:
    """Suggestions by their numbers, as long as nobody has accepted them or left them out."""

    inspection: Inspection
    content: Path
    inspect: Callable[[], Inspection]
    """Reads and links the site again."""
    open: dict[int, Suggestion] = field(default_factory=dict)
    failed: bool = False

    @property
    def kinds(self) -> Mapping[str, Kind]:
        """The site's kinds by name."""
        return {kind.name: kind for kind in self.inspection.content.settings.kinds}

    def converse(self, ask: Callable[[str], str]) -> None:
        """Ask, and do what the answers say, until one is empty or nothing is left."""
        while self.open and (answer := ask(QUESTION).strip()):
            try:
                self._obey(answer.split())
            except ValueError as error:
                tell_failure(str(error))

    def accept(self, numbers: Iterable[int]) -> None:
        """Register what bears these numbers, and tell what was written and which links that adds."""
        chosen = [self.open.pop(number) for number in numbers if number in self.open]
        registered = [identity for each in chosen if (identity := self._register(each))]
        if registered:
            before, self.inspection = count_links(self.inspection), self.inspect()
            _tell_gain(before, count_links(self.inspection), registered)

    def _obey(self, words: Sequence[str]) -> None:
        if words[0] == "k" and len(words) > 2:
            self._change_kind(self._numbers(words[1:-1]), words[-1])
        elif words[0] == "s":
            for number in self._numbers(words[1:]):
                del self.open[number]
        else:
            self.accept(self._numbers(words))

    def _numbers(self, words: Iterable[str]) -> tuple[int, ...]:
        numbers = read_numbers(words)
        unknown = [number for number in numbers if number not in self.open]
        if unknown:
            raise ValueError(f"there is no number {unknown[0]} in the list")
        return numbers

    def _change_kind(self, numbers: Iterable[int], kind: str) -> None:
        if kind not in (*self.kinds, ALIAS):
            raise ValueError(f"'{kind}' is none of {', '.join((*self.kinds, ALIAS))}")
        for number in numbers:
            suggestion = self.open[number]
            if kind == ALIAS and not (suggestion.entity or suggestion.alike):
                raise ValueError(f"'{suggestion.name}' is like no name of the registry; give it a kind")
            entity = suggestion.entity or suggestion.alike if kind == ALIAS else None
            self.open[number] = replace(suggestion, kind=suggestion.kind if entity else kind, entity=entity)

    def _register(self, suggestion: Suggestion) -> EntityId | None:
        try:
            return self._write(suggestion)
        except DatelineError as error:
            self.failed = True
            tell_failure(str(error))
            return None

    def _write(self, suggestion: Suggestion) -> EntityId:
        if suggestion.entity:
            file = Path(self.inspection.content.registry.by_id[suggestion.entity].location.path)
            register_alias(file, suggestion.name)
            click.echo(printable(f"{file.as_posix()}: alias '{suggestion.name}'"))
            return suggestion.entity
        folder = self.kinds[suggestion.kind].folder
        file = register_entity(self.content, folder, suggestion.name, suggestion.aliases)
        click.echo(printable(f"{file.as_posix()}: written"))
        return EntityId(entity_file(folder, suggestion.name).path.removesuffix(".md"))


def read_numbers(words: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers that are meant by `1 3-5` or `1,3-5`, each once. Raises ValueError."""
    numbers: dict[int, None] = {}
    for word in " ".join(words).replace(",", " ").split():
        span = _SPAN.fullmatch(word)
        if not span:
            raise ValueError(f"'{word}' is no number; write 1, or 3-5")
        numbers.update(dict.fromkeys(range(int(span[1]), int(span[2] or span[1]) + 1)))
    return tuple(numbers)


def count_links(inspection: Inspection) -> Links:
    """Return how often each article links each entity."""
    return Counter(
        (mention.entity, mention.article)
        for article in inspection.linked.articles
        for mention in article.mentions
        if mention.decision is Decision.LINKED and mention.entity and mention.article
    )


def _tell_gain(before: Links, after: Links, registered: Sequence[EntityId]) -> None:
    for identity in dict.fromkeys(registered):
        gained = {slug: count - before[entity, slug] for (entity, slug), count in after.items() if entity == identity}
        click.echo(printable(f"  {identity}: {_gain({slug: count for slug, count in gained.items() if count > 0})}"))


def _gain(gained: Mapping[Slug, int]) -> str:
    links, articles = sum(gained.values()), len(gained)
    if not links:
        return "no link is added"
    most = sorted(gained.items(), key=lambda each: (-each[1], each[0]))[:_MOST_ARTICLES]
    more = [f"{articles - len(most)} more"] if articles > len(most) else []
    where = ", ".join([*(f"{slug} ({count})" for slug, count in most), *more])
    return f"+ {links} link{'s' * (links > 1)} in {articles} article{'s' * (articles > 1)}: {where}"
