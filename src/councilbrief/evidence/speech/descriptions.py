"""What a text says of somebody beside the name: the role, in whatever way it is told, body and party."""

from __future__ import annotations

import re
from dataclasses import replace

from councilbrief.evidence.speech.before_names import role_before, title_before
from councilbrief.evidence.speech.roles import Role, role_after
from councilbrief.evidence.speech.told_offices import office_told
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_BRACKETS = re.compile(r" \([^()\n]{1,60}\)")
# ` OBE`, `, 22`
_BEHIND = re.compile(rf"(?:,? (?!MP){either('people', 'suffixes')}\b)*(?:, (?:aged )?\d{{1,2}}(?=, ))?")
_SEAT = re.compile(r",? (MP(?: for [A-Z][\w’'-]*(?:,? (?:and |& )?[A-Z][\w’'-]*)*)?)\b")


def describe(text: str, within: Span, span: Span, name: Span) -> Role | None:
    """Read what stands behind a name; where that is at most a party or a body, what is told beside it."""
    end = _past(_BEHIND, text, name.end)
    after = role_after(text, end, within.end)
    if after is not None and after.role is not None:
        return after
    told = (
        role_before(text, within.start, span.start)
        or office_told(text, Span(name.start, _past(_BRACKETS, text, end)), within.start, within.end)
        or title_before(text, within.start, name.start)
        or _seat(text, name.end)
    )
    if after is None or told is None:
        return after or told
    return replace(told, body=told.body or after.body, party=after.party or told.party)


def _past(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return the end of what may stand behind a name: letters, an age, a party and ward."""
    match = pattern.match(text, at)
    return match.end() if match else at


def _seat(text: str, end: int) -> Role | None:
    """Read the `MP` behind a name."""
    seat = _SEAT.match(text, end)
    return Role(Span(*seat.span(1))) if seat else None
