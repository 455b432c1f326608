"""The judgements: a grade for each area, in the framework's own words and order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from councilbrief.briefing.blocks import (
    Block,
    Inline,
    Notice,
    Paragraph,
    Pill,
    Statement,
    Subheading,
    Table,
    Text,
    Tone,
)
from councilbrief.briefing.case import Case, days_of, heading, is_graded
from councilbrief.briefing.changes import Before, before
from councilbrief.briefing.frames import (
    area_label,
    area_words,
    areas_of,
    belongs,
    comparable,
    framework_name,
    visit_noun,
)
from councilbrief.briefing.grades import AreaGrade, Given, area_grades
from councilbrief.briefing.inspections import Record
from councilbrief.briefing.phrases import (
    NO_OVERALL,
    grade_words,
    no_grade,
    number,
    period,
    sentence_case,
    source_name,
)
from councilbrief.briefing.references import References
from councilbrief.briefing.sections.beside import change_cell, not_compared
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.slices import in_marks
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.briefing.tellings import told_framework
from councilbrief.evidence.facts import Area, Grade

COLUMNS = ("Area", "Grade")
WIDTHS = (0.57, 0.43)
DISAGREE = "Grades that do not agree"
WIDTHS_COMPARED = (0.41, 0.34, 0.25)
NOT_COMPARABLE = ": another framework, so not comparable with the grades of {when}"
ITS_UNKNOWN = ": not compared with the grades above, as its framework is not known"
THEIRS_UNKNOWN = ": not compared with the grades above, as their framework is not known"


def judgements(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Show the current grades beside those before, and with `history` each earlier inspection's by itself.

    Where the inspections are listed, those of earlier ones stand there, behind all that is of today.
    """
    if case.current is None:
        but = " but those of earlier inspections" if asked.history and _earlier(case) else ""
        none = says(f"No grades{but} were found {case.references.here}.")
        return (none, *earlier_grades(case, asked))
    compared = before(case)
    tables = tuple(_told_once(case, _graded(case.references, case.current, compact=False, compared=compared)))
    return tables if stand_with_inspections(case) else (*tables, *apart(case), *earlier_grades(case, asked))


def stand_with_inspections(case: Case) -> bool:
    """Say whether the grades of earlier inspections stand where the inspections are listed."""
    return case.current is not None and SectionKey.INSPECTIONS in case.asked


def apart(case: Case) -> tuple[Paragraph, ...]:
    """Tell the grades of the inspection before that none of the present ones can be compared with."""
    compared = before(case)
    notes = tuple(not_compared(case.references, compared)) if compared else ()
    return (Paragraph(notes),) if notes else ()


def earlier_grades(case: Case, asked: SectionSpec) -> tuple[Block, ...]:
    """Show with `history` the grades of each earlier inspection, but for those beside the current ones."""
    earlier = _earlier(case) if asked.history else ()
    blocks: list[Block] = []
    if earlier:
        undated = any(record.last_day is None and not record.past for record in earlier)
        which = "earlier and undated inspections" if undated else "earlier inspections"
        grades_of = "grades of " if stand_with_inspections(case) else ""
        blocks.append(Subheading(sentence_case(f"{grades_of}{which}")))
    blocks += (once := _once(case, earlier))
    for record in earlier:
        note = "" if once else _note(case.current, record)
        blocks += _graded(case.references, record, compact=True, note=note)
    return tuple(blocks)


def says_of_the_only_one(case: Case, asked: SectionSpec) -> bool:
    """Say whether a sentence tells of the only earlier grades that they can't be compared with today’s."""
    earlier = tuple(one for one in case.earlier if asked.history and is_graded(one))
    return len(earlier) == 1 and stand_with_inspections(case) and bool(_once(case, earlier))


