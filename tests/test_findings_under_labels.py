"""Lists under short labels, contrary pairs of labels, quoted paragraphs, and lines that say it afterwards."""

from __future__ import annotations

import pytest

from finding_texts import found_in

GOOD = ["Plans are clear", "Carers feel valued by their team"]
BAD = ["Visits are often late", "Some plans are never shared"]
THINGS = ["The patience of youth workers", "Letters that children can read"]
GAPS = ["The time it takes to hold a review", "Management of the duty desk"]
BEFORE, AFTER = "Nobody was surprised.\n\n", "\n\nThe leader said he was glad.\n"

LAYOUTS = {
    "bullets": "{label}\n• {0}\n• {1}",
    "semicolons": "{label}\n\n■ {0};\n■ {1}.",
    "arrows": "{label}\n>> {0}\n>> {1}",
    "guillemets": "{label}\n\n» {0};\n» {1}",
    "plain lines": "{label}\n\n{0}\n{1}",
    "sentences": "{label}\n\n{0}.\n\n{1}.",
    "one paragraph": "{label}\n\n{0}. {1}.",
}
PAIRS = [
    ("Good", "Bad"),
    ("THE GOOD STUFF", "NOT SO GOOD"),
    ("In the black", "In the red"),
    ("Roses", "Thorns"),
    ("Better", "Worse"),
    ("And the nice bits:", "And the nasty bits:"),
    ("What it said is good", "What it said is not"),
    ("It is keen on:", "It isn’t so keen on:"),
    ("What’s good", "What’s the catch"),
]


def listed(items: list[str], sign: str) -> list[str]:
    """Return items as they are found."""
    return [f"{sign} {item}" for item in items]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("good", "bad"), PAIRS)
def test_two_labels_tell_strengths_from_what_must_improve(good: str, bad: str, layout: str) -> None:
    form = LAYOUTS[layout]
    text = f"{form.format(*GOOD, label=good)}\n\n{form.format(*BAD, label=bad)}"
    assert found_in(BEFORE + text + AFTER) == [*listed(GOOD, "+"), *listed(BAD, "-")]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("Three cheers for", "Three jeers for"),
        ("Top marks for:", "Low marks for:"),
        ("Where it shines", "Where it stumbles"),
        ("Working", "Not working"),
        ("Inspectors’ likes", "Inspectors’ dislikes"),
        ("The report is glowing about:", "The report is scathing about:"),
        ("Ofsted’s good list", "Ofsted’s bad list"),
        ("Where Ofsted gave a thumbs up", "Where Ofsted gave a thumbs down"),
        ("Things that are good", "Things that are not so good"),
        ("Ofsted gave credit for:", "Ofsted marked it down for:"),
        ("They were fond of:", "They were cooler on:"),
        ("What made inspectors smile", "What made inspectors frown"),
        ("Its strongest suits:", "Its weakest suits:"),
    ],
)
def test_labels_of_taste_tell_what_things_are(good: str, bad: str) -> None:
    form = LAYOUTS["bullets"]
    text = f"{form.format(*THINGS, label=good)}\n\n{form.format(*GAPS, label=bad)}"
    assert found_in(BEFORE + text + AFTER) == [*listed(THINGS, "+"), *listed(GAPS, "-")]


@pytest.mark.parametrize(
    ("label", "items"),
    [
        ("Good", ["Kent", "Essex and Surrey"]),
        ("Good", ["Help and protection", "Children in care"]),
        ("Better", ["A new bus to Leeds", "Two more trains"]),
        ("The good, the bad and the rest", ["Oldham Athletic", "Bury and Rochdale"]),
        ("A report prepared by the council’s own officers lists weaknesses:", ["late plans", "few homes"]),
        ("A paper written by consultants admits failings:", ["late plans", "few homes"]),
    ],
)
def test_a_label_that_has_no_contrary_or_no_inspectors_leads_into_nothing(
    label: str, items: list[str]
) -> None:
    assert found_in(BEFORE + LAYOUTS["bullets"].format(*items, label=label) + AFTER) == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "The inspectors will be back in May. Plans are clear.",
        "The report says that plans are clear. Carers feel valued.",
        "He was glad. She was not.",
    ],
)
def test_a_paragraph_under_a_label_is_left_to_the_prose_unless_it_lists(paragraph: str) -> None:
    found = found_in(f"{BEFORE}And the nice bits?\n\n{paragraph}{AFTER}")
    assert "+ The inspectors will be back in May" not in found
    assert not any("report says" in words or "He was" in words or "She was" in words for words in found)


