"""The facts of documents with what scoring needs beside them; run, it reads paths and prints JSON lines.

It imports nothing of the tools, so that it runs with any revision of the program on its path.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from councilbrief.builds.extraction import extract, read_record
from councilbrief.builds.reading import Read
from councilbrief.documents.document import Document
from councilbrief.evidence.facts import Evidence
from councilbrief.evidence.record import record

Json = dict[str, Any]


def facts(evidence: Evidence, document: Document) -> Json:
    """Return the record of a document, its rules, and each quotation's paragraphs by their spans.

    `council` is the one that the document is about, `published_stated` says whether the
    document itself dates it, `original` is the file as decoded.
    """
    found = record(evidence, document, with_text=True)
    published = evidence.source.published
    for kind in ("strengths", "improvements", "quotations", "judgements"):
        for one, fact in zip(found[kind], getattr(evidence, kind), strict=True):
            one["rule"] = fact.rule
    for one, quotation in zip(found["quotations"], evidence.quotations, strict=True):
        one["spans"] = [[span.start, span.end] for span in quotation.told.place.pieces]
        one["title"] = quotation.speaker.title if quotation.speaker else None
    return {
        **found,
        "council": evidence.council,
        "published_stated": published is not None and published.is_stated,
        "original": document.original,
    }


def read_facts(path: Path) -> list[Json]:
    """Read a file or a library, and return the facts of each document, also of one that is unreadable."""
    read: list[Read] = []
    extract([path], read.append)
    return [_of(one) for one in read]


def _of(read: Read) -> Json:
    if read.document is None or read.evidence is None:
        bare = read_record(read, with_text=True)
        return {**bare, "text": "", "council": None, "published_stated": False, "original": ""}
    return facts(read.evidence, read.document)


def main(paths: Sequence[str]) -> None:
    """Print a line of JSON for each path: the facts of its documents."""
    for path in paths:
        print(json.dumps(read_facts(Path(path))), flush=True)


if __name__ == "__main__":
    main(sys.stdin.read().splitlines())
