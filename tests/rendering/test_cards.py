"""A card tells who somebody is: in the file in which scripts look for it, and nobody who is private."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.site import OPTIONS, THEME, theme_templates

from dateline.model.source import Options, Sources
from dateline.pipeline import build_site
from dateline.rendering.cards import SHARDS

ARTICLE = "---\ntitle: {0}\ndate: {0}\n---\nAna Gil and the Guard met.\n"


def build(files: dict[str, str], options: Options = OPTIONS) -> dict[str, str]:
    """Return the files of a site that are scripts of cards."""
    sources = Sources({path: text.encode() for path, text in files.items()}, templates=theme_templates())
    outputs = build_site(sources, options).outputs
    return {path: bytes(data).decode() for path, data in outputs.items() if path.startswith("cards/")}  # type: ignore[arg-type]


def read(scripts: dict[str, str]) -> dict[str, list[str]]:
    """Return all cards by their URL."""
    found = (re.fullmatch(r"datelineCards\(\"[a-z]+\", (\{.*\})\);\n", text, re.DOTALL) for text in scripts.values())
    return {url: row for match in found if match for url, row in json.loads(match[1]).items()}


def test_a_card_tells_who_it_is_and_when_they_were_seen() -> None:
    """In plain words, as the page of the entity has them; somebody of whom nothing is told has none."""
    files = {
        "people/ana.md": "---\nname: Ana Gil\nsummary: Keeper of the *light* with the [[Guard]].\n---\n",
        "groups/guard.md": "---\nname: Guard\n---\n",
        "people/nil.md": "---\nname: Nil\n---\n",
        **{f"articles/{date}.md": ARTICLE.format(date) for date in ("2020-05", "2019", "2021-01-02")},
    }
    assert read(build(files)) == {
        "groups/guard/": ["Guard", "Group", "group", "", "2019", "2 January 2021"],
        "people/ana/": ["Ana Gil", "Person", "person", "Keeper of the light with the Guard.", "2019", "2 January 2021"],
    }


def test_somebody_private_has_no_card() -> None:
    """Nor does any card name them."""
    files = {
        "people/ana.md": "---\nname: Ana Gil\npublic: false\nsummary: A child.\n---\n",
        "people/bob.md": "---\nname: Bob Roe\nsummary: Met Ana Gil.\n---\n",
        "articles/2020-05-01-a.md": "---\ntitle: A\n---\nAna Gil met Bob Roe.\n",
    }
    scripts = build(files)
    assert set(read(scripts)) == {"people/bob/"}
    assert "Gil" not in "".join(scripts.values())


@pytest.mark.parametrize("chosen", [True, False])
def test_a_site_can_do_without(chosen: bool) -> None:
    """With `cards = false` there are none."""
    files = {"people/ana.md": "---\nname: Ana\nsummary: She.\n---\n", "site.toml": f"cards = {str(chosen).lower()}\n"}
    assert bool(build(files)) is chosen


@settings(max_examples=40)
@given(st.text("abcxyz0123456789-é北", min_size=1, max_size=12))
def test_a_card_is_in_the_file_in_which_the_script_looks(slug: str) -> None:
    """The sum of the code points of its address says in which, and the script says so too."""
    scripts = build({f"people/{slug}.md": "---\nname: Ana\nsummary: She.\n---\n"})
    for path, text in scripts.items():
        for url in read({path: text}):
            assert path == f"cards/{sum(map(ord, url)) % SHARDS}.js"
    assert f"const shards = {SHARDS};" in (THEME / "assets" / "cards.js").read_text(encoding="utf-8")
