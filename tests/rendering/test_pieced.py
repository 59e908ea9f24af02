"""Files of data are the pieces that they are joined from, and a piece with the key of an earlier build is as it was."""

import pytest
from hypothesis import given, settings
from support.edited_sites import Files, two_sites
from support.keyed import edition_of, pieced_files

from dateline.model.urls import DATA, ENTRY_INDEX, SEARCH_INDEX
from dateline.rendering.data_page import material_of
from dateline.rendering.entry_index import entry_index
from dateline.rendering.exports.files import EXPORTS
from dateline.rendering.pieced import PIECED
from dateline.rendering.search_index import search_index

PEOPLE = {f"people/{name[:3].lower()}.md": f"---\nname: {name}\n---\n" for name in ("Ann Able", "Ben Bold")}
ARTICLES = {
    f"articles/{slug}.md": f"---\ntitle: {slug.title()}\ndate: {date}\n---\n{body}\n"
    for slug, date, body in (
        ("one", "2020-01-02", "Ann Able told Ben Bold."),
        ("two", "2020-02-03", "Ann Able left."),
        ("three", "2021", "It rained."),
    )
}
SITE = {**PEOPLE, **ARTICLES}


@pytest.mark.property
@settings(max_examples=50)
@given(two_sites())
def test_equal_keys_mean_equal_bytes(sites: tuple[Files, Files]) -> None:
    """Whatever was edited, added or removed in between, and within one file as well."""
    known: dict[tuple[str, bytes], bytes] = {}
    for files in sites:
        for path, pieces in pieced_files(files).items():
            assert [each for each in pieces if each[0] and known.setdefault((path, each[0]), each[1]) != each[1]] == []


@pytest.mark.property
@settings(max_examples=20)
@given(two_sites())
def test_pieces_make_the_file(sites: tuple[Files, Files]) -> None:
    """All of them, in their order."""
    material = material_of(edition_of(sites[0]))
    made = {f"{DATA}{export.name}": export.make(material) for export in EXPORTS}
    made[ENTRY_INDEX] = entry_index(material)
    made[SEARCH_INDEX] = search_index(material.records, material.settings, material.words)
    pieces = {path: b"".join(data for _, data in each) for path, each in pieced_files(sites[0]).items()}
    assert pieces == {path: made[path] for path in PIECED}


def new_pieces(files: Files) -> set[str]:
    """Return the files of data with a piece that has another key than before."""
    before, after = pieced_files(SITE), pieced_files(files)
    return {path for path in after if {key for key, _ in after[path]} - {key for key, _ in before[path]}}


def test_a_name_more_leaves_pieces_alone_that_say_nothing_of_it() -> None:
    """The rows of other months, and the columns of the filter that hold no names."""
    before = pieced_files(SITE)
    after = pieced_files(SITE | {"articles/two.md": ARTICLES["articles/two.md"] + "Ben Bold stayed.\n"})
    anew = {path: [key not in dict(before[path]) for key, _ in pieces] for path, pieces in after.items()}
    assert {path: sum(each) for path, each in anew.items()} == {
        "data/entries.json": 1,
        "data/entries.csv": 1,
        "data/articles.json": 1,
        "data/articles.csv": 1,
        "data/entities.json": 1,
        "data/entities.csv": 1,
        "data/graph.graphml": 2,
        "data/entities.ftm.json": 2,
        "timeline/entries.js": 1,
        "search/names.js": 0,
    }


def test_an_alias_changes_the_row_of_its_entity_alone() -> None:
    """Nothing else of what is cut in pieces tells of it."""
    aliased = "---\nname: Ann Able\naliases: [Annie]\n---\n"
    assert new_pieces(SITE | {"people/ann.md": aliased}) == {
        "data/entities.json",
        "data/entities.csv",
        "data/entities.ftm.json",
    }
