"""Bring the catalogues in `templates/languages/` up to date with the words of the program and of the templates.

Run `python tools/messages.py`: it adds what is new, to be translated, drops what nothing says any more, and tells how
much of each catalogue is still empty. It keeps every translation.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from support.messages import LANGUAGES, read_catalogue, update  # noqa: E402


def _is_whole(translation: object) -> bool:
    """Whether every form of a text is translated."""
    return all(translation) if isinstance(translation, list | tuple) else bool(translation)


def main() -> int:
    """Update every catalogue."""
    for path in sorted(LANGUAGES.glob("*.po")):
        update(path)
        empty = [each.id for each in read_catalogue(path) if each.id and not _is_whole(each.string)]
        print(f"{path.relative_to(ROOT)}: {len(empty)} to translate")
        for text in empty:
            print(f"  {text if isinstance(text, str) else text[0]}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
