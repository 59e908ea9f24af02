"""Turn the slug of an article or a page and a language into the slug of its translation, and back."""

from dateline.model.names import Slug


def translated_slug(original: Slug, language: str) -> Slug:
    """Return the slug of the translation of an article, or of a page, into a language (a BCP 47 tag): `shootout/es`."""
    return Slug(f"{original}/{language}")


def original_slug(slug: Slug) -> Slug | None:
    """Return the slug of the article or page of which that with this slug is a translation; None where it is none."""
    original, slash, _ = slug.partition("/")
    return Slug(original) if slash else None
