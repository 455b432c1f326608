"""That a briefing was made with phrases of a user's own: for its page, and for whoever checks it later."""

from __future__ import annotations

from councilbrief.briefing.trace import OwnPhrases
from councilbrief.evidence.words import own


def own_phrases() -> OwnPhrases | None:
    """Return the file of the user's own phrases that are in force, None where there are none."""
    found = own.in_force()
    return OwnPhrases(found.name, found.sha256) if found else None


def told_phrases() -> str:
    """Say that there are any, in a sentence that is empty where there are none."""
    found = own_phrases()
    return (
        f"The program was given phrases beyond its own to look for, in the file {found.file}."
        if found
        else ""
    )
