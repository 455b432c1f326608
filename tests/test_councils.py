import csv
import datetime as dt
import os
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import build_register
from councilbrief.evidence.councils.mentions import mentions, strangers
from councilbrief.evidence.councils.register import Ambiguous, Council, Register, Resolved, Unknown, register
from councilbrief.evidence.words import words

REGISTER = register()


def meant(name: str) -> str:
    answer = REGISTER.resolve(name)
    assert isinstance(answer, Resolved), answer
    return answer.council.gss


def named(text: str) -> list[tuple[str, str, bool]]:
    return [(m.form, m.council.gss if m.council else "?", m.strong) for m in mentions(text, REGISTER)]


def test_the_register_holds_every_council_of_today_with_its_neighbours() -> None:
    assert len(REGISTER.current) == 153
    for council in REGISTER.current:
        assert len(council.neighbours) == 10
        assert council.gss not in council.neighbours
        assert all(REGISTER[code].current for code in council.neighbours)
        assert council.urn is not None
        assert council.region is not None
    assert len({c.urn for c in REGISTER.current}) == 153
    assert len({c.short for c in REGISTER.councils}) == len(REGISTER.councils)


@pytest.mark.parametrize("council", REGISTER.councils, ids=lambda council: council.short)
def test_every_name_means_its_council_or_is_ambiguous(council: Council) -> None:
    for name in (council.gss, *council.former_codes, *council.all_names):
        answer = REGISTER.resolve(name)
        if isinstance(answer, Ambiguous):
            assert council in answer.candidates
            assert not council.current
        else:
            assert answer == Resolved(council)
    assert REGISTER.resolve(council.official) == Resolved(council)


@pytest.mark.parametrize(
    ("name", "gss"),
    [
        ("Cheshire West", "E06000050"),
        ("cheshire west & chester", "E06000050"),
        ("Cheshire East Unitary Authority", "E06000049"),
        ("Cheshire County Council", "E10000004"),
        ("City of York", "E06000014"),
        ("the Royal Borough of Kensington & Chelsea", "E09000020"),
        ("St. Helens", "E08000013"),
        ("ST HELENS METROPOLITAN BOROUGH COUNCIL", "E08000013"),
        ("Hull", "E06000010"),
        ("Kingston upon Hull, City of", "E06000010"),
        ("Bristol, City of", "E06000023"),
        ("BCP", "E06000058"),
        ("Telford & Wrekin", "E06000020"),
        ("Stoke on Trent", "E06000021"),
        ("County Durham", "E06000047"),
        ("Durham", "E06000047"),
        ("City of London", "E09000001"),
        ("Isles of Scilly", "E06000053"),
        ("Somerset", "E06000066"),
        ("Somerset County Council", "E06000066"),
        ("E10000027", "E06000066"),
        (" e06000049 ", "E06000049"),
        ("E08000020", "E08000037"),
        ("Dorset", "E06000059"),
        ("Dorset County Council", "E10000009"),
        ("Cumbria", "E10000006"),
        ("Poole", "E06000029"),
    ],
)
def test_usual_and_former_names(name: str, gss: str) -> None:
    assert meant(name) == gss


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Cheshire", {"E06000049", "E06000050", "E10000004"}),
        ("Cheshire Council", {"E06000049", "E06000050", "E10000004"}),
        ("Kingston", {"E06000010", "E09000021"}),
        ("Bournemouth", {"E06000028", "E06000058"}),
    ],
)
def test_a_name_of_several_is_never_guessed(name: str, candidates: set[str]) -> None:
    answer = REGISTER.resolve(name)
    assert isinstance(answer, Ambiguous)
    assert {council.gss for council in answer.candidates} == candidates


@pytest.mark.parametrize(
    "name", ["London", "Lincoln", "Barsetshire", "County Council", "", "Chester", "East Sus"]
)
def test_a_name_of_no_council_is_unknown(name: str) -> None:
    assert isinstance(REGISTER.resolve(name), Unknown)


def test_a_misspelt_name_suggests_the_valid_one() -> None:
    assert REGISTER.resolve("Chesire Eest Council") == Unknown(("Cheshire East",))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Cheshire Wst", ("Cheshire West and Chester",)),
        ("Cheshire W", ("Cheshire West and Chester",)),
        ("Ches", ("Cheshire East", "Cheshire West and Chester")),
        ("Maidenhed", ("Windsor and Maidenhead",)),
        ("West Northants", ("West Northamptonshire",)),
        ("E060000499", ("Cheshire East",)),
        ("E0600004", ("Stockton-on-Tees", "Portsmouth", "York")),
        ("Barsetshire", ()),
        ("E99999999", ()),
    ],
)
def test_a_slip_in_a_part_of_a_name_or_a_code_suggests_the_nearest(
    written: str, meant: tuple[str, ...]
) -> None:
    assert REGISTER.resolve(written) == Unknown(meant)


def test_abolished_councils_keep_their_dates_and_successors() -> None:
    cumbria = REGISTER["E10000006"]
    assert cumbria.end == dt.date(2023, 3, 31)
    assert cumbria.successors == ("E06000063", "E06000064")
    assert REGISTER["E10000004"].described == "Cheshire County Council (until 2009)"
    assert REGISTER["E06000058"].start == dt.date(2019, 4, 1)
    for council in REGISTER.councils:
        assert bool(council.successors) == (not council.current)


