from __future__ import annotations

import csv
import os
from collections.abc import Callable
from functools import cache
from io import StringIO
from pathlib import Path

import pytest

from builds.desk import Desk, text_of
from councilbrief.briefing.national import HEAD, NOT_AN_AREA, ONE_GRADE, TWO_GRADES
from councilbrief.builds.national import Asked, NationalResult, build_national
from councilbrief.builds.shelf import Shelf
from councilbrief.builds.store import Store
from councilbrief.documents.document import Document
from councilbrief.evidence.councils.register import register
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.gather import gather
from councilbrief.problems import ExitCode

CORPUS = "COUNCILBRIEF_CORPUS"


def reports(desk: Desk) -> Path:
    desk.document(
        "sources.yaml",
        "version: 1\ndocuments:\n  - {file: east.txt, kind: report}\n  - {file: west.txt, kind: report}\n",
    )
    return desk.folder / "documents"


def made(desk: Desk, *folders: Path, as_at: str | None = None, briefings: bool = False) -> NationalResult:
    return build_national(Asked(folders, as_at, briefings), Store(desk.out))


def rows_of(data: bytes) -> dict[str, dict[str, str]]:
    return {row["gss_code"]: row for row in csv.DictReader(StringIO(data.decode("utf-8-sig")))}


def test_the_table_and_its_page_are_published(desk: Desk) -> None:
    result = made(desk, reports(desk))
    assert (result.exit_code, result.graded, result.councils) == (ExitCode.DONE, 2, 153)
    assert desk.published() == ["national.csv", "national.pdf"]
    data = (desk.out / "national.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + ",".join(HEAD).encode() + b"\r\n")
    assert rows_of(data)["E06000049"]["overall_effectiveness"] == "good"
    assert "Grades of 2 of 153 councils" in desk.text("national.pdf")
    assert "As at 16 May 2024" in desk.text("national.pdf")


def test_with_briefings_each_council_has_one_and_each_document_is_read_once(desk: Desk) -> None:
    read: list[str] = []

    def counting(document: Document) -> Evidence:
        read.append(document.source.id)
        return gather(document)

    asked = Asked((reports(desk),), None, briefings=True)
    result = build_national(asked, Store(desk.out), shelf=Shelf(counting))
    assert [one.council for one in result.outcomes] == ["Cheshire East", "Cheshire West and Chester"]
    assert desk.published() == [
        "cheshire-east.pdf",
        "cheshire-west-and-chester.pdf",
        "national.csv",
        "national.pdf",
    ]
    assert sorted(read) == ["east", "west"]


def test_the_same_documents_give_the_same_bytes(desk: Desk) -> None:
    made(desk, reports(desk))
    before = [(desk.out / name).read_bytes() for name in desk.published()]
    made(desk, reports(desk))
    assert [(desk.out / name).read_bytes() for name in desk.published()] == before


def test_a_bad_document_is_told_and_the_rest_is_made(desk: Desk) -> None:
    folder = reports(desk)
    desk.document("bad.pdf", b"")
    result = made(desk, folder)
    assert result.exit_code is ExitCode.DOCUMENT
    assert "bad.pdf: the file is empty" in text_of((desk.out / "national.pdf").read_bytes())


def nothing(desk: Desk) -> NationalResult:
    return made(desk, desk.folder / "documents")


def no_folder(desk: Desk) -> NationalResult:
    return made(desk, desk.folder / "nowhere")


def no_day(desk: Desk) -> NationalResult:
    return made(desk, reports(desk), as_at="2024-05")


def before_all(desk: Desk) -> NationalResult:
    return made(desk, reports(desk), as_at="2001-01-01")


@pytest.mark.parametrize(
    ("ask", "key"),
    [(nothing, "no-reports"), (no_folder, "no-library"), (no_day, "bad-date"), (before_all, "no-reports")],
)
def test_what_can_not_be_done_is_a_problem_and_publishes_nothing(
    desk: Desk, ask: Callable[[Desk], NationalResult], key: str
) -> None:
    result = ask(desk)
    assert result.exit_code is ExitCode.SPEC
    assert [one.key for one in result.problems if one.severity.value == "error"] == [key]
    assert desk.published() == []


def test_a_file_that_can_not_be_written_does_not_stop_the_other(desk: Desk) -> None:
    (desk.out / "national.csv").mkdir(parents=True)
    result = made(desk, reports(desk))
    assert result.exit_code is ExitCode.STORE
    assert [path.name for path in result.files] == ["national.pdf"]


def test_problems_of_the_spec_that_nobody_wrote_have_no_line(desk: Desk) -> None:
    desk.document("copy.txt", (desk.folder / "documents" / "east.txt").read_bytes())
    result = made(desk, reports(desk), briefings=True)
    told = [one for one in result.problems if one.file == "national"]
    assert told
    assert all(one.line is None and one.column is None for one in told)


# What people noted down from Ofsted's own reports.


def corpus() -> Path:
    folder = Path(os.environ.get(CORPUS, ""))
    if not (os.environ.get(CORPUS) and (folder / "gold" / "reports" / "gold.csv").is_file()):
        pytest.skip(f"{CORPUS} names no folder with reports and what people noted of them")
    return folder


@cache
def shelf() -> Shelf:
    """Return the shelf on which the corpus is read once for all days."""
    return Shelf()


@cache
def truth(as_at: str) -> dict[str, dict[str, str]]:
    """Return what was noted of each council's newest report on a day."""
    newest: dict[str, dict[str, str]] = {}
    codes = {council.urn: council.gss for council in register().councils}
    file = corpus() / "gold" / "reports" / "gold.csv"
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["published_date"] > as_at:
                continue
            other = newest.setdefault(codes[row["urn"]], row)
            if row["published_date"] > other["published_date"]:
                newest[codes[row["urn"]]] = row
    return newest


def expected(noted: dict[str, str], of_the_day: str) -> dict[str, str]:
    """Write what was noted as the table should; a date in the report's text outranks that of its file."""
    if noted["framework"] == "LAC 2013":
        areas = (NOT_AN_AREA,) * 4
    elif noted["in_care_scope"] == "in_care_and_care_leavers":
        areas = (noted["help_protection"], noted["in_care"], ONE_GRADE, ONE_GRADE)
    else:
        areas = (noted["help_protection"], TWO_GRADES, noted["in_care"], noted["care_leavers"])
    return {
        "inspection_start": noted["inspection_start"] or noted["inspection_end"],
        "inspection_end": noted["inspection_end"],
        "published": noted["published_date_text"] or noted["published_date"],
        "framework": noted["framework"].replace("LAC 2013", "Looked after children (2013)"),
        "counted": "yes" if noted["framework"] == of_the_day else "no",
        "overall_effectiveness": noted["overall"],
        "leaders": noted["leaders"],
        **dict(zip(HEAD[11:15], areas, strict=True)),
        "file": noted["file"],
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("as_at", "councils"), [("2026-11-22", 50), ("2019-12-31", 48), ("2017-12-31", 48), ("2015-06-30", 19)]
)
def test_every_cell_is_what_people_read_in_the_reports(tmp_path: Path, as_at: str, councils: int) -> None:
    asked = Asked((corpus() / "reports",), as_at)
    assert build_national(asked, Store(tmp_path), shelf=shelf()).exit_code is ExitCode.DONE
    found = rows_of((tmp_path / "national.csv").read_bytes())
    wrong = [
        f"{found[gss]['council']}, {column}: {found[gss][column]}, not {value}"
        for gss, noted in truth(as_at).items()
        for column, value in expected(noted, "SIF" if as_at < "2018" else "ILACS").items()
        if found[gss][column] != value
    ]
    assert not wrong, "\n".join(wrong)
    others = {row["overall_effectiveness"] for gss, row in found.items() if gss not in truth(as_at)}
    assert others == {"no report at hand"}
    assert (len(truth(as_at)), len(found)) == (councils, len(register().current))
