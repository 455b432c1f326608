"""The fixed phrases of a briefing: numbers, lists and dates in words, and names for kinds of thing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from councilbrief.evidence.facts import Grade, Voice
from councilbrief.provenance import MONTHS, Dated, DocumentKind, PartialDate, Source

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
NO_OVERALL = "No overall grade under this framework"
ELLIPSIS = "… "

KIND_NAMES = {
    DocumentKind.REPORT: ("Ofsted report", "Ofsted reports"),
    DocumentKind.LETTER: ("Ofsted letter", "Ofsted letters"),
    DocumentKind.RELEASE: ("council news release", "council news releases"),
    DocumentKind.ARTICLE: ("press article", "press articles"),
}
OWN_NAMES = {DocumentKind.REPORT: "Ofsted’s report", DocumentKind.LETTER: "Ofsted’s letter"}
TAKE_AN_ARTICLE = ("City of ", "East Riding ", "Isle of ", "Isles of ")
"""How the short names of councils begin that a sentence calls `the …`."""

UNKNOWN_KIND = ("document", "documents")

VOICE_WORDS = {
    Voice.INSPECTORS: "In the inspectors’ own words:",
    Voice.COUNCIL: "As the council reports what the inspectors found:",
    Voice.PRESS: "As the press reports what the inspectors found:",
}
UNKNOWN_VOICES = (
    "As a document of unknown kind reports what the inspectors found:",
    "As documents of unknown kind report what the inspectors found:",
)


def number(count: int) -> str:
    """Write a count as running prose does: `three`, `12`, and `no` for nought."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """Write a count with its noun.

    >>> counted(1, "press article"), counted(12, "visit"), counted(0, "strength")
    ('one press article', '12 visits', 'no strengths')
    """
    return f"{number(count)} {singular if count == 1 else plural or singular + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Join parts as prose does: `a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:  # noqa: PLR2004 - one part needs no joining
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def these_sources(count: int, verb: str) -> str:
    """Begin a sentence about the sources.

    >>> these_sources(3, "do"), these_sources(1, "do"), these_sources(1, "name")
    ('These sources do', 'This source does', 'This source names')
    """
    if count != 1:
        return f"These sources {verb}"
    return f"This source {'does' if verb == 'do' else f'{verb}s'}"


def sentence_case(text: str) -> str:
    """Give the first letter its capital and leave the rest."""
    return text[:1].upper() + text[1:]


def mid_sentence(text: str) -> str:
    """Give the first letter of a sentence's beginning no capital, so that it can go on another."""
    return text[:1].lower() + text[1:]


def is_lower_start(text: str) -> bool:
    """Say whether words begin in the middle of somebody's sentence."""
    first = text.lstrip("'\"‘“(")[:1]
    return first.islower()


def grade_words(grade: Grade) -> str:
    """Write a grade as a label: `Requires improvement to be good`."""
    return sentence_case(grade.value)


def period(start: PartialDate | None, end: PartialDate | None) -> str | None:
    """Write the days from one date to another without saying a year or month twice.

    >>> period(PartialDate(2024, 2, 26), PartialDate(2024, 3, 8))
    '26 February to 8 March 2024'
    >>> period(PartialDate(2021, 11, 3), PartialDate(2021, 11, 4))
    '3 and 4 November 2021'
    """
    if start is None or end is None or start == end:
        only = start or end
        return None if only is None else only.text()
    return f"{_opening(start, end)} {_joint(start, end)} {end.text()}"


def when(start: PartialDate | None, end: PartialDate | None) -> str | None:
    """Write a period with its preposition: `from … to …`, `on 3 November 2021`, `in March 2013`."""
    words = period(start, end)
    if words is None:
        return None
    if start is None or end is None or start == end:
        only = start or end
        return f"{'on' if only is not None and only.day else 'in'} {words}"
    return f"{'on' if _joint(start, end) == 'and' else 'from'} {words}"


def _joint(start: PartialDate, end: PartialDate) -> str:
    """Say `and` for two days in a row, `to` for anything longer."""
    exact = start.day is not None and end.day is not None
    return "and" if exact and (end.earliest() - start.earliest()).days == 1 else "to"


def _opening(start: PartialDate, end: PartialDate) -> str:
    """Write the first date, as far as it differs from the last."""
    if start.year != end.year or start.month is None:
        return start.text()
    month = MONTHS[start.month]
    if start.day is None:
        return month
    return str(start.day) if start.month == end.month and end.day else f"{start.day} {month}"


def inferred(*dates: Dated | None) -> str:
    """Return ` (inferred)` where any of the dates is not stated by a text, else nothing."""
    return " (inferred)" if any(date is not None and not date.is_stated for date in dates) else ""


def basis_reason(basis: str) -> str:
    """Return the reason behind `inferred: reason`, or the basis itself."""
    return basis.removeprefix("inferred:").strip()


def no_grade(noun: str) -> str:
    """Say that a kind of visit gives no grade: `No grade: a focused visit gives none`."""
    return f"No grade: {with_article(noun)} gives none"


def place_name(council: str) -> str:
    """Write a council's short name as it stands after `in`.

    >>> place_name("Isle of Wight"), place_name("Isleworth"), place_name("Kent")
    ('the Isle of Wight', 'Isleworth', 'Kent')
    """
    return f"the {council}" if council.startswith(TAKE_AN_ARTICLE) else council


def with_article(noun: str) -> str:
    """Put `a` or `an` before a noun."""
    return f"{'an' if noun[:1].casefold() in 'aeiou' else 'a'} {noun}"


def kind_name(kind: DocumentKind | None) -> str:
    """Name a kind of document: `press article`."""
    return (UNKNOWN_KIND if kind is None else KIND_NAMES[kind])[0]


def source_name(source: Source) -> str:
    """Name a source by what it is and who published it, for a sentence.

    >>> source_name(Source("a", "a.txt", "", publisher="Crewe News", kind=DocumentKind.ARTICLE))
    'the press article from Crewe News'
    """
    if source.kind in OWN_NAMES:
        return OWN_NAMES[source.kind]
    by = f" from {source.publisher}" if source.publisher else ""
    return f"the {kind_name(source.kind)}{by}"


def kinds_counted(sources: Sequence[Source]) -> str:
    """Count sources by kind: `two council news releases and one press article`."""
    parts = []
    for kind, names in (*KIND_NAMES.items(), (None, UNKNOWN_KIND)):
        count = sum(source.kind == kind for source in sources)
        if count:
            parts.append(counted(count, *names))
    return listed(parts)


def full_years(since: dt.date, until: dt.date) -> int:
    """Count the whole years from one day to another."""
    before_the_day = (until.month, until.day) < (since.month, since.day)
    return until.year - since.year - before_the_day
