"""Frames: the words of a sentence that report, praise or blame, and where what they are said of begins."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from councilbrief.evidence.edges import small
from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.leads import lead, names_reporter
from councilbrief.evidence.reading import VEIL
from councilbrief.evidence.verbs import has_verb
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_CLAUSE_VERB = either("findings", "clause_verbs")
_PRAISE_VERB = either("findings", "praise_verbs")
_GOOD, _BAD = either("findings", "good_nouns"), either("findings", "bad_nouns")
# `, on the other hand,` after a verb
_ASIDE = r"(?:, [^,;.:]{3,30},)?"
_REPORTERS = r"(?:inspectors|ofsted|watchdog|report|inspectorate|regulator)"
_IS = r"(?:is|are|was|were)"
# `complaints are handled well` brings in nothing
_NO_PARTICIPLE = (
    r"(?!\w+(?:ed|en) (?:by|in|on|at|with|to|for|and|when|well|quickly|promptly|about|this|that|last|after"
    r"|during|before|since|until|as|from|into|over|through|across|yesterday|today|earlier)\b|\w+(?:ed|en)[.,;]"
    r"|(?:dealt|heard|met|made|taken|put|kept|said|thought|known|told|shown|being|due|found|set|still|also"
    r"|left|brought|raised|revealed)\b)"
)
# `was a strength, while records were late`
_NO_TURN = r"(?!(?:while|whilst|whereas|although|though|but|and|because|despite)\b)"
# `was also told that `: the council, by inspectors
_WAS_TOLD = (
    r"(?:council|authority|trust|borough|county|city|leaders|managers|partnership|it|they)"
    r" (?:was|were|has been|have been|had been)(?: also)? told"
)
# `found that `, `praised staff for `, `would like to see `, `one bright spot was `, `set against them are `
_FRAME = re.compile(
    rf"\b(?P<blame>{either('findings', 'blame_verbs')}){_ASIDE} (?=\S)"
    rf"|\b(?P<clause>{_CLAUSE_VERB})(?: (?:also|further|therefore))?{_ASIDE}(?P<that>,? that,?)? (?=\S)"
    r"|\b(?:told|tells) (?:us|them|the \w+|leaders|staff|councillors|\w+)(?P<told> that,?) (?=\S)"
    rf"|\b{_WAS_TOLD}(?P<heard>(?: that)?) (?!to\b|by\b|off\b|how\b|about\b|what\b|of\b)(?=\S)"
    rf"|\b(?P<praise>{_PRAISE_VERB})(?: by (?:the )?{_REPORTERS})?(?: for| the fact that)? (?=\S)"
    rf"|(?<!\bno )\b(?:(?P<good>{_GOOD})|(?P<bad>{_BAD}))(?: {either('findings', 'noun_tails')}(?!\w))*"
    rf",? ?{either('findings', 'brings_in')}(?: namely)?(?: that| to)? (?=\S){_NO_PARTICIPLE}{_NO_TURN}"
    r"|\b(?P<fact>(?:verdict|message|conclusion|finding|view|picture) (?:is|was|was clear):?) that (?=\S)"
    rf"|\b(?P<set>(?:set )?against (?:them|it|that|this|these))\b[^,;.]{{0,20}}? {_IS} (?=\S)",
)
_TAKES_THING = re.compile(_PRAISE_VERB, re.IGNORECASE)
# what is praised in so many words is praise, whatever tells of it: `praised for owning up to mistakes`
_SURE_PRAISE = re.compile(
    r"(?:full of |had |has |there was |nothing but )?prais"
    r"|commend|applaud|compliment|impressed|liked|admire|lauded|hailed"
)
_TURNS = re.compile(
    rf"\b{either('findings', 'turns')}\b|\b(?:while|whilst|whereas|despite|concern\w*|criticis\w+)\b"
)
# `Particular praise went to `: no verb that needs a subject
_NOUN_OF_PRAISE = re.compile(
    r"(?:praise|approval|recognition|credit|applause|commendation|(?:warm|kind|good) words|there was)\b"
)
_WARNS = re.compile(either("findings", "warnings"), re.IGNORECASE)
_ALWAYS_CLAUSE = frozenset({"found", "said", "says", "warned"})
# `…, inspectors found.`, `…, the report says, …`
_AFTERWARDS = re.compile(
    rf",? (?:{either('findings', 'according_to')}"
    rf"|{either('findings', 'found_by')} (?:also )?(?:{_CLAUSE_VERB}))(?P<on>, and (?:that )?|, )?",
)
# `… are among the reasons given`, `… was singled out for praise`
_CLOSED = re.compile(
    rf",? (?:{_IS}|has been|have been|had been)(?: \w+ly)?(?: also| all| both| again)?"
    rf" (?:{either('findings', 'counted_among')}(?: \w+){{0,3}}? (?:(?P<good>{_GOOD})|(?P<bad>{_BAD}))"
    rf"|(?P<praised>{either('findings', 'praised')})|(?P<blamed>{either('findings', 'blamed')}))"
    r"(?: by (?:the )?(?:inspectors|ofsted|report))?(?! for\b)(?=[^,;]{0,40}$|[,.;])",
)
# `Managers were found to have good oversight`
_PASSIVE_REPORT = re.compile(rf"\b{either('findings', 'passive_reports')}")
_SUBJECT = re.compile(rf"\b{either('findings', 'frame_subjects')}\b")
# `The committee noted the report and asked for`
_READ_BY = re.compile(either("findings", "read_by"), re.IGNORECASE)
# `…, with the report saying `
_SAYING = re.compile(r" (?:also )?(?:saying|stating|noting|adding|finding|warning|praising|highlighting)\b")
_SOMEONE_ELSE = re.compile(rf"\b{either('findings', 'someone_else')}\b")
_PRONOUN = re.compile(r"\b(?:it|they)\b")
# `it was also ` before `noted that`
_PASSIVE = re.compile(
    rf"\b(?:it was|was|were|been|there {_IS}|it is)(?: (?:also|further|again))? $", re.IGNORECASE
)
_DENIED = re.compile(r"(?:\b(?:not|never)|n[’']t)(?: (?:always|so|as|quite|fully))? $")
_IMPERSONAL = re.compile(r"\b(?:it|also) (?:was|is)(?: also)? $|\bit was (?:also |further )?$", re.IGNORECASE)
_FURTHER = re.compile(
    rf"(?:,|;|\b{either('findings', 'further')})(?: (?:also|was|were|is|has|had|goes on to|went on to))*\s$",
    re.IGNORECASE,
)
# `they also ` before `told us that`
_TELLS = re.compile(rf"(?:{_REPORTERS}|they|it|and|also|has|had|have)\s$", re.IGNORECASE)
# `staff stay, and say why they stay`
_SAYS_WHY = re.compile(r"say (?:why|what|how|so)\b", re.IGNORECASE)
_PURPOSES = frozenset({"see", "find", "hear", "note", "think", "report"})
"""What inspectors come to do, after a `to`."""

# `what they ` before `say`
_SUBORDINATE = re.compile(r"\b(?:what|whatever|how|where|when|if|who) (?:they|it|he|she) $", re.IGNORECASE)
_REACH = 80
"""Characters before a verb that say how it is meant."""

_PERSON = re.compile(rf"\b{either('findings', 'persons')}\b")
_COLON = re.compile(r"(?<=[^\d\s]): (?=\S)")
_LONGEST_LEAD = 170
_LABEL = 4
"""Words of a lead that needs nobody who says it: `Picked out for praise: …`."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where what is reported begins, and how it is reported.

    `polarity` is given where the frame decides it; `that`: a clause must follow.
    """

    start: int
    content: int
    kind: str
    polarity: Polarity | None = None
    that: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands before a sentence: it tells of findings, names inspectors, or did so a little before."""

    carried: bool = False
    known: bool = False
    near: bool = False


