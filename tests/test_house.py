"""The rules of the house that can be measured."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "dateline").rglob("*.py"))
SCRIPTS = sorted([ROOT / "build.py", *(ROOT / "tools").glob("*.py"), *(ROOT / "benchmarks").rglob("*.py")])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEXTS = frozenset({".css", ".html", ".js", ".md", ".py", ".sh", ".toml", ".xml", ".yml"})
UNWANTED = ("TO" + "DO", "FIX" + "ME", "XX" + "X:")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Defined = Function | ast.ClassDef | ast.Module


@dataclass(frozen=True, slots=True)
class Named:
    """A piece of code and where it is."""

    place: str
    node: Defined


def read(file: Path) -> ast.Module:
    """Read a module."""
    return ast.parse(file.read_text(encoding="utf-8"))


def named(files: list[Path], kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> Iterator[Named]:
    """Find every module, class or function of these files."""
    for file in files:
        for node in ast.walk(read(file)):
            if isinstance(node, kind) and isinstance(node, Defined):
                line = getattr(node, "lineno", 1)
                yield Named(f"{file.relative_to(ROOT)}:{line}: {getattr(node, 'name', '')}", node)


def functions(files: list[Path]) -> Iterator[Named]:
    """Find every function of these files."""
    return named(files, (ast.FunctionDef, ast.AsyncFunctionDef))


def public(scope: ast.Module | ast.ClassDef) -> Iterator[Function | ast.ClassDef]:
    """Find what others may use of a module or a class."""
    for node in scope.body:
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def length(function: Defined) -> int:
    """Count the lines of a function without its docstring."""
    assert isinstance(function, Function)
    first = function.body[0]
    docstring = (first.end_lineno or 0) - first.lineno + 1 if ast.get_docstring(function) else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_no_function_is_longer_than_forty_lines() -> None:
    """Docstrings not counted; in tests and tools neither."""
    found = functions([*MODULES, *SCRIPTS, *TESTS])
    assert [item.place for item in found if length(item.node) > 40] == []


def test_functions_are_short() -> None:
    """Half are under eight lines, nine in ten at most twenty."""
    lengths = sorted(length(item.node) for item in functions(MODULES))
    assert median(lengths) < 8
    assert quantiles(lengths, n=10)[-1] <= 20


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    """Longer ones hold two subjects."""
    long = [file for file in [*MODULES, *SCRIPTS, *TESTS] if len(file.read_text(encoding="utf-8").splitlines()) > 400]
    assert [str(file.relative_to(ROOT)) for file in long] == []


def test_every_module_opens_with_a_sentence() -> None:
    """One paragraph's first line, ended by a full stop: what the module turns into what."""
    found = named([*MODULES, *SCRIPTS, *TESTS], ast.Module)
    first_paragraphs = {item.place: (ast.get_docstring(item.node) or "").split("\n\n")[0] for item in found}
    assert [place for place, paragraph in first_paragraphs.items() if not paragraph.endswith(".")] == []


def test_everything_public_has_a_docstring() -> None:
    """Classes, functions and methods whose name does not begin with an underscore."""
    bare = [
        f"{file.relative_to(ROOT)}:{node.lineno}: {node.name}"
        for file in [*MODULES, *SCRIPTS]
        for node in public(read(file))
        if not ast.get_docstring(node)
    ]
    assert bare == []


def test_every_test_says_what_it_proves() -> None:
    """In its docstring."""
    tests = (item for item in functions(TESTS) if getattr(item.node, "name", "").startswith("test_"))
    assert [item.place for item in tests if not ast.get_docstring(item.node)] == []


def test_nothing_is_imported_inside_a_function() -> None:
    """Who needs whom is read at the head of a file."""
    imports = (ast.Import, ast.ImportFrom)
    found = functions([*MODULES, *SCRIPTS, *TESTS])
    assert [item.place for item in found if any(isinstance(node, imports) for node in ast.walk(item.node))] == []


def test_rooms_know_only_the_rooms_below_them() -> None:
    """The import contracts of pyproject.toml hold."""
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("word", UNWANTED)
def test_nothing_is_left_for_later(word: str) -> None:
    """What is not done is not in the files."""
    folders = ("dateline", "templates", "tests", "docs", "tools", "benchmarks", ".github", ".ci")
    below = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.suffix in TEXTS]
    files = [*below, *(file for file in ROOT.iterdir() if file.suffix in TEXTS)]
    assert [str(file.relative_to(ROOT)) for file in files if word.encode() in file.read_bytes()] == []
