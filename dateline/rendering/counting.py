"""Turn numbers into words: `3 entries`, `three entries`, `Ann, Ben and Cem`."""

from collections.abc import Sequence

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def plural(number: int, one: str, many: str) -> str:
    """Return the noun that goes with the number."""
    return one if number == 1 else many


def counted(number: int, one: str, many: str) -> str:
    """Return the number in figures and its noun: `1,204 entries`."""
    return f"{number:,} {plural(number, one, many)}"


def spelt(number: int) -> str:
    """Return the number in a running text: in words up to ten."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def spelt_count(number: int, one: str, many: str) -> str:
    """Return the number in a running text, and its noun: `four articles`."""
    return f"{spelt(number)} {plural(number, one, many)}"


def enumerated(names: Sequence[str]) -> str:
    """Return names as a running text lists them: `Ann, Ben and Cem`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
