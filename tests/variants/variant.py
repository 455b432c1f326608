"""What a variant is: a seed's text with other facts, what a manifest would add, and what the text says."""

from __future__ import annotations

from dataclasses import dataclass

from articles import ArticleTruth
from councilbrief.provenance import Dated, DocumentKind


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What a person who keeps a library would write of the document in its manifest."""

    kind: DocumentKind
    published: Dated | None
    inspected: Dated | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """One file. `number` is None for the seed itself.

    The truth is what text and source facts say together: `published` only what the text
    itself states in full, but the year of an inspection "in March" and the framework are
    those that the source facts settle.
    """

    seed: str
    number: int | None
    text: bytes
    source: SourceFacts
    truth: ArticleTruth

    @property
    def id(self) -> str:
        """Name it: `003-unchanged`, `003-17`."""
        return f"{self.seed}-{'unchanged' if self.number is None else self.number}"
