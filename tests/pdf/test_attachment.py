from __future__ import annotations

import datetime as dt
import io
import json
import re
import resource
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pdfplumber
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.pdftypes import resolve1

from briefing.asking import brief, spec
from briefing.seed_evidence import seeds
from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.edition_json import loaded
from councilbrief.briefing.facts import Facts
from councilbrief.pdf.file import attachment
from councilbrief.pdf.file.attachment import MOST_BYTES, MOST_FACTS, NAME, NoFactsError, attached
from councilbrief.pdf.prove import prove
from councilbrief.pdf.render import render
from councilbrief.problems import ProofError
from pdf.samples import STAMP, realistic

EAST = brief(seeds(), spec())
PDF = render(EAST, stamp=STAMP)


def said(pdf: bytes, briefing: Briefing = EAST) -> list[str]:
    """Return what the proof says of the facts; the slices of these briefings stand in no document here."""
    with pytest.raises(ProofError) as failed:
        prove(pdf, briefing, {})
    return [problem.message for problem in failed.value.problems if problem.key == "proof-facts"]


def test_the_file_is_one_that_belongs_to_the_document() -> None:
    with pdfplumber.open(io.BytesIO(PDF)) as pdf:
        catalog = pdf.doc.catalog
        [one] = resolve1(catalog["AF"])
        name, listed = resolve1(resolve1(resolve1(catalog["Names"])["EmbeddedFiles"])["Names"])
        assert (name, listed.objid) == (NAME.encode(), one.objid)
        file = resolve1(one)
        assert file["AFRelationship"].name == "Data"
        assert (file["F"], file["UF"]) == (NAME.encode(), NAME.encode())
        assert file["Desc"].startswith(b"The facts that this briefing states")
        stream = resolve1(file["EF"]["UF"])
        assert (stream["Subtype"].name, stream["Type"].name) == ("application/json", "EmbeddedFile")
        assert stream["Params"]["ModDate"] == b"D:20261121000000+00'00'"
        assert stream["Params"]["Size"] == len(stream.get_data())
        assert stream.get_data() == attached(PDF)
    assert PDF.startswith(b"%PDF-1.7")


def test_the_json_says_what_the_briefing_states_and_no_more() -> None:
    edition = loaded(attached(PDF))
    assert EAST.facts is not None
    assert (edition.facts, edition.sources) == (EAST.facts.facts, EAST.facts.sources)
    assert (edition.council, edition.title, edition.day) == ("Cheshire East", EAST.title, STAMP)
    assert (edition.as_at, edition.since) == ("2024-06-03", None)
    assert list(json.loads(attached(PDF)))[:6] == ["version", "program", "council", "title", "day", "as_at"]


def test_the_bytes_are_the_same_each_time() -> None:
    assert render(EAST, stamp=STAMP) == PDF


def test_a_page_without_facts_carries_no_file() -> None:
    briefing, documents = realistic()
    pdf = render(briefing, stamp=STAMP)
    prove(pdf, briefing, documents)
    with pytest.raises(NoFactsError, match="carries no file"):
        attached(pdf)
    assert said(pdf, replace(briefing, facts=Facts())) == [f"the PDF carries no file, and not {NAME}"]


def test_the_proof_refuses_facts_that_are_not_the_briefings() -> None:
    assert EAST.facts is not None
    fewer = replace(EAST, facts=replace(EAST.facts, facts=EAST.facts.facts[1:]))
    assert said(render(fewer, stamp=STAMP)) == [
        f"the file {NAME} in the PDF does not give the facts of the briefing"
    ]
    none = render(replace(EAST, facts=None), stamp=STAMP)
    assert said(none) == [f"the PDF carries no file, and not {NAME}"]
    assert said(PDF, replace(EAST, facts=None)) == [f"the PDF carries {NAME}, and not no file"]


def test_the_proof_refuses_a_file_of_another_day_or_checksum(monkeypatch: pytest.MonkeyPatch) -> None:
    other = PDF.replace(b"/CreationDate (D:20261121", b"/CreationDate (D:20261122").replace(
        b"/ModDate (D:20261121000000+00'00') /Producer", b"/ModDate (D:20261122000000+00'00') /Producer"
    )
    assert said(other) == [f"the file {NAME} in the PDF does not give the facts of the briefing"]
    monkeypatch.setattr(attachment, "_sum", lambda _data: "0" * 32)
    assert said(render(EAST, stamp=STAMP)) == [f"what the PDF says of its file {NAME} is not so"]


def test_the_proof_refuses_a_file_that_was_changed_in_the_pdf() -> None:
    assert said(changed(PDF, lambda data: data.replace(b"inadequate", b""))) == [
        f"what the PDF says of its file {NAME} is not so",
        f"the file {NAME} in the PDF does not give the facts of the briefing",
    ]


