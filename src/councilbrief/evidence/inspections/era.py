"""Which framework an inspection was under: what the text calls it, else what was in force."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.areas import area_mentions
from councilbrief.evidence.inspections.frameworks import Framework, frameworks, in_force, phrases
from councilbrief.evidence.inspections.main import Told
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import WORD, any_of, either
from councilbrief.provenance import STATED, Dated, PartialDate, Span

_FUTURE = re.compile(rf"\b{either('inspections', 'future')}\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:following|since|after|last|previous|earlier|unlike|than)\b[^.;]{0,50}$", re.IGNORECASE
)
# `it was a ` before the visit
_WAS_ONE = re.compile(
    r"\b(?:was|is) (?:what (?:is|they) call(?:ed)? )?(?:an?|the|its) (?:[\w-]+ ){0,2}$", re.IGNORECASE
)
# `after a ` before the visit itself
_AFTER_ONE = re.compile(r"\b(?:after|following) an? $", re.IGNORECASE)
# `a number of ` before the visits: none of them is told of
_SEVERAL = re.compile(
    r"\b(?:(?:number|series|string|round) of|several|many|further|regular) $", re.IGNORECASE
)
_LETTER = re.compile(rf"\b{either('inspections', 'letter')}\b", re.IGNORECASE)
_THEME = re.compile(rf"\b{either('inspections', 'theme')}\b", re.IGNORECASE)
_NO_GRADE = re.compile(
    r"\b(?:no|not|without|never|n’t|n't|nobody|none)\b[^.;]{0,40}\b(?:grades?|graded judgements?|ratings?)\b",
    re.IGNORECASE,
)
# An inspection that no grade shows to be one of the council's services must be called one.
_OF_SERVICES = re.compile(
    r"\binspect\w*\b[^.;]{0,80}"
    r"\b(?:children[’']s (?:services|social care)|services for children|child protection"
    r"|protection of its children)"
    r"|\b(?:children[’']s (?:services|social care)|child protection)\b[^.;]{0,80}\binspect\w*",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"\bimpact of leaders\b", re.IGNORECASE)
_MERGED = re.compile(
    r"\bprogress of children in care and care leavers\b"
    r"|\b(?:all|looked at|in|of (?:the|its)) three (?:areas|judgements)\b",
    re.IGNORECASE,
)
_GOVERNANCE = re.compile(r"\bleadership, management and governance\b", re.IGNORECASE)
_HEAD_PARAGRAPHS = 6
_LONGEST_VISIT, _LONGEST_UNGRADED, _LONG = 2, 5, 99
_INSPECTION = re.compile(r"\b(?:re-?)?inspect(?:ion|ions|ed)\b", re.IGNORECASE)
_DAYS_TO_PUBLISH = 200
_LATE = 120
"""Days after the end of a framework in which a re-inspection under it can still have begun."""


@dataclass(frozen=True, slots=True)
class Era:
    """A framework with what it rests on: `stated`, or `inferred: …`."""

    framework: Framework
    basis: str
    span: Span | None = None


@cache
def _phrase_pattern() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Return the pattern of all phrases that call a framework, and what each may mean."""
    known = {phrase.lower().replace("'", "’"): ids for phrase, ids in phrases().items()}
    return re.compile(rf"{WORD}{any_of(known)}(?!\w)", re.IGNORECASE), known


def era(reading: Reading, told: Told | None, published: Dated | None, *, graded: bool) -> Era | None:
    """Return the framework of the inspection that a document is about, None if open.

    `graded` says that the text gives current grades.
    """
    when = _when(told, published)
    named = _named(reading)
    visit = _visit(reading, named, told, graded=graded)
    if visit is not None:
        return visit
    stated = [(f, span) for f, span in named if f.graded and (when is None or f.in_force(when))]
    possible = tuple(dict.fromkeys(f for f, _ in stated))
    short = _short_visit(reading, told, graded=graded)
    if len(possible) == 1:
        return short or Era(possible[0], STATED, stated[0][1])
    if short is not None:
        kinds = {f.id: (f, span) for f, span in named if not f.graded}
        only = next(iter(kinds.values())) if len(kinds) == 1 else None
        return Era(only[0], STATED, only[1]) if only else short
    if not graded and not possible and not _OF_SERVICES.search(reading.narration):
        return None
    if when is None:
        return _by_areas(reading) if graded else None
    return _by_date(reading, when, possible)


def framework_at(when: PartialDate) -> Era | None:
    """Return the only framework under which councils got grades at a time."""
    possible = in_force(when)
    return Era(possible[0], "inferred: from its date") if len(possible) == 1 else None


def _when(told: Told | None, published: Dated | None) -> PartialDate | None:
    """Return when the inspection was, or, if the framework was the same for months, when it was told of."""
    if told is not None and told.start is not None:
        return told.start.value
    if published is None:
        return None
    value = published.value
    earlier = (
        PartialDate(value.year, value.month)
        if value.month is None or value.month > _DAYS_TO_PUBLISH // 30
        else PartialDate(value.year - 1, value.month + 6)
    )
    return value if in_force(value) == in_force(earlier) else None


