"""What the end of a line must not part: dates, and numbers written in groups."""

from __future__ import annotations

import re

from councilbrief.provenance import MONTHS

NO_BREAK = "\u00a0"
_MONTH = "|".join(month for month in MONTHS if month)
_DATE = re.compile(rf"\b(?:\d{{1,2}} )?(?:{_MONTH})(?: \d{{4}})?\b")
_GROUPS = re.compile(r"(?<=\d) (?=\d{3})")


def whole_dates(text: str) -> str:
    r"""Keep the parts of a day on one line; from one day to another a line may end.

    >>> whole_dates("on 16 May 2024")
    'on 16\xa0May\xa02024'
    >>> whole_dates("18 to 29 July 2022")
    '18 to 29\xa0July\xa02022'
    """
    return _DATE.sub(lambda found: found[0].replace(" ", NO_BREAK), text)


def whole_numbers(text: str) -> str:
    r"""Keep the groups of a telephone number on one line.

    >>> whole_numbers("on 0300 123 5500 or by post")
    'on 0300\xa0123\xa05500 or by post'
    """
    return _GROUPS.sub(NO_BREAK, text)
