"""Page 1 stands alone: what happened, what changed, what must improve, and what is asked of the reader."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from briefing.as_text import plain_text
from briefing.asking import brief, notices_of, section, spec, text_of
from briefing.corpus import CORPUS, real
from briefing.invented_evidence import graded, twelve, visit
from briefing.papers import paper
from briefing.seed_evidence import seeds
from briefing.test_history import NEW, NOW_LISTED, OLD, SIF, report
from councilbrief.briefing.blocks import Briefing, Notice, Paragraph, Subheading, Table, Tone
from councilbrief.briefing.changes import Change
from councilbrief.briefing.compared import areas_changed
from councilbrief.briefing.spec import Audience, Header, SectionKey, SectionSpec, Spec
from councilbrief.evidence.facts import Area, Evidence, Grade
from councilbrief.provenance import DocumentKind, PartialDate

TO_DECIDE = "To agree the action plan."
MOST_WORDS = 120
UP, DOWN, SAME = Change.UP, Change.DOWN, Change.SAME


def asking(*sections: SectionSpec, decision: str | None = TO_DECIDE) -> Spec:
    return spec(*sections).model_copy(update={"header": Header(meeting="Scrutiny", decision=decision)})


def recommending(title: str | None = None) -> tuple[SectionSpec, ...]:
    own = SectionSpec(key=SectionKey.RECOMMENDATIONS, title=title, text="Agree it.")
    return SectionSpec(key=SectionKey.AT_A_GLANCE), own


def summed(briefing: Briefing) -> str:
    """Return the paragraph that sums up, without its references."""
    blocks = section(briefing, SectionKey.AT_A_GLANCE).blocks
    paragraph = next(one for one in blocks if isinstance(one, Paragraph))
    return re.sub(r" \[\d+\]", "", " ".join(one.text for one in paragraph.statements))


def summary(*evidence: Evidence, as_at: PartialDate | None = PartialDate(2026, 9, 1)) -> str:  # noqa: B008 - a value that can't change
    return summed(brief(evidence, spec(as_at=as_at)))


def test_what_is_to_be_decided_ends_the_glance_and_is_told_once() -> None:
    briefing = brief(seeds(), asking())
    assert plain_text(briefing).count(TO_DECIDE) == 1
    assert briefing.header == (("Meeting", "Scrutiny"),)
    last = section(briefing, SectionKey.AT_A_GLANCE).blocks[-1]
    assert isinstance(last, Notice)
    assert (last.tone, last.title) == (Tone.INFORMATION, "What is asked of members")


def test_it_is_told_where_no_inspection_was_found_and_where_there_is_no_glance() -> None:
    assert plain_text(brief([], asking())).count(TO_DECIDE) == 1
    briefing = brief(seeds(), asking(SectionSpec(key=SectionKey.JUDGEMENTS)))
    assert plain_text(briefing).count(TO_DECIDE) == 1
    assert briefing.notices[-1].title == "What is asked of members"


def test_without_a_decision_the_glance_points_at_the_recommendations() -> None:
    text = text_of(brief(seeds(), asking(*recommending(), decision=None)), SectionKey.AT_A_GLANCE)
    assert text.rstrip().endswith("What is recommended to members stands under “Recommendations”.")
    named = brief(seeds(), asking(*recommending("To agree"), decision=None))
    assert "stands under “To agree”." in text_of(named, SectionKey.AT_A_GLANCE)
    assert "recommended" not in plain_text(brief(seeds(), asking(*recommending())))


def test_without_either_nothing_is_claimed() -> None:
    empty = SectionSpec(key=SectionKey.RECOMMENDATIONS)
    briefing = brief(seeds(), asking(SectionSpec(key=SectionKey.AT_A_GLANCE), empty, decision=None))
    assert not notices_of(section(briefing, SectionKey.AT_A_GLANCE).blocks)
    assert "recommended" not in plain_text(briefing)


@pytest.mark.parametrize("audience", Audience)
def test_what_must_improve_follows_the_judgements(audience: Audience) -> None:
    every = [report(2024, "ilacs-2023", NEW, *NOW_LISTED), report(2015, "sif", SIF)]
    briefing = brief(every, spec().model_copy(update={"audience": audience}))
    keys = [one.key for one in briefing.sections]
    assert keys[:4] == ["at-a-glance", "judgements", "improvements", "strengths"]
    assert not any(isinstance(one, Subheading) for one in section(briefing, SectionKey.JUDGEMENTS).blocks)


def test_earlier_grades_stand_with_the_inspections_once() -> None:
    every = [report(2024, "ilacs-2023", NEW), report(2015, "sif", SIF)]
    told = "Single inspection framework (SIF), 4 to 8 March 2015\n"
    briefing = brief(every)
    assert plain_text(briefing).count(told) == 1
    assert told in text_of(briefing, SectionKey.INSPECTIONS)
    without = brief(every, spec(SectionSpec(key=SectionKey.JUDGEMENTS, history=True)))
    assert told in text_of(without, SectionKey.JUDGEMENTS)
    unasked = spec(SectionSpec(key=SectionKey.INSPECTIONS))
    assert told not in plain_text(brief(every, unasked))


def test_the_summary_says_from_which_grade_and_how_many_areas_went_up_or_down() -> None:
    text = summary(report(2024, "ilacs-2023", NEW), report(2019, "ilacs-2018", OLD))
    assert (
        "was ‘requires improvement to be good’, the same as at the inspection of 4 to 8 March 2019." in text
    )
    assert "Since March 2019, of the two areas that can be compared, one went down and one went up." in text


def test_a_grade_under_another_framework_is_told_and_not_compared() -> None:
    text = summary(report(2024, "ilacs-2023", NEW), report(2015, "sif", SIF))
    assert (
        "The overall grade of the inspection of 4 to 8 March 2015 was ‘inadequate’, "
        "but under another framework, so it cannot be compared."
    ) in text
    assert "Since" not in text
    without = summary(report(2024, "ilacs-2023", NEW), report(2015, "sif", {Area.LEADERS: Grade.GOOD}))
    assert "was under another framework, so its grades cannot be compared with these." in without


def test_where_no_overall_grade_is_given_the_last_one_is_told() -> None:
    new: dict[Area, Grade] = {area: grade for area, grade in NEW.items() if area != Area.OVERALL}
    text = summary(report(2026, "ilacs-2026", new), report(2024, "ilacs-2023", NEW))
    assert (
        "Under this framework Ofsted gives no overall grade; the last one, at the inspection of "
        "4 to 8 March 2024, was ‘requires improvement to be good’."
    ) in text
    assert "Since March 2024 all four areas kept their grades." in text


def test_an_inspection_between_whose_grades_are_not_known_is_named() -> None:
    one = paper("between", "Inspected in June 2021.", published="2021-08-01")
    one.inspection("Inspected in June 2021.", "2021-06", framework="ilacs-2018", graded=True)
    text = summary(report(2024, "ilacs-2023", NEW), one.evidence(), report(2019, "ilacs-2018", OLD))
    assert "No grades of the inspection of June 2021 were found in these sources." in text


def test_what_the_table_tells_is_not_told_again() -> None:
    text = summary(report(2024, "ilacs-2023", NEW))
    assert text.startswith(
        "Ofsted inspected children’s services in Cheshire East from 4 to 8 March 2024, under ILACS."
    )
    assert "framework" not in text
    assert "individual areas" not in text


def test_without_the_table_the_framework_is_named_in_full() -> None:
    glance = spec(SectionSpec(key=SectionKey.AT_A_GLANCE))
    text = summed(brief([report(2024, "ilacs-2023", NEW)], glance))
    assert ", under the framework “Inspection of local authority children’s services (ILACS)”." in text


@pytest.mark.parametrize(
    ("counts", "every", "words"),
    [
        ({SAME: 1}, False, "Since May 2018 the one area that can be compared kept its grade."),
        ({UP: 2}, False, "Since May 2018 both areas that can be compared went up."),
        ({SAME: 3}, True, "Since May 2018 all three areas kept their grades."),
        (
            {DOWN: 2, SAME: 1},
            True,
            "Since May 2018, of the three areas, two went down and one kept its grade.",
        ),
    ],
)
def test_areas_that_went_up_or_down_are_counted(counts: dict[Change, int], every: bool, words: str) -> None:  # noqa: FBT001 - a parameter of the cases
    assert areas_changed(Counter(counts), "May 2018", every=every) == words


def test_a_title_says_whether_there_was_one_inspection_or_visit_or_several() -> None:
    assert brief(twelve()).title.endswith("what the inspections found")
    assert brief([report(2024, "ilacs-2023", NEW)]).title.endswith("what the inspection found")
    letter = visit("v", "2023-03-07", "2023-03-08", "2023-04-11")
    assert brief([letter]).title.endswith("what the visit found")
    assert brief([]).title.endswith("what the inspections found")


def test_a_council_that_takes_an_article_has_one() -> None:
    island = graded(
        "iow",
        Grade.GOOD,
        "2024-02-26",
        "2024-03-08",
        "ilacs-2023",
        kind=DocumentKind.REPORT,
        council="E06000046",
    )
    text = plain_text(brief([island], name="Isle of Wight"))
    assert text.count("children’s services in the Isle of Wight") + text.count("services in the Isle") >= 2


@pytest.mark.slow
@pytest.mark.skipif(CORPUS is None, reason="COUNCILBRIEF_CORPUS is not set: no real reports here")
@pytest.mark.parametrize("audience", ["scrutiny", "ward"])
def test_the_summary_of_real_reports_is_short_and_whole(audience: str) -> None:
    for briefing in real(audience):
        text = summed(briefing)
        assert 25 < len(text.split()) <= MOST_WORDS, text
        for told in ("Ofsted inspected", "under ILACS", "overall grade was", "areas for improvement"):
            assert told in text, text
        blocks = section(briefing, SectionKey.INSPECTIONS).blocks
        (listing, *_) = (one for one in blocks if isinstance(one, Table))
        compared = "Since " in text or "cannot be compared" in text
        assert compared or len(listing.rows) == 1, text
