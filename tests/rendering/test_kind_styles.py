"""A kind that a site adds is drawn in its own colour, with its own mark and underline."""

from dateline.model.settings import KINDS, Kind
from dateline.rendering.kind_styles import kind_styles

VESSEL = Kind("vessel", "vessels", "Vessel", "Vessels", "Vehicle", "diamond", "dashed", "#7a4a00", "#e0b060")


def test_a_kind_has_its_colours_mark_and_underline() -> None:
    """In light and in dark."""
    css = kind_styles([VESSEL]).decode()
    assert ":root { --vessel: #7a4a00; }" in css
    assert "@media screen and (prefers-color-scheme: dark) { :root { --vessel: #e0b060; } }" in css
    assert "text-decoration: dashed underline 1px" in css
    assert "polygon(50% 0, 100% 50%, 50% 100%, 0 50%)" in css


def test_a_kind_without_a_colour_is_ink() -> None:
    """Ink follows light and dark by itself."""
    css = kind_styles([Kind("law", "laws", "Law", "Laws", "Legislation", "ring", "wavy")]).decode()
    assert ":root { --law: var(--ink); }" in css
    assert "@media" not in css


def test_a_known_kind_keeps_its_colour() -> None:
    """Where the site changes its words alone."""
    assert ":root" not in kind_styles([KINDS[0]]).decode()
