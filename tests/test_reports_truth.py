"""The finders against real reports whose facts were written down by hand; they stay outside the project.

A floor stands just under what was reached. It may be raised, never lowered.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import warnings
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from councilbrief.builds.extraction import extract, read_record
from councilbrief.builds.reading import Read
from scoring import corpus

CORPUS = os.environ.get("COUNCILBRIEF_CORPUS")
pytestmark = pytest.mark.skipif(CORPUS is None, reason="COUNCILBRIEF_CORPUS is not set: no real reports here")

GRADES_FLOOR = 1.0
PLAIN_FLOOR = 0.995
IMPROVEMENTS_FLOOR = 0.998
EXACT_FLOOR = 0.99
STRENGTHS_FLOOR = 0.98
RECALL_FLOOR = 0.72


@cache
def reads() -> tuple[Read, ...]:
    """Read every report once for all tests of this file."""
    found: list[Read] = []
    extract([Path(CORPUS or "", "reports")], found.append)
    return tuple(found)


@cache
def scorer() -> tuple[Any, Any, Any]:
    """Return the scorer of reports, the facts written down, and the lists."""
    module = corpus.load_scorer(Path(CORPUS or "", "gold", "reports", "score.py"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves closing its files to Python
        rows, lists, _ = module.load_gold()
        gc.collect()
    return module, rows, lists


@cache
def products() -> dict[str, Any]:
    """Return what the scorers read, by the scorers' names of the files."""
    records = (corpus.as_report(read_record(read, with_text=False)) for read in reads())
    return {scorer()[0].key(record["file"]): record for record in records}


def shares(fields: Iterable[str], *, grades: bool) -> dict[str, float]:
    """Return for each field the share of reports in which it is right."""
    module, rows, _ = scorer()
    out = {}
    for field in fields:
        right = 0
        for file, row in rows.items():
            product = products()[file]
            if grades:
                right += module.norm_grade(product["grades"].get(field)) == module.norm_grade(row[field])
            else:
                right += module.norm_plain(field, product.get(field)) in module.accepted(row, field)
        out[field] = right / len(rows)
    return out


def test_every_grade_of_every_report_is_right() -> None:
    found = shares(corpus.GRADED_IN_REPORTS, grades=True)
    assert min(found.values()) >= GRADES_FLOOR, found


def test_dates_kinds_and_inspectors_are_right() -> None:
    fields = ("published_date", "inspection_start", "inspection_end", "doc_type", "lead_inspector")
    found = shares(fields, grades=False)
    assert min(found.values()) >= PLAIN_FLOOR, found


def test_the_lists_of_areas_for_improvement_are_whole_and_word_for_word() -> None:
    module, _, gold = scorer()
    tp = fp = fn = exact = 0
    for file, truth in gold.items():
        hits, false, missed, *_ = module.score_improve(truth, products()[file]["improve"], with_lscb=True)
        tp, fp, fn = tp + hits, fp + false, fn + missed
        exact += not false and not missed
    assert 2 * tp / (2 * tp + fp + fn) >= IMPROVEMENTS_FLOOR
    assert exact / len(gold) >= EXACT_FLOOR


def test_strengths_are_strengths_and_stand_alone(tmp_path: Path) -> None:
    product = tmp_path / "product.jsonl"
    product.write_text("".join(f"{json.dumps(record)}\n" for record in products().values()), encoding="utf-8")
    command = [sys.executable, str(Path(CORPUS or "", "gold", "strengths", "score.py")), str(product)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "start with They/This/However...: 0" in out
    assert float(out.split("PRECISION ")[1].split()[0]) >= STRENGTHS_FLOOR
    assert float(out.split("RECALL strengths ")[1].split()[0]) >= RECALL_FLOOR


def test_every_fact_of_every_report_is_a_slice_of_its_text() -> None:
    for read in reads():
        assert read.document is not None
        assert read.evidence is not None
        facts = (
            *(one.told for one in read.evidence.inspections),
            *(one.told for one in read.evidence.judgements),
            *(one.told for one in (*read.evidence.strengths, *read.evidence.improvements)),
        )
        for told in facts:
            assert read.document[told.place.span] == told.words, read.source.path
            assert told.place.page is not None


def test_no_report_is_read_with_a_doubt() -> None:
    doubts = {read.source.path: read.problems for read in reads() if read.problems}
    assert not doubts
