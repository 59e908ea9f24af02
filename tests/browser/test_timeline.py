"""The timeline is narrowed by whatever readers choose together, and its address says what that is."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from support.built_site import build_into

from dateline.rendering.sections import LONGEST

pytestmark = pytest.mark.browser

FOUND = "#found .entry"
COUNT = "#filter summary .count"


@pytest.fixture
def timeline(page: Page, origin: str) -> str:
    """The timeline of the repository's own site, opened, and its address."""
    url = f"{origin}/repo/timeline/"
    page.goto(url)
    return url


@pytest.fixture
def filtered(page: Page, origin: str) -> Callable[[str], Locator]:
    """Opens the timeline as an address has it filtered, and returns the entries that it finds."""

    def go(query: str, page_of: str = "timeline/") -> Locator:
        page.goto(f"{origin}/repo/{page_of}{query}")
        expect(page.locator("#filter")).to_have_attribute("open", "")
        expect(page.locator(COUNT)).not_to_be_empty()
        return page.locator(FOUND)

    return go


def open_filter(page: Page) -> None:
    """Open the filter, and wait until it knows what there is."""
    page.locator("#filter summary").click()
    expect(page.locator(COUNT)).not_to_be_empty()


def counts(page: Page, facet: str) -> dict[str, int]:
    """Return the choices of a list that are shown, with the number beside each."""
    rows = page.locator(f"[data-facet={facet}] .choices label").all()
    return {row.locator("bdi").inner_text(): int(row.locator(".count").inner_text()) for row in rows}


def test_nothing_is_loaded_until_the_filter_is_opened(page: Page, timeline: str) -> None:
    """Then it tells how many entries there are, and the page stays as it is."""
    loaded = "() => performance.getEntriesByType('resource').filter((each) => each.name.includes('/timeline/'))"
    assert page.evaluate(f"({loaded})().length") == 0
    open_filter(page)
    expect(page.locator(COUNT)).to_have_text("18 of 18 entries")
    assert page.locator("#entries").is_visible()
    assert page.url == timeline


def test_choices_are_combined_and_each_says_what_would_remain(page: Page, timeline: str) -> None:
    """A number beside a choice is what is found once it is made; what nothing has any more is not offered."""
    open_filter(page)
    before = counts(page, "who")
    name, number = next(iter(before.items()))
    page.get_by_label(name).check()
    expect(page.locator(FOUND)).to_have_count(number)
    assert not page.locator("#entries").is_visible()
    after = counts(page, "where")
    place, fewer = next((place, count) for place, count in after.items() if 0 < count < number)
    page.get_by_label(place, exact=False).first.check()
    expect(page.locator(FOUND)).to_have_count(fewer)
    status = page.locator("select[name=status] option").nth(1)
    value, words = status.get_attribute("value"), status.inner_text()
    page.select_option("select[name=status]", value)
    expect(page.locator(FOUND)).to_have_count(int(words.rpartition("(")[2].strip(")")))
    assert all(count <= before.get(who, count) for who, count in counts(page, "who").items())
    assert page.url.startswith(f"{timeline}?status=")


def test_a_place_stands_for_everything_inside_it(filtered: Callable[[str], Locator]) -> None:
    """The country finds what is told of its towns."""
    towns = filtered("?where=places/culiacan").count()
    country = filtered("?where=places/mexico").all_inner_texts()
    assert 0 < towns < len(country)
    assert any("Ovidio Guzmán is released" in text for text in country)


@pytest.mark.usefixtures("timeline")
def test_words_are_found_without_their_diacritics(page: Page) -> None:
    """In titles, texts and names; the line is that of the page, its links too."""
    open_filter(page)
    page.get_by_label("Words").fill("CULIACAN")
    expect(page.locator(FOUND)).to_have_count(1)
    title = page.locator(f"{FOUND} .entry-title a")
    same = page.locator("#entries .entry-title a", has_text=title.inner_text())
    assert title.evaluate("(a) => a.href") == same.evaluate("(a) => a.href")
    row = same.locator("xpath=ancestor::li")
    strip = "(li) => li.textContent.replace(/\\s/g, '')"
    assert page.locator(FOUND).evaluate(strip) == row.evaluate(strip)
    hrefs = "(li) => [...li.querySelectorAll('a')].map((a) => a.href)"
    assert page.locator(FOUND).evaluate(hrefs) == row.evaluate(hrefs)


TOLD = (
    """(list) => [...list.querySelectorAll("h2, h3, li.entry")].map((each) => each.textContent.replace(/\\s/g, ""))"""
)
DRAWN = """(list) => [...list.querySelectorAll(".extent path")].map((path) => path.outerHTML)"""


