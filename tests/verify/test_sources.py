"""What verifying says of sources that are no longer what they were."""

from __future__ import annotations

from dataclasses import replace

from councilbrief.builds.run import build
from councilbrief.builds.store import Store
from councilbrief.builds.verifying.verdict import Checked, Key
from councilbrief.builds.verifying.verify import verify
from councilbrief.problems import ExitCode
from verify.published import SPEC, TOWARDS, Desk, briefing, edition, fine


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
