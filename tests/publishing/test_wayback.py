"""The Wayback Machine is asked over a real connection, here by one on this machine; what it says is not trusted."""

import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.archive import Archive, served_archive

from dateline.publishing.wayback import ArchiveError, Copy, Wayback, read_available, read_copy

PAGE = "https://example.org/a?b=1&c=2"


@pytest.fixture
def archive() -> Iterator[Archive]:
    """An empty archive."""
    with served_archive() as made:
        yield made


def test_a_copy_is_found(archive: Archive) -> None:
    """With the day on which it was made; of another page there is none."""
    archive.copies[PAGE] = "20220803101112"
    expected = Copy(f"https://web.archive.org/web/20220803101112/{PAGE}", "2022-08-03")
    assert archive.wayback.find(PAGE) == expected
    assert archive.wayback.find("https://example.org/other") is None


def test_the_copy_of_the_day_of_reading_is_asked_for(archive: Archive) -> None:
    """Where the author says which day that was."""
    archive.wayback.find(PAGE, "20220804")
    assert archive.asked[0].endswith("&timestamp=20220804")


def test_a_copy_is_made(archive: Archive) -> None:
    """It is where the question leads."""
    assert archive.wayback.make(PAGE).date == "2026-01-02"
    assert archive.wayback.make(PAGE).url.endswith(f"/web/20260102030405/{PAGE}")


@pytest.mark.parametrize(
    ("status", "body", "message", "is_final"),
    [
        (429, b"", "patience", True),
        (503, b"", "status 503", False),
        (200, b"<html>", "no sense", False),
        (200, b"[]", "no sense", False),
        (200, b'{"archived_snapshots": {"closest": 7}}', "no sense", False),
    ],
)
def test_an_archive_that_does_not_answer_is_told(
    archive: Archive, status: int, body: bytes, message: str, is_final: bool
) -> None:
    """In one sentence; whether it is worth asking on is said too."""
    archive.answers[PAGE] = (status, body)
    with pytest.raises(ArchiveError, match=message) as caught:
        archive.wayback.find(PAGE)
    assert caught.value.is_final is is_final


def test_what_is_no_copy_is_none(archive: Archive) -> None:
    """A page that the archive refuses leads nowhere."""
    archive.answers[PAGE] = (200, b"<p>This page is excluded.</p>")
    with pytest.raises(ArchiveError, match="no copy was made"):
        archive.wayback.make(PAGE)


def test_without_a_network_nothing_is_asked_twice() -> None:
    """A machine that is not there is final."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nowhere = f"http://127.0.0.1:{taken.getsockname()[1]}/"
    with pytest.raises(ArchiveError, match="cannot be reached") as caught:
        replace_addresses(nowhere).find(PAGE)
    assert caught.value.is_final


def test_an_archive_that_keeps_silent_is_left() -> None:
    """After its time is over."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(ArchiveError, match=r"no answer within 0\.1 seconds"):
            replace(replace_addresses(address), timeout=0.1).find(PAGE)


def replace_addresses(address: str) -> Wayback:
    """Return an archive at another address."""
    return Wayback(available=address, save=address, pause=0.0)


@pytest.mark.property
@given(st.binary() | st.recursive(st.none() | st.text(), lambda inner: st.lists(inner)).map(lambda v: repr(v).encode()))
def test_no_answer_can_do_harm(reply: bytes) -> None:
    """It is a copy, none, or a sentence."""
    with suppress(ArchiveError):
        assert read_available(reply) is None


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://web.archive.org/",
        "https://web.archive.org/web/2022/https://example.org/",
        'https://web.archive.org/web/20220803101112/https://example.org/"x',
        "javascript:alert(1)",
        "https://web.archive.org/web/20220803101112/https://example.org/ x",
    ],
)
def test_only_the_address_of_a_copy_is_one(url: str) -> None:
    """It will stand in a file of the author."""
    assert read_copy(url) is None
