from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilbrief.briefing.comparing import changes
from councilbrief.briefing.edition_json import dumped, loaded
from councilbrief.briefing.facts import (
    FIRST,
    PROGRAM,
    VERSION,
    Base,
    Edition,
    Fact,
    FactChange,
    FactKind,
    Facts,
    Listed,
    What,
    unique,
)
from spec_files import PACKAGE

KINDS = [kind for kind in FactKind if kind is not FactKind.SOURCE]
NAMED = ("2019-03-inspection", "2024-02-26-inspection", "2021-11-03-focused-visit")
TEXT = st.text(alphabet="abcde ,.“”‘’éŵ\n", max_size=30)
SENTENCES = st.lists(
    st.sampled_from(
        [
            "plans",
            "children",
            "visits",
            "care",
            "leavers",
            "quality",
            "most",
            "timely",
            "not",
            "good",
            "staff",
        ]
    ),
    min_size=3,
    max_size=12,
).map(" ".join)
DAYS = st.sampled_from(["", "2019-03", "2019-03-18/2019-03-22", "2024-02-26/2024-03-08", "2024"])
FACTS = st.builds(
    Fact,
    st.sampled_from(KINDS),
    st.sampled_from([*NAMED, "a", "b", "c"]),
    SENTENCES | DAYS | TEXT,
    TEXT,
    TEXT,
    st.none() | st.sampled_from(NAMED),
    st.lists(st.sampled_from(["000", "001"]), unique=True).map(tuple),
)
SHA = st.sampled_from(["a" * 64, "b" * 64, "c" * 64])
LISTED = st.lists(
    st.builds(Listed, st.integers(1, 9), st.sampled_from(["000", "001", "002"]), SHA, TEXT),
    max_size=4,
    unique_by=lambda one: one.id,
).map(tuple)
EVERY = st.builds(Facts, st.lists(FACTS, max_size=12).map(lambda facts: unique(standing(facts))), LISTED)
BASES = st.none() | st.just(FIRST) | EVERY.map(lambda one: Base(dt.date(2024, 6, 3), one.facts, one.sources))
EDITIONS = st.builds(
    Edition,
    st.just(VERSION),
    st.just(PROGRAM),
    TEXT,
    TEXT,
    st.dates(),
    st.none() | st.just("2024-06-03"),
    st.lists(FACTS, max_size=6).map(unique),
    LISTED,
    BASES,
)
SCHEMA = json.loads((PACKAGE / "briefing/facts.schema.json").read_text(encoding="utf-8"))


