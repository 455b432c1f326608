"""A user's own phrases, and that one process knows only one set of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Own:
    """The words that a file of a user's own adds to groups, by the groups' keys.

    `path` is absolute; `sha256` is that of the file's bytes.
    """

    path: Path
    sha256: str
    added: Mapping[tuple[str, ...], tuple[str, ...]] = field(repr=False)

    @property
    def name(self) -> str:
        """Return the name by which briefings speak of the file."""
        return self.path.name


class SettledError(RuntimeError):
    """The finders of this process were loaded with other phrases, and keep them; use another process."""


@dataclass(slots=True)
class _Force:
    """The phrases in force, and whether anybody has been given any."""

    own: Own | None = None
    taken: bool = False


_FORCE = _Force()


def use(own: Own | None) -> None:
    """Have phrases of a user's own used by all finders of this process, before any is loaded.

    Finders compile what they know when they are imported. Raises SettledError where they
    have been given other phrases already, so that one result never mixes the two.
    """
    if own == _FORCE.own:
        return
    if _FORCE.taken:
        msg = "the finders of this process know other phrases already; call `use` before they are imported"
        raise SettledError(msg)
    _FORCE.own = own


def in_force() -> Own | None:
    """Return the user's own phrases that finders know, None where there are none."""
    return _FORCE.own


def read() -> dict[Path, str]:
    """Return the file with the user's own phrases, if there is one, and the digest that it had."""
    return {_FORCE.own.path: _FORCE.own.sha256} if _FORCE.own else {}


def digest() -> str:
    """Return the digest of the file with the user's own phrases, nothing where there is none."""
    return _FORCE.own.sha256 if _FORCE.own else ""


def taken() -> Own | None:
    """Return what is in force to somebody who keeps it; from then on it stays so."""
    _FORCE.taken = True
    return _FORCE.own
