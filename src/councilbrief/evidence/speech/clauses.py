"""Main clauses: who says what stands in a clause that hangs on them, and verbs that say nothing of it."""

from __future__ import annotations

import re

from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.credit import is_retold
from councilbrief.evidence.speech.cues import verbs
from councilbrief.evidence.speech.sayers import is_definite
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.speech.subjects import ADVERBS, subject
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# `was glad of what they ` before `found and said`, `In what it had to ` before `say`
_WHAT_THEY = re.compile(
    r"\b(?:what|whatever|all that) (?:they|it|he|she|[Ii]nspectors|Ofsted) (?:(?:had|has|have) (?:to )?)?$"
)
# `did not see much of what the inspectors ` before `saw, nor `: whoever did not see it goes on
_PART_OF_WHAT = re.compile(
    r"\b(?:some|much|most|all|part|any|little|none|half|many|bits?) of what"
    r" (?:they|it|he|she|(?:the |its )?\w+) (?:had |have |has )?$"
)
# `, nor `, behind that verb
_THEN = re.compile(rf"[^.;:,{VEIL}]{{0,40}}, (?:nor|but|and|or|yet)\b")
# `called what inspectors ` before `found`
_CALLED_WHAT = re.compile(
    r"\b(?:call(?:ed|s)|brand(?:ed|s)|dubbed|describe[ds]|label(?:led|s)|considered|deemed) what"
    r" (?:they|it|he|she|the \w+|[Ii]nspectors|Ofsted) (?:had |have |has )?$"
)
# `, which denies it, has`, `, though she asked for it, had`: the clause is over, and the one round it goes on
_IN_AN_ASIDE = re.compile(r", (?:who|whom|which|whose|though|although|even though|even if)\b[^,.;:]*$")
_MAIN_GOES_ON = re.compile(
    r", (?:has|have|had|is|are|was|were|will|would|can|could|should|must|did|does|do|may|might)\b"
)
_CONCEDES = re.compile(
    r"(?:But |And |Yet )?(?:[Ww]hile|[Ww]hilst|[Aa]lthough|[Tt]hough|[Ww]hereas|[Ee]ven though) "
)
_OPENING = 40
"""Characters of a sentence in which its subject stands."""

# `, but `, before the last clause of a sentence
_TURNS = re.compile(r"(?<!\bnot), (?:but|yet) (?!.*, (?:but|yet) )")
# `, with NAME, the leader, ` and `, with the leader, NAME, ` before `saying`
_WITH_WHOM = re.compile(
    rf"(?:,|{VEIL}) with (?:(?:the|its|their|an?|[A-Z][\w’'-]*) (?:[\w’'-]+ ){{0,8}}?(?:[\w’'-]+, )?)?$"
)
_COMMA = re.compile(r",? ")
_SHOWS = re.compile(rf"{either('speech', 'shows')}\b")
_SEES = re.compile(r"(?:saw|sees?|regard(?:ed|s)?|view(?:ed|s)?)\b")
# `, in which inspectors found homes “x” and ` before `set out`, which is no promise of those who read it
_IN_WHICH = re.compile(
    rf"\b(?:in which|where) (?P<who>[^.;:,{VEIL}]{{3,40}}) {either('speech', 'finds')}"
    rf" [^.;:{VEIL}]*{VEIL}+ and (?:also )?$"
)
# `and pledged`: what those do who read it
_PLEDGES = re.compile(r"(?:pledg|promis|vow|accept|apologis|admit|agree|thank|insist|hop)")
# ` and then `, before a verb that shares its subject
_JOINED = re.compile(rf"\b(?:and|but) {ADVERBS}$")
PARTICIPLE = re.compile(r"\w+ing\b")
"""The pattern of a verb that hangs on a main clause: `, adding: `."""


def main_clause(text: str, cast: Cast, frame: Span) -> Span:
    """Leave out what somebody else says in a clause that opens a sentence: `While NAME said so, OTHER `."""
    if not _CONCEDES.match(text, frame.start, frame.end):
        return frame
    verb = next(verbs(text, cast, frame), None)
    after = cast.within(Span(verb.end(), frame.end)) if verb else ()
    opens = (c.span.start for c in after if text.endswith(", ", frame.start, c.span.start))
    return Span(next(opens, frame.start), frame.end)


