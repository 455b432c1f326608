"""Bodies, groups and documents of a text, by their nouns or by the capitals of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.coverage import Coverage
from councilbrief.evidence.speech.of_ofsted import MADE
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import WORD, any_of, either, phrases
from councilbrief.provenance import Span

_HEADS = any_of([*phrases("speech", "documents"), *phrases("speech", "bodies")])
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Oo]ne|[Oo]ther|[Bb]oth|[Oo]ur)"
)
# `the other five `, `Ofsted’s latest `; a word has an end, so that none is read over and over.
_NO_PART = rf"(?!(?:{_DETERMINER}|{either('people', 'not_in_a_phrase')}|{either('speech', 'told_to')})\b)"
_DETERMINED = rf"{_DETERMINER} (?:{_NO_PART}[A-Za-z\d][\w’'-]{{0,40}} ){{0,3}}?"
# `Smith’s `, but not `Here’s how the `
_OWNED = (
    r"(?!(?:Here|There|What|That|It|He|She|Who|How|Where|When|Let|This)[’'])"
    r"[A-Z][\w-]{0,40}[’']s? (?:[a-z][\w-]{0,40} ){0,2}?"
)
# ` for Example Council`, ` from the Labour group`, `, prepared by its own officers`
_OF_WHAT = (
    r" (?:for|from|of|by) (?:the )?(?:[A-Z][\w’'-]* ){1,5}(?i:group|party|union)\b"
    r"| (?:for|from|of|by|at) (?:the )?[A-Z][\w’'-]*(?: (?:and |of |for )?[A-Z][\w’'-]*)*"
    r"\b(?!(?: [A-Z][\w’'-]*)* (?:borough|council|authority|district)s?\b)"
    r"| from the [A-Za-z]+ (?:group|party|council|union)"
    rf"|, {MADE} by (?:the )?[\w’' -]{{2,60}}?(?=,)"
)
# `the findings of the Ofsted` before ` report`
_OF_A_DOCUMENT = rf"(?:(?<=[A-Za-z]) {either('speech', 'documents')}\b)?"
# `the inspectors’ latest report`, `Ofsted inspection`
_MORE = rf"(?:[’']s? (?:(?!the |an? )[a-z-]{{1,20}} ){{0,2}}?(?i:{_HEADS})\b| (?i:{_HEADS})\b){{0,2}}"
_OWN_BODY = rf"(?:{_OWNED}|(?:[Hh]is|[Hh]er|[Tt]heir) ){either('speech', 'owned_bodies')}"
_BODY = re.compile(
    rf"{WORD}(?<![’'])(?P<head>(?:{_OWN_BODY}|(?:{_DETERMINED}|{_OWNED})?(?i:{_HEADS}))\b(?P<more>{_MORE}))"
    rf"(?:{_OF_WHAT})?{_OF_A_DOCUMENT}"
)
_PROPER_LEAD = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w’'&-]* (?:(?:of|and|on|the|upon) )?)+$")
_SAY = either("speech", "statement")
_CAPITAL = r"(?:[A-Z]\.){2,}|(?![\w&]+-(?:owned|run|led|based|backed)\b)[A-Z][\w&-]*(?:[’']s?(?= [A-Z]))?"
# `the White House said`, `said Consumer Watch`: a name by its capitals, of what no list knows
_NAMED = rf"(?:[Tt]he )?(?:{_CAPITAL})(?: (?:of |and |for |the |& )*(?:{_CAPITAL})){{0,6}}"
_NAMED_SAYS = re.compile(
    rf"\b(?=[A-Zt])(?<![’'.&-])(?P<name>{_NAMED})"
    rf"(?=(?:,(?: (?:which|who|whose)(?: [\w’'-]+){{1,14}}|(?: [\w’'-]+){{2,8}}),)?"
    rf",? (?:{either('speech', 'adverbs')} ){{0,2}}(?:{_SAY})\b)"
)
_SAYS_NAMED = re.compile(rf"{VEIL},? (?:{_SAY}) (?P<name>{_NAMED})")
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{3,}")
_INITIALS = re.compile(r"\b[A-Z]{3,7} $")
_LONGEST_INITIALS = 8
"""Characters before a body's noun in which initials stand that are part of its name."""

