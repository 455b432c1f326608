"""What the end of a line must not part: dates."""

from __future__ import annotations

import re

from councilbrief.provenance import MONTHS

NO_BREAK = "\u00a0"
_MONTH = "|".join(month for month in MONTHS if month)
_MONTHS = re.compile(rf"\b({_MONTH}) (\d{{4}})\b")
_DATE = re.compile(rf"\b(?:(\d{{1,2}}(?: to \d{{1,2}})?) )?({_MONTH})(?: (\d{{4}}))?\b")


def whole_months(text: str) -> str:
    r"""Keep a month and its year on one line.

    >>> whole_months("18 to 29 July 2022")
    '18 to 29 July\xa02022'
    """
    return _MONTHS.sub(rf"\1{NO_BREAK}\2", text)


def whole_dates(text: str) -> str:
    r"""Keep the parts of a date on one line.

    >>> whole_dates("on 16 May 2024")
    'on 16\xa0May\xa02024'
    >>> whole_dates("18 to 29 July 2022")
    '18\xa0to\xa029\xa0July\xa02022'
    """
    return _DATE.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
