from __future__ import annotations

from pathlib import Path

import pytest

from pdf import samples
from pdf.validation import watching
from pdf.validation.smallest import SPOILED, smallest, spoiled
from pdf.validation.watching import Watch, faults, published, watched


def test_a_pdf_that_keeps_the_rules_passes() -> None:
    assert faults(smallest()) == []


@pytest.mark.parametrize("what", SPOILED)
def test_a_pdf_that_breaks_one_is_told_with_the_rule(what: str) -> None:
    assert faults(spoiled(what))
    assert all(fault.startswith("PDFUA1-") for fault in faults(spoiled(what)))


def test_what_is_no_pdf_is_told() -> None:
    [fault] = faults(b"%PDF-1.7\nand no more")
    assert fault.startswith("it cannot be read: ")


def test_each_distinct_pdf_is_checked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "WRONG", tmp_path)
    watch = Watch()
    wrong = spoiled("no language")
    for pdf in (wrong, smallest(), wrong):
        watch.see("a file", pdf)
    assert len(list(watch.faults())) == 1
    watch.see("a file", wrong)
    assert list(watch.faults()) == []
    assert [kept.read_bytes() for kept in tmp_path.iterdir()] == [wrong]


def test_what_is_set_is_seen_and_handed_on() -> None:
    watch = Watch()
    render = watched(lambda _briefing, *, stamp: smallest() + stamp.isoformat().encode(), watch)
    made = render(samples.small(), stamp=samples.STAMP)
    assert made.endswith(b"2026-11-21")
    assert list(watch.waiting.values()) == [("“A briefing”", made)]


def test_in_a_folder_only_whole_pdfs_of_ours_are_seen(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    whole = smallest(lambda part: part.replace(b"a hand", b"councilbrief"))
    (tmp_path / "out" / "ours.pdf").write_bytes(whole)
    (tmp_path / "cut.pdf").write_bytes(whole[:-20])
    (tmp_path / "other.pdf").write_bytes(smallest())
    (tmp_path / "notes.pdf").write_bytes(b"somebody else's")
    assert list(published(tmp_path)) == [("ours.pdf", whole)]
