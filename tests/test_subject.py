import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from councilbrief.documents.document import Document, Stated
from councilbrief.documents.from_text import read_text
from councilbrief.evidence.councils.mentions import mentions
from councilbrief.evidence.councils.register import Council, Resolved, register
from councilbrief.evidence.councils.subject import Subject, subject
from councilbrief.provenance import Source

REGISTER = register()
SEEDS = Path(__file__).parent.parent / "seeds"
SUBJECTS = {
    "000": "E06000049", "001": "E06000049", "002": "E06000049", "003": "E06000049", "004": "E06000050",
}  # fmt: skip


def document(text: str) -> Document:
    return read_text(text.encode(), Source("a", "a.txt", "0"))


def of(read: Document) -> Subject:
    return subject(read, REGISTER, mentions(read.text, REGISTER))


def about(text: str) -> Subject:
    return of(document(text))


@pytest.mark.parametrize("path", sorted(SEEDS.glob("0*.txt")), ids=lambda path: path.name[:3])
def test_the_seeds(path: Path) -> None:
    read = read_text(path.read_bytes(), Source("seed", path.name, "0"))
    found = of(read)
    assert found.council is REGISTER[SUBJECTS[path.name[:3]]]
    assert found.span is not None
    assert "Cheshire" in read[found.span].title()


def corpus() -> list[tuple[str, str, str]]:
    folder = os.environ.get("COUNCILBRIEF_CORPUS")
    if folder is None:
        return []
    lines = (Path(folder) / "gold" / "press" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [(gold["id"], gold["gss"], gold["text"]) for gold in map(json.loads, lines)]


@pytest.mark.skipif(
    "COUNCILBRIEF_CORPUS" not in os.environ, reason="COUNCILBRIEF_CORPUS names no folder with press texts"
)
def test_articles_and_releases() -> None:
    wrong = [name for name, gss, text in corpus() if (c := about(text).council) is None or c.gss != gss]
    assert not wrong


ARTICLE = """{place} Echo
{place} children’s services fall short

17 March 2023

Services for children in {place} have been judged inadequate by Ofsted.

{place} Council was told that it must improve the quality of its plans. “We accept the report,” said its leader.

Cllr Kent Ashford, leader of the Labour group, said that Devon Smith had warned of it.

The council will now work with {other} Council, whose services are outstanding. {other}’s leaders will visit in June.

{other} Gazette – Read more from our reporters
"""


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(REGISTER.current), st.sampled_from(REGISTER.current))
def test_any_council_wins_over_a_neighbour_in_passing(council: Council, other: Council) -> None:
    text = ARTICLE.format(place=council.short, other=other.short)
    assert about(text).council == council


def test_two_councils_alike_are_left_open() -> None:
    text = (
        "Kent and Medway told to improve\n\nOfsted has inspected Kent County Council and Medway Council in the same week."
        "\n\nKent was told to improve its records. Medway was told to improve its visits."
    )
    found = about(text)
    assert found.council is None
    assert found.problem is not None
    assert found.problem.key == "council-unclear"
    assert "Kent County Council" in found.problem.message
    assert "Medway Council" in found.problem.message


def test_an_ambiguous_name_is_not_guessed() -> None:
    found = about(
        "Services for children in Cheshire are good\n\nOfsted has praised the work of Cheshire’s social workers."
    )
    assert found.council is None
    assert found.problem is not None
    assert "Cheshire East Council or Cheshire West and Chester Council" in found.problem.message


def test_an_ambiguous_name_beside_a_clear_one_does_no_harm() -> None:
    found = about(
        "Services for children in Cheshire are good\n\nOfsted has praised the work of Cheshire East Council and its staff."
    )
    assert found.council is REGISTER["E06000049"]


def test_a_council_of_no_register_is_not_replaced_by_its_neighbour() -> None:
    found = about(
        "Barsetshire’s services for children are inadequate\n\nBarsetshire County Council has been told to improve its plans "
        "for children in care.\n\nIt will work with Cornwall Council, whose services are outstanding."
    )
    assert found.council is None
    assert found.problem is not None
    assert found.problem.key == "council-not-in-register"


@pytest.mark.parametrize(
    "text", ["It rains.", "Ofsted has published a report on a council and its services for children today."]
)
def test_no_council_is_a_problem(text: str) -> None:
    found = about(text)
    assert found.council is None
    assert found.problem is not None
    assert found.problem.key == "council-not-found"
    assert found.problem.file == "a.txt"


