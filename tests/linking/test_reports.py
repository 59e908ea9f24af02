"""Reports: what holds for all of them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.site import OPTIONS

from dateline.linking.reports import REPORTS, advise
from dateline.linking.reports.advice import AdviceCode
from dateline.linking.reports.ambiguous import report_ambiguous
from dateline.linking.reports.uncertain import report_uncertain
from dateline.model.mention import Decision
from dateline.model.source import Sources
from dateline.pipeline import Inspection, inspect_site

DOCS = Path(__file__).parents[2] / "docs"
SHARED = st.sampled_from(
    ["La Jefa", "O'Brien", "“The” Boss", "Jefa: La", "#tag", "Yes", "{Ana}", "El Señor", "Ñu, Gnu"]
)


def inspect(files: dict[str, str]) -> Inspection:
    """Read a folder of content."""
    return inspect_site(Sources({path: text.encode() for path, text in files.items()}), OPTIONS)


def site(shared: str, header: str, body: str) -> Inspection:
    """Return a site in which two people share an alias, and one article."""
    alias = shared.replace("'", "''")
    return inspect(
        {
            "people/a.md": f"---\nname: Ana Ruiz\naliases: ['{alias}']\n---\n",
            "people/b.md": f"---\nname: Eva Flores\naliases: ['{alias}']\n---\n",
            "articles/2020-01-02-x.md": f"---\ntitle: X\n{header}---\n{body}\n",
        }
    )


@pytest.mark.property
@given(shared=SHARED, who=st.sampled_from(["people/a", "people/b"]), times=st.integers(1, 3))
def test_the_pin_of_an_ambiguous_name_settles_it(shared: str, who: str, times: int) -> None:
    """Written into the header as it stands, it leaves nothing ambiguous, and means the one whom it names."""
    body = ". So ".join(["Then", *[shared] * times])
    before = site(shared, "", body)
    (advice,) = report_ambiguous(before.content, before.linked)
    assert advice.weight == times
    lines = advice.hint.removeprefix("write in the header ").split(" or entities: ")
    first, second = lines[0], f"entities: {lines[1]}"
    after = site(shared, f"{first if who == 'people/a' else second}\n", body)
    assert not [problem for problem in after.problems if problem.location.path.endswith("x.md")]
    assert report_ambiguous(after.content, after.linked) == ()
    decided = [mention.entity for mention in after.linked.mentions() if mention.article]
    assert decided == [who] * times


@pytest.mark.property
@given(
    names=st.sampled_from(
        [
            ("New York", "New York City"),
            ("León", "Province of León"),
            ("Sahara", "Western Sahara"),
            ("Rome", "Roman Empire"),
        ]
    ),
    before=st.sampled_from(["", "western "]),
)
def test_the_pin_of_an_uncertain_name_settles_it(names: tuple[str, str], before: str) -> None:
    """Written into the header as it stands, it makes the words mean the other, and nothing is uncertain any more."""
    files = {
        "places/a.md": f"---\nname: {names[0]}\n---\n",
        "places/b.md": f"---\nname: {names[1]}\n---\n",
    }
    body = f"They fled to {before}{names[0]}.\n"
    told = inspect({**files, "articles/2020-01-02-x.md": f"---\ntitle: X\n---\n{body}"})
    for advice in report_uncertain(told.content, told.linked):
        pin = advice.hint.partition(" or in the header ")[2]
        settled = inspect({**files, "articles/2020-01-02-x.md": f"---\ntitle: X\n{pin}\n---\n{body}"})
        assert not settled.problems
        assert report_uncertain(settled.content, settled.linked) == ()
        assert [mention.entity for mention in settled.linked.mentions() if mention.article] == ["places/b"]
    is_longer_here = (before + names[0]).casefold() == names[1].casefold()
    assert bool(report_uncertain(told.content, told.linked)) == (is_longer_here or names[1] != "Western Sahara")


@pytest.mark.property
@given(st.permutations(["people/a.md", "people/b.md", "articles/2020-01-02-x.md"]))
def test_the_order_of_files_changes_no_advice(order: list[str]) -> None:
    """Reports are the same, to the letter."""
    files = {
        "people/a.md": "---\nname: Ana Ruiz\naliases: [La Jefa]\n---\n",
        "people/b.md": "---\nname: Ana Ruis\naliases: [La Jefa, Guadalajara]\n---\n",
        "articles/2020-01-02-x.md": "---\ntitle: X\n---\nLa Jefa went to Guadalajra.\n",
    }
    one, other = inspect(files), inspect({path: files[path] for path in order})
    assert advise(one.content, one.linked) == advise(other.content, other.linked)


def test_advice_is_no_decision() -> None:
    """Reports read the ledger; they are as many as their codes, and each has its section in docs/checking.md."""
    headings = re.findall(r"^## (\S+)$", (DOCS / "checking.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(headings) == sorted(code.value for code in AdviceCode)
    assert sorted(report.code for report in REPORTS) == sorted(AdviceCode)


def test_a_site_without_entities_gets_no_advice() -> None:
    """There is nothing to link."""
    made = inspect({"articles/2020-01-02-x.md": "# X\n\nSomebody Somewhere.\n"})
    assert advise(made.content, made.linked) == ()
    assert not [m for m in made.linked.mentions() if m.decision is Decision.AMBIGUOUS]
