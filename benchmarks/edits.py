"""Edit both layouts of a corpus as an author would, and put everything back in the end."""

import random
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.chronicle import PEOPLE

ALIAS_ARTICLES = 20

_ALIAS_PARTS = "bra dul kim lon mur nep pol rif sab tuv".split()
_HUGO_ARTICLES = "hugo/content/articles"
_DATELINE_ARTICLES = "dateline/content/articles"


class Edits:
    """Changes files of a corpus, and remembers what they were."""

    def __init__(self, corpus: Path) -> None:
        self._corpus = corpus
        self._before: dict[Path, bytes] = {}
        self._articles = sorted((corpus / _DATELINE_ARTICLES).iterdir())
        self._people = sorted((corpus / "dateline/content" / PEOPLE).iterdir())

    def edit_words(self, number: int) -> None:
        """Let one article begin with a sentence that names nobody; another article for each number."""
        article = self._articles[(number * 6971 + 5) % len(self._articles)]
        for file in (article, self._in_hugo(article)):
            header, fence, body = file.read_text(encoding="utf-8").partition("\n---\n")
            self._write(file, f"{header}{fence}\nThis is what {number + 2} of them said that night.\n\n{body}")

    def repeat_name(self, number: int) -> None:
        """Add a sentence that names a person whom the article names already; another article for each number."""
        names = [_name(person) for person in self._people]
        start = number * 6173 + 17
        for place in range(start, start + len(self._articles)):
            article = self._articles[place % len(self._articles)]
            named = [name for name in names if name in article.read_text(encoding="utf-8")]
            if named:
                self._add(article, f"\nThat night {named[0]} was seen again.\n")
                return

    def edit_article(self, number: int) -> None:
        """Add a sentence that names a person to one article; another article for each number."""
        article = self._articles[(number * 7919 + 11) % len(self._articles)]
        name = _name(self._people[number % len(self._people)])
        self._add(article, f"\nThat night {name} was seen again.\n")

    def plant_alias(self, number: int) -> None:
        """Write a name that nobody bears yet into twenty articles."""
        for article in random.Random(number).sample(self._articles, min(ALIAS_ARTICLES, len(self._articles))):
            self._add(article, f"\nAnother witness spoke of {alias(number)} at length.\n")

    def add_alias(self, number: int) -> None:
        """Give that name to a person, as an alias."""
        person = self._people[(number * 31 + 7) % len(self._people)]
        text = person.read_text(encoding="utf-8")
        line = f"  - {alias(number)}\n"
        known = "aliases:\n"
        changed = (
            text.replace(known, known + line, 1) if known in text else text.replace("\n---", f"\n{known}{line}---", 1)
        )
        self._write(person, changed)

    def undo(self) -> None:
        """Put every file back."""
        for file, content in self._before.items():
            file.write_bytes(content)
        self._before.clear()

    def _in_hugo(self, article: Path) -> Path:
        return self._corpus / _HUGO_ARTICLES / f"{article.stem.rpartition('-')[2]}.md"

    def _add(self, article: Path, text: str) -> None:
        for file in (article, self._in_hugo(article)):
            self._write(file, file.read_text(encoding="utf-8") + text)

    def _write(self, file: Path, text: str) -> None:
        self._before.setdefault(file, file.read_bytes())
        file.write_text(text, encoding="utf-8")


@contextmanager
def editing(corpus: Path) -> Iterator[Edits]:
    """Give the edits of a corpus; put its files back in the end, also where the program is told to stop."""
    edits = Edits(corpus)
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield edits
    finally:
        edits.undo()
        signal.signal(signal.SIGTERM, before)


def _stop(*_: object) -> None:
    raise SystemExit(128 + signal.SIGTERM)


def alias(number: int) -> str:
    """Return a name that no entity of a corpus bears; another one for each number."""
    return "Don " + "".join(random.Random(number).choices(_ALIAS_PARTS, k=4)).capitalize()


def _name(entity: Path) -> str:
    lines: Mapping[str, str] = dict(
        line.split(": ", 1) for line in entity.read_text(encoding="utf-8").splitlines() if line.startswith("name: ")
    )
    return lines["name"]
