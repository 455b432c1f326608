"""Every idiom in which texts give, deny, hope for or only name a grade; a false one is worse than none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source

LEAD = "Ofsted inspected Barnet Council’s children’s services in May 2023."
FILE = Path(__file__).with_name("grades_in_words.yaml")
SENTENCES: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
GIVEN: list[dict[str, Any]] = SENTENCES["given"]
NONE: list[str] = SENTENCES["none"]


def grades(sentence: str) -> dict[str, str]:
    """Return the grades of today that a text with a sentence in it gives, by area."""
    found = gather(read_text(f"{LEAD}\n\n{sentence}\n".encode(), Source("one", "one.txt", "")))
    return {one.area.value: one.grade.value for one in found.judgements if one.current and one.stated}


@pytest.mark.parametrize("case", GIVEN, ids=[case["text"][:60] for case in GIVEN])
def test_a_sentence_gives_these_grades_and_no_other(case: dict[str, Any]) -> None:
    assert grades(case["text"]) == case["grades"]


@pytest.mark.parametrize("sentence", NONE, ids=[sentence[:60] for sentence in NONE])
def test_a_sentence_that_gives_no_grade_of_today(sentence: str) -> None:
    assert grades(sentence) == {}
