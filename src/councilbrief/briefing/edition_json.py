"""What a published PDF carries, as JSON: written for other programs and read back by this one."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, replace
from functools import cache
from typing import TYPE_CHECKING

from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.facts import PROGRAM, VERSION, Edition
from councilbrief.briefing.trace import Trace
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
    """Read what `dumped` wrote; raise ValueError for anything else, and for another version of it.

    A trace of another form than this program's is passed over, and the facts beside it stand.
    """
    edition = _editions().validate_json(data)
    if edition.program != PROGRAM or edition.version != VERSION:
        msg = f"not version {VERSION} of what {PROGRAM} writes"
        raise ValueError(msg)
    return replace(edition, traced=_traced(data, edition))


def _traced(data: bytes, edition: Edition) -> Trace | None:
    from pydantic_core import from_json  # noqa: PLC0415 - only where an edition is read

    told = from_json(data).get("trace")
    try:
        return None if told is None else read(told, [one.value for one in edition.facts])
    except ValueError:
        return None


def _iso(value: object) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(value)


@cache
def _editions() -> TypeAdapter[Edition]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - made once, and only where an edition is read

    return TypeAdapter(Edition)
