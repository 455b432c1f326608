"""The JSON Schema (draft 7) of a spec as officers write it, for editors to check and complete."""

from __future__ import annotations

from councilbrief.briefing.audiences import USUAL
from councilbrief.briefing.spec import SECTION_OPTIONS, SectionKey, Spec
from councilbrief.briefing.theme_keys import ThemeKeys
from councilbrief.briefing.timing import CRON_PATTERN
from councilbrief.documents.schema import Schema, draft7, part

DESCRIPTIONS = {
    SectionKey.AT_A_GLANCE: "What happened, when, and the outcome, in a few sentences.",
    SectionKey.CHANGES: "What is new, changed or gone since the edition that is published.",
    SectionKey.JUDGEMENTS: "The grades, area by area.",
    SectionKey.STRENGTHS: "What inspectors, the council or the press found good.",
    SectionKey.IMPROVEMENTS: "All areas for improvement; never cut.",
    SectionKey.QUOTATIONS: "What people said, word for word, and who said it.",
    SectionKey.DIFFERENCES: "Where sources on an inspection do not say the same; left out if they agree.",
    SectionKey.INSPECTIONS: "All inspections and visits so far, ungraded ones too.",
    SectionKey.IMPLICATIONS: "The officer's own text.",
    SectionKey.RECOMMENDATIONS: "The officer's own text.",
    SectionKey.SOURCES: "The numbered sources and how the briefing was made; always there.",
}


def spec_schema() -> Schema:
    """Return the schema of a spec: sections may be bare names, a schedule an expression, a theme a file."""
    schema = draft7(Spec, "A briefing by councilbrief")
    properties = part(schema, "properties")
    options = part(properties, "sections", "items", "properties")
    properties["sections"] |= {
        "items": {"anyOf": [_bare_names(), *(_with_options(key, options) for key in SectionKey)]},
        "examples": [[key.value for key in USUAL]],
    }
    expression = {"type": "string", "pattern": CRON_PATTERN}
    properties["schedule"]["anyOf"] = [expression, *properties["schedule"]["anyOf"]]
    keys, *empty = properties["theme"]["anyOf"]
    _never_empty(keys, "accent")
    properties["theme"]["anyOf"] = [{"type": "string", "minLength": 1}, keys, *empty]
    schema["oneOf"] = [_given("council", but_not="councils"), _given("councils", but_not="council")]
    return schema


def theme_schema() -> Schema:
    """Return the schema of a file that holds the keys of a theme."""
    schema = draft7(ThemeKeys, "A theme for briefings by councilbrief")
    _never_empty(schema, "accent")
    return schema


def _never_empty(group: Schema, name: str) -> None:
    """Let a key have no null: a colour without quotes is a comment, and its key is empty."""
    taken, _null = group["properties"][name].pop("anyOf")
    group["properties"][name] |= taken


def _bare_names() -> Schema:
    return {
        "type": "string",
        "enum": [key.value for key in SectionKey],
        "description": "A section with its usual options.",
    }


def _with_options(key: SectionKey, options: Schema) -> Schema:
    """Return the schema of `- strengths: {limit: 4}`, with what this section takes."""
    taken = {name: options[name] for name in ("title", *SECTION_OPTIONS[key])}
    group = {"type": "object", "properties": taken, "additionalProperties": False}
    return {
        "type": "object",
        "properties": {key.value: {"description": DESCRIPTIONS[key], "anyOf": [group, {"type": "null"}]}},
        "required": [key.value],
        "additionalProperties": False,
    }


def _given(key: str, *, but_not: str) -> Schema:
    """Return the condition that one of the two keys is given and the other not."""
    given = {"type": "string"}
    return {
        "required": [key],
        "properties": {key: given},
        "not": {"required": [but_not], "properties": {but_not: given}},
    }
