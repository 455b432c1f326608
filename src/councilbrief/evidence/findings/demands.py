"""Demands: what a sentence says must improve, after a verb, a lead-in, or before `need to improve`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.evidence.findings.enumeration import cut_at
from councilbrief.evidence.findings.leads import names_reporter
from councilbrief.evidence.words import WORD, either
from councilbrief.evidence.words.edges import small
from councilbrief.provenance import Span

_FRAME_VERB = re.compile(rf"\b{either('findings', 'clause_verbs')}(?: that)? ", re.IGNORECASE)
# `must do more to improve `, `has been asked to look again at `
_MUST = re.compile(
    rf"\b(?:{either('findings', 'must')}|(?:wants|would like) (?:the |it |us |them |[A-Z])[\w ]{{0,30}}to)"
    rf" (?:now |also |do more to |further )?(?P<verb>{either('findings', 'improve_verbs')})(?: at)? ",
    re.IGNORECASE,
)
# `the help that they should`, with nothing of what they should do
_NO_VERB = r"(?:be|have|never|not|with|for|in|at|on|by|from|of|to|and|but|or|as|when|if|because)"
# `told the council to visit `, `the authority needs to cut `: any verb, where the demand is the inspectors'
_TOLD = re.compile(
    rf"\b(?:{either('findings', 'frame_subjects')}|they|it|and|also)(?: [\w’'-]+){{0,6}}?"
    rf" {either('findings', 'told_to')}(?:, (?:in|among|within|by|at) [^,;.:]{{3,40}},)?"
    r" (?:to|that (?:it|they|we) (?:must|should|needs? to|ha(?:s|ve) to)) (?P<told>\w)"
    rf"|(?<!\bwhat )(?<!\bwhom )(?<!\bhow )(?<!\bwhere )(?<!\bwhy )(?<!\bthings )(?<!\bareas )(?<!\bmuch )"
    rf"\b(?:{either('findings', 'demanded')}|(?-i:[A-Z][a-z]+)(?= (?:has|have|had|was|is) ))"
    rf" (?:also |now |urgently )?{either('findings', 'obliged')}"
    rf":? (?:also |now |urgently |do more to )?(?P<must>(?!{_NO_VERB}\b)\w)"
    r"|\bmore (?:\w+ )?(?:(?:needs?|ha[sd]|needed|is|ought) to|must|should|could|can) (?:also |still )?"
    r"be done (?:to|for|by|about|on|with) (?P<more>\w)"
    r"|\bmore (?:\w+ )?(?:needs?|wants?|needed|wanted) (?:still )?doing"
    r" (?:in|on|over|around|about|with) (?P<doing>\w)"
    r"|\b(?:more|further|additional|extra) (?:work|effort|action|progress|attention|focus)?"
    r" ?(?:is|was|were|are|remains?) (?:still |also )?(?:needed|required|necessary|to be done)"
    r" to (?P<need>\w)",
    re.IGNORECASE,
)
# `do better: `
_AFTER_COLON = re.compile(
    r"(?:do (?:much )?(?:better|more)|improve"
    r"|[a-z]+(?: on)? (?:[\w-]+ ){0,2}(?:things|points|areas|matters|issues|steps))"
    r"(?: \w+){0,4}: "
)
_KEPT_VERBS = frozenset({"ensure", "make sure"})
"""Verbs that belong to what must improve: `ensure that plans are clear`."""

# `Its recommendations for the service include: `, `Things to work on are `
_LISTED = re.compile(
    rf"{WORD}(?:(?<!\bno )(?<!\bto )(?<!\btowards )(?<!\bso that ){either('findings', 'demands')}"
    r"(?: (?:in|of|from|for|on|made by|set out in|that|it) (?:(?!(?:that|how|which|who) )[\w’' ]){0,40}?)?"
    r"(?: ?:| ?\b(?:includ\w+:?|are|is|were|cover|concern))"
    rf"(?! ?{either('findings', 'no_demand')})"
    r"(?! for (?:the )?(?:partners?|police|health|schools|others|government|partnership|nhs|icb)\b(?! to\b))"
    r"(?:(?: for (?:the )?\w+)? to)? "
    r"|(?:recommendations?|requests?|demands?|calls?) (?:ha(?:s|ve) been|was|were) (?:also )?"
    r"(?:made|issued|given|set)(?: for (?:the )?\w+)? to (?!(?:the|its|an?|cabinet|members|councillors)\b)"
    r"(?!(?:support|help|aid|assist|guide|sustain)"
    r" (?:further|continued|more|its|this|it|the (?:council|service|team)|[A-Z])\b)"
    r"|(?:things?|points?|matters?|areas?) to (?:work on|improve|put right|address)"
    r"(?: ?:|,? (?:among them|including|notably|namely|such as)"
    r"|(?: is| are| was| were)?"
    r"(?! (?:will|would|shall|can|could|may|might|must|should|have|has|had|go|form)\b)"
    rf"(?! {either('findings', 'no_demand')})) "
    r"|(?<![\w,] )(?:they|these|among them) (?:include|are|cover)(?: to)? )",
)
# `; areas picked out for ` before `improvement are`
_NAMED_FOR = re.compile(
    r"(?:[;,] )?(?:(?:and|but|while) )?\b(?:the )?(?:\w+ )?(?:areas|aspects|things|points|parts)"
    r"(?: \w+){0,3} for \Z",
    re.IGNORECASE,
)
# `Plans and their reviews all need to improve.`
_NEEDS_AFTER = re.compile(
    r"(?=[, ])(?<! that)(?<! which)(?<! who)(?<!\bwhat)(?<!\bwhere)"
    r"(?<!\bthe)(?<!\ba)(?<!\bits)(?<!\btheir)(?<!\bour)(?<!\bcontinued)(?<!\burgent)(?<!\bclear)"
    r",? (?:all |both |each |still )?"
    r"(?:(?:need(?:s|ed)?|ha[sd]|have|ought) to|must|should)"
    r" (?:be )?(?:improve|improved|get better|be better|strengthened)\b(?=[.,;’”'\"]|$| as well| too)",
)
# `the things that they were ` before `asked to improve `: which they are
_TOLD_OF = re.compile(r"\b(?:things|matters|points|areas|steps) (?:that|which) (?:\w+ ){0,3}\Z")
# `other towns whose services ` before `need to improve`
_WHOSE = re.compile(r"\b(?:whose|(?:others?|those|people|councils) (?:who|that|which)) [^,;.]*\Z")
_CONTEXT = re.compile(rf"\b{either('findings', 'improvement_context')}\b", re.IGNORECASE)
# what ministers want of a council is no finding of inspectors
_DECIDES = re.compile(
    r"\b(?:government|ministers?|secretary of state|dfe|department for education|commissioners?"
    r"|(?:statutory|legal|improvement) (?:direction|notice|order)s?"
    r"|under (?:the|a|its|this) (?:direction|notice))\b",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"\b{either('findings', 'persons')}\b")
# `she expected Ofsted to `
_OF_INSPECTORS = re.compile(
    r" (?:ofsted|inspectors|the (?:inspectors|watchdog|inspectorate|regulator))(?:[’']s? team)?"
    r" (?:to|that they must) \w\Z",
    re.IGNORECASE,
)
# `asked for help to `, before `be sent`; `asked for in answer to `
_ASKED_FOR = re.compile(r"\bask(?:s|ed|ing)? for (?:[\w’'-]+ ){1,5}\w\Z", re.IGNORECASE)
# `without the support that they need to `, before `do their work`
_FOR_WORK = re.compile(
    r"\b(?:support|help|training|time|tools|skills|information|resources|care|supervision|guidance|advice)"
    r",? (?:that |which )?(?:they|it|he|she) need(?:s|ed)? to \w\Z",
    re.IGNORECASE,
)
# `Ofsted wants plans to b`, before `e shorter`: what is wanted is the plans
_WANTED = re.compile(
    r"\b(?i:wants?|wanted|would like|expects?|expected) (?P<thing>(?!(?:the |its |our )?(?:[\w’'-]+ ){0,2}?"
    r"(?:council|authority|trust|county|city|borough|department|partnership|leaders|managers|staff|partners"
    r"|directors?|councillors|chiefs|bosses|officers|workers|us|it|them)\b)[a-z][^,;.:]{3,60}?) to \w\Z"
)
# `good, six years after the watchdog ` before `told the town to cut delay`
_LONG_SINCE = re.compile(r"\b(?:years?|months|decades?) (?:after|since)\b[^,;.]*\Z", re.IGNORECASE)
_GROUPS = ("told", "must", "need", "more", "doing")
# what the law asks of a council after a report is no finding
_PROCEDURE = re.compile(rf"{either('findings', 'procedure')}\b", re.IGNORECASE)
_TAIL = re.compile(r",? (?:and|but)(?: \w+){0,2}\s*$|[\s,;]+$")
# `must grip drift, and that plans should be clear`
_AND_THAT = re.compile(r",? and that ")
_BEFORE = 160
"""Characters before a sentence in which what asks for improvement can stand."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What must improve; `start` is where the words begin that say so."""

    start: int
    content: Span
    rule: str


