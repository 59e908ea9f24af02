"""What a heading of a text says, and what stands below it."""

from datetime import date

from dateline.linking.linked import LinkedEvent
from dateline.linking.linker import link_content
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content

FILES = {"people/ana.md": b"# Ana Ruiz", "people/leo.md": b"# Leo Sol", "places/peten.md": "# Petén".encode()}


def link(text: str) -> tuple[LinkedEvent, ...]:
    """Link the only article of a site; return its events."""
    files = {**FILES, "articles/2020-01-01-a.md": text.encode()}
    content, problems = read_content(Sources(files), Options(date(2026, 1, 1), "0"))
    assert problems == ()
    linked, complaints = link_content(content)
    assert complaints == ()
    return linked.articles[0].events


TEXT = """# Shots

Ana Ruiz was not there.

## 2019: Shots at Leo Sol {.event}

> Nobody speaks.

In Petén, *two shots* at Leo Sol. Ruiz
heard them.

- A list of Petén.

### The film

Ana Ruiz has it.

#### 2018: Film {.event}

Petén again.

### More

Ana Ruiz.

## After

Leo Sol.
"""


def test_a_section_ends_with_the_next_heading_of_its_rank_or_event() -> None:
    """Smaller headings belong to it."""
    shots, film = link(TEXT)
    assert shots.section
    assert film.section
    assert [shots.title.blocks, film.title.blocks] == [("Shots at Leo Sol",), ("Film",)]
    assert shots.section.blocks[-3:] == ("A list of Petén.", "The film", "Ana Ruiz has it.")
    assert film.section.blocks == ("Petén again.",)


def test_the_text_of_an_event_is_the_first_paragraph_in_no_list_and_no_quotation() -> None:
    """As it is shown on the timeline."""
    shots, film = link(TEXT)
    assert shots.text
    assert film.text
    assert shots.text.blocks == ("In Petén, two shots at Leo Sol. Ruiz heard them.",)
    assert film.text.blocks == ("Petén again.",)


def test_mentions_point_into_the_blocks_of_their_section() -> None:
    """Each of them at its words, in the title, in the first paragraph, in the whole."""
    shots, _ = link(TEXT)
    assert shots.text
    assert shots.section
    for text in (shots.title, shots.text, shots.section):
        assert text.mentions
        assert all(text.blocks[m.block][m.start : m.end] == m.surface for m in text.mentions)


def test_a_heading_with_nothing_below_it_has_no_text() -> None:
    """A section may be empty, at the end of the text and before another one."""
    for event in link("# Shots\n\n## 2019: One {.event}\n\n## 2018: Two {.event}\n"):
        assert event.text is None
        assert event.section
        assert event.section.blocks == ()


def test_footnotes_are_no_part_of_a_section() -> None:
    """Wherever they are written: what they name is not said of the event."""
    text = "# Shots\n\n## 2019: One {.event}\n\nIn Petén.[^a]\n\n[^a]: Says Leo Sol.\n\nAna Ruiz left.\n\n[^b]: No.\n"
    (event,) = link(text.replace("left.", "left.[^b]"))
    assert event.section
    assert event.section.blocks == ("In Petén.", "Ana Ruiz left.")
    assert {mention.means for mention in event.section.mentions} == {"places/peten", "people/ana"}
