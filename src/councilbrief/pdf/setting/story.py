"""Blocks to pieces: which type, space and panel each kind of block gets, and which tags."""

from __future__ import annotations

from collections.abc import Iterator

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Chart,
    ItemList,
    KeyFacts,
    Notice,
    Paragraph,
    Quote,
    Section,
    SourceList,
    Statement,
    Subheading,
    Table,
)
from councilbrief.pdf.file.structure import BULLETED, COLUMN, NUMBERED, ROW, UNMARKED, Element
from councilbrief.pdf.look import style as looks
from councilbrief.pdf.look.glyphs import printed
from councilbrief.pdf.look.shares import fact_shares
from councilbrief.pdf.look.style import Padding, Style, Type, style_of
from councilbrief.pdf.reading import HEADER_SHARES
from councilbrief.pdf.setting.boxes import Stack, TextBox
from councilbrief.pdf.setting.chart import ChartPanel
from councilbrief.pdf.setting.grids import Grid, GridLook
from councilbrief.pdf.setting.listing import entries, items
from councilbrief.pdf.setting.logo import LogoPanel
from councilbrief.pdf.setting.panels import Heading, Panel, Piece, Prose, SectionHeading
from councilbrief.pdf.setting.runs import Run, Writer, plain
from councilbrief.pdf.targets import targets_of

_CELL = Padding(left=7, top=3, right=7, bottom=4)
_HEADER = GridLook(Padding(top=1, bottom=1, right=8))


def story(briefing: Briefing, root: Element) -> list[Piece]:
    """Set a whole briefing; its tags go into `root`, in the order in which it is read."""
    look = style_of(briefing.theme)
    setter = _Setter(look, Writer(look, targets_of(briefing)))
    return list(setter.briefing(briefing, root))


