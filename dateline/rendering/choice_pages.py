"""Turn each tag and each status into pages of the entries that have it."""

from collections.abc import Iterator
from functools import partial

from dateline.indexes.records import Stamps
from dateline.indexes.timeline import build_timeline
from dateline.model.dataclass import dataclass
from dateline.rendering.citables import cite_page, view_cite
from dateline.rendering.edition import Edition
from dateline.rendering.families import Family, choice_url, choice_words, list_families
from dateline.rendering.keys import NOTHING, ingredients, stamp
from dateline.rendering.legend import make_legend
from dateline.rendering.linked_data import describe_list, entry_nodes
from dateline.rendering.parts import LinkView
from dateline.rendering.plan import PlannedPage
from dateline.rendering.sections import NO_TURNS, Section, Turns, all_sections, cut_timeline, turns_of
from dateline.rendering.timeline_pages import (
    count_in_order,
    part_links,
    section_key,
    trail_links,
    turns_key,
    view_turn,
    view_years,
)
from dateline.rendering.viewpoint import Viewpoint
from dateline.rendering.views import TimelineView


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page of the entries of one tag or status."""

    family: Family
    title: str
    section: Section
    turns: Turns


def plan_choices(edition: Edition) -> Iterator[PlannedPage]:
    """Return the pages of the entries of each tag, and of each status."""
    for family in list_families(edition):
        for leaf in _leaves(family, edition):
            make, key = partial(_page, edition, leaf), partial(_page_key, edition, leaf)
            yield PlannedPage(leaf.section.url, "timeline.html", make, key, family.url)


def _leaves(family: Family, edition: Edition) -> Iterator[_Leaf]:
    language, words = edition.content.settings.language, edition.words()
    for choice in family.choices:
        years = build_timeline(choice.entries).years
        whole = cut_timeline(years, choice_url(family, choice), language, words, by_spans=True)
        title = words.gettext(family.one, name=choice_words(family, choice, words))
        turns = turns_of(whole)
        for section in all_sections(whole):
            yield _Leaf(family, title, section, turns.get(section.url, NO_TURNS))


def _page_key(edition: Edition, leaf: _Leaf, stamps: Stamps) -> bytes:
    parts, section = ingredients(edition, stamps), leaf.section
    shown = NOTHING if section.parts else parts.lines(section.entries)
    return parts.page("timeline.html", shown, section_key(section), stamp(leaf.title), turns_key(leaf.turns))


def _page(edition: Edition, leaf: _Leaf) -> TimelineView:
    section, family = leaf.section, leaf.family
    viewpoint = Viewpoint(edition, section.url)
    entries = () if section.parts else section.entries
    title = ", ".join([leaf.title, *section.words[-1:]])
    standfirst = count_in_order(section.count, viewpoint.words)
    top = LinkView(leaf.title, "../" * len(section.words))
    trail = (LinkView(viewpoint.words.gettext(family.title), viewpoint.link(family.url)), *trail_links(section, top))
    nodes = entry_nodes(entries, viewpoint, placed=True)
    return TimelineView(
        site=viewpoint.site(),
        head=describe_list(viewpoint.head(title, standfirst), viewpoint, nodes, trail),
        trail=trail,
        standfirst=standfirst,
        clocks=(),
        strip=None,
        legend=make_legend(edition) if entries else (),
        filter=None,
        cite=view_cite(cite_page(section.url.strip("/"), title, viewpoint), viewpoint),
        years=view_years(section, viewpoint) if entries else (),
        parts=part_links(section, viewpoint),
        before=view_turn(leaf.turns[0], viewpoint),
        after=view_turn(leaf.turns[1], viewpoint),
    )
