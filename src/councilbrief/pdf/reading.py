"""What a reader should find on the pages, seen or heard: the briefing as a tree of words, no layout.

The tree has the tags of PDF: it says what each stretch of words is, and in which order it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from councilbrief.briefing.blocks import (
    Beneath,
    Block,
    Briefing,
    Chart,
    Cite,
    Inline,
    ItemList,
    KeyFacts,
    Link,
    Notice,
    Paragraph,
    Pill,
    Quote,
    Slice,
    SourceList,
    Statement,
    Subheading,
    Table,
    grade_name,
    inline_text,
)
from councilbrief.evidence.facts import Grade
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.look.shares import fact_shares, of_measure
from councilbrief.pdf.look.style import Style, style_of
from councilbrief.pdf.targets import Targets, anchor, targets_of

HEADER_SHARES = (0.2, 0.8)
POINT = "–"
"""The mark before a point of an item."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words with its place in the briefing.

    `taken` is the slice where it is one, `target` where it leads, `grade` what it shows as a pill.
    """

    text: str
    where: str
    taken: Slice | None = None
    target: str | None = None
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Words that stand side by side; `shares` are the columns' parts of the measure.

    Where `rows` is True each kid of the node is a row, and its kids the cells; otherwise each
    kid is a cell, as many a row as there are columns. A head may be repeated on the next page.
    """

    shares: tuple[float, ...]
    rows: bool
    headed: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A part of the tree: a tag, and in it either further nodes or words.

    `said` is what the tag says besides: the scope of a heading cell, how a list is numbered,
    what stands for a picture, the name of a note. `section` is the number of the section that
    the words head.
    """

    tag: str
    kids: tuple[Node, ...] = ()
    parts: tuple[Part, ...] = ()
    said: str = ""
    section: int | None = None
    columns: Columns | None = None

    @property
    def leaves(self) -> Iterator[Node]:
        """Give the nodes that hold words, in the order of reading."""
        if self.kids:
            for kid in self.kids:
                yield from kid.leaves
        else:
            yield self


def tree(briefing: Briefing) -> Node:
    """Return the whole of a briefing; running heads and feet are left out."""
    return Node("Document", tuple(_Reader(briefing).briefing(briefing)))


def every_part(briefing: Briefing) -> Iterator[Part]:
    """Give every stretch of words that a PDF of the briefing will hold, metadata included."""
    metadata = (
        (briefing.council, "the council's name"),
        (briefing.as_at or "", "the “as at” date"),
        (briefing.classification or "", "the classification"),
        (briefing.author or "", "the author's name"),
        (briefing.theme.council_name or "", "the theme's council name"),
        (briefing.theme.footer or "", "the theme's footer"),
    )
    yield from (Part(text, where) for text, where in metadata)
    for leaf in tree(briefing).leaves:
        yield from leaf.parts


class _Reader:
    """Goes through a briefing as its reader does."""

    def __init__(self, briefing: Briefing) -> None:
        self.targets: Targets = targets_of(briefing)
        self.style: Style = style_of(briefing.theme)

    def briefing(self, briefing: Briefing) -> Iterator[Node]:
        if briefing.theme.logo:
            yield Node("Figure", said=briefing.theme.logo.alt)
        yield _plain("H1", briefing.title, "the title")
        if briefing.subtitle:
            yield _plain("P", briefing.subtitle, "the subtitle")
        if briefing.header:
            yield _header(briefing.header)
        for number, notice in enumerate(briefing.notices, 1):
            yield self.notice(notice, f"notice {number}")
        for number, section in enumerate(briefing.sections, 1):
            where = f"section “{section.title}”"
            part = Part(section.title, f"the heading of {where}")
            kids = [Node("H2", parts=(part,), section=number)]
            for position, block in enumerate(section.blocks, 1):
                kids += self.block(block, f"{where}, block {position}")
            yield Node("Sect", tuple(kids))

    def block(self, block: Block, where: str) -> Iterator[Node]:
        match block:
            case Paragraph(statements=statements):
                yield self.leaf("P", statements, where)
            case Subheading(text=text):
                yield _plain("H3", text, where)
            case ItemList():
                yield self.items(block, where)
            case Notice():
                yield self.notice(block, where)
            case KeyFacts(facts=facts):
                yield self.facts(facts, where)
            case Table():
                yield self.table(block, where)
            case Chart():
                yield self.leaf("P", (block.caption,), f"{where}, caption")
                yield Node("Figure", parts=_chart_parts(block, where), said=block.alt)
            case Quote():
                yield from self.quote(block, where)
            case SourceList(entries=entries):
                items = (self.entry(one.number, one.statement, where) for one in entries)
                yield Node("L", tuple(items), said="None")

    def leaf(self, tag: str, statements: tuple[Statement, ...], where: str, said: str = "") -> Node:
        parts: list[Part] = []
        for number, statement in enumerate(statements):
            if number:
                parts.append(Part(" ", where))
            for inline in statement.inlines:
                parts.extend(self.inline(inline, where))
        return Node(tag, parts=tuple(parts), said=said)

    def inline(self, inline: Inline, where: str) -> Iterator[Part]:
        match inline:
            case Slice(words=words):
                yield Part(words, where, taken=inline)
            case Cite(numbers=numbers):
                for number in numbers:
                    yield Part(" ", where)
                    yield Part(f"[{number}]", where, target=self.targets.source(number))
            case Link(text=text, url=url):
                yield Part(text, where, target=self.targets.page(url))
            case Pill(grade=grade, text=text):
                yield Part(printed(text).strip(), where, grade=grade)
            case _:
                yield Part(inline_text(inline), where)

    def notice(self, notice: Notice, where: str) -> Node:
        said = (self.leaf("P", (statement,), where) for statement in notice.statements)
        return Node("Div", (_plain("P", notice.title, where), *said))

    def items(self, block: ItemList, where: str) -> Node:
        kids = []
        for offset, (item, beneath) in enumerate(block.entries):
            mark = "•" if block.start is None else f"{block.start + offset}."
            kids.append(self.item(mark, item, beneath, f"{where}, item {offset + 1}"))
        return Node("L", tuple(kids), said="Disc" if block.start is None else "Decimal")

    def item(self, mark: str, item: Statement, beneath: Beneath, where: str) -> Node:
        label = _plain("Lbl", mark, where)
        if not beneath.points and not beneath.remark:
            return Node("LI", (label, self.leaf("LBody", (item,), where)))
        kids = [self.leaf("P", (item,), where)]
        points = tuple(
            self.item(POINT, point, Beneath(), f"{where}, point {number}")
            for number, point in enumerate(beneath.points, 1)
        )
        kids += [Node("L", points, said="None")] if points else []
        kids += [self.leaf("P", (beneath.remark,), f"{where}, remark")] if beneath.remark else []
        return Node("LI", (label, Node("LBody", tuple(kids))))

    def entry(self, number: int, statement: Statement, where: str) -> Node:
        here = f"{where}, source {number}"
        note = self.leaf("Note", (statement,), here, said=anchor(number))
        return Node("LI", (_plain("Lbl", f"[{number}]", here), Node("LBody", (note,))))

    def facts(self, facts: tuple[tuple[str, Statement], ...], where: str) -> Node:
        kids = []
        for label, fact in facts:
            here = f"{where}, fact “{label}”"
            kids.append(Node("LI", (_plain("Lbl", label, here), self.leaf("LBody", (fact,), here))))
        shares = of_measure(fact_shares(facts, self.style), self.style)
        return Node("L", tuple(kids), said="None", columns=Columns(shares, rows=False))

    def table(self, table: Table, where: str) -> Node:
        head = (_plain("TH", title, f"{where}, head of the table", "Column") for title in table.columns)
        rows = [Node("TR", tuple(head))]
        for number, row in enumerate(table.rows, 1):
            cells = []
            for at, cell in enumerate(row, 1):
                tag, said = ("TD", "") if at > 1 else ("TH", "Row")
                cells.append(self.leaf(tag, (cell,), f"{where}, row {number}, column {at}", said))
            rows.append(Node("TR", tuple(cells)))
        caption = _plain("Caption", table.caption, where)
        return Node("Table", (caption, *rows), columns=Columns(table.widths, rows=True, headed=True))

    def quote(self, quote: Quote, where: str) -> Iterator[Node]:
        last = len(quote.paragraphs) - 1
        kids = []
        for number, words in enumerate(quote.paragraphs):
            close = [Part("”", where)] if number == last else []
            kids.append(Node("P", parts=(Part("“", where), *self.inline(words, where), *close)))
        yield Node("BlockQuote", tuple(kids))
        yield self.leaf("P", (quote.attribution,), f"{where}, attribution")


def _plain(tag: str, text: str, where: str, said: str = "") -> Node:
    return Node(tag, parts=(Part(text, where),), said=said)


def _header(lines: tuple[tuple[str, str], ...]) -> Node:
    rows = (
        Node("LI", (_plain("Lbl", label, "the header"), _plain("LBody", text, "the header")))
        for label, text in lines
    )
    return Node("L", tuple(rows), said="None", columns=Columns(HEADER_SHARES, rows=True))


def _chart_parts(chart: Chart, where: str) -> tuple[Part, ...]:
    """Give what is written in a chart: the names of the grades, then the dates."""
    dates = (printed(point.when).strip() for point in chart.points)
    words = [*(grade_name(grade) for grade in chart.scale), *dates]
    return tuple(Part(f"{one} ", f"{where}, chart") for one in words)
