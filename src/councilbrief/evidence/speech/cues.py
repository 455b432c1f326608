"""A cue: the words beside a quotation that say who speaks, and by which rule they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.speech.subjects import ANY
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either, phrases
from councilbrief.provenance import Span

_ANY_CUE = re.compile(rf"\b(?P<cue>{ANY})\b")
# `the ` and `these ` before `reports`: a noun
_NOUN_FOLLOWS = tuple(f" {word} " for word in phrases("speech", "noun_follows"))

MOST_VERBS = 8
"""How many verbs on either side of a quotation a sentence is asked for."""

_NOUNS = phrases("speech", "nouns_alike")
# `refused to `, `did not `, before `say`
_UNSAID = frozenset(phrases("speech", "left_unsaid"))
_NOT = re.compile(
    r"(?:\bnot|n[’']t|\bnever|\b(?:refused|refuses|refusing|declined|declines|failed|unable) to) $"
)
_AGENT = re.compile(r"[^,;]{0,40}?\bby ")
# `Ofsted’s chief inspector, `: what an agent is, before the name
_AGENT_ROLE = re.compile(r"(?:(?:the |an? )?(?:[\w’'-]+ ){0,8}[\w’'-]+,? )?")
# `Mary Smith’s verdict: `, `The report’s first line reads: `, `Its last words were: `, `Her reply: `
_UTTERANCE = re.compile(
    r"(?:(?P<its>Its|Their)|[’']s?|(?P<her>His|Her)) (?:[\w-]+ ){0,2}"
    rf"(?:{either('speech', 'owned_parts')}|(?(its)(?!)|{either('speech', 'owned_words')}))"
    r"(?: (?:was|is|were|are|says?|said|reads?|runs?|ran|begins?|began))?"
    rf"(?P<tail>(?: that\b[^.;:{VEIL}]{{0,90}})?):?\s*$"
)
_OWNS = {"Its": "it", "Their": "they", "His": "he", "Her": "she"}
# `Among the inspectors’ findings were `, `Highlights of Ofsted’s findings include`
_AMONG = re.compile(
    r"(?:(?:Among|Amongst|One of|Two of|Some of|Chief among|First among"
    r"|(?:The )?(?:[\w-]+ )?(?i:highlights|points|headlines|examples|extracts) (?:of|from|in|among)) )?"
    rf"(?P<who>[^.;:,{VEIL}]{{3,40}}?[’'](?:s )?[^.;:,{VEIL}]{{0,20}}?"
    rf"\b{either('speech', 'found_by')}) (?:was|were|is|are|include[sd]?)\b"
)
# `the inspectors’ ` before `findings`
_OWNED = re.compile(r"(?P<who>[^’']+)[’']s? ")
# `with these words from `
_WORDS_FROM = re.compile(
    rf"\b(?:this|these|the following) (?:\w+ )?{either('speech', 'sent')} (?:from|of|by) "
    rf"(?=[^;:{VEIL}]{{3,120}}$)"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """How a quotation is attributed: the candidate, and the rule that links it."""

    candidate: Candidate
    rule: str


def verbs(text: str, cast: Cast, frame: Span) -> Iterator[re.Match[str]]:
    """Yield the verbs that bring in somebody else's words; `report` in `the stark report` is none."""
    for match in _ANY_CUE.finditer(text, frame.start, frame.end):
        noun = text.endswith(_NOUN_FOLLOWS, frame.start, match.start()) or text.startswith(
            _NOUNS, match.start()
        )
        left_unsaid = match["cue"] in _UNSAID and _NOT.search(text, frame.start, match.start())
        if not noun and not left_unsaid and not cast.is_part_of_a_name(Span(*match.span())):
            yield match


def agent(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read `by NAME` after a passive: the one who speaks; without it the text names nobody."""
    by = _AGENT.match(text, frame.start, frame.end)
    named = [c for c in cast.within(Span(by.end(), frame.end)) if not c.owner] if by else []
    if by is None or not named or not _AGENT_ROLE.fullmatch(text, by.end(), named[0].span.start):
        return None
    return Cue(named[0], "told-by")


def whose(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read a name that owns the words that follow the frame: `Mary Smith’s verdict: `."""
    said = _UTTERANCE.search(text, frame.start, frame.end)
    if said is not None and any(verbs(text, cast, Span(said.start("tail"), frame.end))):
        return None
    pronoun = said["its"] or said["her"] if said is not None else None
    if said is not None and pronoun is not None:
        at = Span(said.start(), said.start() + len(pronoun))
        stands_first = at.start == frame.start
        return Cue(Candidate(at, Kind.PRONOUN, _OWNS[pronoun]), "words-of") if stands_first else None
    owners = [c for c in cast.within(Span(frame.start, said.start())) if c.owner] if said else []
    if said is None or not owners or owners[-1].span.end != said.start():
        return None
    return Cue(owners[-1], "words-of") if owners[-1].kind is not Kind.PRONOUN else None


def among(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read whose finding a sentence tells of: `Among the inspectors’ findings were `."""
    listed = _AMONG.match(text, frame.start, frame.end)
    named = [c for c in cast.within(Span(*listed.span("who"))) if c.is_ofsted] if listed else []
    return Cue(_who_found(named[-1]), "words-of") if named else None


def _who_found(findings: Candidate) -> Candidate:
    """Return the inspectors of `the inspectors’ findings`, the report of `the report’s findings`."""
    owner = _OWNED.match(findings.words)
    if owner is None:
        return findings
    start = findings.span.start
    return replace(findings, span=Span(start, start + owner.end("who")), words=owner["who"])


def words_from(text: str, cast: Cast, sentence: Span) -> Cue | None:
    """Read a sentence that says whose words stand below it, as in `with these words from NAME.`."""
    match = _WORDS_FROM.search(text, sentence.start, sentence.end)
    named = [c for c in cast.within(Span(match.end(), sentence.end)) if not c.owner] if match else []
    people = [c for c in named if c.kind is Kind.PERSON]
    return Cue(people[0], "words-of") if len(people) == 1 else None
