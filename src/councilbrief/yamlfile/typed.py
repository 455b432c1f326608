"""Nodes to a typed model: every complaint in plain words, at the place that it is about."""

from __future__ import annotations

import types
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from councilbrief.problems import Problem
from councilbrief.yamlfile.complaints import complaint, describe, instead, shown
from councilbrief.yamlfile.nodes import Listing, Mapping, Node, Position, Scalar, is_null

Step = str | int
Loc = tuple[Step, ...]


class Model(BaseModel):
    """A part of a YAML file: frozen, and closed to keys that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Places:
    """Where each value of a file and its key stand, by the path of keys and indexes."""

    nodes: dict[Loc, Node] = field(default_factory=dict)
    keys: dict[Loc, Position] = field(default_factory=dict)

    def value(self, loc: Loc) -> Position:
        """Return where a value stands, or what it would stand in."""
        while loc not in self.nodes:
            loc = loc[:-1]
        return self.nodes[loc].at

    def key(self, loc: Loc) -> Position:
        """Return where a key stands, or what it would stand in."""
        return self.keys.get(loc) or self.value(loc)

    def name(self, loc: Loc) -> str:
        """Return the key that an officer wrote for a value.

        A key that stands where its value does was put there to give a short form its full one.
        """
        steps = range(len(loc), 0, -1)
        written = (loc[:n] for n in steps if isinstance(loc[n - 1], str))
        names = (
            str(at[-1]) for at in written if at not in self.nodes or self.keys.get(at) != self.nodes[at].at
        )
        return next(names, "")


def typed(node: Node, model: type[M], file: str) -> tuple[M | None, tuple[Problem, ...], Places]:
    """Give a file's contents their types; without a model there is at least one problem.

    A key without a value counts as not given.
    """
    places = Places()
    data = _plain(node, (), places)
    try:
        return model.model_validate(data), (), places
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems = (_problem(detail, model, places, file) for detail in details)
        return None, tuple(problems), places


def _plain(node: Node, loc: Loc, places: Places) -> object:
    """Return a node as str, list and dict, and note the place of each part."""
    places.nodes[loc] = node
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case Listing():
            return [_plain(item, (*loc, index), places) for index, item in enumerate(node.items)]
        case Mapping():
            places.keys.update({(*loc, entry.key.text): entry.key.at for entry in node.entries})
            given = (entry for entry in node.entries if not is_null(entry.value))
            return {e.key.text: _plain(e.value, (*loc, e.key.text), places) for e in given}


def _problem(detail: ErrorDetails, model: type[Model], places: Places, file: str) -> Problem:
    """Word one of pydantic's complaints for an officer."""
    loc = detail["loc"]
    name = places.name(loc)
    found = places.nodes.get(loc)
    if detail["type"] == "extra_forbidden":
        keys = tuple(_kind(model, loc[:-1]).model_fields)
        message = f"unknown key {shown(name)}{instead(name, keys)}"
        return complaint("unknown-key", message, file, places.key(loc))
    if detail["type"] == "missing":
        return complaint("missing-key", f'the key "{name}" is missing', file, places.key(loc))
    if detail["type"] in {"enum", "literal_error"} and isinstance(found, Scalar):
        one = name.removesuffix("s")
        values = _values(_kind(model, loc))
        message = f"unknown {one} {shown(found.text)}{instead(found.text, values)}"
        return complaint(f"unknown-{one}", message, file, places.value(loc))
    if "-" in detail["type"]:
        return complaint(detail["type"], f"{name} {detail['msg']}", file, places.value(loc))
    what = f"{name or 'the file'} must be {_expected(detail['type'], name)}"
    message = f"{what}, not {describe(found)}" if found else what
    return complaint("wrong-type", message, file, places.value(loc))


def _expected(kind: str, name: str) -> str:
    """Say what should have stood there, by pydantic's name for the mistake."""
    if kind == "tuple_type":
        return f"a list ({name}: [one, two], or a line with a hyphen for each)"
    if kind.startswith(("model", "dict")):
        return "a group of keys"
    return "a text"


def _kind(model: type[Model], loc: Loc) -> type[Model]:
    """Return the type that a place in a model has."""
    kind: type[Model] = model
    for step in loc:
        if isinstance(step, str):
            kind = _core(kind.model_fields[step].annotation)
    return kind


def _core(annotation: object) -> type[Model]:
    """Return the type inside `X | None`, `tuple[X, ...]` and `Annotated[X, …]`."""
    while get_origin(annotation) in {Union, types.UnionType, tuple, Annotated}:
        annotation = get_args(annotation)[0]
    return annotation  # type: ignore[return-value]  # the caller knows which kind stands there


def _values(kind: object) -> tuple[str, ...]:
    """Return the values of an enumeration or a literal."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(kind)
    return tuple(str(value) for value in get_args(kind)) if get_origin(kind) is Literal else ()