@pytest.mark.parametrize(
    "label",
    [
        "What inspectors said",
        "From the report",
        "In the inspectors’ words",
        "Key lines from the Ofsted report",
        "Ofsted’s verdict in quotes",
        "The report in its own words:",
        "Extracts from the letter",
        "Inspectors’ comments",
    ],
)
def test_quoted_paragraphs_under_the_inspectors_name_are_findings(label: str) -> None:
    quoted = "\n\n".join(f"“{words}.”" for words in [*GOOD, *BAD])
    text = f"{BEFORE}{label}\n\n{quoted}{AFTER}"
    assert found_in(text) == [*listed(GOOD, "+"), *listed(BAD, "-")]


@pytest.mark.parametrize(
    "text",
    [
        "What staff said\n\n“Plans are clear.”\n\n“Carers feel valued.”",
        "Reaction to the report\n\n“Plans are clear.”\n\n“Carers feel valued.”",
        "What inspectors said\n\n“We care for our children.”\n\n“My team is proud.”",
        "From the letter\n\n“Plans are clear.”\n\n“Carers feel valued.”\n\n– Cllr Ann Sample",
    ],
)
def test_quoted_paragraphs_of_anybody_else_are_none(text: str) -> None:
    assert found_in(BEFORE + text + AFTER) == []


@pytest.mark.parametrize("glyphs", [("•", "•"), ("1.", "2."), ("l", "l"), (">>", ">>")])
@pytest.mark.parametrize(
    ("after", "sign"),
    [
        ("are among the recommendations, all of which are to be met in a year.", "-"),
        ("are what the inspectors want put right.", "-"),
        ("These are the things that Ofsted says must improve.", "-"),
        ("Those were the inspectors’ main concerns.", "-"),
        ("– these are the watchdog’s chief criticisms.", "-"),
        ("were all praised.", "+"),
        ("are among the strengths that the report picks out.", "+"),
        ("These were the highlights of the report.", "+"),
    ],
)
def test_what_follows_a_list_may_say_what_it_holds(after: str, sign: str, glyphs: tuple[str, str]) -> None:
    items = GAPS if sign == "-" else THINGS
    lines = "\n".join(f"{glyph} {item}" for glyph, item in zip(glyphs, items, strict=True))
    assert found_in(f"{BEFORE}The letter is short.\n\n{lines}\n\n{after}{AFTER}") == listed(items, sign)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The council will now:", "These steps were praised by the MP."),
        ("Inspectors looked at:", "are what was reviewed, and the weaknesses are known."),
        ("Our plans", "These are in response to the weaknesses found."),
        ("More on this story", "These were popular."),
        ("The union is calling for:", "are among its demands."),
    ],
)
def test_what_follows_makes_no_findings_of_plans_or_links(before: str, after: str) -> None:
    text = f"{before}\n• Bins and roads\n• The new pool in town\n\n{after}"
    assert found_in(BEFORE + text + AFTER) == []


OPEN_LEADS = [
    "Areas of work highlighted by Ofsted included:",
    "Areas highlighted in the report:",
    "Inspectors highlighted the following areas:",
    "Aspects of practice that inspectors noted:",
    "Themes identified by inspectors include:",
    "Points raised by Ofsted:",
]


