"""Briefings that are hard to set, each of one kind, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

import pytest

from councilbrief.briefing.blocks import (
    NOTHING,
    Beneath,
    Block,
    Briefing,
    Chart,
    ChartPoint,
    Cite,
    ItemList,
    KeyFacts,
    Link,
    Notice,
    Paragraph,
    Pill,
    Quote,
    Section,
    SourceEntry,
    SourceList,
    Statement,
    Strong,
    Subheading,
    Table,
    Text,
    Tone,
)
from councilbrief.briefing.theme import Logo, Theme
from councilbrief.documents.document import Document
from councilbrief.evidence.facts import Grade
from pdf import samples
from pdf.samples import Shelf, small, text
from pictures import picture

Case = tuple[Briefing, Mapping[str, Document]]

SENTENCE = "Inspectors found that plans are reviewed on time and that children are seen. "
LONG_NAME = (
    "North Wealdshire, Saint Botolph-under-the-Hill and Great Missendenbury with Llanfairpwllgwyngyll "
    "Combined Metropolitan Borough Council"
)
WORD = "".join(f"überlangeswort{n:02}" for n in range(13))[:200]
GRADES = (Grade.OUTSTANDING, Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE)
NAMES = (
    "Llŷr ap Gwyn, Môn",
    "Siân Gruffydd-O’Hara, Pwllheli",
    "Ŵyn a ŷd, Gŵyl Fŵl",
    "Łukasz Żółkiewski, Bydgoszcz",
    "Źdźbło Ćwikłowska-Ńiemczyk",
    "Świętosława Wąsik",
)


def graded(grade: Grade) -> str:
    """Return a grade's words as they begin a cell."""
    return grade.value.capitalize()


def cited(words: str, *numbers: int) -> Statement:
    return Statement((Text(words), Cite(numbers)))


def prose(sentences: int, about: str = "") -> Paragraph:
    """Make a paragraph of so many numbered sentences, so that no two of its lines are alike."""
    return Paragraph((text("".join(f"({about}{n}) {SENTENCE}" for n in range(1, sentences + 1)).strip()),))


def sources(count: int) -> Section:
    """List so many sources, each with an address that is longer than a line."""
    entries = []
    for n in range(1, count + 1):
        path = "/".join(f"children-and-families-part-{n}-{part}" for part in range(1, 4))
        url = f"https://www.wealdshire.example/council/news/2024/05/{path}?edition={n}&print=yes"
        said = (Strong(f"Report number {n}"), Text(". Wealdshire Echo, 16 May 2024. "), Link(url, url))
        entries.append(SourceEntry(n, Statement(said)))
    return Section("sources", "Sources and method", (prose(2), SourceList(tuple(entries))))


def of(*sections: Section, **changes: object) -> Case:
    whole = replace(small(), sections=sections, title="A hard briefing", subtitle="For the committee")
    return replace(whole, **changes), {}  # type: ignore[arg-type]


def chart(count: int) -> Chart:
    """Make a chart of so many inspections, of which the fourth is not compared with the one before."""
    points = tuple(
        ChartPoint(f"May {2024 - 2 * (count - n)}", GRADES[n * 7 % 4], joined=n not in (0, 3))
        for n in range(count)
    )
    alt = "Line chart of overall grades: " + "; ".join(f"{one.when}, {one.grade.value}" for one in points)
    caption = cited("Overall effectiveness at each inspection", *range(1, min(count, 4) + 1))
    return Chart(caption, GRADES, points, f"{alt}.", ())


def long_names() -> Case:
    header = tuple((f"Label {n} of a line that goes on", LONG_NAME * n) for n in range(1, 5))
    facts = KeyFacts(tuple((LONG_NAME[: 40 * n], cited(LONG_NAME, n)) for n in range(1, 4)))
    return of(
        Section("facts", f"At a glance: {LONG_NAME}", (facts, prose(4), Subheading(LONG_NAME), prose(3))),
        sources(3),
        council=LONG_NAME,
        title=f"Children’s services in {LONG_NAME}: what the inspections of 2019 and 2024 found",
        subtitle=f"Briefing for the children and families scrutiny committee of {LONG_NAME}",
        header=header,
        classification="OFFICIAL – SENSITIVE: " + "not for publication before the meeting " * 3,
        as_at="21 November 2026",
        author=LONG_NAME,
    )


