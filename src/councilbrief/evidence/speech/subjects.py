"""The subject of a verb of saying: which of those named before it speaks."""

from __future__ import annotations

import re

from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.words import any_of, either, phrases
from councilbrief.provenance import Span

SAY = either("speech", "statement")
"""The pattern of a verb that introduces a statement."""

ANY = any_of([*phrases("speech", "statement"), *phrases("speech", "snippet")])
"""The pattern of a verb that introduces a statement, or takes a snippet into the paper's own sentence."""

ADVERBS = rf"(?:(?:{either('speech', 'adverbs')}|\w+ly) )*"
"""The pattern of the words between a subject and its verb."""

_PASSIVE = re.compile(r"\b(?:been|was|were|is|are|be|being|as|to)(?: \w+ly)? $", re.IGNORECASE)
# `has begun to call`: its subject speaks.
_GOES_ON_TO = re.compile(rf"\b{either('speech', 'goes_on_to')} to $", re.IGNORECASE)
_ADJACENT = re.compile(rf"^,? ?{ADVERBS}$")
_ENCLOSED = re.compile(rf"(?: \([^()]*\))?,.*, {ADVERBS}")
_APPOSITION = re.compile(r"^(?:,|\s*\(|[’'])")
# `I put it to her that `: the one who writes speaks, whom the text need not name.
_FIRST_PERSON = re.compile(rf"\b(?:I|we|We)(?:[’'](?:ve|d|m|re|ll))? {ADVERBS}$")
# `after a joint inspection found`: no object, the clause goes on
_OPENS_A_CLAUSE = re.compile(r"\b(?:after|before|since|until)(?: the| a| an)? $", re.IGNORECASE)
# `A parent, who is not named to protect ` before `her son, told`: who ends the aside is not who speaks
_ASIDE = re.compile(r", (?:who|whom|whose|which)\b[^,.;:]*$")
# `the seven MPs` before ` – Ann Sample, Ben Hayes and Cy Pool – said`: all of them
_LISTED = re.compile(rf" [–—-]+ (?P<who>[^–—.:;]{{5,400}} and [^–—.:;]{{3,60}}) [–—-]+ ?{ADVERBS}(?:{SAY})\b")
_CLAUSE = 12
_NEAR, _APPOSED, _LOOSE = 4, 3, 1
_KINDS = {Kind.PERSON: 0.6, Kind.BODY: 0.3, Kind.ROLE: 0.3, Kind.PRONOUN: 0.2}
_OBJECT_PERSON, _OBJECT = 0.1, 0.05

PASSIVE_REACH = 40
"""Characters before a verb in which what makes it passive stands."""

_MOST_CANDIDATES = 24
"""How many candidates before a verb are asked for."""


def is_passive(text: str, begin: int, verb: int) -> bool:
    """Say whether a verb is a passive or an infinitive by the words before it: `was told`."""
    before = text[max(begin, verb - PASSIVE_REACH) : verb]
    if text.startswith("quoted", verb):
        return False  # whoever is quoted speaks
    return _PASSIVE.search(before) is not None and not _GOES_ON_TO.search(before)


def is_said_by_several(text: str, cast: Cast, frame: Span) -> bool:
    """Say whether several people, who stand listed between dashes, are the subject of a verb of saying."""
    listed = _LISTED.search(text, frame.start, frame.end)
    return (
        listed is not None and sum(c.kind is Kind.PERSON for c in cast.within(Span(*listed.span("who")))) > 1
    )


def subject(text: str, cast: Cast, frame: Span) -> Candidate | None:
    """Return the subject of a verb that stands at the end of the frame, None where there is none."""
    if _FIRST_PERSON.search(text, max(frame.start, frame.end - PASSIVE_REACH), frame.end):
        return None
    best: Candidate | None = None
    best_score = 0.0
    for candidate in cast.within(frame)[-_MOST_CANDIDATES:]:
        score = _score(text, candidate, frame)
        if score > best_score:
            best, best_score = candidate, score
    return best


def _score(text: str, candidate: Candidate, frame: Span) -> float:
    """Weigh a candidate by how it stands to the verb; 0 or less rules it out."""
    if candidate.owner:
        return 0
    gap = text[candidate.span.end : frame.end]
    if gap.startswith(",") and _ASIDE.search(text, frame.start, candidate.span.start):
        return 0
    kind = _KINDS[candidate.kind]
    if _ADJACENT.fullmatch(gap):
        blocked = candidate.object and candidate.kind is not Kind.PRONOUN
        before = text[max(frame.start, candidate.span.start - _CLAUSE) : candidate.span.start]
        blocked = blocked and not _OPENS_A_CLAUSE.search(before)
        return kind + (_LOOSE if blocked else _NEAR)
    if candidate.kind is not Kind.PRONOUN and not candidate.object and _ENCLOSED.fullmatch(gap):
        return kind + _NEAR
    if candidate.object:
        return _OBJECT_PERSON if candidate.kind is Kind.PERSON else _OBJECT
    role = candidate.person.role if candidate.person is not None else None
    apposed = (role is not None and role.exact) or _APPOSITION.match(gap) is not None
    return kind + (_APPOSED if candidate.kind is Kind.PERSON and apposed else _LOOSE)
