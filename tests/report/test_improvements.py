"""The lists of what needs to improve, in every layout that Ofsted has used, built here from invented words."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from councilbrief.documents.document import Document, Look, Paragraph, Shape
from councilbrief.documents.from_pdf import read_pdf
from councilbrief.documents.strand import Strand
from councilbrief.evidence.report.improvements import Item, improvements
from councilbrief.provenance import Source, Span
from scoring.corpus import load_scorer

F1 = 0.998
EXACT = 0.99
MILLISECONDS = 5.0  # the aim is under three on a quiet machine

CORPUS = os.environ.get("COUNCILBRIEF_CORPUS")
# What opens a line here: a title, a heading, a bullet, a dash under it, a footnote, a cell.
_SIZES = {"#": 14.0, "##": 12.0, "~": 9.0}
_BOLD = frozenset({"#", "##"})
_MARKED = re.compile(r"(?P<indent> *)(?:(?P<sign>##?|[~|]|[*–]|\d+\.) )?(?P<words>.*)")


def report(lines: str, *, page: int = 2) -> Document:
    """Build a document: a paragraph a line, `===` a new page, each set apart from the one above."""
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    start, top = 0, 750.0
    for line in filter(str.strip, lines.strip("\n").splitlines()):
        if line == "===":
            page, top = page + 1, 750.0
            continue
        match = _MARKED.fullmatch(line)
        assert match is not None
        sign, words = match["sign"] or "", match["words"]
        bold = sign in _BOLD
        glyph = "◼" if sign == "*" else sign if sign[:1].isdigit() or sign == "–" else ""
        shape = Shape.CELL if sign == "|" else Shape.ITEM if glyph else Shape.HEADING if bold else Shape.PROSE
        size = _SIZES.get(sign, 12.0)
        left = 71.0 + 7 * len(match["indent"])
        look = Look(left=left, right=500.0, top=top, bottom=top - size, size=size, bold=bold)
        span = Span(start, start + len(words))
        paragraphs.append(Paragraph(len(paragraphs) + 1, span, shape, glyph, page, look))
        texts.append(words)
        start += len(words) + 1
        top -= 3 * size
    text = "\n".join(texts)
    places = Strand.whole(text).map
    return Document(Source("r", "r.pdf", ""), text, text, tuple(paragraphs), places)


def found(lines: str) -> list[str]:
    document = report(lines)
    return [document[item.span].replace("\n", " / ") for item in improvements(document)]


def told(lines: str) -> list[tuple[str | None, str | None, str]]:
    """Return group, theme and words of each item."""
    document = report(lines)
    return [
        (item.group, document[item.theme] if item.theme else None, document[item.span])
        for item in improvements(document)
    ]


ILACS = """
# What needs to improve?
* The timeliness of visits.
* Records of supervision.
===
* The choice of foster homes.
# The experiences and progress of children who need help and protection: good
1. Children are seen quickly.
2. Ensure is a word that stands in findings too.
"""

EARLY = """
# What does the local authority need to improve?
## Priority and immediate action
Capacity
11. Ensure that duty teams have enough workers.
## Areas for improvement
Quality of practice
12. Ensure that plans say who does what.
Leadership, management and governance
13. Strengthen the corporate parenting board.
# The local authority’s strengths
14. Social workers know children well.
===
===
===
# The Local Safeguarding Children Board is good
# What does the LSCB need to improve?
## Priority and immediate action
There are no priority actions.
## Areas for improvement
The Board’s influence and impact
99. Ensure that audits lead to plans.
# Inspection judgement about the LSCB
100. The board is well led.
"""

LATER = """
# Recommendations
1. Improve plans. (paragraph 25)
2. Improve records. (pages 3, 9 paragraphs 7, 31)
# Summary for children and young people
* Social workers should visit you more often.
===
===
===
===
# The Local Safeguarding Children Board (LSCB)
# Executive summary
The board is good.
# Recommendations
80. Ensure that training is evaluated.
# Inspection findings – the Local Safeguarding Children Board
81. The chair is respected.
"""

TIMES = """
# Areas for improvement
22. In order to improve the help for children in Wexmouth, the council should take the following action.
## Immediately:
* improve supervision
* hear children
## Within three months:
* risk assess all lodgings.
## Within six months:
* find more foster homes
# Outcomes for children looked after
23. Children are settled.
"""


def test_the_list_ends_at_the_next_heading_and_goes_on_over_a_page() -> None:
    assert found(ILACS) == [
        "The timeliness of visits.",
        "Records of supervision.",
        "The choice of foster homes.",
    ]


def test_an_item_knows_its_heading_and_how_it_was_told() -> None:
    document = report(ILACS)
    first = improvements(document)[0]
    assert document[first.heading] == "What needs to improve?"
    assert (first.parts, first.lead, first.group, first.theme) == ((), None, None, None)
    assert first.rule == "list-bullet"


def test_priority_themes_and_the_board_are_told_apart() -> None:
    assert told(EARLY) == [
        ("priority", "Capacity", "Ensure that duty teams have enough workers."),
        (None, "Quality of practice", "Ensure that plans say who does what."),
        (None, "Leadership, management and governance", "Strengthen the corporate parenting board."),
        ("lscb", "The Board’s influence and impact", "Ensure that audits lead to plans."),
    ]


def test_recommendations_stand_twice_and_keep_where_they_point_to() -> None:
    assert told(LATER) == [
        (None, None, "Improve plans. (paragraph 25)"),
        (None, None, "Improve records. (pages 3, 9 paragraphs 7, 31)"),
        ("lscb", None, "Ensure that training is evaluated."),
    ]


def test_the_time_by_which_is_the_theme_and_the_announcement_no_item() -> None:
    assert told(TIMES) == [
        (None, "Immediately:", "improve supervision"),
        (None, "Immediately:", "hear children"),
        (None, "Within three months:", "risk assess all lodgings."),
        (None, "Within six months:", "find more foster homes"),
    ]


def test_whatever_stands_before_a_time_announces_the_list() -> None:
    other = TIMES.replace("the council should take the following action", "we ask for what is below")
    assert told(other) == told(TIMES)


@pytest.mark.parametrize(
    "heading",
    [
        "What needs to improve",
        "What needs to improve? 1",
        "What needs to improve in this area of social work practice",
        "What the local authority needs to improve",
        "What does Wexmouth Council need to improve?",
        "Areas for Improvement:",
        "Recommendations:",
        "Recommendations for the local authority",
        "Areas for improvement.",
    ],
)
def test_headings_that_open_a_list(heading: str) -> None:
    assert told(f"# {heading}\n* Plans.\n* Visits.\n# Findings\n* Good work.") == [
        (None, None, "Plans."),
        (None, None, "Visits."),
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Priority and immediate action",
        "Areas for priority action",
        "Area for priority action",
        "Priority actions",
        "Areas for immediate action",
        "Priority or immediate action",
    ],
)
def test_headings_over_what_can_not_wait(heading: str) -> None:
    lines = f"# {heading}\n* Plans.\n* Visits.\n# What needs to improve\n* Records.\n# Main findings"
    assert [group for group, _, _ in told(lines)] == ["priority", "priority", None]


@pytest.mark.parametrize("heading", ["Recommendations are made", "Our recommendation", "Capacity to improve"])
def test_other_headings_open_nothing(heading: str) -> None:
    assert found(f"# {heading}\n* Plans.\n* Visits.") == []


@pytest.mark.parametrize(
    "heading",
    [
        "The local authority’s strengths",
        "The local authority has the following strengths:",
        "Key strengths and weaknesses of the LSCB",
        "What is working well",
        "Information about this inspection",
        "Summary for children and young people",
        "The experiences and progress of care leavers",
    ],
)
@pytest.mark.parametrize("level", ["#", "##", ""])
def test_headings_that_end_a_list_whatever_their_look(heading: str, level: str) -> None:
    lines = f"# Recommendations\n1. Improve plans.\n2. Improve visits.\n{level} {heading}\n3. All is well."
    assert found(lines) == ["Improve plans.", "Improve visits."]


def test_a_theme_in_bold_does_not_end_the_list() -> None:
    lines = "# Recommendations\n1. Improve plans.\n## Help for families\n2. Improve visits.\n# Summary"
    assert told(lines) == [(None, None, "Improve plans."), (None, "Help for families", "Improve visits.")]


def test_a_theme_as_large_as_the_heading_is_known_by_its_words_or_the_next_number() -> None:
    known = (
        "## What needs to improve\n* Plans.\n## Leadership, management and governance\n* Visits.\n## Findings"
    )
    assert found(known) == ["Plans.", "Visits."]
    counted = "## Recommendations\n1. Improve plans.\n## Wider family\n2. Improve visits.\n## Summary"
    assert found(counted) == ["Improve plans.", "Improve visits."]
    assert found(counted.replace("2. ", "7. ")) == ["Improve plans."]


def test_points_belong_to_the_item_that_introduces_them() -> None:
    document = report(
        "# What needs to improve\n* Services to care leavers, including:\n  – homes\n  – health.\n* Visits.\n# Findings"
    )
    first, second = improvements(document)
    assert document[first.span] == "Services to care leavers, including:\nhomes\nhealth."
    assert first.lead is not None
    assert document[first.lead] == "Services to care leavers, including:"
    assert [document[part] for part in first.parts] == ["homes", "health."]
    assert (document[second.span], second.lead, second.parts) == ("Visits.", None, ())


def test_bullets_further_in_are_points_even_without_a_colon() -> None:
    lines = "# Recommendations\n1. Improve plans by making\n    * them clear\n    * them short.\n2. Improve visits."
    assert found(lines) == ["Improve plans by making / them clear / them short.", "Improve visits."]


def test_an_item_that_sits_a_little_further_in_is_an_item() -> None:
    assert found("# What needs to improve\n* Plans.\n    * Visits.\n* Records.") == [
        "Plans.",
        "Visits.",
        "Records.",
    ]


def test_numbers_that_are_all_themes_make_items_of_the_points() -> None:
    lines = (
        "# Recommendations\n1. Quality of practice\n    * Improve plans.\n    * Improve visits.\n"
        "2. Oversight by leaders\n    * Improve audits.\n# Summary"
    )
    assert told(lines) == [
        (None, "Quality of practice", "Improve plans."),
        (None, "Quality of practice", "Improve visits."),
        (None, "Oversight by leaders", "Improve audits."),
    ]


def test_points_that_a_footnote_parts_from_their_lead_stand_alone() -> None:
    document = report(
        "# What needs to improve?\n* Services, including:\n  – homes\n~ 1 Each is an outcome.\n===\n  – health.\n* Visits."
    )
    items = improvements(document)
    assert [document[item.span] for item in items] == ["homes", "health.", "Visits."]
    assert [document[item.lead] if item.lead else None for item in items] == [
        "Services, including:",
        "Services, including:",
        None,
    ]


def test_a_mark_of_a_footnote_and_the_footnote_are_passed_over() -> None:
    lines = "# What needs to improve?\n~ 1\n* Plans. (Outcome 3)\n~ 1 Outcomes are national.\n===\n* Visits. (Enabler two)"
    assert found(lines) == ["Plans. (Outcome 3)", "Visits. (Enabler two)"]


@pytest.mark.parametrize(
    "statement",
    [
        "There are no priority actions.",
        "16. There are no areas of priority action.",
        "The inspection did not find any areas for priority and immediate action",
        "Inspectors did not identify any priority actions.",
        "No areas for priority and immediate action were identified.",
        "None",
    ],
)
def test_a_statement_that_there_is_none_is_no_item(statement: str) -> None:
    lines = f"# Priority and immediate action\n{statement}\n# Areas for improvement\n17. Improve plans.\n# Summary"
    assert told(lines) == [(None, None, "Improve plans.")]


def test_an_announcement_is_no_item_and_no_theme() -> None:
    lines = "# Recommendations\nThe local authority should:\n* improve plans\n* improve visits.\n# Summary"
    assert told(lines) == [(None, None, "improve plans"), (None, None, "improve visits.")]
    lines = "# Areas for priority action\nThe council needs to address the following areas for priority action:\n* plans"
    assert told(lines) == [("priority", None, "plans")]


def test_an_item_may_speak_of_needs_and_of_these_things() -> None:
    lines = "# What needs to improve\n* The timeliness of plans needs to improve.\n* Work between these teams.\n# Findings"
    assert found(lines) == ["The timeliness of plans needs to improve.", "Work between these teams."]


def test_an_item_torn_in_two_is_joined() -> None:
    lines = "# What needs to improve\n* The help for children who live with\nrelatives or friends.\n* Visits.\n# Findings"
    assert found(lines) == ["The help for children who live with / relatives or friends.", "Visits."]


def test_a_number_that_the_words_still_hold_is_none_of_them() -> None:
    lines = "# Recommendations\n1. Improve plans.\n| 2. Improve visits to all\n| children in need.\n3. Improve records."
    assert found(lines) == ["Improve plans.", "Improve visits to all / children in need.", "Improve records."]


def test_lines_without_marks_are_items_if_all_read_so() -> None:
    lines = (
        "# What needs to improve\nThe timeliness of visits.\nLetters to parents who go to court.\n# Findings"
    )
    assert found(lines) == ["The timeliness of visits.", "Letters to parents who go to court."]
    lines = "# Recommendations\nEnsure that plans are clear.\nReview the offer.\n# Summary"
    assert found(lines) == ["Ensure that plans are clear.", "Review the offer."]
    assert found("# What needs to improve\nThe quality of plans.\n# Findings") == ["The quality of plans."]


def test_a_letter_that_was_a_bullet_is_none_of_the_words() -> None:
    lines = "# What needs to improve\nn Plans are late.\nn Visits are rare.\n# Findings"
    assert found(lines) == ["Plans are late.", "Visits are rare."]


@pytest.mark.parametrize(
    "prose",
    [
        "There is little to improve. Leaders know what it is.",
        "The quality of plans is uneven.",
        "Visits are late.\nPlans are unclear, and leaders know it.",
        "Letters to court",
        "Corporate parenting\nThe timeliness of visits.",
    ],
)
def test_prose_in_place_of_a_list_is_no_list(prose: str) -> None:
    assert found(f"# What needs to improve\n{prose}\n# Findings\n1. Children are safe.") == []


def test_a_heading_without_a_list_takes_nothing_from_what_follows() -> None:
    lines = "# Recommendations\n# Inspection findings – the Local Safeguarding Children Board\n102. The chair leads well."
    assert found(lines) == []


def test_contents_are_no_list() -> None:
    contents = "# Contents\nRecommendations\n1. The quality of plans\n===\n"
    assert found(contents + "# Recommendations\n1. Improve plans.\n# Summary") == ["Improve plans."]
    cells = "| Recommendations\n| 7\n| Summary for children\n| 8\n"
    assert found(cells) == []


def test_strengths_that_are_numbered_on_with_no_heading_are_left_out() -> None:
    lines = (
        "# Areas for improvement\n1. Ensure that plans are clear.\n2. Managers should meet staff.\n"
        "3. Visits need to be regular.\n4. Early help is easy to find.\n5. Leaders know their services.\n# Summary"
    )
    assert len(found(lines)) == 3


def test_a_list_far_from_the_first_is_only_taken_if_it_is_the_boards() -> None:
    lines = LATER.replace("The Local Safeguarding Children Board (LSCB)", "Annex")
    assert [group for group, _, _ in told(lines)] == [None, None]


def test_the_boards_list_is_told_even_where_the_council_has_none() -> None:
    lines = (
        "===\n" * 20
        + "# The Local Safeguarding Children Board is good\n# Recommendations\n3. Ensure that audits are made.\n"
    )
    assert told(lines) == [("lscb", None, "Ensure that audits are made.")]


def test_the_boards_chapter_is_known_by_a_heading_in_plain_type_too() -> None:
    lines = LATER.replace("# The Local Safeguarding", "The Local Safeguarding")
    assert told(lines) == told(LATER)


def test_the_board_on_the_title_page_makes_no_list_the_boards() -> None:
    title = "# Review of the effectiveness of the Local Safeguarding Children Board\n===\n"
    document = report(title + "# Recommendations\n1. Improve plans.\n# Summary", page=1)
    assert [item.group for item in improvements(document)] == [None]


def test_a_document_without_pages_or_looks_is_read_too() -> None:
    made = report(ILACS)
    bare = tuple(Paragraph(p.number, p.span, p.shape, p.glyph) for p in made.paragraphs)
    document = Document(made.source, made.text, made.text, bare, made.map)
    assert [document[item.span] for item in improvements(document)] == found(ILACS)


def test_a_document_without_anything_has_nothing_to_improve() -> None:
    assert improvements(report("# What needs to improve")) == ()
    assert improvements(report("Plain words.")) == ()


@pytest.mark.parametrize("lines", [ILACS, EARLY, LATER, TIMES])
def test_spans_stand_in_order_and_apart(lines: str) -> None:
    document = report(lines)
    _assert_apart(document, improvements(document))


def test_many_paragraphs_take_no_time() -> None:
    document = report("# Recommendations\n" + "1. Improve plans, and so on, and so forth.\n" * 3000)
    started = perf_counter()
    assert len(improvements(document)) == 3000
    assert perf_counter() - started < 1.0


def test_many_headings_without_a_list_take_no_time() -> None:
    document = report("# Recommendations\n" * 5000)
    started = perf_counter()
    assert improvements(document) == ()
    assert perf_counter() - started < 1.0


def _assert_apart(document: Document, items: tuple[Item, ...]) -> None:
    before = 0
    for item in items:
        assert before <= item.span.start < item.span.end <= len(document.text)
        assert all(item.span.covers(part) for part in item.parts)
        before = item.span.end


def test_real_reports() -> None:
    if CORPUS is None:
        pytest.skip("COUNCILBRIEF_CORPUS is not set: there are no real reports here")
    scorer: Any = load_scorer(Path(CORPUS) / "gold" / "reports" / "score.py")
    lines = (Path(CORPUS) / "gold" / "reports" / "improve.jsonl").read_text(encoding="utf-8").splitlines()
    right = said = missed = exact = reports = 0
    spent = 0.0
    for gold in map(json.loads, lines):
        path = Path(CORPUS) / "reports" / gold["file"]
        if not path.exists():
            continue
        document = read_pdf(path.read_bytes(), Source(path.stem, gold["file"], ""))
        started = perf_counter()
        items = improvements(document)
        spent += perf_counter() - started
        _assert_apart(document, items)
        words = [document[item.span] for item in items]
        tp, fp, fn, _, _ = scorer.score_improve(gold, words, True)  # noqa: FBT003 - the scorer's own signature
        right, said, missed = right + tp, said + fp, missed + fn
        exact += not fp and not fn
        reports += 1
    assert 2 * right / (2 * right + said + missed) >= F1
    assert exact / reports >= EXACT
    assert 1000 * spent / reports < MILLISECONDS
