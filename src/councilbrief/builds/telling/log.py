"""A log of builds, for whoever looks after many: times, places and keys of rules, no words of documents."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from councilbrief.builds.telling.notice import Told
from councilbrief.problems import Problem, Severity


def append(path: Path, now: dt.datetime, result: Told) -> tuple[Problem, ...]:
    """Add what came of a build, a JSON object a line; return why that could not be done, if so."""
    at = now.astimezone(dt.UTC).isoformat(timespec="seconds")
    lines = [json.dumps({"at": at, **each}) for each in _entries(result)]
    try:
        with path.open("a", encoding="utf-8") as file:
            file.write("".join(f"{line}\n" for line in lines))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is none that the system takes"
        message = f"the log can't be written ({reason}); give another file with --log"
        return (Problem(Severity.WARNING, "log-not-written", message, path.as_posix()),)
    return ()


def _entries(result: Told) -> Iterator[dict[str, Any]]:
    for one in result.outcomes:
        yield {"event": one.status.value, "spec": one.spec, "output": _path(one.output), "sha256": one.digest}
    for problem in result.problems:
        place = {"file": problem.file, "line": problem.line, "column": problem.column}
        yield {"event": problem.severity.value, "key": problem.key, **place}
    yield {"event": "end", "briefings": len(result.outcomes), "exit_code": int(result.exit_code)}


def _path(path: Path | None) -> str | None:
    return None if path is None else path.as_posix()
