"""Hold what templates see of the filter of a timeline."""

from dataclasses import dataclass

from dateline.rendering.parts import LinkView


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One choice of the filter."""

    value: str
    """What the script compares."""
    label: str
    """Words, and how many entries."""


@dataclass(frozen=True, slots=True)
class ChoiceGroupView:
    """Choices under one heading."""

    label: str
    """The heading: a kind in the plural."""
    choices: tuple[ChoiceView, ...]
    """By name."""


@dataclass(frozen=True, slots=True)
class FilterView:
    """The filter of a timeline, for its script."""

    count: int
    """How many entries the page has."""
    kinds: tuple[ChoiceView, ...]
    """Kinds that are named on the page."""
    who: tuple[ChoiceGroupView, ...]
    """Entities that are not places."""
    where: tuple[ChoiceView, ...]
    """Places."""
    years: tuple[ChoiceView, ...]
    """Years with entries."""
    registers: tuple[LinkView, ...]
    """Where a reader without scripts can go."""
