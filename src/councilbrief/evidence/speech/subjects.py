"""The subject of a verb of saying: which of those named before it speaks."""

from __future__ import annotations

import re

from councilbrief.evidence.speech.candidates import Candidate, Kind, is_addressee
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
_BY = re.compile(r"\w+(?: \w+)? by (?!\w+ing\b)")
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
# `, carried out by Ofsted, the police and ` before `the trust, found`
_MADE_BY_SEVERAL = re.compile(r", (?:\w+ ){1,2}by [^.;:]{2,100} and $")
_ASIDE_ENDS = re.compile(rf"[^,.;:]*, {ADVERBS}$")
# `and another ` before `called`, `Some of them ` before `told`: somebody whom the text doesn't name
_SOMEBODY = rf"\b{either('speech', 'indefinite')} (?:of (?:them|these|those|us) )?{ADVERBS}"
_INDEFINITE = re.compile(rf"{_SOMEBODY}$", re.IGNORECASE)
# `Some of them told inspectors that ` before `they had heard`: those who told it
_SOMEBODY_SAYS = re.compile(rf"{_SOMEBODY}(?:{SAY}) (?:[\w’'-]+ ){{0,4}}?(?:that )?$", re.IGNORECASE)
# `, which rates them low and ` before `points to`, `a report that `: what it goes back to says so
_RELATIVE = re.compile(rf"(?:,? which|, which [^,.;:]{{2,80}} and|(?P<that> that)) {ADVERBS}$")
# ` on the services in Norchester`, between a document and `which`
_COMPLEMENT = re.compile(r"(?: (?:on|of|into|about|for|from|by|in|at|to|with|and)(?: [\w’'-]+){1,8})*")
# ` in May 2018`, ` last year`, between a document and `that`
_WHEN = re.compile(
    r" (?:(?:in|of|from|dated) (?:(?:early|late|mid) )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}"
    r"|in [A-Z][a-z]+|(?:last|this|earlier this) \w+)"
)
_REACH_OF_WHICH = 120
"""Characters before a verb in which "which" stands that is its subject."""

