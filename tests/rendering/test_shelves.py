"""A long list is cut into pages by decade, five years or year, and no address of one is lost while it grows."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.model.names import UrlPath
from dateline.rendering.shelves import LONGEST, Part, Shelf, cut_shelves, lead_on

TOP = UrlPath("articles/")
SIZES = st.dictionaries(st.none() | st.integers(1900, 2020), st.integers(1, LONGEST + 20), min_size=1, max_size=30)


def shelves(sizes: dict[int | None, int]) -> list[Shelf[str]]:
    """Return so much for each year, the newest first, the undated last."""
    years = sorted(sizes, key=lambda year: (year is None, -(year or 0)))
    return [(year, tuple(f"{year}.{number}" for number in range(sizes[year]))) for year in years]


def pages(sizes: dict[int | None, int]) -> dict[UrlPath, Part[str]]:
    """Return all pages below the top."""
    parts = cut_shelves(shelves(sizes), TOP)
    leading = lead_on(shelves(sizes), TOP, parts)
    assert not leading.keys() & parts.keys()
    return parts | leading


@given(SIZES)
def test_all_of_it_stands_on_one_page_each_and_none_is_too_long(sizes: dict[int | None, int]) -> None:
    """In its order; what leads on shows nothing itself."""
    parts = pages(sizes)
    shown = [[each for _, listed in part.here for each in listed] for part in parts.values()]
    assert all(len(page) <= LONGEST for page in shown)
    everything = [each for _, listed in shelves(sizes) for each in listed]
    assert [each for page in shown for each in page] == (everything if len(everything) > LONGEST else [])


@given(SIZES, st.integers(1900, 2020), st.integers(1, LONGEST))
def test_no_address_is_lost_while_more_is_added(sizes: dict[int | None, int], year: int, more: int) -> None:
    """A page of a span leads on to all that it held, once it would hold too much."""
    before, after = pages(sizes), pages(sizes | {year: sizes.get(year, 0) + more})
    assert before.keys() <= after.keys()
    for url, part in before.items():
        if part.span:
            led = [shelf for below in after[url].parts.values() for shelf in below.shelves]
            held = {year for year, _ in (led or after[url].shelves)}
            assert {year for year, _ in part.shelves} <= held


def test_a_decade_that_holds_too_much_leads_to_its_halves_and_years() -> None:
    """And to nothing outside it."""
    some = LONGEST // 2
    parts = pages({1989: 5, 1991: some, 1993: some, 1996: 10, 1997: LONGEST, 2001: 5})
    assert list(parts[UrlPath("articles/in-199x/")].parts) == [
        "articles/in-1997/",
        "articles/in-1996/",
        "articles/in-1990-1994/",
    ]
    assert [url for url, part in parts.items() if part.parts] == ["articles/in-199x/", "articles/in-1995-1999/"]