@pytest.mark.parametrize("label", OPEN_LEADS)
@pytest.mark.parametrize(
    ("items", "found"),
    [
        (["robust and clear decisions", "a stable workforce"], "++"),
        (["too many late visits", "weak oversight of plans"], "--"),
        ([GOOD[0], BAD[0]], "+-"),
        (["fostering in town", "work with schools"], ""),
    ],
)
def test_the_items_decide_where_the_lead_in_does_not(label: str, items: list[str], found: str) -> None:
    text = BEFORE + LAYOUTS["bullets"].format(*items, label=label) + AFTER
    assert found_in(text) == [f"{sign} {item}" for sign, item in zip(found, items, strict=False)]


@pytest.mark.parametrize(
    ("label", "items", "sign"),
    [
        ("Areas of concern", ["Children are safe and well cared for", "Staff are well supported"], "+"),
        ("Highlights of the report", ["Too many children wait for help", "Plans are late"], "-"),
        ("Inspectors praised:", BAD, "-"),
        # what has to come, and what is worked at, is no claim
        ("Areas for improvement", ["Effective supervision", "Timely visits"], "-"),
        ("Areas for improvement highlighted by Ofsted:", ["Effective supervision", "Timely visits"], "-"),
        ("Recommendations", ["How well plans are written", "Ensuring visits are kept"], "-"),
        ("Strengths", ["Work on neglect", "Help for children at risk of exploitation"], "+"),
    ],
)
def test_items_that_claim_the_contrary_of_their_lead_in_win(label: str, items: list[str], sign: str) -> None:
    assert found_in(BEFORE + LAYOUTS["bullets"].format(*items, label=label) + AFTER) == listed(items, sign)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # items that say themselves what they hold
        (
            (
                "Inspectors found:\n• Strengths included prompt help, stable staff and good advice\n"
                "• Areas for development: visits to missing children, clarity of letters, and oversight. Staff knew.\n"
                "• Officers confirmed that a plan would be good\n\nBye."
            ),
            [
                "+ prompt help",
                "+ stable staff",
                "+ good advice",
                "- visits to missing children",
                "- clarity of letters",
                "- oversight",
            ],
        ),
        (
            "Ofsted’s slide says:\n• Keep: the edge of care team\n• Fix: thresholds that are unclear\n\nBye.",
            ["+ the edge of care team", "- thresholds that are unclear"],
        ),
        # an item that has lost its bullet
        (
            (
                "Highlights of the report include:\n- help that makes a difference\n"
                "the service listens to parents\n- care that is warm\n\nBye."
            ),
            ["+ help that makes a difference", "+ the service listens to parents", "+ care that is warm"],
        ),
        # what the council has done, and what a cabinet was asked
        (
            (
                "Areas to improve include:\n• the pace of plans\n• oversight of visits\n"
                "• the council already had plans in place for most of these\n• Cabinet was asked to approve them\n\nBye."
            ),
            ["- the pace of plans", "- oversight of visits"],
        ),
        # enumerations within a sentence
        (
            (
                "Nine recommendations are made. They include calls for the council to cut caseloads in two teams,"
                " to make sure that every child has a plan and to widen the choice of flats."
            ),
            [
                "- cut caseloads in two teams",
                "- make sure that every child has a plan",
                "- widen the choice of flats",
            ],
        ),
        (
            "Recommendations include improving: the pace of plans; the use of data; and the choice of homes.",
            ["- the pace of plans", "- the use of data", "- the choice of homes"],
        ),
        (
            (
                "The letter names areas of improvement including workloads; the quality of social work practice;"
                " and advice for young people."
            ),
            ["- workloads", "- the quality of social work practice", "- advice for young people"],
        ),
        (
            (
                "The inspectors judged four areas: overall effectiveness, the impact of leaders on social work practice,"
                " experience and progress of children in care and experience and progress of care leavers."
            ),
            [],
        ),
    ],
)
def test_items_and_enumerations_of_other_kinds(text: str, found: list[str]) -> None:
    assert found_in(text) == found