# `the seven MPs` before ` – Ann Sample, Ben Hayes and Cy Pool – said`: all of them
_LISTED = re.compile(rf" [–—-]+ (?P<who>[^–—.:;]{{5,400}} and [^–—.:;]{{3,60}}) [–—-]+ ?{ADVERBS}(?:{SAY})\b")
# `Responding to `, `In reply to `
_LEADS_IN = re.compile(
    r"(?:[A-Z]\w+ing|(?:In|As) (?:an? )?(?:\w+ )?(?:reply|response|reaction|answer)|Asked|Pressed|Challenged)"
    r" (?:to|on|about|upon|for|over|by)\b"
)
_FEWEST_LISTED = 2
# ` that followed the ` between a letter and an inspection
_FOLLOWED = re.compile(
    r" (?:that|which) (?:has |had )?(?:followed|follows|came (?:out )?(?:of|after|from)|accompanied|summed up"
    r"|closed|ended|led to|set up|told|covered|brought) (?:the |an? |its |their )?$"
)
# `with ` before `inspectors finding`
# `was called poor by `, before who called it so
_DONE_BY = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:\w+ly )?\w+(?:ed|en|ought|old)(?: [\w‘’'“”\"-]+){0,3} by (?:the )?$"
)
_WITH = re.compile(r"\bwith (?:the |its )?$")
_PARTICIPLE = re.compile(r"\w+ing\b")
_CLAUSE = 12
_NEAR, _APPOSED, _LOOSE, _BLOCKED = 4, 3, 1, 0.5
_KINDS = {Kind.PERSON: 0.6, Kind.BODY: 0.3, Kind.ROLE: 0.3, Kind.PRONOUN: 0.2}
_OBJECT_PERSON, _OBJECT = 0.1, 0.05

PASSIVE_REACH = 40
"""Characters before a verb in which what makes it passive stands."""

_MOST_CANDIDATES = 24
"""How many candidates before a verb are asked for."""


def is_passive(text: str, begin: int, verb: int) -> bool:
    """Say whether a verb is a passive or an infinitive by the words before it: `was told`."""
    if text.startswith("quoted", verb):
        return False  # whoever is quoted speaks
    if _BY.match(text, verb):
        return True  # `, described by NAME as`
    before = text[max(begin, verb - PASSIVE_REACH) : verb]
    return _PASSIVE.search(before) is not None and not _GOES_ON_TO.search(before)


def said_by_several(text: str, cast: Cast, frame: Span) -> tuple[bool, Candidate | None]:
    """Say whether several people, listed between dashes, say something, and what they are together."""
    listed = _LISTED.search(text, frame.start, frame.end)
    people = [c for c in cast.within(Span(*listed.span("who"))) if c.kind is Kind.PERSON] if listed else []
    if listed is None or len(people) < _FEWEST_LISTED:
        return False, None
    bodies = (c for c in cast.within(Span(frame.start, listed.start())) if c.kind is Kind.BODY)
    return True, next((c for c in bodies if c.span.end == listed.start()), None)


def is_unnamed(text: str, frame: Span) -> bool:
    """Say whether the writer, or somebody whom the text doesn't name, is a verb's subject."""
    near = max(frame.start, frame.end - PASSIVE_REACH)
    first = _FIRST_PERSON.search(text, near, frame.end)
    return first is not None or _INDEFINITE.search(text, near, frame.end) is not None


def subject(text: str, cast: Cast, frame: Span) -> Candidate | None:
    """Return the subject of a verb that stands at the end of the frame, None where there is none."""
    if is_unnamed(text, frame):
        return None
    best: Candidate | None = None
    best_score = 0.0
    for candidate in cast.within(frame)[-_MOST_CANDIDATES:]:
        score = _score(text, candidate, frame)
        if score > best_score:
            best, best_score = candidate, score
    best = _behind_its_relative(text, cast, frame, best) if best is not None else None
    theirs = best is not None and best.kind is Kind.PRONOUN
    if best is not None and theirs and _SOMEBODY_SAYS.search(text, frame.start, best.span.start):
        return None
    return best


def _behind_its_relative(text: str, cast: Cast, frame: Span, best: Candidate) -> Candidate:
    """Return the letter of "the letter that followed the visit says", of whose clause one is the object."""
    start = max(frame.start, best.span.start - _REACH_OF_WHICH)
    relative = _FOLLOWED.search(text, start, best.span.start)
    heads = cast.within(Span(frame.start, relative.start())) if relative else ()
    return next((c for c in heads if relative and c.span.end == relative.start()), best)


def relative_subject(text: str, cast: Cast, frame: Span) -> tuple[bool, Candidate | None]:
    """Say whether "which" is the subject of the verb at the end of the frame, and what it goes back to.

    `a report on the borough, which says `: the report, which need not be what stands nearest.
    """
    which = _RELATIVE.search(text, max(frame.start, frame.end - _REACH_OF_WHICH), frame.end)
    if which is None:
        return False, None
    bodies = [c for c in cast.within(Span(frame.start, which.start())) if c.kind is Kind.BODY and not c.owner]
    close = [c for c in bodies if _COMPLEMENT.fullmatch(text, c.span.end, which.start())]
    document = next((c for c in close if c.is_document), None)
    beside = next((c for c in close if c.span.end == which.start()), None)
    if which["that"] is not None:
        found = beside if beside is not None and beside.is_document else _dated(text, close, which.start())
        return found is not None, found
    made_it = beside is not None and text.endswith(" by ", frame.start, beside.span.start)
    return True, document or (None if made_it else beside)  # `a plan drawn up by the council, which promises`


def _dated(text: str, close: list[Candidate], that: int) -> Candidate | None:
    """Return the document of which only its date stands before "that": `an inspection in 2018 that found`."""
    dated = (c for c in close if c.is_document and _WHEN.fullmatch(text, c.span.end, that))
    return next(dated, None)


def _is_in_brackets(text: str, candidate: Candidate, frame: Span) -> bool:
    """Say whether a candidate stands in brackets that close before the verb: `NAME (Labour), says`."""
    start = candidate.span.start
    opened = text.rfind("(", frame.start, start)
    return opened > text.rfind(")", frame.start, start) and text.find(")", candidate.span.end, frame.end) >= 0


def _is_in_an_aside(text: str, candidate: Candidate, frame: Span, gap: str) -> bool:
    """Say whether a candidate stands in brackets, or in a relative clause, that ends before the verb."""
    ends = gap.startswith(",") or _ASIDE_ENDS.fullmatch(gap)
    before = text[frame.start : candidate.span.start]
    aside = ends and (_ASIDE.search(before) or _MADE_BY_SEVERAL.search(before))
    return bool(aside) or _is_in_brackets(text, candidate, frame)


def _beside(text: str, candidate: Candidate, frame: Span) -> float:
    """Weigh a candidate right before the verb: an object is seldom its subject, an addressee never."""
    before = text[max(frame.start, candidate.span.start - _CLAUSE) : candidate.span.start]
    free = not candidate.object or candidate.kind is Kind.PRONOUN or _OPENS_A_CLAUSE.search(before)
    if free or (_WITH.search(before) and _PARTICIPLE.match(text, frame.end)):
        return _NEAR
    return -1 if is_addressee(text, candidate.span.start) else _BLOCKED  # `NAME’s letter to OTHER says`


def _score(text: str, candidate: Candidate, frame: Span) -> float:
    """Weigh a candidate by how it stands to the verb; 0 or less rules it out."""
    gap = text[candidate.span.end : frame.end]
    if candidate.owner or _is_in_an_aside(text, candidate, frame, gap):
        return 0
    kind = _KINDS[candidate.kind]
    if _ADJACENT.fullmatch(gap):
        return kind + _beside(text, candidate, frame)
    if candidate.kind is not Kind.PRONOUN and not candidate.object and _ENCLOSED.fullmatch(gap):
        return kind + _NEAR
    responds = candidate.object and gap.startswith(", ") and _LEADS_IN.match(text, frame.start, frame.end)
    if responds or _DONE_BY.search(text, frame.start, candidate.span.start):
        # `Responding to the report, the new pressure body said`; `It was called slow by Ofsted and all say`
        return 0
    if candidate.object:
        return _OBJECT_PERSON if candidate.kind is Kind.PERSON else _OBJECT
    role = candidate.person.role if candidate.person is not None else None
    apposed = (role is not None and role.exact) or _APPOSITION.match(gap) is not None
    return kind + (_APPOSED if candidate.kind is Kind.PERSON and apposed else _LOOSE)
