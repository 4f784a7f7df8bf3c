"""A group of values in the tree that templates see, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType


class Branch:
    """Values by name, as attributes: ``lenet.paper.C3``; ``str()`` is the path that reaches it.

    ``parts`` are known beforehand: whoever asks for one of them reads nothing.
    """

    def __init__(
        self,
        path: str,
        read: Callable[[], Mapping[str, object]],
        parts: Mapping[str, object] = MappingProxyType({}),
    ) -> None:
        self._path = path
        self._read = read
        self._parts = parts
        self._values: Mapping[str, object] | None = None

    def names(self) -> tuple[str, ...]:
        """What the group holds."""
        return tuple(self._entries())

    def _entries(self) -> Mapping[str, object]:
        if self._values is None:
            self._values = {**self._parts, **self._read()}
        return self._values

    def __getattr__(self, name: str) -> object:
        if name in self._parts:
            return self._parts[name]
        if name.startswith("_") or name not in self._entries():
            raise AttributeError(name)
        return self._entries()[name]

    def __str__(self) -> str:
        return self._path


def branch_of(path: str, values: Mapping[str, object]) -> Branch:
    """A group of values, whose own groups are mappings."""
    return Branch(
        path,
        lambda: {
            name: branch_of(f"{path}.{name}", value) if isinstance(value, Mapping) else value
            for name, value in values.items()
        },
    )


def names_of(value: object) -> tuple[str, tuple[str, ...]]:
    """What a message calls the value, and the names that it holds."""
    if isinstance(value, Branch):
        return str(value), value.names()
    if isinstance(value, Mapping):
        return "the mapping", tuple(str(key) for key in value)
    public = tuple(name for name in dir(value) if not name.startswith("_"))
    name = getattr(value, "__name__", repr(value))
    return str(name), public
