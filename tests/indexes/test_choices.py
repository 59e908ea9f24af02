"""Entries are found by their tags and by every status they carry."""

from support.keyed import edition_of

from dateline.indexes.choices import Choice, choose_by_status, choose_by_tag

ARTICLES = {
    "articles/2019-01-01-a.md": "---\ntitle: A\ntags: [Storms, Boats, '!']\n---\nIt rained.\n",
    "articles/2019-01-02-b.md": (
        "---\ntitle: B\ntags: [storms, storms]\nevents:\n"
        "  - {date: 2018, title: One, status: denied, roles: [{entity: ann, as: suspect, status: alleged}]}\n"
        "  - {date: 2017, title: Two, status: denied}\n---\nMore.\n"
    ),
    "people/ann.md": "---\nname: Ann Able\nevents: [{date: 2001, title: Ann Able sails}]\n---\n",
}


def told(choices: tuple[Choice, ...]) -> dict[str, tuple[str, list[str]]]:
    """What each choice is called, and its entries, by its slug."""
    return {each.slug: (each.words, [entry.id for entry in each.entries]) for each in choices}


def test_tags_of_one_slug_are_one_tag() -> None:
    """It is written as the first entry has it; a tag of signs alone has no entries."""
    found = choose_by_tag(edition_of(ARTICLES).indexes.timeline.entries)
    assert told(found) == {"boats": ("Boats", ["a"]), "storms": ("storms", ["b.two", "b.one", "a"])}


def test_entries_have_the_statuses_of_their_roles_too() -> None:
    """In the order in which claims firm up; a status that nothing has is left out."""
    found = choose_by_status(edition_of(ARTICLES).indexes.timeline.entries)
    assert told(found) == {"alleged": ("alleged", ["b.one"]), "denied": ("denied", ["b.two", "b.one"])}
    assert list(told(found)) == ["alleged", "denied"]
