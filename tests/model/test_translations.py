"""The slug of a translation tells its original."""

from dateline.model.names import Slug
from dateline.model.translations import original_slug, translated_slug
from dateline.model.urls import article_url


def test_a_translation_lies_below_its_original() -> None:
    """And leads back to it."""
    slug = translated_slug(Slug("storm"), "pt-BR")
    assert article_url(slug) == "articles/storm/pt-BR/"
    assert original_slug(slug) == "storm"
    assert original_slug(Slug("storm")) is None
