"""The Nu HTML checker finds no fault in any page of the built site."""

import os
import re
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.tools

MISTAKEN = re.compile(r"info warning: Inline script violates Content Security Policy \(meta tag\)")


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command that checks what it is given; where there is none the test says so and is left out."""
    java, jar = shutil.which("java"), os.environ.get("DATELINE_VNU_JAR")
    if not (java and jar):
        pytest.skip("the Nu HTML checker needs Java and DATELINE_VNU_JAR; `make checkers` installs it")
    # Asked for over HTTP, the Content-Security-Policy has a self; the checker must be let near this machine.
    return [java, "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", jar, "--stdout"]


def test_every_page_is_valid(checker: list[str], origin: str, page_paths: tuple[str, ...]) -> None:
    """HTML is valid, and no warning is left either, but for one that is mistaken.

    The checker takes JSON-LD for a script that the policy forbids. It is data, which no browser runs: where a script
    is prepared, its type is asked for before any policy is (HTML Living Standard, "prepare the script element").
    """
    command = [*checker, *(origin + path for path in page_paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines() if not MISTAKEN.search(line)]
    assert said == []
