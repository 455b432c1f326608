"""Visits that end in no grade: which one a text is about, by its name or by what is told of it."""

from __future__ import annotations

import re
from functools import cache

from councilbrief.evidence.councils.subject import opens_with_several
from councilbrief.evidence.facts import Grade
from councilbrief.evidence.inspections.frameworks import Framework, frameworks, phrases
from councilbrief.evidence.inspections.main import Told
from councilbrief.evidence.inspections.marks import Era, Marks
from councilbrief.evidence.inspections.others import BOTH_BODIES, SEND
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import WORD, any_of, either
from councilbrief.provenance import STATED, Dated, PartialDate, Span

_FUTURE = re.compile(rf"\b{either('inspections', 'future')}\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:following|followed|since|after|last(?! (?:week|month))|previous|earlier(?! this)|unlike"
    r"|than(?! to\b))\b[^.;]{0,50}$",
    re.IGNORECASE,
)
# `it was a ` before the visit
_WAS_ONE = re.compile(
    r"\b(?:was|is) (?:what (?:is|they) call(?:ed)? )?(?:an?|the|its) (?:[\w-]+ ){0,2}$", re.IGNORECASE
)
# `after a ` before the visit itself
_ORDINAL = r"(?:latest|newest|most recent|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_AFTER_ONE = re.compile(
    rf"\b(?:after|following) (?:an?(?: so-called)?(?: [‘“'\"]?{_ORDINAL}\b[\w ’”'\"]{{0,20}})?"
    rf"|(?:its|their|the) {_ORDINAL}"
    r"|spending [^.;]{0,60}\bon (?:an?|(?:its|their) \w+)) $",
    re.IGNORECASE,
)
# `on their fifth `, `have been in for a ` before the visit, said of those who made it
_ON_THEIR = re.compile(
    rf"\b(?:(?:on|at|during) (?:their|this)"
    rf"|(?:(?<!had )been|were|came|ha(?:s|ve) come)(?: \w+){{0,2}} (?:on|for) (?:an?|their|its))"
    rf" (?:{_ORDINAL} )?$",
    re.IGNORECASE,
)
# `The first ` before the visit and ` by Ofsted has found` behind it
_THE_ORDINAL = re.compile(rf"\W*(?:the|its|their) {_ORDINAL} $", re.IGNORECASE)
_HAS_SHOWN = re.compile(
    r"[^.;]{0,60}\bha(?:s|ve)\b(?! (?:not|yet|still|never|to)\b"
    r"| been (?:set|fixed|arranged|planned|announced|postponed|put off)\b)",
    re.IGNORECASE,
)
# `The letter, which came out of a ` before the visit
_LETTER_OF = re.compile(
    r"\b(?:the|its|this|their|ofsted[’']s) (?:(?:new|latest|newest|most recent|damning|\d+-page) )?letter,?"
    r" (?:(?:which|that|and) )?(?:(?:comes?|came) (?:out of|from|after)|follow(?:s|ed|ing)|on|about|from"
    r"|after|(?:was )?(?:written|sent|published|drawn up) after) (?:an?|its|their|the) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
# ` in 2016`, ` last autumn` behind a visit that its paragraph does not date: one of long ago
_IN_YEAR = re.compile(
    r"[^.;,]{0,40}\b(?:(?:in|of|during) (?:\w+ )?20\d\d|last (?:year|spring|summer|autumn|winter))\b"
)
# `, the newest of which` behind visits in the plural: that one is told of
_NEWEST_OF = re.compile(
    r"[^.;]{0,40}\bthe (?:newest|latest|most recent|last) of (?:which|these|them)\b", re.IGNORECASE
)
# ` since then` behind visits in the plural, ` each quarter` behind any: none of them is told of
_HAVE_BEEN = re.compile(r"(?<=s) (?:since|have|had)\b| (?:every|each|once an?|per) (?!of\b)")
# `a number of ` before the visits: none of them is told of
_SEVERAL = re.compile(
    r"\b(?:(?:number|series|string|round) of|several|many|further|regular|usual|routine) $", re.IGNORECASE
)
# `twice as many as in 2019`: the text is of a later year
_THAN_IN = re.compile(r"\b(?:as|than|since|(?:up|down) (?:on|from))(?: in)? (?P<year>20\d\d)\b")
# `the full inspection`, beside which a visit is not what a text is about
_FULL = re.compile(r"\b(?:full|main|standard) (?:re-?)?inspection\b", re.IGNORECASE)
# `services that Ofsted calls inadequate`, `an ‘inadequate’ council`, but not `inadequate records`
_INADEQUATE = re.compile(
    r"\b(?:rated|judged|graded|call(?:s|ed)|branded|deemed|found|declared|as|an)"
    r" (?:[\w’']+ ){0,3}[‘“'\"]?inadequate\b",
    re.IGNORECASE,
)
# `inspectors had come to see how the council is getting on`
_GETS_ON = re.compile(
    r"\b(?:ofsted|inspectors?|watchdog|team|letter|visit)\b[^.;]{0,80}"
    r"(?:\bhow (?:well |far |fast )?[^.;,]{2,40} (?:is|was|are|were|had|has|have)(?: been)?"
    r" (?:getting on|coming (?:on|along)|faring|progress(?:ing|ed)|improv(?:ing|ed)|doing|moving on)\b"
    r"|\bprogress (?:made|that|of|since|towards)\b)",
    re.IGNORECASE,
)
_LETTER = re.compile(rf"\b{either('inspections', 'letter')}\b", re.IGNORECASE)
_THEME = re.compile(rf"\b{either('inspections', 'theme')}\b", re.IGNORECASE)
_NO_GRADE = re.compile(
    r"\b(?:no|not|without|never|n’t|n't|nobody|none)\b[^.;]{0,40}\b(?:grades?|graded judgements?|ratings?)\b",
    re.IGNORECASE,
)
_HEAD_PARAGRAPHS = 6
_TWO_DAYS = re.compile(rf"\b{either('inspections', 'two_days')}\b", re.IGNORECASE)
_VISIT = re.compile(
    r"\b(?:ofsted|inspectors?|watchdog)\b[^.;:]{0,40}"
    r" (?:a (?:\w+ )?visit|visited|called on|(?:were|came|went) (?:at|to|in))\b"
    r"|\bvisit (?:by|from|of) (?:ofsted|inspectors|the watchdog)\b",
    re.IGNORECASE,
)
_AFTER_INADEQUATE = "inferred: two days, a letter and no grades, after an inadequate grade"
_FOLLOWS_INADEQUATE = "inferred: a letter and no grades, on how an inadequate council is getting on"
_LONGEST_VISIT, LONGEST_UNGRADED, LONG = 2, 5, 99
_OPENS, _PAIR_OF_MARKS = "‘“'\"", 2
_INSPECTION = re.compile(r"\b(?:re-?)?inspect(?:ion|ions|ed)\b", re.IGNORECASE)


@cache
def _phrase_pattern() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Return the pattern of all phrases that call a framework, and what each may mean."""
    known = {phrase.lower().replace("'", "’"): ids for phrase, ids in phrases().items()}
    return re.compile(rf"{WORD}{any_of(known)}(?!\w)", re.IGNORECASE), known


def named(reading: Reading) -> list[tuple[Framework, Span]]:
    """Return the frameworks that the text calls by name, with where."""
    pattern, known = _phrase_pattern()
    out: list[tuple[Framework, Span]] = []
    for match in pattern.finditer(reading.text):
        ids = known[match[0].lower().replace("'", "’")]
        out += [(frameworks()[id_], Span(match.start(), match.end())) for id_ in ids]
    return out


def visit(
    reading: Reading, called: list[tuple[Framework, Span]], told: Told | None, *, graded: bool
) -> Era | None:
    """Return the ungraded visit that the text is about, if it names one that has been made.

    The head of the text names it, or the paragraph that dates it where no grade is given.
    """
    every = _is_all(reading, called)
    only = graded and every
    if not every and opens_with_several(reading.document):
        return None  # one of them was visited, another inspected
    none_given = _NO_GRADE.search(reading.text) is not None
    counted = told is not None and told.days is not None and not _FULL.search(reading.narration)
    known = told is not None and (told.start is not None or counted)
    dated = reading.sentence_at(told.sentence.start).paragraph if told and known else None
    for framework, span in called:
        sentence = reading.sentence_at(span.start)
        lead = reading.text[sentence.span.start : span.start].rstrip(_OPENS)
        ungraded = not graded or _NO_GRADE.search(reading.text, span.end, sentence.span.end)
        theirs = not graded and _is_told_as_made(reading, lead, span)
        in_head = sentence.paragraph < _HEAD_PARAGRAPHS or (ungraded and sentence.paragraph == dated)
        if framework.graded or _FUTURE.search(lead) or _is_quoted(reading, span):
            continue
        after_one = _AFTER_ONE.search(lead) is not None and (only or not graded or none_given)
        after_one = after_one or (theirs and _LETTER_OF.search(lead) is not None)
        gone = (
            _SEVERAL.search(lead)
            or _HAVE_BEEN.match(reading.text, span.end)
            or (_PAST.search(lead) and not after_one)
        )
        if gone and not _NEWEST_OF.match(reading.text, span.end, sentence.span.end):
            continue
        short = told is not None and days_taken(told) <= LONGEST_UNGRADED
        is_one = short and _WAS_ONE.search(lead) is not None
        if (in_head or theirs) and (not graded or only or is_one or none_given):
            return Era(framework, STATED, span)
    return None


def _is_told_as_made(reading: Reading, lead: str, span: Span) -> bool:
    """Say whether a sentence tells, wherever it stands, that its visit is the one that has been made."""
    if _IN_YEAR.match(reading.text, span.end):
        return False
    if _ON_THEIR.search(lead) or _LETTER_OF.search(lead):
        return True
    return _THE_ORDINAL.fullmatch(lead) is not None and _HAS_SHOWN.match(reading.text, span.end) is not None


def _is_quoted(reading: Reading, span: Span) -> bool:
    """Say whether the name of a visit stands in a quotation of more than that name."""
    quote = reading.quote_over(span)
    return quote is not None and len(quote.outer) - len(span) > _PAIR_OF_MARKS


def names_visit(reading: Reading) -> bool:
    """Say whether the head of a text names a visit that gives no grade, and has been made."""
    return any(
        not framework.graded
        and reading.sentence_at(span.start).paragraph < _HEAD_PARAGRAPHS
        and not _FUTURE.search(reading.text[reading.sentence_at(span.start).span.start : span.start])
        for framework, span in named(reading)
    )


def _is_all(reading: Reading, called: list[tuple[Framework, Span]]) -> bool:
    """Say whether a text tells of nothing but the visits that it names: then its grades are theirs."""
    text, rest, at = reading.narration, [], 0
    for framework, span in called:
        if not framework.graded and span.start >= at:
            rest.append(text[at : span.start])
            at = span.end
    return _INSPECTION.search(" ".join([*rest, text[at:]])) is None


def short_visit(reading: Reading, told: Told | None, published: Dated | None, marks: Marks) -> Era | None:
    """Take a visit that ended in a letter and no grades for a focused visit or a monitoring visit.

    Where its own year is open, that of the text, else that of the grades before it, tells whether there
    were such visits then.
    """
    if marks.graded or not _LETTER.search(reading.text) or BOTH_BODIES.search(reading.narration):
        return None
    days = days_taken(told) if told else LONG
    two_days = days <= _LONGEST_VISIT or _TWO_DAYS.search(reading.narration) is not None
    found = _by_letter(reading, marks.before, two_days=two_days)
    when = told.start if told and told.start else published
    year = when.value if when else _newest_year(reading, marks)
    return found if found and year and found.framework.in_force(year) else None


def _newest_year(reading: Reading, marks: Marks) -> PartialDate | None:
    """Return the year of the newest grades before a visit, else the newest one that a text compares with."""
    named = [int(match["year"]) for match in _THAN_IN.finditer(reading.text)]
    years = [marks.since] if marks.since else named
    return PartialDate(max(years)) if years else None


def _by_letter(reading: Reading, before: Grade | None, *, two_days: bool) -> Era | None:
    """Tell a visit by the grade before it: after an inadequate one it is to monitor, else it has one theme.

    It took two days; a visit on one theme may leave that open where the grade before is known, or where
    the text says that there is no grade; and so may one that is to see how an inadequate council gets on.
    """
    text = reading.narration
    if before is Grade.INADEQUATE:
        return Era(frameworks()["monitoring-visit"], _AFTER_INADEQUATE) if two_days else None
    if before is None and _INADEQUATE.search(reading.text) and _GETS_ON.search(text):
        return Era(frameworks()["monitoring-visit"], _FOLLOWS_INADEQUATE)
    ungraded = _NO_GRADE.search(reading.text) is not None
    visited = two_days or ((before is not None or ungraded) and _VISIT.search(text) is not None)
    if not visited or _THEME.search(reading.text) is None:
        return None
    time = "two days" if two_days else "a visit"
    return Era(frameworks()["focused-visit"], f"inferred: {time}, one theme, a letter and no grades")


def of_send(reading: Reading, when: PartialDate | None, *, graded: bool) -> Era | None:
    """Take what Ofsted and the CQC say together of special educational needs for an area SEND inspection."""
    framework = frameworks()["area-send-2023"]
    if graded or when is None or not framework.in_force(when) or when.earliest() < framework.first:
        return None
    head = reading.paragraphs[:_HEAD_PARAGRAPHS]
    end = head[-1].span.end if head else 0
    together = BOTH_BODIES.search(reading.narration, 0, end)
    if together is None or not SEND.search(reading.narration, 0, end):
        return None
    return Era(framework, "inferred: Ofsted and the Care Quality Commission, on special educational needs")


def days_taken(told: Told) -> int:
    """Return how many days an inspection took; many where that is open."""
    if told.days is not None:
        return told.days
    if told.start is None or told.end is None or not told.exact:
        return LONG
    return (told.end.value.earliest() - told.start.value.earliest()).days + 1