def main_subject(text: str, cast: Cast, frame: Span, verb: int) -> Candidate | None:
    """Return the subject of the clause on which a participle hangs: `NAME told the paper so, adding: `."""
    if not PARTICIPLE.match(text, verb, frame.end) or not text.endswith((", ", f"{VEIL} "), 0, verb):
        return None
    alongside = _alongside(text, cast, frame, verb)
    if alongside is not None:
        return alongside
    turn = _TURNS.search(text, frame.start, verb)
    if turn is not None and any(c.span.start == turn.end() for c in cast.within(frame)):
        # `The party runs the town, but NAME gave thanks, saying `
        frame = Span(turn.end(), frame.end)
    main = next(
        (v.start() for v in verbs(text, cast, Span(frame.start, verb)) if not is_retold(text, frame, v)),
        None,
    )
    if main is not None:
        return subject(text, cast, Span(frame.start, main))
    free = (c for c in cast.within(frame) if c.kind is not Kind.PRONOUN and not c.owner and not c.object)
    opens = next(free, None)
    return opens if opens and opens.span.start - frame.start <= _OPENING else None


def _alongside(text: str, cast: Cast, frame: Span, verb: int) -> Candidate | None:
    """Return who speaks beside what a sentence tells: `They were glad, with NAME, the leader, saying `."""
    people = (c for c in cast.within(Span(frame.start, verb)) if c.kind is Kind.PERSON and not c.owner)
    beside = [c for c in people if _WITH_WHOM.search(text, frame.start, c.span.start)]
    if not beside:
        return None
    told = beside[-1].person.role if beside[-1].person else None
    is_told = told is not None and told.exact
    return beside[-1] if is_told or _COMMA.fullmatch(text, beside[-1].span.end, verb) else None


def outer(text: str, cast: Cast, frame: Span, verb: int) -> Candidate | None:
    """Return the subject of an earlier verb of saying on which this one hangs.

    `NAME said the report showed that …`; `NAME said he would and called it …`;
    `NAME said that staff saw it as …`.
    """
    which = _IN_WHICH.search(text, frame.start, verb)
    theirs = cast.within(Span(*which.span("who"))) if which else ()
    if theirs and theirs[-1].is_ofsted and not _PLEDGES.match(text, verb):
        return theirs[-1]
    before = verbs(text, cast, Span(frame.start, verb))
    earlier = next((v for v in before if not _WHAT_THEY.search(text, frame.start, v.start())), None)
    if earlier is None or VEIL in text[earlier.end() : verb]:
        return None
    hangs = (
        _SHOWS.match(text, verb, frame.end)
        or _JOINED.search(text, frame.start, verb)
        or (_SEES.match(text, verb, frame.end) and _of_anybody(text, cast, Span(earlier.end(), verb)))
    )
    return subject(text, cast, Span(frame.start, earlier.start())) if hangs else None


def _of_anybody(text: str, cast: Cast, clause: Span) -> bool:
    """Say whether a clause told by somebody is of people in general: `warned that parents saw it as `."""
    who = subject(text, cast, clause) if text.startswith(" that ", clause.start) else None
    people = who is not None and who.kind in {Kind.ROLE, Kind.BODY} and not who.is_ofsted
    return who is not None and people and who.words.islower() and not is_definite(who.words)


def _is_in_an_aside(text: str, frame: Span, verb: re.Match[str]) -> bool:
    """Say whether a verb stands in a clause between commas, behind which the one round it goes on."""
    aside = _IN_AN_ASIDE.search(text, frame.start, verb.end())
    return aside is not None and _MAIN_GOES_ON.search(text, verb.end(), frame.end) is not None


def tells(text: str, frame: Span, verb: re.Match[str]) -> bool:
    """Say whether a verb can bring in words further on: not one in an aside, or of what is only retold."""
    if _CALLED_WHAT.search(text, frame.start, verb.start()):
        return False
    if _PART_OF_WHAT.search(text, frame.start, verb.start()) and _THEN.match(text, verb.end(), frame.end):
        return False
    return not is_retold(text, frame, verb) and not _is_in_an_aside(text, frame, verb)
