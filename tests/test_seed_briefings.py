"""The two briefings of the five articles, from their specs to their pages."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pdfplumber
import pytest

from briefing.as_text import plain_text
from councilbrief.briefing.blocks import Briefing, Cite, ItemList, Slice
from councilbrief.briefing.plain import statements
from councilbrief.builds import silent
from councilbrief.builds.draft import compose_all
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.plan import plan
from councilbrief.builds.report import Report
from councilbrief.builds.run import build
from councilbrief.builds.shelf import Shelf
from councilbrief.builds.store import Store
from councilbrief.problems import ExitCode
from golden_file import golden

ROOT = Path(__file__).parents[1]
SPECS = {stem: ROOT / "briefings" / f"{stem}.yaml" for stem in ("cheshire-east", "cheshire-west-and-chester")}
MOST_PAGES = 4


@cache
def briefing(stem: str) -> Briefing:
    report = Report()
    shelf = Shelf()
    ((_, composed),) = compose_all(plan([SPECS[stem]], shelf, report), shelf, report, silent)
    assert report.exit_code is ExitCode.DONE
    return composed


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    return build(list(SPECS.values()), Store(tmp_path_factory.mktemp("out")))


@pytest.mark.parametrize("stem", SPECS)
def test_a_briefing_reads_as_agreed(stem: str) -> None:
    golden(stem, plain_text(briefing(stem)))


def test_both_are_published_without_a_problem(built: BuildResult) -> None:
    assert built.exit_code is ExitCode.DONE
    assert not built.problems
    assert [one.output.name for one in built.outcomes if one.output] == [f"{stem}.pdf" for stem in SPECS]


def test_a_briefing_has_one_to_four_pages(built: BuildResult) -> None:
    for outcome in built.outcomes:
        assert outcome.output is not None
        with pdfplumber.open(io.BytesIO(outcome.output.read_bytes())) as pdf:
            assert 1 <= len(pdf.pages) <= MOST_PAGES


@pytest.mark.parametrize("stem", SPECS)
def test_every_statement_that_rests_on_a_source_cites_it(stem: str) -> None:
    for where, statement in statements(briefing(stem)):
        cited = any(isinstance(inline, Cite) for inline in statement.inlines)
        assert cited or not statement.support, f"{where}: {statement.text}"


def test_what_calls_for_a_resignation_is_held_back_whole_and_counted() -> None:
    text = plain_text(briefing("cheshire-east"))
    assert "Clowes" not in text
    assert "consider their position" not in text
    assert "One statement is held back because it calls for a resignation" in text


def test_a_rule_of_the_release_is_not_taken_for_a_grade() -> None:
    text = plain_text(briefing("cheshire-east"))
    assert "by default" not in text
    assert "Overall effectiveness | Inadequate [2]" in text


def test_an_old_article_says_at_the_head_how_old_it_is() -> None:
    notices = briefing("cheshire-west-and-chester").notices
    text = " ".join(statement.text for notice in notices for statement in notice.statements)
    assert "the inspection of March 2019, more than five years before 3 June 2024" in text


def test_no_sentence_of_a_quotation_is_told_again_as_a_finding() -> None:
    sections = {section.key: section for section in briefing("cheshire-east").sections}
    quoted = plain_text(briefing("cheshire-east")).split("What people have said")[1]
    for key in ("strengths", "improvements"):
        lists = [block for block in sections[key].blocks if isinstance(block, ItemList)]
        slices = [
            inline.words
            for block in lists
            for item in block.items
            for inline in item.inlines
            if isinstance(inline, Slice)
        ]
        assert slices
        assert not [words for words in slices if words in quoted]
        assert any(
            "two in the inspectors’ words, among the quotations" in getattr(s, "text", "")
            for b in sections[key].blocks
            for s in getattr(b, "statements", ())
        )
