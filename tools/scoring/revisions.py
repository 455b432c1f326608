"""The facts of texts as a revision of the program finds them, those of a commit kept for the next time."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from scoring import ROOT

Json = dict[str, Any]
KEPT = ROOT / "build" / "facts"
READER = Path(__file__).parent / "facts.py"


def facts_now(units: Iterable[Path]) -> dict[Path, Json]:
    """Return what the working tree finds in files and libraries, by the path of each document."""
    return _by_path(_read(ROOT / "src", list(dict.fromkeys(units))).values())


def facts_at(commit: str, units: Iterable[Path]) -> dict[Path, Json]:
    """Return what a commit finds, from what was kept of it; git's state stays as it is."""
    kept = KEPT / f"{commit}.json"
    known: dict[str, list[Json]] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    keys = {unit: _digest(unit) for unit in units}
    new = [unit for unit, key in keys.items() if key not in known]
    if new:
        with tempfile.TemporaryDirectory() as place:
            _unpack(commit, Path(place))
            known |= {keys[unit]: found for unit, found in _read(Path(place) / "src", new).items()}
        KEPT.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(known), encoding="utf-8")
    return _by_path(known[key] for key in keys.values())


def commit_of(revision: str) -> str:
    """Return the id of the commit that a revision names; raise ValueError where there is none."""
    asked = ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - a name only
    if told.returncode:
        message = f"there is no revision {revision!r} here: give a commit, a tag or a branch, such as HEAD~1"
        raise ValueError(message)
    return told.stdout.strip()


def _unpack(commit: str, place: Path) -> None:
    """Write the program of a commit into a folder."""
    packed = subprocess.run(  # noqa: S603 - an id that git gave
        ["git", "archive", "--format=tar", commit, "src"],  # noqa: S607 - the user's own git
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        archive.extractall(place, filter="data")


def _read(source: Path, units: Sequence[Path]) -> dict[Path, list[Json]]:
    """Let the program of a folder read files and libraries, in as many processes as there are cores."""
    many = min(os.cpu_count() or 1, len(units)) or 1
    parts = [units[at::many] for at in range(many)]
    with ThreadPoolExecutor(many) as threads:
        told = list(threads.map(lambda part: _read_part(source, part), parts))
    return {
        unit: found
        for part, each in zip(parts, told, strict=True)
        for unit, found in zip(part, each, strict=True)
    }


def _read_part(source: Path, units: Sequence[Path]) -> list[list[Json]]:
    told = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-P", str(READER)],
        input="\n".join(map(str, units)),
        env={**os.environ, "PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if told.returncode:
        message = f"the program in {source} does not run as it is: see what it says above"
        raise SystemExit(message)
    return [json.loads(line) for line in told.stdout.splitlines()]


def _by_path(found: Iterable[Sequence[Json]]) -> dict[Path, Json]:
    return {(ROOT / one["path"]).resolve(): one for unit in found for one in unit}


def _digest(unit: Path) -> str:
    """Tell a file or a library by its name and what it holds."""
    files = sorted(path for path in unit.rglob("*") if path.is_file()) if unit.is_dir() else [unit]
    whole = hashlib.sha256()
    for file in files:
        whole.update(f"{file}\n".encode())
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()
