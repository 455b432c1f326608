"""The trace that a PDF carries: the words of its pages, in their order, and where they are taken from."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from briefing.asking import brief, spec
from briefing.seed_evidence import seeds
from councilbrief.briefing.blocks import (
    Beneath,
    Briefing,
    Chart,
    ChartPoint,
    Cite,
    ItemList,
    Quote,
    Statement,
    Strong,
)
from councilbrief.briefing.edition_json import dumped, edition_of, loaded, loaded_whole
from councilbrief.briefing.facts import Facts
from councilbrief.briefing.spec import Audience
from councilbrief.briefing.trace import Kind, places
from councilbrief.briefing.tracing import trace_of
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.reading import tree
from pdf.samples import hard, realistic, small, text
from spec_files import PACKAGE
from verify.published import DAY, briefing, edition

CHART = Chart(
    Statement((Strong("Overall grades"), Cite((1,)))),
    (Grade.GOOD, Grade.INADEQUATE),
    (ChartPoint("March 2019", Grade.GOOD), ChartPoint("May 2024", Grade.INADEQUATE)),
    "Good in March 2019, inadequate in May 2024",
    (),
)
LIST = ItemList(
    (text("one"), text("two:")), 1, (Beneath(), Beneath((text("a"), text("b")), text("As in 2019.")))
)
BRIEFINGS = {
    "realistic": realistic()[0],
    "hard": hard(),
    "a chart": small(CHART, CHART),
    "a list": small(LIST, LIST, header=(("Meeting", "Scrutiny"), ("Wards", "All"))),
    "a quotation": small(Quote((), text("nobody"), ())),
    **{one.value: brief(seeds(), spec().model_copy(update={"audience": one})) for one in Audience},
}


def words_of_pages(one: Briefing) -> list[str]:
    leaves = tree(one).leaves
    return " ".join("".join(part.text for part in leaf.parts) for leaf in leaves).split()


@pytest.mark.parametrize("name", BRIEFINGS)
def test_the_trace_has_the_words_of_the_pages_in_their_order(name: str) -> None:
    one = BRIEFINGS[name]
    trace = trace_of(one)
    assert " ".join(each.text for each in trace.passages).split() == words_of_pages(one)
    assert trace.head == one.running_head
    assert len(list(places(trace.passages))) == len(trace.passages)


@pytest.mark.parametrize("council", ["Cheshire East", "Cheshire West and Chester"])
def test_each_slice_is_where_the_trace_says(council: str) -> None:
    one = briefing(council)
    trace = trace_of(one)
    taken = {
        (each.source, each.start): passage.text[each.at :][: each.end - each.start]
        for passage in trace.passages
        for each in passage.slices
    }
    assert taken
    quotes = [block for section in one.sections for block in section.blocks if isinstance(block, Quote)]
    for each in (piece for quote in quotes for piece in quote.paragraphs):
        assert taken[each.place.source, each.place.pieces[0].start] == each.words


def test_places_are_told_as_a_person_would() -> None:
    told = [
        one.removeprefix("section “A section”, ") for one in places(trace_of(small(LIST, CHART)).passages)
    ]
    assert told[-8:] == [
        "the heading",
        "item 1",
        "item 2",
        "item 2, point 1",
        "item 2, point 2",
        "item 2, remark",
        "chart 1",
        "chart 1",
    ]


def test_what_is_written_is_read_again_and_as_the_schema_says() -> None:
    schema = json.loads((PACKAGE / "briefing" / "facts.schema.json").read_text(encoding="utf-8"))
    for one in BRIEFINGS.values():
        said = edition_of(replace(one, facts=one.facts or Facts()), DAY)
        assert said is not None
        data = dumped(said)
        assert loaded_whole(data) == said
        assert loaded(data) == replace(said, traced=None)
        if one.facts:
            jsonschema.validate(json.loads(data), schema)


def test_words_that_are_facts_are_not_told_twice() -> None:
    data = dumped(edition()).decode()
    value = next(one.value for one in edition().facts if one.kind == "improvement")
    assert data.count(value) == 1


def test_facts_without_a_trace_are_read_as_before() -> None:
    without = replace(edition(), traced=None)
    assert b'"trace"' not in dumped(without)
    assert loaded_whole(dumped(without)) == without


@pytest.mark.parametrize(
    "trace",
    [
        None,
        7,
        {},
        {"version": 2, "else": "where"},
        {"version": 1, "head": "", "foot": "", "passages": [{"kind": "item"}]},
        {"version": 1, "head": "", "foot": "", "passages": [{"kind": "sermon", "text": ""}]},
        {
            "version": 1,
            "head": "",
            "foot": "",
            "passages": [{"kind": "item", "text": [["000", 1, 99, 0, 5]]}],
        },
        {"version": 1, "head": "", "foot": "", "passages": [{"kind": "item", "text": [["000", -1, "x"]]}]},
        {"version": 1, "head": "", "foot": "", "passages": [{"kind": "item", "text": "x", "at": ["1"]}]},
        {
            "version": 1,
            "head": "",
            "foot": "",
            "passages": [{"kind": "item", "text": "x", "grades": [[1, 2]]}],
        },
    ],
)
def test_a_trace_of_another_form_is_none_and_the_facts_stand(trace: object) -> None:
    told = json.loads(dumped(edition())) | {"trace": trace}
    assert loaded_whole(json.dumps(told).encode()) == replace(edition(), traced=None)


def test_the_numbers_on_the_page_are_noted_with_what_they_count() -> None:
    counts = [
        (passage.text[one.start : one.end], one.kind, one.inspection)
        for passage in trace_of(briefing()).passages
        for one in passage.counts
    ]
    assert ("eight", "improvement", "2024-02-26-inspection") in counts
    assert all(Kind.PARAGRAPH is passage.kind for passage in trace_of(briefing()).passages if passage.counts)
