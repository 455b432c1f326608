"""Why a text is not YAML, in an officer's words, with what to do about it."""

from __future__ import annotations

import re

import yaml

from councilbrief.yamlfile.nodes import Position

INDENT = (
    "the indentation does not fit the lines above, or something follows a closing quote; "
    "keys of one group start in the same column"
)
COLON = (
    'a second colon in one value; put the value in quotes (title: "One: two"), '
    "or, if this is a key, start it in the column of the keys above"
)
HYPHEN = "a list can't begin here; start it in a line of its own, or put the value in quotes"
FLOW = "the {} that opens here with {} is not closed with {}, or a comma in it is missing"
# What the parser says, and what an officer needs to know; the first that matches counts.
AT_OPENING: tuple[tuple[str, str], ...] = (
    (
        r"quoted scalar.*(escape|hexdec|hexadec)",
        r"a backslash in double quotes; use single quotes: 'C:\files'",
    ),
    (r"quoted scalar", "the quotation mark that opens here is never closed"),
    (r"expected ':'", "a line without a colon; a key is followed by a colon and a space"),
    (r"flow sequence", FLOW.format("list", "[", "]")),
    (r"flow mapping", FLOW.format("group", "{", "}")),
)
WHERE_IT_STOPS: tuple[tuple[str, str], ...] = (
    (r"mapping values are not allowed", COLON),
    (r"sequence entries are not allowed", HYPHEN),
    (
        r"expected '-' indicator|block collection",
        "a list item must start with a hyphen, in line with those above",
    ),
    (r"flow node", "a bracket [ or { is not closed, or a comma or a value is missing"),
    (r"block mapping|mapping keys", INDENT),
    (r"block scalar", "the text after | or > is not indented evenly; indent all its lines by spaces"),
    (r"directive|YAML document", "a line that begins with % is not taken; delete it"),
    (
        r"document start",
        "the file ends its document and then goes on; delete the line ... or what follows it",
    ),
    (r"alias|anchor", "a value that begins with & or * must stand in quotes"),
    (r"tag", "a value that begins with ! must stand in quotes"),
)
# Characters that no unquoted value may begin with.
RESERVED = "@`%&*!|>"


def explain(error: Exception, text: str) -> tuple[str, Position | None]:
    """Return the message and the place for what the parser raised over `text`."""
    mark = getattr(error, "problem_mark", None)
    at = _clamped(mark, text) if mark else None
    said = " ".join(
        str(part) for part in (getattr(error, "context", None), getattr(error, "problem", None)) if part
    )
    character = _character(at, text)
    if character == "\t":
        return "a tab stands here; YAML is indented by spaces only", at
    if "cannot start any token" in said and character and character in RESERVED:
        return f"a value can't begin with {character}; put it in quotes", at
    for pattern, words in AT_OPENING:
        opening = getattr(error, "context_mark", None)
        if re.search(pattern, said):
            return words, _clamped(opening, text) if opening else at
    for pattern, words in WHERE_IT_STOPS:
        if re.search(pattern, said):
            return words, at
    return f"this is not YAML ({said or type(error).__name__})", at


def _clamped(mark: yaml.Mark, text: str) -> Position:
    """Return a parser's mark as a place that the file has; at its end, the last line's end."""
    lines = text.splitlines() or [""]
    if mark.line < len(lines):
        return Position(mark.line + 1, mark.column + 1)
    return Position(len(lines), len(lines[-1]) + 1)


def _character(at: Position | None, text: str) -> str:
    """Return the character at a place, empty where there is none."""
    lines = text.splitlines()
    if at is None or at.line > len(lines):
        return ""
    return lines[at.line - 1][at.column - 1 : at.column]
