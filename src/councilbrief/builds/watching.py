"""Building again whenever something changes that a build rests on, for somebody who edits a spec."""

from __future__ import annotations

from collections.abc import Callable

from councilbrief.builds.keeping.digests import Digests
from councilbrief.builds.outcome import BuildResult

PAUSE = 0.2
"""Seconds between looks. Each asks for the size and times of files, so it works on shared drives too."""


def build_on_change(
    build: Callable[[], BuildResult], sleep: Callable[[float], None], stopped: Callable[[], bool]
) -> BuildResult | None:
    """Build, and sleep until a file is no longer as the build found it; again and again, until stopped.

    What changes while a build goes on is therefore built at once. A build that rests on no
    file, as one by an engine that is none, ends it, and is returned.
    """
    digests = Digests()
    while not stopped():
        result = build()
        if not result.read:
            return result
        while not stopped() and all(digests.tree(path) == digest for path, digest in result.read):
            sleep(PAUSE)
    return None


def warm_up() -> None:
    """Load what the next build needs, while nobody waits for it."""
    import councilbrief.builds.making  # noqa: PLC0415 - only here it is early enough
    import councilbrief.evidence.gather  # noqa: PLC0415 - the same
    import councilbrief.pdf.prove  # noqa: PLC0415 - the same
    import councilbrief.pdf.render  # noqa: F401, PLC0415 - the same