def changed(pdf: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Pack other facts in the place of those of a PDF, as long as they take no more room."""
    found = re.search(rb"/EmbeddedFile\s*>>\s*stream\n", pdf)
    assert found is not None
    packed = zlib.compress(attached(pdf), 9)
    other = zlib.compress(change(attached(pdf)), 9)
    assert len(other) <= len(packed)
    return pdf[: found.end()] + other.ljust(len(packed), b"\0") + pdf[found.end() + len(packed) :]


def test_a_file_to_whose_end_another_program_wrote_still_carries_its_facts() -> None:
    signed = PDF + (
        b"\n9999 0 obj\n<< /Type /Annot >>\nendobj\nxref\n9999 1\n%010d 00000 n \ntrailer\n<< /Size 10000 /Root %s /Prev %s >>\n"
        b"startxref\n%d\n%%%%EOF\n"
    ) % (
        len(PDF) + 1,
        found(rb"/Root (\d+ \d+ R)"),
        found(rb"startxref\n(\d+)"),
        len(PDF) + 1 + len(b"9999 0 obj\n<< /Type /Annot >>\nendobj\n"),
    )
    assert attached(signed) == attached(PDF)


@pytest.mark.parametrize("written", [b"xref" + b" " * 9_000_000, b"xref\n" + b"0 0\n" * 3_000_000])
def test_a_table_of_nothing_but_room_takes_no_time(written: bytes) -> None:
    begun, at = time.process_time(), len(PDF) + 1
    with pytest.raises(NoFactsError, match="is damaged"):
        attached(PDF + b"\n" + written + b"trailer\n<< /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (at, at))
    assert time.process_time() - begun < 2


def found(pattern: bytes) -> bytes:
    [one] = re.findall(pattern, PDF)
    assert isinstance(one, bytes)
    return one


def bomb(size: int) -> bytes:
    """Let a PDF carry very much, packed into very little."""
    packing = zlib.compressobj(9)
    zeros = bytes(1_000_000)
    packed = b"".join(packing.compress(zeros) for _ in range(size // len(zeros))) + packing.flush()
    start = re.search(rb"/EmbeddedFile\s*>>\s*stream\n", PDF)
    assert start is not None
    head = PDF[: start.end()]
    return head + packed + PDF[start.end() :]


@pytest.mark.parametrize("says", [None, MOST_FACTS, MOST_FACTS + 1])
def test_what_would_unpack_to_very_much_is_not_unpacked(says: int | None) -> None:
    """Neither where it says so itself, nor where it says that it is less."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    pdf = bomb(400_000_000)
    if says is not None:
        pdf = re.sub(rb"/Size \d+(?=\s*>> /Subtype)", b"/Size %d" % says, pdf)
    begun = time.perf_counter()
    with pytest.raises(NoFactsError):
        attached(pdf)
    assert time.perf_counter() - begun < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kilobytes


HOSTILE = {
    "nothing": b"",
    "no PDF": b"PK\x03\x04",
    "only a head": b"%PDF-1.7\n",
    "too large": b"%PDF-1.7\n" + bytes(MOST_BYTES),
    "an end that leads nowhere": b"%PDF-1.7\nstartxref\n9999999999\n%%EOF",
    "a table that goes round": b"%PDF-1.7\nxref\n0 0\ntrailer\n<< /Prev 9 >>\nstartxref\n9\n%%EOF",
    "a table of billions": b"%PDF-1.7\nxref\n0 9999999999\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    "a root that is not there": b"%PDF-1.7\nxref\n0 0\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    "cut short": PDF[: len(PDF) // 2],
    "shifted": b"%PDF-1.7\n" + PDF,
    "another's length": re.sub(rb"/Length \d+ /Params", b"/Length 1 /Params", PDF),
    "a wrong checksum": re.sub(rb"/CheckSum <..", b"/CheckSum <zz", PDF),
    "another name": PDF.replace(b"(councilbrief.json)", b"(councilbrief.exe_)"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_whatever_is_none_of_ours_is_refused(name: str) -> None:
    with pytest.raises(NoFactsError):
        attached(HOSTILE[name])


@given(st.integers(0, len(PDF) - 1), st.integers(0, 255))
def test_one_wrong_byte_gives_the_facts_or_a_refusal(at: int, value: int) -> None:
    broken = PDF[:at] + bytes([value]) + PDF[at + 1 :]
    with suppress(NoFactsError):
        assert attached(broken) == attached(PDF)


def test_the_facts_take_little_room() -> None:
    without = render(replace(EAST, facts=None), stamp=STAMP)
    assert len(PDF) - len(without) < 10_000


def test_facts_of_a_day_are_dated_by_the_stamp() -> None:
    assert loaded(attached(render(EAST, stamp=dt.date(2024, 6, 3)))).day == dt.date(2024, 6, 3)
