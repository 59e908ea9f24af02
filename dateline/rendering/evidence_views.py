"""Hold what templates see of what a claim rests on, and of what was wrong in it."""

from dateline.model.light import light
from dateline.rendering.date_words import DatePart


@light
class SourceLinkView:
    """A source in few words, as a link."""

    label: str
    """Who published it; else who wrote it, else its title; and where in it."""
    url: str
    """Its own address; else its line in the list of its article; empty: it has neither."""
    archive: str
    """The URL of an archived copy, for `data-versionurl`; may be empty."""
    version_date: str
    """When that copy was made, for `data-versiondate`; may be empty."""


@light
class RestView:
    """What an event rests on."""

    links: tuple[SourceLinkView, ...]
    """Its sources."""
    is_single: bool
    """Whether it rests on one source: all that it rests on is of one publisher, or of one author."""


@light
class SourceView:
    """What a claim rests on."""

    authors: str
    """Who wrote it, in words; may be empty."""
    title: str
    """Its title; may be empty."""
    url: str
    """Where it is; may be empty."""
    publisher: str
    """Who published it; may be empty."""
    date: tuple[DatePart, ...]
    """When; may be empty."""
    place: str
    """Where in it: `p. 12`, `pp. 12–14, at 00:03:15`; may be empty."""
    note: str
    """A remark, with what joins it to the words before; may be empty."""
    archive: str
    """The URL of an archived copy; may be empty."""
    archived: tuple[DatePart, ...]
    """When that copy was made; may be empty."""
    version_date: str
    """The same as `2020-07-18`, for `data-versiondate`; empty: the day is not known, or there is no copy."""
    accessed: tuple[DatePart, ...]
    """When it was read; may be empty."""
    language: str
    """Its language as a tag, for `hreflang`; empty: not told."""
    language_name: str
    """Its language in words: `Spanish`; empty: not told, or that of the page."""
    file: str
    """The name of a file that is the source, or a copy of it; empty: none."""
    file_url: str
    """Where that file is; empty: it is not published."""
    sha256: str
    """The digest of that file in hexadecimal; empty: there is none."""
    anchor: str
    """Its `id` in the list of its article; empty in any other."""


@light
class CorrectedView:
    """The mark on what is taken from an article that was corrected."""

    date: tuple[DatePart, ...]
    """When it was last corrected; empty where nobody knows."""
    url: str
    """What was wrong: the corrections on the article's page, relative to this one."""


@light
class CorrectionView:
    """What was wrong in an article."""

    date: tuple[DatePart, ...]
    """When it was mended."""
    note: str
    """What was wrong, and what is right."""
