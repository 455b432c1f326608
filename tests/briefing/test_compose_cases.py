"""What a briefing does with evidence that is contradictory, missing, undated, long or for somebody else."""

from __future__ import annotations

from itertools import pairwise

from briefing.as_text import plain_text
from briefing.asking import LIBRARY, brief, notices_of, section, spec, text_of
from briefing.invented_evidence import graded, held_back, report, said_by, twelve, undated, visit
from briefing.papers import CHESHIRE_WEST, paper
from briefing.seed_evidence import seeds
from councilbrief.briefing.blocks import Table
from councilbrief.briefing.plain import block_statements
from councilbrief.briefing.spec import Header, SectionKey, SectionSpec
from councilbrief.evidence.facts import Area, Evidence, Grade
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import DocumentKind, PartialDate

DAYS = ("2024-02-26", "2024-03-08", "ilacs-2023")


def of_2024(source_id: str, grade: Grade, kind: DocumentKind) -> Evidence:
    return graded(source_id, grade, *DAYS, kind=kind, published="2024-05-16")


def test_between_unequal_sources_the_one_with_authority_is_believed() -> None:
    evidence = [
        of_2024("a", Grade.GOOD, DocumentKind.ARTICLE),
        of_2024("r", Grade.INADEQUATE, DocumentKind.REPORT),
    ]
    briefing = brief(evidence)
    text = plain_text(briefing)
    assert "Overall effectiveness | Inadequate (another source differs) [1]" in text
    assert "[warning] Grades that do not agree" in text
    assert (
        "Grade: overall effectiveness | Ofsted’s report gives Inadequate [1] "
        "| The press article says “gives the grade good” [2]"
    ) in text
    assert "For one area different grades are stated; see “Where sources differ”." in text


def test_without_a_section_on_differences_the_judgements_tell_of_them() -> None:
    evidence = [
        of_2024("a", Grade.GOOD, DocumentKind.ARTICLE),
        of_2024("r", Grade.INADEQUATE, DocumentKind.REPORT),
    ]
    text = plain_text(brief(evidence, spec(SectionSpec(key=SectionKey.JUDGEMENTS))))
    assert (
        "On overall effectiveness: Ofsted’s report says “gives the grade inadequate” [1]; "
        "the press article from Weekly News says “gives the grade good” [2]; the table shows the first."
    ) in text
    assert "For one area different grades are stated; see the judgements." in text


def test_a_letter_yields_to_a_report_and_a_release_outranks_the_press() -> None:
    order = (DocumentKind.REPORT, DocumentKind.LETTER, DocumentKind.RELEASE, DocumentKind.ARTICLE)
    for better, worse in pairwise(order):
        evidence = [of_2024("a", Grade.GOOD, worse), of_2024("b", Grade.OUTSTANDING, better)]
        assert "Overall grade: Outstanding (another source differs)" in plain_text(brief(evidence))


def test_between_equal_sources_that_differ_no_grade_wins() -> None:
    evidence = [
        of_2024("a", Grade.GOOD, DocumentKind.ARTICLE),
        of_2024("b", Grade.INADEQUATE, DocumentKind.ARTICLE),
    ]
    text = plain_text(brief(evidence))
    assert "Overall grade: Sources differ: Good [1] or Inadequate [2]" in text
    assert "The overall grade is not clear from these sources. [1] [2]" in text
    assert "no grade is shown as the right one." in text


def test_a_source_without_a_title_is_listed_by_its_file_letter_for_letter() -> None:
    one = paper("z", "Ann Hill spoke. “We are sorry.”")
    one.say(one.speaker("Ann Hill"), "We are sorry.")
    assert "z.txt, press article" in text_of(brief([one.evidence()]), SectionKey.SOURCES)


def test_a_source_that_contradicts_itself_is_not_called_several() -> None:
    one = paper("torn", "Ofsted came in May 2023. It is good. It is inadequate.", published="2023-08-01")
    one.inspection("Ofsted came in May 2023.", "2023-05", framework="ilacs-2023", graded=True)
    one.judge("It is good.", Area.OVERALL, grade=Grade.GOOD)
    one.judge("It is inadequate.", Area.OVERALL, grade=Grade.INADEQUATE)
    text = plain_text(brief([one.evidence()]))
    assert "Overall grade: The source gives two grades: Good [1] or Inadequate [1]" in text


def test_an_undated_inspection_that_a_paper_is_about_is_newer_than_one_it_mentions() -> None:
    one = paper("now", "Services are good. At the last inspection, in 2019, they were inadequate.")
    one.inspection("Services are good.", framework="ilacs-2018", graded=True)
    one.inspection("At the last inspection, in 2019", "2019", graded=True)
    one.judge("Services are good.", Area.OVERALL, grade=Grade.GOOD)
    one.judge("they were inadequate", Area.OVERALL, grade=Grade.INADEQUATE, at=1, current=False)
    asked = spec(SectionSpec(key=SectionKey.JUDGEMENTS, history=True))
    text = text_of(brief([one.evidence()], asked), SectionKey.JUDGEMENTS)
    assert text.index("(ILACS), date not found") < text.index("Earlier inspections") < text.index("of 2019")