def demands(text: str, span: Span, *, carried: bool) -> list[Demand]:
    """Return what a sentence says must improve; `carried`: what stands before speaks of a report."""
    after = _NEEDS_AFTER.search(small(text), span.start, span.end)
    if after and not _WHOSE.search(text, span.start, after.start()):
        lead = list(_FRAME_VERB.finditer(text, span.start, after.start()))
        start = lead[-1].end() if lead else span.start
        return [Demand(start, Span(start, after.start()), "need-to-improve")]
    found = sorted([*_musts(text, span), *_tolds(text, span, carried=carried)])
    if found:
        return list(_one_after_another(text, span, found))
    listed = _LISTED.search(small(text), span.start, span.end)
    if listed and _CONTEXT.search(text[max(0, span.start - _BEFORE) : listed.end()]):
        named = _NAMED_FOR.search(text, span.start, listed.start())
        start = named.start() if named else listed.start()
        return [Demand(start, Span(listed.end(), span.end), "must-improve")]
    return []


def _musts(text: str, span: Span) -> Iterator[tuple[int, int, str]]:
    """Yield where words begin that demand to improve, and where what must improve begins."""
    for must in _MUST.finditer(text, span.start, span.end):
        if _TOLD_OF.search(text, span.start, must.start()):
            continue
        kept = must["verb"].lower() in _KEPT_VERBS
        yield must.start(), must.start("verb") if kept else must.end(), "must-improve"


