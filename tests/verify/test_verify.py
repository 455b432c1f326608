"""What verifying says of briefings whose pages, facts or sources are no longer what they were."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import jsonschema
import pypdfium2
import pytest

from councilbrief.briefing.edition_json import dumped
from councilbrief.briefing.facts import FactKind
from councilbrief.builds.run import build
from councilbrief.builds.store import Store
from councilbrief.builds.verifying.asking import open_briefing
from councilbrief.builds.verifying.telling import verified_json, verified_lines
from councilbrief.builds.verifying.verdict import Checked, Key, Verdict
from councilbrief.builds.verifying.verify import verify
from councilbrief.documents.quarantine import Quarantine
from councilbrief.problems import DocumentError, ExitCode
from spec_files import PACKAGE
from verify.published import SPEC, Desk, briefing, composed, edition, reworded

CORPUS = os.environ.get("COUNCILBRIEF_CORPUS")
COUNCILS = ("Barnsley", "Dudley", "Isle of Wight", "Oxfordshire", "York")
MOST_SECONDS = 4.0
"""Of work for one briefing, on a machine that does much else; alone it takes a third of that."""

TOWARDS = "deeply disappointed"


def fine(verdict: Verdict) -> None:
    assert [one.sentence for one in verdict.findings] == []
    assert verdict.problems == ()
    assert verdict.verified
    assert verdict.exit_code is ExitCode.DONE


@pytest.mark.parametrize("council", ["Cheshire East", "Cheshire West and Chester"])
def test_a_briefing_as_it_was_published_is_verified(desk: Desk, council: str) -> None:
    [verdict] = desk.verified(desk.publish(briefing(council)))
    fine(verdict)
    assert verdict.remarks == ()
    assert verdict.checked[Checked.SOURCES] == (4 if council == "Cheshire East" else 1)
    facts = edition(council).facts
    for kind, counted in (
        (FactKind.JUDGEMENT, Checked.GRADES),
        (FactKind.INSPECTION, Checked.INSPECTIONS),
        (FactKind.QUOTATION, Checked.QUOTATIONS),
    ):
        assert verdict.checked[counted] == sum(one.kind is kind for one in facts) > 0


def test_a_letter_changed_in_a_quotation_on_the_page_is_told_with_its_place(desk: Desk) -> None:
    found = desk.told(desk.misprinted(TOWARDS, "deeply disappointeb"))
    assert list(found) == [Key.PAGE]
    [one] = found[Key.PAGE]
    assert one.page is not None
    assert one.page > 1
    assert one.where == "section “What people have said”, quotation 2, paragraph 1"
    assert (one.expected, one.found) == ("disappointed", "disappointeb")


def test_a_changed_grade_on_the_page_is_told(desk: Desk) -> None:
    found = desk.told(desk.misprinted("Inadequate", "Outstanding"))
    assert list(found) == [Key.PAGE]
    assert {(one.expected, one.found) for one in found[Key.PAGE]} == {("Inadequate", "Outstanding")}
    assert any("table 1, row 4, column 2" in one.where for one in found[Key.PAGE])


def test_words_added_and_left_out_are_told(desk: Desk) -> None:
    [more] = desk.told(desk.misprinted("good practice.", "good practice. Resign!"))[Key.PAGE]
    assert (more.expected, more.found) == ("practice.”", "practice. Resign!”")
    [less] = desk.told(desk.misprinted("we accept the findings and", "we"))[Key.PAGE]
    assert (less.expected, less.found) == ("accept the findings and", "")


def test_a_head_of_another_council_is_told(desk: Desk) -> None:
    path = desk.publish(replace(briefing(), classification="OFFICIAL"), carries=edition())
    found = desk.told(path)
    assert list(found) == [Key.FURNITURE]
    assert found[Key.FURNITURE][0].found == "Cheshire East · OFFICIAL · As at 3 June 2024"


def test_a_fact_that_the_pages_do_not_state_is_told(desk: Desk) -> None:
    facts = tuple(
        replace(one, value="good") if (one.kind, one.key) == (FactKind.JUDGEMENT, "care_leavers") else one
        for one in edition().facts
    )
    found = desk.told(desk.publish(carries=replace(edition(), facts=facts)))
    assert {Key.FACTS, Key.GRADE} == set(found)
    [one] = found[Key.FACTS]
    assert one.where == "section “Judgements”, table 1, row 4, column 2"
    assert (one.expected, one.found) == ("good", "inadequate")


@pytest.mark.parametrize("kind", [FactKind.IMPROVEMENT, FactKind.QUOTATION])
def test_a_fact_left_out_of_those_in_the_file_is_told(desk: Desk, kind: FactKind) -> None:
    left_out = next(one for one in edition().facts if one.kind is kind)
    facts = tuple(one for one in edition().facts if one is not left_out)
    assert Key.FACTS in desk.told(desk.publish(carries=replace(edition(), facts=facts)))


def test_another_speaker_in_the_file_is_told(desk: Desk) -> None:
    facts = tuple(
        replace(one, label="Somebody Else") if one.label == "Teresa Godfrey" else one
        for one in edition().facts
    )
    found = desk.told(desk.publish(carries=replace(edition(), facts=facts)))
    assert {Key.FACTS, Key.SPEAKER} == set(found)
    assert found[Key.SPEAKER][0].found == "Teresa Godfrey"


def test_a_changed_letter_in_a_source_is_told_and_what_it_reads_now(desk: Desk) -> None:
    path = desk.publish()
    desk.altered("000", TOWARDS, "deeply dissappointed")
    [verdict] = desk.verified(path)
    words = [one for one in verdict.findings if one.key is Key.WORDS]
    assert len(words) == 1
    assert words[0].where == "section “What people have said”, quotation 2, paragraph 1"
    assert "deeply dissappointed" in words[0].sentence
    assert [one.key for one in verdict.remarks] == [Key.SOURCE_ALTERED]
    assert verdict.exit_code is ExitCode.FOUND


def test_a_source_altered_elsewhere_is_remarked_and_changes_nothing(desk: Desk) -> None:
    path = desk.publish()
    text = desk.source("002").read_text(encoding="utf-8")
    desk.source("002").write_text(f"{text}\nThis page was last updated by the web team.\n", encoding="utf-8")
    [verdict] = desk.verified(path)
    fine(verdict)
    assert [one.key for one in verdict.remarks] == [Key.SOURCE_ALTERED]


def test_words_that_moved_within_their_source_still_stand(desk: Desk) -> None:
    path = desk.publish()
    text = desk.source("004").read_text(encoding="utf-8")
    west = desk.publish(briefing("Cheshire West and Chester"), name="west.pdf")
    desk.source("004").write_text(
        f"A line that was not there before, in a paragraph.\n\n{text}", encoding="utf-8"
    )
    [verdict] = desk.verified(west)
    fine(verdict)
    fine(*desk.verified(path))


def test_a_changed_grade_in_a_source_is_told(desk: Desk) -> None:
    path = desk.publish()
    desk.altered("003", "‘inadequate’", "‘good’")
    found = desk.told(path)
    grades = {(one.expected, one.found) for one in found[Key.GRADE]}
    assert ("inadequate", "good") in grades
    assert all(one.page for one in found[Key.GRADE])


def test_changed_days_of_an_inspection_are_told(desk: Desk) -> None:
    path = desk.publish()
    desk.altered("000", "to 8th March 2024", "to 9th March 2024")
    [one] = desk.told(path)[Key.DATES]
    assert (one.expected, one.found) == ("2024-02-26/2024-03-08", "2024-02-26/2024-03-09")


def test_a_speaker_changed_in_a_source_is_told(desk: Desk) -> None:
    path = desk.publish()
    desk.altered("001", "Teresa Godfrey", "Teresa Goodfrey")
    [one] = desk.told(path)[Key.SPEAKER]
    assert one.where.startswith("section “What people have said”, quotation 1")
    assert one.found == "Teresa Goodfrey"


def test_another_day_of_publication_is_told(desk: Desk) -> None:
    path = desk.publish()
    told = desk.library / "sources.yaml"
    told.write_text(told.read_text(encoding="utf-8").replace("2024-05-16", "2024-05-17"), encoding="utf-8")
    assert {one.found for one in desk.told(path)[Key.PUBLISHED]} == {"17 May 2024"}


def test_a_source_that_is_gone_is_told_and_the_others_are_checked(desk: Desk) -> None:
    path = desk.publish()
    (desk.library / "sources.yaml").unlink()
    desk.source("002").unlink()
    bare = desk.library.rename(desk.folder / "bare")
    [verdict] = desk.verified(path, libraries=[bare])
    gone = [one for one in verdict.findings if one.key is Key.SOURCE_GONE]
    assert [one.source for one in gone] == ["002"]
    assert gone[0].where == "section “Sources and method”, source 3"
    assert verdict.checked[Checked.SOURCES] == 3


def test_a_renamed_source_is_found_by_its_digest(desk: Desk) -> None:
    path = desk.publish(briefing("Cheshire West and Chester"))
    told = desk.library / "sources.yaml"
    old = desk.source("004")
    old.rename(desk.library / "renamed.txt")
    listed = told.read_text(encoding="utf-8").replace(old.name, "renamed.txt").replace('"004"', "other")
    told.write_text(listed.replace("id: 004", "id: other"), encoding="utf-8")
    [verdict] = desk.verified(path)
    fine(verdict)
    assert [one.key for one in verdict.remarks] in ([], [Key.SOURCE_MOVED])


def test_a_library_whose_manifest_is_broken_is_a_mistake_and_what_can_be_checked_is(desk: Desk) -> None:
    path = desk.publish()
    desk.source("002").rename(desk.library / "renamed.txt")
    result = verify([path], [desk.library])
    assert result.exit_code is ExitCode.SPEC
    [verdict] = result.verdicts
    assert verdict.findings == ()
    assert verdict.checked[Checked.SOURCES] == 4
    assert verdict.checked[Checked.QUOTATIONS] == 4
    assert verdict.checked[Checked.GRADES] == 0
    assert Key.UNCHECKED in {one.key for one in verdict.remarks}


def test_a_library_that_is_not_there_is_a_mistake(desk: Desk) -> None:
    result = verify([desk.publish()], [desk.folder / "nowhere"])
    assert result.exit_code is ExitCode.SPEC
    assert {one.key for one in result.verdicts[0].findings} == {Key.SOURCE_GONE}


def test_without_a_library_those_of_the_specs_are_meant(desk: Desk) -> None:
    path = desk.publish()
    result = verify([path])
    assert result.exit_code is ExitCode.SPEC
    assert [one.key for one in result.problems] == ["no-library"]
    (desk.folder / "briefings").mkdir()
    (desk.folder / "briefings" / "east.yaml").write_text(
        SPEC.format(council="Cheshire East", seeds="../seeds"), encoding="utf-8"
    )
    (desk.folder / "briefings" / "broken.yaml").write_text("version: [", encoding="utf-8")
    assert verify([path]).exit_code is ExitCode.DONE


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


def test_of_three_the_one_that_is_wrong_is_told(desk: Desk) -> None:
    paths = (
        desk.publish(name="a.pdf"),
        desk.misprinted(TOWARDS, "quite happy").rename(desk.folder / "b.pdf"),
        desk.publish(briefing("Cheshire West and Chester"), name="c.pdf"),
    )
    result = verify(paths, [desk.library])
    assert [int(one.exit_code) for one in result.verdicts] == [0, 1, 0]
    assert result.exit_code is ExitCode.FOUND


def test_an_older_pdf_has_its_facts_checked_and_is_not_verified(desk: Desk) -> None:
    path = desk.publish(carries=replace(edition(), traced=None))
    [verdict] = desk.verified(path)
    assert verdict.findings == ()
    assert [one.key for one in verdict.problems] == ["no-trace"]
    assert verdict.exit_code is ExitCode.DOCUMENT
    assert verdict.checked[Checked.GRADES] == 9
    assert verdict.checked[Checked.QUOTATIONS] == 4
    desk.altered("000", TOWARDS, "quite happy")
    assert [one.key for one in desk.verified(path)[0].findings] == [Key.WORDS]


def test_facts_of_another_form_are_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from councilbrief.pdf import render as rendering  # noqa: PLC0415 - what is patched

    for data in (b"[]", b'{"version":2}', b"[" * 100_000):
        with monkeypatch.context() as patch:
            patch.setattr(rendering, "dumped", lambda *_, data=data: data)
            path = desk.publish()
        [verdict] = desk.verified(path)
        assert [one.key for one in verdict.problems] == ["no-facts"]


def test_more_than_a_briefing_states_is_refused(desk: Desk) -> None:
    facts = tuple(replace(edition().facts[0], key=str(number)) for number in range(2_001))
    [verdict] = desk.verified(desk.publish(carries=replace(edition(), facts=facts, traced=None)))
    assert [one.key for one in verdict.problems] == ["no-facts"]


def test_a_briefing_that_tells_what_has_changed_is_verified(desk: Desk) -> None:
    (desk.folder / "briefings").mkdir()
    spec = desk.folder / "briefings" / "east.yaml"
    sections = "sections: [at-a-glance, changes, judgements, strengths, improvements, quotations]\n"
    spec.write_text(SPEC.format(council="Cheshire East", seeds="../seeds") + sections, encoding="utf-8")
    out = desk.folder / "out"
    assert build([spec], Store(out)).exit_code is ExitCode.DONE
    fine(*verify([out / "east.pdf"]).verdicts)
    desk.altered(
        "001", "the quality and frequency of visits to children", "the frequency of visits to children"
    )
    assert Key.WORDS in {one.key for one in verify([out / "east.pdf"]).verdicts[0].findings}
    assert build([spec], Store(out)).exit_code is ExitCode.DONE
    fine(*verify([out / "east.pdf"]).verdicts)


def test_the_json_is_as_its_schema_says(desk: Desk) -> None:
    schema = json.loads((PACKAGE / "builds" / "verify.schema.json").read_text(encoding="utf-8"))
    (desk.folder / "text.pdf").write_bytes(b"no")
    paths = [desk.misprinted(TOWARDS, "quite happy"), desk.folder / "text.pdf"]
    desk.altered("003", "‘inadequate’", "‘good’")
    told = json.loads(verified_json(verify(paths, [desk.library])))
    jsonschema.validate(told, schema)
    assert [one["verified"] for one in told["briefings"]] == [False, False]
    assert told["briefings"][0]["findings"][0]["page"]
    assert told["exit_code"] == 3


def test_the_lines_name_page_and_place(desk: Desk) -> None:
    lines = [
        one.text for one in verified_lines(verify([desk.misprinted(TOWARDS, "deeply happy")], [desk.library]))
    ]
    assert lines[0].startswith(
        f"{desk.folder.as_posix()}/east.pdf (3 June 2024): 1 thing does not match; checked against 4 sources"
    )
    assert "section “What people have said”, quotation 2, paragraph 1: the page says “happy”" in lines[1]


PHRASES = [
    ("These sources name", "The documents list"),
    ("(inferred)", "(worked out)"),
    ("a former role", "formerly"),
    ("Areas for improvement", "What must get better"),
    ("published on", "of"),
    ("Page ", "Sheet "),
]


@pytest.mark.parametrize(("ours", "others"), PHRASES)
def test_the_fixed_phrases_of_another_version_are_no_matter(desk: Desk, ours: str, others: str) -> None:
    fine(*desk.verified(desk.publish(reworded(briefing(), ours, others))))


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


def test_the_command_says_it_with_its_exit_status_in_time(desk: Desk) -> None:
    path = desk.publish()
    call = [sys.executable, "-m", "councilbrief.cli", "verify", path.name, "--library", "seeds"]
    call[1:3] = ["-c", "from councilbrief.cli import main; main()"]
    begun = os.times()
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    took = os.times()
    spent = took.children_user + took.children_system - begun.children_user - begun.children_system
    assert spent < MOST_SECONDS
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("east.pdf (3 June 2024): verified against 4 sources: 9 grades")


@pytest.mark.slow
@pytest.mark.skipif(CORPUS is None, reason="COUNCILBRIEF_CORPUS is not set: no real reports here")
@pytest.mark.parametrize("council", COUNCILS)
@pytest.mark.parametrize("audience", ["lead-member", "officers"])
def test_briefings_from_reports_are_verified(desk: Desk, council: str, audience: str) -> None:
    [library] = Path(f"{CORPUS}/reports").glob(f"*_{council.lower()}")
    text = SPEC.format(council=council, seeds=library).replace("lead-member", audience)
    one = composed(desk.folder / "one.yaml", text)
    [verdict] = desk.verified(desk.publish(one), libraries=[library])
    fine(verdict)
    assert verdict.remarks == ()
    assert verdict.checked[Checked.GRADES] > 0
    assert verdict.checked[Checked.ITEMS] > 0


def test_what_a_pdf_carries_for_verifying_takes_little_room() -> None:
    with_trace, without = dumped(edition()), dumped(replace(edition(), traced=None))
    assert len(with_trace) - len(without) < 20_000