class _Setter:
    """Sets blocks in a style."""

    def __init__(self, style: Style, writer: Writer) -> None:
        self.style = style
        self.writer = writer

    def briefing(self, briefing: Briefing, root: Element) -> Iterator[Piece]:
        if briefing.theme.logo:
            logo = briefing.theme.logo
            yield LogoPanel(logo, root.add("Figure", alt=printed(logo.alt)), below=18)
        yield self.title(briefing, root)
        if briefing.header:
            yield self.header(briefing.header, root)
        for notice in briefing.notices:
            yield self.notice(notice, root)
        for number, section in enumerate(briefing.sections, 1):
            yield from self.section(number, section, root.add("Sect"))

    def title(self, briefing: Briefing, root: Element) -> Panel:
        big, small = self.style.title, self.style.subtitle
        boxes = [TextBox(plain(briefing.title, big), big.leading, root.add("H1"), even=True)]
        if briefing.subtitle:
            boxes.append(TextBox(plain(briefing.subtitle, small), small.leading, root.add("P"), above=5))
        return Panel(Stack(tuple(boxes)), above=4, below=10)

    def header(self, lines: tuple[tuple[str, str], ...], root: Element) -> Grid:
        listed = root.add("L", attributes=UNMARKED)
        rows = []
        for label, text in lines:
            item = listed.add("LI")
            cells = ((label, self.style.header_label, "Lbl"), (text, self.style.header_text, "LBody"))
            rows.append(tuple(_stack(plain(words, kind), kind, item.add(tag)) for words, kind, tag in cells))
        return Grid(tuple(rows), HEADER_SHARES, _HEADER, below=10)

    def section(self, number: int, section: Section, sect: Element) -> Iterator[Piece]:
        kind = self.style.section
        heading = TextBox(plain(section.title, kind), kind.leading, sect.add("H2"), even=True)
        yield SectionHeading(Stack((heading,)), number=number, title=section.title, above=18, below=4)
        for block in section.blocks:
            yield from self.block(block, sect)

    def block(self, block: Block, sect: Element) -> Iterator[Piece]:
        match block:
            case Paragraph(statements=said):
                yield Prose(self.stack(said, self.style.body, sect.add("P")), below=8)
            case Subheading(text=text):
                kind = self.style.subheading
                yield Heading(_stack(plain(text, kind), kind, sect.add("H3")), above=13, below=5)
            case ItemList(start=start):
                listed = sect.add("L", attributes=BULLETED if start is None else NUMBERED)
                yield from items(block, listed, self.style, self.writer)
            case Notice():
                yield self.notice(block, sect)
            case KeyFacts(facts=facts):
                yield self.facts(facts, sect.add("L", attributes=UNMARKED))
            case Table():
                yield from self.table(block, sect.add("Table"))
            case Chart():
                yield from self.chart(block, sect)
            case Quote():
                yield self.quote(block, sect)
            case SourceList():
                yield from entries(block, sect.add("L", attributes=UNMARKED), self.style, self.writer)

    def stack(self, said: tuple[Statement, ...], kind: Type, element: Element) -> Stack:
        return _stack(self.writer.statements(said, kind), kind, element)

    def notice(self, notice: Notice, parent: Element) -> Panel:
        group, title, kind = parent.add("Div"), self.style.notice_title[notice.tone], self.style.notice
        opens = bool(notice.statements)
        boxes = [TextBox(plain(notice.title, title), title.leading, group.add("P"), opens=opens)]
        for statement in notice.statements:
            runs = self.writer.statements((statement,), kind)
            boxes.append(TextBox(runs, kind.leading, group.add("P"), above=3))
        return Panel(Stack(tuple(boxes)), above=6, below=10, look=self.style.notices[notice.tone])

    def facts(self, facts: tuple[tuple[str, Statement], ...], listed: Element) -> Grid:
        cells = [self.fact(label, statement, listed.add("LI")) for label, statement in facts]
        shares = fact_shares(facts, self.style)
        rows = tuple(tuple(cells[at : at + len(shares)]) for at in range(0, len(cells), len(shares)))
        look = GridLook(Padding(right=looks.FACT_GAP), look=self.style.facts, flush=False)
        return Grid(rows, shares, look, above=4, below=11)

    def fact(self, label: str, statement: Statement, item: Element) -> Stack:
        small, big = self.style.fact_label, self.style.fact
        head = TextBox(plain(label, small), small.leading, item.add("Lbl"), opens=True)
        runs = self.writer.statements((statement,), big)
        return Stack((head, TextBox(runs, big.leading, item.add("LBody"), above=3)))

    def table(self, table: Table, element: Element) -> Iterator[Piece]:
        caption, head = self.style.caption, self.style.head_cell
        words = plain(table.caption, caption)
        yield Heading(_stack(words, caption, element.add("Caption")), above=6, below=3)
        row = element.add("TR")
        titles = tuple(
            _stack(plain(title, head), head, row.add("TH", attributes=COLUMN)) for title in table.columns
        )
        rows = tuple(self.row(cells, element.add("TR")) for cells in table.rows)
        look = GridLook(_CELL, ruled=self.style.accent)
        yield Grid(rows, table.widths, look, head=titles, below=11)

    def row(self, cells: tuple[Statement, ...], element: Element) -> tuple[Stack, ...]:
        label, *others = cells
        return (
            self.stack((label,), self.style.cell_label, element.add("TH", attributes=ROW)),
            *(self.stack((cell,), self.style.cell, element.add("TD")) for cell in others),
        )

    def chart(self, chart: Chart, sect: Element) -> Iterator[Piece]:
        caption = self.style.caption
        yield Heading(self.stack((chart.caption,), caption, sect.add("P")), above=6, below=3)
        yield ChartPanel(chart, sect.add("Figure", alt=printed(chart.alt)), self.style, below=11)

    def quote(self, quote: Quote, sect: Element) -> Panel:
        body, small = self.style.body, self.style.attribution
        block, boxes, last = sect.add("BlockQuote"), [], len(quote.paragraphs) - 1
        for number, words in enumerate(quote.paragraphs):
            runs = [Run("“", body), *self.writer.inlines((words,), body)]
            if number == last:
                runs.append(Run("”", body))
            boxes.append(TextBox(tuple(runs), body.leading, block.add("P"), above=5))
        attribution = self.writer.statements((quote.attribution,), small)
        boxes.append(TextBox(attribution, small.leading, sect.add("P"), above=5, closes=True))
        return Panel(Stack(tuple(boxes)), above=4, below=10, look=looks.QUOTE)


def _stack(runs: tuple[Run, ...], kind: Type, element: Element) -> Stack:
    return Stack((TextBox(runs, kind.leading, element),))
