"""What the preview builds with: it says which outputs differ, and ends where nobody waits any more."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.cli.previewing import _preview
from dateline.cli.telling import QUIET, Teller
from dateline.model.problem import DatelineError
from dateline.publishing.engine import Engine
from dateline.publishing.rebuilding import Ended
from dateline.publishing.serve import Preview
from dateline.publishing.wishes import Wish

STORM = "articles/storm/index.html"
FIRE = "articles/fire/index.html"


@dataclass(frozen=True, slots=True)
class Site:
    """A site that is being written, and its preview."""

    content: Path
    preview: Preview

    def save(self, name: str, text: str, date: str = "1911-03-04") -> None:
        """Save an article."""
        file = self.content / "articles" / f"{name}.md"
        file.write_text(f"---\ntitle: A {name}\ndate: {date}\n---\n{text}\n", encoding="utf-8")

    def build(self) -> tuple[frozenset[str], list[str]]:
        """Build, and return which outputs differ, and the codes of what is wrong."""
        changed = self.preview.build(frozenset({self.content}))
        return changed.outputs, [problem.code.value for problem in changed.problems]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A site of two articles."""
    (tmp_path / "content/articles").mkdir(parents=True)
    wish = Wish(tmp_path / "content", drafts=True, future=True, preview=True)
    engine = Engine(wish, tmp_path / "site", None)
    made = Site(wish.content, _preview(wish, tmp_path / "site", Teller(QUIET), engine, None, open_browser=False))
    made.save("storm", "Rain fell.")
    made.save("fire", "Smoke rose.")
    yield made
    engine.close()


def test_a_build_says_which_outputs_differ(site: Site) -> None:
    """At first all of them, then those of the article that was saved, then none; and those that went."""
    assert site.build()[0] >= {"index.html", STORM, FIRE, "assets/preview.js"}
    site.save("storm", "Hail fell.")
    assert site.build()[0] & {STORM, FIRE, "assets/style.css"} == {STORM}
    assert site.build()[0] == frozenset()
    (site.content / "articles/fire.md").unlink()
    assert FIRE in site.build()[0]


def test_an_error_changes_no_output_and_is_passed_on(site: Site) -> None:
    """The last good site stays."""
    site.build()
    site.save("storm", "Hail fell.", date="4 Marhc 1911")
    assert site.build() == (frozenset(), ["date-unreadable"])


def test_what_makes_going_on_meaningless_is_told_and_raised(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """In the terminal, and to the preview."""
    site.content.rename(site.content.with_name("away"))
    with pytest.raises(DatelineError, match="no content folder"):
        site.build()
    assert "no content folder" in capsys.readouterr().err


def test_a_build_ends_where_nobody_waits_for_it(site: Site) -> None:
    """It writes nothing any more."""
    site.preview.stop.set()
    with pytest.raises(Ended):
        site.build()
    assert not (site.content.parent / "site").exists()


def test_templates_that_are_not_there_yet_are_waited_for(site: Site) -> None:
    """Beside the content folder, where a build looks for them."""
    assert site.content.parent / "templates" in site.preview.watched