def frames(text: str, span: Span, setting: Setting) -> list[Frame]:
    """Return the frames of a sentence, in order."""
    near = setting.carried or setting.near or names_reporter(span.slice(text))
    colon = _announced(text, span, near=near)
    if colon is not None:
        return [colon]
    return list(_verbs(text, span, near=near, known=setting.carried or setting.known))


def _announced(text: str, span: Span, *, near: bool) -> Frame | None:
    """Return the frame of a sentence that announces findings before a colon."""
    colon = _COLON.search(text, span.start, min(span.end, span.start + _LONGEST_LEAD))
    if colon is None or VEIL in text[span.start : colon.end()]:
        return None
    words_ = text[span.start : colon.start()]
    if not (near or len(words_.split()) <= _LABEL) or _PERSON.search(words_):
        return None
    kind = lead(words_)
    if kind is None or kind.polarity is None:
        return None
    return Frame(span.start, colon.end(), f"{kind}-list", kind.polarity)


def _verbs(text: str, span: Span, *, near: bool, known: bool) -> Iterator[Frame]:
    """Yield the frames that verbs and nouns of finding make, where inspectors are their subject."""
    further = False
    matches = list(_FRAME.finditer(small(text), span.start, span.end))
    said_by = _Lead(text, span if matches else Span(span.start, span.start), referred=known)
    for match in matches:
        before = text[max(span.start, match.start() - _REACH) : match.start()]
        passive = _PASSIVE.search(before) is not None
        noun = match["good"] or match["bad"] or match["set"] or match["fact"]
        noun = noun or _NOUN_OF_PRAISE.match(match["praise"] or "")
        opens = not said_by.has_words(match.start()) and not match["clause"]
        denied = _DENIED.search(before) is not None
        if denied and match["clause"] and not match["praise"]:
            continue
        body = (
            (near and match["heard"] is not None)
            or said_by.names_body(match.start())
            or (near and (noun or opens))
            or names_reporter(match[0])
        )
        if not (body or passive or further):
            continue
        if said_by.is_quoted(match.start()) or said_by.is_person(match.start()):
            continue
        if further and not noun and not _FURTHER.search(before):
            continue
        if _SUBORDINATE.search(before) or (match["clause"] in _PURPOSES and before.endswith("to ")):
            continue
        if _SAYS_WHY.match(text, match.start(), span.end):
            continue
        if match["told"] and not _TELLS.search(before):
            continue
        if passive and match["clause"] and not _IMPERSONAL.search(before):
            continue
        further = True
        that = (
            bool(match["that"] or match["told"] or match["fact"])
            or text.find(" and that", match.end(), span.end) >= 0
        )
        yield Frame(
            match.start(),
            match.end(),
            _kind(text, match, span.end),
            _polarity(match, span.end, denied=denied),
            that,
        )