@pytest.mark.parametrize("path", ["timeline/", "timeline/published/"])
def test_every_line_that_is_printed_is_as_the_page_has_it(page: Page, origin: str, path: str) -> None:
    """In the same order, under the same headings, drawn alike: nothing that the page says of an entry is lost."""
    page.goto(f"{origin}/repo/{path}?from=-999999")
    page.wait_for_function("() => document.querySelector('#found .entry-text')?.textContent.length > 40")
    static, found = (page.locator(name).evaluate(TOLD) for name in ("#entries", "#found"))
    assert len(static) - len(found) == (6 if path == "timeline/" else 0)  # four undated, under two headings
    assert [line for line in static if line in found] == found
    drawn = page.locator("#found").evaluate(DRAWN)
    assert page.locator("#entries").evaluate(DRAWN)[: len(drawn)] == drawn


def test_a_shared_address_finds_the_same(page: Page, filtered: Callable[[str], Locator]) -> None:
    """And shows what is chosen."""
    entries = filtered("?from=2020&to=2022-06&kind=person&order=newest")
    years = page.locator("#found .year-head h2").all_inner_texts()
    assert years == sorted(years, reverse=True)
    assert entries.count() > 1
    expect(page.locator("input[name=from]")).to_have_value("2020")
    expect(page.locator("input[name=kind][value=person]")).to_be_checked()
    expect(page.locator("select[name=order]")).to_have_value("newest")


def test_back_and_forward_undo_and_redo_a_choice(page: Page, timeline: str) -> None:
    """What is typed in one go is one step."""
    open_filter(page)
    page.get_by_label("Words").press_sequentially("police")
    page.locator("input[name=kind][value=group]").check()
    number = page.locator(FOUND).count()
    assert page.url == f"{timeline}?words=police&kind=group"
    page.go_back()
    expect(page.locator("input[name=kind][value=group]")).not_to_be_checked()
    assert page.url == f"{timeline}?words=police"
    page.go_back()
    expect(page.locator("#entries")).to_be_visible()
    assert page.url == timeline
    page.go_forward()
    page.go_forward()
    expect(page.locator(FOUND)).to_have_count(number)
    expect(page.get_by_label("Words")).to_have_value("police")


def test_the_strip_is_narrowed_with_the_arrow_keys(page: Page, timeline: str) -> None:
    """Each handle says where it stands, and none passes the other."""
    handle = page.get_by_role("slider", name="From")
    handle.press("ArrowRight")
    handle.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "March 2019")
    assert page.url == f"{timeline}?from=2019-03"
    last = page.get_by_role("slider", name="To")
    last.press("Home")
    expect(last).to_have_attribute("aria-valuetext", "March 2019")
    assert page.url == f"{timeline}?from=2019-03&to=2019-03"
    page.go_back()
    page.wait_for_url(f"{timeline}?from=2019-03")
    expect(last).to_have_attribute("aria-valuetext", "December 2024")


@pytest.mark.usefixtures("timeline")
def test_the_strip_is_narrowed_with_a_pointer(page: Page) -> None:
    """Dragging across it follows none of its links; a click on a bar still does."""
    box = page.locator(".brush .strip-span svg").bounding_box()
    assert box
    middle = box["y"] + box["height"] * 0.8
    page.mouse.move(box["x"] + box["width"] * 0.3, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.6, middle, steps=5)
    page.mouse.up()
    expect(page.locator(FOUND).first).to_be_visible()
    assert "?from=2020-" in page.url
    assert "&to=2022-" in page.url
    page.go_back()
    expect(page.locator("#entries")).to_be_visible()
    page.locator(".brush .strip-span a .hit").first.click()
    page.wait_for_url("**/timeline/#p*")


def test_the_other_order_shows_the_same_choice(page: Page, filtered: Callable[[str], Locator]) -> None:
    """Its link takes the choice along."""
    number = filtered("?who=groups/sinaloa-cartel").count()
    page.get_by_role("link", name="by when it was reported").click()
    page.wait_for_url("**/timeline/published/?who=groups/sinaloa-cartel")
    expect(page.locator(FOUND)).to_have_count(number)
    assert "happened" in page.locator("#found .date-note").first.inner_text()


def test_where_nothing_is_found_it_says_what_to_give_up(page: Page, filtered: Callable[[str], Locator]) -> None:
    """Each offer says how many entries it brings back, and does."""
    assert filtered("?words=lima&who=groups/sinaloa-cartel").count() == 0
    offers = page.locator("#found-nothing button")
    expect(offers).to_have_text(["without “lima” (3)", "without Sinaloa Cartel (0)"][:1])
    offers.first.click()
    expect(page.locator(FOUND)).to_have_count(3)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#entries")).to_be_visible()
    assert "?" not in page.url


@pytest.mark.usefixtures("timeline")
def test_an_unreadable_date_is_marked_and_narrows_nothing(page: Page) -> None:
    """Until it can be read."""
    open_filter(page)
    field = page.locator("input[name=from]")
    field.fill("20x")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(COUNT)).to_have_text("18 of 18 entries")
    field.fill("2023")
    expect(field).to_have_attribute("aria-invalid", "false")
    expect(page.locator(COUNT)).to_have_text("2 of 18 entries")


