"""Turn a number of events into a content folder that tells exactly so many, and into the site of that folder.

Each article has 450 words and tells two events: a title, a date of any precision, a text of some 40 words that names
who took part, a place, a status and a source. Places have coordinates. The same number gives the same folder.
"""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from benchmarks import chronicle
from benchmarks.chronicle import PLACES, Chronicle, Named, Size, Written

ROOT = Path(__file__).resolve().parents[1]
RECORD = "events.json"
EVENTS_EACH = 2

_STATUSES = ("alleged", "reported", "confirmed", "disputed", "convicted")
_TEXT = 260  # characters of an event's text, about


@dataclass(frozen=True, slots=True)
class Happened:
    """An event, as an author writes it."""

    date: str
    title: str
    text: str
    place: str
    status: str


def write_events(folder: Path, events: int) -> list[Happened]:
    """Write the content folder `folder/content` unless it is there already, whole; return its events.

    Raises ValueError where the number is odd, FileExistsError where the folder holds anything else.
    """
    if events % EVENTS_EACH:
        raise ValueError(f"an article tells {EVENTS_EACH} events: {events} is no multiple of that")
    made = Chronicle(Size(events // EVENTS_EACH, max(60, events // 8)))
    chance, told, files = random.Random(events), [], {"site.toml": 'title = "Chronicle"\n'}
    files |= {f"{each.kind}/{each.slug}.md": _entity(each, chance) for each in made.entities}
    for article in made.articles():
        happened = list(_events(article, made.entities, chance))
        files[f"articles/{article.day}-{article.slug}.md"] = _article(article, happened)
        told += happened
    _write(folder, files, events)
    return told


def build_site(folder: Path) -> Path:
    """Build `folder/content` into `folder/site`, and return that."""
    site = folder / "site"
    folders = ["--content", str(folder / "content"), "--output", str(site), "--cache", str(folder / "cache")]
    subprocess.run([sys.executable, "-m", "dateline", "build", "--quiet", *folders], cwd=ROOT, check=True)
    return site


def _entity(entity: Named, chance: random.Random) -> str:
    header = f"name: {entity.name}\n" + "".join(f"aliases: [{alias}]\n" for alias in entity.aliases[:1])
    if entity.kind == PLACES:
        header += f"coordinates: [{chance.uniform(-50, 60):.2f}, {chance.uniform(-120, 140):.2f}]\n"
    return f"---\n{header}---\n{entity.text}\n"


def _events(article: Written, everybody: tuple[Named, ...], chance: random.Random) -> Iterator[Happened]:
    places = [entity.slug for entity in (*article.entities, *everybody[:40]) if entity.kind == PLACES]
    lines = [line for line in article.body.splitlines() if line and not line.startswith("#")]
    sentences = " ".join(lines).split(". ")
    for number in range(EVENTS_EACH):
        begin = number * len(sentences) // EVENTS_EACH
        text = ". ".join(sentences[begin:])[:_TEXT].rpartition(" ")[0]
        who = chance.choice(article.entities).name
        title = f"{who} and the events of {sentences[begin].split()[0].lower()} {article.slug[1:]}.{number + 1}"
        yield Happened(_date(article.day, chance), title, f"{text}.", places[0], chance.choice(_STATUSES))


def _date(published: date, chance: random.Random) -> str:
    day = published - timedelta(days=chance.randrange(400))
    later = day + timedelta(days=chance.randrange(1, 40))
    forms = (f"{day:%Y-%m}", f"{day:%Y}", f"{day:%Y-%m}~", f"{day}/{later}", f"../{day}")
    return chance.choice(forms) if chance.random() < 0.25 else str(day)


def _article(article: Written, events: list[Happened]) -> str:
    lines = [f"title: {article.title}", "events:"]
    for each in events:
        lines += [f'  - date: "{each.date}"', f"    title: {each.title}", f"    text: {json.dumps(each.text)}"]
        lines += [f"    places: [{each.place}]", f"    status: {each.status}"]
    lines += ["sources:", f"  - {{title: Report {article.slug}, publisher: The Gazette, date: {article.day}}}"]
    return "---\n" + "\n".join(lines) + f"\n---\n{article.body}"


def _write(folder: Path, files: dict[str, str], events: int) -> None:
    digest = sha256(Path(__file__).read_bytes() + Path(chronicle.__file__).read_bytes()).hexdigest()
    record = json.dumps({"events": events, "made by": digest})
    known = folder / RECORD
    if known.is_file() and known.read_text(encoding="utf-8") == record:
        return
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} holds another site, or part of one; remove it, or name another folder")
    for name, text in files.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    known.write_text(record, encoding="utf-8")
