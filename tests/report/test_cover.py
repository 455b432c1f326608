"""The cover in all the shapes that reports print: councils, days, inspectors."""

from __future__ import annotations

from itertools import pairwise

import pytest

from councilbrief.evidence.councils.register import register
from councilbrief.evidence.report.cover_council import council_of
from councilbrief.evidence.report.cover_dates import spells
from councilbrief.evidence.report.cover_people import names
from councilbrief.provenance import PartialDate

RANKS = (
    *("", " HMI", ", HMI", " (HMI)", " – HMI", " SHMI", ", Senior HMI", ", HM Inspector", " OI", "."),
    *(", Her Majesty’s Inspector", " His Majesty’s Inspector", ", Senior His Majesty’s Inspector"),
    *(", Ofsted Inspector", ", Social Care Regulatory Inspector", ", Assistant Regional Director"),
)
PEOPLE = (
    *("Ann Example", "Emma Llewellyn-Jones", "Fiona J Millward", "Seán O’Neill", "Máire de la Cruz"),
    *("J. P. Smith", "Simon d’Souza", "Rosie van der Berg", "Peter McEntee"),
)
KINDS = (
    *("{}", "{} Council", "{} Borough Council", "{} City Council", "{} Metropolitan Borough Council"),
    *("London Borough of {}", "The Royal Borough of {}", "City of {}", "Council of the City of {}"),
    *("Borough of {}", "{} Unitary Authority", "{} Local Authority", "{} Children’s Services"),
)
TITLES = (
    "Inspection of {} local authority children’s services",
    "Inspection of {} children’s services",
    "Inspection of the {} local authority children's services",
    "Inspection of {}: local authority children’s services",
)
AFTER_ALL_CHANGES = PartialDate(2024, 5, 13)


@pytest.mark.parametrize("rank", RANKS)
@pytest.mark.parametrize("joint", [" and ", " & ", ", ", "; ", " / "])
def test_ranks_part_names_and_are_none(rank: str, joint: str) -> None:
    for first, second in pairwise(PEOPLE):
        assert tuple(names(f"{first}{rank}")) == (first,)
        assert tuple(names(f"{first}{joint}{second}{rank}")) == (first, second)
        if rank != ".":
            assert tuple(names(f"{first}{rank}{joint}{second}{rank}")) == (first, second)


def test_titles_and_what_follows_the_names_are_left_out() -> None:
    assert tuple(names("Dr Ann Example, His Majesty’s Inspector")) == ("Ann Example",)
    assert tuple(names("Ann Example HMI Team inspectors: Ben Sample HMI")) == ("Ann Example",)


@pytest.mark.parametrize(
    "words",
    [
        "11 to 15 September 2023",
        "11–15 September 2023",
        "11 - 15 September 2023",
        "Monday 11 to Friday 15 September 2023",
        "11 September 2023 – 15 September 2023",
        "11 September ‑ 15 September 2023",
        "11 September − 15 September 2023",
        "11 September 2023 to 15 September",
        "11September2023 to 15September 2023",
        "11 SEPTEMBER TO 15 SEPTEMBER 2023",
        "11th to 15th September 2023",
        "11 Sept. to 15 Sept. 2023",
        "11/09/2023 to 15/09/2023",
        "11.09.23 – 15.09.23",
        "11-09-2023 to 15-09-2023",
        "2023-09-11 to 2023-09-15",
    ],
)
def test_the_days_of_an_inspection_in_every_shape(words: str) -> None:
    found = [(spell.start.iso(), spell.end.iso()) for spell in spells(words)]
    assert found == [("2023-09-11", "2023-09-15")]


def test_spells_without_a_year_take_it_from_each_other() -> None:
    found = [(one.start.iso(), one.end.iso()) for one in spells("5 to 9 December and 14 to 15 February 2023")]
    assert found == [("2022-12-05", "2022-12-09"), ("2023-02-14", "2023-02-15")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_council_is_known_by_every_kind_of_name(kind: str) -> None:
    for council in register().current:
        name = kind.format(council.short)
        for title, lines in (
            *((one.format(name), ()) for one in TITLES),
            ("Inspection of children’s social care services", (name,)),
        ):
            assert council_of(title, lines, AFTER_ALL_CHANGES) == council, (title, lines)


@pytest.mark.parametrize(
    ("name", "year", "official"),
    [
        ("Dorset", 2016, "Dorset County Council"),
        ("Dorset", 2021, "Dorset Council"),
        ("Bournemouth", 2014, "Bournemouth Borough Council"),
        ("Bournemouth", 2022, "Bournemouth, Christchurch and Poole Council"),
        ("Cumbria County Council", 2015, "Cumbria County Council"),
        ("Somerset County Council", 2018, "Somerset Council"),
    ],
)
def test_a_name_means_the_council_of_its_day(name: str, year: int, official: str) -> None:
    found = council_of("Inspection of children’s social care services", [name], PartialDate(year, 3, 1))
    assert found is not None
    assert found.official == official


def test_a_council_is_found_beside_other_words_but_never_one_of_two() -> None:
    day = PartialDate(2024, 5, 13)
    one = council_of("Inspection of children’s services in Derbyshire", (), day)
    assert one is not None
    assert one.short == "Derbyshire"
    assert council_of("Inspection of children’s services in Camden and Islington", (), day) is None
    assert council_of("Inspection of children’s social care services", ["Kingston"], day) is None
