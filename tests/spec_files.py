"""What the tests of specs share: a small library, a small register, and a way to load a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from councilbrief.briefing.load_spec import SpecFile, load_spec_file
from councilbrief.evidence.councils.register import Ambiguous, Council, Resolved, Unknown
from councilbrief.problems import SpecError

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "councilbrief"
EAST = Council("E06000049", "Cheshire East Council", "Cheshire East")
WEST = Council("E06000050", "Cheshire West and Chester Council", "Cheshire West and Chester")
MINIMAL = "version: 1\ncouncil: Cheshire East\nsources:\n  library: lib\n"


def resolve(name: str) -> Resolved | Ambiguous | Unknown:
    if name == "Cheshire":
        return Ambiguous((EAST, WEST))
    for council in (EAST, WEST):
        if name in council.all_names or name == council.gss:
            return Resolved(council)
    return Unknown(("Cheshire East",) if name.startswith("Ch") else ())


def make_folder(path: Path) -> Path:
    (path / "lib").mkdir()
    for name in ("release.txt", "article.txt"):
        (path / "lib" / name).write_text("Ofsted rated Cheshire East ‘good’.\n", encoding="utf-8")
    return path


def publish(folder: Path, file: str, publisher: str) -> None:
    """Say in a library's `sources.yaml` who published a document."""
    text = f"version: 1\ndocuments: [{{file: {file}, publisher: {publisher}}}]\n"
    (folder / "sources.yaml").write_text(text, encoding="utf-8")


def load(folder: Path, text: str) -> SpecFile:
    path = folder / "east.yaml"
    path.write_text(text, encoding="utf-8")
    return load_spec_file(path, "east.yaml", resolve=resolve)


def said(folder: Path, text: str) -> list[str]:
    with pytest.raises(SpecError) as caught:
        load(folder, text)
    return [str(problem).removeprefix("east.yaml:") for problem in caught.value.problems]
