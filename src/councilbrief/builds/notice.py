"""What a build came to, as one JSON object, for whatever tells people of it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from councilbrief.builds.outcome import BuildResult, Outcome

VERSION = 1


def notice(result: BuildResult, *, dry: bool) -> str:
    """Write what became of each briefing and what changed in it, as `build.schema.json` says."""
    told = {
        "version": VERSION,
        "exit_code": int(result.exit_code),
        "briefings": [_briefing(one, dry=dry) for one in result.outcomes],
        "problems": [asdict(one) for one in result.problems],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _briefing(outcome: Outcome, *, dry: bool) -> dict[str, Any]:
    return {
        "spec": outcome.spec,
        "council": outcome.council,
        "output": outcome.output.as_posix() if outcome.output else None,
        "status": _status(outcome, dry=dry),
        "digest": outcome.digest,
        "why": list(outcome.why),
        "changes": None if outcome.changes is None else [asdict(one) for one in outcome.changes],
        "sources": [source.id for source in outcome.sources],
    }


def _status(outcome: Outcome, *, dry: bool) -> str:
    if outcome.output is None:
        return "failed"
    if not outcome.why:
        return "unchanged"
    return "would-be-published" if dry else "published"
