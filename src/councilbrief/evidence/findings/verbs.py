"""Verbs: whether words are a clause, or a thing with clauses hanging on it."""

from __future__ import annotations

import re

from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# `parental drug use on children`, but `staff work with families`
NOUN = (
    r"(?<!s )(?<!children )(?<!people )(?<!staff )(?<!police )"
    r"(?:use|help|work|needs?|support|change|move|visit|start|look|lead|share|offer|show|match|drift|drop|lack"
    r"|wait|leave) (?:of|on|for|in|with|by|from|between|at|among)\b"
)
# what stands before the verb, and opens no clause that hangs on something else
_MAIN = rf"(?:(?!\b{either('findings', 'hangs_on')}\b)[^,;.]){{0,120}}?"
_SAYS = re.compile(rf"{_MAIN}\b{either('findings', 'surely_verbs')}\b")
_FINITE = re.compile(rf"{_MAIN}(?<=\w )(?<!to )\b(?!{NOUN}){either('findings', 'finite')}\b")


def has_verb(text: str, span: Span) -> bool:
    """Say whether words are a clause, not a thing with clauses hanging on it.

    >>> text = "plans are clear; advice that is clear"
    >>> has_verb(text, Span(0, 15)), has_verb(text, Span(17, len(text)))
    (True, False)
    """
    return _SAYS.match(text, span.start, span.end) is not None


def is_clause(text: str, span: Span) -> bool:
    """Say whether words hold any verb that may be one of a clause, though it may be a noun as well.

    >>> text = "social workers visit often"
    >>> has_verb(text, Span(0, len(text))), is_clause(text, Span(0, len(text)))
    (False, True)
    """
    return has_verb(text, span) or _FINITE.match(text, span.start, span.end) is not None
