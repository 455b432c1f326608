"""Results as lines of text, for people: what was built, what a document says, why a briefing says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING

from councilbrief.builds.outcome import Outcome
from councilbrief.provenance import STATED_IN, Dated, Source

# To print what a build of nothing made, none of these need be loaded.
if TYPE_CHECKING:
    from councilbrief.briefing.blocks import Statement
    from councilbrief.briefing.facts import FactChange
    from councilbrief.builds.explain import Explained
    from councilbrief.builds.national import NationalResult
    from councilbrief.builds.reading import Read
    from councilbrief.evidence.facts import Evidence, Finding, Inspection, Judgement, Quotation

UNKNOWN = "date not known"
MOST_CHANGES = 10
"""Changes of a briefing that are told one by one."""
LONGEST_CHANGE = 240


@dataclass(frozen=True, slots=True)
class Line:
    """A line, how many steps it stands in, and whether it is a heading."""

    text: str
    depth: int = 0
    heading: bool = False


def outcome_lines(outcome: Outcome) -> Iterator[Line]:
    """Say where a briefing is, on whom, and from which documents it was made."""
    where = outcome.output.as_posix() if outcome.output else outcome.spec
    yield Line(f"{where}: {outcome.council}, from {_counted(len(outcome.sources), 'document')}", heading=True)
    for source in outcome.sources:
        yield Line(f"{source.id}: {_described(source)}", 1)


def changes_lines(changes: Sequence[FactChange] | None) -> Iterator[Line]:
    """Say what a new edition changes, each in one line, and of many only how many more there are."""
    if changes is None:
        yield Line("no earlier edition", 1)
        return
    if not changes:
        yield Line("no fact has changed", 1)
    for one in changes[:MOST_CHANGES]:
        yield Line(shorten(_one_line(one.sentence), LONGEST_CHANGE, placeholder=" …"), 1)
    if len(changes) > MOST_CHANGES:
        yield Line(f"and {_counted(len(changes) - MOST_CHANGES, 'more change')}", 1)


def built_lines(outcome: Outcome) -> Iterator[Line]:
    """Say what was made; of what was left alone, only that."""
    if outcome.why or outcome.output is None:
        yield from outcome_lines(outcome)
        yield from changes_lines(outcome.changes) if outcome.output else ()
    else:
        yield Line(f"{outcome.output.as_posix()}: {outcome.council}, unchanged", heading=True)


def planned_lines(outcome: Outcome) -> Iterator[Line]:
    """Say whether a briefing would be made, and why."""
    where = outcome.output.as_posix() if outcome.output else outcome.spec
    told = "would be built" if outcome.why else "is up to date"
    yield Line(f"{where}: {outcome.council}, {told}", heading=True)
    for reason in outcome.why:
        yield Line(reason, 1)
    yield from changes_lines(outcome.changes) if outcome.why else ()


def national_lines(result: NationalResult) -> Iterator[Line]:
    """Say where the national table is, and how many councils it covers."""
    for path in result.files:
        yield Line(
            f"{path.as_posix()}: grades of {result.graded} of {result.councils} councils", heading=True
        )


def _described(source: Source) -> str:
    """Describe a source: title, kind, date, and whether the date is inferred."""
    kind = source.kind.value if source.kind else "kind not known"
    return ", ".join((source.title or "untitled", kind, _published(source.published)))


def _published(date: Dated | None) -> str:
    if date is None:
        return UNKNOWN
    where = date.basis.removeprefix(STATED_IN) if date.basis.startswith(STATED_IN) else ""
    return f"{date.value.text()} ({where})" if where else _day(date)


def _day(date: Dated) -> str:
    return date.value.text() if date.is_stated else f"{date.value.text()} (inferred)"


def explained_lines(explained: Explained) -> Iterator[Line]:
    """Give each statement of a briefing, and below it what it rests on: file, place, rule, words."""
    yield Line(f"{explained.output}.pdf: {explained.council}", heading=True)
    for title, statements in explained.sections:
        yield Line("")
        yield Line(title, heading=True)
        for statement in statements:
            yield from _statement_lines(statement)


def _statement_lines(statement: Statement) -> Iterator[Line]:
    yield Line(_one_line(statement.text), 1)
    for support in statement.support:
        yield Line(f"{support.place} [{support.rule}]: “{_one_line(support.words)}”", 2)


def read_lines(read: Read) -> Iterator[Line]:
    """Set out the facts of a document; of one that could not be read there is only its name."""
    yield Line(read.source.path, heading=True)
    if read.evidence is None:
        yield Line("could not be read", 1)
        return
    yield Line(_described(read.source), 1)
    for title, lines in _fact_lines(read.evidence):
        if lines:
            yield Line(f"{title} ({len(lines)})", 1, heading=True)
            yield from (Line(_one_line(line), 2) for line in lines)


def _fact_lines(evidence: Evidence) -> Iterator[tuple[str, list[str]]]:
    yield "Inspections", [_inspection(one) for one in evidence.inspections]
    yield "Judgements", [_judgement(one) for one in evidence.judgements]
    yield "Strengths", [_finding(one) for one in evidence.strengths]
    yield "Areas for improvement", [_finding(one) for one in evidence.improvements]
    yield "Quotations", [_quotation(one) for one in evidence.quotations]


def _inspection(one: Inspection) -> str:
    dates = dict.fromkeys(date.value.text() for date in (one.start, one.end) if date)
    graded = {True: "graded", False: "not graded", None: "graded or not is left open"}[one.graded]
    council = one.council_name or "council not settled"
    framework = f"{one.framework or 'framework not known'} ({one.framework_basis or 'nothing says which'})"
    return "; ".join((council, framework, " to ".join(dates) or UNKNOWN, graded))


def _judgement(one: Judgement) -> str:
    earlier = "" if one.current else ", earlier"
    mark = earlier if one.stated else ", only claimed by a rule"
    return f"{one.area.value}: {one.grade.value}{mark} – “{one.told.words}”"


def _finding(one: Finding) -> str:
    return f"“{one.told.words}”"


def _quotation(one: Quotation) -> str:
    speaker = one.speaker
    parts = (speaker.name, speaker.role, speaker.organisation, speaker.party) if speaker else ()
    who = dict.fromkeys(part for part in parts if part)  # Ofsted itself is speaker and organisation
    words = " ".join(f"“{paragraph}”" for paragraph in one.paragraphs)
    by_rule = f" [{one.rule}: “{one.cue.words}”]" if one.cue else ""
    return f"{', '.join(who) or 'source not identified'}{by_rule}: {words}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
