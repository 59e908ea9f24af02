"""Turn names that count for one and might mean another, who is called nearly so, into advice."""

from dataclasses import field

from dateline.linking.files import LinkedFile, linked_files
from dateline.linking.linked import Linked
from dateline.linking.remedies import pin_line, times, wikilink
from dateline.linking.reports.advice import Advice, AdviceCode, by_weight
from dateline.linking.rivals import REASONS, Reason, Rival, index_rivals
from dateline.model.dataclass import dataclass
from dateline.model.entity import Registry
from dateline.model.mention import Mention
from dateline.model.names import EntityId
from dateline.reading.content import Content

_BY_THE_REGISTRY = (Reason.OTHER_FORM, Reason.IN_SHORT)

_Key = tuple[str, EntityId | None, EntityId, Reason]


@dataclass(slots=True)
class _Group:
    """Mentions of one entity by words that may mean one other."""

    file: LinkedFile
    first: Mention
    rival: Rival
    paths: set[str] = field(default_factory=set)
    count: int = 0


def report_uncertain(content: Content, linked: Linked) -> tuple[Advice, ...]:
    """Return one piece of advice for all places of the site where the same words may mean the same other entity.

    Where the registry alone makes another possible, it weighs nothing: what a text makes doubtful goes before.
    """
    rivals = index_rivals(content)
    groups: dict[_Key, _Group] = {}
    for file in linked_files(linked):
        for mention, block in file.mentions():
            for rival in rivals.find(mention, block):
                key = (rival.words, mention.means, rival.entity, rival.reason)
                group = groups.setdefault(key, _Group(file, mention, rival))
                group.paths.add(file.path)
                group.count += 1
    return by_weight(_advise(group, content.registry) for group in groups.values())


def _advise(group: _Group, registry: Registry) -> Advice:
    first, rival, article = group.first, group.rival, group.file.article
    often = times(group.count) + (f" in {len(group.paths)} files" if len(group.paths) > 1 else "")
    other = f"{rival.entity} ({registry.by_id[rival.entity].name})"
    message = f"'{rival.words}' is read as {first.means}, {often}; it might mean {other}, {REASONS[rival.reason]}"
    pin = f" or in the header {pin_line(article, rival.words, rival.entity)}" if article else ""
    hint = f"where it does, write {wikilink(rival.entity, rival.words)}{pin}"
    if group.count > 1:
        hint += f"; dateline why {rival.entity} lists every place"
    weight = 0 if rival.reason in _BY_THE_REGISTRY else group.count
    return Advice(AdviceCode.LINK_UNCERTAIN, message, group.file.locate(first), hint, weight)
