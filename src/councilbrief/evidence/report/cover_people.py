"""Who led an inspection, as its report or letter names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.words import either

_ENDED = re.compile(either("report", "after_inspectors"), re.IGNORECASE)
_RANK = re.compile(either("report", "ranks"), re.IGNORECASE)
_TITLE = re.compile(r"(?:Dr|Mrs?|Ms|Miss|Prof(?:essor)?)\.? ")
_NAME = re.compile(
    r"(?:d[’'])?[^\W\d_][\w.’'-]*(?: (?:d[’'])?(?:[^\W\d_a-z][\w.’'-]*|de|da|van|von|der|le|la|di|al)){1,4}"
)
_BETWEEN = re.compile(r"\s*(?:,|;|/|\||\n|&|\band\b| [-–—] )\s*")
_EDGE = " .:;,()-–—"


def names(words: str) -> Iterator[str]:
    """Yield the names of people, without their titles and ranks, up to words about something else.

    >>> list(names("Ann Example HMI and Dr Ben Sample, His Majesty’s Inspector"))
    ['Ann Example', 'Ben Sample']
    """
    ended = _ENDED.search(words)
    named = _RANK.sub(" , ", words[: ended.start()] if ended else words)
    for piece in _BETWEEN.split(named):
        name = _TITLE.sub("", piece.strip(_EDGE), count=1)
        if _NAME.fullmatch(name):
            yield name