def test_a_council_at_the_foot_is_no_subject() -> None:
    lines = ["The council has been told to improve its services for children in care."] * 6
    assert (
        about("\n\n".join([*lines, "Gateshead’s services are rated good.", "Gateshead is near."])).council
        is None
    )


def test_a_predecessor_is_meant_where_it_alone_is_named() -> None:
    text = "Dorset’s children’s services require improvement\n\nInspectors visited Dorset County Council in 2016. Dorset was last inspected in 2010."
    assert about(text).council is REGISTER["E10000009"]


def test_a_predecessor_told_of_as_history_is_not_the_subject() -> None:
    text = (
        "West Northamptonshire has more to do\n\nInspectors came to West Northamptonshire in October, a year after "
        "Northamptonshire County Council was abolished. Northamptonshire’s services had been inadequate."
    )
    assert about(text).council == getattr(REGISTER.resolve("West Northamptonshire"), "council", None)
    assert isinstance(REGISTER.resolve("West Northamptonshire"), Resolved)


def test_a_county_that_both_its_successors_share_is_unclear() -> None:
    text = (
        "Services in Northamptonshire still require improvement\n\nChildren’s services across Northamptonshire require "
        "improvement, Ofsted found.\n\nThe trust serves North Northamptonshire Council and West Northamptonshire Council."
    )
    assert about(text).rule == "council-unclear"


def test_two_councils_of_which_one_thing_is_said_are_unclear() -> None:
    text = "Two reports\n\nOfsted said Camden, and Islington children’s services are outstanding. Both welcomed it."
    assert about(text).rule == "council-unclear"


def test_a_place_where_people_met_is_no_subject() -> None:
    text = (
        "Directors warn that early help is running out\n\nThe money may soon be gone, directors of children’s services were "
        "told in Manchester on Thursday.\n\nDelegates from forty councils, among them Leeds and Kent, wrote to the Treasury."
    )
    assert about(text).council is None


def test_a_page_that_names_no_council_is_about_the_council_whose_page_it_is() -> None:
    read = document(
        "Ofsted has praised our work with children at risk\n\nTwo inspectors were with us in May."
    )
    own = replace(read, stated=Stated(publisher="Darlington Borough Council"))
    paper = replace(read, stated=Stated(publisher="Darlington Echo"))
    assert of(own).council == getattr(REGISTER.resolve("Darlington"), "council", None)
    assert of(paper).council is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("What Ofsted says of us\n\nAll went well.\n\nDo write.\n\nJane Smith, Leader, Wokingham Borough Council", "Wokingham"),
        ("A village diary\n\nHens and hedges were seen by all of us.\n\nRain.\n\nThe Mayor of Newham Ann Lee met Ofsted.", "Newham"),
        ("Round-up of reports on services\n\nHertfordshire’s children’s services are good. Elsewhere, Luton’s are not.", "Hertfordshire"),
        ("Kingston’s services for children are outstanding, says Ofsted", "Kingston upon Thames"),
    ],
)  # fmt: skip
def test_a_council_named_once_is_the_subject_where_its_place_in_the_text_shows_it(
    text: str, place: str
) -> None:
    assert about(text).council == getattr(REGISTER.resolve(place), "council", None)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kingston\n\nOfsted has praised the work with children in Kingston.", {"Hull", "Kingston upon Thames"}),
        ("Kingston’s care leavers are well supported. Ofsted has been to Kingston.", {"Kingston upon Thames"}),
        ("Ofsted has been to Kingston upon Thames. In Kingston all is well.", {"Kingston upon Thames"}),
        ("Hull’s services were told of Kingston’s.", {"Hull", "Kingston upon Thames"}),
    ],
)  # fmt: skip
def test_a_beginning_of_two_names_means_the_usual_one_only_where_the_text_says_so(
    text: str, places: set[str]
) -> None:
    last = mentions(text, REGISTER)[-1]
    assert {council.short for council in last.councils} == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Children see gains thanks to support from Wokingham Council, Ofsted says.\n\nThe Council was rated good for its services.", "Wokingham"),
        ("Children see gains thanks to support from Wokingham Council, Ofsted says of a charity for children.", None),
        ("Children see gains thanks to support from Wokingham Council and Luton Council, Ofsted says.\n\nThe Council is glad.", None),
    ],
)  # fmt: skip
def test_the_only_council_is_the_subject_where_the_text_goes_on_to_the_council(
    text: str, place: str | None
) -> None:
    found = about(text).council
    assert (found.short if found else None) == place


