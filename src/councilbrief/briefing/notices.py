"""What a reader must know before believing the rest: a few short notices at the head."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from councilbrief.briefing.blocks import Notice, Statement, Text, Tone
from councilbrief.briefing.case import Case, is_graded, is_of_grades, name
from councilbrief.briefing.grades import area_grades, states_a_grade
from councilbrief.briefing.phrases import (
    counted,
    full_years,
    kinds_counted,
    listed,
    mid_sentence,
    number,
    sentence_case,
)
from councilbrief.briefing.references import OFSTED_KINDS
from councilbrief.briefing.summary import told

OLD_AFTER_YEARS = 3
NO_SOURCES = "No document on this council was found among those asked for."
COVERAGE = "What this briefing covers"
ONE_DAY = dt.timedelta(days=1)


def notices(case: Case) -> tuple[Notice, ...]:
    """Warn of evidence that is old, undated, indirect, contradictory or missing, each in one notice."""
    return (*_evidence(case), *_differences(case), *_missing(case))


def _evidence(case: Case) -> Iterable[Notice]:
    """Say in one notice how far the evidence goes."""
    if not case.references.sources:
        yield Notice(Tone.WARNING, "No sources", (Statement((Text(NO_SOURCES),)),))
    found = [
        (adjective, statement)
        for adjective, statement in (
            ("later", _later(case)),
            ("old", _old(case)),
            ("undated", _undated(case)),
            ("incomplete", _incomplete(case)),
            ("indirect", _indirect(case)),
            ("", _reach(case)),
        )
        if statement is not None
    ]
    if not found:
        return
    adjectives = [adjective for adjective, _ in found if adjective]
    tone = Tone.INFORMATION if adjectives in (["indirect"], []) else Tone.WARNING
    title = sentence_case(f"{listed(adjectives)} evidence") if adjectives else COVERAGE
    yield Notice(tone, title, tuple(statement for _, statement in found))


def _later(case: Case) -> Statement | None:
    """Name the sources that came out after the day for which the briefing speaks."""
    as_at = case.spec.as_at
    if as_at is None:
        return None
    later = [
        source
        for source in case.references.sources
        if source.published is not None and source.published.value.earliest() > as_at.latest()
    ]
    if not later:
        return None
    were = "was" if len(later) == 1 else "were"
    words = (
        f"{sentence_case(counted(len(later), 'source'))} {were} published after {as_at.text()}, "
        "the day for which this briefing speaks."
    )
    return Statement((Text(words), case.references.cite(*(source.id for source in later))))


def _old(case: Case) -> Statement | None:
    """Say how old the inspection is whose outcome is shown, where it was years before the briefing's date."""
    newest = case.current or (case.records[0] if case.records else None)
    last = (newest.last_day or newest.reported) if newest else None
    if newest is None or last is None or case.spec.as_at is None:
        return None
    years = full_years(last + ONE_DAY, case.spec.as_at.latest())
    if years < OLD_AFTER_YEARS:
        return None
    if newest is case.records[0]:
        what = f"The newest inspection of which {mid_sentence(case.references.they('tell'))}"
    else:
        what = f"The newest inspection whose grades {mid_sentence(case.references.they('state'))}"
    was = f", the {name(newest)}, was" if newest.last_day else " was reported"
    words = (
        f"{what}{was} more than {number(years)} years before {case.spec.as_at.text()}. "
        "Later inspections may have changed the grades."
    )
    return case.references.claim(Text(words), support=told(newest.tellings))


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


def _undated(case: Case) -> Statement | None:
    """Name the sources whose date nobody knows."""
    undated = [source for source in case.references.sources if source.published is None]
    if not undated:
        return None
    one = len(undated) == 1
    tail = "does not say when it was published" if one else "do not say when they were published"
    words = f"{sentence_case(counted(len(undated), 'source'))} {tail}."
    return Statement((Text(words), case.references.cite(*(source.id for source in undated))))


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
        words = f"For {counted(len(every), 'area')} different grades are stated; see the judgements."
        rests_on = tuple(each.support for one in every for each in (*one.believed, *one.others))
        yield Notice(
            Tone.WARNING, "Grades that do not agree", (case.references.claim(Text(words), support=rests_on),)
        )


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
