"""A proof holds as long as nothing changes but the long parts of articles."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.changing import ChangingSite, Fields, expect, files_in

from dateline.model.names import EntityId, Slug
from dateline.publishing.crew import Hands
from dateline.publishing.engine import Engine
from dateline.publishing.kept import State
from dateline.publishing.proofs import Proof, compare_long_parts
from dateline.publishing.wishes import Wish

ONE, TWO = "articles/2020-01-01-one.md", "articles/2020-01-02-two.md"
ANA = "people/ana.md"


class Bench:
    """A site, and an engine that builds it."""

    def __init__(self, folder: Path) -> None:
        texts: dict[str, Fields] = {
            ONE: {"title": "One", "body": "Ana Gil wrote.", "events": [{"date": "2019-05", "title": "A letter"}]},
            TWO: {"title": "Two", "body": "Bob Paz spoke."},
            ANA: {"name": "Ana Gil"},
            "people/bob.md": {"name": "Bob Paz"},
            "pages/about.md": {"title": "About", "body": "Us."},
        }
        self.site = ChangingSite(folder, texts)
        self.engine = Engine(Wish(self.site.content), folder / "site", None, Hands(1))
        self.build()

    def build(self) -> tuple[State, Proof]:
        """Build, and return what is remembered."""
        self.site.write()
        assert self.engine.build(lambda *_: None).written
        assert self.engine.state
        assert self.engine.proof
        return self.engine.state, self.engine.proof


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A site that was built once."""
    bench = Bench(tmp_path)
    yield bench
    bench.engine.close()


WITHIN: dict[str, Callable[[ChangingSite], object]] = {
    "nothing": lambda site: site.write(),
    "words": lambda site: site.texts[TWO].update(body="Bob Paz spoke at last."),
    "words of two": lambda site: [
        site.texts[path].update(body=f"{site.texts[path]['body']} So.") for path in (ONE, TWO)
    ],
    "a time": lambda site: site.touch(site.content / ONE),
    "a file that nobody uses": lambda site: site.others.update({"map.txt": b""}),
}
BEYOND: dict[str, Callable[[ChangingSite], object]] = {
    "a title": lambda site: site.texts[TWO].update(title="Second"),
    "a date": lambda site: site.texts[TWO].update(date="2018-01-01"),
    "the date of an event": lambda site: site.texts[ONE].update(events=[{"date": "2019-06", "title": "A letter"}]),
    "a new mention": lambda site: site.texts[TWO].update(body="Bob Paz spoke to Ana Gil."),
    "a mention less": lambda site: site.texts[TWO].update(body="Nobody spoke."),
    "a new article": lambda site: site.texts.update({"articles/2020-01-03-three.md": {"title": "Three"}}),
    "another slug": lambda site: site.texts[TWO].update(slug="second"),
    "a name": lambda site: site.texts[ANA].update(name="Ana Maria Gil"),
    "words about a person": lambda site: site.texts[ANA].update(body="Hers."),
    "words of a page": lambda site: site.texts["pages/about.md"].update(body="You."),
    "a setting": lambda site: site.settings.update(title="Record"),
    "a template": lambda site: site.templates.update({"page.html": b"{{ head.title }}"}),
}


@pytest.mark.parametrize("change", [*WITHIN])
def test_words_alone_stay_within_the_frame(bench: Bench, change: str) -> None:
    """The proof serves again, and shows the new words."""
    before, proof = bench.build()
    WITHIN[change](bench.site)
    after, again = bench.build()
    assert (after.frame, again) == (before.frame, proof)
    assert again is proof
    assert files_in(bench.engine.output) == expect(bench.engine.wish).files


@pytest.mark.parametrize("change", [*BEYOND])
def test_all_else_is_another_frame(bench: Bench, change: str) -> None:
    """Its pages are made from another proof."""
    before, proof = bench.build()
    BEYOND[change](bench.site)
    after, again = bench.build()
    assert after.frame != before.frame
    assert again is not proof
    assert files_in(bench.engine.output) == expect(bench.engine.wish).files


def test_another_frame_where_something_else_is_asked_for(bench: Bench) -> None:
    """A base URL stands on every page."""
    before, _ = bench.build()
    bench.engine.wish = Wish(bench.site.content, base_url="https://a.example/")
    assert bench.build()[0].frame != before.frame


def test_a_renewed_library_says_what_articles_say_now(bench: Bench) -> None:
    """The texts, and what is said of whom."""
    _, proof = bench.build()
    one, ana = Slug("one"), EntityId("people/ana")
    said = proof.library.text(one), proof.library.quotation(one, ana)
    bench.site.texts[ONE]["body"] = "Ana Gil wrote a letter."
    bench.build()
    assert proof.library.text(one) != said[0]
    assert proof.library.quotation(one, ana) != said[1]
    assert "a letter" in repr(proof.library.quotation(one, ana))


def test_the_long_parts_that_differ_are_named(bench: Bench) -> None:
    """Articles with another text, and entities of whom something else is said."""
    before, _ = bench.build()
    bench.site.texts[ONE]["body"] = "Ana Gil wrote. That is all."
    bench.site.texts[TWO]["body"] = "Bob Paz spoke loudly."
    after, _ = bench.build()
    assert compare_long_parts(before, after) == ({"one", "two"}, ["people/bob"])
    assert compare_long_parts(after, after) == (set(), [])
