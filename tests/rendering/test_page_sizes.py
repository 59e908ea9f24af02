"""However many entries there are, and however close together: more of them make more pages, not heavier ones."""

import gzip

import pytest
from support.site import Site, dead_links, render

from dateline.rendering.sections import LONGEST

MOST = 150_000  # bytes of a page, gzipped
EVENTS = 650
_WORDS = (
    "harbour lantern ledger quay wagon thirty witness council north river granite signal morning treaty copper barrel "
    "engine station velvet orchard thunder marble corner window ferry summit canvas bishop carbon delta"
).split()


def sentence(number: int, length: int) -> str:
    """Words that are not those of any other number, as texts of authors are."""
    return " ".join(f"{_WORDS[number * (step + 7) % len(_WORDS)]}{number * (step + 3) % 89}" for step in range(length))


def event(number: int) -> str:
    """An event as authors write it: a text of 45 words, somebody who took part, a place, a status and a source."""
    return (
        f"  - date: 2019-05-{number % 31 + 1:02d}\n    title: {sentence(number, 6)}\n    slug: e{number}\n"
        f"    text: Ann Able {sentence(number, 45)} Ben Bold.\n    places: [rome]\n    status: alleged\n"
        f"    roles: [{{entity: ann, as: witness {number}, status: reported}}]\n"
        f"    sources: [{{title: Report {number}, publisher: The Post, url: 'https://example.org/{number}'}}]\n"
    )


@pytest.fixture(scope="module")
def site() -> Site:
    """A site on which everything happens in one month."""
    events = [event(number) for number in range(EVENTS)]
    told = (events[start : start + 50] for start in range(0, EVENTS, 50))
    articles = {
        f"articles/2019-06-{number % 28 + 1:02d}-a{number}.md": (
            f"---\ntitle: A {number}\nevents:\n{''.join(some)}---\nIt was.\n"
        )
        for number, some in enumerate(told)
    }
    people = {
        f"people/{name}.md": f"---\nname: {full}\n---\n" for name, full in (("ann", "Ann Able"), ("ben", "Ben Bold"))
    }
    return render({**articles, **people, "places/rome.md": "---\nname: Rome\n---\n"})


def test_no_page_of_a_timeline_is_heavier_than_it_may_be(site: Site) -> None:
    """That of the other order and those of tags and statuses are cut in the same way."""
    lists = {path: data for path, data in site.outputs.items() if path.startswith(("timeline/", "statuses/"))}
    sizes = {path: len(gzip.compress(data)) for path, data in lists.items()}
    assert max(sizes.values()) < MOST
    assert max(sizes.values()) > MOST / 10, "the entries weigh nothing: this shows nothing"


def test_every_entry_stands_on_one_of_the_pages(site: Site) -> None:
    """And each page leads to those before and after it."""
    parts = [path for path in site.outputs if path.startswith("timeline/2019/05/") and path.count("/") > 3]
    rows = [site.page(path).count('<li class="entry"') for path in parts]
    assert (sum(rows), max(rows)) == (EVENTS, LONGEST)
    assert dead_links(site) == []
