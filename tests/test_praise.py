"""Which sentences of a report are praise that can stand alone, and which of them come first."""

from __future__ import annotations

import re
from time import perf_counter

import pytest

from councilbrief.evidence.report.praise import Praise, best_first, flaw, leans, told_once, weigh
from councilbrief.evidence.words import Group, groups, members, words

PRAISE = [
    "Children are listened to and are very well supported by skilled social workers.",
    "Care leavers speak warmly of personal advisers who know them well.",
    "Most disabled children have timely reviews that lead to clear plans.",
    "Senior leaders have invested in a stable and experienced workforce.",
    "Foster carers receive good training, and this helps children to settle.",
    "Strong partnerships with schools prevent drift and delay for children.",
    "Families are seen without delay when worries grow, and get effective help.",
    "Support is not only prompt but also sensitive to the culture of each family.",
    "Practice has significantly improved since the last inspection.",
    "When children go missing, they are found quickly and are helped to stay safe.",
]

SHORTFALLS = [
    "Children are not always well supported by their social workers.",
    "Plans are clear, but few of them are carried out promptly.",
    "Although visits are regular, social workers change often.",
    "Too many children wait for effective help.",
    "Supervision is variable and lacks the challenge that good practice needs.",
    "Assessments need to be more timely so that children are safe.",
    "Managers could be more effective in their oversight of plans.",
    "Where practice is good, children make strong progress.",
    "Good oversight of pathway plans remains a challenge.",
    "Visits are inconsistent, and skilled workers are overstretched.",
    "In some cases, strong plans led to improved lives.",
    "Until recently, support for carers was effective only by chance.",
]

LEANING = [
    "They are very well supported by skilled social workers.",
    "This has led to excellent support for families.",
    "As a result, children are safe and make good progress.",
    "In addition, carers receive very good training.",
    "However, most children are well supported.",
    "Children also have good access to dentists and doctors.",
    "Skilled workers use this approach to great and positive effect.",
    "Strong management helps these teams to be effective.",
    "For example, young people run a very successful café.",
    "The team is small and highly effective.",
    "Meetings are well attended and effective.",
    "Most are very well supported by skilled workers.",
    "Homes are chosen carefully and meet their needs very well.",
    "Skilled and tenacious, he has brought stability to the service.",
    "Staff know them very well and visit regularly.",
]

PLANS = [
    "Leaders plan to recruit skilled and experienced social workers.",
    "A comprehensive strategy is being developed with effective partners.",
    "A new and well-designed service will support families.",
    "Leaders recognise that stronger oversight matters for children.",
]

FRAMES = [
    "Ensure that all children have timely and effective plans.",
    "The quality and timeliness of effective visits to children in care.",
    "Help and protection services were judged to be good and improving.",
    "A good local authority leads effective services that help children.",
    "Inspectors met skilled and committed social workers in three teams.",
    "A good or better school is attended by 84% of well supported children.",
]

UNPRAISED = [
    "Assessments go to a panel that sits on every second Tuesday.",
    "Families take part in conferences when the chair asks for it.",
    "The authority has three homes for children in the north of the county.",
]


@pytest.mark.parametrize("sentence", PRAISE)
def test_praise_that_can_stand_alone_is_a_strength(sentence: str) -> None:
    assert weigh(sentence) is not None
    assert flaw(sentence) is None


@pytest.mark.parametrize("sentence", [*SHORTFALLS, *LEANING, *PLANS, *FRAMES])
def test_praise_words_do_not_save_a_flawed_sentence(sentence: str) -> None:
    assert any(found.stands_in(sentence) for found in groups("praise") if found.key[1] == "praise")
    assert flaw(sentence) is not None
    assert weigh(sentence) is None


@pytest.mark.parametrize("sentence", UNPRAISED)
def test_what_is_neither_good_nor_bad_is_no_strength(sentence: str) -> None:
    assert flaw(sentence) is None
    assert weigh(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Children are not always safe and well supported.", "shortfall"),
        ("They are safe and very well supported by staff.", "openings"),
        ("Children also enjoy very good relationships.", "points_back"),
        ("Homes are chosen carefully and meet their needs.", "pronouns"),
        ("Skilled managers will soon join the service.", "plans"),
        ("The quality of care for children was judged good.", "history"),
        ("Inspectors met skilled and committed workers.", "frame"),
        ("good support for children and their families.", "shape"),
        ("Good support for children and their families", "shape"),
        ("Good support.", "shape"),
    ],
)
def test_a_flaw_has_the_name_of_the_words_that_show_it(sentence: str, name: str) -> None:
    assert flaw(sentence) == name


def test_nothing_is_no_strength() -> None:
    assert weigh("") is None


def test_offering_a_service_is_not_yet_praise() -> None:
    assert weigh("Parents have access to support and take part in their reviews.") is None
    assert weigh("Parents have access to excellent support and take part in their reviews.") is not None


