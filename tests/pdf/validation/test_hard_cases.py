from __future__ import annotations

import pytest

from councilbrief.pdf.prove import prove
from councilbrief.pdf.render import render
from pdf.samples import STAMP
from pdf.validation.hard_cases import CASES, NAMED


@pytest.mark.parametrize("name", NAMED)
def test_a_hard_case_says_what_its_briefing_says_and_always_in_the_same_bytes(name: str) -> None:
    case, documents = CASES[name]()
    pdf = render(case, stamp=STAMP)
    prove(pdf, case, documents)
    assert render(case, stamp=STAMP) == pdf