def _polarity(match: re.Match[str], end: int, *, denied: bool) -> Polarity | None:
    if match["praise"] and not denied and _SURE_PRAISE.match(match["praise"]):
        return None if _TURNS.search(match.string, match.end(), end) else Polarity.STRENGTH
    if (
        (match["praise"] and denied)
        or match["blame"]
        or match["bad"]
        or _WARNS.fullmatch(match["clause"] or "")
    ):
        return Polarity.IMPROVEMENT
    return Polarity.STRENGTH if match["good"] else None


def _kind(text: str, verb: re.Match[str], end: int) -> str:
    """Say what a verb reports: a clause, or a thing that is praised or found wanting."""
    if verb["good"] or verb["bad"]:
        return "noun"
    if verb["set"]:
        return "praise"
    kind = next((name for name in ("clause", "praise", "blame") if verb[name]), "clause")
    if kind != "clause" or verb["that"] or not verb["clause"] or not _TAKES_THING.fullmatch(verb["clause"]):
        return kind
    clauses = has_verb(text, Span(verb.end(), end)) or text.find(" and that", verb.end(), end) >= 0
    thing = not clauses and verb["clause"].lower() not in _ALWAYS_CLAUSE
    return "praise" if thing else "clause"


def afterwards(text: str, span: Span) -> re.Match[str] | None:
    """Return what attributes the words before it, as in `…, inspectors found.`."""
    return _AFTERWARDS.search(small(text), span.start, span.end)


def is_told_in_passive(text: str, span: Span, found: Sequence[Frame]) -> bool:
    """Say whether a sentence with these frames tells in the passive what its subject was found to be."""
    match = _PASSIVE_REPORT.search(small(text), span.start, span.end)
    if match is None or (found and found[0].start < match.start()):
        return False
    return _PERSON.search(text, span.start, match.start()) is None


def colon_of(text: str, span: Span) -> int | None:
    """Return where the words after a colon begin, if inspectors are named before it."""
    colon = _COLON.search(text, span.start, min(span.end, span.start + _LONGEST_LEAD))
    if colon is None or VEIL in span.slice(text) or _PERSON.search(text, span.start, colon.start()):
        return None
    return colon.end() if names_reporter(text[span.start : colon.start()]) else None


def closed(text: str, span: Span) -> tuple[int, Polarity] | None:
    """Return where what is praised or blamed ends, and which: `… are among the reasons given`."""
    match = _CLOSED.search(small(text), span.start, span.end)
    if match is None:
        return None
    good = match["good"] or match["praised"]
    return match.start(), Polarity.STRENGTH if good else Polarity.IMPROVEMENT


class _Lead:
    """What stands in a sentence before each of its verbs; `referred`: a pronoun may be the inspectors."""

    def __init__(self, text: str, span: Span, *, referred: bool) -> None:
        bodies = [
            match.end()
            for match in _SUBJECT.finditer(small(text), span.start, span.end)
            if _SAYING.match(text, match.end()) or not _READ_BY.search(text[span.start : match.start()])
        ]
        pronouns = [match.end() for match in _PRONOUN.finditer(small(text), span.start, span.end)]
        other = _SOMEONE_ELSE.search(small(text), span.start, span.end)
        edge = other.start() if other and referred else (span.end if referred else span.start)
        self._bodies = sorted([*bodies, *(p for p in pronouns if p < edge or (bodies and bodies[0] < p))])
        self._people = [match.end() for match in _PERSON.finditer(text, span.start, span.end)]
        self._quoted = text.find(VEIL, span.start, span.end)
        words_ = span.slice(text)
        self._begin = span.start + len(words_) - len(words_.lstrip())

    def has_words(self, at: int) -> bool:
        """Say whether anything stands before a place."""
        return at > self._begin

    def is_quoted(self, at: int) -> bool:
        """Say whether quoted words stand before a place, and nobody before them who reports findings."""
        return 0 <= self._quoted < at and not self.names_body(self._quoted)

    def names_body(self, at: int) -> bool:
        """Say whether something that reports findings stands before a place."""
        return bool(self._bodies) and self._bodies[0] <= at

    def is_person(self, at: int) -> bool:
        """Say whether a person, not a body, stands last before a place."""
        people, bodies = bisect_right(self._people, at), bisect_right(self._bodies, at)
        return people > 0 and (bodies == 0 or self._people[people - 1] > self._bodies[bodies - 1])
