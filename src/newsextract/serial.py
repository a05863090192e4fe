"""dataclass <-> JSON types, for any frozen dataclass: a ``Form`` for each type says how it is written and read."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Protocol, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

DAY_LENGTH = len("2001-02-03")
"""A moment in so many characters is a day; with a time of day it is longer."""


def dump(value: Any) -> Any:
    """Return a dataclass as JSON types: enums by value, dates in ISO 8601, tuples as lists, None as None.

    Every field is written, driven by its type hint. Raises TypeError for a type that has no form in JSON.
    """
    kind: Any = type(value)
    return form(kind).write(value)


def load(kind: type[T], data: Any) -> T:
    """Build a ``kind`` from what ``dump`` wrote: ``load(kind, dump(value)) == value``.

    Unknown keys are passed over, missing ones take the field's default. Raises ValueError, which names the path
    (``Article.blocks[3].kind``), for a value of the wrong form and for a missing key without a default.
    """
    hint: Any = kind
    value: T = form(hint).read(data, kind.__name__)
    return value


class Form(Protocol):
    """How the values of one type are written as JSON types and read back."""

    def write(self, value: Any) -> Any:
        """Return a value of the type as JSON types."""

    def read(self, data: Any, path: str) -> Any:
        """Return the value that was written; raises ValueError, with the path, where nothing of the type was."""


@cache
def form(hint: Any) -> Form:
    """Return the form of a type hint; raises TypeError where JSON has none for it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _either(arguments)
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return Many(form(arguments[0]))
    if origin is Mapping:
        return Named(form(arguments[1]))
    if hint in (datetime, date):
        return Moment((hint,))
    if hint in (str, int, float, bool):
        return Plain(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Choice(hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    raise TypeError(f"{hint!r} has no form in JSON")


@dataclass(frozen=True, slots=True)
class Plain:
    """str, int, float or bool: what JSON has of its own. A float may come as a whole number."""

    kind: type

    def write(self, value: Any) -> Any:
        """Return the value as it is."""
        return value

    def read(self, data: Any, path: str) -> Any:
        """Return the value as it is; True is no number."""
        if type(data) is self.kind:
            return data
        if self.kind is float and type(data) is int:
            return float(data)
        raise _wrong(path, data, self.kind.__name__)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a datetime, or either of them, in ISO 8601."""

    kinds: tuple[type, ...]

    def write(self, value: date) -> str:
        """Return "2001-02-03" of a date, "2001-02-03T04:05:06+01:00" of a datetime."""
        return value.isoformat()

    def read(self, data: Any, path: str) -> date:
        """Return a date of ten characters, of more a datetime."""
        kind = date if isinstance(data, str) and len(data) == DAY_LENGTH else datetime
        expected = f"an ISO 8601 {' or '.join(kind.__name__ for kind in self.kinds)}"
        if kind not in self.kinds or not isinstance(data, str):
            raise _wrong(path, data, expected)
        try:
            return kind.fromisoformat(data)
        except ValueError:
            raise _wrong(path, data, expected) from None


@dataclass(frozen=True, slots=True)
class Choice:
    """A member of an enum, by its value."""

    kind: type[Enum]

    def write(self, value: Enum) -> Any:
        """Return the member's value."""
        return value.value

    def read(self, data: Any, path: str) -> Enum:
        """Return the member of that value."""
        try:
            return self.kind(data)
        except ValueError:
            raise _wrong(path, data, f"a {self.kind.__name__}") from None


@dataclass(frozen=True, slots=True)
class Maybe:
    """None, or a value of the inner form."""

    inner: Form

    def write(self, value: Any) -> Any:
        """Return None for None."""
        return None if value is None else self.inner.write(value)

    def read(self, data: Any, path: str) -> Any:
        """Return None for None."""
        return None if data is None else self.inner.read(data, path)


@dataclass(frozen=True, slots=True)
class Many:
    """A tuple of any length, as a list."""

    item: Form

    def write(self, value: Any) -> list[Any]:
        """Return the list of the written items."""
        write = self.item.write
        return [write(item) for item in value]

    def read(self, data: Any, path: str) -> tuple[Any, ...]:
        """Return the tuple of the items of a list."""
        if not isinstance(data, list | tuple):
            raise _wrong(path, data, "a list")
        return tuple(self.item.read(item, f"{path}[{at}]") for at, item in enumerate(data))


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping from names to values, as an object."""

    item: Form

    def write(self, value: Any) -> dict[str, Any]:
        """Return the object of the written values."""
        return {name: self.item.write(item) for name, item in value.items()}

    def read(self, data: Any, path: str) -> dict[str, Any]:
        """Return the dict of an object's values."""
        if not isinstance(data, Mapping):
            raise _wrong(path, data, "an object")
        return {name: self.item.read(item, f"{path}.{name}") for name, item in data.items()}


@dataclass(frozen=True, slots=True)
class Record:
    """A dataclass, as an object with all its fields.

    deep: the fields whose values JSON does not have as they are; to write only these makes ``dump`` twice as fast.
    """

    kind: type
    forms: Mapping[str, Form]
    deep: tuple[tuple[str, Form], ...]
    required: frozenset[str]

    def write(self, value: Any) -> dict[str, Any]:
        """Return the object, its keys in the order of the fields."""
        written = {name: getattr(value, name) for name in self.forms}
        for name, inner in self.deep:
            written[name] = inner.write(written[name])
        return written

    def read(self, data: Any, path: str) -> Any:
        """Return the dataclass of an object."""
        if not isinstance(data, Mapping):
            raise _wrong(path, data, "an object")
        if missing := sorted(self.required - data.keys()):
            raise ValueError(f"{path}: {', '.join(missing)} missing")
        given = {name: inner.read(data[name], f"{path}.{name}") for name, inner in self.forms.items() if name in data}
        return self.kind(**given)


def _either(kinds: tuple[Any, ...]) -> Form:
    given = tuple(kind for kind in kinds if kind is not types.NoneType)
    if set(given) == {datetime, date}:
        inner: Form = Moment(given)
    elif len(given) == 1:
        inner = form(given[0])
    else:
        raise TypeError(f"{given!r}: JSON does not tell these types apart")
    return inner if len(given) == len(kinds) else Maybe(inner)


def _record(kind: Any) -> Record:
    hints = get_type_hints(kind)
    forms = {item.name: form(hints[item.name]) for item in fields(kind)}
    deep = tuple((name, inner) for name, inner in forms.items() if not _is_json(inner))
    required = (item.name for item in fields(kind) if item.default is MISSING and item.default_factory is MISSING)
    return Record(kind, forms, deep, frozenset(required))


def _is_json(inner: Form) -> bool:
    return isinstance(inner.inner if isinstance(inner, Maybe) else inner, Plain)


def _wrong(path: str, data: Any, expected: str) -> ValueError:
    shown = repr(data) if isinstance(data, str | int | float | None) else type(data).__name__
    return ValueError(f"{path}: {expected} expected, not {shown[:80]}")
