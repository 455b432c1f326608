"""What a YAML file holds: texts, lists and keys, each with its line and column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Position(NamedTuple):
    """A place in a file; both count from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, exactly as it is written: `no` is "no", `1:20` is "1:20".

    `plain` is False where it stands in quotes or in a block (`|`, `>`).
    """

    at: Position
    text: str
    plain: bool = True

    @property
    def is_null(self) -> bool:
        """Say whether nothing was given: no value at all, `~` or `null`."""
        return self.plain and self.text in NULLS


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    at: Position
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file; no key comes twice."""

    at: Position
    entries: tuple[Entry, ...]

    def entry(self, key: str) -> Entry | None:
        """Return the entry of a key, None where it is missing or nothing was given."""
        for entry in self.entries:
            if entry.key.text == key and not is_null(entry.value):
                return entry
        return None

    def get(self, key: str) -> Node | None:
        """Return the value of a key, None where it is missing or nothing was given."""
        entry = self.entry(key)
        return entry.value if entry else None

    def replacing(self, key: str, value: Node) -> Mapping:
        """Return the same keys, with another value for one of them."""
        changed = (replace(e, value=value) if e.key.text == key else e for e in self.entries)
        return replace(self, entries=tuple(changed))


Node = Scalar | Listing | Mapping


def is_null(node: Node) -> bool:
    """Say whether a value was left empty."""
    return isinstance(node, Scalar) and node.is_null
