"""The JSON Schema of `sources.yaml`, and how a typed model becomes one that editors read (draft 7)."""

from __future__ import annotations

import json
from typing import Any

from councilbrief.documents.manifest import DATES, DateGiven, Manifest
from councilbrief.yamlfile.typed import Model

# The schema of a schema is no business of ours: values may be of any JSON kind.
Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
# What pydantic adds for itself: names of classes, and defaults as they are inside.
INNER = frozenset({"title", "default", "$defs"})


def sources_schema() -> Schema:
    """Return the schema of `sources.yaml` as people write it: a date may stand alone."""
    schema = draft7(Manifest, "A library of documents for councilbrief")
    document = part(schema, "properties", "documents", "items", "properties")
    plain = part(draft7(DateGiven, ""), "properties", "date")
    for key in DATES:
        also = document[key]["anyOf"]
        document[key]["anyOf"] = [plain, *also]
    return schema


def draft7(model: type[Model], title: str) -> Schema:
    """Return a model's schema without references, each property with its description.

    An optional key may be left empty.
    """
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    return {"$schema": DRAFT, "title": title, **_inlined(schema, definitions)}


def written(schema: Schema) -> str:
    """Write a schema as the file that is shipped."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def part(schema: Schema, *keys: str) -> Schema:
    """Return what stands below some keys of a schema."""
    for key in keys:
        schema = schema[key]
    return schema


def _inlined(node: Schema, definitions: Schema) -> Schema:
    """Put the definitions where they are referred to."""
    if "$ref" in node:
        target = definitions[str(node["$ref"]).rpartition("/")[2]]
        own = {key: value for key, value in node.items() if key != "$ref"}
        return _inlined({**_undescribed(target), **own}, definitions)
    return {key: _value(key, value, definitions) for key, value in node.items() if key not in INNER}


def _value(key: str, value: object, definitions: Schema) -> object:
    """Inline what stands below a key; a property that is called `title` is no decoration."""
    if isinstance(value, list):
        return [_inlined(item, definitions) if isinstance(item, dict) else item for item in value]
    if not isinstance(value, dict):
        return value
    if key == "properties":
        return {name: _inlined(each, definitions) for name, each in value.items()}
    return _inlined(value, definitions)


def _undescribed(definition: Schema) -> Schema:
    """Leave out what a class says of itself to programmers; the key that uses it has its own words."""
    return {key: value for key, value in definition.items() if key != "description"}