def _named(reading: Reading) -> list[tuple[Framework, Span]]:
    """Return the frameworks that the text calls by name, with where."""
    pattern, known = _phrase_pattern()
    out: list[tuple[Framework, Span]] = []
    for match in pattern.finditer(reading.text):
        ids = known[match[0].lower().replace("'", "’")]
        out += [(frameworks()[id_], Span(match.start(), match.end())) for id_ in ids]
    return out


def _visit(
    reading: Reading, named: list[tuple[Framework, Span]], told: Told | None, *, graded: bool
) -> Era | None:
    """Return the ungraded visit that the text is about, if it names one that has been made.

    The head of the text names it, or the paragraph that dates it where no grade is given.
    """
    only = graded and _is_all(reading, named)
    dated = reading.sentence_at(told.sentence.start).paragraph if told and told.start else None
    for framework, span in named:
        sentence = reading.sentence_at(span.start)
        lead = reading.text[sentence.span.start : span.start]
        ungraded = not graded or _NO_GRADE.search(reading.text, span.end, sentence.span.end)
        in_head = sentence.paragraph < _HEAD_PARAGRAPHS or (ungraded and sentence.paragraph == dated)
        if framework.graded or _FUTURE.search(lead) or reading.quote_over(span):
            continue
        after_one = _AFTER_ONE.search(lead) is not None and (only or not graded)
        if _SEVERAL.search(lead) or (_PAST.search(lead) and not after_one):
            continue
        is_one = _WAS_ONE.search(lead) is not None and told is not None and _days(told) <= _LONGEST_UNGRADED
        if in_head and (not graded or only or is_one or _NO_GRADE.search(reading.text)):
            return Era(framework, STATED, span)
    return None


def names_visit(reading: Reading) -> bool:
    """Say whether the head of a text names a visit that gives no grade, and has been made."""
    return any(
        not framework.graded
        and reading.sentence_at(span.start).paragraph < _HEAD_PARAGRAPHS
        and not _FUTURE.search(reading.text[reading.sentence_at(span.start).span.start : span.start])
        for framework, span in _named(reading)
    )


def _is_all(reading: Reading, named: list[tuple[Framework, Span]]) -> bool:
    """Say whether a text tells of nothing but the visits that it names: then its grades are theirs."""
    text, rest, at = reading.narration, [], 0
    for framework, span in named:
        if not framework.graded and span.start >= at:
            rest.append(text[at : span.start])
            at = span.end
    return _INSPECTION.search(" ".join([*rest, text[at:]])) is None


def _short_visit(reading: Reading, told: Told | None, *, graded: bool) -> Era | None:
    """Take two days, one theme, a letter and no grades for a focused visit."""
    if graded or told is None or told.start is None or told.end is None or not told.exact:
        return None
    framework = frameworks()["focused-visit"]
    if (
        _days(told) <= _LONGEST_VISIT
        and framework.in_force(told.start.value)
        and _LETTER.search(reading.text)
        and _THEME.search(reading.text)
    ):
        return Era(framework, "inferred: two days, one theme, a letter and no grades")
    return None


def _days(told: Told) -> int:
    """Return how many days an inspection took; many where that is open."""
    if told.start is None or told.end is None or not told.exact:
        return _LONG
    return (told.end.value.earliest() - told.start.value.earliest()).days + 1


def _by_date(reading: Reading, when: PartialDate, possible: tuple[Framework, ...]) -> Era | None:
    """Choose by the date; where two overlap, by the areas that the text names."""
    candidates = possible or in_force(when)
    late = [f for f in frameworks().values() if f.covers(Area.ADOPTION) and _has_just_ended(f, when)]
    several = candidates if len(candidates) > 1 else ()
    may_be = (*several, *(() if possible else late))
    printed = _by_areas(reading) if may_be else None
    if printed and printed.framework in may_be:
        return printed
    if len(candidates) == 1:
        return Era(candidates[0], "inferred: from its date")
    named = {a.area for a in area_mentions(reading.text, 0, len(reading.text)) if a.area}
    marks = {Area.LSCB, Area.ADOPTION, Area.QUALITY_OF_PRACTICE, Area.QUALITY_OF_PROVISION}
    fitting = [f for f in candidates if any(f.covers(area) for area in named & marks)]
    return Era(fitting[0], "inferred: the areas that it judged") if len(fitting) == 1 else None


def _has_just_ended(framework: Framework, when: PartialDate) -> bool:
    """Say whether a framework ended so shortly before that an inspection under it may still have followed."""
    last = framework.last
    return last is not None and 0 < (when.earliest() - last).days <= _LATE


def _by_areas(reading: Reading) -> Era | None:
    """Choose by the names of the areas that were graded, where no date tells the framework."""
    named = {a.area for a in area_mentions(reading.text, 0, len(reading.text)) if a.area}
    found = None
    of_sif = [bool(_GOVERNANCE.search(reading.text)), Area.ADOPTION in named, Area.LSCB in named]
    if sum(of_sif) > 1:
        found = "sif"
    elif _LEADERS.search(reading.text) and _MERGED.search(reading.text):
        found = "ilacs-2018"
    elif _LEADERS.search(reading.text) and {Area.IN_CARE, Area.CARE_LEAVERS} <= named:
        found = "ilacs-2023"
    return Era(frameworks()[found], "inferred: the areas that it judged") if found else None
