"""Cues before a quotation: the narrator's words that lead up to it."""

from __future__ import annotations

import re

from councilbrief.evidence.speech.candidates import Candidate, Kind
from councilbrief.evidence.speech.clauses import PARTICIPLE, main_clause, main_subject, outer, tells
from councilbrief.evidence.speech.credit import credited, given_by_ofsted
from councilbrief.evidence.speech.cues import MOST_VERBS, Cue, agent, among, verbs, whose
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.speech.subjects import (
    ANY,
    PASSIVE_REACH,
    SAY,
    is_passive,
    is_unnamed,
    relative_subject,
    said_by_several,
    subject,
)
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

# `The release has the leader, NAME, saying, `, `the paper quotes NAME as saying`
_QUOTED_AS = re.compile(
    rf"(?<!\bis )(?<!\bwas )(?<!\bbeen )(?<!\bwere )(?<!\bare )\b{either('speech', 'quotes')}"
    rf"(?P<who> (?:the |its |their |our |one |an? |[A-Z])[^.;:{VEIL}]{{1,140}}?),? (?:as )?"
    rf"(?:(?:{SAY})(?<=ing))\b[^.;:{VEIL}]{{0,60}}:?\s*$"
    rf"|\b(?:quotes|quoting|cites) (?P<direct>(?:the |its |one |an? |[A-Z])[^.;:{VEIL}]{{2,120}}):\s*$"
    rf"|\b(?:heard|learned|learnt) (?:\w+ly )?from (?P<source>[^.;:,{VEIL}]{{2,80}}?)"
    rf" (?:that|how|of)\b[^.;:{VEIL}]{{0,90}}$"
)
# `; and how `, or `; ` between “x” and “y”, goes on with what the first part of the sentence tells
_SAME_SENTENCE = re.compile(
    rf"; (?:and |but |or )?(?:(?:how|that|where|of|for|by|in) |$|{VEIL}+,? (?:and |or )?$)"
)
# `, the letter said, `
_SAID_ASIDE = re.compile(
    rf"(?P<comma>, )(?=[^,.;:{VEIL}]{{3,60}} )(?:[\w’'-]+ ){{1,8}}?(?P<verb>{ANY})(?=, )"
)
_STATES = re.compile(rf"(?:{SAY})\b")
_REACTED = re.compile(rf"\b{either('speech', 'reacted')}\b")
_SAY_TO_END = re.compile(rf"\b(?P<cue>{ANY})\b(?P<tail>[^.!?;{VEIL}]{{0,90}})$")
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Tt]o quote"
    r"|[Ii]t (?:is|was|remains) the (?:view|opinion|conclusion|verdict|finding|judgement|belief) of) "
)

_COLON = re.compile(r"[:]\s*$")
_PASSIVE_OF_BE = re.compile(
    rf"\b(?:been|was|were|is|are|be|being)(?: \w+ly| {either('speech', 'adverbs')})? $", re.IGNORECASE
)
# `A message from NAME: `
_FROM = re.compile(r"\b(?:from|by) (?:the )?$")
# ` as `, ` as “x”, “y” and `, behind who speaks
_AS = re.compile(r" (?:as|for|to be|over)(?: (?!(?:and|but|that|while|who|which) [\w’'-])[^\s.;:]+)* $")
# `Said one officer, who asked not to be named: `
_SAID_FIRST = re.compile(rf"\W*(?:{SAY}) (?=[\w ’'-])", re.IGNORECASE)
# ` and the chiefs of the town have sworn to `, behind `branded slow by Ofsted`
_ANOTHER_ACTS = re.compile(
    rf",? (?:and|but|while|as) (?!(?:has|have|had|is|are|was|were|will)\b)[^.;:{VEIL}]{{2,160}}?"
    r" (?:has|have|had|will) (?!been\b)"
)
_WITH = re.compile(r"\bwith (?:the |its )?$")
_IN_WORDS = re.compile(
    rf"(?:\b(?:[Ii]n )?the words of (?P<of>)|\b[Ii]n )(?P<who>[^,.;:{VEIL}]{{2,60}}?)"
    r"(?(of)|(?:[’']s?|s[’']) (?:own )?(?:words|phrase|view|opinion|judgement))[, ]"
)
# `The new director, says Ofsted, has brought `
_ASIDE = re.compile(rf",(?: as)? (?:{SAY}) (?=[^,.;:{VEIL}]{{2,80}}, )")


