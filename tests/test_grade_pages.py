"""Tables, lists, datelines and days as pages set them out: each gives these facts and no other grade."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Dated, Source

FILE = Path(__file__).with_name("grade_pages.yaml")
PAGES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def told(evidence: Evidence) -> dict[str, Any]:
    """Return what a page tells, as a case of the file may ask it."""
    main = evidence.inspections[0] if evidence.inspections else None
    return {
        "grades": {j.area.value: j.grade.value for j in evidence.judgements if j.current and j.stated},
        "start": iso(main.start if main else None),
        "end": iso(main.end if main else None),
        "published": iso(evidence.source.published),
        "council": evidence.council_name,
    }


def iso(date: Dated | None) -> str | None:
    """Return a date as far as it is known."""
    return date.value.iso() if date else None


@pytest.mark.parametrize("page", PAGES, ids=[" ".join(page["text"].split())[-70:] for page in PAGES])
def test_a_page_tells_this_and_no_other_grade(page: dict[str, Any]) -> None:
    found = told(gather(read_text(page["text"].encode(), Source("one", "one.txt", ""))))
    assert {key: found[key] for key in page if key != "text"} == {
        k: v for k, v in page.items() if k != "text"
    }
