"""The edition that is published: read from its PDF, which is the only record of it."""

from __future__ import annotations

from pathlib import Path

from councilbrief.briefing.comparing import changes
from councilbrief.briefing.edition_json import loaded
from councilbrief.briefing.facts import Edition, FactChange
from councilbrief.briefing.spec import SectionKey, Spec
from councilbrief.pdf.file.attachment import MOST_BYTES, attached


def edition_in(pdf: bytes) -> Edition:
    """Return the edition that a PDF carries; raise ValueError where it carries none."""
    return loaded(attached(pdf))


def published(target: Path, council: str) -> Edition | None:
    """Return the edition on a council that lies at a place, None where there is none or another's.

    A file that is not ours, or is broken, is no edition.
    """
    try:
        if not target.is_file() or target.stat().st_size > MOST_BYTES:
            return None
        edition = edition_in(target.read_bytes())
    except (OSError, ValueError):
        return None
    return edition if edition.council == council else None


def compares(spec: Spec) -> bool:
    """Say whether a briefing tells on its page what has changed since the edition before."""
    return any(section.key is SectionKey.CHANGES for section in spec.sections)


def changed(before: Edition | None, now: Edition | None) -> tuple[FactChange, ...] | None:
    """Return what has changed, None where there is nothing to compare."""
    return None if before is None or now is None else changes(before, now)
