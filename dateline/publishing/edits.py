"""Tell of an article that was edited how far that reaches: whether more than its long parts have changed."""

from dateline.publishing.keeping import candidate_of
from dateline.publishing.kept import KeptArticle
from dateline.reading.articles import Candidate


def claims_anew(candidate: Candidate, kept: KeptArticle) -> bool:
    """Return whether an article asks for another place than it had."""
    slug = candidate.claim.slug if candidate.claim else None
    before = candidate_of(candidate.path, kept)
    asked = (slug, candidate.is_draft, candidate.first_day, candidate.edtf, candidate.language)
    return asked != (kept.claim.slug, kept.is_draft, kept.first_day, before.edtf, before.language)


def short_parts(kept: KeptArticle) -> tuple[object, ...]:
    """Return what a build knows of an article without reading its long parts, but for where these are."""
    return kept.stamp, *_told_besides(kept)


def framed_parts(kept: KeptArticle) -> tuple[object, ...]:
    """Return the same but for how often it names whom, which its own page alone shows."""
    return kept.outline, *_told_besides(kept)


def _told_besides(kept: KeptArticle) -> tuple[object, ...]:
    """What stands beside the record."""
    trace, links = kept.trace, sorted(link.url for link in kept.trace.links)
    return kept.holds, kept.claim, kept.references, kept.problems, trace.files, links, trace.leans