@pytest.mark.usefixtures("timeline")
def test_the_number_that_is_found_is_announced(page: Page) -> None:
    """Politely, when the reader pauses."""
    open_filter(page)
    page.get_by_label("Words").fill("culiacan")
    expect(page.get_by_role("status").first).to_have_text("1 of 18 entries")


@pytest.mark.usefixtures("timeline")
def test_keys_lead_from_entry_to_entry_only_in_the_list(page: Page) -> None:
    """Elsewhere they do what they do."""
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")
    page.locator("#entries").focus()
    titles = page.locator("#entries .entry-title a")
    page.keyboard.press("j")
    expect(titles.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(titles.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(titles.nth(0)).to_be_focused()
    open_filter(page)
    words = page.get_by_label("Words")
    words.press_sequentially("jk")
    expect(words).to_have_value("jk")


def test_it_is_filtered_from_a_disk(page: Page, web_folder: Path) -> None:
    """Links lead to files."""
    page.goto(f"{(web_folder / 'repo' / 'timeline' / 'index.html').as_uri()}?words=culiacan")
    expect(page.locator(FOUND)).to_have_count(1)
    page.locator(f"{FOUND} .entry-title a").click()
    expect(page.locator("h1")).to_contain_text("Ovidio")


def test_words_of_an_article_find_what_it_tells(page: Page, filtered: Callable[[str], Locator]) -> None:
    """Its title stands in each line that it tells, and so is looked at."""
    found = filtered("?words=goes free")
    told = page.locator("#entries .entry", has_text="told in Ovidio Guzmán goes free")
    assert told.count() > 1
    expect(found).to_have_count(page.locator("#entries .entry", has_text="goes free").count())


def test_what_is_found_leads_to_itself_even_where_its_dossier_is_cut(page: Page, tmp_path: Path) -> None:
    """What is told in an entity's own file, of which one page of the dossier could not hold all."""
    content = tmp_path / "content"
    for folder in ("people", "articles"):
        (content / folder).mkdir(parents=True)
    (content / "articles" / "2000-01-01-one.md").write_text("# One\n\nAnn Able sails.\n")
    (content / "site.toml").write_text('title = "Days"\nbase_url = "https://days.example/"\n')
    events = "".join(f"  - date: {1900 + year}\n    title: Day {year}\n" for year in range(LONGEST + 1))
    (content / "people" / "ann.md").write_text(f"---\nname: Ann Able\nevents:\n{events}---\n")
    build_into(tmp_path / "site", content)
    page.goto(f"{(tmp_path / 'site' / 'timeline' / 'index.html').as_uri()}?words=day 37")
    expect(page.locator(FOUND)).to_have_count(1)
    page.locator(f"{FOUND} .entry-title a").click()
    expect(page.locator("h1")).to_have_text("Day 37")


def test_without_scripts_everything_is_there(browser: Browser, origin: str) -> None:
    """No control that does nothing; the lists of names lead on."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{origin}/repo/timeline/?words=culiacan")
        assert page.locator("#entries .entry").count() == 18
        assert not page.locator("#filter").is_visible()
        assert page.locator(".handle").count() == 0
        page.locator("noscript a", has_text="Statuses").click()
        page.locator("main a", has_text="alleged").click()
        assert page.locator(".entry").count() > 1


def test_the_address_of_an_entry_is_copied(page: Page, timeline: str) -> None:
    """That of its own page; the button says so, and takes no more room than before."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator("#entries button.copy").first
    size = "(button) => [button.offsetWidth, button.offsetHeight]"
    before = button.evaluate(size)
    button.click()
    expect(button).to_have_text("copied")
    assert button.evaluate(size) == before
    expect(page.get_by_role("status").last).to_have_text("copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(timeline.replace("timeline/", "entries/"))
    page.goto(copied)
    assert page.locator("h1").inner_text()
    page.goto(f"{timeline}?words=culiacan")
    found = page.locator(f"{FOUND} button.copy")
    found.click()
    expect(found).to_have_text("copied")


@pytest.mark.parametrize("query", ["?kind=person&from=2020&order=newest", "?words=lima&who=groups/sinaloa-cartel"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation_in_what_is_found(browser: Browser, origin: str, query: str, width: int) -> None:
    """Nor where nothing is, with the filter open; and the page is no wider than its window."""
    with browser.new_context(color_scheme="dark", viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{origin}/repo/timeline/{query}")
        expect(page.locator(COUNT)).not_to_be_empty()
        page.locator("#filter").evaluate("(panel) => { panel.open = true; }")
        report = Axe().run(page)
        assert report.violations_count == 0, report.generate_report()
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
