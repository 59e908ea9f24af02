"""The search box knows every name and every title, and where it leads."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.linking.linker import link_content
from dateline.model.source import Options, Sources
from dateline.reading.content import read_content
from dateline.rendering.recording import record_all
from dateline.rendering.search_index import search_index

ARTICLE = """---
title: Rain
date: 2020-07-18
events:
- {date: 2020-07, title: It rains, status: alleged, roles: [{entity: ann, as: owner of the cloud, status: denied}]}
- {date: 2020, title: Rain}
---
It rained on Ann.
"""
FILES = {
    "articles/port.md": ARTICLE,
    "people/zoe.md": "---\nname: Zoë Zander\naliases: [Zed, The Last]\nforms: [Zoës]\n---\n",
    "people/ann.md": "---\nname: ann\nevents: [{date: 1960, title: ann is born, slug: born}]\n---\n",
}


def script(**files: str) -> str:
    """The script of a site of these files."""
    sources = Sources({path: text.encode() for path, text in (files or FILES).items()})
    content, _ = read_content(sources, Options(today=date(2026, 11, 21), version="1.0"))
    linked, _ = link_content(content)
    return search_index(record_all(linked, content.settings), content.settings).decode()


def rows(written: str) -> list[list[str]]:
    """What a script calls its reader with."""
    assert written.startswith("datelineFound([")
    assert written.endswith("]);\n")
    found: list[list[str]] = json.loads(written.removeprefix("datelineFound(").removesuffix(");\n"))
    return found


def test_entities_come_first_by_name_with_their_other_names() -> None:
    """Each with its kind, and where its dossier is."""
    assert rows(script())[:2] == [
        ["ann", "people/ann/", "Person", ""],
        ["Zoë Zander", "people/zoe/", "Person", "Zed\nThe Last\nZoës"],
    ]


def test_articles_and_events_come_with_their_dates() -> None:
    """And with how sure they are, and as what each took part: nothing that is found sheds it."""
    assert rows(script())[2:] == [
        ["Rain", "articles/port/", "18 July 2020", ""],
        ["It rains", "articles/port/#e-it-rains", "July 2020, alleged; ann: owner of the cloud, denied", ""],
        ["Rain", "articles/port/#e-rain", "2020", ""],
        ["ann is born", "people/ann/#people.ann.born", "1960", ""],
    ]


@pytest.mark.parametrize("name", ["Ann </script><b>", "Ann & Ben", "A\u2028B\u2029C"])
def test_no_name_ends_the_script(name: str) -> None:
    """Nor begins markup, should somebody put the script into a page."""
    written = script(**{"articles/a.md": ARTICLE, "people/a.md": json.dumps({"name": name}).join(("---\n", "\n---\n"))})
    assert not set("<>&\u2028\u2029") & set(written)
    assert rows(written)[0][0] == " ".join(name.split())


@given(st.lists(st.text(min_size=1), max_size=4))
def test_a_script_can_be_read_back(titles: list[str]) -> None:
    """Whatever its titles are."""
    files = {
        f"articles/a{n}.md": f"---\n{json.dumps({'title': title, 'date': '2020'})}\n---\nText.\n"
        for n, title in enumerate(titles)
    }
    assert len(rows(script(**files, **{"articles/z.md": ARTICLE}))) >= 2
