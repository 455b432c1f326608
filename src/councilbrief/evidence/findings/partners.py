"""Partners: other councils that a paragraph names only as those with whom the council at hand works."""

from __future__ import annotations

import re

from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import WORD, either
from councilbrief.evidence.words.edges import small
from councilbrief.provenance import Span

_WITH = re.compile(rf"{WORD}{either('findings', 'partner_of')} (?:the |its |nearby |neighbouring )*$")
_REACH = 80
"""Characters before a name that say how it is meant."""


def names_partners_only(reading: Reading, span: Span) -> bool:
    """Say whether each council that a span names is a partner: `links with Hampshire have paid off`."""
    low = small(reading.text)
    named = [one.span for one in reading.councils if one.span.overlaps(span)]
    return bool(named) and all(
        _WITH.search(low, max(span.start, one.start - _REACH), one.start) is not None for one in named
    )