def cue_before(text: str, cast: Cast, frame: Span, *, statement: bool) -> Cue | None:
    """Read the narrator's words that lead up to a quotation: `NAME, ROLE, said: `.

    `frame` runs from the sentence's start to the opening mark. `statement`: the quotation
    stands for itself, and is no part of the narrator's sentence.
    """
    part = text.rfind("; ", frame.start, frame.end)
    part = -1 if _SAME_SENTENCE.match(text, part, frame.end) else part
    frame = main_clause(text, cast, Span(part + 2, frame.end) if part >= 0 else frame)
    together, group = said_by_several(text, cast, frame)
    if together:
        return Cue(group, "said-before") if group else None
    quoted = _QUOTED_AS.search(text, frame.start, frame.end)
    if quoted is not None:
        return _quoted_as(cast, Span(*quoted.span(quoted.lastgroup or "who")))
    told = _told_to(text, cast, frame) if statement else None
    if told is not None:
        return agent(text, cast, Span(told, frame.end))
    spoken_of = None if statement else _spoken_of(text, cast, frame)
    if spoken_of is not None:
        return spoken_of
    words_ = _by_words(text, cast, frame, statement=statement)
    return words_ or _by_place(text, cast, frame, statement=statement)


def _by_words(text: str, cast: Cast, frame: Span, *, statement: bool) -> Cue | None:
    """Read words that attribute: whose words they are, an aside, a verb of saying."""
    return (
        _in_words_of(text, cast, frame)
        or _aside(text, cast, frame)
        or whose(text, cast, frame)
        or _said_aside(text, cast, frame)
        or _said(text, cast, frame, statement=statement)
    )


def _by_place(text: str, cast: Cast, frame: Span, *, statement: bool) -> Cue | None:
    """Read what says less: a colon, `according to`, a verb further off."""
    lead = frame.slice(text)
    if _COLON.search(lead):
        named = subject(text, cast, frame)
        from_them = named is not None and _FROM.search(text, frame.start, named.span.start)
        if named is not None and (not named.object or named.is_document or from_them):
            return Cue(named, "colon-before")
    according = _ACCORDING.search(lead)
    if according:
        names = cast.within(Span(frame.start + according.end(), frame.end))
        if names:
            return Cue(names[0], "according-to")
    if statement:
        return among(text, cast, frame)
    return (
        among(text, cast, frame)
        or given_by_ofsted(text, cast, frame)
        or credited(text, cast, frame)
        or _any_before(text, cast, frame)
    )


def _quoted_as(cast: Cast, who: Span) -> Cue | None:
    """Read whom a release `has saying`, or quotes `as saying`, something: not the release itself."""
    named = [c for c in cast.within(who) if not c.owner and c.kind is not Kind.PRONOUN]
    people = [c for c in named if c.kind is Kind.PERSON]
    return Cue((people or named)[0], "said-before") if named else None


def reacted(text: str, cast: Cast, sentence: Span) -> Cue | None:
    """Read who `has given her reaction` in a sentence that says no more of it."""
    match = _REACTED.search(text, sentence.start, sentence.end)
    who = subject(text, cast, Span(sentence.start, match.start())) if match else None
    return Cue(who, "reacted") if who is not None and who.kind is Kind.PERSON else None


def _told_to(text: str, cast: Cast, frame: Span) -> int | None:
    """Return where the last verb of saying ends if it is a passive: its subject is spoken to."""
    last = next(reversed(list(verbs(text, cast, frame))), None)
    if last is None or text.find(VEIL, last.end(), frame.end) >= 0:
        return None
    before = text[max(frame.start, last.start() - PASSIVE_REACH) : last.start()]
    passive = _PASSIVE_OF_BE.search(before) and last["cue"] != "quoted"
    return last.end() if passive else None


