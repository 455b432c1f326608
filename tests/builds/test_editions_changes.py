"""What a build says has changed since the edition that lay there, and what the page says of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builds.desk import EAST, Desk, text_of
from councilbrief.briefing.facts import FactChange, FactKind, What
from councilbrief.briefing.sections.changes import NOT_SOLVED, REPLACED
from councilbrief.builds import previous
from councilbrief.builds.keeping.kept import FOLDER
from councilbrief.builds.outcome import Outcome
from councilbrief.builds.previous import published
from councilbrief.builds.telling.listing import MOST_CHANGES, built_lines, planned_lines
from councilbrief.pdf.file.attachment import attached
from councilbrief.problems import ExitCode

ROOT = Path(__file__).parents[2]
SECTION = "sections: [at-a-glance, changes, judgements, strengths, improvements, quotations, inspections]\n"
FIRST, SINCE = (
    "There was no earlier edition to compare this one with.",
    "Compared with the edition dated 3 June 2024",
)
TITLE = "What has changed since the last edition"


def only(desk: Desk, spec: Path, *, dry: bool = False) -> Outcome:
    result = desk.rebuild(spec, dry=dry)
    assert result.exit_code is ExitCode.DONE
    [outcome] = result.outcomes
    return outcome


def told(changes: tuple[FactChange, ...] | None) -> list[str]:
    assert changes is not None
    return [one.sentence for one in changes]


def edit(desk: Desk, before: str, after: str) -> None:
    assert before in EAST
    desk.document("east.txt", EAST.replace(before, after))


def test_the_first_edition_and_one_of_which_nothing_changed_have_no_changes(desk: Desk) -> None:
    spec = desk.spec()
    assert only(desk, spec).changes is None
    again = only(desk, spec)
    assert (again.why, again.changes) == ((), ())
    shutil.rmtree(desk.out / FOLDER)
    assert only(desk, spec).changes == ()


def test_a_grade_that_changed_is_the_only_change_but_for_the_file(desk: Desk) -> None:
    spec = desk.spec()
    only(desk, spec)
    edit(desk, "‘good’ overall", "‘inadequate’ overall")
    for dry in (True, False):
        changes = only(desk, spec, dry=dry).changes
        assert told(changes) == [
            (
                "Overall effectiveness at the inspection of 26 February to 8 March 2024: "
                "the grade is now given as ‘inadequate’; before, it was given as ‘good’."
            ),
            "The file of a source changed: “Council welcomes Ofsted report”, document, published on 16 May 2024.",
        ]


def test_a_new_document_brings_new_facts(desk: Desk) -> None:
    spec = desk.spec()
    only(desk, spec)
    desk.document(
        "later.txt", EAST.replace("proud of our staff", "pleased with them all").replace("16 May", "17 May")
    )
    changes = only(desk, spec).changes or ()
    assert [(one.kind, one.what) for one in changes] == [
        (FactKind.QUOTATION, What.NEW),
        (FactKind.SOURCE, What.NEW),
    ]
    (desk.folder / "documents/later.txt").unlink()
    changes = only(desk, spec).changes or ()
    assert [(one.kind, one.what) for one in changes] == [
        (FactKind.QUOTATION, What.GONE),
        (FactKind.SOURCE, What.GONE),
    ]


def test_what_the_manifest_says_of_a_source_is_a_change_of_the_source(desk: Desk) -> None:
    spec = desk.spec()
    only(desk, spec)
    desk.document("sources.yaml", "version: 1\ndocuments:\n  - {file: east.txt, publisher: The council}\n")
    [sentence] = told(only(desk, spec).changes)
    assert sentence == (
        "A source is described differently: “Council welcomes Ofsted report”, The council, document, published on "
        "16 May 2024. Before: “Council welcomes Ofsted report”, document, published on 16 May 2024."
    )


def test_another_title_changes_no_fact(desk: Desk) -> None:
    spec = desk.spec()
    only(desk, spec)
    outcome = only(desk, desk.spec(more="title: A title of our own\n"))
    assert outcome.changes == ()
    assert [line.text for line in built_lines(outcome)][-1] == "no fact has changed"


@pytest.mark.parametrize("there", [b"", b"%PDF-1.4\n", b"somebody else's", "cut", "another council's"])
def test_a_file_that_is_no_edition_of_ours_is_none(desk: Desk, there: bytes | str) -> None:
    spec = desk.spec()
    target = desk.out / "east.pdf"
    desk.out.mkdir()
    if isinstance(there, str):
        desk.build(desk.spec("east", "Cheshire West") if there == "another council's" else spec)
        there = target.read_bytes()[: None if there == "another council's" else -2000]
        spec = desk.spec()
    target.write_bytes(there)
    assert only(desk, spec).changes is None
    assert published(target, "Cheshire East") is not None


def test_an_edition_that_is_too_large_is_not_read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.build(desk.spec())
    monkeypatch.setattr(previous, "MOST_BYTES", 1000)
    assert published(desk.out / "east.pdf", "Cheshire East") is None


def test_a_build_that_keeps_nothing_tells_the_changes_too(desk: Desk) -> None:
    spec = desk.spec()
    [first] = desk.build(spec).outcomes
    edit(desk, "‘good’ overall", "‘inadequate’ overall")
    [second] = desk.build(spec).outcomes
    assert first.changes is None
    assert len(second.changes or ()) == 2


def test_a_few_changes_are_listed_and_the_rest_counted(desk: Desk) -> None:
    spec = desk.spec()
    only(desk, spec)
    edit(desk, "‘good’ overall", "‘inadequate’ overall")
    outcome = only(desk, spec, dry=True)
    lines = [line.text for line in planned_lines(outcome)]
    assert "the file of east changed" in lines
    [told_first] = [line for line in lines if line.startswith("Overall effectiveness")]
    assert told_first.endswith(": the grade is now given as ‘inadequate’; before, it was given as ‘good’.")
    assert outcome.changes
    many = Outcome("s", "c", desk.out, (), why=("x",), changes=outcome.changes[:1] * (MOST_CHANGES + 2))
    assert [line.text for line in built_lines(many)][-1] == "and 2 more changes"


def page(desk: Desk) -> str:
    """Return what the section on changes says."""
    text = desk.text("east.pdf")
    return text.partition(TITLE)[2].partition("Judgements")[0].strip()


def test_the_page_says_what_changed_and_goes_on_to_say_so(desk: Desk) -> None:
    """A build of nothing new leaves the page as it is, whatever is kept beside it."""
    spec, pdf = desk.spec(more=SECTION), desk.out / "east.pdf"
    only(desk, spec)
    assert page(desk) == FIRST
    first = pdf.read_bytes()
    assert only(desk, spec).why == ()
    assert pdf.read_bytes() == first
    edit(desk, "‘good’ overall", "‘inadequate’ overall")
    assert only(desk, spec).why
    assert page(desk).startswith(
        f"{SINCE}. • Overall effectiveness at the inspection of 26 February to 8 March 2024: "
    )
    second = pdf.read_bytes()
    for kept in (True, False):
        if not kept:
            shutil.rmtree(desk.out / FOLDER)
        assert only(desk, spec).changes == ()
        assert pdf.read_bytes() == second
        assert desk.build(spec).exit_code is ExitCode.DONE
        assert pdf.read_bytes() == second
    desk.document("east.txt", EAST)
    only(desk, spec)
    assert "given as ‘good’; before, it was given as ‘inadequate’" in page(desk)


def test_other_words_of_our_own_leave_what_changed_as_it_was(desk: Desk) -> None:
    only(desk, desk.spec(more=SECTION))
    edit(desk, "‘good’ overall", "‘inadequate’ overall")
    only(desk, desk.spec(more=SECTION))
    only(desk, desk.spec(more=f"title: A title of our own\n{SECTION}"))
    assert "given as ‘inadequate’; before, it was given as ‘good’" in page(desk)


def test_a_spec_that_begins_to_ask_compares_with_what_is_there(desk: Desk) -> None:
    only(desk, desk.spec())
    spec = desk.spec(more=SECTION.replace(", inspections", ", differences, inspections"))
    only(desk, spec)
    assert page(desk) == "Nothing has changed since the edition dated 3 June 2024."
    before = (desk.out / "east.pdf").read_bytes()
    shutil.rmtree(desk.out / FOLDER)
    only(desk, spec)
    assert (desk.out / "east.pdf").read_bytes() == before


def test_another_day_that_the_briefing_speaks_for_makes_another_edition(desk: Desk) -> None:
    only(desk, desk.spec(more=SECTION))
    spec = desk.spec(more=SECTION)
    spec.write_text(spec.read_text(encoding="utf-8").replace("2024-06-03", "2024-07-03"), encoding="utf-8")
    for _ in range(2):
        only(desk, spec)
    assert page(desk) == "Nothing has changed since the edition dated 3 June 2024."


def test_what_is_gone_with_a_document_that_cannot_be_read_is_not_told_as_solved(desk: Desk) -> None:
    desk.document("later.txt", EAST.replace("proud of our staff", "pleased with them all"))
    spec = desk.spec(more=SECTION)
    only(desk, spec)
    desk.document("later.txt", "")
    [outcome] = desk.rebuild(spec).outcomes
    assert (outcome.changes or ())[0].kind is FactKind.UNREAD
    assert f"{SINCE}. • A document could not be read this time: later.txt." in page(desk)


def test_another_choice_of_sections_is_told_ahead_of_what_is_gone_with_it(desk: Desk) -> None:
    only(desk, desk.spec(more=SECTION))
    fewer = desk.spec(more=SECTION.replace(" judgements,", ""))
    found = only(desk, fewer).changes or ()
    assert found[0].kind is FactKind.SHOWN
    assert {one.what for one in found[1:]} <= {What.GONE}


def test_a_dry_run_tells_the_changes_of_a_pdf_that_was_made_before(desk: Desk) -> None:
    spec = desk.spec()
    only(desk, spec)
    edit(desk, "‘good’ overall", "‘inadequate’ overall")
    only(desk, spec)
    desk.document("east.txt", EAST)
    assert told(only(desk, spec, dry=True).changes)[0].endswith(
        "given as ‘good’; before, it was given as ‘inadequate’."
    )


def test_an_empty_folder_gives_a_first_edition(desk: Desk) -> None:
    spec = desk.spec(more=SECTION)
    only(desk, spec)
    first = (desk.out / "east.pdf").read_bytes()
    edit(desk, "‘good’ overall", "‘inadequate’ overall")
    only(desk, spec)
    desk.document("east.txt", EAST)
    shutil.rmtree(desk.out)
    only(desk, spec)
    assert (desk.out / "east.pdf").read_bytes() == first


def test_what_is_gone_is_told_without_a_source_and_without_what_was_said(desk: Desk) -> None:
    spec = desk.spec(more=SECTION)
    only(desk, spec)
    desk.document("east.txt", EAST.partition("Councillor Carol")[0])
    only(desk, spec)
    text = page(desk)
    assert f"{SINCE}. • A quotation" in text
    assert (
        "A quotation is no longer shown: Councillor Carol Example, lead member for children and families, Cheshire East Council."
        in text
    )
    assert b"proud of our staff" not in attached((desk.out / "east.pdf").read_bytes())


def test_a_new_inspection_is_told_with_how_much_is_new_with_it(desk: Desk) -> None:
    spec = desk.spec(more=SECTION)
    only(desk, spec)
    later = EAST.replace("26 February to 8 March 2024", "3 to 14 March 2025").replace(
        "16 May 2024", "16 May 2025"
    )
    desk.document("later.txt", later.replace("We are proud", "We are again proud"))
    only(desk, spec)
    assert "• The inspection of 3 to 14 March 2025 has been added, with two grades. [1]" in page(desk)


def test_a_newer_inspection_is_named_where_its_list_takes_the_place_of_another(desk: Desk) -> None:
    spec, listing = (
        desk.spec(more=SECTION),
        "\nAreas for improvement include the quality of plans for children.\n",
    )
    desk.document("east.txt", EAST + listing)
    only(desk, spec)
    later = EAST.replace("26 February to 8 March 2024", "3 to 14 March 2025").replace(
        "16 May 2024", "16 May 2025"
    )
    desk.document("later.txt", later)
    only(desk, spec)
    assert f"{SINCE}; what is no longer listed is quoted from it. {NOT_SOLVED} {REPLACED}" in page(desk)


def test_of_the_seeds_only_what_changed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "briefings", tmp_path / "briefings")
    desk = Desk(tmp_path)
    assert [one.changes for one in desk.rebuild().outcomes] == [None, None]
    manifest = tmp_path / "seeds/sources.yaml"
    words = manifest.read_text(encoding="utf-8")
    manifest.write_text(
        words.replace("Cheshire East Council, on AudlemOnline", "AudlemOnline"), encoding="utf-8"
    )
    east, west = desk.rebuild().outcomes
    [sentence] = told(east.changes)
    assert sentence.startswith("A source is described differently: “Council commits to continuing to improve")
    assert (west.why, west.changes) == ((), ())
    manifest.write_text(words, encoding="utf-8")
    article = next((tmp_path / "seeds").glob("004*"))
    text = article.read_text(encoding="utf-8")
    assert "has been rated ‘good’" in text or "good" in text
    article.write_text(text.replace("‘good’ by Ofsted", "‘outstanding’ by Ofsted", 1), encoding="utf-8")
    east, west = desk.rebuild().outcomes
    assert [one.what for one in east.changes or ()] == [What.CHANGED]
    assert {one.kind for one in west.changes or ()} <= {FactKind.JUDGEMENT, FactKind.SOURCE}
    assert text_of(next(desk.out.glob("cheshire-west*.pdf")).read_bytes())
