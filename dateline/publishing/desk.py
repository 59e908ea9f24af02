"""Turn a share of a site's files into what is kept of them: read them, hear which are published, link those."""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path

from dateline.linking.linker import Site, link_article, link_entity
from dateline.model.dataclass import dataclass
from dateline.model.names import EntityId
from dateline.model.problem import Problem
from dateline.model.settings import Settings
from dateline.model.source import Sources
from dateline.publishing.codec import stamp
from dateline.publishing.keeping import keep_article, keep_entity
from dateline.publishing.kept import KeptArticle, KeptEntity
from dateline.publishing.segments import SegmentWriter
from dateline.publishing.sources import FoundFile, read_file
from dateline.reading.articles import Candidate, ReadArticle, read_article
from dateline.reading.markdown_links import Targets
from dateline.reading.references import References
from dateline.rendering.recording import tell_article

_BATCH = 20
"""So little that who gathers the batches of others beside work of its own keeps nobody waiting for long."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every article is read and linked against."""

    sources: Sources
    """Without texts: only which files there are, and how the folder is called."""
    settings: Settings
    references: References
    """What headers may call entities by."""
    site: Site
    """Without its targets, which are known only when all articles are read."""
    memory: Path
    """The folder of segments."""


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article that was linked, and what is wrong with its links alone."""

    kept: KeptArticle
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class LinkedEntity:
    """An entity that was linked, and what is wrong with its links."""

    kept: KeptEntity
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """What was linked."""

    articles: tuple[LinkedArticle, ...] = ()
    entities: tuple[LinkedEntity, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """What one process is to read and link."""

    files: Mapping[str, FoundFile]
    """Articles, by their path below the content folder."""
    entities: tuple[EntityId, ...]


@dataclass(frozen=True, slots=True)
class Orders:
    """What can be said only when all articles are read."""

    published: frozenset[str]
    """The paths of the articles to link."""
    targets: Targets


@dataclass(slots=True)
class Desk:
    """Where one process does its share."""

    around: Surroundings
    share: Share
    read: dict[str, tuple[bytes, ReadArticle]] = field(default_factory=dict)
    """What was read, by path, with the digest of its file."""

    def hear(self) -> Iterator[Candidate]:
        """Read the articles. Raises DatelineError where a file cannot be read."""
        for path, file in self.share.files.items():
            data = read_file(file.file)
            sources = replace(self.around.sources, texts={path: data})
            found = read_article(path, sources, self.around.settings, self.around.references)
            self.read[path] = (stamp(data), found)
            yield found.candidate

    def link(self, orders: Orders) -> Iterator[Batch]:
        """Link those articles that are published, and the entities. Raises OSError where nothing can be kept."""
        site = replace(self.around.site, targets=orders.targets)
        published = [path for path in self.share.files if path in orders.published]
        with SegmentWriter(self.around.memory) as writer:
            for start in range(0, len(published), _BATCH):
                paths = published[start : start + _BATCH]
                yield Batch(articles=tuple(self._link_article(path, site, writer) for path in paths))
            for start in range(0, len(self.share.entities), _BATCH):
                entities = self.share.entities[start : start + _BATCH]
                yield Batch(entities=tuple(_link_entity(entity, site, writer) for entity in entities))

    def _link_article(self, path: str, site: Site, writer: SegmentWriter) -> LinkedArticle:
        digest, found = self.read.pop(path)
        assert found.article is not None, "only articles are published"  # noqa: S101
        linked, ties = link_article(found.article, site)
        kept = keep_article(found, digest, tell_article(linked, site.settings), ties, writer)
        return LinkedArticle(kept, ties.problems)


def _link_entity(identity: EntityId, site: Site, writer: SegmentWriter) -> LinkedEntity:
    linked, ties = link_entity(site.everybody.by_id[identity], site)
    return LinkedEntity(keep_entity(linked, ties, writer), ties.problems)
