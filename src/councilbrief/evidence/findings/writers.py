"""Writers: an inspector who is named, and is “he” or “Ms X” in what follows, reports as inspectors do."""

from __future__ import annotations

import re

from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either

_NAME = r"(?:[A-Z][\w’'-]+ ){1,3}?(?P<%s>[A-Z][\w’'-]+)"
# `writes inspector Jo Bloggs`, `Jo Bloggs, the lead inspector,`
_NAMED = re.compile(
    rf"\b(?:[Ii]nspectors?|[Ii]nspection team|HMI),? {_NAME % 'after'}"
    rf"|{_NAME % 'before'},? (?:who (?:led|headed)|(?:[a-z’]+ ){{0,3}}inspector\b|HMI\b)"
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

# `Ms Bloggs`
_TITLED = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr) (?P<name>[A-Z][\w’'-]*\w)(?=\W)")
_BODY = "Ofsted"


def named_for(reading: Reading, text: str) -> str:
    """Put who reports findings for the pronouns and the surname of an inspector whom a text names.

    Nothing moves. “He” or “she” is the inspector until somebody else is named.
    """
    if not (_LIKELY.search(text) and _NAMED.search(text)):
        return text
    out, at, known = [], 0, False
    inspectors: set[str] = set()
    for sentence in reading.sentences:
        span = sentence.span
        words_ = span.slice(text)
        told = _TITLED.sub(lambda one: _for_name(one, inspectors), words_)
        again = told != words_
        if known and _OPENS.match(told):
            told = _PRONOUN.sub(lambda one: _AS[one[0].lower()], told)
        if told != words_:
            out += [text[at : span.start], told]
            at = span.end
        named = list(_NAMED.finditer(words_))
        inspectors.update(one["after"] or one["before"] for one in named)
        known = bool(named) or again or (known and not _ANYBODY.search(told))
    return "".join([*out, text[at:]])


def _for_name(titled: re.Match[str], inspectors: set[str]) -> str:
    """Put the body for an inspector’s title and surname, as long as they are."""
    if titled["name"] not in inspectors or len(titled[0]) < len(_BODY):
        return titled[0]
    return _BODY.rjust(len(titled[0]))