def test_names_that_sound_like_praise_are_none() -> None:
    assert weigh("Strengths and difficulties questionnaires go to carers every spring.") is None
    assert weigh("Social workers see children at school where appropriate and at home.") is None


def test_praise_of_some_needs_more_than_a_plain_word_and_comes_late() -> None:
    assert weigh("Some children have regular visits to their brothers.") is None
    part = weigh("Some children benefit from very good, thorough plans.")
    whole = weigh("Most children benefit from very good, thorough plans.")
    assert part is not None
    assert whole is not None
    assert part.score < whole.score


def test_the_heaviest_sign_names_the_rule() -> None:
    rules = [
        weigh("Children get excellent and effective help."),
        weigh("Children get effective and regular help."),
        weigh("Children are seen regularly by the same worker."),
    ]
    assert [found.rule for found in rules if found] == ["acclaim", "firm", "plain"]
    weights = [float(words("praise")["praise"][kind]["weight"]) for kind in members("praise", "praise")]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("Children receive highly effective support.", "Children receive effective support."),
        (
            "Care leavers receive very good support from skilled personal advisers.",
            "Care leavers mostly receive very good support from skilled personal advisers.",
        ),
        (
            "Skilled staff in the front-door team make good decisions about children.",
            "Skilled staff in the MASH make good decisions about children every day.",
        ),
        (
            "Children in care are well supported by skilled workers.",
            "Minute-takers in the offices are well supported by skilled workers.",
        ),
        (
            "Children are well supported and make good progress at school.",
            "When children come into care, they are well supported and make good progress.",
        ),
    ],
)
def test_clear_general_and_unhedged_praise_of_what_reaches_children_is_fitter(
    better: str, worse: str
) -> None:
    first, second = weigh(better), weigh(worse)
    assert first is not None
    assert second is not None
    assert first.score > second.score


def test_a_very_long_sentence_is_less_fit_than_one_that_says_as_much() -> None:
    short = "Social workers know children very well and give them excellent and effective help"
    tail = (
        ", with visits to homes, schools, clubs, clinics, libraries, parks and the houses of aunts and uncles"
        * 3
    )
    first, second = weigh(f"{short}."), weigh(f"{short}{tail}.")
    assert first is not None
    assert second is not None
    assert first.score > second.score


def test_the_areas_come_in_turn_and_the_fittest_of_each_first() -> None:
    found = [
        ("leaders", 0, Praise(9.0, "acclaim")),
        ("leaders", 1, Praise(8.0, "acclaim")),
        ("leaders", 2, Praise(10.0, "acclaim")),
        ("care", 3, Praise(3.0, "plain")),
        ("care", 4, Praise(5.0, "firm")),
        ("help", 5, Praise(6.0, "firm")),
    ]
    assert best_first(found) == [2, 5, 4, 0, 3, 1]


def test_equals_keep_the_order_of_the_report_whatever_order_they_come_in() -> None:
    same = Praise(4.0, "firm")
    found = [("care", 7, same), ("help", 3, same), ("care", 1, same)]
    assert best_first(found) == [2, 1, 0]
    assert best_first([]) == []


def test_a_summary_repeats_what_the_chapters_say() -> None:
    first = "Care leavers are very well supported by skilled personal advisers."
    again = "Care leavers are very well supported by their skilled personal advisers."
    other = "Care leavers live in good homes that are close to their families."
    assert told_once([first, again, other, first]) == [0, 2]
    assert told_once([again, first]) == [0]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("As a result, children and adopters are well matched.", True),
        ("They receive regular supervision, which is reflective and challenging.", True),
        ("This means that care leavers are well supported by people whom they trust.", True),
        ("This is not always done well.", False),
        ("This includes children in residential schools.", False),
        ("Children are well supported by their social workers.", False),
    ],
)
def test_a_sentence_leans_if_it_praises_and_points_back(sentence: str, expected: bool) -> None:  # noqa: FBT001
    assert leans(sentence) is expected


def test_capitals_do_not_matter_to_a_flaw() -> None:
    sentence = "Children are very well supported BUT wait."
    assert flaw(sentence) == flaw(sentence.lower().capitalize()) == "shortfall"


@pytest.mark.parametrize("of", list(groups("praise")), ids=lambda of: ".".join(of.key))
def test_no_pattern_means_another_thing_in_lower_case(of: Group) -> None:
    assert of.cased or not re.search(r"\\[A-Z]", of.pattern)


@pytest.mark.parametrize(
    "sentence",
    [
        "When " + "children and " * 30 + "go.",
        "Children " + "very " * 75 + "well.",
        "In " + "strong " * 55 + "plans.",
        "Reduc" + "ing in " * 55 + "care.",
        "The " + "quality " * 48 + "of.",
    ],
)
def test_no_sentence_takes_long(sentence: str) -> None:
    weigh(sentence)
    began = perf_counter()
    for _ in range(20):
        flaw(sentence)
        weigh(sentence)
    assert perf_counter() - began < 1
