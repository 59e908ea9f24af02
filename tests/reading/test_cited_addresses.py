"""Headers tell which web addresses they cite, where, and whether of each a copy is named."""

from dateline.model.text import Place
from dateline.reading.cited_addresses import CitedAddress, cited_addresses
from dateline.reading.front_matter import split_document

HEADER = """---
title: A
url: https://example.org/own
events:
  - title: B
    sources:
      - url: https://example.org/b
        accessed: 2022-08-03
sources:
  - {title: One, url: "https://example.org/1"}
  - https://example.org/2
  - A letter
  - {title: Three, url: https://example.org/3, archive: https://web.archive.org/web/20220803000000/x}
  - {title: Four, url: https://example.org/4, file: four.pdf}
  - {title: Five, url: https://example.org/5, archive: }
  - {title: No address, url: example}
relations:
  - {type: leads, entity: c, source: {url: https://example.org/6}}
---
See https://example.org/body
"""


def test_each_source_stands_at_its_address() -> None:
    """Those of the article, of an event and of a relation, in the order of the file; and no other address."""
    document, problems = split_document(HEADER, "a.md")
    assert problems == ()
    found = cited_addresses(document.header)
    assert [(each.url[-1], each.place, each.is_archived, each.accessed) for each in found] == [
        ("b", Place(7, 14), False, "2022-08-03"),
        ("1", Place(10, 24), False, ""),
        ("2", Place(11, 5), False, ""),
        ("3", Place(13, 25), True, ""),
        ("4", Place(14, 24), True, ""),
        ("5", Place(15, 24), False, ""),
        ("6", Place(18, 44), False, ""),
    ]


def test_one_source_needs_no_list() -> None:
    """A single address or table is a list of one."""
    document, _ = split_document("---\nsources: https://example.org/1\n---\n", "a.md")
    assert cited_addresses(document.header) == (CitedAddress("https://example.org/1", Place(2, 10), is_archived=False),)
