"""What a published PDF carries, as JSON: written for other programs and read back by this one."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, replace
from functools import cache
from typing import TYPE_CHECKING

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.facts import PROGRAM, VERSION, Edition
from councilbrief.briefing.trace_json import read, written
from councilbrief.briefing.tracing import trace_of

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
        trace_of(briefing),
    )


def dumped(edition: Edition) -> bytes:
    """Write an edition as JSON, the same bytes for the same edition."""
    told = asdict(replace(edition, traced=None))
    del told["traced"]
    if edition.traced is not None:
        told["trace"] = written(edition.traced, [one.value for one in edition.facts])
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_iso).encode()


def loaded(data: bytes) -> Edition:
    """Read what `dumped` wrote, but for the trace; raise ValueError for anything else or another version."""
    edition = _editions().validate_json(data)
    if edition.program != PROGRAM or edition.version != VERSION:
        msg = f"not version {VERSION} of what {PROGRAM} writes"
        raise ValueError(msg)
    return replace(edition, traced=None)


def loaded_whole(data: bytes) -> Edition:
    """Read an edition with its trace.

    A trace of another form than this program's is passed over, and the facts beside it stand.
    """
    from pydantic_core import from_json  # noqa: PLC0415 - only where pages are verified

    edition = loaded(data)
    told = from_json(data).get("trace")
    try:
        trace = None if told is None else read(told, [one.value for one in edition.facts])
    except ValueError:
        return edition
    return replace(edition, traced=trace)


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(value)


@cache
def _editions() -> TypeAdapter[Edition]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - made once, and only where an edition is read

    return TypeAdapter(Edition)
