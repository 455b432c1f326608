"""Many briefings at a glance: a row for each, and how many came to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from councilbrief.builds.outcome import Outcome, Status

MANY = 6
"""Above so many briefings a row for each serves better than all that can be said of each."""

HEAD = ("Briefing", "Council", "", "What changed")


def rows(outcomes: Sequence[Outcome]) -> tuple[tuple[str, ...], ...]:
    """Return a row for each briefing: where it is, on whom, what became of it, and what changed."""
    return tuple((_where(one), one.council, one.status.value, _changed(one)) for one in outcomes)


def total(outcomes: Sequence[Outcome], seconds: float) -> str:
    """Count what became of them: `50 briefings in 42 s: 3 published, 46 unchanged, 1 failed`."""
    counts = Counter(one.status for one in outcomes)
    told = ", ".join(f"{counts[status]} {status.value}" for status in Status if counts[status])
    return f"{len(outcomes)} briefings in {seconds:.1f} s: {told}"


def _where(outcome: Outcome) -> str:
    return outcome.output.as_posix() if outcome.output else outcome.spec


def _changed(outcome: Outcome) -> str:
    if outcome.status is not Status.PUBLISHED:
        return ""
    if outcome.changes is None:
        return "no earlier edition"
    count = len(outcome.changes)
    return f"{count} {'change' if count == 1 else 'changes'}" if count else "no fact has changed"
