"""Golden texts: what a person has read and agreed to, never overwritten in silence."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
UPDATE = "COUNCILBRIEF_UPDATE_GOLDEN"


def golden(name: str, text: str) -> None:
    """Compare a text with its golden file, which is written only where the environment asks for it."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get(UPDATE) == "1":
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"no golden file {path.name}; read the text, then set {UPDATE}=1 to write it"
    assert text == path.read_text(encoding="utf-8")
