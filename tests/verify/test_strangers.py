"""What verifying makes of files that another program wrote, and of those that are no briefing."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from councilbrief.builds.verifying.asking import open_briefing
from councilbrief.builds.verifying.verdict import Key
from councilbrief.builds.verifying.verify import verify
from councilbrief.documents.quarantine import Quarantine
from councilbrief.problems import DocumentError, ExitCode
from verify.published import TOWARDS, Desk, edition, fine


def resaved(path: Path) -> None:
    """Let another program write a PDF anew."""
    document = pypdfium2.PdfDocument(path.read_bytes())
    document.save(path)
    document.close()


def test_a_pdf_that_another_program_has_written_anew_is_verified_all_the_same(desk: Desk) -> None:
    path = desk.publish()
    before = path.read_bytes()
    resaved(path)
    assert path.read_bytes() != before
    [verdict] = desk.verified(path)
    fine(verdict)
    assert Key.REWRITTEN in {one.key for one in verdict.remarks} or path.read_bytes().endswith(b"%%EOF\n")


def test_a_fault_in_a_pdf_written_anew_is_found(desk: Desk) -> None:
    path = desk.misprinted(TOWARDS, "deeply disappointeb")
    resaved(path)
    assert list(desk.told(path)) == [Key.PAGE]


def test_what_is_no_briefing_is_refused_and_stops_no_other(desk: Desk) -> None:
    good = desk.publish()
    bad = {
        "text.pdf": b"Dear councillor",
        "cut.pdf": good.read_bytes()[: good.stat().st_size // 2],
        "empty.pdf": b"",
        "table.pdf": b"%PDF-1.7\nxref\n0 0\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF",
    }
    for name, data in bad.items():
        (desk.folder / name).write_bytes(data)
    paths = [desk.folder / "text.pdf", good, *(desk.folder / name for name in bad), desk.folder / "none.pdf"]
    result = verify([*paths, desk.folder], [desk.library])
    assert result.exit_code is ExitCode.DOCUMENT
    fine(result.verdicts[1])
    for verdict in (result.verdicts[0], *result.verdicts[2:]):
        assert verdict.exit_code is ExitCode.DOCUMENT
        assert verdict.edition is None
        assert {one.key for one in verdict.problems} <= {"no-facts", "unreadable-file", "not-a-file"}


def test_facts_of_another_form_are_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from councilbrief.briefing import edition_json  # noqa: PLC0415 - what is patched

    for data in (b"[]", b'{"version":2}', b"[" * 100_000):
        with monkeypatch.context() as patch:
            patch.setattr(edition_json, "dumped", lambda *_, data=data: data)
            path = desk.publish()
        [verdict] = desk.verified(path)
        assert [one.key for one in verdict.problems] == ["no-facts"]


def test_more_than_a_briefing_states_is_refused(desk: Desk) -> None:
    facts = tuple(replace(edition().facts[0], key=str(number)) for number in range(2_001))
    [verdict] = desk.verified(desk.publish(carries=replace(edition(), facts=facts, traced=None)))
    assert [one.key for one in verdict.problems] == ["no-facts"]


def bomb() -> bytes:
    """Make a PDF of one page that unpacks to gigabytes."""
    packing = zlib.compressobj(9)
    head = packing.flush(zlib.Z_FULL_FLUSH)
    packed = head + (packing.compress(b" " * 10_000_000) + packing.flush(zlib.Z_FULL_FLUSH)) * 150
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
    ]
    pdf, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n%d\n%%%%EOF\n" % len(pdf)
    return pdf + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def test_a_pdf_that_would_fill_the_memory_or_never_end_is_refused(desk: Desk) -> None:
    path = desk.folder / "bomb.pdf"
    path.write_bytes(bomb())
    [verdict] = desk.verified(path)
    assert [one.key for one in verdict.problems] == ["no-facts"]
    slow = Quarantine(("-c", "import time; time.sleep(60)"), seconds=0.2)
    with pytest.raises(DocumentError, match="takes too long to read"):
        open_briefing(desk.publish(), slow)
    slow.close()
