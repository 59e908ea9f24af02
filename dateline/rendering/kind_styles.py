"""Turn the kinds that a site adds into a stylesheet: their colour, their mark and their underline."""

from collections.abc import Iterable

from dateline.model.settings import KINDS, Kind

KIND_STYLES = "kinds.css"
"""Its path below the assets."""

_KNOWN = frozenset(kind.name for kind in KINDS)
_UNDERLINES = {
    "double": "double underline 1px",
    "solid": "underline 1px",
    "dotted": "dotted underline 2px",
    "dashed": "dashed underline 1px",
    "wavy": "wavy underline 1px",
}
_MARKS = {
    "square": "border-radius: 0; clip-path: none;",
    "disc": "border-radius: 50%; clip-path: none;",
    "triangle": "border-radius: 0; clip-path: polygon(50% 0, 100% 100%, 0 100%);",
    "diamond": "border-radius: 0; clip-path: polygon(50% 0, 100% 50%, 50% 100%, 0 50%);",
    "ring": "border-radius: 50%; clip-path: none; background: none; border: .13em solid;",
}


def kind_styles(kinds: Iterable[Kind]) -> bytes:
    """Return the rules for these kinds as UTF-8."""
    rules = ["/* Made from the kinds in site.toml. */"]
    for kind in kinds:
        rules += [_light(kind), _dark(kind)]
    return ("\n".join(rule for rule in rules if rule) + "\n").encode()


def _light(kind: Kind) -> str:
    name = kind.name
    line, mark = _UNDERLINES[kind.underline], _MARKS[kind.mark]
    colour = kind.colour or ("" if name in _KNOWN else "var(--ink)")
    root = f":root {{ --{name}: {colour}; }}\n" if colour else ""
    faded = "color-mix(in srgb, currentColor 60%, transparent)"
    return (
        f"{root}"
        f"a.{name}, .kind.{name} {{ color: var(--{name}); text-decoration: {line} {faded}; }}\n"
        f".kind.{name} {{ text-decoration: none; }}\n"
        f".chip.{name}::before, .kind.{name}::before {{ {mark} }}"
    )


def _dark(kind: Kind) -> str:
    colour = kind.colour_dark or kind.colour
    if not colour:
        return ""
    return f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --{kind.name}: {colour}; }} }}"
