"""Sources and method: the numbered list, how the briefing was made, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from councilbrief.briefing.blocks import (
    Block,
    Inline,
    ItemList,
    Link,
    Paragraph,
    SourceEntry,
    SourceList,
    Statement,
    Subheading,
    Text,
)
from councilbrief.briefing.case import Case
from councilbrief.briefing.notices import NO_SOURCES
from councilbrief.briefing.phrases import basis_reason, kind_name
from councilbrief.briefing.sections.by_inspection import says
from councilbrief.briefing.sections.notes import notes
from councilbrief.briefing.spec import SectionKey, SectionSpec
from councilbrief.provenance import Source

METHOD = (
    "A computer program put this briefing together. Lists and quotations are the sources’ words, letter for "
    "letter; an ellipsis marks those from inside a sentence. All else is fixed phrases filled with facts. "
    "A grade is shown only where a source states it; “inferred” marks what no source states outright. "
    "What was not found may still stand in a source."
)
WEB = ("http://", "https://")


def sources(case: Case, _asked: SectionSpec) -> tuple[Block, ...]:
    """List the sources, say how the briefing was made, and name what could not be used."""
    entries = tuple(
        SourceEntry(number, entry(source)) for number, source in enumerate(case.references.sources, start=1)
    )
    listing = SourceList(entries) if entries else says(NO_SOURCES)
    method = Paragraph((Statement((Text(METHOD),)),))
    rest = notes(case, SectionKey.SOURCES)
    return (listing, Subheading("How this briefing was made"), method, *rest, *_missing(case))


def entry(source: Source) -> Statement:
    """Describe a source: title, publisher, kind, date and what it rests on, link.

    Names of publishers and files are given letter for letter, also where they begin with a small one.
    """
    kind = kind_name(source.kind)
    who = source.publisher or ("" if source.title else source.path)
    publisher = "" if kind.startswith(f"{who} ") else who  # “Ofsted report” names Ofsted
    parts = [f"“{source.title}”" if source.title else "", publisher, kind, _date(source)]
    described = ", ".join(part for part in parts if part)
    inlines: list[Inline] = [Text(f"{described}.")]
    if source.url is not None and source.url.casefold().startswith(WEB):
        inlines += [Text(" "), Link(source.url, source.url)]
    return Statement(tuple(inlines))


def _date(source: Source) -> str:
    if source.published is None:
        return "date of publication not known"
    words = f"published {'on' if source.published.value.day else 'in'} {source.published.value.text()}"
    if source.published.is_stated:
        return words
    return f"{words} (inferred: {basis_reason(source.published.basis)})"


def _missing(case: Case) -> Iterable[Block]:
    if case.unread:
        yield Subheading("Documents that could not be read")
        yield ItemList(tuple(_line(one.file, one.message) for one in case.unread))
    if case.left_out:
        yield Subheading("Documents that were left out")
        yield ItemList(tuple(_line(one.source.title or one.source.path, one.reason) for one in case.left_out))


def _line(name: str | None, reason: str) -> Statement:
    return Statement((Text(f"{name}: {reason}" if name else reason),))
