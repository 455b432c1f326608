"""Findings in prose: what a report, a letter or inspectors are said to have found, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.documents.document import Shape
from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.parts import examples, parts
from councilbrief.evidence.polarity import polarity
from councilbrief.evidence.reading import VEIL, Reading, Sentence
from councilbrief.evidence.words import any_of, words
from councilbrief.provenance import Span

_WORDS = words("findings")
_BODY = r"(?:report|letter|inspectors?|ofsted|watchdog|inspectorate|hmi|officers|judgement|findings|it|they|regulator|review)"
_CLAUSE_VERB = any_of(_WORDS["clause_verbs"])
_PRAISE_VERB, _BLAME_VERB, _IMPROVE_VERB = (
    any_of(_WORDS[name]) for name in ("praise_verbs", "blame_verbs", "improve_verbs")
)
_FRAME = re.compile(
    rf"\b(?P<clause>{_CLAUSE_VERB})(?: (?:also|further|therefore))?(?P<that>,? that,?)? (?=\S)"
    rf"|\b(?P<praise>{_PRAISE_VERB})(?: for| by inspectors for)? (?=\S)"
    rf"|\b(?P<blame>{_BLAME_VERB}) (?=\S)",
    re.IGNORECASE,
)
_MUST = re.compile(
    rf"\b(?:must|needs? to|should|has to|have to|asked to|told to|told (?:that )?it (?:must|should|needs to|has to)|urged to|ordered to|wants (?:the |it |[A-Z])[\w ]{{0,30}}to|required to|it is to|advised to)"
    rf" (?:now |also |do more to |further )?(?P<verb>{_IMPROVE_VERB})(?: at)? ",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\b(?:areas? for improvement|(?:suggested |further )?improvements?|recommendations?|demands|points?|matters|things|actions)"
    r"(?: (?:in|of|from|for|on|made by|set out in|that|it) [\w’' ]{0,40}?)? ?(?:includ\w+:?|are|is|were|cover|concern|:)(?: to)? "
    r"|\b(?:things?|points?|matters?|areas?) to (?:work on|improve|put right|address)(?: is| are)?:? "
    r"|(?<![\w,] )\b(?:They|These|Among them) (?:include|are|cover)(?: to)? ",
    re.IGNORECASE,
)
_NEEDS_AFTER = re.compile(
    r",? (?:all |both |each |still )?(?:need(?:s|ed)?|ha[sd]|have) to (?:be )?(?:improve|improved|get better|be better|strengthened)\b(?=[.,;’”'\"]|$| as well| too)",
    re.IGNORECASE,
)
_IMPROVEMENT_CONTEXT = re.compile(
    r"\b(?:to improve|(?<!requires )(?<!require )improvements?(?! to be good)|recommend\w+|told to|look again|demands?|must|to (?:work on|address|put right)|things to)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(
    r"(?:(?:\w+ )?(?:things|areas|points|matters|recommendations|improvements)|.* that|no .*|little .*)",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    rf",? (?:the report|the letter|it|they|inspectors|the inspectors|ofsted|the watchdog|the inspectorate|hmi) (?:also )?(?:{_CLAUSE_VERB})(?P<on>, and (?:that )?)?",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"\b{_BODY}\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:it was|was|were|been|there (?:was|is|were)|it is)(?: (?:also|further|again))? $", re.IGNORECASE
)
_FURTHER = re.compile(
    r"(?:,|;|\band|\bbut|\balso|\bit|\bthey|\breport|\binspectors|\bofsted|\bdid|\bwas|\bwere|\bletter)(?: (?:also|was|were|is|has|had|goes on to|went on to))*\s$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:[Cc]ll?r|[Cc]oun|[Cc]ouncillor|Mr|Mrs|Ms|Dr)\b")
_CONTINUES = re.compile(
    r"^(?:Social workers|Staff|Leaders|Senior leaders|Managers|Children|Young people|Care leavers|Families|Foster carers|Finally|However|But|Also|Parents|Most|Some|Many|Workers|Practitioners|Partners|Schools)\b"
)
_VAGUE = re.compile(
    r"(?:some|many|several|a number of|various|other|few|specific)\b[^,;]{0,40}?\b(?:services|areas|strengths|points|aspects|improvements|findings|things)\b.{0,60}",
    re.IGNORECASE,
)
_LEANS = re.compile(r"\bthey have\b[^,;]*\bthese\b", re.IGNORECASE)
_FEWEST_WORDS = 3


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
        if (
            reading.paragraphs[sentence.paragraph].shape is not Shape.PROSE
            or text[sentence.span.end - 1] == ":"
        ):
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
    out: list[tuple[str, int]] = []
    for match in _FRAME.finditer(text, span.start, span.end):
        lead = text[span.start : match.start()]
        passive = _PASSIVE.search(lead)
        body = _SUBJECT.search(lead) or (carried and not lead.strip())
        if not (body or passive or out) or VEIL in lead or _person_last(lead):
            continue
        if out and not _FURTHER.search(lead):
            continue
        if (
            passive
            and match["clause"]
            and not re.search(
                r"\b(?:it|also) (?:was|is)(?: also)? $|\bit was (?:also |further )?$", lead, re.IGNORECASE
            )
        ):
            continue
        kind = next(name for name in ("clause", "praise", "blame") if match[name])
        if (
            kind == "clause"
            and not match["that"]
            and _takes_thing(match["clause"])
            and not _has_verb(text[match.end() : span.end])
        ):
            kind = (
                "praise" if match["clause"].lower() not in {"found", "said", "says", "warned"} else "clause"
            )
        out.append((kind, match.end()))
    return out


def _person_last(lead: str) -> bool:
    """Say whether a person, not a body, stands last before a verb."""
    people = [match.end() for match in _PERSON.finditer(lead)]
    bodies = [match.end() for match in _SUBJECT.finditer(lead)]
    return bool(people) and (not bodies or people[-1] > bodies[-1])


def _takes_thing(verb: str) -> bool:
    """Say whether a verb can take a thing in place of a clause."""
    return re.fullmatch(_PRAISE_VERB, verb, re.IGNORECASE) is not None


def _has_verb(words_: str) -> bool:
    """Say whether words hold a finite verb near their start."""
    return (
        re.search(r"^[^,;.]{0,120}?\b(?:is|are|was|were|has|have|had|can|do|does|did|\w{3,}ed)\b", words_)
        is not None
    )


def _before_next_frame(text: str, start: int, stop: int, *, last: bool) -> int:
    """Cut the words that lead into the next frame off the end of content."""
    if last:
        return stop
    lead = re.search(
        r"(?:,? (?:and|but)(?: also)?|;)(?: (?:it|they|the report|inspectors|he|she|the letter))?(?: (?:also|has|had|was|were|goes on to|went on to))* ?[\w ]{0,16}$",
        text[start:stop],
    )
    return start + lead.start() if lead else stop


def _content(text: str, span: Span, kind: str, sentence: Span) -> Iterator[ReportedClause]:
    """Cut content into clauses and tell praise from shortfall."""
    whole = _tidy(text, span)
    things = kind in {"praise", "blame"} and not _has_verb(whole.slice(text))
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
    if re.match(r"(?:this|these|it|they|their|its|that|those|such|both)\b", part.slice(text), re.IGNORECASE):
        return Span(whole.start, part.end)
    return part


def _tidy(text: str, span: Span) -> Span:
    """Leave spaces, opening adverbials and the closing full stop out."""
    start, end = span.start, span.end
    while end > start and text[end - 1] in " .,;:":
        end -= 1
    lead = re.match(
        r"\s*(?:that,? )?(?:since [^,]{0,60}?\b(?:19|20)\d\d,? |finally, |however, |also,? )*",
        text[start:end],
        re.IGNORECASE,
    )
    return Span(start + (lead.end() if lead else 0), max(end, start + (lead.end() if lead else 0)))


def _must_improve(text: str, span: Span) -> tuple[int, list[ReportedClause]]:
    """Read what must improve, after its verb, after a lead-in, or before `need to improve`.

    The number is where the words begin that say so.
    """
    after = _NEEDS_AFTER.search(text, span.start, span.end)
    if after:
        lead = list(_FRAME.finditer(text, span.start, after.start()))
        start = lead[-1].end() if lead else span.start
        return start, list(_things(text, Span(start, after.start()), "need-to-improve"))
    for pattern in (_MUST, _LISTED):
        match = pattern.search(text, span.start, span.end)
        if match and (
            pattern is _MUST or _IMPROVEMENT_CONTEXT.search(text[max(0, span.start - 160) : match.end()])
        ):
            start = match.end()
            keep = pattern is _MUST and match["verb"].lower() in {"ensure", "make sure"}
            things = _things(text, Span(match.start("verb") if keep else start, span.end), "must-improve")
            return match.start(), list(things)
    return span.end, []


def _things(text: str, span: Span, rule: str) -> Iterator[ReportedClause]:
    """Cut an enumeration of what must improve into its things."""
    whole = _tidy(text, span)
    for part in parts(text, whole, things=True):
        words_ = part.slice(text)
        if words_.strip(VEIL + " ") and len(words_) > _FEWEST_WORDS and not _NOTHING.fullmatch(words_):
            yield ReportedClause(part, part, Polarity.IMPROVEMENT, rule)
