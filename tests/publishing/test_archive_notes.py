"""The address of an archived copy goes into the file that cites its source, and every other byte stays."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.problem import DatelineError
from dateline.model.text import Place
from dateline.publishing.archive_notes import add_archive, note_archives
from dateline.publishing.headers import read_header
from dateline.reading.cited_addresses import cited_addresses

COPY = "https://web.archive.org/web/20220803101112/https://example.org/1"
QUOTED = f'"{COPY}"'


BLOCK = f"""---
sources:
  - title: One # 1
    url: https://example.org/1  # here
    archive: {COPY}
    date: 2020
---
Body
"""


def places(data: bytes) -> list[Place]:
    """Return where the addresses of a file stand that have no copy."""
    return [each.place for each in cited_addresses(read_header(data)[0]) if not each.is_archived]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "---\nsources:\n  - title: One # 1\n    url: https://example.org/1  # here\n    date: 2020\n---\nBody\n",
            BLOCK,
        ),
        (
            "---\nsources:\n- url: 'https://example.org/1'\n---\n",
            f"---\nsources:\n- url: 'https://example.org/1'\n  archive: {QUOTED}\n---\n",
        ),
        (
            "---\r\nsources: [{url: https://example.org/1, title: One}]\r\n---\r\n",
            f"---\r\nsources: [{{url: https://example.org/1, archive: {QUOTED}, title: One}}]\r\n---\r\n",
        ),
        (
            '\ufeff---\nsources:\n  - {title: One,\n     url: "https://example.org/1"}\n---\n',
            f'\ufeff---\nsources:\n  - {{title: One,\n     url: "https://example.org/1", archive: {QUOTED}}}\n---\n',
        ),
        (
            "---\nevents:\n- title: B\n  source:\n    url: https://example.org/1\n---\n",
            f"---\nevents:\n- title: B\n  source:\n    url: https://example.org/1\n    archive: {COPY}\n---\n",
        ),
        (
            '+++\ntitle = "A"\n[[sources]]\nurl = "https://example.org/1"\n+++\n',
            f'+++\ntitle = "A"\n[[sources]]\nurl = "https://example.org/1"\narchive = {QUOTED}\n+++\n',
        ),
        (
            '+++\nsources = [{url = "https://example.org/1", title = "One"}]\n+++\n',
            f'+++\nsources = [{{url = "https://example.org/1", archive = {QUOTED}, title = "One"}}]\n+++\n',
        ),
    ],
)  # fmt: skip
def test_the_copy_stands_beside_the_address(before: str, after: str) -> None:
    """In every way in which a source can be written as a table."""
    data = before.encode()
    assert add_archive(data, places(data)[0], COPY).decode() == after


@pytest.mark.parametrize(
    "text",
    [
        "---\nsources: https://example.org/1\n---\n",
        "---\nsources:\n  - {url: https://example.org/1, archive: }\n---\n",
        "---\nsources:\n  - url: >-\n      https://example.org/1\n---\n",
    ],
    ids=["no table", "a key that is empty", "several lines"],
)
def test_what_leaves_no_safe_place_is_refused(text: str) -> None:
    """The author is told to write it by hand."""
    data = text.encode()
    with pytest.raises(ValueError, match=r"safe place|no table"):
        add_archive(data, places(data)[0], COPY)


STYLES = (
    "  - {{title: T{0}, url: https://example.org/{0}}}\n",
    '  - {{url: "https://example.org/{0}"}}\n',
    "  - title: T{0}\n    url: https://example.org/{0}\n    note: seen\n",
    "  - url: 'https://example.org/{0}'\n",
)


@pytest.mark.property
@given(st.lists(st.sampled_from(STYLES), min_size=1, max_size=5), st.booleans())
def test_many_copies_are_noted_at_once(styles: list[str], is_windows: bool) -> None:
    """Taking them out again gives the file back, byte for byte."""
    text = "---\nsources:\n" + "".join(style.format(n) for n, style in enumerate(styles)) + "---\nBody\n"
    before = text.replace("\n", "\r\n" if is_windows else "\n").encode()
    after = before
    for place in reversed(places(before)):
        after = add_archive(after, place, COPY)
    assert places(after) == []
    newline = b"\r\n" if is_windows else b"\n"
    bare = after.replace(b", archive: " + QUOTED.encode(), b"")
    for written in (COPY, QUOTED):
        bare = bare.replace(newline + b"    archive: " + written.encode(), b"")
    assert bare == before


def test_a_file_that_cannot_be_edited_stays(tmp_path: Path) -> None:
    """With one sentence that says why."""
    file = tmp_path / "a.md"
    file.write_text("---\nsources: https://example.org/1\n---\n", encoding="utf-8")
    with pytest.raises(DatelineError, match="write them there by hand"):
        note_archives(file, {Place(2, 10): COPY})
    assert file.read_text(encoding="utf-8") == "---\nsources: https://example.org/1\n---\n"
    with pytest.raises(DatelineError, match="cannot write to"):
        note_archives(tmp_path / "no.md", {})
