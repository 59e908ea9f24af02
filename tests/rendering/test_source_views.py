"""Sources are told as they were given, and lead to the web or nowhere."""

import pytest
from support.keyed import edition_of

from dateline.indexes.records import ROOT, CitationRecord, CorrectionRecord
from dateline.model.names import UrlPath
from dateline.rendering.date_words import DatePart
from dateline.rendering.evidence_views import SourceView
from dateline.rendering.source_views import view_correction, view_source
from dateline.rendering.viewpoint import Viewpoint


def view(citation: CitationRecord) -> SourceView:
    """Return a source as the page of an article shows it."""
    return view_source(citation, Viewpoint(edition_of({"articles/2020-01-01-a.md": "# A\n"}), UrlPath("articles/a/")))


@pytest.mark.parametrize(
    ("note", "joined"),
    [("", ""), ("as quoted in 1.", ", as quoted in 1"), ("No author is named.", ". No author is named")],
)
def test_a_remark_is_joined(note: str, joined: str) -> None:
    """A sentence of its own after a full stop, a fragment after a comma."""
    assert view(CitationRecord(title="Report", note=note)).note == joined


def test_only_addresses_of_the_web_are_links() -> None:
    """Whatever came in, nothing that runs goes out."""
    shown = view(CitationRecord(title="T", url="javascript:alert(1)", archive="HTTPS://example.org/a"))
    assert (shown.url, shown.archive) == ("", "HTTPS://example.org/a")


def test_a_bare_address_is_its_own_title() -> None:
    """So that there is something to follow."""
    assert view(CitationRecord(url="https://example.org/")).title == "https://example.org/"
    assert view(CitationRecord(url="https://example.org/", publisher="Ann")).title == ""


def test_dates_and_authors_are_words() -> None:
    """The reader sees no notation."""
    shown = view(CitationRecord(authors=("Ann", "Ben"), date="2019", accessed="2020-01-02"))
    assert (shown.authors, shown.date) == ("Ann and Ben", (DatePart("2019", "2019"),))
    assert shown.accessed == (DatePart("2 January 2020", "2020-01-02"),)


@pytest.mark.parametrize(
    ("pages", "at", "words"),
    [
        ("", "", ""),
        ("12", "", "p. 12"),
        ("12–14", "", "pp. 12–14"),
        ("12, 14", "00:03:15", "pp. 12, 14, at 00:03:15"),
        ("f. 3v", "", "f. 3v"),
        ("", "paragraph 7", "at paragraph 7"),
    ],
)
def test_a_place_in_a_source_is_words(pages: str, at: str, words: str) -> None:
    """Pages by number have their sign; what is no number stands as it was written."""
    assert view(CitationRecord(title="T", pages=pages, at=at)).place == words


@pytest.mark.parametrize(
    ("archive", "archived", "day"),
    [
        ("https://a.example/x", "2020-07-19", "2020-07-19"),
        ("https://a.example/x", "2020-07", ""),
        ("https://a.example/x", "", ""),
        ("javascript:x", "2020-07-19", ""),
    ],
)
def test_robust_links_have_whole_days(archive: str, archived: str, day: str) -> None:
    """`data-versiondate` takes a date, and a month is none."""
    assert view(CitationRecord(title="T", archive=archive, archived=archived)).version_date == day


@pytest.mark.parametrize(
    ("tag", "words"), [("", ""), ("en", ""), ("es", "Spanish"), ("pt-BR", "Portuguese"), ("tlh", "tlh")]
)
def test_a_language_is_words(tag: str, words: str) -> None:
    """Where it is not that of the page."""
    assert view(CitationRecord(title="T", language=tag)).language_name == words


def test_a_file_is_a_link_where_it_is_published() -> None:
    """And else a name."""
    shown = view(CitationRecord(file="papers/press release.pdf"))
    assert (shown.title, shown.file) == ("press release.pdf", "press release.pdf")
    assert shown.file_url == f"{ROOT}media/papers/press%20release.pdf"
    assert view(CitationRecord(file="papers/leak.pdf", is_published=False)).file_url == ""


def test_a_correction_has_its_date() -> None:
    """And what was wrong."""
    view = view_correction(CorrectionRecord("2022-08-03", "Three, not two."), "en")
    assert (view.date[0].text, view.note) == ("3 August 2022", "Three, not two.")
