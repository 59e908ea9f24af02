"""The home page names those of each kind who appear with the most others, as if everybody had been counted."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.keyed import edition_of

from dateline.rendering.home_page import CONNECTED, plan_home
from dateline.rendering.views import HomeView

NAMES = ("Ann Able", "Ben Bold", "Cem Cray", "Dan Dull", "Eva Even", "Fay Fair", "Gus Grim", "Hal Hurt")
PEOPLE = {f"people/{name[:3].lower()}.md": f"---\nname: {name}\n---\n" for name in NAMES}


def connected(articles: dict[str, str]) -> list[tuple[str, str]]:
    """Return who is named on the home page, and with how many others they are."""
    (page,) = plan_home(edition_of(PEOPLE | articles))
    view = page.make_view()
    assert isinstance(view, HomeView)
    return [(row.chip.name, row.count) for group in view.connected for row in group.rows]


@pytest.mark.property
@settings(max_examples=30)
@given(st.lists(st.sets(st.sampled_from(NAMES)), max_size=8))
def test_those_with_most_others_come_first(casts: list[set[str]]) -> None:
    """Of as many, by name; only the first of them."""
    articles = {
        f"articles/{number}.md": f"---\ntitle: {number}\ndate: 2020-01-01\n---\n{'. '.join(sorted(cast))}.\n"
        for number, cast in enumerate(casts)
    }
    others = {name: set().union(*(cast for cast in casts if name in cast)) - {name} for name in NAMES}
    expected = sorted(
        ((name, str(len(found))) for name, found in others.items()), key=lambda each: (-int(each[1]), each)
    )
    assert connected(articles) == expected[:CONNECTED]
