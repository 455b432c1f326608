"""Findings in frames, labels and places where a report is seldom looked for, and what only stands there."""

from __future__ import annotations

import pytest

from councilbrief.evidence.facts import Polarity
from councilbrief.evidence.findings.polarity import polarity
from finding_texts import found_in

PRAISED = "Inspectors praised the rota. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # why a grade was given
        (
            "Inspectors judged leadership to be inadequate because nobody reads the audits.",
            ["- nobody reads the audits"],
        ),
        (
            "Early help was found to be good because of how swiftly parents are called back, inspectors said.",
            ["+ how swiftly parents are called back"],
        ),
        # several things, and at the end of the sentence what is asked of them
        (
            "Case audits, the pace of reviews and exit plans all need more work, the watchdog said.",
            ["- Case audits", "- the pace of reviews", "- exit plans"],
        ),
        (
            "The distance between the desk and the street was singled out as a major concern by Ofsted.",
            ["- The distance between the desk and the street"],
        ),
        (
            "The night desk comes in for much praise in the report, and so does the life story team.",
            ["+ The night desk", "+ the life story team"],
        ),
        # who says so stands at the end
        ("Case notes are seldom kept up, the inspection judged.", ["- Case notes are seldom kept up"]),
        (
            "They are swift to help but seldom write it down, says the report.",
            ["+ They are swift to help", "- seldom write it down"],
        ),
        # other verbs
        ("Inspectors came across delays in three teams.", ["- delays in three teams"]),
        ("Inspectors did come upon poor case notes.", ["- poor case notes"]),
        (
            "The report tells how teenagers wait months for a mentor.",
            ["- teenagers wait months for a mentor"],
        ),
        ("The letter draws attention to drift in two teams.", ["- drift in two teams"]),
        (
            "Inspectors came across gaps in rotas and doubted whether managers knew why.",
            ["- gaps in rotas"],
        ),
        ("Inspectors recognised as well the care taken over contact.", ["+ the care taken over contact"]),
        ("Inspectors speak warmly of the work of the drop-in.", ["+ the work of the drop-in"]),
        ("There was concern too that exit plans are late.", ["- exit plans are late"]),
        (
            "It is the view of the inspectors that teenagers wait too long for a mentor.",
            ["- teenagers wait too long for a mentor"],
        ),
        (
            PRAISED + "It emerged, too, that contact is often cancelled.",
            ["+ the rota", "- contact is often cancelled"],
        ),
        (
            "What inspectors told leaders on the last day was that fathers are left out and that records are late.",
            ["- fathers are left out", "- records are late"],
        ),
        (
            "Ofsted asks one thing of the council, that exit plans should be shorter.",
            ["- exit plans should be shorter"],
        ),
        (
            "Caring staff were said by inspectors to be stretched.",
            ["- Caring staff were said by inspectors to be stretched"],
        ),
        (
            "An order has been given to the council to clear its queue of checks. Ofsted is to return.",
            ["- clear its queue of checks"],
        ),
        # practice, where inspectors were named in the paragraph before
        (
            "Ofsted came in May.\n\nPersonal advisers are too slow to return calls.",
            ["- Personal advisers are too slow to return calls"],
        ),
        # the council that did not
        (
            "Inspectors found that visits were late. The town hall had no proper list of empty beds.",
            ["- visits were late", "- The town hall had no proper list of empty beds"],
        ),
    ],
)
def test_what_is_told_in_other_frames_is_found(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        # somebody else gives the reason, or asks for more work
        "Cllr Hayes said it was inadequate because money had been cut.",
        "Cllr Hayes said that roads, bins and parks all need more work.",
        # nobody who inspects comes across it
        "Neighbours came across as friendly.",
        "The ombudsman ruled that complaints were lost.",
        # the council tells of money
        PRAISED.replace("praised the rota", "came in May") + "The council had no money left for roads.",
        # nobody who inspects is near
        "Ofsted came in May.\n\nCllr Hayes said that bins are late.\n\nPersonal advisers are too slow.",
        # no reason of a grade
        "Ofsted says the school is good because its pupils are happy.",
    ],
)
def test_what_others_say_or_do_in_such_frames_is_none(text: str) -> None:
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("label", "items"),
    [
        ("The inspectors made more than twenty findings.\n\nHere are some of them:", "+"),
        ("Areas where the trust was good:", "+"),
        (
            "Ofsted made three recommendations where it considered that change was most urgent. These were:",
            "-",
        ),
    ],
)
def test_a_list_may_be_led_into_by_the_sentence_before_or_by_what_is_good(label: str, items: str) -> None:
    good = items == "+"
    lines = (
        ["Foster carers feel well looked after", "Reviews are thorough"] if good else ["Exit plans", "Audit"]
    )
    listed = "\n".join(
        f"• {line}" for line in ([*lines] if good else ["Exit plans for teenagers", "Use of audits"])
    )
    told = lines if good else ["Exit plans for teenagers", "Use of audits"]
    assert found_in(f"It is out.\n\n{label}\n\n{listed}\n\nThe leader spoke.") == [
        f"{items} {one}" for one in told
    ]


