"""A PDF that may be anybody's to what it carries: opened in a process of its own, under limits."""

from __future__ import annotations

import atexit
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from councilbrief.briefing.edition_json import loaded_whole
from councilbrief.briefing.facts import Edition
from councilbrief.builds.verifying.from_pdf import MOST_BYTES, NoFactsError, attached
from councilbrief.documents.quarantine import TOO_SLOW, Quarantine, Refusal, opened
from councilbrief.problems import DocumentError, Problem, Severity

ADVICE = "give a PDF as `councilbrief build` wrote it"
REFUSALS = {
    TOO_SLOW: "takes too long to read",
    "too-much-memory": "takes too much memory to read",
    "no-reader": "can't be read, as no process can be started for it",
}
MOST_STATED = 2_000
"""Facts, or sources, and twice as many passages: more are no briefing's, and would take long to check."""

_OTHERWISE = "is damaged, and can't be read"

_quarantine = Quarantine(("-P", "-m", "councilbrief.builds.verifying.page_reader"))
atexit.register(_quarantine.close)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a PDF carries and how its pages compare with that, as the process that read it answers.

    `rewritten` says that the file is not as the program wrote it, though what it carries is whole.
    """

    edition: Edition
    count: int
    pages: dict[int, int]
    partings: tuple[dict[str, Any], ...]
    furniture: tuple[dict[str, Any], ...]
    more: int
    rewritten: bool


def open_briefing(path: Path, quarantine: Quarantine = _quarantine) -> Opened:
    """Read a PDF; raise DocumentError for whatever is no briefing of ours."""
    data = _bytes(path)
    if not data.startswith(b"%PDF-"):
        raise _refusal(path, "no-facts", "is no PDF")
    if len(data) > MOST_BYTES:
        raise _refusal(path, "no-facts", f"is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        told = json.loads(opened(quarantine.read(data)))
    except Refusal as refusal:
        raise _refusal(path, "no-facts", REFUSALS.get(refusal.key, _OTHERWISE)) from refusal
    if told["carried"] is None:
        raise _refusal(path, "no-facts", "carries no facts, or was written anew without them")
    return Opened(
        _edition(path, told["carried"].encode()),
        told["count"],
        {int(number): page for number, page in told["pages"].items()},
        tuple(told["partings"]),
        tuple(told["furniture"]),
        told.get("more", 0),
        not _is_as_written(data),
    )


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise _refusal(path, "not-a-file", "is no file")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is none that the system takes"
        message = f"can't be read ({reason}); correct the path, or ask for the rights"
        raise DocumentError(Problem(Severity.ERROR, "unreadable-file", message, path.as_posix())) from error


def _edition(path: Path, carried: bytes) -> Edition:
    try:
        edition = loaded_whole(carried)
    except ValueError as error:
        raise _refusal(path, "no-facts", "carries facts of another form or version") from error
    passages = edition.traced.passages if edition.traced else ()
    if max(len(edition.facts), len(edition.sources), len(passages) // 2) > MOST_STATED:
        raise _refusal(path, "no-facts", "carries more than a briefing states")
    return edition


def _is_as_written(data: bytes) -> bool:
    try:
        attached(data)
    except NoFactsError:
        return False
    return True


def _refusal(path: Path, key: str, reason: str) -> DocumentError:
    return DocumentError(Problem(Severity.ERROR, key, f"this {reason}; {ADVICE}", path.as_posix()))
