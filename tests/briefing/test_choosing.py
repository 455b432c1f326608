"""Which documents a briefing draws on, and which inspection it puts in front."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.as_text import plain_text
from briefing.asking import LIBRARY, brief, council, spec, text_of
from briefing.invented_evidence import graded, visit
from briefing.papers import CHESHIRE_EAST, CHESHIRE_WEST, Paper, paper
from briefing.seed_evidence import seeds
from councilbrief.briefing.plain import statements
from councilbrief.briefing.selection import select
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.evidence.facts import Area, Evidence, Grade, Voice
from councilbrief.provenance import DocumentKind, PartialDate

ILACS = ("2024-02-26", "2024-03-08", "ilacs-2023")


def left_out(update: dict[str, object], *evidence: Evidence) -> dict[str, str]:
    """Return what is left out of Cheshire East's briefing, and why."""
    selection = select(LIBRARY.model_copy(update=update), council(), evidence)
    return {one.source.id: one.reason for one in selection.left_out}


def test_every_document_that_the_spec_rules_out_is_told() -> None:
    reasons = left_out({"until": PartialDate(2021), "exclude": ("000",)}, *seeds())
    assert reasons == {
        "000": "it was excluded on request",
        "001": "it was published on 16 May 2024, outside the dates that the briefing is limited to",
    }
    asked = spec(sources=LIBRARY.model_copy(update={"until": PartialDate(2021)}))
    assert "[information] Two documents were left out" in plain_text(brief(seeds(), asked))


def test_the_same_file_counts_once() -> None:
    first = seeds()[0]
    twin = replace(first, source=replace(first.source, id="twin", path="copy.txt"))
    assert left_out({}, first, twin) == {"twin": "it is the same file as 000, which is used"}
    assert "rests on one council news release" in plain_text(brief([first, twin]))


def test_a_document_on_another_council_alone_is_no_source() -> None:
    west = graded("west", Grade.GOOD, *ILACS, council=CHESHIRE_WEST)
    assert left_out({"councils": ("Cheshire West", "Cheshire East")}, west) == {
        "west": "it is about another council and says nothing of inspections of this one"
    }


@pytest.mark.parametrize(
    ("update", "kept"),
    [
        ({"kinds": (DocumentKind.RELEASE,)}, 2),
        ({"publishers": ("cheshire east COUNCIL",)}, 2),
        ({"ids": ("001", "003")}, 2),
        ({"exclude": ("001",)}, 3),
        ({"until": PartialDate(2021)}, 2),
        ({"since": PartialDate(2024, 5)}, 2),
    ],
)
def test_the_spec_chooses_the_documents(update: dict[str, object], kept: int) -> None:
    asked = spec(sources=LIBRARY.model_copy(update=update))
    text = text_of(brief(seeds(), asked), SectionKey.SOURCES)
    assert sum(line.startswith("[") for line in text.splitlines()) == kept
    assert ("it was excluded on request" in text) is ("exclude" in update)


def test_of_a_paper_on_another_council_only_the_inspection_here_is_used() -> None:
    text = "Their neighbour was inspected in May 2023. Cllr Ann Hill said: “We did better.” They have good plans."
    one = paper("next-door", text, published="2023-08-01", publisher="Weekly News", council=CHESHIRE_WEST)
    one.inspection("Their neighbour was inspected in May 2023.", "2023-05", graded=True)
    one.say(one.speaker("Ann Hill", "Cllr"), "We did better.")
    one.strength("They have good plans.", Voice.PRESS, at=None)
    told = one.evidence()
    neighbours = replace(told, inspections=(replace(told.inspections[0], council=CHESHIRE_EAST),))
    shown = plain_text(brief([neighbours]))
    assert "May 2023 [1] | Kind of inspection not found" in shown
    assert "We did better" not in shown
    assert "good plans" not in shown


def _moved_on() -> Paper:
    one = paper(
        "moved-on",
        "Once rated inadequate, services were found to require improvement in May 2023.",
        published="2023-08-01",
    )
    one.inspection(
        "services were found to require improvement in May 2023", "2023-05", None, "ilacs-2023", graded=True
    )
    one.judge("require improvement", Area.OVERALL, grade=Grade.REQUIRES_IMPROVEMENT)
    return one


def test_an_earlier_grade_of_no_inspection_never_contradicts_the_current_one() -> None:
    for at in (None, 0):
        one = _moved_on()
        one.judge("Once rated inadequate", Area.OVERALL, grade=Grade.INADEQUATE, at=at, current=False)
        briefing = brief([one.evidence()])
        text = plain_text(briefing)
        assert "Overall grade: Requires improvement to be good [1]" in text
        assert "Grades that do not agree" not in text
        earlier = text_of(briefing, SectionKey.INSPECTIONS).split("### Grades of earlier inspections")[1]
        assert "Earlier inspection of unknown date" in earlier
        assert "Overall effectiveness | Inadequate [1]" in earlier
        assert "Earlier, date not found [1] | Kind of inspection not found | Inadequate [1]" in text