def _spoken_of(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read a passive right before a snippet, with who speaks: `work that was described by carers as `."""
    last = next(reversed(list(verbs(text, cast, frame))), None)
    if last is None or not is_passive(text, frame.start, last.start()):
        return None
    cue = agent(text, cast, Span(last.end(), frame.end))
    return cue if cue and _AS.match(text, cue.candidate.span.end, frame.end) else None


def _in_words_of(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read `In the inspectors’ words, ` and `in the words of NAME, `."""
    words_ = _IN_WORDS.search(text, frame.start, frame.end)
    if words_ is None:
        return None
    end = words_.end() if words_["of"] is None else frame.end
    named = [c for c in cast.within(Span(words_.start("who"), end)) if c.kind is not Kind.PRONOUN]
    return Cue(named[0], "words-of") if named and named[0].span.start == words_.start("who") else None


def _aside(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read an attribution between commas: `The director, says Ofsted, has brought `."""
    first = _SAID_FIRST.match(text, frame.start, frame.end)
    if first:
        named = cast.within(Span(first.end(), frame.end))
        if named and named[0].span.start == first.end() and named[0].kind is not Kind.PRONOUN:
            return Cue(named[0], "said-before")
    for match in _ASIDE.finditer(text, frame.start, frame.end):
        named = cast.within(Span(match.end(), frame.end))
        if named and named[0].span.start == match.end() and text.startswith(",", named[0].span.end):
            return Cue(named[0], "said-aside")
    return None


def _said_aside(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read `Fewer had left, the letter said, and families saw “…”`: the aside is on the whole sentence."""
    for aside in _SAID_ASIDE.finditer(text, frame.start, frame.end):
        named = [c for c in cast.within(Span(aside.end("comma"), aside.start("verb"))) if not c.owner]
        beside = named and named[0].span.start == aside.end("comma") and named[-1].kind is not Kind.PRONOUN
        if beside and len(named) == 1 and not _says_more(text, cast, Span(aside.end(), frame.end)):
            return Cue(named[0], "said-aside")
    return None


def _says_more(text: str, cast: Cast, frame: Span) -> bool:
    """Say whether somebody else says something in words behind an aside."""
    said = (v.start() for v in verbs(text, cast, frame) if _STATES.match(text, v.start(), frame.end))
    return any(subject(text, cast, Span(frame.start, at)) for at in said)


def _said(text: str, cast: Cast, frame: Span, *, statement: bool) -> Cue | None:
    """Read the last verb of saying and its subject; that of `, adding: ` is the main clause's."""
    said = _last_active(text, cast, frame, statement=statement)
    if said is None:
        return None
    is_relative, which = relative_subject(text, cast, Span(frame.start, said))
    if is_relative:
        return Cue(which, "said-before") if which else None
    found = main_subject(text, cast, frame, said) or outer(text, cast, frame, said)
    found = found or subject(text, cast, Span(frame.start, said))
    hangs = found is not None and found.object and PARTICIPLE.match(text, said)
    if found is not None and hangs and not _WITH.search(text, frame.start, found.span.start):
        # `releasing a video to supporters saying`: whoever released it says so; not `with inspectors saying`
        free = (c for c in cast.within(Span(frame.start, found.span.start)) if not c.object and not c.owner)
        found = next(free, found)
    return Cue(found, "said-before") if found else None


def _last_active(text: str, cast: Cast, frame: Span, *, statement: bool) -> int | None:
    """Return where the last verb of saying starts, passives left out."""
    veiled = text.rfind(VEIL, frame.start, frame.end)
    for match in reversed(list(verbs(text, cast, frame))):
        if not _SAY_TO_END.match(text, match.start(), frame.end):
            if not statement and veiled >= match.start():
                continue
            return None
        if not tells(text, frame, match):
            continue
        if not is_passive(text, frame.start, match.start()):
            return match.start()
    return None


def _subject_or_which(text: str, cast: Cast, frame: Span) -> Candidate | None:
    """Return the subject of the verb at the end of the frame, or what "which" goes back to."""
    is_relative, which = relative_subject(text, cast, frame)
    return which if is_relative else subject(text, cast, frame)


def _any_before(text: str, cast: Cast, frame: Span) -> Cue | None:
    """Read the nearest verb of saying or finding before a snippet, and its subject or its agent."""
    found_verbs = [v for v in verbs(text, cast, frame) if tells(text, frame, v)][-MOST_VERBS:]
    for verb in reversed(found_verbs):
        before = Span(frame.start, verb.start())
        if is_unnamed(text, before):
            return None
        if is_passive(text, frame.start, verb.start()):
            by_whom = agent(text, cast, Span(verb.end(), frame.end)) if verb is found_verbs[-1] else None
            if by_whom is not None:
                another = _ANOTHER_ACTS.match(text, by_whom.candidate.span.end, frame.end)
                return None if another else by_whom
            continue
        found = _subject_or_which(text, cast, before)
        if found is not None:
            return Cue(found, "verb-before")
    return None
