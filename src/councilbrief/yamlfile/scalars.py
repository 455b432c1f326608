"""The kinds of text that a key may hold, each with its complaint and its JSON Schema."""

from __future__ import annotations

import re
from typing import Annotated, Literal, NoReturn

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from councilbrief.provenance import PartialDate
from councilbrief.yamlfile.complaints import shown

LONGEST_LINE = 200
LONGEST_PROSE = 20_000
MOST = 100
_UP_TO_MOST = re.compile(f"[1-9][0-9]?|{MOST}")
YES, NO = frozenset({"yes", "true"}), frozenset({"no", "false"})


def refuse(key: str, reason: str) -> NoReturn:
    """Refuse a value from inside a validator: `key` is the problem's, `reason` follows the value's name."""
    raise PydanticCustomError(key, "{reason}", {"reason": reason})


def _line(text: str) -> str:
    line = text.strip()
    if not line:
        refuse("empty-text", "is empty; give a text or leave the key out")
    if len(line) > LONGEST_LINE or len(line.splitlines()) > 1:
        refuse("long-text", f"must be one line of at most {LONGEST_LINE} characters")
    return line


def _prose(text: str) -> str:
    prose = text.strip()
    if not prose:
        refuse("empty-text", "is empty; give a text or leave the key out")
    if len(prose) > LONGEST_PROSE:
        refuse("long-text", f"must have at most {LONGEST_PROSE:,} characters")
    return prose


def _date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return PartialDate.parse(value)
    except ValueError:
        reason = f"must be a date such as 2024-05-16, 2024-05 or 2024, not {shown(value)}"
        refuse("bad-date", reason)


def _full(date: PartialDate) -> PartialDate:
    if date.day is None:
        refuse("bad-date", f"must be a full date, such as 2024-05-16, not {shown(date.iso())}")
    return date


def _yes_or_no(value: object) -> object:
    if not isinstance(value, str):
        return value
    word = value.strip().casefold()
    if word not in YES | NO:
        refuse("bad-value", f"must be yes or no, not {shown(value)}")
    return word in YES


def _limit(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value.strip() == "all":
        return None
    if not _UP_TO_MOST.fullmatch(value.strip()):
        refuse("bad-value", f"must be a whole number from 1 to {MOST}, or all, not {shown(value)}")
    return int(value)


def _version(value: object) -> object:
    if isinstance(value, str):
        if value != "1":
            refuse("unknown-version", f"must be 1, the only version there is, not {shown(value)}")
        return 1
    return value


TEXT = ["string", "number"]
_DAY = r"^\d{4}-\d{2}-\d{2}$"
_PARTIAL = r"^\d{4}(-\d{2}(-\d{2})?)?$"

# A line of text; a year as a title needs no quotes.
Line = Annotated[
    str, AfterValidator(_line), WithJsonSchema({"type": TEXT, "minLength": 1, "maxLength": LONGEST_LINE})
]
# The officer's own text; an empty line parts paragraphs.
Prose = Annotated[str, AfterValidator(_prose), WithJsonSchema({"type": "string", "minLength": 1})]
# A date as exact as it is known.
Date = Annotated[
    PartialDate,
    BeforeValidator(_date),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _PARTIAL},
                {"type": "integer", "minimum": 1, "maximum": 9999},
            ]
        }
    ),
]
# A day of the calendar.
Day = Annotated[
    PartialDate,
    AfterValidator(_full),
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": _DAY}),
]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
# The most that is shown; `all` is None.
Limit = Annotated[
    int | None,
    BeforeValidator(_limit),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1, "maximum": MOST}, {"const": "all"}]}),
]
Version = Annotated[Literal[1], BeforeValidator(_version), WithJsonSchema({"const": 1})]
