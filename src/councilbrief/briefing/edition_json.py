"""What a published PDF carries, as JSON: written for other programs and read back by this one."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from functools import cache
from typing import TYPE_CHECKING

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.facts import PROGRAM, VERSION, Edition

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def edition_of(briefing: Briefing, day: dt.date) -> Edition | None:
    """Return what the PDF of a briefing carries, None for a page that keeps no facts."""
    said = briefing.facts
    if said is None:
        return None
    return Edition(
        VERSION,
        PROGRAM,
        briefing.council,
        briefing.title,
        day,
        said.as_at,
        said.facts,
        said.sources,
        said.since,
    )


def dumped(edition: Edition) -> bytes:
    """Write an edition as JSON, the same bytes for the same edition."""
    text = json.dumps(asdict(edition), ensure_ascii=False, separators=(",", ":"), default=_iso)
    return text.encode()


def loaded(data: bytes) -> Edition:
    """Read what `dumped` wrote; raise ValueError for anything else, and for another version of it."""
    edition = _editions().validate_json(data)
    if edition.program != PROGRAM or edition.version != VERSION:
        msg = f"not version {VERSION} of what {PROGRAM} writes"
        raise ValueError(msg)
    return edition


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(value)


@cache
def _editions() -> TypeAdapter[Edition]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - made once, and only where an edition is read

    return TypeAdapter(Edition)