def test_an_earlier_grade_of_no_inspection_is_never_the_current_one() -> None:
    one = paper("visited", "Inspectors came in May 2023. Once it was inadequate.", published="2023-08-01")
    one.inspection("Inspectors came in May 2023.", "2023-05", framework="focused-visit", graded=False)
    one.judge("Once it was inadequate.", Area.OVERALL, grade=Grade.INADEQUATE, at=None, current=False)
    text = plain_text(brief([one.evidence()]))
    assert "Outcome: No grade: a focused visit gives none" in text
    assert "No grades but those of earlier inspections were found in this source." in text


def test_a_grade_that_another_document_ties_to_nothing_stays_out_of_the_current_inspection() -> None:
    loose = paper("loose", "Leaders are outstanding.", published="2024-06-01")
    loose.judge("Leaders are outstanding.", Area.LEADERS, grade=Grade.OUTSTANDING, at=None)
    current = graded("now", Grade.GOOD, *ILACS, kind=DocumentKind.REPORT, published="2024-05-16")
    briefing = brief([current, loose.evidence()])
    assert "Overall grade: Good [2]" in plain_text(briefing)
    assert "26 February to 8 March 2024 [2] |" in text_of(briefing, SectionKey.INSPECTIONS)
    assert "### Grades of earlier and undated inspections" in text_of(briefing, SectionKey.INSPECTIONS)


def test_grades_that_newer_ones_may_have_replaced_are_said_to_be_old() -> None:
    asked = spec(sources=LIBRARY.model_copy(update={"until": PartialDate(2021), "exclude": ("000",)}))
    text = plain_text(brief(seeds(), asked))
    assert "[warning] Still current? Old and indirect evidence" in text
    assert "those of the inspection of March 2013, more than 11 years before 3 June 2024." in text
    assert "After the 2013 inspection came an inspection in November 2019 and a focused visit on " in text


def test_a_newer_inspection_whose_grades_nobody_states_is_named() -> None:
    new = paper("new", "Ofsted came in May 2024.", published="2024-05-31")
    new.inspection("Ofsted came in May 2024.", "2024-05", framework="ilacs-2023")
    old = graded("old", Grade.GOOD, "2019-03-18", "2019-03-22", "ilacs-2018", published="2019-05-08")
    text = plain_text(brief([old, new.evidence()]))
    assert "[warning] Still current? Old, incomplete and indirect evidence" in text
    assert (
        "the inspection of May 2024, which is newer than the grades shown, but its grades were not found"
        in text
    )
    assert "Overall grade in 2019: Good" in text


def test_documents_newer_than_the_day_of_the_briefing_are_warned_of() -> None:
    text = plain_text(brief([seeds()[0]], spec(as_at=PartialDate(2012, 6, 3))))
    assert "[warning] Still current? Later and indirect evidence" in text
    assert "One source was published after 3 June 2012, the day for which this briefing speaks. [1]" in text


def test_who_came_is_said_as_it_was() -> None:
    joint = paper("joint", "Inspectors came in May 2023.", published="2023-08-01")
    joint.inspection("Inspectors came in May 2023.", "2023-05", framework="jtai", graded=False)
    assert "Inspectors looked at services for children in Cheshire East in May 2023." in plain_text(
        brief([joint.evidence()])
    )
    letter = plain_text(brief([visit("v", "2023-03-07", "2023-03-08", "2023-04-11")]))
    assert "Ofsted visited children’s services in Cheshire East on 7 and 8 March 2023." in letter


def test_only_the_press_is_called_the_press() -> None:
    one = paper("page", "Ofsted came in May 2023. Plans are good.", kind=None, published="2023-08-01")
    one.inspection("Ofsted came in May 2023.", "2023-05", graded=True)
    one.strength("Plans are good.", Voice.PRESS)
    text = text_of(brief([one.evidence()]), SectionKey.STRENGTHS)
    assert "As a document of unknown kind reports what the inspectors found:" in text
    assert "press" not in text


def test_counts_agree_from_section_to_section() -> None:
    one = paper(
        "count",
        "Ofsted came in May 2023.\nIts report said:\n“Plans are good. Visits are late.”\nHomes are warm.",
        published="2023-08-01",
    )
    one.inspection("Ofsted came in May 2023.", "2023-05", graded=True)
    one.say(
        one.speaker("Its report", organisation="Ofsted", document=True), "Plans are good. Visits are late."
    )
    one.strength("Plans are good.", Voice.INSPECTORS)
    one.strength("Homes are warm.", Voice.PRESS)
    one.improve("Visits are late.", Voice.INSPECTORS)
    briefing = brief([one.evidence()])
    assert "Two strengths and one area for improvement are named." in plain_text(briefing)
    among = "in the inspectors’ words, among the quotations. [1]"
    assert f"This source names two strengths: one here and one {among}" in text_of(
        briefing, SectionKey.STRENGTHS
    )
    alone = f"This source names one area for improvement, which is {among}"
    assert alone in text_of(briefing, SectionKey.IMPROVEMENTS)
    bare = brief([one.evidence()], spec(SectionSpec(key=SectionKey.IMPROVEMENTS)))
    assert "This source names one area for improvement; it is shown, word for word." in plain_text(bare)


def test_the_date_of_a_document_is_not_traced_to_words_that_do_not_give_it() -> None:
    (reported,) = [one for _, one in statements(brief([seeds()[0]])) if one.text == "16 May 2024 [1]"]
    assert not reported.support
