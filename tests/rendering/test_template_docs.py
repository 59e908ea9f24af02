"""docs/templates.md tells theme makers of every view and every field, in the words of the code.

After a change that is meant, run this file with `DATELINE_UPDATE=1`: it writes the reference anew.
"""

import ast
import os
import re
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_args

from jinja2 import Environment, meta, nodes

from dateline import rendering
from dateline.rendering import date_words, views

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "templates.md"
TEMPLATES = ROOT / "templates"
START = "<!-- The rest is written from the views in dateline/rendering/. -->\n"
DATA = '<script type="application/ld+json">'
"""A block of data, which browsers do not run (HTML, "The script element")."""
TEMPLATE_OF_VIEW = re.compile(r"What `([a-z0-9]+\.html)` sees")


def class_nodes(module: ModuleType) -> Iterator[ast.ClassDef]:
    """Return the views that a module defines, in its order."""
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    classes = (node for node in tree.body if isinstance(node, ast.ClassDef))
    yield from (node for node in classes if node.name.endswith("View") or node.name == "DatePart")


def field_docs(node: ast.ClassDef) -> list[tuple[str, str, str]]:
    """Return name, type and sentence of each field; '' for one without a sentence."""
    found = []
    for each, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            is_text = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            sentence = str(after.value.value) if is_text else ""  # type: ignore[union-attr]
            found.append((each.target.id, ast.unparse(each.annotation), sentence))
    return found


def section(node: ast.ClassDef) -> str:
    """Return the section of one view."""
    lines = [f"### `{node.name}`", "", ast.get_docstring(node) or "", ""]
    lines += [f"- `{name}` (`{kind}`): {sentence}" for name, kind, sentence in field_docs(node)]
    return "\n".join(lines) + "\n"


def modules() -> list[ModuleType]:
    """Return the modules that hold views: `views.py`, those whose names end so, and `parts.py`, by name."""
    names = [path.stem for path in Path(str(rendering.__file__)).parent.glob("*.py")]
    found = [name for name in names if name.endswith("views") or name == "parts"]
    return [import_module(f"dateline.rendering.{name}") for name in sorted(found)]


def reference() -> str:
    """Return the part of the page that is made from the code: pages, then what they are made of, each by name."""
    nodes = sorted((node for module in modules() for node in class_nodes(module)), key=lambda node: node.name)
    pages = [node for node in nodes if TEMPLATE_OF_VIEW.match(ast.get_docstring(node) or "")]
    return "\n".join(
        [
            "## One view per template\n",
            *(section(node) for node in pages),
            "## What views are made of\n",
            *(section(node) for node in nodes if node not in pages),
            *(f"### `DatePart`\n\n{ast.get_docstring(node)}\n" for node in class_nodes(date_words)),
        ]
    )


def view_of(template: str) -> type:
    """Return the view of a template."""
    for view in get_args(views.View):
        match = TEMPLATE_OF_VIEW.match(view.__doc__)
        if match and match[1] == template:
            return view  # type: ignore[no-any-return]
    raise AssertionError(template)


def test_the_reference_is_that_of_the_code() -> None:
    """Every view and field stands in docs/templates.md with its own sentence."""
    page = PAGE.read_text(encoding="utf-8")
    opening, _, told = page.partition(START)
    if os.environ.get("DATELINE_UPDATE"):
        PAGE.write_text(f"{opening}{START}\n{reference()}", encoding="utf-8")
        return
    assert told == f"\n{reference()}"


def test_every_field_has_its_sentence() -> None:
    """A theme maker need not read the code."""
    silent = [
        f"{node.name}.{name}"
        for module in modules()
        for node in class_nodes(module)
        for name, _, sentence in field_docs(node)
        if not sentence
    ]
    assert silent == []


def test_templates_use_only_what_their_views_have() -> None:
    """Each name that a page's template uses from outside is a field of its view."""
    environment = Environment()  # noqa: S701 - nothing is rendered
    for path in sorted(TEMPLATES.glob("*.html")):
        tree = environment.parse(path.read_text(encoding="utf-8"))
        imported = {
            pair if isinstance(pair, str) else pair[1] for n in tree.find_all(nodes.FromImport) for pair in n.names
        }
        used = meta.find_undeclared_variables(tree) - imported - {"_", "ngettext", "pgettext"}
        if path.name == "base.html":
            assert used == {"site", "head"}
        else:
            assert used <= {field.name for field in fields(view_of(path.name))}, path.name


def test_every_view_has_its_template() -> None:
    """The default theme is whole."""
    named = {match[1] for view in get_args(views.View) if (match := TEMPLATE_OF_VIEW.match(view.__doc__))}
    assert named == {path.name for path in TEMPLATES.glob("*.html")} - {"base.html"}


def test_no_template_carries_styles_or_scripts_of_its_own() -> None:
    """The Content-Security-Policy of every page forbids them."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", text), path.name
        assert all("src=" in tag or tag == DATA for tag in re.findall(r"<script[^>]*>", text)), path.name
