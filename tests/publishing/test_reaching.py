"""Where articles name others than before, the pages that can show it are made, and no others."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.changing import ChangingSite, Fields, expect, files_in
from support.sayings import ARTICLES, BODY, ENTITIES, NAMES, OF_ENTITIES, SENTENCES, STARTING, TRANSLATIONS

from dateline.publishing.engine import Engine
from dateline.publishing.kept import State
from dateline.publishing.memory import Memory
from dateline.publishing.reaching import reach_between
from dateline.publishing.wishes import Wish
from dateline.rendering.reach import Reach

EVENT: Fields = {
    "date": "2019",
    "title": SENTENCES[1],
    "places": ["porto"],
    "roles": [{"entity": "ana", "as": "suspect"}],
}
SITE: dict[str, Fields] = {
    **{path: dict(said) for path, said in STARTING.items()},
    "articles/told.md": {"title": "Told", "date": "2018", "events": [EVENT], "tags": ["boats"], "body": SENTENCES[4]},
    TRANSLATIONS[0]: {"title": "Uno", "body": SENTENCES[1]},
    "places/velho.md": {"name": "Velho Sul", "part_of": "porto", "coordinates": [1, 2]},
    **{f"articles/x{n}.md": {"title": f"X {n}", "date": f"2017-0{n}", "body": SENTENCES[n % 5]} for n in range(1, 9)},
}
SITE["places/porto.md"]["coordinates"] = [1.5, 2]
EDITED = (*ARTICLES[:3], "articles/told.md", TRANSLATIONS[0], "articles/x1.md", "articles/x8.md")
EDIT = st.one_of(
    st.tuples(st.sampled_from(EDITED), st.just("body"), BODY),
    st.tuples(st.sampled_from(ENTITIES[:5]), st.just("aliases"), OF_ENTITIES["aliases"]),
    st.tuples(st.sampled_from(ENTITIES[:5]), st.just("weak_aliases"), OF_ENTITIES["weak_aliases"]),
)


class Rebuilt:
    """A site that is built by a new process, as it were, after each edit."""

    def __init__(self, folder: Path) -> None:
        self.site = ChangingSite(folder)
        self.site.texts = {path: dict(said) for path, said in SITE.items()}
        self.memory = Memory(folder / "memory")
        self.output = folder / "site"

    def build(self) -> State:
        """Build, compare all files with those of the pure way, and return what is remembered."""
        self.site.write()
        wish = Wish(self.site.content)
        expected = expect(wish)
        outcome = Engine(wish, self.output, self.memory, is_touched=True).build(lambda *_: None)
        assert (outcome.problems, outcome.summary) == (expected.problems, expected.summary)
        if outcome.written:
            assert files_in(self.output) == expected.files
        return self.memory.recall() or State()

    def reach(self, path: str, key: str, value: object) -> Reach | None:
        """Edit, build, and return how far that reaches."""
        before = self.build()
        self.site.texts[path][key] = value
        after = self.build()
        return reach_between(before, after) if before.ground == after.ground else None


@pytest.mark.property
@settings(max_examples=15, deadline=None, suppress_health_check=[*HealthCheck])
@given(st.lists(EDIT, min_size=1, max_size=4))
def test_every_build_is_the_same(edits: list[tuple[str, str, object]]) -> None:
    """Whatever articles name, and whatever entities are called."""
    with tempfile.TemporaryDirectory() as folder:
        rebuilt = Rebuilt(Path(folder))
        rebuilt.build()
        for path, key, value in edits:
            rebuilt.site.texts[path][key] = value
            rebuilt.build()


def test_an_article_that_names_somebody_anew_reaches_those_whom_it_names(tmp_path: Path) -> None:
    """Of the others on it nothing else is said."""
    body = f"{SENTENCES[4]}\n\nThe Boss came."
    ids = {name: path.removesuffix(".md") for name, path in zip("abcdp", ENTITIES, strict=False)}
    reach = Rebuilt(tmp_path).reach(ARTICLES[1], "body", body)
    assert reach is not None
    assert reach.articles == {"two"}
    assert reach.named == reach.said == {ids["c"]}
    assert reach.together >= {ids["a"], ids["b"], ids["c"]}


def test_an_alias_reaches_the_texts_in_which_it_stands(tmp_path: Path) -> None:
    """And the dossier that tells it."""
    reach = Rebuilt(tmp_path).reach(ENTITIES[2], "aliases", ["units"])
    assert reach is None or reach.said >= {ENTITIES[2].removesuffix(".md")}


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (ARTICLES[1], "title", "Another"),
        (ARTICLES[1], "date", "2021"),
        ("articles/told.md", "events", [{**EVENT, "title": NAMES[0]}]),
        (ENTITIES[0], "name", "Ana Gilda"),
        (ENTITIES[0], "summary", "She met Bob Gil."),
        ("pages/about.md", "body", "Nothing."),
    ],
)
def test_what_else_a_record_says_may_be_told_anywhere(path: str, key: str, value: object, tmp_path: Path) -> None:
    """Then everything is planned, and the keys tell."""
    assert Rebuilt(tmp_path).reach(path, key, value) is None
