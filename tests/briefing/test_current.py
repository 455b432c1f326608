"""What the head of a briefing says of evidence that may no longer hold."""

from __future__ import annotations

from briefing.as_text import plain_text
from briefing.asking import LIBRARY, brief, spec
from briefing.invented_evidence import graded, undated, visit
from briefing.seed_evidence import seeds
from briefing.told_by_several import news, overall, report
from councilbrief.briefing.blocks import Tone
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.evidence.facts import Evidence, Grade
from councilbrief.provenance import DocumentKind, PartialDate

OLD = ("2019-03-18", "2019-03-22", "ilacs-2018")
NEW = ("2024-02-26", "2024-03-08", "ilacs-2023")


def old_article() -> Evidence:
    return graded("article", Grade.GOOD, *OLD, published="2019-05-10")


def new_report() -> Evidence:
    return graded("new", Grade.REQUIRES_IMPROVEMENT, *NEW, kind=DocumentKind.REPORT, published="2024-05-16")


def test_news_of_a_superseded_inspection_is_history() -> None:
    briefing = brief([old_article(), new_report()])
    (notice,) = briefing.notices
    assert (notice.tone, notice.title) == (Tone.INFORMATION, "Still current? Superseded evidence")
    history = "One source is about the inspection of 18 to 22 March 2019, so what it says is history. [2]"
    assert [one.text for one in notice.statements] == [history]
    alone = brief([old_article(), new_report()], spec(SectionSpec(key=SectionKey.STRENGTHS)))
    newest = (
        "The newest inspection whose grades are known is the inspection of 26 February to 8 March 2024. [1]"
    )
    assert f"{history} {newest}" in plain_text(alone)
    text = plain_text(briefing)
    assert "Overall grade: Requires improvement to be good [1]" in text
    assert "down from ‘good’ at the inspection of 18 to 22 March 2019" in text


def test_reports_on_earlier_inspections_are_no_news() -> None:
    old = graded("old", Grade.GOOD, *OLD, kind=DocumentKind.REPORT, published="2019-05-08")
    assert brief([old, new_report()]).notices == ()


def test_the_article_of_2019_is_history_beside_a_report_of_2024() -> None:
    cheshire_west = "E06000050"
    newer = graded(
        "report",
        Grade.REQUIRES_IMPROVEMENT,
        "2024-07-15",
        "2024-07-19",
        "ilacs-2023",
        kind=DocumentKind.REPORT,
        published="2024-08-28",
        council=cheshire_west,
    )
    text = plain_text(brief([*seeds(), newer], name="Cheshire West"))
    assert "One source is about the inspection of March 2019, so what it says is history." in text
    assert "Overall grade: Requires improvement to be good [1]" in text
    assert "We’re delighted" not in text


def test_several_sources_on_earlier_inspections_are_counted() -> None:
    letter_news = graded("more", Grade.GOOD, *OLD, published="2019-06-01")
    older = graded("older", Grade.GOOD, "2015-07-06", "2015-07-30", "sif", published="2015-09-15")
    text = plain_text(brief([old_article(), letter_news, older, new_report()]))
    assert "Three sources are about earlier inspections or visits, so what they say is history." in text


def test_a_report_that_dates_its_inspection_needs_no_date_of_its_own() -> None:
    assert "Undated" not in plain_text(brief([report(published=None)]))
    assert "One source does not say when it was published." in plain_text(brief([undated()]))


def test_a_visit_that_is_taken_for_an_inspection_is_named() -> None:
    letter = visit("letter", "2023-11-07", "2023-11-08", "2023-12-12")
    one = news("It was rated good.", when=("2023-11",), published="2023-12-13", framework="ilacs-2023")
    text = plain_text(brief([letter, overall(one, "rated good", Grade.GOOD).evidence()]))
    assert "[warning] A visit taken for an inspection" in text
    assert (
        "One source gives a grade for the focused visit of 7 and 8 November 2023; "
        "a focused visit gives none, so none is shown."
    ) in text
    assert "Overall grade" not in text


def test_news_older_than_the_spec_lets_pass_is_called_old() -> None:
    one = overall(news("It was rated inadequate.", published="2024-05-17"))
    limited = spec(sources=LIBRARY.model_copy(update={"old_after": 1}))
    late = limited.model_copy(update={"as_at": PartialDate(2025, 11, 21)})
    assert "One source was published more than a year before 21 November 2025." in plain_text(
        brief([report(), one.evidence()], late)
    )
    assert "more than a year" not in plain_text(brief([report(), one.evidence()], limited))
    without = spec(as_at=late.as_at)
    assert "more than a year" not in plain_text(brief([report(), one.evidence()], without))
