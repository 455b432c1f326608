"""An officer's own phrases reach every finder, whoever does the work, and every result says so."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from distributed import LocalCluster

from builds.desk import EAST, Desk
from councilbrief.evidence.words import phrases
from councilbrief.pdf.file.attachment import attached
from spec_files import PACKAGE
from test_cli import in_a_process

VERB = "blarneyed"
TEXT = EAST.partition("Councillor Carol")[0] + (
    f"“We are proud of our staff and of what they have achieved for children,” {VERB} "
    "Councillor Carol Example, lead member for children and families at Cheshire East Council.\n"
)
WORDS = f"speech:\n  statement:\n    words: [{VERB}]\n    matches: ['“It is slow,” {VERB} Cllr Hayes.']\n"
NAMED = "Councillor Carol Example, lead member for children and families"
TOLD = "The program was given phrases beyond its own to look for, in the file words.yaml."
WITH = ("--words", "words.yaml")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with a document that nobody attributes who does not know its verb, and with a file that has it."""
    assert VERB not in phrases("speech", "statement")
    desk.document("east.txt", TEXT)
    desk.spec()
    desk.raw_spec("words", WORDS)
    return desk


def built(
    desk: Desk, *more: str, environment: Mapping[str, str] | None = None, spec: str = "east.yaml"
) -> tuple[str, str]:
    """Build as a shell does; return what was printed, and on standard error."""
    done = in_a_process(desk, "build", spec, *more, environment=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode(), done.stderr.decode()


def test_a_quotation_is_attributed_by_a_verb_that_only_the_officer_knows(desk: Desk) -> None:
    built(desk)
    assert NAMED not in desk.text("east.pdf")
    assert TOLD not in desk.text("east.pdf")
    told, _ = built(desk, *WITH)
    assert "A quotation is now attributed to Councillor Carol Example" in told
    assert NAMED in desk.text("east.pdf")
    assert TOLD in desk.text("east.pdf")


def test_to_build_again_changes_nothing_and_an_edit_builds_again(desk: Desk) -> None:
    built(desk, *WITH)
    before = (desk.out / "east.pdf").read_bytes()
    assert "east.pdf: Cheshire East, unchanged" in built(desk, *WITH)[0]
    assert (desk.out / "east.pdf").read_bytes() == before
    desk.raw_spec("words", WORDS.replace(VERB, "harrumphed"))
    dry = built(desk, *WITH, "--dry-run")[0].splitlines()
    assert dry[:2] == ["out/east.pdf: Cheshire East, would be built", "  words.yaml changed"]
    assert "attributed to Source not identified" in dry[2]
    built(desk, *WITH)
    assert NAMED not in desk.text("east.pdf")
    assert built(desk, "--dry-run")[0].splitlines()[1] == "  words.yaml is no longer used"
    desk.raw_spec("words", WORDS)
    built(desk, *WITH)
    assert (desk.out / "east.pdf").read_bytes() == before


def test_a_pdf_carries_by_which_phrases_it_was_made_and_is_verified_with_them(desk: Desk) -> None:
    built(desk, environment={"COUNCILBRIEF_WORDS": "words.yaml"})
    carried = json.loads(attached((desk.out / "east.pdf").read_bytes()))
    schema = json.loads((PACKAGE / "briefing" / "facts.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(carried, schema, cls=jsonschema.Draft7Validator)
    assert carried["trace"]["phrases"] == {
        "file": "words.yaml",
        "sha256": sha256(WORDS.encode()).hexdigest(),
    }
    told = verified(desk, *WITH)
    assert (told["checked"]["quotations"], told["remarks"]) == (1, [])
    [remark] = verified(desk)["remarks"]
    assert remark["key"] == "not-checked"
    assert "made with the phrases of words.yaml" in remark["sentence"]


def verified(desk: Desk, *more: str) -> dict[str, Any]:
    done = in_a_process(desk, "verify", "out/east.pdf", "--library", "documents", "--json", *more)
    assert done.returncode == 0
    [told] = json.loads(done.stdout)["briefings"]
    return dict(told)


@pytest.mark.parametrize("command", ["extract", "explain", "check"])
def test_every_command_that_reads_documents_takes_them(desk: Desk, command: str) -> None:
    given = "documents/east.txt" if command == "extract" else "east.yaml"
    plain, with_words = (in_a_process(desk, command, given, *more).stdout.decode() for more in ((), WITH))
    assert plain
    speaker = "Carol Example, lead member for children and families"
    assert (speaker in with_words, speaker in plain) == (command != "check", False)


@pytest.mark.parametrize("command", ["build", "check", "explain", "extract", "national", "verify"])
def test_a_file_with_mistakes_stops_every_command(desk: Desk, command: str) -> None:
    desk.raw_spec("words", WORDS.replace("statement", "statments").replace("speech", "speach"))
    done = in_a_process(desk, command, "documents", *WITH)
    assert (done.returncode, done.stdout) == (2, b"")
    [line] = done.stderr.decode().splitlines()
    assert line == 'words.yaml:1:1: error: unknown subject "speach", did you mean "speech"? [unknown-subject]'
    assert not desk.out.exists()


def many(desk: Desk) -> None:
    for number in range(14):
        desk.document(f"more {number:02}.txt", TEXT.replace("proud", f"proud, {number} times over,"))


def test_processes_know_the_same_phrases(desk: Desk) -> None:
    many(desk)
    assert built(desk, *WITH, "--engine", "local:2", "--out", "two")[1] == ""
    built(desk, *WITH, "--engine", "serial", "--out", "one")
    one, two = ((desk.folder / name / "east.pdf").read_bytes() for name in ("one", "two"))
    assert one == two
    assert NAMED.encode() in attached(two)


@pytest.mark.filterwarnings("ignore")  # what Dask warns of in its own threads is its affair
def test_a_cluster_learns_them_or_leaves_the_work_undone(desk: Desk) -> None:
    many(desk)
    settings = {"n_workers": 1, "threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(**settings) as cluster:  # type: ignore[no-untyped-call]  # Dask has no types
        engine = ("--engine", f"dask:{cluster.scheduler_address}")
        assert built(desk, *WITH, *engine)[1] == ""
        assert NAMED in desk.text("east.pdf")
        told, wrong = built(desk, *engine)
    assert "attributed to Source not identified" in told
    assert wrong.rstrip().endswith("[engine-failed]")


def test_who_watches_sees_an_edit_of_the_phrases(desk: Desk) -> None:
    desk.raw_spec("words", WORDS.replace("words:", "word:"))
    command = [sys.executable, "-c", "from councilbrief.cli import main; main()", "build", "east.yaml"]
    child = subprocess.Popen(
        [*command, "--watch", *WITH], cwd=desk.folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        assert "[unknown-key]" in until_it_waits(child)
        assert desk.published() == []
        saved(desk, WORDS)
        assert until_it_waits(child) == ""
        assert NAMED in desk.text("east.pdf")
        saved(desk, WORDS.replace("matches", "match"))
        assert "[unknown-key]" in until_it_waits(child)
        saved(desk, WORDS.replace(VERB, "harrumphed"))
        assert until_it_waits(child) == ""
        assert NAMED not in desk.text("east.pdf")
        child.send_signal(signal.SIGINT)
        assert child.wait(timeout=60) == 0
    finally:
        child.kill()
        child.communicate()


def saved(desk: Desk, text: str) -> None:
    """Save the phrases as editors do, whole or not at all: a file half written is another edit."""
    new = desk.folder / "words.yaml.new"
    new.write_text(text, encoding="utf-8")
    new.replace(desk.folder / "words.yaml")


def until_it_waits(child: subprocess.Popen[bytes]) -> str:
    """Return what is said on standard error before it is said that changes are waited for."""
    assert child.stderr is not None
    said = iter(child.stderr.readline, b"")
    return "".join(line.decode() for line in iter(lambda: next(said), b"waiting for changes; Ctrl+C ends\n"))


def test_a_build_at_set_times_has_them_as_well(desk: Desk) -> None:
    desk.spec(more='schedule: "0 6 * * mon"\n')
    done = in_a_process(desk, "schedule", "install", "east.yaml", "--cron", *WITH)
    assert done.returncode == 0
    file = (desk.folder / "councilbrief.cron").read_text(encoding="utf-8")
    assert f"build --due --quiet --words {desk.folder}/words.yaml --out" in file
    assert built(desk, "--due", *WITH)[1] == ""
    assert NAMED in desk.text("east.pdf")


def test_a_folder_of_specs_may_hold_them(desk: Desk) -> None:
    assert built(desk, *WITH, spec=".")[0].startswith("out/east.pdf: Cheshire East, from 1 document\n")


def test_the_command_lists_the_groups_and_checks_a_file(desk: Desk) -> None:
    listed = in_a_process(desk, "words").stdout.decode().splitlines()
    assert "speech: How English reports speech." in listed
    at = next(at for at, line in enumerate(listed) if line.startswith("  statement: Verbs that introduce"))
    assert listed[at].endswith("(“She said: “We accept it.””)")
    done = in_a_process(desk, "words", "words.yaml")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == f"words.yaml: 1 phrase for 1 group\n  speech.statement: {VERB}\n"
    desk.raw_spec("words", WORDS.replace("matches", "spares"))
    done = in_a_process(desk, "words", "words.yaml")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.endswith(b'error: the key "matches" of speech.statement is missing [missing-key]\n')
    Path(desk.folder / "words.yaml").unlink()
    assert in_a_process(desk, "words", "words.yaml").returncode == 2