def _once(case: Case, earlier: Sequence[Record]) -> tuple[Paragraph, ...]:
    """Say once what holds for all tables of earlier grades, that they can't be compared."""
    notes = {_note(case.current, record) for record in earlier}
    if case.current is None or notes != {_not_comparable(case.current)}:
        return ()
    several = len({one.framework for one in earlier}) > 1
    another = "other frameworks" if several else "another framework"
    cannot = f"so they cannot be compared with those of {_days(case.current)}."
    rests_on = tuple(each for one in earlier for each in told_framework(one))
    words = Text(f"These grades were given under {another}, {cannot}")
    return (Paragraph((case.references.claim(words, support=rests_on),)),)


def _earlier(case: Case) -> tuple[Record, ...]:
    compared = before(case)
    told_beside = compared.record if compared and compared.is_plain else None
    return tuple(record for record in case.earlier if is_graded(record) and record is not told_beside)


def _note(current: Record | None, record: Record) -> str:
    """Say why earlier grades are not to be compared with those above."""
    if current is None or comparable(current.framework, record.framework):
        return ""
    if record.framework is None:
        return ITS_UNKNOWN
    if current.framework is None:
        return THEIRS_UNKNOWN
    return _not_comparable(current)


def _not_comparable(current: Record) -> str:
    return NOT_COMPARABLE.format(when=_days(current))


def _days(record: Record) -> str:
    return period(*(days_of(record) or (None, None))) or "the latest inspection"


def _graded(
    references: References, record: Record, *, compact: bool, note: str = "", compared: Before | None = None
) -> Iterable[Block]:
    """Show one inspection's grades, and beneath them what the sources disagree on or only claim.

    `compact` puts the areas whose grade no source states into one row; `note` ends the caption.
    """
    grades = area_grades(record)
    rows = tuple(_rows(references, record, grades, compact=compact))
    if compared is None:
        yield Table(_caption(record) + note, COLUMNS, rows, WIDTHS)
    else:
        changes = (
            change_cell(references, compared, area, grades.get(area)) for area in _areas(record, grades)
        )
        wider = tuple((*row, cell) for row, cell in zip(rows, changes, strict=True))
        columns = (*COLUMNS, f"Since {compared.when}")
        yield Table(_caption(record) + note, columns, wider, WIDTHS_COMPARED)
    yield from _differences(references, record, grades)
    yield from _doubts(references, record, grades)
    claims = [
        claim
        for area_grade in grades.values()
        for claim in area_grade.claims
        if claim.judgement.grade is not area_grade.grade
    ]
    if claims:
        yield Paragraph(tuple(_claim(references, claim) for claim in claims))


def _caption(record: Record) -> str:
    name, days = framework_name(record.framework), days_of(record)
    if name is None:
        return heading(record)
    return f"{name}, {period(*days) if days else 'date not found'}"


def _areas(record: Record, grades: Iterable[Area]) -> tuple[Area, ...]:
    """Return the areas of the framework in their order, and then any others that a source grades."""
    official = areas_of(record.framework)
    return (*official, *(area for area in grades if area not in official))


def _rows(
    references: References, record: Record, grades: dict[Area, AreaGrade], *, compact: bool
) -> Iterable[tuple[Statement, ...]]:
    official = areas_of(record.framework)
    unsaid = [area for area in official if area not in grades] if compact else []
    together = unsaid if len(unsaid) > 1 else []
    for area in _areas(record, grades):
        if area not in together:
            label = Statement((Text(area_label(area, record.framework)),))
            yield label, grade_cell(references, grades.get(area))
    if together:
        yield Statement((Text(f"The other {number(len(together))} areas"),)), grade_cell(references, None)


