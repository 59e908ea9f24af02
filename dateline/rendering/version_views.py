"""Hold what templates see of an article, or of a page, in its other languages."""

from dateline.model.light import light


@light
class TranslationView:
    """The same text in another language."""

    language: str
    """A BCP 47 tag."""
    name: str
    """The language, in itself: `español`."""
    url: str
    """Its page, relative to this one."""
    is_original: bool
    """Whether the others are translations of it."""
