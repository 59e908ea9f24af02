"""`site.toml` becomes settings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.relation_type import built_in_types
from dateline.model.settings import KINDS, Kind, LinkPolicy, Settings
from dateline.reading.settings import read_settings


def read(text: str) -> Settings:
    """Return settings without a fault."""
    settings, problems = read_settings({"site.toml": text.encode()}, "content")
    assert problems == ()
    return settings


def test_a_site_without_settings_has_the_defaults() -> None:
    """No site.toml and an empty one are the same."""
    assert read_settings({}, "content") == (Settings(), ())
    assert read("") == Settings()


def test_every_key_is_read() -> None:
    """Each key of the model can be set."""
    settings = read(
        'title = "The Record"\ndescription = "What is known."\nnotice = "Nobody is guilty."\n'
        'base_url = "https://example.org/record"\nlanguage = "es-MX"\ntimezone = "America/Mexico_City"\n'
        'authors = ["A. Writer", "B. Writer"]\nlinks = "all"\nexcerpt = "paragraph"\nday_first = true\n'
        '[navigation]\nTimeline = "/timeline/"\nHome = "/"\n'
    )
    assert settings == Settings(
        title="The Record",
        description="What is known.",
        notice="Nobody is guilty.",
        base_url="https://example.org/record/",
        language="es-MX",
        timezone="America/Mexico_City",
        authors=("A. Writer", "B. Writer"),
        links=LinkPolicy.ALL,
        excerpt="paragraph",
        day_first=True,
        navigation=(("Timeline", "timeline/"), ("Home", "")),
        relations=built_in_types("es"),
    )


def test_rules_of_linking_can_be_off() -> None:
    """A site does without the rules that it names, each once; an unknown one is told, with those that are close."""
    assert read('[linking]\noff = ["surname", "Given-Name", "surname"]\n').off == ("surname", "given-name")
    assert read('[linking]\noff = "hint"\n').off == ("hint",)
    text = '[linking]\noff = ["surnames", "pin", "capitals"]\non = "x"\n'
    settings, problems = read_settings({"site.toml": text.encode()}, "content")
    assert settings.off == ("capitals",)
    assert [str(problem) for problem in problems] == [
        (
            "content/site.toml:2:9: settings-value: 'surnames' is no rule of linking that can be off; "
            "did you mean 'surname' or 'two-surnames'?"
        ),
        (
            "content/site.toml:2:21: settings-value: 'pin' is no rule of linking that can be off; "
            "docs/linking.md lists the rules that can be off"
        ),
        "content/site.toml:3:1: settings-unknown: Dateline does not know the key 'on'; it is left out",
    ]


def test_a_kind_needs_no_more_than_a_name() -> None:
    """A kind that the site adds has a folder, labels and a look of its own from its name."""
    kinds = read("[kinds.court-case]\n").kinds
    added = Kind("court-case", "court-cases", "Court case", "Court cases", "Thing", "diamond", "dashed")
    assert kinds == (*KINDS, added)


def test_a_kind_can_be_adjusted() -> None:
    """A key of a kind that every site has replaces what it was, and leaves the rest."""
    kinds = read('[kinds.person]\nplural = "Who is who"\nfolder = "who"\ncolour = "#aA0011"\n').kinds
    assert kinds[1] == Kind("person", "who", "Person", "Who is who", "Person", "disc", "solid", "#aA0011")
    assert kinds[0] == KINDS[0]


def test_unknown_keys_are_kept() -> None:
    """Keys that Dateline does not know reach the templates as plain values."""
    settings, _ = read_settings({"site.toml": b'[publish]\nbranch = "pages"\nforce = true\n'}, "content")
    assert settings.extra == {"publish": {"branch": "pages", "force": True}}


@pytest.mark.parametrize("text", ["title = 'Kept'\nlinks = 'x'\n", "title = 'Kept'\ntimezone = 'America'\n"])
def test_a_fault_leaves_the_other_settings(text: str) -> None:
    """One value that cannot be read does not cost the others."""
    settings, problems = read_settings({"site.toml": text.encode()}, "content")
    assert (settings, len(problems)) == (Settings(title="Kept"), 1)


@pytest.mark.property
@given(st.binary() | st.text("title=[]{}.\"'\n#123- kindsx,").map(str.encode))
def test_no_settings_raise(data: bytes) -> None:
    """Any bytes are settings or a problem."""
    settings, problems = read_settings({"site.toml": data}, "content")
    assert problems or settings.title