def twelve_inspections() -> Case:
    rows = tuple(
        (
            text(f"{n + 2} March {2000 + 2 * n}"),
            text("Inspection of local authority children’s services" if n % 2 else "Focused visit"),
            Statement((Pill(GRADES[n % 4], graded(GRADES[n % 4])), Cite((n,)))),
        )
        for n in range(1, 13)
    )
    table = Table("Twelve inspections and visits", ("Date", "Kind", "Overall"), rows, (0.24, 0.42, 0.34))
    return of(Section("history", "Inspections so far", (prose(3), table, prose(6))), sources(12))


def fifteen_areas() -> Case:
    items, beneath = [], []
    for n in range(1, 16):
        points = tuple(text(f"point {n}.{point}: {SENTENCE}") for point in range(1, n % 4 + 1))
        remark = text(f"Much like area {n} of the list of 2019. ") if n % 3 == 0 else None
        items.append(text(f"Area {n}: the frequency and quality of visits to children. {SENTENCE * (n % 3)}"))
        beneath.append(Beneath(points, remark) if points or remark else NOTHING)
    listed = ItemList(tuple(items), 1, tuple(beneath))
    return of(Section("improvements", "Fifteen areas for improvement", (prose(2), listed, prose(3))))


def long_quotation() -> Case:
    shelf = Shelf()
    spoken = [f"({n}) " + " ".join(f"{SENTENCE.strip()} ({n}.{at})" for at in range(12)) for n in range(1, 4)]
    shelf.add("000", "\n".join(spoken))
    quote = Quote(
        tuple(shelf.slice("000", words) for words in spoken),
        Statement((Strong("Councillor Bronwen Achterberg"), Text(", lead member for children"), Cite((1,)))),
        (),
    )
    case, _ = of(Section("quotations", "What people have said", (prose(22), quote, prose(8))), sources(1))
    return case, shelf.documents


def long_table() -> Case:
    rows = tuple(
        (text(f"Row {n}: an area of practice"), cited(f"({n}) {SENTENCE * (n % 4)}".strip(), 1 + n % 3))
        for n in range(1, 61)
    )
    table = Table("A table over three pages", ("What was looked at", "What was found"), rows, (0.35, 0.65))
    return of(Section("table", "All areas", (prose(5), table, prose(5))), sources(3))


def empty_sections() -> Case:
    empty = [Section(f"empty-{n}", f"Empty section {n}", ()) for n in range(3)]
    filled = Section("filled", "A section with words", (prose(30),))
    return of(empty[0], filled, empty[1], replace(filled, key="more"), empty[2])


def names() -> Case:
    table = Table("Who was there", ("Name", "Role"), tuple((text(n), text(n)) for n in NAMES), (0.5, 0.5))
    facts = KeyFacts(tuple((name, text(name)) for name in NAMES[:3]))
    blocks: tuple[Block, ...] = (facts, Subheading(NAMES[1]), table, ItemList(tuple(map(text, NAMES)), 1))
    return of(Section("names", NAMES[0], blocks), council="Ynys Môn a Łódź", title=f"{NAMES[2]}, {NAMES[5]}")


def long_words() -> Case:
    table = Table(WORD, ("Area", WORD[:90]), ((text(WORD), text("a")), (text("b"), text(WORD))), (0.4, 0.6))
    blocks = (
        Paragraph((text(f"before {WORD} after"),)),
        ItemList((text(WORD), text("short")), 1, (Beneath((text(WORD),), text(WORD)), NOTHING)),
        table,
        KeyFacts((("Fact", text(WORD)), (WORD[:60], text("short")))),
        Notice(Tone.WARNING, WORD, (text(WORD),)),
    )
    return of(Section("words", WORD, blocks), title=f"A title with {WORD}", header=((WORD[:70], WORD),))


