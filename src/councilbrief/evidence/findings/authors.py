"""Authors: pages that a party, a union, a member or a paper writes in its own name, and not a council."""

from __future__ import annotations

import re

from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either

_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Oo]urs|us|I|[Mm]y)\b")
_NO_COUNCIL = re.compile(rf"\b{either('findings', 'authors')}\b", re.IGNORECASE)
_FEWEST = 3
"""Sentences that show whose page it is."""

_REACH = 80
"""Characters before quoted words that show whether they go on with the writer's."""

_SHARE = 5
"""One sentence of so many must be in the author's own name."""

# `The commissioner’s report`, `Mr Bloggs’s letter`, `its report`
_REPORT = re.compile(
    r"(?:(?P<other>\b[Tt]he (?:commissioner|adviser|minister|government|auditor|coroner)[’']s"
    r"|\b(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady) (?:[A-Z][\w’-]+ )*?(?P<name>[A-Z][\w-]+)[’'](?:s )?)"
    r" ?(?:\w+ )?)?\b(?:report|letter)\b"
)

# `“by which babies came to harm”`
_WHICH = re.compile(r"[“‘\"']?(?:by|in|to|from|for|at|with) which\b")
# `hostels which, says the report, “`: what is quoted is only the end of the writer's clause
_GOES_ON = re.compile(
    r"\b(?:which|who|that),? (?:(?:says|said|adds|added) (?:the )?\w+|(?:the )?\w+ (?:says|said|adds|added)"
    r"|according to (?:the )?\w+),?[ “‘\"']*$"
)


def goes_on_with(text: str, at: int) -> bool:
    """Say whether quoted words that begin there only end the writer's own clause.

    >>> goes_on_with("They live in huts which, says the report, “leak all day”.", 43)
    True
    """
    return bool(_GOES_ON.search(text, max(at - _REACH, 0), at) or _WHICH.match(text, at))


def quotes_another_report(text: str, at: int) -> bool:
    """Say whether the report named last before quoted words is that of somebody who is no inspector."""
    named = [*_REPORT.finditer(text, 0, at)][-1:]
    if not named or named[0]["other"] is None:
        return False
    name = named[0]["name"]
    inspects = rf"[Ii]nspector[^.]{{0,60}}\b{name}\b|\b{name}\b[^.]{{0,60}} inspector"
    return name is None or re.search(inspects, text) is None


def is_of_others(reading: Reading, text: str) -> bool:
    """Say whether the author of a text, whose statements are veiled, is “we” and no council."""
    sentences = [sentence.span.slice(text) for sentence in reading.sentences]
    own = [one for one in sentences if _FIRST_PERSON.search(one)]
    if len(own) < _FEWEST or len(own) * _SHARE < len(sentences):
        return False
    return any(_NO_COUNCIL.search(one) for one in sentences)