def test_an_undated_inspection_that_a_paper_only_mentions_is_not_the_current_one() -> None:
    one = paper(
        "now", "Services inspected in May 2023 are good. Once they were inadequate.", published="2023-08-01"
    )
    one.inspection("Services inspected in May 2023", "2023-05", graded=True)
    one.inspection("Once they were inadequate.", graded=True)
    one.judge("are good", Area.OVERALL, grade=Grade.GOOD)
    one.judge("Once they were inadequate.", Area.OVERALL, grade=Grade.INADEQUATE, at=1, current=False)
    assert "Overall grade: Good [1]" in plain_text(brief([one.evidence()]))


def test_the_age_of_an_undated_inspection_goes_by_its_document() -> None:
    one = paper("old", "Services are good.", published="2019-08-01")
    one.inspection("Services are good.", graded=True)
    one.judge("Services are good.", Area.OVERALL, grade=Grade.GOOD)
    text = plain_text(brief([one.evidence()]))
    assert (
        "The newest inspection of which this source tells was reported more than four years before 3 June 2024"
        in text
    )


def test_inspections_with_other_days_stay_apart() -> None:
    evidence = [
        graded("a", Grade.GOOD, "2024-02-26", "2024-03-08", "ilacs-2023", published="2024-05-01"),
        graded("b", Grade.GOOD, "2024-02-27", "2024-03-08", "ilacs-2023", published="2024-05-01"),
    ]
    (table,) = (
        one for one in section(brief(evidence), SectionKey.INSPECTIONS).blocks if isinstance(one, Table)
    )
    assert len(table.rows) == 2


def test_a_vague_date_that_fits_two_inspections_joins_neither() -> None:
    evidence = [
        graded("a", Grade.GOOD, "2019-03-04", "2019-03-08", "ilacs-2018", published="2019-05-01"),
        graded("b", Grade.GOOD, "2019-11-04", "2019-11-08", "ilacs-2018", published="2019-12-20"),
        graded("c", Grade.GOOD, "2019", None, None, published="2020-02-01"),
    ]
    table = next(
        one for one in section(brief(evidence), SectionKey.INSPECTIONS).blocks if isinstance(one, Table)
    )
    assert len(table.rows) == 3


def test_without_a_graded_inspection_the_briefing_says_so() -> None:
    briefing = brief([visit("v", "2023-03-07", "2023-03-08", "2023-04-11")])
    text = plain_text(briefing)
    assert "No grades were found in this source." in text
    assert "Priority actions" in text
    assert "Published: 11 April 2023" in text
    assert briefing.notices == ()


def test_without_any_document_the_briefing_is_honest() -> None:
    text = plain_text(brief([]))
    assert "No inspection of this council’s children’s services was found in these sources." in text
    assert "No document on this council was found among those asked for." in text


def test_a_framework_without_an_overall_grade_is_said_to_have_none() -> None:
    one = graded("n", Grade.NO_OVERALL, "2026-04-27", "2026-05-01", "ilacs-2026", kind=DocumentKind.REPORT)
    nothing = graded("m", Grade.GOOD, "2026-04-27", "2026-05-01", "ilacs-2026", kind=DocumentKind.REPORT)
    asked = spec(as_at=PartialDate(2026, 9, 1))
    assert "Overall grade: No overall grade" in plain_text(brief([one], asked))
    doubted = brief([nothing], asked)
    titles = [notice.title for notice in notices_of(section(doubted, SectionKey.JUDGEMENTS).blocks)]
    assert titles == ["An unusual grade"]


def test_an_undated_document_is_warned_of_and_falls_out_of_a_range_of_dates() -> None:
    text = plain_text(brief([undated()]))
    assert "[warning] Still current? Undated and indirect evidence" in text
    assert "One source does not say when it was published. [1]" in text
    assert (
        "Ofsted has inspected children’s services in Cheshire East, under a framework not found in this "
        "source; the date was not found in this source."
    ) in text
    limited = LIBRARY.model_copy(update={"since": PartialDate(2020)})
    ranged = plain_text(brief([undated(), *seeds()], spec(sources=limited)))
    assert (
        "[warning] Two documents were left out\nThe end of this briefing names them, with the reasons."
        in ranged
    )
    assert "undated.txt: its date of publication is not known" in ranged


def test_documents_that_could_not_be_read_are_named() -> None:
    problems = [
        Problem(Severity.ERROR, "encrypted", "the file is encrypted", "library/report.pdf"),
        Problem(Severity.WARNING, "odd-mark", "an odd mark", "library/other.txt"),
    ]
    text = plain_text(brief(seeds(), problems=problems))
    assert "One document could not be read" in text
    assert "library/report.pdf: the file is encrypted" in text
    assert "odd mark" not in text


