"""The project's own articles and what each of them says: read here, whatever the program makes of them."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeVar
from xml.etree import ElementTree as ET

import yaml

FOLDER = Path(__file__).parent / "articles"
PAGES = Path(__file__).parent / "pages"
"""Saved pages and documents of a word processor, with their truths in the same form."""
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
class PageTruth:
    """What a saved page or a document states of itself; None where it does not."""

    title: str | None
    published: str | None
    publisher: str | None


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
    page: PageTruth | None = None

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
def load_articles(folder: Path = FOLDER) -> tuple[ArticleTruth, ...]:
    """Read every truth file of a folder, by its number; a missing or an unknown key is an error."""
    return tuple(_read(path) for path in sorted(folder.glob("*.yaml"), key=lambda path: number(path.stem)))


def number(id_: str) -> int:
    """Return the number with which an article's name begins; raise ValueError where there is none."""
    return int(id_.partition("-")[0])


def repaired(path: Path) -> str:
    """Return an article's text as a reader sees it, line by line: decoded, its characters put right."""
    return repaired_text(TEXTS[path.suffix](path.read_bytes()))


def repaired_text(raw: str) -> str:
    """Put right the characters of a text that was decoded."""
    text = html.unescape(_unmangled(raw))
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
    inspection, page = raw.pop("inspection"), raw.pop("page", None)
    return ArticleTruth(
        id=path.stem,
        path=_text_of(path),
        inspection=InspectionTruth(
            **{**inspection, "lead_inspectors": tuple(inspection["lead_inspectors"])},
        ),
        earlier=_each(GradeTruth, raw.pop("earlier")),
        elsewhere=_each(GradeTruth, raw.pop("elsewhere")),
        strengths=_each(FindingTruth, raw.pop("strengths")),
        improvements=_each(FindingTruth, raw.pop("improvements")),
        quotations=_each(QuotationTruth, raw.pop("quotations")),
        never=tuple(raw.pop("never")),
        page=PageTruth(**page) if page else None,
        **raw,
    )


def _text_of(truth: Path) -> Path:
    """Return the file that a truth is about; raise FileNotFoundError where there is none."""
    for suffix in TEXTS:
        if (path := truth.with_suffix(suffix)).exists():
            return path
    message = f"{truth.name} has no text beside it, in {', '.join(TEXTS)}"
    raise FileNotFoundError(message)


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


class _Lines(HTMLParser):
    """What a page shows, each block on a line of its own."""

    HIDDEN = frozenset({"script", "style", "template", "head"})
    INLINE = frozenset(
        {"a", "abbr", "b", "cite", "em", "i", "mark", "q", "small", "span", "strong", "time", "u"}
    )

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._hidden += tag in self.HIDDEN
        self.shown.append("" if tag in self.INLINE else "\n")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self.HIDDEN
        self.shown.append("" if tag in self.INLINE else "\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.shown.append(" ".join(f"|{data}|".split())[1:-1])


def _shown_of_page(data: bytes) -> str:
    lines = _Lines()
    lines.feed(_unmangled(_decoded(data)))
    lines.close()
    return "".join(lines.shown)


def _shown_of_docx(data: bytes) -> str:
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        body = ET.fromstring(parts.read("word/document.xml"))  # noqa: S314 - a file of our own
    breaks = {f"{word}br": "\n", f"{word}tab": "\t"}
    return "\n".join(
        "".join(
            breaks.get(one.tag, one.text if one.tag == f"{word}t" else "") or "" for one in paragraph.iter()
        )
        for paragraph in body.iter(f"{word}p")
    )


TEXTS: Mapping[str, Callable[[bytes], str]] = {
    ".txt": _decoded,
    ".html": _shown_of_page,
    ".docx": _shown_of_docx,
}
"""What is read of a file, by its ending."""
