"""The pages of a preview that are open: each is told of what it shows, at once, and of nothing else."""

import asyncio
import random
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from support.previewing import PATIENCE, await_true, fetch, free_port, listen, token_of
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from dateline.publishing.rebuilding import Changed
from dateline.publishing.serve import Preview, serve


@dataclass(slots=True)
class Site:
    """A site whose pages are copies of its sources, and that says when a build begins and may end."""

    folder: Path
    port: int = field(default_factory=free_port)
    stop: Event = field(default_factory=Event)
    begun: Event = field(default_factory=Event)
    may_end: Event = field(default_factory=Event)

    def save(self, name: str, text: str) -> None:
        """Save a source, whole at once: a build that reads it half would show what nobody saved."""
        whole = self.folder / name
        whole.write_text(text, encoding="utf-8")
        whole.replace(self.folder / "content" / name)

    def build(self, _changed: frozenset[Path]) -> Changed:
        """Copy what differs."""
        self.begun.set()
        assert self.may_end.wait(PATIENCE)
        return Changed(frozenset(filter(self._copy, ("one.html", "two.html", "style.css"))), ())

    def _copy(self, name: str) -> bool:
        source, copy = self.folder / "content" / name, self.folder / "site" / name
        text = source.read_bytes()
        if copy.exists() and copy.read_bytes() == text:
            return False
        whole = copy.with_suffix(".new")  # a page is read while it is built: as with a real build, never half
        whole.write_bytes(text)
        whole.replace(copy)
        return True

    def token(self, path: str = "/one.html") -> str:
        """Return what a page bears that is loaded now."""
        return token_of(fetch(self.port, path))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A site that is served by this process."""
    made = Site(tmp_path)
    for folder in ("content", "site"):
        (tmp_path / folder).mkdir()
    for name in ("one", "two"):
        made.save(f"{name}.html", '<head><link rel="stylesheet" href="style.css"></head>0')
    made.save("style.css", "p {}")
    made.may_end.set()
    started = Event()
    preview = Preview(
        tmp_path / "site", (tmp_path / "content",), made.build, lambda _: started.set(), made.port, stop=made.stop
    )
    thread = threading.Thread(target=serve, args=(preview,))
    thread.start()
    assert started.wait(PATIENCE)
    yield made
    made.stop.set()
    thread.join()


def run(work: Callable[[], Awaitable[None]]) -> None:
    """Run in a thread of its own: tests in a browser leave a loop running in this one."""

    async def awaited() -> None:
        await work()

    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, awaited()).result()


def test_a_page_is_reloaded_only_where_it_differs(site: Site) -> None:
    """What the second page hears first is of its own change, which came after that of the first."""

    async def work() -> None:
        one, two = await listen(site.port, "/one.html"), await listen(site.port, "/two.html")
        site.save("one.html", "1")
        assert await one.hear() == "one.html"
        site.save("two.html", "1")
        assert await two.hear() == "two.html"
        await one.end()
        await two.end()

    run(work)


def test_a_save_that_changes_no_output_tells_nobody(site: Site) -> None:
    """The first thing heard is of the save after it."""

    async def work() -> None:
        page = await listen(site.port, "/one.html")
        site.begun.clear()
        site.save("one.html", (site.folder / "content/one.html").read_text("utf-8"))
        assert await asyncio.to_thread(site.begun.wait, PATIENCE)
        site.save("style.css", "p { color: red }")
        assert await page.hear() == "style.css"
        await page.end()

    run(work)


def test_the_preview_answers_while_a_build_runs_and_builds_again_after_it(site: Site) -> None:
    """The page shows the site before; a save that comes in the meantime is built next."""

    async def work() -> None:
        page = await listen(site.port, "/two.html")
        site.may_end.clear()
        site.begun.clear()
        site.save("one.html", "1")
        assert await asyncio.to_thread(site.begun.wait, PATIENCE)
        assert (await asyncio.to_thread(fetch, site.port, "/one.html")).text.endswith("</head>0")
        site.save("two.html", "2")
        site.may_end.set()
        assert await page.hear() == "two.html"
        await page.end()

    run(work)


def test_a_page_that_was_loaded_before_a_build_is_told_once_it_listens(site: Site) -> None:
    """The build may end between the two. A page of another preview is reloaded, whatever it shows."""
    token = site.token()
    site.save("one.html", "1")
    await_true(lambda: site.token() != token)

    async def work() -> None:
        before, other = await listen(site.port, "/one.html", token), await listen(site.port, "/one.html", "0000-0")
        assert await before.hear() == "one.html"
        assert await other.hear() == "*"
        await before.end()
        await other.end()

    run(work)


def test_the_last_of_many_saves_is_shown(site: Site) -> None:
    """At random distances; the page asks anew whenever it is told to, as a browser does."""
    chance = random.Random(4)  # noqa: S311 - no secret

    async def save_many() -> None:
        for number in range(1, 21):
            site.save("one.html", f"Save {number}.")
            await asyncio.sleep(chance.uniform(0.02, 0.1))

    async def work() -> None:
        saving = asyncio.create_task(save_many())
        while "Save 20." not in (shown := await asyncio.to_thread(fetch, site.port, "/one.html")).text:
            page = await listen(site.port, "/one.html", token_of(shown))
            await page.hear()
            await page.end()
        await saving

    run(work)


def test_a_page_from_elsewhere_is_refused(site: Site) -> None:
    """It could learn which pages its visitor writes."""

    async def work() -> None:
        address = f"ws://127.0.0.1:{site.port}/livereload"
        with pytest.raises(HTTPClientError, match="403"):
            await websocket_connect(HTTPRequest(address, headers={"Origin": "https://evil.example"}))

    run(work)
