from __future__ import annotations

from pathlib import Path

import pytest

from builds.desk import Desk, desk_in


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return desk_in(tmp_path)
