"""Ask the Wayback Machine which copy it has of a page, or to make one: the only module that asks another machine.

One question at a time, with a pause before each but the first, and never during a build.
"""

import json
import re
import time
from dataclasses import field
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from dateline import __version__
from dateline.model.addresses import is_web_address
from dateline.model.dataclass import dataclass

# github.com/internetarchive/wayback, wayback-cdx-server/README.md: fourteen digits, yyyyMMddhhmmss in UTC.
_COPY = re.compile(r"https?://[^/]+/web/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)\d{6}/\S+")
_LONGEST_REPLY = 1_000_000  # bytes
_TOO_MANY = 429


class ArchiveError(Exception):
    """An archive did not answer a question; the message is a plain sentence. `is_final`: it will answer none."""

    def __init__(self, message: str, *, is_final: bool) -> None:
        super().__init__(message)
        self.is_final = is_final


@dataclass(frozen=True, slots=True)
class Copy:
    """An archived copy of a page."""

    url: str
    date: str
    """The day on which it was made, in UTC: `2022-08-03`."""


@dataclass(slots=True)
class Wayback:
    """The Wayback Machine (https://archive.org/help/wayback_api.php), or one that answers like it."""

    available: str = "https://archive.org/wayback/available"
    """Where it says which copy it has."""
    save: str = "https://web.archive.org/save/"
    """Where it makes one; the address of the page follows."""
    timeout: float = 60.0
    """How long it may take to answer, in seconds."""
    pause: float = 2.0
    """How long to wait between two questions, in seconds."""
    has_asked: bool = field(default=False, init=False)

    def find(self, url: str, day: str = "") -> Copy | None:
        """Return the copy that is nearest to a day (`20220803`; empty: today), None where there is none.

        Raises ArchiveError.
        """
        question = urlencode({"url": url, **({"timestamp": day} if day else {})})
        _, reply = self._ask(f"{self.available}?{question}")
        return read_available(reply)

    def make(self, url: str) -> Copy:
        """Have a copy made of a page as it is now, and return it. Raises ArchiveError."""
        address, _ = self._ask(f"{self.save}{url}")
        copy = read_copy(address)
        if copy is None:
            raise ArchiveError("no copy was made", is_final=False)
        return copy

    def _ask(self, question: str) -> tuple[str, bytes]:
        """The address that a question led to, and what it says. Raises ArchiveError."""
        if self.has_asked:
            time.sleep(self.pause)
        self.has_asked = True
        request = Request(question, headers={"User-Agent": f"Dateline/{__version__}"})  # noqa: S310 - https, see above
        try:
            with urlopen(request, timeout=self.timeout) as reply:  # noqa: S310
                return reply.geturl(), reply.read(_LONGEST_REPLY)
        except HTTPError as error:
            with error:
                raise _told(error.code) from None
        except TimeoutError:
            raise ArchiveError(f"no answer within {self.timeout:g} seconds", is_final=False) from None
        except URLError as error:
            raise ArchiveError(f"the archive cannot be reached ({error.reason})", is_final=True) from None
        except (OSError, HTTPException, ValueError) as error:
            raise ArchiveError(f"the answer broke off ({type(error).__name__})", is_final=False) from None


def read_available(reply: bytes) -> Copy | None:
    """Return the copy of which an answer tells, None where it tells of none. Raises ArchiveError."""
    try:
        found = json.loads(reply)["archived_snapshots"].get("closest", {})
        is_there, url = bool(found.get("available")), str(found.get("url", ""))
    except (ValueError, KeyError, AttributeError, TypeError):
        raise ArchiveError("the answer makes no sense", is_final=False) from None
    return read_copy(url) if is_there else None


def read_copy(url: str) -> Copy | None:
    """Return the copy at an address, None where that is not the address of one; http is told as https."""
    match = _COPY.fullmatch(url)
    if not match or not is_web_address(url):
        return None
    return Copy(re.sub(r"^http:", "https:", url), f"{match['year']}-{match['month']}-{match['day']}")


def _told(status: int) -> ArchiveError:
    if status == _TOO_MANY:
        return ArchiveError("the archive asks for patience: try again in some minutes", is_final=True)
    return ArchiveError(f"the archive answered with status {status}", is_final=False)
