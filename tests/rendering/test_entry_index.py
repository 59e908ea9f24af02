"""The scripts that the filter loads hold what rows of the timeline show, each value once."""

import json
from typing import Any

import pytest
from support.keyed import edition_of

from dateline.model.calendar import to_ordinal
from dateline.rendering.data_page import material_of
from dateline.rendering.entry_index import entry_index, entry_texts
from dateline.rendering.sections import LONGEST

FILES = {
    "people/ann.md": "---\nname: Ann Able\nevents: [{date: 2001, title: Ann sails}]\n---\n",
    "groups/guard.md": "---\nname: Guard\n---\n",
    "places/rome.md": "---\nname: Rome\npart_of: italy\n---\n",
    "places/italy.md": "---\nname: Italy\npart_of: europe\n---\n",
    "places/europe.md": "---\nname: Europe\n---\n",
    "articles/2019-05-01-raid.md": (
        "---\ntitle: The raid\ntags: [Storms]\nsources: [{publisher: The Post}]\n"
        "corrections: [{date: 2020, note: It was Rome.}]\nevents:\n"
        '  - date: 2018-04~\n    title: A house is searched\n    text: "Ann Able of the Guard\\u2028watched it."\n'
        "    places: [rome]\n    status: alleged\n    roles: [{entity: ann, as: owner, status: denied, note: a note}]\n"
        "  - {date: ../1969, title: It began}\n"
        "  - {date: unknown, title: It goes on}\n---\nAnn Able.\n"
    ),
    "articles/2019-05-01-calm.md": "---\ntitle: Calm\nlang: de\n---\nAnn Able.\n",
}


def called(script: bytes, name: str) -> Any:
    """Return with what a script calls a function: tables, each of which is JSON in a string."""
    text = script.decode()
    assert text.startswith(f"{name}(")
    assert text.endswith(");\n")
    return {table: json.loads(packed) for table, packed in json.loads(text[len(name) + 1 : -3]).items()}


@pytest.fixture
def index() -> Any:
    """The index of a small site."""
    return called(entry_index(material_of(edition_of(FILES))), "datelineEntries")


def column(index: Any, title: str) -> int:
    """Return the place of an entry by its title."""
    return int(index["title"].index(title))


def test_columns_are_of_one_length_and_in_the_order_of_the_timeline(index: Any) -> None:
    """The order by publication is told beside them; what no article tells closes that."""
    assert index["title"] == ["It began", "Ann sails", "A house is searched", "", "It goes on"]
    lengths = {len(index[name]) for name in ("slug", "teller", "when", "names", "place", "status", "note", "told")}
    assert lengths == {5}
    assert [index["title"][place] for place in index["published"]] == [
        "",
        "It began",
        "A house is searched",
        "It goes on",
        "Ann sails",
    ]


def test_dates_are_told_once_with_the_days_within_which_they_lie(index: Any) -> None:
    """None where an end is open or nothing is known, which alone has no headings."""
    rows = [index["dates"][place] for place in index["when"]]
    assert [(row[4], row[5]) for row in rows] == [
        (None, to_ordinal(1969, 12, 31)),
        (to_ordinal(2001), to_ordinal(2001, 12, 31)),
        (to_ordinal(2018, 4), to_ordinal(2018, 4, 30)),
        (to_ordinal(2019, 5), to_ordinal(2019, 5)),
        (None, None),
    ]
    assert index["periods"][rows[3][6]] == [
        '<time datetime="2019">2019</time>',
        '<time datetime="2019-05">May 2019</time>',
    ]
    assert [row[6] >= 0 for row in rows] == [True, True, True, True, False]
    assert rows[3][:2] == [["1 May 2019", "2019-05-01"], ["1 May"]]
    assert len({str(row[0]) for row in index["dates"]}) == len(index["dates"])


def test_names_stand_by_kind_and_name_and_places_within_others(index: Any) -> None:
    """So that rows list them as pages do, and a place stands for all that lies in it."""
    entities = index["entities"]
    names = [name for _, name, _, _ in entities]
    assert names == ["Guard", "Ann Able", "Europe", "Italy", "Rome"]
    place = column(index, "A house is searched")
    assert [names[each] for each in index["names"][place]] == ["Guard", "Ann Able", "Rome"]
    assert names[index["place"][place]] == "Rome"
    assert [names[each] for each in entities[names.index("Rome")][3]] == ["Italy", "Europe"]
    assert index["kinds"][entities[4][2]] == ["place", "place"]


def test_of_a_dossier_with_several_pages_links_know_that_it_has() -> None:
    """They lead to the page of the event itself then: where in the dossier it stands the index does not tell."""
    events = ", ".join(f"{{date: {1900 + year}, title: Day {year}}}" for year in range(LONGEST + 1))
    files = FILES | {"people/ann.md": f"---\nname: Ann Able\nevents: [{events}]\n---\n"}
    index = called(entry_index(material_of(edition_of(files))), "datelineEntries")
    assert [row[0] for row in index["entities"] if row[4:] == [1]] == ["people/ann"]


def test_an_entry_tells_how_sure_it_is_and_what_it_rests_on(index: Any) -> None:
    """Its roles too, as what and how sure; links begin at the root of the site."""
    place = column(index, "A house is searched")
    assert index["statuses"][index["status"][place]] == ["alleged", "alleged", "alleged"]
    assert [index["statuses"][role[2]][0] for role in index["roles"][str(place)]] == ["denied"]
    assert index["rests"][index["rest"][place]] == [
        True,
        ["The Post", "./articles/raid/#source-1", "", ""],
    ]


def test_who_tells_an_entry_stands_beside_it(index: Any) -> None:
    """An article with its tags and its correction, or an entity, counted down from -1."""
    slug, title, date, tags, language, corrected = index["articles"][index["teller"][0]]
    assert (slug, title, language, corrected) == ("raid", "The raid", "", '<time datetime="2020">2020</time>')
    assert [index["tags"][each] for each in tags] == [["storms", "Storms"]]
    assert index["dates"][date][0] == ["1 May 2019", "2019-05-01"]
    assert index["entities"][-1 - index["teller"][column(index, "Ann sails")]][1] == "Ann Able"
    assert index["articles"][index["teller"][3]][4:] == ["de"]


def test_texts_are_html_whose_links_begin_at_the_root() -> None:
    """In the order of the entries; no sign of theirs ends a line of the script."""
    script = entry_texts(material_of(edition_of(FILES)))
    (texts,) = called(script, "datelineTexts").values()
    assert len(texts) == 5
    assert '<a class="person" href="./people/ann/">Ann Able</a>' in texts[2]
    assert script.decode().count("\n") == 1
    assert "\u2028" not in script.decode()


def test_a_site_without_events_has_one_order() -> None:
    """By publication is by when it happened."""
    files = {"articles/2019-05-01-calm.md": "---\ntitle: Calm\n---\nAll is well.\n"}
    index = called(entry_index(material_of(edition_of(files))), "datelineEntries")
    assert index["published"] == []
    assert index["title"] == [""]
