"""How verdicts are told, by the command too, and that real briefings are verified."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from councilbrief.briefing.edition_json import dumped
from councilbrief.builds.verifying.telling import verified_json, verified_lines
from councilbrief.builds.verifying.verdict import Checked
from councilbrief.builds.verifying.verify import verify
from councilbrief.problems import ExitCode
from spec_files import PACKAGE
from verify.published import SPEC, TOWARDS, Desk, briefing, composed, edition, fine

CORPUS = os.environ.get("COUNCILBRIEF_CORPUS")
COUNCILS = ("Barnsley", "Dudley", "Isle of Wight", "Oxfordshire", "York")


def test_of_three_the_one_that_is_wrong_is_told(desk: Desk) -> None:
    paths = (
        desk.publish(name="a.pdf"),
        desk.misprinted(TOWARDS, "quite happy").rename(desk.folder / "b.pdf"),
        desk.publish(briefing("Cheshire West and Chester"), name="c.pdf"),
    )
    result = verify(paths, [desk.library])
    assert [int(one.exit_code) for one in result.verdicts] == [0, 1, 0]
    assert result.exit_code is ExitCode.FOUND


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


def test_the_command_says_it_with_its_exit_status(desk: Desk) -> None:
    path = desk.publish()
    call = [sys.executable, "-m", "councilbrief.cli", "verify", path.name, "--library", "seeds"]
    call[1:3] = ["-c", "from councilbrief.cli import main; main()"]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
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
