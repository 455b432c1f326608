"""The moments that pages state in their markup, as days in England."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo

from councilbrief.provenance import PartialDate

_FIRST_YEAR = 1996
"""What is said to have been on the web before is the zero of somebody's clock."""

_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<time>\d{2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?",
    re.IGNORECASE,
)


def day_of(given: str) -> PartialDate | None:
    """Return the day in England of a moment as markup gives it, None where it is none.

    >>> day_of("2024-05-15T23:30:00Z").iso(), day_of("Thu, 16 May 2024 08:00:00 GMT").iso()
    ('2024-05-16', '2024-05-16')
    """
    match = _ISO.fullmatch(given.strip())
    try:
        moment = _moment(match) if match else parsedate_to_datetime(given[:100])
        if moment.tzinfo is not None:
            moment = moment.astimezone(_england())
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return PartialDate(moment.year, moment.month, moment.day) if moment.year >= _FIRST_YEAR else None


def _moment(match: re.Match[str]) -> dt.datetime:
    zone = (match["zone"] or "").upper().replace("Z", "+00:00")
    return dt.datetime.fromisoformat(f"{match['day']}T{match['time'] or '00:00'}{zone}")


@cache
def _england() -> ZoneInfo:
    return ZoneInfo("Europe/London")
