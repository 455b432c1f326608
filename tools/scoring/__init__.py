"""Scoring: what the finders say of texts against what a person wrote down of them."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The truths about the project's own texts are read by a module that stands with the tests.
if str(ROOT / "tests") not in sys.path:
    sys.path.append(str(ROOT / "tests"))