def test_statements_held_back_are_counted_by_reason() -> None:
    text = text_of(brief([held_back()]), SectionKey.QUOTATIONS)
    assert "One statement is held back because it calls for a resignation" in text
    assert "One statement is held back because it blames an identifiable person or party" in text
    assert "go" not in text.split()


def test_statements_that_share_little_are_two() -> None:
    one = said_by("Ann Hill", "We are sorry for what the inspectors found here.", source_id="one")
    other = said_by("Ann Hill", "Our plan for next year is ready and paid for.", source_id="two")
    assert text_of(brief([one, other]), SectionKey.QUOTATIONS).count("Ann Hill") == 2


def test_a_limit_is_told() -> None:
    text = text_of(
        brief(seeds(), spec(SectionSpec(key=SectionKey.QUOTATIONS, limit=1))), SectionKey.QUOTATIONS
    )
    assert "One of four statements is shown." in text


def test_the_reports_own_words_come_before_those_of_others() -> None:
    briefing = brief([*seeds(), report()])
    text = text_of(briefing, SectionKey.IMPROVEMENTS)
    listed = "1. The quality, consistency and responsiveness of support, advice and guidance for care leavers. [1] [2] [3]"
    assert listed in text
    assert "Ofsted’s report names two areas for improvement; both are shown, word for word. [1]" in text
    assert all("indirect" not in notice.title.casefold() for notice in briefing.notices)


def test_twelve_inspections_are_all_listed_and_never_mixed() -> None:
    briefing = brief(twelve())
    table, *earlier = (
        one for one in section(briefing, SectionKey.INSPECTIONS).blocks if isinstance(one, Table)
    )
    assert len(table.rows) == 12
    tables = [one for one in section(briefing, SectionKey.JUDGEMENTS).blocks if isinstance(one, Table)]
    assert (len(tables), len(earlier)) == (1, 4)
    assert tables[0].caption.endswith("10 to 21 June 2022")
    assert tables[0].columns[-1] == "Since June 2020"
    text = plain_text(briefing)
    assert "After the 2022 inspection came a focused visit on 5 and 6 March 2023." in text
    assert "was ‘good’, down from ‘outstanding’ at the inspection of 10 to 21 June 2020." in text


def test_grades_of_frameworks_that_cannot_be_compared_are_not() -> None:
    evidence = [
        graded("new", Grade.GOOD, "2024-02-26", "2024-03-08", "ilacs-2023", published="2024-05-16"),
        graded("old", Grade.INADEQUATE, "2015-02-26", "2015-03-08", "sif", published="2015-05-16"),
    ]
    text = plain_text(brief(evidence))
    assert "was ‘inadequate’, but under another framework, so it cannot be compared." in text
    assert "up from" not in text
    assert "down from" not in text


def test_another_councils_documents_stay_out() -> None:
    text = plain_text(brief(seeds()))
    assert "Emma Taylor" not in text
    other = graded("cw", Grade.OUTSTANDING, "2024-02-26", "2024-03-08", "ilacs-2023", council=CHESHIRE_WEST)
    assert "Outstanding" not in plain_text(brief([*seeds(), other]))


def test_an_officers_own_text_keeps_its_lines_its_list_and_its_marks() -> None:
    given = SectionSpec(
        key=SectionKey.IMPLICATIONS,
        title="What it costs",
        text="<b>One</b>\nline.\n\n- Two & more.\n\n- Three.\n-Four",
    )
    briefing = brief(seeds(), spec(given, SectionSpec(key=SectionKey.RECOMMENDATIONS)))
    assert [one.title for one in briefing.sections] == ["What it costs", "Sources and method"]
    (own, _) = briefing.sections
    kinds = [(type(block).__name__, [one.text for one in block_statements(block)]) for block in own.blocks]
    assert kinds == [
        ("Paragraph", ["<b>One</b>"]),
        ("Paragraph", ["line."]),
        ("ItemList", ["Two & more.", "Three."]),
        ("Paragraph", ["-Four"]),
    ]


def test_the_head_holds_only_what_the_spec_gives() -> None:
    header = Header(meeting="Scrutiny Committee", classification="OFFICIAL", report_of="The director")
    asked = spec(title="A title").model_copy(update={"header": header})
    briefing = brief(seeds(), asked)
    assert briefing.title == "A title"
    assert briefing.header == (
        ("Meeting", "Scrutiny Committee"),
        ("Report of", "The director"),
        ("Classification", "OFFICIAL"),
    )
    assert (briefing.classification, briefing.author, briefing.as_at) == (
        "OFFICIAL",
        "The director",
        "3 June 2024",
    )


def test_without_a_date_of_its_own_a_briefing_says_how_far_it_reaches() -> None:
    text = plain_text(brief(seeds(), spec(as_at=None)))
    assert (
        "The newest inspection of which these sources tell is the inspection of 26 February to 8 March 2024"
        in text
    )
