from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from builds.desk import EAST, Desk, published_in
from councilbrief import __version__
from councilbrief.cli.app import app
from councilbrief.problems import ExitCode

COMMANDS = (
    "build",
    "check",
    "diff",
    "extract",
    "explain",
    "national",
    "schedule",
    "schema",
    "init",
    "verify",
    "words",
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def in_a_process(
    desk: Desk, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a shell does, in the desk's folder."""
    command = [sys.executable, "-c", "from councilbrief.cli import main; main()", *arguments]
    variables = os.environ | (environment or {})
    return subprocess.run(
        command, cwd=desk.folder, env=variables, capture_output=True, check=False, timeout=60
    )


def test_build_prints_what_it_built_and_from_what(desk: Desk) -> None:
    desk.document(
        "sources.yaml",
        "version: 1\ndocuments:\n  - {file: east.txt, kind: release}\n  - {file: west.txt, kind: article}\n",
    )
    result = run("build", desk.spec("east"), desk.spec("west", "Cheshire West"), "--out", "pdf")
    assert result.exit_code == ExitCode.DONE
    assert result.stdout.splitlines() == [
        "pdf/east.pdf: Cheshire East, from 1 document",
        "  east: Council welcomes Ofsted report, release, 16 May 2024",
        "  no earlier edition",
        "pdf/west.pdf: Cheshire West and Chester, from 1 document",
        "  west: Inspectors praise services for children, article, 8 May 2019",
        "  no earlier edition",
    ]
    assert result.stderr == ""
    assert published_in(desk.folder / "pdf") == ["east.pdf", "west.pdf"]


def test_build_says_as_json_what_became_of_each_briefing(desk: Desk) -> None:
    schema = json.loads(run("schema", "build").stdout)
    east, west = desk.spec("east"), desk.spec("west", "Cheshire West")
    wrong = desk.raw_spec("wrong", "version: 1\ncouncil: York\nsources: {library: documents}\n")

    def built(*more: str) -> tuple[list[tuple[str, list[str] | None]], Result]:
        result = run("build", east, west, wrong, "--json", *more)
        told = json.loads(result.stdout)
        jsonschema.validate(told, schema, cls=jsonschema.Draft7Validator)
        assert (told["exit_code"], [one["key"] for one in told["problems"]]) == (2, ["nothing-selected"])
        changes = [one["changes"] for one in told["briefings"]]
        kinds = [None if each is None else [one["kind"] for one in each] for each in changes]
        return list(zip([one["status"] for one in told["briefings"]], kinds, strict=True)), result

    assert built("--dry-run")[0] == [("would-be-published", None)] * 2
    assert built()[0] == [("published", None)] * 2
    assert built()[0] == [("unchanged", [])] * 2
    desk.document("east.txt", EAST.replace("‘good’ overall", "‘inadequate’ overall"))
    statuses, result = built()
    assert statuses == [("published", ["judgement", "source"]), ("unchanged", [])]
    assert result.stderr.startswith(f"{desk.folder.as_posix()}/wrong.yaml:")
    first = json.loads(result.stdout)["briefings"][0]
    assert (first["council"], first["output"], first["sources"]) == (
        "Cheshire East",
        "out/east.pdf",
        ["east"],
    )
    assert first["changes"][0]["before"]["value"] == "good"
    assert first["changes"][0]["sentence"].endswith(
        "the grade is now given as ‘inadequate’; before, it was given as ‘good’."
    )


def test_a_briefing_that_could_not_be_set_has_failed(desk: Desk) -> None:
    result = run("build", desk.spec(more="title: No glyph ☃\n"), "--json")
    [briefing] = json.loads(result.stdout)["briefings"]
    assert (result.exit_code, briefing["status"], briefing["output"]) == (4, "failed", None)


def test_diff_tells_what_changed_between_two_pdfs(desk: Desk) -> None:
    spec = desk.spec()
    run("build", spec, "--out", "before")
    desk.document("east.txt", EAST.replace("‘good’ overall", "‘inadequate’ overall"))
    run("build", spec, "--out", "after")
    same = run("diff", "before/east.pdf", "before/east.pdf")
    assert (same.exit_code, same.stderr) == (ExitCode.DONE, "")
    assert same.stdout == (
        "before/east.pdf (3 June 2024) and before/east.pdf (3 June 2024) state the same facts\n"
    )
    other = run("diff", "before/east.pdf", "after/east.pdf")
    assert (other.exit_code, other.stderr) == (ExitCode.FOUND, "")
    assert other.stdout.splitlines() == [
        "before/east.pdf (3 June 2024) and after/east.pdf (3 June 2024): 2 changes",
        "  Judgements",
        (
            "    Overall effectiveness at the inspection of 26 February to 8 March 2024: "
            "the grade is now given as ‘inadequate’; before, it was given as ‘good’."
        ),
        "  Sources",
        "    The file of a source changed: “Council welcomes Ofsted report”, document, published on 16 May 2024.",
    ]
    told = json.loads(run("diff", "before/east.pdf", "after/east.pdf", "--json").stdout)
    assert told["after"] == {
        "file": "after/east.pdf",
        "council": "Cheshire East",
        "title": "Children’s services in Cheshire East: what the inspection found",
        "day": "2024-06-03",
    }
    assert [(one["kind"], one["what"]) for one in told["changes"]] == [
        ("judgement", "changed"),
        ("source", "changed"),
    ]


def test_diff_of_two_councils_says_so(desk: Desk) -> None:
    run("build", desk.spec(), desk.spec("west", "Cheshire West"))
    result = run("diff", "out/east.pdf", "out/west.pdf")
    assert result.exit_code == ExitCode.FOUND
    assert result.stderr.startswith(
        "out/west.pdf: warning: these are briefings on two councils, Cheshire East and"
    )


def test_diff_refuses_what_is_no_briefing_of_ours(desk: Desk) -> None:
    run("build", desk.spec())
    desk.document("not.pdf", b"%PDF-1.7\nstartxref\n0\n%%EOF\n")
    desk.document("large.pdf", b"%PDF-1.7\n" + bytes(50_000_000))
    for name, key, words in (
        ("not.pdf", "no-facts", "this is damaged, or was written anew by another program"),
        ("large.pdf", "no-facts", "this is larger than 50 MB"),
        ("west.txt", "no-facts", "this is no PDF"),
        ("gone.pdf", "unreadable-file", "can't be read (No such file or directory)"),
        (".", "not-a-file", "this is no file"),
    ):
        result = run("diff", "out/east.pdf", f"documents/{name}")
        assert (result.exit_code, result.stdout) == (ExitCode.DOCUMENT, "")
        [line] = result.stderr.splitlines()
        assert words in line
        assert line.endswith(f"[{key}]")
        assert json.loads(run("diff", f"documents/{name}", "out/east.pdf", "--json").stdout)["before"] is None


def test_problems_go_to_standard_error_by_the_one_printer(desk: Desk) -> None:
    desk.document("bad.txt", b"")
    result = run("build", desk.spec())
    assert result.exit_code == ExitCode.DOCUMENT
    assert result.stdout.startswith("out/east.pdf: ")
    assert result.stderr.splitlines() == [
        "documents/bad.txt: error: the file is empty; save the page or the release again [empty-file]"
    ]


def test_quiet_leaves_warnings_and_errors(desk: Desk) -> None:
    desk.document("sources.yaml", "version: 1\ndocuments:\n  - file: east.txt\n")
    desk.document("bad.txt", b"")
    spec = desk.spec()
    assert "note: " in run("build", spec).stderr
    for command in ("build", "check", "explain"):
        result = run(command, spec, "--quiet")
        assert (result.stdout == "") is (command != "explain")
        assert [line.rpartition(" ")[2] for line in result.stderr.splitlines()] == ["[empty-file]"]


def test_a_path_that_can_not_be_read_is_left_to_the_build(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, spec = desk.folder / "locked", desk.spec()
    listing = Path.iterdir
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    monkeypatch.setattr(Path, "iterdir", lambda path: refuse() if path == locked else listing(path))
    locked.mkdir()
    result = run("build", locked, spec)
    assert result.exit_code == ExitCode.SPEC
    assert "locked: error: this can't be read (Permission denied)" in result.stderr
    assert desk.published() == ["east.pdf"]


def refuse() -> NoReturn:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def test_check_finds_and_writes_nothing(desk: Desk) -> None:
    assert run("check", desk.spec()).exit_code == ExitCode.DONE
    desk.document("bad.txt", b"")
    result = run("check", desk.spec())
    assert result.exit_code == ExitCode.FOUND
    assert result.stdout.startswith(f"{desk.folder.as_posix()}/east.yaml: Cheshire East, from 1 document\n")
    assert not desk.out.exists()
    wrong = desk.raw_spec("wrong", "version: 1\ncouncil: Cheshire East\nsources: {library: document}\n")
    result = run("check", wrong)
    assert result.exit_code == ExitCode.SPEC
    assert 'wrong.yaml:3:20: error: there is no folder "document"' in result.stderr


@pytest.mark.usefixtures("desk")
def test_quiet_leaves_the_facts() -> None:
    assert run("extract", "documents", "--quiet").stdout == run("extract", "documents").stdout != ""


def test_a_folder_without_documents_is_a_warning(desk: Desk) -> None:
    (desk.folder / "empty").mkdir()
    result = run("extract", "empty")
    assert (result.exit_code, result.stdout) == (ExitCode.DONE, "")
    assert result.stderr.startswith("empty: warning: there is no document in this folder")


@pytest.mark.usefixtures("desk")
def test_extract_sets_the_facts_out_for_reading() -> None:
    result = run("extract", "documents")
    assert result.exit_code == ExitCode.DONE
    assert [line for line in result.stdout.splitlines() if not line.startswith(" ")] == [
        "documents/east.txt",
        "documents/west.txt",
    ]
    assert "    overall: good – " in result.stdout
    assert (
        "    Carol Example, lead member for children and families, Cheshire East Council [said-before: “Councillor Carol "
        "Example”]: “We " in result.stdout
    )


def test_extract_prints_one_object_a_line_for_every_document(desk: Desk) -> None:
    desk.document("bad.txt", b"")
    result = run("extract", "documents", "gone.txt", "documents/east.txt", "--json", "--with-text")
    assert result.exit_code == ExitCode.DOCUMENT
    schema = json.loads(run("schema", "extract").stdout)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    for line in lines:
        jsonschema.validate(line, schema, cls=jsonschema.Draft7Validator)
    assert [line["path"] for line in lines] == [
        "documents/bad.txt",
        "documents/east.txt",
        "documents/west.txt",
        "gone.txt",
        "documents/east.txt",
    ]
    assert [line["sha256"] is None for line in lines] == [False, False, False, True, False]
    assert lines[0]["problems"] == [
        {
            "severity": "error",
            "key": "empty-file",
            "message": "the file is empty; save the page or the release again",
        }
    ]
    assert lines[0]["text"] is None
    assert len(result.stderr.splitlines()) == 2


def test_every_document_of_a_library_gets_its_line_whatever_its_kind(desk: Desk) -> None:
    desk.document("page.rtf", b"{\\rtf1 words}")
    desk.document("page.odt", "<p>Ofsted")
    desk.document("table.csv", "a,b")
    os.mkfifo(desk.folder / "documents" / "pipe.txt")
    (desk.folder / "documents" / "gone.txt").symlink_to("nowhere.txt")
    result = run("extract", "documents", "--json")
    assert result.exit_code == ExitCode.DOCUMENT
    found = {line["path"]: line["problems"] for line in map(json.loads, result.stdout.splitlines())}
    assert {path: [one["key"] for one in problems] for path, problems in found.items() if problems} == {
        "documents/gone.txt": ["no-such-file"],
        "documents/page.odt": ["unreadable-kind"],
        "documents/page.rtf": ["unreadable-kind"],
        "documents/pipe.txt": ["not-a-file"],
    }
    assert "documents/page.rtf: error: RTF files can't be read yet; save the text as" in result.stderr
    assert 'documents: note: passed over, as no documents: "table.csv"' in result.stderr


def test_extract_takes_only_what_it_can_read(desk: Desk) -> None:
    desk.document("page.rtf", b"{\\rtf1 words}")
    os.mkfifo(desk.folder / "pipe.txt")
    result = run("extract", "documents/page.rtf", "pipe.txt", "--json")
    assert result.exit_code == ExitCode.DOCUMENT
    keys = [json.loads(line)["problems"][0]["key"] for line in result.stdout.splitlines()]
    assert keys == ["unreadable-kind", "not-a-file"]


def test_extract_reports_a_library_that_is_not_in_order(desk: Desk) -> None:
    desk.document("sources.yaml", "version: 1\ndocuments: []\nfolder: here\n")
    result = run("extract", "documents", "--json")
    assert result.exit_code == ExitCode.SPEC
    assert result.stdout == ""
    assert 'documents/sources.yaml:3:1: error: unknown key "folder"' in result.stderr


def test_a_name_that_is_no_utf_8_still_gets_its_line(desk: Desk) -> None:
    path = desk.folder / "documents" / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_bytes(b"")
    except OSError:
        pytest.skip("this file system takes no such names")
    result = run("extract", "documents", "--json")
    assert json.loads(result.stdout.splitlines()[0])["path"] == f"documents/{path.name}"


def test_the_text_goes_with_json(desk: Desk) -> None:
    result = run("extract", desk.folder, "--with-text")
    assert result.exit_code == 2
    assert "the text goes with --json" in result.stderr


def test_explain_gives_file_place_and_rule_of_each_statement(desk: Desk) -> None:
    result = run("explain", desk.spec())
    assert result.exit_code == ExitCode.DONE
    lines = result.stdout.splitlines()
    assert lines[0] == "east.pdf: Cheshire East"
    said = next(number for number, line in enumerate(lines) if line.startswith("  We are proud of our staff"))
    assert lines[said + 1].startswith("    documents/east.txt: paragraph ")
    assert "characters " in lines[said + 1]
    assert "achieved for children. — Councillor Carol Example, lead member" in lines[said]
    assert lines[said + 1].endswith(
        "]: “We are proud of our staff and of what they have achieved for children.”"
    )
    assert not desk.out.exists()


@pytest.mark.parametrize(
    ("of", "key"),
    [
        ((), "council"),
        (("theme",), "accent"),
        (("sources",), "documents"),
        (("extract",), "path"),
        (("facts",), "since"),
        (("build",), "briefings"),
    ],
)
def test_schema_prints_a_valid_schema(of: tuple[str, ...], key: str) -> None:
    schema = json.loads(run("schema", *of).stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    assert key in schema["properties"]


def test_init_writes_a_first_spec_that_builds(desk: Desk) -> None:
    result = run("init", "here/first.yaml")
    assert result.exit_code == ExitCode.DONE
    assert result.stdout.splitlines() == ["here/first.yaml", "here/documents", "here/spec.schema.json"]
    desk.document("east.txt", (desk.folder / "documents" / "east.txt").read_bytes(), "here/documents")
    assert run("build", "here").exit_code == ExitCode.DONE
    assert desk.published() == ["first.pdf"]


@pytest.mark.parametrize(("given", "better"), [("foo", "foo.yaml"), ("here", "here/first.yaml")])
def test_init_writes_no_spec_that_no_build_would_find(desk: Desk, given: str, better: str) -> None:
    (desk.folder / "here").mkdir()
    result = run("init", given)
    assert result.exit_code == ExitCode.SPEC
    assert result.stderr.rstrip().endswith(f"give {better} [bad-name]")
    assert not (desk.folder / "foo").exists()
    assert run("init", better).exit_code == ExitCode.DONE


@pytest.mark.usefixtures("desk")
def test_init_says_where_the_documents_go() -> None:
    assert "Put the documents into here/documents," in run("init", "here/first.yaml").stderr


def test_init_overwrites_nothing(desk: Desk) -> None:
    assert run("init").exit_code == ExitCode.DONE
    spec = desk.folder / "briefings" / "first.yaml"
    spec.write_text("mine", encoding="utf-8")
    result = run("init")
    assert result.exit_code == ExitCode.STORE
    assert result.stderr.startswith("briefings/first.yaml: error: this is there already")
    assert spec.read_text(encoding="utf-8") == "mine"
    assert run("init", "briefings/second.yaml").stdout.splitlines() == ["briefings/second.yaml"]


def test_init_where_nothing_can_be_written_says_so(desk: Desk) -> None:
    desk.document("taken", "a file", "here")
    result = run("init", "here/taken/first.yaml")
    assert result.exit_code == ExitCode.STORE
    assert "give " in result.stderr


def test_help_names_every_command_and_exit_code() -> None:
    result = run("--help")
    assert all(f"\n  {command} " in result.stdout for command in COMMANDS)
    assert "..." not in result.stdout.partition("Commands:")[2].partition("Exit status")[0]
    words = " ".join(result.stdout.split())
    assert all(f"{code.value} " in words.partition("Exit status: ")[2] for code in ExitCode)
    for command in COMMANDS:
        shown = run(command, "--help")
        assert shown.exit_code == ExitCode.DONE
        assert "Exit status: 0 done" in shown.stdout
        assert not any(mark in shown.stdout for mark in ("{", "}", "list[", " <path>  S"))


def test_the_version_is_the_packages() -> None:
    assert run("--version").stdout == f"councilbrief {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    """What takes long to load is loaded only by the command that needs it."""
    code = (
        "import sys\n"
        "from councilbrief.cli import app\n"
        "app(['--help'], standalone_mode=False)\n"
        "heavy = {'pydantic', 'reportlab', 'pdfplumber', 'yaml', 'rich', 'councilbrief.evidence'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or None)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert (done.stderr, done.returncode) == (b"", 0)


def test_what_a_terminal_would_obey_is_never_printed(desk: Desk) -> None:
    desk.document("\x1b]0;taken\x07.txt", b"")
    result = run("build", desk.spec())
    assert "documents/\ufffd]0;taken\ufffd.txt: error: " in result.stderr


def test_the_same_pdf_whatever_the_clock_the_locale_and_the_hash_seed(desk: Desk) -> None:
    desk.spec()
    results = []
    for number, environment in enumerate(
        ({"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "LC_ALL": "C"}, {"TZ": "UTC", "PYTHONHASHSEED": "2"})
    ):
        out = f"out{number}"
        done = in_a_process(desk, "build", "east.yaml", "--out", out, environment=environment)
        assert (done.returncode, done.stderr) == (0, b"")
        results.append((desk.folder / out / "east.pdf").read_bytes())
    assert results[0] == results[1]


def test_a_terminal_that_lacks_letters_makes_nothing_crash(desk: Desk) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii", "NO_COLOR": "1"}
    facts = in_a_process(desk, "extract", "documents", environment=ascii_only)
    assert facts.returncode == 0
    assert b"\\u201cWe are proud" in facts.stdout
    lines = in_a_process(
        desk, "extract", "documents/east.txt", "--json", "--with-text", environment=ascii_only
    )
    assert json.loads(lines.stdout)["title"] == "Council welcomes Ofsted report"
    assert "children’s services".encode() in lines.stdout


def test_a_reader_that_goes_away_is_no_error(desk: Desk) -> None:
    for number in range(40):
        desk.document(f"copy{number}.txt", (desk.folder / "documents" / "east.txt").read_bytes())
    command = [sys.executable, "-c", "from councilbrief.cli import main; main()", "extract", "documents"]
    child = subprocess.Popen(command, cwd=desk.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    child.stdout.read(10)
    child.stdout.close()
    _, stderr = child.communicate(timeout=60)
    assert (child.returncode, stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_output_that_can_not_be_written_is_said(desk: Desk) -> None:
    command = [sys.executable, "-c", "from councilbrief.cli import main; main()", "extract", "documents"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, cwd=desk.folder, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == ExitCode.STORE
    assert done.stderr == b"error: the output can't be written: No space left on device [write-failed]\n"


def test_a_shell_can_complete(desk: Desk) -> None:
    asking = {"_COUNCILBRIEF_COMPLETE": "complete_bash", "COMP_WORDS": "councilbrief ex", "COMP_CWORD": "1"}
    done = in_a_process(desk, environment=asking)
    assert done.stdout.split() == [b"extract", b"explain"]