_SAID = re.compile(r" (?:said|say|told|tell|complained)\b(?! to be\b)")
_SEVERAL = re.compile(
    rf"\b(?:(?:[Tt]he|[Ss]ome|[Mm]any|[Oo]ther|[Ii]ts|[Tt]heir) )?(?i:{either('speech', 'several_people')})"
    rf"(?=(?: {either('speech', 'adverbs')}){{0,2}}$)"
)
_LONGEST_SEVERAL = 48
"""Characters before a verb in which those stand who speak, and adverbs."""

# `described by families`
_BY_SEVERAL = re.compile(
    rf"\b(?:{either('speech', 'snippet')}|told) by (?P<who>(?:(?:the|some|many|other|its|their) )?"
    rf"{either('speech', 'several_people')})\b"
)
_ENDS_IN_A_DOCUMENT = re.compile(rf"\b(?!inspection)(?i:{either('speech', 'documents')})$")
# `that ` before `Ofsted` and before `officers`: no part of the name
_THAT = re.compile(
    r"that (?:what )?(?=(?i:ofsted|hmi)\b|(?:[a-z-]+ ){0,3}[a-z]+s\b)"
    r"|(?:[Aa]n?|[Tt]h(?:e|is)) (?=(?i:ofsted|hmi)$)"
)
_ALONE = frozenset({"OFSTED", "HMI"})
"""Names that have nothing before them."""

_OPENERS = frozenset(phrases("people", "openers"))


def bodies_of(text: str, taken: Coverage) -> Iterator[Span]:
    """Yield the bodies and documents whose own words are nobody's name or role."""
    for match in _BODY.finditer(text):
        # `in the report inspectors say`: two names, of which the second speaks
        two = match["more"].startswith(" ") and _ENDS_IN_A_DOCUMENT.search(
            text, match.start(), match.start("more")
        )
        if two:
            yield Span(match.start("more") + 1, match.end("more"))
            continue
        span = Span(_proper_start(text, match), match.end())
        joined = _THAT.match(text, span.start, span.end)
        span = Span(joined.end(), span.end) if joined else span
        if not taken.meets(Span(span.start, match.end("head"))):
            yield span


def _proper_start(text: str, match: re.Match[str]) -> int:
    """Take in the capitals before a body's noun: `Cheshire East` before `Council`."""
    acronym = _INITIALS.search(text, max(0, match.start() - _LONGEST_INITIALS), match.start())
    if acronym and match[0] == match["head"]:  # `CQC inspectors`
        return acronym.start()
    head = match["head"].removesuffix(match["more"])
    if not match[0][0].isupper() or " " in head or head.upper() in _ALONE:
        return match.start()
    lead = _PROPER_LEAD.search(text[max(0, match.start() - 80) : match.start()])
    return match.start() - len(lead[0]) if lead else match.start()


def beside_verbs(text: str) -> Iterator[Span]:
    """Yield who are right beside a verb of saying: bodies that only their capitals tell, `families`."""
    for said in _SAID.finditer(text):
        several = _SEVERAL.search(text, max(0, said.start() - _LONGEST_SEVERAL), said.start())
        if several is not None:
            yield Span(*several.span())
    yield from (Span(*match.span("who")) for match in _BY_SEVERAL.finditer(text))
    for pattern in (_NAMED_SAYS, _SAYS_NAMED):
        for match in pattern.finditer(text):
            words_ = match["name"].split()
            long = len(words_) > 1 and words_[0] not in _OPENERS - {"The"}
            if long or _ACRONYM.fullmatch(words_[0]):
                yield Span(match.start("name"), match.end("name"))