def ungraded() -> Case:
    facts = KeyFacts((("Visited", text("14 and 15 May 2024")), ("Kind", text("Focused visit"))))
    said = "None of the documents is about an inspection that gave a grade."
    notice = Notice(Tone.INFORMATION, "No graded inspection", (text(said),))
    return of(Section("at-a-glance", "At a glance", (facts, prose(3))), sources(1), notices=(notice,))


def no_overall() -> Case:
    none = Statement((Pill(Grade.NO_OVERALL, "No overall grade"), Cite((1,))))
    rows = ((text("Help and protection"), Statement((Pill(Grade.NOT_JUDGED, "Not judged"),))),)
    table = Table("Judgements", ("Area", "Grade"), ((text("Overall"), none), *rows), (0.5, 0.5))
    facts = KeyFacts((("Overall", none), ("Framework", text("Joint area SEND inspection"))))
    return of(Section("judgements", "Judgements", (facts, table)), sources(1))


def many_sources() -> Case:
    claims = tuple(cited(f"Claim {n}. {SENTENCE}", *range(n, 61, 10)) for n in range(1, 11))
    return of(Section("claims", "Claims", (ItemList(claims),)), sources(60))


def charted(count: int) -> Case:
    return of(Section("history", "Overall grades so far", (prose(2), chart(count), prose(2))), sources(4))


def chart_after(sentences: int) -> Case:
    """Put a chart where it may not fit the page any more."""
    return of(Section("history", "Overall grades so far", (prose(sentences), chart(6), prose(4))), sources(4))


def themed(*, clear: bool, wide: bool = False) -> Case:
    briefing, documents = samples.realistic()
    logo = Logo(picture("RGB", (900, 60) if wide else (120, 120)), "The crest of Wealdshire: a dark field")
    footer = (
        "Wealdshire Council, Market Square, Wealdbury WX1 2AB · 01234 567890 · democratic@wealdshire.example"
    )
    theme = Theme("#7A1F5C", logo, "The Royal Borough of Wealdshire", footer, clear_print=clear)
    history = Section("history", "Overall grades so far", (chart(5),))
    return replace(
        briefing, theme=theme, sections=(*briefing.sections[:2], history, *briefing.sections[2:])
    ), documents


def thirty_pages() -> Case:
    sections = []
    for n in range(1, 16):
        rows = tuple((text(f"Row {n}.{row}"), text(SENTENCE * (row % 3 + 1))) for row in range(1, 9))
        table = Table(f"Table {n}", ("Area", "Found"), rows, (0.3, 0.7))
        items = ItemList(
            tuple(cited(f"Item {n}.{at}. {SENTENCE * (at % 3 + 1)}", 1 + at) for at in range(9)), 1
        )
        blocks: tuple[Block, ...] = (
            prose(12, f"{n}."),
            Subheading(f"Part {n}"),
            items,
            table,
            prose(5, f"{n}-"),
        )
        sections.append(Section(f"part-{n}", f"Section {n} of fifteen", (*blocks, *(prose(9, f"{n}+"),) * 2)))
    return of(*sections, sources(20))


CASES: dict[str, Callable[[], Case]] = {
    "long names": long_names,
    "twelve inspections": twelve_inspections,
    "fifteen areas": fifteen_areas,
    "long quotation": long_quotation,
    "long table": long_table,
    "empty sections": empty_sections,
    "Welsh and Polish names": names,
    "long words": long_words,
    "no graded inspection": ungraded,
    "no overall grade": no_overall,
    "many sources": many_sources,
    "chart of 2": partial(charted, 2),
    "chart of 12": partial(charted, 12),
    **{f"chart after {n} sentences": partial(chart_after, n) for n in range(24, 45, 4)},
    "theme": partial(themed, clear=False),
    "theme with a wide logo": partial(themed, clear=False, wide=True),
    "theme in clear print": partial(themed, clear=True),
    "one section": lambda: of(Section("only", "The only section", (Paragraph((text("One line."),)),))),
    "thirty pages": thirty_pages,
    "realistic": samples.realistic,
    "everything": lambda: (samples.hard(), {}),
}
LONG = {"thirty pages"}
NAMED = [pytest.param(name, marks=[pytest.mark.slow] if name in LONG else []) for name in CASES]
