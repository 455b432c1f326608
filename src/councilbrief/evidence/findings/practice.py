"""Practice: sentences that tell, naming nobody, how services fare or what a council did not do."""

from __future__ import annotations

import re

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.polarity import polarity
from councilbrief.evidence.words import either
from councilbrief.evidence.words.edges import edged

_OF_PRACTICE = edged("findings", "practice_subjects")
_SOMEBODY = re.compile(rf"\b{either('findings', 'persons')}\b")
# `The town hall had no record of …`
_OF_COUNCIL = re.compile(
    r"(?:the|its) (?:town hall|county hall|council|authority|department|service|borough|county|city|trust)"
    r" (?:\w+ly )?(?:ha[sd] no|did|does|was not|is not|could not|cannot|\w+n[’']t|lack(?:s|ed)|fail(?:s|ed)"
    r"|knew|kept|lost|left)\b",
    re.IGNORECASE,
)


def is_of_practice(words_: str) -> bool:
    """Say whether a sentence tells for sure how staff, children or practice fare, and names nobody."""
    return (
        _OF_PRACTICE.match(words_.lower()) is not None
        and polarity(words_) is not None
        and _SOMEBODY.search(words_) is None
    )


def falls_short(words_: str) -> bool:
    """Say whether a sentence tells, and names nobody, that the council did not do what it should.

    >>> falls_short("The town hall had no list of empty beds."), falls_short("The council has a new leader.")
    (True, False)
    """
    return (
        _OF_COUNCIL.match(words_) is not None
        and polarity(words_) is Polarity.IMPROVEMENT
        and _SOMEBODY.search(words_) is None
    )
