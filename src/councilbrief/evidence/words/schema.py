"""The JSON Schema of a file of a user's own phrases (draft 7): every group, with what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from councilbrief.documents.schema import DRAFT, Schema
from councilbrief.evidence.words import is_group, shipped, subjects
from councilbrief.evidence.words.about import about
from councilbrief.evidence.words.own_file import LONGEST
from councilbrief.yamlfile.scalars import TEXT

_GROUP = {"$ref": "#/definitions/group"}


def words_schema() -> Schema:
    """Return the schema of what `--words` takes."""
    every = {name: _below(shipped(name), (), about(name)) for name in subjects()}
    return {
        "$schema": DRAFT,
        "title": "Phrases of your own for councilbrief",
        **_keys(every),
        "definitions": {"group": _group()},
    }


def _below(tree: Mapping[str, Any], path: tuple[str, ...], said: Mapping[tuple[str, ...], str]) -> Schema:
    """Return the schema of a heading or a group, with what it is for where that is said."""
    described = {"description": said[path]} if path in said else {}
    if is_group(tree):
        return {**described, "allOf": [_GROUP]}
    return {**described, **_keys({key: _below(inner, (*path, key), said) for key, inner in tree.items()})}


def _keys(properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}


def _group() -> Schema:
    words = "Words to add. * stands for any ending, in groups that have such words."
    matches = "Texts to try them on: each holds one of the words, and each word stands in one."
    spares = "Texts in which nothing of this group must stand."
    return {
        **_keys({"words": _texts(words, LONGEST), "matches": _texts(matches), "spares": _texts(spares)}),
        "required": ["words", "matches"],
    }


def _texts(described: str, longest: int | None = None) -> Schema:
    most = {"maxLength": longest} if longest else {}
    item = {"type": TEXT, "minLength": 1, **most}
    return {"description": described, "type": "array", "minItems": 1, "items": item}
