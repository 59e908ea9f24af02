"""Turn classes of annotated fields into dataclasses, as the standard library does, at a tenth of what it takes there.

The standard decorator writes each method of each class as Python, and compiles it: for the 350 classes of this program
that took two fifths of the time in which a build starts. Here all classes share what is alike in them, and what is not,
`__init__`, is compiled when the first value of a class is made.
"""

import dataclasses
from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from reprlib import recursive_repr
from types import MethodType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

T = TypeVar("T")

_NOT_GIVEN = object()

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, slots: bool, order: bool = False, **more: bool) -> Callable[[type[T]], type[T]]:
        """Return what makes a dataclass of a class; `frozen` and `unsafe_hash` are as in the standard library."""
        return dataclasses.dataclass(slots=slots, order=order, **more) if order or not slots else partial(_make, **more)


def _make(plain: type[T], *, frozen: bool = False, unsafe_hash: bool = False) -> type[T]:
    own = vars(plain)
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(plain)
    setting = "set_{0}(self, {1})" if frozen else "self.{0} = {1}"
    shared = {"__init__": _Init(made, setting), "__repr__": _show, "__eq__": _equality(made)}
    for name, method in shared.items():
        if name not in own:
            setattr(made, name, method)
    if own.get("__hash__") is None:
        made.__hash__ = _hash(made) if frozen or unsafe_hash else None
    if frozen:
        made.__setattr__, made.__delattr__ = _refuse_setting, _refuse_deleting
        made.__getstate__, made.__setstate__ = _state, _set_state
    kind: type[T] = made
    return kind


class _Init:
    """Stands in the place of an `__init__` until somebody asks for it."""

    __slots__ = ("_made", "_setting")

    def __init__(self, made: Any, setting: str) -> None:
        self._made = made
        self._setting = setting

    def __get__(self, value: object | None, kind: type) -> Callable[..., None]:
        """Compile it, and leave the place to it."""
        compiled = self._made.__init__ = _compile_init(self._made, self._setting)
        return compiled if value is None else MethodType(compiled, value)


def _compile_init(made: type, setting: str) -> Callable[..., None]:
    """The `__init__` of a class; `setting` is how it sets a field, {0} its name, {1} its value."""
    fields = dataclasses.fields(made)
    known: dict[str, Any] = {"not_given": _NOT_GIVEN}
    known |= {f"set_{each.name}": getattr(made, each.name).__set__ for each in fields}
    known |= {f"default_{each.name}": each.default for each in fields}
    known |= {f"make_{each.name}": each.default_factory for each in fields}
    lines = [" " + setting.format(each.name, _value(each)) for each in fields if each.init or _has_default(each)]
    lines += [" self.__post_init__()"] if hasattr(made, "__post_init__") else [" pass"]
    head = f"def __init__({', '.join(_parameters(fields))}):"
    exec("\n".join([head, *lines]), known)  # noqa: S102 - names of fields of our own classes, as in the standard library
    init: Callable[..., None] = known["__init__"]
    init.__qualname__, init.__module__ = f"{made.__qualname__}.__init__", made.__module__
    init.__annotations__ = {each.name: each.type for each in fields if each.init} | {"return": None}
    return init


def _parameters(fields: tuple[dataclasses.Field[Any], ...]) -> Iterator[str]:
    yield "self"
    yield from (_parameter(each) for each in fields if each.init and not each.kw_only)
    named = [_parameter(each) for each in fields if each.init and each.kw_only]
    yield from ["*", *named] if named else ()


def _parameter(field: dataclasses.Field[Any]) -> str:
    if field.default_factory is not dataclasses.MISSING:
        return f"{field.name}=not_given"
    return f"{field.name}=default_{field.name}" if field.default is not dataclasses.MISSING else field.name


def _has_default(field: dataclasses.Field[Any]) -> bool:
    return not field.default is field.default_factory is dataclasses.MISSING


def _value(field: dataclasses.Field[Any]) -> str:
    name = field.name
    if field.default_factory is dataclasses.MISSING:
        return name if field.init else f"default_{name}"
    return f"make_{name}() if {name} is not_given else {name}" if field.init else f"make_{name}()"


def _compared(made: type) -> Callable[[object], tuple[object, ...]]:
    """What returns the fields of a value that make it equal to another."""
    names = [each.name for each in dataclasses.fields(made) if each.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _equality(made: type) -> Callable[[object, object], bool]:
    compared = _compared(made)

    def __eq__(self: object, other: object) -> bool:  # noqa: N807
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _hash(made: type) -> Callable[[object], int]:
    compared = _compared(made)

    def __hash__(self: object) -> int:  # noqa: N807
        return hash(compared(self))

    return __hash__


@recursive_repr()
def _show(self: Any) -> str:
    fields = (each for each in dataclasses.fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(f'{each.name}={getattr(self, each.name)!r}' for each in fields)})"


def _refuse_setting(self: object, name: str, value: object) -> NoReturn:  # noqa: ARG001
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deleting(self: object, name: str) -> NoReturn:  # noqa: ARG001
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, each.name) for each in dataclasses.fields(self)]


def _set_state(self: Any, state: list[object]) -> None:
    for each, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)
