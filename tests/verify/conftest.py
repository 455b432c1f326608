from __future__ import annotations

from pathlib import Path

import pytest

from verify.published import Desk, desk_in


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A folder with the seeds, which is also the working folder."""
    monkeypatch.chdir(tmp_path)
    return desk_in(tmp_path, monkeypatch)
