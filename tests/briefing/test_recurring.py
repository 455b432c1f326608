"""Which areas for improvement of two lists are about the same: pairs that an officer would agree with."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from councilbrief.briefing.recurring import followed
from councilbrief.briefing.subjects import label, named, subjects_of

OVERSIGHT = "The quality of management oversight and supervision to ensure that practice is good."

ALIKE = (
    (
        "The identification and response to children who live in private fostering arrangements.",
        "Regular review of the use of private fostering arrangements to ensure that they remain appropriate.",
        "private fostering",
    ),
    (
        "The response to children aged 16 to 17 who present as homeless.",
        "Assessment and planning for children in private fostering and 16- and 17-year-old homeless people.",
        "young people of 16 and 17 who are homeless",
    ),
    (
        "The take-up of return home interviews and use of data to inform planning.",
        "When children go missing, ensure that return interviews are timely.",
        "return home interviews",
    ),
    (
        "The timeliness of entering into pre-proceedings for children who need this support.",
        "Revise Public Law Outline (PLO) processes to reduce delay.",
        "work before court proceedings",
    ),
    (
        "The quality of plans for children to ensure that they are more child-focused.",
        "The quality, consistency and analysis of assessments, and the child focus of plans.",
        "plans",
    ),
    # Named among examples.
    (
        "The quality of practice, including private fostering, across the service.",
        "Private fostering arrangements are visited.",
        "private fostering",
    ),
    # Named after words that only look like the beginning of a purpose.
    (
        "The focus on carers’ capacity to meet and address children’s needs in private fostering.",
        "Privately fostered children are visited.",
        "private fostering",
    ),
    # Named in a second sentence, or where a sentence goes on to another thing.
    (
        "The timeliness of life-story work for children.",
        "Ensure that children have permanence decisions. Ensure timely life story work.",
        "life-story work",
    ),
    (
        "The quality of social work supervision.",
        "Improve chronologies, and ensure that supervision is regular.",
        "supervision",
    ),
    # Other words for the same.
    (
        "Sufficiency of placement choice and location for children in care.",
        "The recruitment and commissioning of a variety of local foster carers.",
        "enough homes for children in care",
    ),
    # Caseloads don't limit whose oversight it is.
    ("Caseloads and management oversight.", "Management oversight at all levels.", "management oversight"),
    # Care leavers are named only so that all children are.
    (
        "The frequency of visits.",
        "Visits to children in care and care leavers.",
        "visits to children",
    ),
)

DIFFERENT = (
    # They sound alike and are about different things.
    (
        "The timeliness and quality of strategy discussions.",
        "The quality and timeliness of life-story work.",
    ),
    ("The timeliness of multi-agency strategy meetings.", "The timeliness of foster carer annual reviews."),
    # One names in passing what the other is about.
    (
        "The response to neglect, to ensure that private fostering is known.",
        "The assessment of private fostering.",
    ),
    ("Caseloads and supervision of private fostering.", "Social work supervision."),
    # Supervision of all staff, and for disabled children alone.
    ("Consistency of supervision to meet the needs of disabled children.", "The quality of supervision."),
    # Plans of children in need, and of children in care.
    (
        "The quality of planning for children in need.",
        "Care plans for children looked after are updated after events.",
    ),
    ("Risk assessment of wider risks.", "The quality of assessments."),
)


@pytest.mark.parametrize(("now", "before", "subject"), ALIKE)
def test_areas_about_the_same_are_found(now: str, before: str, subject: str) -> None:
    (match,) = followed([[now]], [["Elected members’ training."], [before]]).matches
    assert (match.now, match.before, match.point) == (0, 1, None)
    assert subject in match.subjects


@pytest.mark.parametrize(("now", "before"), DIFFERENT)
def test_areas_that_only_sound_alike_are_not_matched(now: str, before: str) -> None:
    assert not followed([[now]], [[before]]).matches


def test_the_nearest_is_taken_and_each_only_once() -> None:
    before = [["The quality of social work supervision."], [OVERSIGHT]]
    now = [[OVERSIGHT], ["The quality and consistency of management oversight and supervision."]]
    matches = followed(now, before).matches
    assert [(match.now, match.before) for match in matches] == [(0, 1), (1, 0)]
    assert len(followed(now, before[:1]).matches) == 1


def test_a_point_counts_by_itself() -> None:
    before = [["Strengthen oversight of:", "the work of the board", "pre-proceedings work"]]
    (match,) = followed([["The use of the Public Law Outline."]], before).matches
    assert match.point == 1


def test_what_introduces_the_points_counts_too() -> None:
    before = [["Improve services to care leavers, including:", "their homes", "pre-proceedings work"]]
    (match,) = followed([["The support for care leavers."]], before).matches
    assert (match.subjects, match.point) == (("support for care leavers",), None)


def test_what_only_points_back_is_no_other_subject() -> None:
    before = [["Improve chronologies. This should include private fostering."]]
    assert not followed([["Private fostering."]], before).matches


@pytest.mark.parametrize(
    ("words", "subject"),
    [
        ("Information is added to electronic records, and by the emergency duty team.", "records"),
        ("Ensure that assessments are informed by the child’s history and by culture.", "assessments"),
        (
            "Ensure that the board supports partners to apply appropriate thresholds, and early help.",
            "thresholds",
        ),
        ("Assessments of need for 16- and 17-year-olds who present as homeless.", None),
        ("Ensure that the new risk management method includes partners.", ""),
        ("Children who live elsewhere get services, particularly regular health assessments.", ""),
    ],
)
def test_an_area_is_named_by_what_it_opens_with(words: str, subject: str | None) -> None:
    expected = "young people of 16 and 17 who are homeless" if subject is None else subject or None
    assert label([words]) == expected


def test_those_that_open_with_nothing_known_are_counted() -> None:
    found = followed([["Private fostering."]], [["Advocacy."], ["The engagement of partners."]])
    assert (found.dropped, found.subjects, found.unnamed) == ((0, 1), ("advocacy",), 1)


def test_what_is_named_again_however_loosely_is_not_called_dropped() -> None:
    before = [
        ["The quality of life-story work."],
        ["The completeness of case records."],
        ["Something that no word list knows."],
    ]
    now = [["Help of every kind, to ensure that life-story work is done."]]
    assert not followed(now, before).matches
    assert followed(now, before).dropped == (1,)


def test_the_order_of_the_lists_makes_no_difference() -> None:
    now, before = [[one] for one, *_ in ALIKE], [[one] for _, one, _ in ALIKE]
    straight = {(now[match.now][0], before[match.before][0]) for match in followed(now, before).matches}
    now, before = now[::-1], before[::-1]
    assert {
        (now[match.now][0], before[match.before][0]) for match in followed(now, before).matches
    } == straight


def test_every_phrase_of_the_list_finds_its_own_subject() -> None:
    file = resources.files("councilbrief.briefing") / "recurring.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    for kind in ("narrow", "wide", "loose", "looser"):
        for key, phrases in data[kind].items():
            for phrase in phrases:
                example = " ".join(word.split("|")[0].rstrip("*") for word in phrase.split())
                assert key in named([example]), (kind, key, phrase)
    keys = [*data["narrow"], *data["wide"]]
    assert set(data["general"]) <= set(data["narrow"])
    assert len(keys) == len(set(keys))


def test_what_is_set_aside_names_no_subject() -> None:
    (one,) = subjects_of(["The child permanence reports of the First Assessment Service."])
    assert not one.narrow
    assert not one.wide
