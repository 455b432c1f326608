"""What a reader must know before believing the rest: a few short notices at the head."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Notice, Statement, Text, Tone
from councilbrief.briefing.case import Case, is_graded, is_of_grades, name
from councilbrief.briefing.currency import later, old, old_news, superseded, undated
from councilbrief.briefing.frames import gives_grades, visit_noun
from councilbrief.briefing.grades import area_grades, states_a_grade
from councilbrief.briefing.phrases import (
    counted,
    kinds_counted,
    listed,
    mid_sentence,
    number,
    sentence_case,
    with_article,
)
from councilbrief.briefing.references import OFSTED_KINDS
from councilbrief.briefing.spec import SectionKey
from councilbrief.briefing.tellings import told

DIFFERENCES_TITLE = "Where sources differ"
NO_SOURCES = "No document on this council was found among those asked for."
COVERAGE = "What this briefing covers"
STILL_CURRENT = "Still current?"
# What puts in question whether the evidence still holds, and what is no reason for alarm.
IN_TIME = frozenset(("later", "old", "superseded", "undated", "incomplete"))
MILD = frozenset(("superseded", "indirect"))


def notices(case: Case) -> tuple[Notice, ...]:
    """Warn of evidence that is old, undated, indirect, contradictory or missing, each in one notice."""
    return (*_evidence(case), *_differences(case), *_graded_visits(case), *_missing(case))


def _evidence(case: Case) -> Iterable[Notice]:
    """Say in one notice how far the evidence goes."""
    if not case.references.sources:
        yield Notice(Tone.WARNING, "No sources", (Statement((Text(NO_SOURCES),)),))
    found = [
        (adjective, statement)
        for adjective, statement in (
            ("later", later(case)),
            ("old", old(case)),
            ("old", old_news(case)),
            ("superseded", superseded(case)),
            ("undated", undated(case)),
            ("incomplete", _incomplete(case)),
            ("indirect", _indirect(case)),
            ("", _reach(case)),
        )
        if statement is not None
    ]
    if not found:
        return
    adjectives = list(dict.fromkeys(adjective for adjective, _ in found if adjective))
    tone = Tone.WARNING if set(adjectives) - MILD else Tone.INFORMATION
    title = sentence_case(f"{listed(adjectives)} evidence") if adjectives else COVERAGE
    title = f"{STILL_CURRENT} {title}" if set(adjectives) & IN_TIME else title
    yield Notice(tone, title, tuple(statement for _, statement in found))


def _reach(case: Case) -> Statement | None:
    """Say how far a briefing without a date of its own reaches."""
    newest = case.records[0] if case.records else None
    if newest is None or newest.last_day is None or case.spec.as_at is not None:
        return None
    of = mid_sentence(case.references.they("tell"))
    words = f"The newest inspection of which {of} is the {name(newest)}; later ones are not covered."
    return case.references.claim(Text(words), support=told(newest.tellings))


def _incomplete(case: Case) -> Statement | None:
    """Name the inspection after the current one whose grades no source states."""
    newer = [record for record in case.since if is_of_grades(record) and not states_a_grade(record)]
    if case.current is None or not newer:
        return None
    words = (
        f"{case.references.they('tell')} of the {name(newer[0])}, which is newer than the grades shown, "
        "but its grades were not found."
    )
    return case.references.claim(Text(words), support=told(newer[0].tellings))


def _indirect(case: Case) -> Statement | None:
    """Say that Ofsted's own words are missing and what the briefing rests on instead."""
    every = case.references.sources
    if not every or any(source.kind in OFSTED_KINDS for source in every):
        return None
    words = (
        f"The inspectors’ own report is not among the sources. This briefing rests on {kinds_counted(every)}."
    )
    return Statement((Text(words), case.references.cite(*(source.id for source in every))))


def _differences(case: Case) -> Iterable[Notice]:
    """Point to the grades on which the sources differ."""
    shown = [record for record in (case.main,) if record is not None]
    every = [one for record in shown for one in area_grades(record).values() if one.others]
    if every and any(map(is_graded, shown)):
        asked = case.asked.get(SectionKey.DIFFERENCES)
        where = f"“{asked.title or DIFFERENCES_TITLE}”" if asked else "the judgements"
        words = f"For {counted(len(every), 'area')} different grades are stated; see {where}."
        rests_on = tuple(each.support for one in every for each in (*one.believed, *one.others))
        yield Notice(
            Tone.WARNING, "Grades that do not agree", (case.references.claim(Text(words), support=rests_on),)
        )


def _graded_visits(case: Case) -> Iterable[Notice]:
    """Name the visits that a source takes for an inspection: it gives grades where there were none."""
    statements = []
    for record in case.records:
        if gives_grades(record.framework) is not False:
            continue
        given = [each for one in area_grades(record).values() for each in (*one.believed, *one.others)]
        sources = {one.source.id for one in given if one.judgement.stated}
        if sources:
            noun = visit_noun(record.framework)
            give = "gives" if len(sources) == 1 else "give"
            words = (
                f"{sentence_case(counted(len(sources), 'source'))} {give} a grade for the {name(record)}; "
                f"{with_article(noun)} gives none, so none is shown."
            )
            statements.append(case.references.claim(Text(words), support=[one.support for one in given]))
    if statements:
        yield Notice(Tone.WARNING, "A visit taken for an inspection", tuple(statements))


def _missing(case: Case) -> Iterable[Notice]:
    """Count the documents that could not be read or were left out."""
    parts = []
    if case.unread:
        parts.append(f"{counted(len(case.unread), 'document')} could not be read")
    if case.left_out:
        were = "was" if len(case.left_out) == 1 else "were"
        left = number(len(case.left_out)) if parts else counted(len(case.left_out), "document")
        parts.append(f"{left} {were} left out")
    if parts:
        one = len(case.unread) + len(case.left_out) == 1
        words = (
            f"The end of this briefing names {'it, with the reason' if one else 'them, with the reasons'}."
        )
        asked_for = not case.unread and all(left.on_request for left in case.left_out)
        tone = Tone.INFORMATION if asked_for else Tone.WARNING
        yield Notice(tone, sentence_case(listed(parts)), (Statement((Text(words),)),))