def grade_cell(references: References, given: AreaGrade | None) -> Statement:
    """Show an area's grade; both grades where equal sources differ; never a blank."""
    if given is None or (given.grade is None and not given.others):
        return Statement((Text(references.not_found),))
    if given.grade is not None:
        support = tuple(one.support for one in given.believed)
        note = (Text(" (another source differs)"),) if given.others else ()
        return references.claim(pill(given.grade), *note, support=support)
    several = len({one.source.id for one in given.others}) > 1
    inlines: list[Inline] = [Text("Sources differ: " if several else "The source gives two grades: ")]
    for at, grade in enumerate(_grades(given.others)):
        sources = [one.source.id for one in given.others if one.judgement.grade is grade]
        inlines += [*([Text(" or ")] if at else []), pill(grade), references.cite(*sources)]
    return Statement(tuple(inlines), tuple(one.support for one in given.others))


def without_grade(case: Case, record: Record) -> Statement:
    """Say that a visit of this kind gives no grade."""
    words = Text(no_grade(visit_noun(record.framework)))
    return case.references.claim(words, support=told_framework(record))


def no_overall(case: Case, record: Record) -> Statement:
    """Say that the framework gives no overall grade."""
    return case.references.claim(Text(NO_OVERALL), support=told_framework(record))


def pill(grade: Grade) -> Pill:
    """Show a grade in words and colour."""
    return Pill(grade, grade_words(grade))


def _grades(given: Iterable[Given]) -> tuple[Grade, ...]:
    """Return the grades given, the best first."""
    found = {one.judgement.grade for one in given}
    return tuple(grade for grade in Grade if grade in found)


def _told_once(case: Case, blocks: Iterable[Block]) -> Iterable[Block]:
    """Leave the grades that do not agree to the section on differences, where there is one."""
    elsewhere = SectionKey.DIFFERENCES in case.asked
    return (one for one in blocks if not (elsewhere and isinstance(one, Notice) and one.title == DISAGREE))


def _differences(references: References, record: Record, grades: dict[Area, AreaGrade]) -> Iterable[Block]:
    """Tell, in the sources' own words, where they give different grades."""
    statements: list[Statement] = []
    for given in grades.values():
        if not given.others:
            continue
        opening = Text(f"On {area_words(given.area, record.framework)}: ")
        every = (*given.believed, *given.others)
        inlines: list[Inline] = [opening]
        for at, (_, group) in enumerate(groupby(every, key=lambda one: one.source.id)):
            inlines += [Text("; ")] if at else []
            inlines += _says(references, tuple(group))
        kept = "no grade is shown as the right one" if given.disputed else "the table shows the first"
        inlines.append(Text(f"; {kept}."))
        statements.append(Statement(tuple(inlines), tuple(one.support for one in every)))
    if statements:
        yield Notice(Tone.WARNING, DISAGREE, tuple(statements))


def _says(references: References, given: Sequence[Given]) -> Iterable[Inline]:
    """Tell what one source says, which may be more than one thing."""
    source = given[0].source
    yield Text(f"{source_name(source)} says ")
    for at, words in enumerate(dict.fromkeys(one.judgement.told for one in given)):
        yield from ([Text(" and ")] if at else [])
        yield from in_marks(words)
    yield references.cite(source.id)


def _doubts(references: References, record: Record, grades: dict[Area, AreaGrade]) -> Iterable[Block]:
    """Warn of a grade that the framework has no place for; it's shown as the source states it."""
    odd = [
        one
        for given in grades.values()
        for one in given.believed
        if not belongs(given.area, one.judgement.grade, record.framework)
    ]
    if odd:
        names = "; ".join(
            f"{area_words(one.judgement.area, record.framework)}: {one.judgement.grade.value}" for one in odd
        )
        words = Text(
            f"This framework is not known to give a grade such as this ({names}). "
            "It is shown as the source states it and should be checked."
        )
        statement = references.claim(words, support=tuple(one.support for one in odd))
        yield Notice(Tone.WARNING, "An unusual grade", (statement,))


def _claim(references: References, claim: Given) -> Statement:
    """Report a grade that a source only concludes from a rule, as that source's words."""
    opening = Text(f"{sentence_case(source_name(claim.source))} says: ")
    return references.claim(opening, *in_marks(claim.judgement.told), support=(claim.support,))
