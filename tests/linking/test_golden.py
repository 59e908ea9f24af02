"""The golden cases: a registry, an article, and what the linker makes of it."""

from pathlib import Path

import pytest
from support.building import article, brackets, content, registry
from support.golden import Case, read_cases

from dateline.linking.linker import link_content
from dateline.model.mention import Mention
from dateline.model.names import EntityId
from dateline.model.settings import LinkPolicy

_CASES = [case for file in sorted((Path(__file__).parent / "golden").glob("*.md")) for case in read_cases(file)]


def _row(mention: Mention) -> str:
    meant = mention.entity or " or ".join(mention.candidates)
    where = f"{mention.place.line}:{mention.place.column}"
    kept = f" ({mention.kept})" * bool(mention.kept)
    return f"{where} {mention.surface} = {meant}, {mention.rule}, {mention.decision}{kept}\n"


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in _CASES])
def test_case(case: Case) -> None:
    """Every case gives the links, the ledger and the problems that it says."""
    fences = case.expected
    pins = dict(line.split(" = ") for line in fences.get("pins", "").splitlines())
    links = LinkPolicy(fences["links"].strip()) if "links" in fences else None
    text = article(
        fences["article"],
        title=fences.get("title", "").strip(),
        summary=fences.get("summary", "").strip(),
        pins={name: EntityId(identity) for name, identity in pins.items()},
        links=links,
    )
    off = tuple(fences.get("off", "").split())
    linked, problems = link_content(content(registry(fences["registry"]), text, off=off))
    assert brackets(linked.articles[0].body) == fences["linked"]
    assert "".join(_row(mention) for mention in linked.articles[0].mentions) == fences.get("ledger", "")
    assert "".join(f"{problem}\n" for problem in problems) == fences.get("problems", "")
