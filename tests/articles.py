"""The project's own articles and what each of them says: read here, whatever the program makes of them."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

FOLDER = Path(__file__).parent / "articles"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class InspectionTruth:
    """The inspection that an article is about; ISO dates as far as the text goes."""

    start: str | None
    end: str | None
    framework: str | None
    graded: bool | None
    lead_inspectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GradeTruth:
    """A grade told of in passing: of another year, or of another council.

    An `optional` one counts neither way: it follows from a word such as "maintained".
    """

    area: str
    grade: str
    year: int | None = None
    council: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class FindingTruth:
    """A strength or an area for improvement; `prose` if it is a clause of a sentence.

    An `optional` one counts neither way: reasonable people may differ about it.
    """

    text: str
    prose: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class QuotationTruth:
    """A quotation, one entry a paragraph, without its outer marks.

    `accept` holds further words, in lower case, any of which names the speaker as well.
    """

    paragraphs: tuple[str, ...]
    speaker: str | None
    role: str | None
    organisation: str | None
    organisation_inferred: bool
    party: str | None
    snippet: bool
    optional: bool
    sensitive: bool
    accept: tuple[str, ...] = ()
    past: bool = False


@dataclass(frozen=True, slots=True)
class ArticleTruth:
    """What one article says. `never` may stand in no fact at all."""

    id: str
    path: Path
    council: str | None
    kind: str | None
    published: str | None
    inspection: InspectionTruth
    judgements: Mapping[str, str]
    earlier: tuple[GradeTruth, ...]
    elsewhere: tuple[GradeTruth, ...]
    strengths: tuple[FindingTruth, ...]
    improvements: tuple[FindingTruth, ...]
    quotations: tuple[QuotationTruth, ...]
    never: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Every string that has to stand in the article, word for word."""
        findings = [finding.text for finding in self.strengths + self.improvements]
        quoted = [paragraph for quotation in self.quotations for paragraph in quotation.paragraphs]
        named = [
            part
            for quotation in self.quotations
            for part in (quotation.speaker, quotation.role, quotation.organisation, quotation.party)
            if part is not None
        ]
        return (*findings, *quoted, *named, *self.inspection.lead_inspectors, *self.never)


@cache
def load_articles() -> tuple[ArticleTruth, ...]:
    """Read every truth file, in order; a missing or an unknown key is an error."""
    return tuple(_read(path) for path in sorted(FOLDER.glob("*.yaml")))


def repaired(path: Path) -> str:
    """Return an article's text as a reader sees it, line by line: decoded, its characters put right."""
    text = html.unescape(_unmangled(_decoded(path.read_bytes())))
    # A € before anything but a figure is what is left of a non-breaking space.
    return "".join(
        " " if char == "€" and not following.isdigit() else char
        for char, following in zip(text, text[1:] + " ", strict=True)
    )


def plain_text(path: Path) -> str:
    """Return the repaired text with its spaces single, all on one line."""
    return " ".join(repaired(path).split())


def _read(path: Path) -> ArticleTruth:
    raw: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    inspection = raw.pop("inspection")
    return ArticleTruth(
        id=path.stem,
        path=path.with_suffix(".txt"),
        inspection=InspectionTruth(
            **{**inspection, "lead_inspectors": tuple(inspection["lead_inspectors"])},
        ),
        earlier=_each(GradeTruth, raw.pop("earlier")),
        elsewhere=_each(GradeTruth, raw.pop("elsewhere")),
        strengths=_each(FindingTruth, raw.pop("strengths")),
        improvements=_each(FindingTruth, raw.pop("improvements")),
        quotations=_each(QuotationTruth, raw.pop("quotations")),
        never=tuple(raw.pop("never")),
        **raw,
    )


def _each(make: Callable[..., T], entries: list[Any]) -> tuple[T, ...]:
    return tuple(make(**_fields(entry)) for entry in entries)


def _fields(entry: str | dict[str, Any]) -> dict[str, Any]:
    """Return an entry's fields, its lists as tuples; a bare string is a text."""
    if isinstance(entry, str):
        return {"text": entry}
    return {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _unmangled(text: str) -> str:
    """Undo UTF-8 that was read as cp1252; a text that never was comes back as it is."""
    try:
        return b"".join(_byte(char) for char in text).decode("utf-8")
    except UnicodeError:
        return text


def _byte(char: str) -> bytes:
    """Return the byte that a character was read from; five have no cp1252 name."""
    return char.encode("latin-1" if "\x80" <= char <= "\x9f" else "cp1252")
