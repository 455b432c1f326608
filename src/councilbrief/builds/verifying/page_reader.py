"""The child process that reads briefings: a PDF in, what it carries and where its pages depart from it out.

A PDF may come from anybody, so it is opened here, under limits of memory, files and time, as
documents are (`documents/quarantine.py`). The answer is JSON, and nothing in it is obeyed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from councilbrief.briefing.trace import Kind, Passage, Trace
from councilbrief.briefing.trace_json import read
from councilbrief.builds.verifying.following import Parting, Wanted, follow, pieces, words
from councilbrief.builds.verifying.from_pdf import Pages, printed, read_pages
from councilbrief.documents.confined import serve

MOST_PARTINGS = 200
"""Places that are told of where a page differs; the rest is only counted."""

SHOWN = 12
"""Words of a place that are told."""

_FIGURES = re.compile(r"\d+")


def looked_at(pdf: bytes) -> dict[str, Any]:
    """Return the facts that a PDF carries, the page of each passage of its trace, and where they part."""
    found = read_pages(pdf)
    carried = None if found.carried is None else found.carried.decode()
    told: dict[str, Any] = {"carried": carried, "count": len(found.heads), "pages": {}}
    told |= {"partings": [], "furniture": []}
    trace = _trace(carried) if carried else None
    if trace is None:
        return told
    course = follow(tuple(_wanted(trace)), tuple(pieces(found.glyphs)), _heads(trace))
    return told | {
        "pages": course.pages,
        "partings": [_parting(one) for one in course.partings[:MOST_PARTINGS]],
        "more": max(len(course.partings) - MOST_PARTINGS, 0),
        "furniture": list(_furniture(found, trace)),
    }


def _trace(carried: str) -> Trace | None:
    told = json.loads(carried)
    if not isinstance(told, dict) or not told.get("trace"):
        return None
    try:
        return read(told["trace"], [one["value"] for one in told["facts"]])
    except (ValueError, KeyError, TypeError):
        return None


def _wanted(trace: Trace) -> Iterator[Wanted]:
    section = 0
    for number, one in enumerate(trace.passages):
        section += one.kind is Kind.HEADING
        row = _row(one, section)
        yield from (Wanted(word, number, row) for word in words(one.text))


def _row(one: Passage, section: int) -> tuple[int, ...] | None:
    """Name the row in which cells stand side by side: that of a table, of the header, or of a panel."""
    match one.kind:
        case Kind.CELL:
            return (section, *one.at[:-1])
        case Kind.HEADER:
            return (-1, *one.at)
        case Kind.FACT:
            return (section, 0)
    return None


def _heads(trace: Trace) -> Iterator[Sequence[str]]:
    """Give the words of each table's head."""
    head: list[str] = []
    for one in trace.passages:
        if one.kind is Kind.HEAD:
            head += words(one.text)
        elif head:
            yield head
            head = []


def _parting(one: Parting) -> dict[str, Any]:
    return {
        "page": one.page,
        "passage": one.passage,
        "expected": _shortened([each.word for each in one.wanted]),
        "found": _shortened([each.text for each in one.found]),
    }


def _shortened(told: Sequence[str]) -> str:
    more = f" … ({len(told) - SHOWN} more)" if len(told) > SHOWN else ""
    return " ".join(told[:SHOWN]) + more


def _furniture(found: Pages, trace: Trace) -> Iterator[dict[str, Any]]:
    """Check the line at the head of each page, and the number at its foot; a long line is cut."""
    count = len(found.heads)
    for page, (above, below) in enumerate(zip(found.heads, found.feet, strict=True), 1):
        if not _is_line(above, trace.head):
            yield {"page": page, "part": "head", "expected": trace.head, "found": above[:200]}
        figures = [int(one) for one in _FIGURES.findall(below)[-2:]]
        own = _folded(below).startswith(_folded(trace.foot).removesuffix("…")[:20])
        if figures != [page, count] or not own:
            wanted = f"{trace.foot} {page} / {count}".strip()
            yield {"page": page, "part": "foot", "expected": wanted, "found": below[:200]}


def _is_line(found: str, wanted: str) -> bool:
    line, whole = _folded(found), _folded(wanted)
    return line == whole or (line.endswith("…") and whole.startswith(line[:-1].rstrip()))


def _folded(text: str) -> str:
    return " ".join(printed(text).split())


if __name__ == "__main__":
    serve(lambda pdf: json.dumps(looked_at(pdf)).encode())
