"""Passages: the clauses in which grades can be given, with the areas and the grades that they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from councilbrief.evidence.facts import Area
from councilbrief.evidence.inspections.areas import AreaMention, area_mentions
from councilbrief.evidence.judgements.clauses import Clause, clauses, sentence_clause
from councilbrief.evidence.judgements.grades import GRADE_TRACE, GradeMention, grade_mentions
from councilbrief.evidence.words import WORD, either

EXCEPTION = re.compile(rf"\b{either('areas', 'exception')}\b", re.IGNORECASE)
"""What brings in the areas that a set or a whole does not hold."""

SO = re.compile(
    rf"{WORD}(?<![’'])(?:(?:and |that )*(?:so|as)(?: too| also| of course| indeed|, too,|, of course,)?"
    r" (?:is|are|was|were|do|does|did|has|have|had)\b|(?:and )?so it (?:is|was)(?= (?:for|in|with|across)\b)"
    r"|(?:just )?as (?:it|they|we) (?:also )?(?:is|are|was|were) (?:also |too )?(?=(?:for|on|in) (?!\d|line))"
    r"|(?:and )?so too (?=its |the |their |for |with )"
    r"|(?:just )?as (?:it|they|inspectors|ofsted|we) (?:also )?did (?!in |at |last|when|before|\d|then)"
    r"|(?:and )?did (?:just )?(?:the same|likewise|so too) (?:for|with|on)\b)",
    re.IGNORECASE,
)
"""`and so was` before further areas of the same grade."""

# `It was judged `, after a sentence on one area
_IT = re.compile(r"(?:It|This|They|That) (?:too )?(?:is|was|are|were|got|received|has been|have been)\b")

SAME = re.compile(f"{WORD}{either('grades', 'same')}", re.IGNORECASE)
"""`the verdict is the same for` further areas."""

SAME_GRADE = re.compile(either("grades", "same_grade"), re.IGNORECASE)
"""`the same overall grade`, said of another time."""

# without any of these a sentence gives no grade
_TRACES = (GRADE_TRACE, SAME, SO, SAME_GRADE)
_TRACE = re.compile(f"{WORD}(?:{'|'.join(trace.pattern for trace in _TRACES)})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause with what it names; `subject` are the areas of the clause before it."""

    clause: Clause
    paragraph: int
    areas: tuple[AreaMention, ...]
    subject: tuple[AreaMention, ...]
    grades: tuple[GradeMention, ...]


def passages(text: str, sentences: Iterable[tuple[Clause, int]]) -> Iterator[Passage]:
    """Yield the clauses in which grades can be given, asides left out.

    `sentences` come with the index of their paragraph; in `text` the statements of people
    are veiled, for a hope is no grade.
    """
    before: tuple[Clause, int] | None = None
    for sentence, paragraph in sentences:
        span = sentence.span
        last, before = before, (sentence, paragraph)
        if not _TRACE.search(text, span.start, span.end):
            continue
        goes_on = last is not None and last[1] == paragraph and _IT.match(text, span.start, span.end)
        subject = _spoken_of(text, last[0]) if last and goes_on else ()
        for clause in clauses(text, sentence_clause(text, sentence)):
            areas = area_mentions(text, clause.span.start, clause.span.end)
            if not clause.aside:
                grades = grade_mentions(text, clause.span.start, clause.span.end)
                yield Passage(clause, paragraph, areas, subject, grades)
            subject = _behind_semicolon(text, areas) or subject


def _behind_semicolon(text: str, areas: tuple[AreaMention, ...]) -> tuple[AreaMention, ...]:
    """Return the areas of the last of a clause's parts: those before its semicolon are another sentence's."""
    if not areas:
        return areas
    cut = text.rfind("; ", areas[0].span.start, areas[-1].span.start)
    return tuple(area for area in areas if area.span.start > cut)


def _spoken_of(text: str, before: Clause) -> tuple[AreaMention, ...]:
    """Return the one area of a sentence that names no council and no grade: the next one's "it"."""
    span = before.span
    areas = area_mentions(text, span.start, span.end)
    own = tuple(a for a in areas if not text.startswith(("’s", "'s"), a.span.end))
    if own and own[0].area is Area.LSCB and not GRADE_TRACE.search(text, span.start, span.end):
        return own[:1]  # a board has reports and grades of its own
    alone = len({a.area for a in areas}) == 1 and all(a.area not in {None, Area.OVERALL} for a in areas)
    aside = sentence_clause(text, before).aside
    graded = before.own or aside or GRADE_TRACE.search(text, span.start, span.end)
    return areas if alone and not graded else ()
