"""An officer's desk for tests: a folder with documents on two councils, and specs written there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pdfplumber

from councilbrief.builds import How
from councilbrief.builds.files import Files
from councilbrief.builds.keeping.kept import FOLDER, Kept
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.run import build
from councilbrief.builds.shelf import Shelf
from councilbrief.builds.store import Store

EAST = """Council welcomes Ofsted report

16 May 2024

Ofsted has rated Cheshire East Council’s children’s services ‘good’ overall after an inspection from 26 February to 8 March 2024.

The inspectors rated the experiences and progress of care leavers as ‘requires improvement to be good’.

Councillor Carol Example, lead member for children and families at Cheshire East Council, said: “We are proud of our staff and of what they have achieved for children.”
"""
WEST = """Inspectors praise services for children

8 May 2019

Children’s services at Cheshire West and Chester Council were rated ‘good’ overall by Ofsted after an inspection from 18 to 22 March 2019.

Emma Example, Director of Children’s Services at Cheshire West and Chester Council, said: “We are delighted that inspectors saw how hard our teams work.”
"""
SPEC = "version: 1\ncouncil: {council}\nas_at: 2024-06-03\nsources:\n  library: documents\n"


@dataclass(frozen=True, slots=True)
class Desk:
    """The folder and what is put into it."""

    folder: Path

    @property
    def out(self) -> Path:
        return self.folder / "out"

    def document(self, name: str, content: str | bytes, library: str = "documents") -> Path:
        path = self.folder / library / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def spec(self, name: str = "east", council: str = "Cheshire East", more: str = "") -> Path:
        return self.raw_spec(name, SPEC.format(council=council) + more)

    def raw_spec(self, name: str, text: str) -> Path:
        path = self.folder / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def build(
        self, *specs: Path, files: Files | None = None, shelf: Shelf | None = None, epoch: str | None = None
    ) -> BuildResult:
        return build(specs, Store(self.out, files), How(epoch), shelf=shelf)

    def rebuild(self, *specs: Path, dry: bool = False, files: Files | None = None) -> BuildResult:
        """Build as the program does: with what earlier builds kept."""
        return build(specs, Store(self.out, files, kept=Kept(self.out, files, dry=dry)))

    def published(self) -> list[str]:
        return published_in(self.out)

    def text(self, name: str) -> str:
        return text_of((self.out / name).read_bytes())


def desk_in(folder: Path) -> Desk:
    desk = Desk(folder)
    desk.document("east.txt", EAST)
    desk.document("west.txt", WEST)
    return desk


def published_in(folder: Path) -> list[str]:
    """Return the names in an output folder, but for the one of what is kept for the next build."""
    there = folder.iterdir() if folder.exists() else ()
    return sorted(path.name for path in there if path.name != FOLDER)


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF, on one line."""
    with pdfplumber.open(BytesIO(pdf)) as pages:
        return " ".join(" ".join((page.extract_text() or "").split()) for page in pages.pages)


def keys(result: BuildResult) -> Sequence[str]:
    return [problem.key for problem in result.problems]
