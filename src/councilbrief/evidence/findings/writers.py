"""Writers: an inspector who is named, and is “he” or “she” in what follows, reports as inspectors do."""

from __future__ import annotations

import re

from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either

_NAME = r"(?:[A-Z][\w’'-]+ ){1,3}?[A-Z][\w’'-]+"
# `writes inspector Jo Bloggs`, `Jo Bloggs, the lead inspector,`
_NAMED = re.compile(
    rf"\b(?:[Ii]nspectors?|[Ii]nspection team|HMI),? {_NAME}"
    rf"|{_NAME},? (?:who (?:led|headed)|(?:[a-z’]+ ){{0,3}}inspector\b|HMI\b)"
)
_LIKELY = re.compile(
    r"\b(?:[Ii]nspectors?,? [A-Z]|[Ii]nspection team,? [A-Z]|inspector\b|HMI\b|who (?:led|headed)\b)"
)
_ANYBODY = re.compile(
    rf"\b{either('findings', 'persons')}\b|(?<!^)\b[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:said|says|told|added)\b"
)
_OPENS = re.compile(r"(?:(?:And|But|Yet|However,|In \w+ [\w-]+,) )?(?:He|She|he|she) ")
_PRONOUN = re.compile(r"\b(?:He|She|he|she)\b")
_AS = {"he": "it", "she": "hmi"}
"""Names for what reports findings, as long as the pronouns."""


def named_for(reading: Reading, text: str) -> str:
    """Put “it” and “HMI” for the pronouns of an inspector whom a text names; nothing moves.

    The inspector is meant until somebody else is named.
    """
    if not (_LIKELY.search(text) and _NAMED.search(text)):
        return text
    out, at, known = [], 0, False
    for sentence in reading.sentences:
        span = sentence.span
        words_ = span.slice(text)
        if known and _OPENS.match(words_):
            words_ = _PRONOUN.sub(lambda one: _AS[one[0].lower()], words_)
            out += [text[at : span.start], words_]
            at = span.end
        known = _NAMED.search(words_) is not None or (known and not _ANYBODY.search(words_))
    return "".join([*out, text[at:]])
