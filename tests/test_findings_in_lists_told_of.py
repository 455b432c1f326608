"""Findings that a sentence lists after it has said what they are, and clauses that grant the contrary."""

from __future__ import annotations

import pytest

from finding_texts import found_in

PRAISED = "Inspectors praised the rota. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # what must improve, before `which are`, `among them` or a colon
        (
            "The letter names two things that need more work, which are the pace of reviews and how files are kept.",
            ["- the pace of reviews", "- how files are kept"],
        ),
        (
            "Some suggestions were made by the watchdog about how it could get better, among them shorter letters.",
            ["- shorter letters"],
        ),
        (
            "Among five areas in which Ofsted says that Ayford must do better are: first visits; the rota.",
            ["- first visits", "- the rota"],
        ),
        # a sentence that announces, and one that lists
        (
            PRAISED + "A few things had further to go. "
            "Among them are how soon meetings are held, the quality of exit plans and letters that say little.",
            [
                "+ the rota",
                "- how soon meetings are held",
                "- the quality of exit plans",
                "- letters that say little",
            ],
        ),
        # what is granted before the main clause
        (
            "While staff were fond of their managers, supervision was found to be thin.",
            ["+ staff were fond of their managers", "- supervision was found to be thin"],
        ),
        # who is praised, in what and for what
        (
            "Ofsted praised the company in its letter for how swiftly parents are called back.",
            ["+ how swiftly parents are called back"],
        ),
        (
            "The night desk was held up by inspectors as “a source of strength”.",
            ["+ The night desk was held up by inspectors as “a source of strength”"],
        ),
        (
            "Too few mentors and the state of the files were noted as worries in the report.",
            ["- Too few mentors", "- the state of the files"],
        ),
        (
            "Inspectors advised that parents should be told sooner.",
            ["- parents should be told sooner"],
        ),
        ("Inspectors found morale to be high.", ["+ morale to be high"]),
        # measured against an earlier inspection, and found today
        (
            "Compared with the inspection of 2016, Ofsted found that staff are better trained.",
            ["+ staff are better trained"],
        ),
    ],
)
def test_it_reads_what_is_listed_or_granted(text: str, found: list[str]) -> None:
    """What a sentence announces in its first half is told in its second, or in the next sentence."""
    assert found_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The inspection of 2016 found that staff were poorly trained.",
        "Among them are Mr Ayford and his deputy, who came in May.",
        "The council has further to go, said Mr Ayford.",
        "Parents advised that meetings should be held at night.",
        "The new hub was called “Ayford House”.",
    ],
)
def test_it_spares_what_only_looks_so(text: str) -> None:
    """Another inspection, people and names are no findings."""
    assert found_in(text) == []
