"""The slices that tell of an inspection, of its dates and of its framework, as support."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import Support
from councilbrief.briefing.inspections import Record, Telling
from councilbrief.briefing.slices import support


def told(tellings: Iterable[Telling]) -> tuple[Support, ...]:
    """Return the slices that tell of an inspection."""
    return tuple(support(one.inspection.told, one.inspection.rule) for one in tellings)


def dating(record: Record) -> tuple[Telling, ...]:
    """Return the tellings that give the dates which are shown."""
    shown = (record.start, record.end)
    return tuple(
        one for one in record.tellings if (one.inspection.start, one.inspection.end) == shown
    ) or tuple(one for one in record.tellings if one.bounds)


def told_framework(record: Record) -> tuple[Support, ...]:
    """Return the slice that the framework of an inspection rests on."""
    return told((record.framework_telling,)) if record.framework_telling else ()
