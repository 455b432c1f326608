"""What a build came to, as one JSON object, for whatever tells people of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

from councilbrief.builds.keeping.memory import Result
from councilbrief.builds.outcome import Outcome, Status

VERSION = 1
WOULD_BE = "would-be-published"


class Told(Result, Protocol):
    """What came of a command that makes briefings."""

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Return what became of each."""


def notice(result: Told, *, dry: bool = False, files: Sequence[Path] = ()) -> str:
    """Write what became of each briefing and what changed in it, as `build.schema.json` says.

    `files` are those that are published beside the briefings.
    """
    told = {
        "version": VERSION,
        "exit_code": int(result.exit_code),
        "briefings": [_briefing(one, dry=dry) for one in result.outcomes],
        "files": [path.as_posix() for path in files],
        "problems": [asdict(one) for one in result.problems],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _briefing(outcome: Outcome, *, dry: bool) -> dict[str, Any]:
    return {
        "spec": outcome.spec,
        "council": outcome.council,
        "output": outcome.output.as_posix() if outcome.output else None,
        "status": WOULD_BE if dry and outcome.status is Status.PUBLISHED else outcome.status.value,
        "digest": outcome.digest,
        "why": list(outcome.why),
        "changes": None if outcome.changes is None else [asdict(one) for one in outcome.changes],
        "sources": [source.id for source in outcome.sources],
    }
