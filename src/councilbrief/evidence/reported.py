"""Findings in prose: what a report, a letter or inspectors are said to have found, clause by clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.documents.document import Shape
from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.parts import examples, parts
from councilbrief.evidence.polarity import polarity
from councilbrief.evidence.reading import VEIL, Reading, Sentence
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_CLAUSE_VERB = either("findings", "clause_verbs")
_PRAISE_VERB = either("findings", "praise_verbs")
# `found that `, `praised staff for `, `would like to see `
_FRAME = re.compile(
    rf"\b(?P<clause>{_CLAUSE_VERB})(?: (?:also|further|therefore))?(?P<that>,? that,?)? (?=\S)"
    rf"|\b(?P<praise>{_PRAISE_VERB})(?: for| by inspectors for)? (?=\S)"
    rf"|\b(?P<blame>{either('findings', 'blame_verbs')}) (?=\S)",
    re.IGNORECASE,
)
_TAKES_THING = re.compile(_PRAISE_VERB, re.IGNORECASE)
_ALWAYS_CLAUSE = frozenset({"found", "said", "says", "warned"})
# `must do more to improve `, `has been asked to look again at `
_MUST = re.compile(
    rf"\b(?:{either('findings', 'must')}|wants (?:the |it |[A-Z])[\w ]{{0,30}}to)"
    rf" (?:now |also |do more to |further )?(?P<verb>{either('findings', 'improve_verbs')})(?: at)? ",
    re.IGNORECASE,
)
_KEPT_VERBS = frozenset({"ensure", "make sure"})
"""Verbs that belong to what must improve: `ensure that plans are clear`."""

# `Its recommendations for the service include: `, `Things to work on are `
_LISTED = re.compile(
    rf"\b{either('findings', 'demands')}"
    r"(?: (?:in|of|from|for|on|made by|set out in|that|it) [\w’' ]{0,40}?)?"
    r" ?(?:includ\w+:?|are|is|were|cover|concern|:)(?: to)? "
    r"|\b(?:things?|points?|matters?|areas?) to (?:work on|improve|put right|address)(?: is| are)?:? "
    r"|(?<![\w,] )\b(?:They|These|Among them) (?:include|are|cover)(?: to)? ",
    re.IGNORECASE,
)
# `Plans and their reviews all need to improve.`
_NEEDS_AFTER = re.compile(
    r",? (?:all |both |each |still )?(?:need(?:s|ed)?|ha[sd]|have) to"
    r" (?:be )?(?:improve|improved|get better|be better|strengthened)\b(?=[.,;’”'\"]|$| as well| too)",
    re.IGNORECASE,
)
_IMPROVEMENT_CONTEXT = re.compile(rf"\b{either('findings', 'improvement_context')}\b", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:(?:\w+ )?(?:things|areas|points|matters|recommendations|improvements)"
    r"|\w+ly(?:,.*)?|(?:after|following|since|when|within|by|before|if|or|and|as|because)\b.*"
    r"|.* that|no .*|little .*)",
    re.IGNORECASE,
)
# `…, inspectors found.`
_AFTERWARDS = re.compile(
    rf",? {either('findings', 'found_by')} (?:also )?(?:{_CLAUSE_VERB})(?P<on>, and (?:that )?)?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"\b{either('findings', 'frame_subjects')}\b", re.IGNORECASE)
# `it was also ` before `noted that`
_PASSIVE = re.compile(
    r"\b(?:it was|was|were|been|there (?:was|is|were)|it is)(?: (?:also|further|again))? $", re.IGNORECASE
)
_IMPERSONAL = re.compile(r"\b(?:it|also) (?:was|is)(?: also)? $|\bit was (?:also |further )?$", re.IGNORECASE)
_FURTHER = re.compile(
    rf"(?:,|;|\b{either('findings', 'further')})(?: (?:also|was|were|is|has|had|goes on to|went on to))*\s$",
    re.IGNORECASE,
)
_REACH = 80
"""Characters before a verb that say how it is meant."""

_PERSON = re.compile(
    r"\b(?:[Cc]ll?r|[Cc]oun|[Cc]ouncillor|Mr|Mrs|Ms|Dr|Dame|Sir|Lord|Lady|Baroness|Rev|Prof|MP)\b"
)
_CONTINUES = re.compile(rf"{either('findings', 'continues')}\b")
_VAGUE = re.compile(
    r"(?:some|many|several|a number of|various|other|few|specific)\b[^,;]{0,40}?"
    r"\b(?:services|areas|strengths|points|aspects|improvements|findings|things)\b.{0,60}",
    re.IGNORECASE,
)
_LEANS = re.compile(r"\bthey have\b[^,;]*\bthese\b", re.IGNORECASE)
_LEANS_BACK = re.compile(r"(?:this|these|it|they|their|its|that|those|such|both)\b", re.IGNORECASE)
_HAS_VERB = re.compile(r"[^,;.]{0,120}?\b(?:is|are|was|were|has|have|had|can|do|does|did|\w{3,}ed)\b")
# ` and they also ` at the end of what the frame before it holds
_NEXT_FRAME = re.compile(
    r"(?:,? (?:and|but)(?: also)?|;)(?: (?:it|they|the report|inspectors|he|she|the letter))?"
    r"(?: (?:also|has|had|was|were|goes on to|went on to))* ?[\w ]{0,16}$"
)
# `Since the last inspection in 2019, `
_ADVERBIALS = re.compile(
    r"\s*(?:that,? )?(?:since [^,]{0,60}?\b(?:19|20)\d\d,? |finally, |however, |also,? )*", re.IGNORECASE
)
_FEWEST_WORDS = 3
_CONTEXT = 160
"""Characters before a sentence in which what asks for improvement can stand."""


@dataclass(frozen=True, slots=True)
class ReportedClause:
    """A finding told in prose; `standing` is the smallest slice around it that can stand alone."""

    span: Span
    standing: Span
    polarity: Polarity
    rule: str


def reported(reading: Reading, text: str) -> Iterator[ReportedClause]:
    """Yield what prose reports as found; `text` has the statements of people veiled."""
    topical = before = False
    paragraph = -1
    for sentence in reading.sentences:
        if sentence.paragraph != paragraph:
            paragraph, before, topical = sentence.paragraph, topical, False
        prose = reading.paragraphs[sentence.paragraph].shape is Shape.PROSE
        if not prose or text[sentence.span.end - 1] == ":":
            continue
        found = list(_in_sentence(text, sentence, carried=topical or before))
        yield from found
        topical = topical or bool(found) or _frames(text, sentence.span, carried=topical) != []


def _in_sentence(text: str, sentence: Sentence, *, carried: bool) -> Iterator[ReportedClause]:
    """Read one sentence: what must improve first, then what was found, then what goes on from before."""
    span = sentence.span
    must, improve = _must_improve(text, span)
    if improve:
        yield from improve
        span = Span(span.start, must)
    frames = _frames(text, span, carried=carried)
    for (kind, start), stop in zip(frames, [*(f[1] for f in frames[1:]), span.end], strict=False):
        end = _before_next_frame(text, start, stop, last=stop == span.end)
        yield from _content(text, Span(start, end), kind, sentence.span)
    after = None if frames or improve else _AFTERWARDS.search(text, span.start, span.end)
    if after and (after.end() >= span.end - 1 or after["on"]):
        yield from _content(text, Span(span.start, after.start()), "clause", sentence.span)
        yield from _content(text, Span(min(after.end(), span.end), span.end), "clause", sentence.span)
    elif not frames and not improve and carried and _CONTINUES.match(text[span.start : span.end]):
        yield from _content(text, span, "goes-on", sentence.span)


def _frames(text: str, span: Span, *, carried: bool) -> list[tuple[str, int]]:
    """Return where reported content begins, with the kind of verb before it."""
    found = list(_FRAME.finditer(text, span.start, span.end))
    if not found:
        return []
    out: list[tuple[str, int]] = []
    lead = _Lead(text, span)
    for match in found:
        near = text[max(span.start, match.start() - _REACH) : match.start()]
        passive = _PASSIVE.search(near) is not None
        body = lead.names_body(match.start()) or (carried and not lead.has_words(match.start()))
        if not (body or passive or out) or lead.is_quoted(match.start()) or lead.is_person(match.start()):
            continue
        if out and not _FURTHER.search(near):
            continue
        if passive and match["clause"] and not _IMPERSONAL.search(near):
            continue
        out.append((_kind(text, match, span.end), match.end()))
    return out


class _Lead:
    """What stands in a sentence before each of its verbs."""

    def __init__(self, text: str, span: Span) -> None:
        self._bodies = [match.end() for match in _SUBJECT.finditer(text, span.start, span.end)]
        self._people = [match.end() for match in _PERSON.finditer(text, span.start, span.end)]
        self._quoted = text.find(VEIL, span.start, span.end)
        words_ = span.slice(text)
        self._begin = span.start + len(words_) - len(words_.lstrip())

    def has_words(self, at: int) -> bool:
        """Say whether anything stands before a place."""
        return at > self._begin

    def is_quoted(self, at: int) -> bool:
        """Say whether quoted words stand before a place."""
        return 0 <= self._quoted < at

    def names_body(self, at: int) -> bool:
        """Say whether something that reports findings stands before a place."""
        return bool(self._bodies) and self._bodies[0] <= at

    def is_person(self, at: int) -> bool:
        """Say whether a person, not a body, stands last before a place."""
        people, bodies = bisect_right(self._people, at), bisect_right(self._bodies, at)
        return people > 0 and (bodies == 0 or self._people[people - 1] > self._bodies[bodies - 1])


def _kind(text: str, verb: re.Match[str], end: int) -> str:
    """Say what a verb reports: a clause, or a thing that is praised or found wanting."""
    kind = next(name for name in ("clause", "praise", "blame") if verb[name])
    if kind != "clause" or verb["that"] or not _TAKES_THING.fullmatch(verb["clause"]):
        return kind
    thing = not _HAS_VERB.match(text, verb.end(), end) and verb["clause"].lower() not in _ALWAYS_CLAUSE
    return "praise" if thing else "clause"


def _before_next_frame(text: str, start: int, stop: int, *, last: bool) -> int:
    """Cut the words that lead into the next frame off the end of content."""
    if last:
        return stop
    lead = _NEXT_FRAME.search(text, start, stop)
    return lead.start() if lead else stop


def _content(text: str, span: Span, kind: str, sentence: Span) -> Iterator[ReportedClause]:
    """Cut content into clauses and tell praise from shortfall."""
    whole = _tidy(text, span)
    things = kind in {"praise", "blame"} and not _HAS_VERB.match(text, whole.start, whole.end)
    for part in parts(text, whole, things=things):
        words_ = part.slice(text)
        if len(words_.split()) < _FEWEST_WORDS and kind != "praise":
            continue
        found = polarity(words_)
        if kind == "praise":
            found = found if found is Polarity.IMPROVEMENT else Polarity.STRENGTH
        elif kind == "blame":
            found = Polarity.IMPROVEMENT
        if found is None or VEIL in words_ or _VAGUE.fullmatch(words_) or _NOTHING.fullmatch(words_):
            continue
        for told in examples(text, part) or (part,):
            yield ReportedClause(told, _standing(text, told, whole, sentence), found, f"reported-{kind}")


def _standing(text: str, part: Span, whole: Span, sentence: Span) -> Span:
    """Return the slice that can stand alone: more of the sentence where the part leans on it."""
    if _LEANS.search(part.slice(text)) and sentence.start < whole.start:
        return Span(sentence.start, part.end)
    if _LEANS_BACK.match(text, part.start, part.end):
        return Span(whole.start, part.end)
    return part


def _tidy(text: str, span: Span) -> Span:
    """Leave spaces, opening adverbials and the closing full stop out."""
    end = span.start + len(span.slice(text).rstrip(" .,;:"))
    lead = _ADVERBIALS.match(text, span.start, end)
    start = lead.end() if lead else span.start
    return Span(start, max(start, end))


def _must_improve(text: str, span: Span) -> tuple[int, list[ReportedClause]]:
    """Read what must improve, after its verb, after a lead-in, or before `need to improve`.

    The number is where the words begin that say so.
    """
    after = _NEEDS_AFTER.search(text, span.start, span.end)
    if after:
        lead = list(_FRAME.finditer(text, span.start, after.start()))
        start = lead[-1].end() if lead else span.start
        return start, list(_things(text, Span(start, after.start()), "need-to-improve"))
    must = _MUST.search(text, span.start, span.end)
    if must:
        start = must.start("verb") if must["verb"].lower() in _KEPT_VERBS else must.end()
        return must.start(), list(_things(text, Span(start, span.end), "must-improve"))
    listed = _LISTED.search(text, span.start, span.end)
    if listed and _IMPROVEMENT_CONTEXT.search(text[max(0, span.start - _CONTEXT) : listed.end()]):
        return listed.start(), list(_things(text, Span(listed.end(), span.end), "must-improve"))
    return span.end, []


def _things(text: str, span: Span, rule: str) -> Iterator[ReportedClause]:
    """Cut an enumeration of what must improve into its things."""
    whole = _tidy(text, span)
    for part in parts(text, whole, things=True):
        words_ = part.slice(text)
        if words_.strip(VEIL + " ") and len(words_) > _FEWEST_WORDS and not _NOTHING.fullmatch(words_):
            yield ReportedClause(part, part, Polarity.IMPROVEMENT, rule)
