from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from builds.desk import Desk, desk_in
from pdf.validation import watching


def pytest_configure() -> None:
    watching.begin()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    try:
        outcome = yield
    except BaseException:
        watching.WATCH.waiting.clear()  # this test has failed already; no other is to fail over its PDFs
        raise
    watching.check(item)
    return outcome


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An officer's desk, which is also the working folder."""
    monkeypatch.chdir(tmp_path)
    return desk_in(tmp_path)
