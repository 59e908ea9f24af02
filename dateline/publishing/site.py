"""Turn the folders of a site into a build, in memory: the disk and the clock on one side, the pipeline on the other."""

from dataclasses import replace

from dateline.linking.guard import guard_names
from dateline.model.problem import sort_problems
from dateline.model.source import Build, CopiedFile, Options, Sources
from dateline.pipeline import Inspection, Report, complete_site, inspect_site, read_timezone
from dateline.publishing.digests import digest_file
from dateline.publishing.media import tell_media
from dateline.publishing.options import options_at
from dateline.publishing.sources import read_sources
from dateline.publishing.wishes import Wish


def build_from_disk(wish: Wish, report: Report) -> Build:
    """Return the whole site and its problems; nothing is written. Raises DatelineError."""
    return check_from_disk(wish, report)[1]


def inspect_from_disk(wish: Wish, report: Report) -> Inspection:
    """Return the sources read and linked, without making pages of them. Raises DatelineError."""
    return inspect_site(*_find(wish, report), report)


def check_from_disk(wish: Wish, report: Report) -> tuple[Inspection, Build]:
    """Return the sources read and linked, and the whole site that is made of them. Raises DatelineError."""
    sources, options = _find(wish, report)
    inspection = inspect_site(sources, options, report)
    content = inspection.content
    cited = {each.file for article in content.articles for each in article.citations() if each.file}
    sources = replace(sources, digests={path: digest_file(wish.content / path) for path in sorted(cited)})
    made = complete_site(inspection, sources, options, report)
    copied = (output.path for output in made.outputs.values() if isinstance(output, CopiedFile))
    guard = guard_names(content.private, content.registry, content.settings)
    problems = sort_problems((*made.problems, *tell_media(copied, wish.content, guard)))
    return inspection, replace(made, problems=problems)


def options_of(wish: Wish, sources: Sources) -> Options:
    """Return the options of a build that is wished for now; of the sources only `site.toml` is read."""
    return options_at(wish, read_timezone(sources))


def _find(wish: Wish, report: Report) -> tuple[Sources, Options]:
    report("find", 0, 0)
    sources = read_sources(wish.content, wish.templates)
    return sources, options_of(wish, sources)
