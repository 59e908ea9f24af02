"""The workflows that test and publish."""

import importlib.resources
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

FOLDER = Path(__file__).parents[1] / ".github/workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))


def load(file: Path) -> dict[str, Any]:
    """Read a workflow; `on` stays a word, as in YAML 1.2."""
    loaded: dict[Any, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return {"on" if key is True else key: value for key, value in loaded.items()}


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_fits_the_published_schema(file: Path) -> None:
    """That of SchemaStore, as check-jsonschema carries it."""
    schemas = importlib.resources.files("check_jsonschema") / "builtin_schemas/vendor"
    schema = json.loads((schemas / "github-workflows.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(load(file))] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_action_is_pinned_to_a_commit(file: Path) -> None:
    """By forty hexadecimal digits, with its version beside them: a tag can be moved."""
    uses = re.findall(r"uses: (.*)", file.read_text(encoding="utf-8"))
    assert uses
    assert [line for line in uses if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_may_only_read(file: Path) -> None:
    """What writes is the one job that deploys, and it writes pages alone."""
    workflow = load(file)
    assert workflow["permissions"] == {"contents": "read"}
    writing = {
        name: {right for right, level in job.get("permissions", {}).items() if level == "write"}
        for name, job in workflow["jobs"].items()
    }
    assert {name: rights for name, rights in writing.items() if rights} in ({}, {"deploy": {"pages", "id-token"}})


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_no_expression_stands_in_a_script(file: Path) -> None:
    """What comes from outside reaches a shell as a variable, never as a part of the script."""
    scripts = [step.get("run", "") for job in load(file)["jobs"].values() for step in job["steps"]]
    assert [script for script in scripts if "${{" in script] == []


def test_the_site_is_published_with_its_hidden_files() -> None:
    """GitHub Pages needs .nojekyll, where somebody publishes from a branch."""
    steps = load(FOLDER / "pages.yml")["jobs"]["build"]["steps"]
    (upload,) = [step for step in steps if "upload-pages-artifact" in step.get("uses", "")]
    assert upload["with"] == {"path": "site", "include-hidden-files": True}
