from __future__ import annotations

from pathlib import Path

import pytest

import verapdf
from pdf.validation.files import write_all
from pdf.validation.smallest import SPOILED, smallest, spoiled

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(verapdf.missing() is not None, reason=verapdf.missing() or "it is there"),
]


def test_verapdf_lets_through_what_keeps_the_rules_and_nothing_else(tmp_path: Path) -> None:
    (right := tmp_path / "right.pdf").write_bytes(smallest())
    (no_pdf := tmp_path / "no.pdf").write_bytes(b"no PDF")
    wrong = {tmp_path / f"{n}.pdf": spoiled(what) for n, what in enumerate(SPOILED)}
    for path, pdf in wrong.items():
        path.write_bytes(pdf)
    verdicts = verapdf.check([right, no_pdf, *wrong])
    assert [path for path, verdict in verdicts.items() if verdict.passed] == [right]
    assert all(verdicts[path].broken for path in (no_pdf, *wrong))
    assert verdicts[right].broken == []


def test_our_briefings_pass_verapdf(tmp_path: Path) -> None:
    verdicts = verapdf.check(write_all(tmp_path))
    assert len(verdicts) > 20
    assert {path.name: verdict.broken for path, verdict in verdicts.items() if not verdict.passed} == {}