def _tolds(text: str, span: Span, *, carried: bool) -> Iterator[tuple[int, int, str]]:
    """Yield the same for any other verb, where it is inspectors who demand."""
    if not (carried or names_reporter(span.slice(text)) or _CONTEXT.search(text, span.start, span.end)):
        return
    for told in _TOLD.finditer(text, span.start, span.end):
        before = text[span.start : told.end()]
        asked = _CONTEXT.search(text, span.start, told.start()) is not None
        known = (carried or names_reporter(before) or asked) and not _DECIDES.search(before)
        said = text[span.start : span.end] if told["more"] else before
        person = _PERSON.search(said) is not None and not names_reporter(said)
        start = told.start(next(name for name in _GROUPS if told[name]))
        if told["more"] and not text.endswith("to ", 0, start):
            start = told.start()
        thing = _WANTED.search(before)
        start = span.start + thing.start("thing") if thing and told["told"] else start
        colon = _AFTER_COLON.match(text, start, span.end)
        if _OF_INSPECTORS.search(before) or (told["told"] and _ASKED_FOR.search(before)):
            continue
        if _LONG_SINCE.search(text, span.start, told.end()):
            continue
        if _TOLD_OF.search(text, span.start, told.start()):
            continue
        if told["must"] and _FOR_WORK.search(before):
            continue
        free = told["need"] or told["more"] or told["doing"]
        if known and not person and (free or not _PROCEDURE.match(text, start)):
            yield told.start(), colon.end() if colon else start, "told-to"


def _one_after_another(text: str, span: Span, found: list[tuple[int, int, str]]) -> Iterator[Demand]:
    """Let each demand end where the next one of the sentence begins."""
    end = span.start
    for number, (start, content, rule) in enumerate(found):
        stop = found[number + 1][0] if number + 1 < len(found) else span.end
        if start < end or content >= stop:
            continue
        stop = stop if stop == span.end else content + len(_TAIL.sub("", text[content:stop]))
        told = Span(content, stop)
        whole = " that " in text[content:stop].partition(" and that ")[0]
        for part in [told] if whole else cut_at(text, told, _AND_THAT):
            yield Demand(start, part, rule)
        end = content
