"""See to it that there is a Chromium for the browser tests: an installed one, else Debian's, else Playwright's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.browser import chromium_path


def main() -> int:
    """Install a browser where there is none; return 0 if there is one in the end, else 1."""
    for install in (None, _install_from_debian, _install_with_playwright):
        if install:
            install()
        found = chromium_path()
        if found:
            print(f"browser tests use {found}")
            return 0
    print(
        "no Chromium found, and none could be installed; the browser tests will be left out.\n"
        "Install chromium or google-chrome with your system's packages, and run the tests again.",
        file=sys.stderr,
    )
    return 1


def _install_from_debian() -> None:
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-q"], ["install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-dejavu"]):
        subprocess.run(["apt-get", *arguments], env=quiet, stdin=subprocess.DEVNULL, check=False)


def _install_with_playwright() -> None:
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], stdin=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    sys.exit(main())