def test_a_table_of_many_councils_is_about_none_of_them() -> None:
    rows = "\n".join(f"{place}\tGood" for place in ("Barnet", "Solihull", "Redbridge", "Hartlepool"))
    assert (
        about(
            f"Five reports were published by Ofsted in July\n\n{rows}\n\nRedbridge and Solihull do well."
        ).council
        is None
    )


def test_a_round_up_in_which_councils_stand_as_headings_is_about_none() -> None:
    text = (
        "Three reports came out in the past seven days.\n\nCAMDEN\nOverall: outstanding\n\n"
        "SOUTHEND-ON-SEA\nOverall: requires improvement to be good\n\nST HELENS\nOverall: good\n"
    )
    found = about(text)
    assert found.council is None
    assert found.problem is not None
    assert "several councils" in found.problem.message


def test_a_council_that_congratulates_another_on_its_services_is_not_the_subject() -> None:
    text = (
        "Medway’s children’s services have been rated good by Ofsted.\n\n"
        "The leader of Kent County Council said that Kent County Council was glad of it.\n\n"
        "Medway’s children’s services were run by managers of Kent County Council from 2014 on. Medway Council paid."
    )
    found = about(text).council
    assert found is not None
    assert found.short == "Medway"


def test_two_councils_whose_services_got_one_grade_are_unclear() -> None:
    text = (
        "Kent County Council’s children’s services and Medway’s children’s services have been rated good.\n\n"
        "Kent County Council is glad. Medway Council is glad."
    )
    assert about(text).council is None


@pytest.mark.parametrize(
    "text",
    [
        "This was Ofsted’s second monitoring visit since our children’s services were found wanting.",
        "Our social workers were praised by Ofsted after a focused visit in May.",
        "Inspectors have looked at our services for children.",
    ],
)
def test_a_page_of_a_council_that_it_does_not_name_is_unclear(text: str) -> None:
    assert about(text).rule == "council-unclear"


def test_a_council_next_door_is_named_in_passing() -> None:
    text = "Ofsted has rated Kent’s children’s services good.\n\nMedway, next door, was told so in the summer. Medway waits."
    found = about(text)
    assert found.council is not None
    assert found.council.short == "Kent"


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted hands poor grades to two more councils\n\nLuton Council and Kent County Council have been told to do better.\n\nLuton waits, and Kent has a plan.",
        "Watchdog finds gains at three ‘inadequate’ boroughs\n\nLuton, Slough and Torbay have been seen by inspectors.\n\nLuton was praised. Slough was told to go faster. Torbay Council is glad, and Luton too.",
        "The minister was asked which authorities Ofsted has seen.\n\nLuton’s children’s services were inspected in May.\n\nOfsted went to Slough in June. Slough was told so.",
    ],
)  # fmt: skip
def test_a_text_whose_opening_counts_councils_and_tells_of_them_is_about_none(text: str) -> None:
    assert about(text).rule == "several-councils"


@pytest.mark.parametrize(
    "text",
    [
        "Luton is one of three councils that were rated good by Ofsted.\n\nLuton Council’s services are good. Slough was good, and Slough was first.",
        "Luton Council’s children’s services were praised by Ofsted.\n\nA team from two neighbouring councils, Slough and Kent, had come to help. Slough came twice.",
        "Seven councils in England have been rated outstanding by Ofsted. Luton Council is glad to be there.",
    ],
)  # fmt: skip
def test_councils_that_are_counted_beside_the_one_at_hand_leave_it_the_subject(text: str) -> None:
    found = about(text).council
    assert found is not None
    assert found.short == "Luton"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("What Ofsted thinks of how the council looks after children was read with relief in Luton.", "Luton"),
        ("A conference in Luton heard what Ofsted has told the council about its children’s services.", None),
        ("What Westminster takes away has to be found by the UNISON Luton branch, whose members work for the county council and meet Ofsted.", "Luton"),
        ("Westminster’s children’s services were rated good by Ofsted, as the council had hoped.", "Westminster"),
        ("When I came to Luton BC, Ofsted had rated it inadequate for children’s services.", "Luton"),
        ("When I came to Camden LBC, Ofsted had rated it inadequate for children’s services.", "Camden"),
    ],
)  # fmt: skip
def test_the_council_of_a_place_where_people_meet_or_govern_is_not_meant(
    text: str, place: str | None
) -> None:
    found = about(text).council
    assert (found.short if found else None) == place
