"""Serve a chronicle, save an article again and again, and print when a real browser hears of it and what it shows.

    python benchmarks/live.py [--articles 10000] [--saves 100] [--rounds 100] [--folder FOLDER]

First, single saves: the time from a save to the message that makes the page reload, as the browser receives it.
Then, rounds of one to five saves, 20 to 500 ms apart, the next round as soon as the last one is shown: in how many of
the rounds the page shows the last save in the end, and goes on showing it. Every other save writes the file in place,
every other one puts a new file where it was, as editors do. The article stays as it was before.
"""

import argparse
import asyncio
import os
import random
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import BinaryIO

from playwright.async_api import Page, WebSocket, async_playwright
from playwright.async_api import TimeoutError as WaitedTooLong

from benchmarks.corpus import add_size_options, read_size, write_corpus

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from support.browser import chromium_path

ROOT = Path(__file__).resolve().parents[1]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
SHORTEST, LONGEST = 0.02, 0.5  # seconds between two saves of a round
MOST_SAVES = 5  # of a round
LOADING = 2.0  # seconds that a page may take to connect again
STAYING = 0.2  # seconds for which the last save must stay

_GREETING = 2**20  # bytes that a preview has said at most before its address


class Article:
    """An article that is saved again and again, with another word in it each time."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._before = file.read_text(encoding="utf-8")
        self._saves = 0

    def save(self) -> str:
        """Save it, and return the word that no earlier text of it had."""
        self._saves += 1
        word = f"save{self._saves:05d}"
        head, mark, body = self._before.rpartition("\n---\n")
        text = f"{head}{mark}The {word} came first.\n\n{body}"
        if self._saves % 2:
            self._file.write_text(text, encoding="utf-8")
        else:
            new = self._file.with_name(f".{self._file.name}.new")
            new.write_text(text, encoding="utf-8")
            new.replace(self._file)
        return word

    def restore(self) -> None:
        """Put back what was there before."""
        self._file.write_text(self._before, encoding="utf-8")


class Ears:
    """Hear what the server tells a page."""

    def __init__(self) -> None:
        self.reload = asyncio.Event()
        self.ready = asyncio.Event()
        self.heard_at = 0.0

    def listen(self, socket: WebSocket) -> None:
        """Listen to a connection that the page has opened."""
        self.ready.clear()
        socket.on("framereceived", self.hear)

    def hear(self, message: str | bytes) -> None:
        """Hear a message."""
        if is_reload(message):
            self.heard_at = time.perf_counter()
            self.ready.clear()
            self.reload.set()
        else:
            self.ready.set()

    async def wait_until_ready(self) -> None:
        """Wait until the page listens again."""
        try:
            await asyncio.wait_for(self.ready.wait(), LOADING)
        except TimeoutError:
            return


def is_reload(message: str | bytes) -> bool:
    """Return whether a message of the server asks for the page to be loaded again."""
    text = message if isinstance(message, str) else message.decode()
    return re.search(r'"command"\s*:\s*"reload"', text) is not None


@dataclass(frozen=True, slots=True)
class Scene:
    """A page that is open, and the article that it shows."""

    page: Page
    ears: Ears
    article: Article
    chance: random.Random
    patience: float
    """Seconds after which a save is given up."""

    async def save_once(self) -> float | None:
        """Save, and return how many seconds later the page is told to reload; None where it never is."""
        await self.ears.wait_until_ready()
        await asyncio.sleep(self.chance.uniform(0.1, 0.5))
        self.ears.reload.clear()
        began = time.perf_counter()
        self.article.save()
        try:
            await asyncio.wait_for(self.ears.reload.wait(), self.patience)
        except TimeoutError:
            return None
        return self.ears.heard_at - began

    async def save_in_a_row(self) -> bool:
        """Save a few times, and return whether the page shows the last save and goes on doing so."""
        word = self.article.save()
        for _ in range(self.chance.randrange(MOST_SAVES)):
            await asyncio.sleep(SHORTEST * (LONGEST / SHORTEST) ** self.chance.random())
            word = self.article.save()
        if not await self._shows(word):
            await self.page.reload()
            return False
        await asyncio.sleep(STAYING)
        return await self._shows(word)

    async def _shows(self, word: str) -> bool:
        try:
            await self.page.get_by_text(word).first.wait_for(state="attached", timeout=self.patience * 1000)
        except WaitedTooLong:
            return False
        return True


@asynccontextmanager
async def serving(content: Path) -> AsyncIterator[str]:
    """Run a preview; give its address once it answers."""
    command = [sys.executable, "-m", "dateline", "serve", "--content", str(content)]
    with tempfile.TemporaryFile() as said:
        process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=said, stderr=said)
        try:
            yield await _address(process, said)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


async def _address(process: asyncio.subprocess.Process, said: BinaryIO) -> str:
    while process.returncode is None:
        await asyncio.sleep(0.1)
        # Read without moving the place at which the preview goes on writing.
        found = re.search(rb"preview at (http://\S+/)", os.pread(said.fileno(), _GREETING, 0))
        if found:
            return found.group(1).decode()
    raise SystemExit("the preview did not start")


@contextmanager
def edited(file: Path) -> Iterator[Article]:
    """Give an article to save; put it back in the end."""
    article = Article(file)
    try:
        yield article
    finally:
        article.restore()


async def measure(content: Path, options: argparse.Namespace) -> None:
    """Open the preview in a browser, save, and print what came of it."""
    file = sorted((content / "articles").iterdir())[options.articles // 2]
    began = time.perf_counter()
    with edited(file) as article:
        async with serving(content) as address, async_playwright() as playwright:
            print(f"{options.articles} articles; the preview answers after {time.perf_counter() - began:.1f} s")
            browser = await playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
            page, ears = await browser.new_page(), Ears()
            page.on("websocket", ears.listen)
            await page.goto(f"{address}articles/{file.stem.rpartition('-')[2]}/")
            scene = Scene(page, ears, article, random.Random(options.seed), options.patience)
            await ears.wait_until_ready()
            print(tell_saves([await scene.save_once() for _ in range(options.saves)]))
            shown = [await scene.save_in_a_row() for _ in range(options.rounds)]
            print(f"rounds of saves: last state shown in {sum(shown)} of {len(shown)}")
            await browser.close()


def tell_saves(seconds: Sequence[float | None]) -> str:
    """Return a line about the times from save to message; None is a save without a message."""
    told = sorted(1000 * time for time in seconds if time is not None)
    if not told:
        return f"single saves: {len(seconds)}, none with a message to reload"
    return (
        f"single saves: {len(seconds)}, save to message: median {median(told):.0f} ms, "
        f"worst {told[-1]:.0f} ms, without a message {len(seconds) - len(told)}"
    )


def main() -> None:
    """Make the corpus where it is not there yet, and measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, default in (("articles", 10_000), ("saves", 100), ("rounds", 100)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--patience", type=float, default=60, help="seconds after which a save is given up")
    kept = Path(tempfile.gettempdir()) / "dateline-benchmark"
    parser.add_argument("--folder", type=Path, default=kept, help="where corpora are kept")
    add_size_options(parser)
    options = parser.parse_args()
    corpus = options.folder / f"articles-{options.articles}"
    write_corpus(corpus, read_size(options, options.articles))
    asyncio.run(measure(corpus / "dateline" / "content", options))


if __name__ == "__main__":
    main()
