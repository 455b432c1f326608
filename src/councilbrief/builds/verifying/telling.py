"""Verdicts as lines for people, and as one JSON object for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from councilbrief.builds.telling.listing import Line
from councilbrief.builds.verifying.verdict import Checked, Finding, Verdict
from councilbrief.builds.verifying.verify import Verified
from councilbrief.provenance import PartialDate

VERSION = 1
NOUNS = {
    Checked.GRADES: ("grade", "grades"),
    Checked.INSPECTIONS: ("inspection’s days", "inspections’ days"),
    Checked.ITEMS: ("list item", "list items"),
    Checked.QUOTATIONS: ("quotation", "quotations"),
    Checked.NUMBERS: ("number", "numbers"),
}


def verified_lines(result: Verified) -> Iterator[Line]:
    """Say of each PDF that it matches, or all that does not, then what else is worth knowing."""
    for one in result.verdicts:
        if one.edition is not None:
            yield Line(f"{_named(one)}: {_summary(one)}", heading=True)
            yield from (Line(_told(each), 1) for each in one.findings)
            yield from (Line(f"note: {_told(each)}", 1) for each in one.remarks)


def _named(one: Verdict) -> str:
    """Name a PDF with its day: `out/x.pdf (3 June 2024)`."""
    day = one.edition.day if one.edition else None
    dated = f" ({PartialDate(day.year, day.month, day.day).text()})" if day else ""
    return f"{one.path.as_posix()}{dated}"


def _summary(one: Verdict) -> str:
    sources = _counted(one.checked[Checked.SOURCES], "source", "sources")
    told = [_counted(one.checked[kind], *names) for kind, names in NOUNS.items() if one.checked[kind]]
    against = f"against {sources}: {', '.join(told) or 'nothing'}"
    if one.findings:
        things = _counted(len(one.findings), "thing does", "things do")
        return f"{things} not match; checked {against}"
    return f"verified {against}" if one.verified else f"not verified, only checked {against}"


def _counted(number: int, singular: str, plural: str) -> str:
    return f"{number} {singular if number == 1 else plural}"


def _told(one: Finding) -> str:
    page = f"page {one.page}" if one.page else ""
    place = ", ".join(part for part in (page, one.where) if part)
    return " ".join(f"{place}: {one.sentence}".split()) if place else " ".join(one.sentence.split())


def verified_json(result: Verified) -> str:
    """Write the verdicts as `verify.schema.json` says."""
    told = {
        "version": VERSION,
        "exit_code": int(result.exit_code),
        "briefings": [_briefing(one) for one in result.verdicts],
        "problems": [asdict(one) for one in problems(result)],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def problems(result: Verified) -> tuple[Any, ...]:
    """Return every problem, that of the libraries first."""
    return (*result.problems, *(problem for one in result.verdicts for problem in one.problems))


def _briefing(one: Verdict) -> dict[str, Any]:
    edition = one.edition
    return {
        "file": one.path.as_posix(),
        "council": edition.council if edition else None,
        "title": edition.title if edition else None,
        "day": edition.day.isoformat() if edition else None,
        "verified": one.verified,
        "checked": {kind.value: one.checked[kind] for kind in Checked},
        "findings": [asdict(each) for each in one.findings],
        "remarks": [asdict(each) for each in one.remarks],
    }
