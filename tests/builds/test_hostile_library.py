"""A library full of hostile PDFs: each is one problem, and every briefing is built all the same."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from builds.desk import Desk
from councilbrief.documents.document import Document
from councilbrief.documents.from_pdf import read_pdf
from councilbrief.evidence.gather import gather
from councilbrief.problems import ExitCode, Severity
from councilbrief.provenance import Source
from hostile import make_pdf
from layouts.ilacs import ilacs


def test_a_library_of_hostile_files_stops_no_briefing(desk: Desk) -> None:
    for name in make_pdf.FILES:
        desk.document(name, (make_pdf.FOLDER / name).read_bytes())
    desk.document("report - 16 may 2024.pdf", ilacs("2023", council="Cheshire East").data)
    result = desk.build(desk.spec(), desk.spec("west", "Cheshire West"))
    assert desk.published() == ["east.pdf", "west.pdf"]
    assert result.exit_code is ExitCode.DOCUMENT
    unread = [one for one in result.problems if one.severity is Severity.ERROR]
    bad = {name: keys for name, keys in make_pdf.EXPECTED.items() if keys is not None}
    assert {(one.file or "").removeprefix("documents/") for one in unread} == set(bad)
    for problem in unread:
        assert problem.key in bad[(problem.file or "").removeprefix("documents/")]
    text = desk.text("east.pdf")
    assert "Documents that could not be read" in text
    assert all(name in text for name in bad)


def test_the_library_under_pdfplumber_is_one_that_runs_no_pickles() -> None:
    assert int(version("pdfminer.six").split(".")[0]) >= 20251230


def hostile_report(size: int, piece: str) -> Document:
    """Return a report in which a piece stands again and again."""
    document = read_pdf(ilacs("2023").data, Source("report", "report.pdf", ""))
    text = document.text + piece * (size // len(piece))
    last = document.paragraphs[-1]
    longer = type(last)(
        last.number, type(last.span)(last.span.start, len(text)), last.shape, "", 3, last.look
    )
    return Document(document.source, text, text, (*document.paragraphs[:-1], longer), document.map)


PIECES = {
    "names of areas": "the experiences and progress of children in care ",
    "grades": "requires improvement to be ",
    "full stops": "a. ",
    "children": "children and care leavers who are ",
    "openings": "Overall effectiveness is that it is ",
    "one word": "x",
}


def seconds(work: Callable[[], object]) -> float:
    """Return the least of three times, as noise only adds."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_that_a_report_takes_grows_with_its_length_alone(piece: str) -> None:
    short, long = (hostile_report(size, PIECES[piece]) for size in (100_000, 200_000))
    least = 0.02  # below it nothing is measured but the noise
    assert seconds(lambda: gather(long)) <= 3 * max(seconds(lambda: gather(short)), least)


def test_hostile_files_are_small_enough_to_keep() -> None:
    assert all(path.stat().st_size < 60_000 for path in Path(make_pdf.FOLDER).iterdir())
