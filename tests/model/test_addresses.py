"""A text is told to be an address of the web or of a site, or to be none."""

import pytest

from dateline.model.addresses import is_site_address, is_web_address


@pytest.mark.parametrize("text", ["https://example.org", "http://example.org/record/", "https://example.org:8080/a"])
def test_a_site_can_have_such_an_address(text: str) -> None:
    """Every such address is one of the web."""
    assert is_site_address(text)
    assert is_web_address(text)


@pytest.mark.parametrize("text", ["https://example.org/?a=b", "https://example.org/#b"])
def test_no_path_can_follow_a_question_or_an_anchor(text: str) -> None:
    """It is one of the web all the same."""
    assert is_web_address(text)
    assert not is_site_address(text)


@pytest.mark.parametrize(
    "text",
    ["", "/", "example.org", "//example.org", "https://", "https://ex ample.org", "ftp://example.org", "https://[a"],
)
def test_what_is_no_address(text: str) -> None:
    """Neither of the web nor of a site."""
    assert not is_web_address(text)
    assert not is_site_address(text)
