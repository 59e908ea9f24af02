"""Processes share the work, and nobody can tell from what comes of it."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from dateline.linking.linker import open_site
from dateline.model.edtf import parse_edtf
from dateline.model.names import EntityId
from dateline.model.problem import DatelineError
from dateline.model.settings import Settings
from dateline.model.source import Sources
from dateline.publishing.crew import Crew, Hands, part_of, read_and_link
from dateline.publishing.desk import Batch, Orders, Share, Surroundings
from dateline.publishing.keeping import LostError
from dateline.publishing.sources import FoundFile, find_content
from dateline.reading.articles import Candidate
from dateline.reading.entities import read_registry
from dateline.reading.markdown_links import Targets
from dateline.reading.references import References

STARTS = [start for start in ("fork", "spawn") if start in multiprocessing.get_all_start_methods()]
NOWHERE = Targets({}, frozenset())
by_start = pytest.mark.parametrize("start", STARTS)


def count(channel: Connection, most: int) -> None:
    """Send numbers."""
    for number in range(most):
        channel.send(number)


def echo(channel: Connection) -> None:
    """Send back what is told."""
    channel.send("ready")
    channel.send(channel.recv())


def fail(channel: Connection, error: Exception) -> None:
    """Send a number, and then fail."""
    channel.send(1)
    raise error


def wait_for_ever(channel: Connection) -> None:
    """Send the number of this process, and wait."""
    channel.send(os.getpid())
    channel.recv()


@by_start
def test_everything_that_is_sent_arrives(start: str) -> None:
    """In no certain order among the processes."""
    hands = Hands(3, start=start)
    with Crew[int]([(count, (most,)) for most in (3, 0, 2)], hands) as crew:
        assert sorted(crew.gather()) == [0, 0, 1, 1, 2]


@by_start
def test_what_this_process_makes_comes_too(start: str) -> None:
    """Beside what the others send, however much or little each of them does."""
    for own in ([], [10], [*range(10, 20)]):
        with Crew[int]([(count, (most,)) for most in (3, 0)], Hands(3, start=start)) as crew:
            found = list(crew.gather_beside(iter(own)))
        assert [each for each in found if each >= 10] == own
        assert sorted(each for each in found if each < 10) == [0, 1, 2]


def test_a_fault_of_this_process_stops_the_others() -> None:
    """They would wait for ever."""
    crew = Crew[int]([(wait_for_ever, ())], Hands(2, start=STARTS[0]))
    with pytest.raises(ZeroDivisionError), crew:
        list(crew.gather_beside(1 // each for each in (1, 0)))
    assert [process.exitcode is None for process in crew._processes] == [False]


@pytest.mark.parametrize("processes", [2, 3, 4])
def test_everything_is_shared_out_once(processes: int) -> None:
    """And this process, which also gathers, has the least to do."""
    share = Share({str(number): FoundFile("", 0, 0) for number in range(500)}, tuple(map(EntityId, "abcdefghij")))
    parts = [part_of(share, number, processes) for number in range(processes)]
    assert sorted(path for part in parts for path in part.files) == sorted(share.files)
    assert sorted(entity for part in parts for entity in part.entities) == sorted(share.entities)
    assert len(parts[0].files) < min(len(part.files) for part in parts[1:])


def test_each_is_told_the_same() -> None:
    """After each has sent what it had to."""
    with Crew[str]([(echo, ()), (echo, ())], Hands(2, start=STARTS[0])) as crew:
        assert list(crew.gather_one_each()) == ["ready", "ready"]
        crew.tell("go")
        assert list(crew.gather()) == ["go", "go"]


@pytest.mark.parametrize("error", [DatelineError("no such file"), LostError(), FileNotFoundError(2, "gone")], ids=type)
def test_what_stops_one_process_stops_the_build(error: Exception) -> None:
    """With the same error as if there were one process only."""
    crew = Crew[int]([(fail, (error,)), (wait_for_ever, ())], Hands(2, start=STARTS[0]))
    with pytest.raises(type(error)) as raised, crew:
        list(crew.gather())
    assert str(raised.value) == str(error)


@pytest.mark.parametrize("first", [True, False])
def test_a_process_that_dies_is_noticed(first: bool) -> None:
    """What it did before is no whole."""
    crew = Crew[str]([(die_at_once if first else die_when_told, ())], Hands(1, start=STARTS[0]))
    with pytest.raises(RuntimeError, match="ended before its work was done"):
        talk(crew)


def talk(crew: Crew[str]) -> None:
    """Hear, tell, and hear the rest."""
    with crew:
        list(crew.gather_one_each())
        crew.tell("go")
        list(crew.gather())


def die_at_once(channel: Connection) -> None:
    """End before anything is sent, as a process does that the system ends."""
    channel.close()
    os._exit(3)


def die_when_told(channel: Connection) -> None:
    """End after something was sent."""
    channel.send("ready")
    channel.recv()
    os._exit(3)


def test_one_that_has_ended_cannot_be_told() -> None:
    """It has heard nothing."""
    crew = Crew[str]([(count, (0,))], Hands(1, start=STARTS[0]))
    for process in crew._processes:
        process.join()
    with pytest.raises(RuntimeError, match="ended before its work was done"):
        crew.tell("x" * 1_000_000)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody says which processes there are")
def test_no_process_outlives_its_parent() -> None:
    """Though the parent was killed, and could tell nobody."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    parent = multiprocessing.get_context("spawn").Process(target=hold_two, args=(there,))
    parent.start()
    children = [here.recv(), here.recv()]
    assert parent.pid is not None
    os.kill(parent.pid, signal.SIGKILL)
    parent.join()
    deadline = time.monotonic() + 20
    while any(is_alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [child for child in children if is_alive(child)] == []


def hold_two(channel: Connection) -> None:
    """Keep two processes waiting, and tell their numbers."""
    with Crew[int]([(wait_for_ever, ()), (wait_for_ever, ())], Hands(2, start=STARTS[0])) as crew:
        for number in crew.gather_one_each():
            channel.send(number)
        channel.recv()


def is_alive(process: int) -> bool:
    """Whether there is a process of this number that has not ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_few_pieces_of_work_are_done_alone() -> None:
    """Another process takes a while to start."""
    assert [Hands(4, 10).for_work(pieces) for pieces in (0, 1, 19, 20, 39, 40, 1000)] == [1, 1, 1, 2, 3, 4, 4]
    assert Hands(1, 10).for_work(1000) == 1
    assert Hands(None, 1).for_work(1000) >= 1


ARTICLES = {
    "articles/2020-01-01-a.md": "Ana Gil wrote [[ana]].",
    "articles/2020-01-02-b.md": "Nobody.",
    "articles/2020-01-03-c.md": "Gil, and Ana Gil.",
}


def work(folder: Path, hands: Hands, born: str = "1999", paths: Iterable[str] = ARTICLES) -> dict[str, list[Any]]:
    """Read and link articles and an entity, and return what is known of each by path, and of all candidates."""
    for path, text in ARTICLES.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"---\ntitle: A\n---\n{text}\n", encoding="utf-8")
    registry, _ = read_registry({"people/ana.md": f"---\nname: Ana Gil\nborn: {born}\n---\n".encode()}, Settings(), "c")
    site = open_site(registry, Settings(), NOWHERE)
    found = find_content(folder).texts
    around = Surroundings(Sources({}), Settings(), References.to(registry), site, folder / "memory")
    heard: list[Candidate] = []

    def settle(candidates: Iterable[Candidate]) -> Orders:
        heard.extend(candidates)
        return Orders(frozenset(path for path in ARTICLES if not path.endswith("b.md")), NOWHERE)

    share = Share(
        {path: found.get(path, FoundFile(str(folder / path), 0, 0)) for path in paths}, (registry.entities[0].id,)
    )
    batches = list(read_and_link(share, around, settle, hands, lambda *_: None))
    known: dict[str, list[Any]] = {"candidates": sorted(candidate.path for candidate in heard)}
    for batch in batches:
        known |= facts_of(batch)
    return dict(sorted(known.items()))


def facts_of(batch: Batch) -> dict[str, list[Any]]:
    """Return what a batch says, but for where its long parts are."""
    articles = [each.kept for each in batch.articles]
    return {
        **{each.record.path: [each.record, each.stamp, each.text_stamp, each.trace.is_by_hand] for each in articles},
        **{each.kept.entity.id: [each.kept.entity, each.kept.body] for each in batch.entities},
    }


@by_start
def test_it_does_not_matter_who_did_what(tmp_path: Path, start: str) -> None:
    """Every article is heard, and those that are published, and the entities, are linked."""
    alone = work(tmp_path, Hands(1))
    assert [*alone] == ["articles/2020-01-01-a.md", "articles/2020-01-03-c.md", "candidates", "people/ana"]
    assert alone["candidates"] == [*ARTICLES]
    assert work(tmp_path, Hands(3, fewest=1, start=start)) == alone


def test_a_file_that_cannot_be_read_stops_the_build(tmp_path: Path) -> None:
    """Also where another process has stumbled over it."""
    for hands in (Hands(1), Hands(2, fewest=1, start=STARTS[0])):
        with pytest.raises(DatelineError, match=r"cannot read '.*gone.md'"):
            work(tmp_path, hands, paths=[*ARTICLES, "articles/gone.md"])


def test_what_bytes_cannot_say_comes_back_all_the_same(tmp_path: Path) -> None:
    """A year of more than 64 bits."""
    year = "Y99999999999999999999"
    alone, together = (work(tmp_path, hands, year) for hands in (Hands(1), Hands(2, fewest=1, start=STARTS[0])))
    assert together == alone
    assert parse_edtf(year) == together["people/ana"][0].born