def test_short_sentences_below_a_long_sentence_that_ends_in_a_colon_are_its_list() -> None:
    label = (
        "But the letter, which is nine pages long and came out on the first day of the holidays, also says:"
    )
    below = "Visits to babies are late.\n\nLetters are “thin on facts”.\n\nToo few fathers are asked."
    assert found_in(f"It is out.\n\n{label}\n\n{below}\n\nCllr Hayes said: “We will act.”") == [
        "- Visits to babies are late",
        "- Letters are “thin on facts”",
        "- Too few fathers are asked",
    ]


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("what was lacking in the duty team has been put right", Polarity.STRENGTH),
        ("the service has made up ground where it fell short", Polarity.STRENGTH),
        ("worries about a baby are talked over the same day", Polarity.STRENGTH),
        ("fewer carers had left than a year before", Polarity.STRENGTH),
        ("managers acted without wasting a day", None),
        ("newcomers are handed cases before they have the training", Polarity.IMPROVEMENT),
        ("parents are passed from pillar to post", Polarity.IMPROVEMENT),
        ("few of the demands of the last letter have been met", Polarity.IMPROVEMENT),
        ("reviews are no longer as swift as they were", Polarity.IMPROVEMENT),
        ("there were hold-ups in the court team", Polarity.IMPROVEMENT),
    ],
)
def test_clauses_say_what_they_are(clause: str, kind: Polarity | None) -> None:
    assert polarity(clause) is kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Inspectors praised the calm desk and a firmer rota, and the wider choice of flats for care leavers.",
            ["+ the calm desk", "+ a firmer rota", "+ the wider choice of flats for care leavers"],
        ),
        (
            "What must improve is how full the records are, and oversight of pupils taught at home.",
            ["- how full the records are", "- oversight of pupils taught at home"],
        ),
        (
            "Leaders were commended for being open about mistakes, even in hard months, such as the strike.",
            ["+ being open about mistakes, even in hard months, such as the strike"],
        ),
        (
            "Inspectors pointed to gains in the timeliness and consistency of reviews.",
            ["+ gains in the timeliness and consistency of reviews"],
        ),
    ],
)
def test_things_are_parted_where_they_end(text: str, found: list[str]) -> None:
    assert found_in(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Inspectors were troubled, too, by the length of waits and the thinness of records.",
            ["- the length of waits", "- the thinness of records"],
        ),
        (
            "Ofsted is unhappy, however, about the state of case notes.",
            ["- the state of case notes"],
        ),
        (
            "The watchdog was impressed, though, with the calm of the night desk.",
            ["+ the calm of the night desk"],
        ),
        (
            "Inspectors came in May. Doubts were voiced over the pace of reviews and over the reach of advocacy.",
            ["- the pace of reviews", "- the reach of advocacy"],
        ),
        (
            "Inspectors came in May. Concerns were aired about how audits are used.",
            ["- how audits are used"],
        ),
        (
            "The inspection came to the view that the desk had no true picture of need.",
            ["- the desk had no true picture of need"],
        ),
        (
            "The inspectorate formed the view that carers are well supported.",
            ["+ carers are well supported"],
        ),
        (
            "Inspectors praised, among other things, the pace of adoption and the work of the drop-in.",
            ["+ the pace of adoption", "+ the work of the drop-in"],
        ),
        (
            "Inspectors praised the rota. Among the points for attention were a clearer use of data, and the need to see children alone.",
            ["+ the rota", "- a clearer use of data", "- the need to see children alone"],
        ),
        (
            "Case notes are months behind, inspectors who spent a week in the borough have found.",
            ["- Case notes are months behind"],
        ),
        (
            "Records are thin, the letter by lead inspector Jo Tarn says.",
            ["- Records are thin"],
        ),
        (
            "Waits are long, according to the focused visit.",
            ["- Waits are long"],
        ),
        (
            "Leaders have worked tirelessly, the report found, at bringing down caseloads.",
            ["+ Leaders have worked tirelessly, the report found, at bringing down caseloads"],
        ),
        (
            "Inspectors praised the rota. How schools are kept in the picture earned praise too.",
            ["+ the rota", "+ How schools are kept in the picture"],
        ),
    ],
)
def test_who_finds_and_how_it_is_said_stands_in_many_places(text: str, found: list[str]) -> None:
    assert found_in(text) == found
