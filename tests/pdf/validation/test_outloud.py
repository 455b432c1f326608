"""What a checker finds that also asks how a page sounds; each of its findings is explained or mended."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from pdf.validation.files import write_all
from pdf.validation.smallest import smallest, spoiled

PROGRAM = [sys.executable, "-c", "from outloud.cli import main; main()"]  # it stays out of this process
EXPLAINED = {
    "DOC-040": "the title is as long as the case makes it",
    "NOTE-003": "the number of a source is the label of the list's item that holds it",
    "ORD-001": "it counts a paragraph's words before those of the links among them, whatever their order is",
    "PAG-001": "the case repeats the same words at the same height of several pages",
    "TBL-010": "each row has a heading, so a table of two columns has more headings than other cells",
}
ONLY_IN = {  # the cases whose own making is what is found
    "DOC-040": {"long-names.pdf", "long-words.pdf"},
    "PAG-001": {"everything.pdf", "many-sources.pdf", "thirty-pages.pdf"},
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        find_spec("outloud") is None, reason="outloud is not there: pip install --editable '.[outloud]'"
    ),
]


def findings(*files: Path) -> dict[str, dict[str, str]]:
    """Return each file's findings, by their rules."""
    done = subprocess.run(
        [*PROGRAM, *map(str, files), "--json", "-"], capture_output=True, check=False, text=True
    )
    results = json.loads(done.stdout)["results"]
    assert [one["error"] for one in results if one["error"]] == []
    return {
        Path(one["path"]).name: {found["rule"]: found["message"] for found in one["findings"]}
        for one in results
    }


def test_it_finds_nothing_in_what_is_right_and_something_in_what_is_not(tmp_path: Path) -> None:
    (right := tmp_path / "right.pdf").write_bytes(smallest())
    (wrong := tmp_path / "wrong.pdf").write_bytes(spoiled("no alternative text"))
    found = findings(right, wrong)
    assert not found["right.pdf"]
    assert found["wrong.pdf"]


def test_what_it_finds_in_our_briefings_is_explained(tmp_path: Path) -> None:
    unexplained = {
        (name, rule): message
        for name, found in findings(*write_all(tmp_path)).items()
        for rule, message in found.items()
        if rule not in EXPLAINED or name not in ONLY_IN.get(rule, {name})
    }
    assert unexplained == {}
