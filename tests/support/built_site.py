"""Turn a content folder into a site on the disk, with the command that the README names."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def build_into(output: Path, content: Path, *options: str) -> None:
    """Build a content folder with the command that the README names."""
    command = [sys.executable, "build.py", "--strict", "--content", str(content), "--output", str(output), *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
