"""Dataclasses: they behave as those that the standard library makes."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from functools import partial
from inspect import signature
from typing import Any, ClassVar

import pytest

from dateline.model import dataclass as own

Maker = Callable[[type], type]
MAKERS: tuple[Any, ...] = own.dataclass, dataclasses.dataclass


def plain(make: Maker) -> Any:
    """Return a class with every kind of field."""

    @make
    class Plain:
        """It."""

        name: str
        rest: tuple[int, ...] = ()
        many: list[int] = dataclasses.field(default_factory=list)
        hidden: int = dataclasses.field(default=3, compare=False, repr=False)
        made: int = dataclasses.field(init=False, default=4)
        late: int = dataclasses.field(init=False, default_factory=lambda: 5)
        _: dataclasses.KW_ONLY
        named: str = "n"
        shared: ClassVar[int] = 7

    return Plain


def counted(make: Maker) -> Any:
    """Return a class that looks at its values when it has them, and says itself what it is equal to."""

    @make
    class Counted:
        """It."""

        number: int

        def __post_init__(self) -> None:
            if self.number < 0:
                raise ValueError(self.number)

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and self.number % 10 == other.number % 10

        def __repr__(self) -> str:
            return str(self.number)

    return Counted


def hashed(make: Maker) -> Any:
    """Return a class that says itself what its hash is."""

    @make
    class Hashed:
        """It."""

        number: int

        def __hash__(self) -> int:
            return 12

    return Hashed


def empty(make: Maker) -> Any:
    """Return a class without fields."""

    @make
    class Empty:
        """It."""

    return Empty


def told(act: Callable[[], object]) -> str:
    """Return what comes of an act: its value, or the error."""
    try:
        return repr(act())
    except Exception as error:  # noqa: BLE001 - whatever it is, it must be the same
        return f"{type(error).__name__}: {error}"


ACTS: dict[str, Callable[[Any], object]] = {
    "shown": lambda it: it("a", (1,), [2], named="m"),
    "defaults": lambda it: (it("a").hidden, it("a").made, it("a").late, it("a").many, it("a").shared),
    "not shared": lambda it: it("a").many is it("a").many,
    "nothing given": lambda it: it(),
    "too much given": lambda it: it("a", (), [], 1, "by place"),
    "unknown given": lambda it: it("a", other=1),
    "not to be given": lambda it: it("a", made=1),
    "equal": lambda it: (it("a") == it("a"), it("a") == it("b"), it("a") == ("a",)),
    "equal but for what is not compared": lambda it: it("a", hidden=1) == it("a", hidden=2),
    "hash": lambda it: hash(it("a", many=())) == hash(it("a", many=())),
    "hash of a list": lambda it: hash(it("a")),
    "set": lambda it: setattr(it("a"), "name", "b"),
    "delete": lambda it: delattr(it("a"), "name"),
    "replaced": lambda it: dataclasses.replace(it("a", (1,)), named="z"),
    "as a dict": lambda it: dataclasses.asdict(it("a", (1,))),
    "fields": lambda it: [(each.name, each.type) for each in dataclasses.fields(it)],
    "matched": lambda it: it.__match_args__,
    "slots": lambda it: (it.__slots__, hasattr(it("a"), "__dict__")),
    "copied": lambda it: (copy.copy(it("a", (1,))), copy.deepcopy(it("a", (1,)))),
    "told to others": lambda it: [(each.name, each.kind) for each in signature(it).parameters.values()],
    "name": lambda it: (it.__qualname__, it.__module__, it.__doc__),
}


def said_by_each(of: Callable[[Maker], Any], act: Callable[[Any], object], **options: bool) -> list[str]:
    """Return what comes of an act with a class of each maker."""
    classes = [of(maker(**{"slots": True, **options})) for maker in MAKERS]
    return [told(partial(act, each)) for each in classes]


@pytest.mark.parametrize("option", ["frozen", "unsafe_hash", "slots"])
@pytest.mark.parametrize("act", ACTS)
def test_a_value_does_what_a_standard_one_does(act: str, option: str) -> None:
    """Whatever is asked of it, mistakes among it."""
    here, standard = said_by_each(plain, ACTS[act], **{option: True})
    assert here == standard


OWN_ACTS: dict[str, tuple[Callable[[Maker], Any], Callable[[Any], object]]] = {
    "refused": (counted, lambda it: it(-1)),
    "own equality": (counted, lambda it: (it(12) == it(22), it(1) == it(2))),
    "own words": (counted, lambda it: it(12)),
    "hash beside own equality": (counted, lambda it: hash(it(1)) == hash(it(1))),
    "own hash": (hashed, lambda it: hash(it(3))),
    "one field": (hashed, lambda it: (it(1) == it(1), it(1) == it(2), it(1))),
    "no field": (empty, lambda it: (it() == it(), hash(it()) == hash(it()), it())),
}


@pytest.mark.parametrize("frozen", [True, False])
@pytest.mark.parametrize("act", OWN_ACTS)
def test_what_a_class_says_itself_stays(act: str, *, frozen: bool) -> None:
    """Its methods are not put aside."""
    of, do = OWN_ACTS[act]
    here, standard = said_by_each(of, do, frozen=frozen)
    assert here == standard


@own.dataclass(frozen=True, slots=True)
class Base:
    """A value that can be found by its name."""

    first: int


@own.dataclass(frozen=True, slots=True)
class Further(Base):
    """One with another field than that of its base."""

    second: tuple["Further", ...] = ()


def test_a_value_is_pickled_and_had_back() -> None:
    """Though it cannot be altered."""
    value = Further(1, (Further(2),))
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - the test's own bytes


def test_fields_of_a_base_come_first() -> None:
    """And are set, compared and shown as the others."""
    assert repr(Further(1, (Further(2),))) == "Further(first=1, second=(Further(first=2, second=()),))"
    assert Further(1) != Further(2)
    assert Base(1) != Further(1)
    assert dataclasses.replace(Further(1), first=2) == Further(2)


def test_a_value_that_holds_itself_is_shown() -> None:
    """Once."""

    @own.dataclass(slots=True)
    class Knot:
        """It."""

        inside: list["Knot"]

    knot = Knot([])
    knot.inside.append(knot)
    assert repr(knot).endswith("Knot(inside=[...])")


def test_ordered_values_are_those_of_the_standard_library() -> None:
    """There are so few of them."""

    @own.dataclass(frozen=True, slots=True, order=True)
    class Place:
        """It."""

        number: int

    assert sorted([Place(2), Place(1)]) == [Place(1), Place(2)]
