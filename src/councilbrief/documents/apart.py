"""A document that another process reads for this one, and its refusals in an officer's words."""

from __future__ import annotations

from collections.abc import Mapping

from councilbrief.documents.document import Document
from councilbrief.documents.framing import Kind
from councilbrief.documents.packing import unpacked
from councilbrief.documents.quarantine import Refusal, read_in_quarantine
from councilbrief.faults import as_problem
from councilbrief.problems import DocumentError, Problem, Severity
from councilbrief.provenance import Source


def read_apart(kind: Kind, data: bytes, source: Source, reasons: Mapping[str, str]) -> Document:
    """Read a file of a kind in quarantine; raise DocumentError, by the reasons, where it can't be read."""
    try:
        return unpacked(read_in_quarantine(kind, data), source)
    except Refusal as refusal:
        if refusal.fault:
            raise DocumentError(as_problem(refusal.fault, source.path)) from None
        raise unreadable(refusal.key, source.path, reasons) from None


def unreadable(key: str, path: str, reasons: Mapping[str, str]) -> DocumentError:
    """Return the refusal of a file for a reason."""
    return DocumentError(Problem(Severity.ERROR, key, reasons[key], path))
