"""Reports and letters in every layout: what is found is what their maker put in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from councilbrief.documents.from_pdf import read_pdf
from councilbrief.evidence.facts import Area, Evidence, Grade
from councilbrief.evidence.gather import gather
from councilbrief.provenance import DocumentKind, Source
from layouts.apc_2012 import apc_2012
from layouts.ilacs import APART, BETWEEN, NESTED, OUTCOMES, TWO_SPELLS, WITHIN, ilacs
from layouts.ilacs_2026 import ilacs_2026
from layouts.lac_2013 import lac_2013
from layouts.letters import focused_visit, jtai, monitoring_visit
from layouts.made import Made
from layouts.sif import sif, sif_reinspection
from layouts.sif_2014 import THEMED, sif_2014

REPORTS: dict[str, Callable[[], Made]] = {
    "ilacs 2018": lambda: ilacs("2018"),
    "ilacs 2019": lambda: ilacs("2019"),
    "ilacs 2021": lambda: ilacs("2021", crossing=BETWEEN, footer="two lines"),
    "ilacs 2022": lambda: ilacs("2022", crossing=WITHIN, footer="two lines"),
    "ilacs 2022, two spells": lambda: ilacs("2022", spells=TWO_SPELLS, length="short"),
    "ilacs 2022, nested": lambda: ilacs("2022", improve=NESTED),
    "ilacs 2022, two inspectors": lambda: ilacs("2022", inspectors=("Ruth Penhale", "Tom Akers-Hughes")),
    "ilacs 2022, numbers for dates": lambda: ilacs("2022", shape="numbers"),
    "ilacs 2023": lambda: ilacs("2023", grades=APART),
    "ilacs 2023, short": lambda: ilacs("2023", length="short"),
    "ilacs 2023, no list": lambda: ilacs("2023", improve=()),
    "ilacs 2025": lambda: ilacs("2025", improve=OUTCOMES, marked=True),
    "ilacs 2026": ilacs_2026,
    "sif 2014": sif_2014,
    "sif 2014, themes": lambda: sif_2014(improve=THEMED),
    "sif 2014, misnumbered": lambda: sif_2014(misnumbered=True),
    "sif": sif,
    "sif, narrow": lambda: sif(narrow=True),
    "sif re-inspection": sif_reinspection,
    "lac 2013": lac_2013,
    "apc 2012": apc_2012,
}
LETTERS: dict[str, Callable[[], Made]] = {
    "focused visit": focused_visit,
    "monitoring visit": monitoring_visit,
    "jtai": jtai,
}
EVERY = REPORTS | LETTERS


def facts(made: Made) -> Evidence:
    return gather(read_pdf(made.data, Source("report", "report.pdf", "")))


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("layout", EVERY)
def test_the_cover_says_what_its_maker_put_on_it(layout: str) -> None:
    made = EVERY[layout]()
    evidence = facts(made)
    [inspection] = evidence.inspections
    assert evidence.council_name == made.council
    assert inspection.framework == made.framework
    assert inspection.lead_inspectors == made.inspectors
    assert inspection.length == made.length
    first = inspection.start.value.iso() if inspection.start else None
    last = inspection.end.value.iso() if inspection.end else None
    assert (first, last) == (
        made.start.isoformat() if made.start else None,
        made.end.isoformat() if made.end else None,
    )
    if made.published:
        assert evidence.source.published is not None
        assert evidence.source.published.value.iso() == made.published.isoformat()


@pytest.mark.parametrize("layout", REPORTS)
def test_every_grade_is_found_and_none_is_added(layout: str) -> None:
    made = REPORTS[layout]()
    evidence = facts(made)
    found = {one.area.value: one.grade.value for one in evidence.judgements}
    if made.framework == "ilacs-2026":
        assert found.pop(Area.OVERALL.value) == Grade.NO_OVERALL.value
    assert found == dict(made.grades)
    assert not evidence.problems


@pytest.mark.parametrize("layout", EVERY)
def test_every_area_for_improvement_is_found_word_for_word(layout: str) -> None:
    made = EVERY[layout]()
    found = facts(made).improvements
    of_council = [plain(one.told.words) for one in found if one.group != "lscb"]
    assert of_council == [plain(words) for words in made.improve]
    of_priority = [plain(one.told.words) for one in found if one.group == "priority"]
    assert of_priority == [plain(words) for words in made.priority]
    of_board = [plain(one.told.words) for one in found if one.group == "lscb"]
    assert of_board == [plain(words) for words in made.lscb]


@pytest.mark.parametrize("layout", LETTERS)
def test_a_letter_gives_no_grade(layout: str) -> None:
    evidence = facts(LETTERS[layout]())
    assert evidence.judgements == ()
    assert evidence.source.kind is DocumentKind.LETTER
    assert [one.graded for one in evidence.inspections] == [False]


@pytest.mark.parametrize("layout", EVERY)
def test_every_fact_is_a_slice_of_its_document(layout: str) -> None:
    document = read_pdf(EVERY[layout]().data, Source("report", "report.pdf", ""))
    evidence = gather(document)
    every = (
        *(one.told for one in evidence.inspections),
        *(one.told for one in evidence.judgements),
        *(one.told for one in (*evidence.strengths, *evidence.improvements)),
    )
    assert every
    for told in every:
        assert document[told.place.span] == told.words
        assert told.place.page == document.original[: told.place.original[0].start].count("\f") + 1
        assert all(told.place.span.covers(piece) for piece in told.place.pieces)


def test_an_overall_grade_after_march_2026_is_left_out_with_a_warning() -> None:
    evidence = facts(ilacs_2026(stray_overall="good"))
    overall = [one.grade for one in evidence.judgements if one.area is Area.OVERALL]
    assert overall == [Grade.NO_OVERALL]
    assert "grade-outside-framework" in {problem.key for problem in evidence.problems}
