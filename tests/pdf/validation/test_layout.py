from __future__ import annotations

from pathlib import Path

import pytest

from councilbrief.briefing.compose import compose
from councilbrief.briefing.spec import Audience, Sources, Spec
from councilbrief.builds.plan import councils_of
from councilbrief.documents.library import open_library
from councilbrief.documents.opening import fetch, read_document
from councilbrief.evidence.gather import gather
from councilbrief.pdf.render import render
from pdf.samples import STAMP
from pdf.validation.hard_cases import CASES, NAMED
from pdf.validation.layout import layout_of
from pdf.validation.layout_faults import faults
from test_seed_briefings import SPECS, briefing

ARTICLES = Path(__file__).parents[2] / "articles"


@pytest.mark.parametrize("name", NAMED)
def test_a_hard_case_is_well_laid_out(name: str) -> None:
    case, _ = CASES[name]()
    assert faults(layout_of(render(case, stamp=STAMP), case)) == []


@pytest.mark.parametrize("stem", SPECS)
def test_a_briefing_of_the_seeds_is_well_laid_out(stem: str) -> None:
    case = briefing(stem)
    assert faults(layout_of(render(case, stamp=STAMP), case)) == []


@pytest.mark.slow
def test_the_briefings_of_all_articles_are_well_laid_out() -> None:
    found = [fetch(entry) for entry in open_library(ARTICLES).entries]
    evidence = [gather(read_document(one.data or b"", one.source)) for one in found]
    wrong = {}
    for council in councils_of(evidence):
        spec = Spec(
            version=1, council=council.gss, audience=Audience.OFFICERS, sources=Sources(library=("x",))
        )
        case = compose(spec, council, evidence, ())
        wrong[council.gss] = faults(layout_of(render(case, stamp=STAMP), case))
    assert len(wrong) > 50
    assert {council: told for council, told in wrong.items() if told} == {}
