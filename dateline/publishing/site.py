"""Turn the folders of a site into a build, in memory: the disk and the clock on one side, the pipeline on the other."""

from dataclasses import dataclass
from pathlib import Path

from dateline import __version__
from dateline.model.source import Build, Options
from dateline.pipeline import Report, build_site, read_timezone
from dateline.publishing.clock import today
from dateline.publishing.sources import read_sources


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    content: Path
    templates: Path | None = None
    """None: the folder `templates` beside the content folder, where there is one."""
    base_url: str | None = None
    drafts: bool = False
    future: bool = False
    preview: bool = False


def build_from_disk(wish: Wish, report: Report) -> Build:
    """Return the whole site and its problems; nothing is written. Raises DatelineError."""
    report("find", 0, 0)
    sources = read_sources(wish.content, wish.templates)
    options = Options(
        today=today(read_timezone(sources)),
        version=__version__,
        base_url=wish.base_url,
        drafts=wish.drafts,
        future=wish.future,
        preview=wish.preview,
    )
    return build_site(sources, options, report)
