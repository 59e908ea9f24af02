"""Sources are told as they were given, and lead to the web or nowhere."""

import pytest

from dateline.indexes.records import CitationRecord, CorrectionRecord
from dateline.rendering.date_words import DatePart
from dateline.rendering.source_views import view_correction, view_source


@pytest.mark.parametrize(
    ("note", "joined"),
    [("", ""), ("as quoted in 1.", ", as quoted in 1"), ("No author is named.", ". No author is named")],
)
def test_a_remark_is_joined(note: str, joined: str) -> None:
    """A sentence of its own after a full stop, a fragment after a comma."""
    assert view_source(CitationRecord(title="Report", note=note), "en").note == joined


def test_only_addresses_of_the_web_are_links() -> None:
    """Whatever came in, nothing that runs goes out."""
    view = view_source(CitationRecord(title="T", url="javascript:alert(1)", archive="HTTPS://example.org/a"), "en")
    assert (view.url, view.archive) == ("", "HTTPS://example.org/a")


def test_a_bare_address_is_its_own_title() -> None:
    """So that there is something to follow."""
    assert view_source(CitationRecord(url="https://example.org/"), "en").title == "https://example.org/"
    assert view_source(CitationRecord(url="https://example.org/", publisher="Ann"), "en").title == ""


def test_dates_and_authors_are_words() -> None:
    """The reader sees no notation."""
    view = view_source(CitationRecord(authors=("Ann", "Ben"), date="2019", accessed="2020-01-02"), "en")
    assert (view.authors, view.date) == ("Ann and Ben", (DatePart("2019", "2019"),))
    assert view.accessed == (DatePart("2 January 2020", "2020-01-02"),)


def test_a_correction_has_its_date() -> None:
    """And what was wrong."""
    view = view_correction(CorrectionRecord("2022-08-03", "Three, not two."), "en")
    assert (view.date[0].text, view.note) == ("3 August 2022", "Three, not two.")
