"""The typed form of `sources.yaml`: what a person knows of a library's documents."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, WithJsonSchema

from councilbrief.provenance import STATED, Dated, DocumentKind
from councilbrief.yamlfile.nodes import Entry, Listing, Mapping, Node, Scalar
from councilbrief.yamlfile.scalars import Date, Line, Version, refuse
from councilbrief.yamlfile.typed import Model

INFERRED = "inferred: "
DATES = ("published", "inspected")


def _basis(text: str) -> str:
    if text != STATED and not (text.startswith(INFERRED) and text.removeprefix(INFERRED).strip()):
        refuse("bad-basis", f'must be {STATED}, or begin with "{INFERRED}" and say from what')
    return text


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        good = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
    except ValueError:
        good = False
    if not good or len(text.split()) != 1:
        refuse("bad-url", "must be a web address that begins with https:// or http://")
    return text


Basis = Annotated[
    Line,
    AfterValidator(_basis),
    WithJsonSchema({"type": "string", "pattern": f"^({STATED}|{INFERRED}.*\\S.*)$"}),
]
Url = Annotated[
    Line, AfterValidator(_url), WithJsonSchema({"type": "string", "pattern": "^https?://[^\\s/@]+(/\\S*)?$"})
]


class DateGiven(Model):
    """A date, and what it rests on."""

    date: Date = Field(description="A date, a year-month or a year: 2024-05-16, 2024-05, 2024.")
    basis: Basis = Field(
        default=STATED,
        description='"stated" where the document itself says so; otherwise "inferred: " and from what.',
        examples=["inferred: from Ofsted’s report of 8 May 2019"],
    )

    @property
    def dated(self) -> Dated:
        """Return it as the rest of the program knows it."""
        return Dated(self.date, self.basis)


class DocumentEntry(Model):
    """What is known of one document; only `file` is needed."""

    id: Line | None = Field(
        default=None,
        description="What specs call the document. If not given, the file's name without its ending.",
        examples=["release-2024"],
    )
    file: Line = Field(description="The file, relative to this folder.", examples=["release-2024.txt"])
    title: Line | None = Field(
        default=None, description="Its headline, word for word. Leave it out where the document has none."
    )
    publisher: Line | None = Field(
        default=None, description="Who published it.", examples=["Cheshire East Council"]
    )
    council: Line | None = Field(
        default=None,
        description="The council that it is about, by any usual name or GSS code, where the text can't say.",
        examples=["Cheshire East"],
    )
    kind: DocumentKind | None = Field(
        default=None,
        description="report or letter: Ofsted's own words; release: the council's; article: the press's.",
    )
    url: Url | None = Field(default=None, description="Where it can be read on the web.")
    published: DateGiven | None = Field(default=None, description="When it was published.")
    inspected: DateGiven | None = Field(
        default=None, description="When the inspection took place that it tells of, where the text can't say."
    )


class Manifest(Model):
    """The whole of `sources.yaml`."""

    version: Version = Field(description="The version of this format: 1.")
    documents: tuple[DocumentEntry, ...] = Field(description="The documents of this folder.")


def with_full_dates(root: Node) -> Node:
    """Write each plain date as a group of keys: `published: 2019` as `published: {date: 2019}`."""
    documents = root.get("documents") if isinstance(root, Mapping) else None
    if not (isinstance(root, Mapping) and isinstance(documents, Listing)):
        return root
    items = tuple(_with_full_dates(item) for item in documents.items)
    return root.replacing("documents", Listing(documents.at, items))


def _with_full_dates(document: Node) -> Node:
    if not isinstance(document, Mapping):
        return document
    for key in DATES:
        given = document.get(key)
        if isinstance(given, Scalar):
            full = Mapping(given.at, (Entry(Scalar(given.at, "date"), given),))
            document = document.replacing(key, full)
    return document
