"""Parts: an enumeration or a chain of clauses, cut where English lets one cut it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.findings.enumeration import at_last_and, cut_at, is_within_name
from councilbrief.evidence.findings.enumeration import things as enumerated
from councilbrief.evidence.findings.verbs import NOUN
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_FINITE = either("findings", "finite")
# `…, and the support for care leavers is`, ` and social workers listen`: a subject with its verb
_NEW_SUBJECT = rf"(?=[^,;]{{5,90}}?\b(?:{_FINITE}|requires?)\b)"
_NO_OPENING = rf"(?!(?:{_FINITE}|for|of|with|in|to|by|on|at|from)\b)"
_ADVERBIAL = r"(?=(?:they|it|there|he|she|for [a-z ]{3,60},(?! (?:is|are|was|were|has|have)\b)) )"
# `in a minority of cases parents were not asked`, `children at risk of harm are seen`
_IN_SOME = (
    r"in (?:an?|some|many|most|several|other|too many|half|one|two) [a-z ]{3,40}"
    r" (?:is|are|was|were|has|have|had|did|do) "
)
_DESCRIBED = (
    rf"{either('findings', 'described_subjects')}"
    r" (?:who|in|at|with|of|on|from|aged|leaving|living|needing|placed|for|to)"
    r" [a-z’' -]{3,50}? (?:is|are|was|were|has|have|had|do|can|feel|get|receive) "
)
# `visits are`, `plans have` are no verbs
_AFTER_NOUN = r"(?!(?:is|are|was|were|has|have|had|do|does|did|can|need) )"
_NO_SUBJECT = (
    rf"(?!when |if |where |that |who |which |as |so |therefore |thus |hence |{_FINITE} {_AFTER_NOUN})"
)
_OPENING = rf"(?:{either('findings', 'subjects_open')} )?"
# at the end of a clause most of these verbs may be nouns: `good and steady work`
_SURE = rf"(?:listen|wait|thrive|stay|agree|(?!{NOUN}){_FINITE}(?= [\w‘“\"]))"
# `lonely and do not know`
_AND_ONE = r"(?:and|or) (?!\w+s |young |people |staff |children |families )"
# `leaders and workers who are kind`: says only of whom
_OF_THEM = r"(?:who|that|which|whose) "
# `but a run of heads, with three in a year, has slowed it`
_ASIDE = re.compile(r", (?:with|including|among them) [^,]+, (?:has|have|had|is|are|was|were)\b")
_SHORT_SUBJECT = (
    rf"{_IN_SOME}|{_DESCRIBED}|{_NO_SUBJECT}"
    rf"(?:{_OPENING}(?:(?!to |{_OF_THEM}|{_AND_ONE})[a-z’'-]+ ){{1,3}}{_SURE}\b"
    rf"|{either('findings', 'determiners')} (?:[a-z’'-]+ ){{1,4}}(?:(?!{NOUN}){_FINITE}|\w{{3,}}ed)\b"
    rf"|too (?:many|few) (?:{_FINITE})\b)"
)
_CLAUSE_CUT = re.compile(
    r"; (?:and )?|,? and that,? |, that |(?<!nothing)(?<!anything)(?<!\ball),? but (?:that )?"
    r"|, while |, although |, yet (?:that )?"
    r"|, (?:though|if) (?=(?:sometimes|occasionally|at times|not always|often|too often|still|rarely)\b)"
    r"|,? and, (?=[^,;.]{3,30}, )"
    rf"| and {_ADVERBIAL}|, and {_NO_OPENING}{_NEW_SUBJECT}|(?P<how>,? and how ){_NO_OPENING}{_NEW_SUBJECT}"
    rf"|(?P<subject> and )(?={_SHORT_SUBJECT})"
)
# `heads don’t hear back, the virtual school isn’t told, and …`
_SERIES = re.compile(
    rf"(?<=\w), (?=(?!which |who |where |when |and )[^,;]{{5,60}}? {_FINITE}\b"
    r"|(?:they|it) (?!is said|says|said)\w)"
)
# `so that risks and needs are seen`: what hangs on something else has no verb yet
_HANGING = re.compile(
    r"\b(?:so that|because|when|where|if|whether|until|unless|after|before) ((?:[\w’'-]+ ?){1,3})$"
)
# `help for carers and their parents is good`: the verb is that of another subject
_DISAGREES = re.compile(
    r"(?:(?:their|its|the|other) (?:[a-z’'-]+ )?[a-z’'-]+(?<!s)s|(?:their |young )?(?:children|people))"
    r" (?:is|was|has|does)\b"
)
# ` and children trust them`: says of whom only with what stands before
_LEANS = re.compile(r"(?!(?:it|they|this)\b)[^,;.]{3,40}\b(?:them|it|so|this)\s*(?=$|[,;.])")
_WORD = re.compile(r"[\w’'-]+")
# `What children think ` before `and want is`
_WHAT = re.compile(r"(?:that )?(?:what|whatever) (?:[\w’'-]+ ){1,2}[\w’'-]+", re.IGNORECASE)
_ANY_FINITE = re.compile(rf"\b{_FINITE}\b")
# `the elected members`: no verb
_VERB = re.compile(
    rf"\b(?:{either('findings', 'verbs')}|\w+n[’']t|{either('findings', 'folk')} (?:\w+ly |often )?{_FINITE}"
    r"|(?<!^)(?<!\bthe )(?<!\bits )(?<!\btheir )(?<!\ball )(?<!\bmost )(?<!\bmany )(?<!\bsome )"
    r"(?!need\b|speed\b|indeed\b)\w{3,}ed)\b"
)
# `While there is more to do, `
_WHILE = re.compile(
    r"^(?:while|although|though|whilst) [^,]{8,200}"
    # `…, as they said, `, `…, however, `: what stands in it between commas
    r"(?:, (?:(?:as|who|which|they|it|she|he|inspectors|ofsted|the report|in|for|with|including|despite|even"
    r"|although|though|when|where|after|since|and|or|but|such|especially|too|also|however|like)\b[^,]{0,60}"
    r"|[^, ]+(?: [^, ]+)?))?, ",
    re.IGNORECASE,
)
_EXAMPLES = re.compile(r",? (?:such as|including|among them|notably|particularly|for example) ")
# `owns up to mistakes, even in hard times, such as a strike`: examples of something else
_BESIDES = re.compile(r", (?:even|at|in|during|especially|particularly|above all) [^,]*$")
# `…, including those with complex needs, are safe`: the clause goes on
_RESUMES = re.compile(rf", {_FINITE}\b")
# `help in hard cases, including babies in hospital`: of whom it is true
_OF_WHOM = re.compile(r"(?:those|children|young people|babies|teenagers|families|parents|care leavers)\b")
_EXAMPLE_CUT = re.compile(r"(?:,| and|, and) (?=(?:the|a|an|how|its|their) )")


def parts(text: str, span: Span, *, things: bool = False, by: str | None = None) -> Iterator[Span]:
    """Yield the parts of an enumeration of things or of a chain of clauses, trimmed.

    `by` is the preposition before the first thing: where it comes again, the next one begins.

    >>> text = "the quality of plans, the use of data and how delay is tackled"
    >>> [part.slice(text) for part in parts(text, Span(0, len(text)), things=True)]
    ['the quality of plans', 'the use of data', 'how delay is tackled']
    """
    cut = enumerated(text, span, by) if things else _clauses(text, span)
    for part in cut:
        tidy = _trim(text, part)
        if len(tidy):
            yield tidy


def examples(text: str, span: Span) -> tuple[Span, ...]:
    """Return the examples that a clause ends with.

    >>> text = "services have improved, such as the opening of hubs and the new team"
    >>> [example.slice(text) for example in examples(text, Span(0, len(text)))]
    ['the opening of hubs', 'the new team']
    """
    match = _EXAMPLES.search(text, span.start, span.end)
    if (
        match is None
        or text[match.start()] != ","
        or _BESIDES.search(text[span.start : match.start()])
        or _RESUMES.search(text, match.end(), span.end)
        or _OF_WHOM.match(text, match.end())
    ):
        return ()
    told = Span(match.end(), span.end)
    found = list(cut_at(text, told, _EXAMPLE_CUT))
    if not text.endswith("and ", 0, found[-1].start):
        found[-1:] = at_last_and(text, found[-1], listed=True)
    return tuple(_trim(text, part) for part in found)


def _clauses(text: str, span: Span) -> Iterator[Span]:
    """Cut at semicolons, `and that`, `but`, and before a new subject; examples stand for themselves."""
    lead = _WHILE.match(text[span.start : span.end])
    if lead:
        yield from _clauses(
            text, Span(span.start + lead.start() + lead[0].index(" ") + 1, span.start + lead.end() - 2)
        )
        span = Span(span.start + lead.end(), span.end)
    start = span.start
    for cut in [*_CLAUSE_CUT.finditer(text, span.start, span.end), None]:
        end = cut.start() if cut else span.end
        if cut and cut["subject"] is not None and not _VERB.search(text[start:end]):
            continue
        if cut and cut["how"] is not None and not text.endswith("how ", 0, start):
            continue
        if cut and " and " in cut[0] and _is_one(text, start, cut):
            continue
        if cut and cut[0] == " and " and _goes_on(text, start, cut, span.end):
            continue
        if cut and "but" in cut[0] and not _parts_clauses(text, start, cut, span.end):
            continue
        if cut and " and " in cut[0] and is_within_name(text, span, cut):
            continue
        if end > start:
            series = cut is not None and cut[0].startswith((", and", " and"))
            yield from _series(text, Span(start, end)) if series else [Span(start, end)]
        start = cut.end() if cut else end


def _is_one(text: str, start: int, cut: re.Match[str]) -> bool:
    """Say whether an `and` stands in `more and more`, or within `What they say and do`."""
    before = text[start : cut.start()]
    after = _WORD.match(text, cut.end())
    again = after is not None and before.split()[-1:] == [after[0]]
    return again or _WHAT.fullmatch(before) is not None


def _goes_on(text: str, start: int, cut: re.Match[str], end: int) -> bool:
    """Say whether an `and` stands within one clause, or what follows it leans on what stands before."""
    if _LEANS.match(text, cut.end(), end) or _DISAGREES.match(text, cut.end(), end):
        return True
    hanging = _HANGING.search(text[start : cut.start()])
    return hanging is not None and not (_VERB.search(hanging[1]) or _ANY_FINITE.search(hanging[1]))


def _parts_clauses(text: str, start: int, cut: re.Match[str], end: int) -> bool:
    """Say whether a `but` parts two clauses: not so in `offered but seldom used`."""
    stop = text.find(",", cut.end(), end)
    if stop >= 0 and _ASIDE.match(text, stop, end):
        stop = -1
    after = _ANY_FINITE.search(text, cut.end(), end if stop < 0 else stop)
    return _ANY_FINITE.search(text, start, cut.start()) is not None and (
        after is not None or cut[0].startswith(",")
    )


def _series(text: str, span: Span) -> Iterator[Span]:
    """Cut clauses that only commas part; what has no verb yet is no clause."""
    start = span.start
    for cut in _SERIES.finditer(text, span.start, span.end):
        if _ANY_FINITE.search(text, start, cut.start()):
            yield Span(start, cut.start())
            start = cut.end()
    yield Span(start, span.end)


# `said that`, `and to`
_OPENS = re.compile(
    r"[ ,]*(?:(?:they )?(?:also )?(?:said|say|added) (?:that )?"
    r"|(?:[Tt]he )?(?:[Ii]nspectors|[Oo]fsted|report|letter|watchdog|[Ii]t|[Tt]hey) (?:also )?"
    r"(?:said|says|found|finds|noted|notes|added|adds) that "
    r"|(?:was|were) (?:also )?(?:told|warned) that )?"
    r"(?:(?:and|that|to|also|for|with|of|on|about|by|at|in|from|over(?= how)|around(?= how))\b,? )*"
)
# `for a small number of children, moves come too soon`: the beginning of a clause
_CONDITION = re.compile(
    r"[ ,]*(?:(?:and|that|but) )*"
    r"(?=in (?:some|a few|many|most|several|other|too many"
    r"|(?:the|an?) (?:\w+ )?(?:majority|minority|number|handful) of)"
    r" (?:\w+ )?(?:cases|instances|teams|areas|parts|places)\b)|"
    r"[ ,]*(?:(?:and|that|but) )*"
    r"(?=for (?:most|some|many|a few|several|all|other) (?:\w+ )?\w+s? (?:it|they|this|there) )|"
    r"[ ,]*(?:(?:and|that|but) )*(?=(?:for|in|at|with)"
    r" (?!example|instance|particular|all\b|that\b|how\b|its\b|their\b)[^,;]{3,60}, "
    rf"(?!who|which|where|whose|that|and|or|but|including|such|as)(?:[\w’'-]+ ){{1,4}}{_FINITE} )"
)


# `the supervision of staff”`: the mark was opened before
_CLOSES_NOTHING = re.compile(r"[^“\"]*[”\"]")


def _trim(text: str, span: Span) -> Span:
    """Leave marks, spaces and a leading `and` or `that` out."""
    start, end = span.start, span.end
    while end > start and text[end - 1] in " .,;:–-":
        end -= 1
    lead = _CONDITION.match(text[start:end]) or _OPENS.match(text[start:end])
    start += lead.end() if lead else 0
    if (
        end - start > 1
        and text[start] in "‘'“\""
        and text[end - 1] in "’'”\""
        and not any(c in '‘“"' for c in text[start + 1 : end - 1])
    ):
        start, end = start + 1, end - 1
        end -= len(text[start:end]) - len(text[start:end].rstrip(" .,;:"))
    if end > start and _CLOSES_NOTHING.fullmatch(text, start, end):
        end -= 1
    return Span(start, max(start, end))