@given(st.text())
@example("Cheshire\x00")
@example("the")
@example("of" * 1000)
def test_resolving_never_raises(name: str) -> None:
    assert isinstance(REGISTER.resolve(name), Resolved | Ambiguous | Unknown)


@given(
    st.sampled_from(REGISTER.current),
    st.sampled_from(["{} Council", "{} council", "the council of {}", "{}"]),
)
def test_case_and_kind_make_no_difference(council: Council, form: str) -> None:
    assert meant(form.format(council.short).upper()) == council.gss
    assert meant(form.format(council.short.replace(" and ", " & "))) == council.gss


@given(st.text(alphabet=st.sampled_from("CcHhKk Kent Bath & and of Council St.,-\n’@/é"), max_size=200))
def test_a_mention_is_a_slice_in_order(text: str) -> None:
    end = 0
    for mention in mentions(text, REGISTER):
        assert mention.span.slice(text) == mention.form
        assert mention.span.start >= end
        assert mention.councils
        end = mention.span.end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CHESHIRE East Council has been told", [("CHESHIRE East Council", "E06000049", True)]),
        ("CAMDEN’s children’s services", [("CAMDEN", "E09000007", False)]),
        ("in the London Borough of Camden benefit", [("London Borough of Camden", "E09000007", True)]),
        ("He told Hull City Council that", [("Hull City Council", "E06000010", True)]),
        (
            "seen in St. Helens and Stoke-on-Trent’s homes",
            [("St. Helens", "E08000013", False), ("Stoke-on-Trent", "E06000021", False)],
        ),
        (
            "Bournemouth, Christchurch and Poole Council said",
            [("Bournemouth, Christchurch and Poole Council", "E06000058", True)],
        ),
        (
            "between Tower Hamlets and Barking, where",
            [("Tower Hamlets", "E09000030", False), ("Barking", "E09000002", False)],
        ),
        (
            "Devon CC’s services and those of Kent county council",
            [("Devon CC", "E10000008", True), ("Kent county council", "E10000016", True)],
        ),
        ("children in west Cheshire are safe", [("Cheshire", "?", False)]),
        ("the Kent-based team", [("Kent", "E10000016", False)]),
        ("fond of reading; Reading Borough Council is", [("Reading Borough Council", "E06000038", True)]),
        ("as Dorset County Council it was", [("Dorset County Council", "E10000009", True)]),
        ("they met Cllr York and Devon Smith at the Chester zoo", []),
        ("he asked Ms Esther Barnet-Smith or Susan Kent for it", []),
        ("a house in Surrey Street off Northumberland Avenue", []),
        ("in Bury St Edmunds it rained", []),
        ("write to @Camden or www.Camden.gov.uk or press@Kent", []),
        ("in North Devon Council’s area and Greater Manchester", []),
        ("a house in the North East of England", []),
    ],
)
def test_councils_named_in_running_text(text: str, found: list[tuple[str, str, bool]]) -> None:
    assert named(text) == found


GROUPS = list(words("councils").values())


@pytest.mark.parametrize("text", [text for group in GROUPS for text in group.get("named", ())])
def test_the_word_lists_examples_name_a_council(text: str) -> None:
    assert named(text)


@pytest.mark.parametrize("text", [text for group in GROUPS for text in group.get("unnamed", ())])
def test_the_word_lists_counterexamples_name_none(text: str) -> None:
    assert not named(text)


def test_councils_in_no_register_are_noticed() -> None:
    text = "Barsetshire County Council asked Kent County Council and the Children in Care Council."
    (stranger,) = strangers(text, mentions(text, REGISTER))
    assert stranger[1] == "Barsetshire"


@pytest.mark.parametrize(
    "piece", ["Kent ", "Kent County Council and ", "city of ", "Bournemouth, Christchurch and ", "Aa of "]
)
def test_finding_takes_time_in_proportion(piece: str) -> None:
    def seconds(repeats: int) -> float:
        text = piece * repeats
        start = time.process_time()
        strangers(text, mentions(text, REGISTER))
        return time.process_time() - start

    mentions("Kent", REGISTER)
    assert min(seconds(4000) for _ in range(3)) <= 3 * min(seconds(2000) for _ in range(3)) + 0.02


def test_two_councils_of_one_name_are_reported() -> None:
    own = Register(
        [
            Council("X1", "North Barset Council", "North Barset"),
            Council("X2", "North Barset Town", "North Barset"),
        ]
    )
    assert isinstance(own.resolve("North Barset"), Ambiguous)


def test_our_own_table_gives_a_source_for_each_row() -> None:
    with (build_register.ROOM / "council_names.csv").open(encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert table
    for row in table:
        assert row["source"], row
        assert row["gss"] in REGISTER, row
        if row["field"] in ("name", "short", "official"):
            answer = REGISTER.resolve(row["value"])
            found = (answer.council,) if isinstance(answer, Resolved) else getattr(answer, "candidates", ())
            assert REGISTER[row["gss"]] in found, row


@pytest.mark.skipif(
    "COUNCILBRIEF_CORPUS" not in os.environ, reason="COUNCILBRIEF_CORPUS names no folder with the lists"
)
def test_the_shipped_register_is_what_the_lists_give() -> None:
    lists = Path(os.environ["COUNCILBRIEF_CORPUS"]) / "register"
    with (build_register.ROOM / "councils.csv").open(encoding="utf-8") as file:
        assert build_register.build(lists) == [
            {key: row[key] for key in build_register.FIELDS} for row in csv.DictReader(file)
        ]
