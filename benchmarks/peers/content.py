"""The content that the peers set, as briefings of ours: the same words under the same headings.

    python benchmarks/peers/content.py FOLDER TARGET

Reads briefing.json and briefings.jsonl in FOLDER and pickles what they become to one.pickle
and many.pickle in TARGET, so that the timed programs have little to load.
"""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Chart,
    ChartPoint,
    Cite,
    ItemList,
    KeyFacts,
    Link,
    Paragraph,
    Pill,
    Quote,
    Section,
    Slice,
    SourceEntry,
    SourceList,
    Statement,
    Strong,
    Table,
    Text,
)
from councilbrief.evidence.facts import Grade
from councilbrief.provenance import Place, Span

GRADES = {
    "Outstanding": Grade.OUTSTANDING,
    "Good": Grade.GOOD,
    "Requires improvement": Grade.REQUIRES_IMPROVEMENT,
    "Inadequate": Grade.INADEQUATE,
}
COLUMNS = ("Area", "Grade now", "Previous grade", "Inspected", "Source")
WIDTHS = (0.28, 0.30, 0.18, 0.15, 0.09)

Content = Mapping[str, Any]


def briefing_of(content: Content) -> Briefing:
    """Make a briefing of a peer's content."""
    sections = (
        ("Summary", (_facts(content), *_paragraphs(content["summary"]))),
        ("Ratings", (_ratings(content["ratings"]),)),
        ("Rating history", (_history(content["history"]),)),
        ("Strengths", (_bullets(content["strengths"]),)),
        ("Areas for improvement", (_bullets(content["improvements"]),)),
        ("In their words", tuple(map(_quote, content["quotes"]))),
        *((one["heading"], _paragraphs(one["paras"])) for one in content["sections"]),
        ("Sources", (_sources(content["sources"]),)),
    )
    return Briefing(
        council=content["council"],
        title=content["title"],
        subtitle=content["subtitle"],
        header=(("Date", content["date"]), ("Reference", content["reference"]), ("From", content["author"])),
        notices=(),
        sections=tuple(Section(f"section-{n}", title, blocks) for n, (title, blocks) in enumerate(sections)),
        author=content["council"],
        language=content["lang"],
    )


def _said(words: str, source: int | None = None) -> Statement:
    return Statement((Text(words), Cite((source,))) if source else (Text(words),))


def _facts(content: Content) -> KeyFacts:
    return KeyFacts(tuple((label, _said(value)) for label, value in content["facts"]))


def _paragraphs(all_words: list[str]) -> tuple[Block, ...]:
    return tuple(Paragraph((_said(words),)) for words in all_words)


def _ratings(rows: list[Content]) -> Table:
    cells = tuple(
        (
            _said(row["area"]),
            Statement((Pill(GRADES[row["grade"]], row["grade"]),)),
            _said(row["previous"]),
            _said(row["inspected"]),
            Statement((Cite((row["source"],)),)),
        )
        for row in rows
    )
    return Table("Grades by area, with the grade before", COLUMNS, cells, WIDTHS)


def _history(years: list[Content]) -> Chart:
    points = tuple(
        ChartPoint(str(one["year"]), GRADES[one["grade"]], joined=n > 0) for n, one in enumerate(years)
    )
    told = "; ".join(f"{one['year']} {one['grade']}" for one in years)
    caption = _said("Overall grade at each inspection. 1 is the best grade and 4 the lowest.")
    alt = f"Line chart of overall grade by inspection year: {told}."
    return Chart(caption, tuple(GRADES.values()), points, alt, ())


def _bullets(items: list[Content]) -> ItemList:
    return ItemList(tuple(_said(item["text"], item["source"]) for item in items))


def _quote(quote: Content) -> Quote:
    span = Span(0, len(quote["text"]))
    place = Place("content", "content", span, 1, (span,), (span,))
    return Quote((Slice(quote["text"], place),), _said(quote["who"], quote["source"]), ())


def _sources(sources: list[Content]) -> SourceList:
    entries = []
    for number, one in enumerate(sources, 1):
        told = Text(f". {one['publisher']}, {one['date']}. ")
        statement = Statement((Strong(one["title"]), told, Link(one["url"], one["url"])))
        entries.append(SourceEntry(number, statement))
    return SourceList(tuple(entries))


def main() -> None:
    """Write both files."""
    folder, target = map(Path, sys.argv[1:])
    one = json.loads((folder / "briefing.json").read_text(encoding="utf-8"))
    lines = (folder / "briefings.jsonl").read_text(encoding="utf-8").splitlines()
    (target / "one.pickle").write_bytes(pickle.dumps(briefing_of(one)))
    (target / "many.pickle").write_bytes(pickle.dumps([briefing_of(json.loads(line)) for line in lines]))


if __name__ == "__main__":
    main()