def standing(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Let facts be of inspections that the edition tells of, as those of real ones are."""
    every = tuple(facts)
    known = {fact.key for fact in every if fact.kind is FactKind.INSPECTION}
    return tuple(replace(one, inspection=None) if one.inspection not in known else one for one in every)


INSPECTION = Fact(FactKind.INSPECTION, NAMED[0], "2019-03", "inspection of March 2019", "ILACS")
GRADE = Fact(FactKind.JUDGEMENT, "overall", "good", "overall effectiveness", "", NAMED[0], ("000",))
AREA = Fact(
    FactKind.IMPROVEMENT, "a", "the timeliness and quality of plans for children in care", "", "", NAMED[0]
)
QUOTED = Fact(FactKind.QUOTATION, "q", "We are proud of our staff.", "Carol Example", "lead member")
SOURCE = Listed(
    1, "000", "a" * 64, "“Council welcomes report”, council news release, published on 16 May 2024."
)
BEFORE = Facts((INSPECTION, GRADE, AREA, QUOTED), (SOURCE,))


@given(EDITIONS)
def test_an_edition_comes_back_from_its_json(edition: Edition) -> None:
    data = dumped(edition)
    assert loaded(data) == edition
    assert dumped(loaded(data)) == data


@given(EDITIONS)
def test_the_json_is_what_the_schema_says(edition: Edition) -> None:
    jsonschema.validate(json.loads(dumped(edition)), SCHEMA, cls=jsonschema.Draft7Validator)


@given(EVERY)
def test_an_edition_differs_in_nothing_from_itself(one: Facts) -> None:
    assert changes(one, one) == ()


@given(EVERY, EVERY)
def test_what_is_new_one_way_round_is_gone_the_other(one: Facts, other: Facts) -> None:
    there, back = changes(one, other), changes(other, one)
    assert sorted(map(_pair, there)) == sorted(_pair(each, turned=True) for each in back)


def _pair(one: FactChange, *, turned: bool = False) -> tuple[str, str]:
    # a source that is only known by another id is written with the later one
    before, after = (one.after, one.before) if turned else (one.before, one.after)
    plain = (
        replace(each, key="") if each and each.kind is FactKind.SOURCE else each for each in (before, after)
    )
    first, second = map(repr, plain)
    return first, second


@given(EVERY, EVERY)
def test_changes_account_for_every_fact_that_is_not_the_same(one: Facts, other: Facts) -> None:
    found = changes(one, other)
    assert all(each.sentence for each in found)
    new = sum(each.before is None and each.kind is not FactKind.SOURCE for each in found)
    gone = sum(each.after is None and each.kind is not FactKind.SOURCE for each in found)
    assert len(other.facts) - len(one.facts) == new - gone


def told(after: Facts, before: Facts = BEFORE) -> list[str]:
    return [each.sentence for each in changes(before, after)]


def with_facts(*facts: Fact) -> Facts:
    return Facts(facts, (SOURCE,))


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (
            with_facts(INSPECTION, replace(GRADE, value="inadequate"), AREA, QUOTED),
            "Overall effectiveness at the inspection of March 2019: the grade is now given as ‘inadequate’; before, it was given as ‘good’.",
        ),
        (
            with_facts(INSPECTION, replace(GRADE, detail="another source says inadequate"), AREA, QUOTED),
            ("Overall effectiveness at the inspection of March 2019: the grade is still ‘good’; "
            "another source says inadequate, which was not so before."),
        ),
        (
            with_facts(INSPECTION, AREA, QUOTED),
            "Overall effectiveness at the inspection of March 2019: the grade is no longer stated here; before, it was given as ‘good’.",
        ),
        (
            with_facts(INSPECTION, GRADE, QUOTED),
            ("An area for improvement is no longer listed (inspection of March 2019): "
            "“the timeliness and quality of plans for children in care”."),
        ),
        (
            with_facts(
                INSPECTION,
                GRADE,
                replace(AREA, key="b", value="the quality and the timeliness of all plans for children in care"),
                QUOTED,
            ),
            ("An area for improvement is worded differently (inspection of March 2019): “the quality and the timeliness "
            "of all plans for children in care”; before, it was “the timeliness and quality of plans for children in care”."),
        ),
        (
            with_facts(INSPECTION, GRADE, replace(AREA, detail="Priority actions"), QUOTED),
            ("An area for improvement is now listed under “Priority actions” (inspection of March 2019): "
            "“the timeliness and quality of plans for children in care”."),
        ),
        (
            with_facts(INSPECTION, GRADE, AREA),
            "A quotation is no longer shown: Carol Example, lead member: “We are proud of our staff.”",
        ),
        (
            with_facts(INSPECTION, GRADE, AREA, replace(QUOTED, detail="leader of the council")),
            ("A quotation is now attributed to Carol Example, leader of the council; before, it was attributed to "
            "Carol Example, lead member: "
            "“We are proud of our staff.”"),
        ),
        (
            with_facts(replace(INSPECTION, detail="Focused visit"), GRADE, AREA, QUOTED),
            "The inspection of March 2019 is now described as “Focused visit”; before, it was described as “ILACS”.",
        ),
        (
            Facts(BEFORE.facts, (replace(SOURCE, sha256="b" * 64),)),
            "The file of a source changed: “Council welcomes report”, council news release, published on 16 May 2024.",
        ),
        (
            Facts(BEFORE.facts, (replace(SOURCE, described="“Council welcomes report”, published on 17 May 2024."),)),
            ("A source is described differently: “Council welcomes report”, published on 17 May 2024. "
            "Before: “Council welcomes report”, council news release, published on 16 May 2024."),
        ),
        (
            Facts(BEFORE.facts, ()),
            "A source is no longer used: “Council welcomes report”, council news release, published on 16 May 2024.",
        ),
    ],
)  # fmt: skip
def test_a_change_is_told_in_a_sentence(after: Facts, sentence: str) -> None:
    assert told(after) == [sentence]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("", "ILACS", "The inspection of March 2019 is now described as “ILACS”."),
        ("ILACS", "", "The inspection of March 2019 is no longer described as “ILACS”."),
    ],
)
def test_what_is_said_of_an_inspection_comes_and_goes(before: str, after: str, sentence: str) -> None:
    one, other = (with_facts(replace(INSPECTION, detail=detail)) for detail in (before, after))
    assert told(other, one) == [sentence]


def test_grades_that_sources_dispute_are_not_said_to_be_one_grade() -> None:
    disputed = with_facts(INSPECTION, replace(GRADE, value="good or inadequate"), AREA, QUOTED)
    assert told(disputed) == [
        (
            "Overall effectiveness at the inspection of March 2019: the grade is now given as "
            "‘good’ or ‘inadequate’ (the sources differ); before, it was given as ‘good’."
        )
    ]


def test_what_alone_may_make_things_new_or_gone_is_told_ahead_of_them() -> None:
    unread, shown = Fact(FactKind.UNREAD, "a.pdf", ""), Fact(FactKind.SHOWN, "sections", "strengths limit=6")
    before = with_facts(shown, AREA)
    after = with_facts(replace(shown, value="strengths limit=3"), unread)
    assert [one.kind for one in changes(before, after)] == [
        FactKind.UNREAD,
        FactKind.SHOWN,
        FactKind.IMPROVEMENT,
    ]
    assert told(after, before)[:2] == [
        "A document could not be read this time: a.pdf. What only that one says is missing here.",
        (
            "This edition has other sections, or other limits to them, than the one before: "
            "something may be new or gone for that reason alone."
        ),
    ]
    assert told(before, after)[0] == (
        "A document that could not be read has now been read, or is no longer there: a.pdf."
    )


def test_an_inspection_whose_days_become_known_is_still_the_same_one() -> None:
    key = "2019-03-18-inspection"
    exact = replace(
        INSPECTION, key=key, value="2019-03-18/2019-03-22", label="inspection of 18 to 22 March 2019"
    )
    after = with_facts(exact, replace(GRADE, inspection=key), replace(AREA, inspection=key), QUOTED)
    assert told(after) == [
        "The inspection of March 2019 is now given as the inspection of 18 to 22 March 2019."
    ]


def test_two_inspections_of_one_month_are_not_taken_for_each_other() -> None:
    visits = [
        Fact(
            FactKind.INSPECTION,
            f"2019-03-{day}-focused-visit",
            f"2019-03-{day}",
            f"visit of {day} March 2019",
        )
        for day in (11, 25)
    ]
    found = changes(with_facts(INSPECTION), with_facts(*visits))
    assert [one.what for one in found] == [What.NEW, What.NEW, What.GONE]


def test_what_is_about_something_else_is_no_other_wording() -> None:
    other = replace(
        AREA, key="b", value="the timeliness and quality of return interviews after children go missing"
    )
    found = changes(BEFORE, with_facts(INSPECTION, GRADE, other, QUOTED))
    assert [one.what for one in found] == [What.NEW, What.GONE]


def test_neither_the_place_of_a_fact_nor_the_id_of_a_source_is_a_change() -> None:
    moved = replace(SOURCE, id="press", number=4)
    facts = [replace(fact, sources=("press",)) for fact in reversed(BEFORE.facts)]
    assert told(Facts(tuple(facts), (moved,))) == []


def test_words_of_a_quotation_that_are_not_remembered_are_not_missed() -> None:
    remembered = with_facts(INSPECTION, GRADE, AREA, replace(QUOTED, value=""))
    assert told(BEFORE, remembered) == []
    assert told(with_facts(INSPECTION, GRADE, AREA), remembered) == [
        "A quotation is no longer shown: Carol Example, lead member."
    ]


def test_so_many_changes_that_comparing_wordings_would_take_hours_are_told_plainly() -> None:
    facts = [
        tuple(replace(AREA, key=f"{at}{way}", value=f"plans {at}") for at in range(3000)) for way in "ab"
    ]
    found = changes(Facts(facts[0]), Facts(facts[1]))
    assert len(found) == 6000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        dumped(Edition(2, PROGRAM, "", "", dt.date(2024, 6, 3), None, (), ())),
        dumped(Edition(1, "another", "", "", dt.date(2024, 6, 3), None, (), ())),
        b'{"version":1,"program":"councilbrief","council":1,"title":"","day":"2024-06-03","as_at":null,"facts":[],"sources":[]}',
    ],
    ids=range(9),
)  # fmt: skip
def test_json_of_another_form_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - whichever is raised, whoever asks tells it in one way
        loaded(data)
