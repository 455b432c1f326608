"""Blocks to flowables: which type, space and panel each kind of block gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportlab.platypus.flowables import CondPageBreak, Flowable

from councilbrief.briefing.blocks import (
    Beneath,
    Block,
    Briefing,
    ItemList,
    KeyFacts,
    Notice,
    Paragraph,
    Quote,
    Section,
    SourceEntry,
    SourceList,
    Statement,
    Subheading,
    Table,
)
from councilbrief.pdf import style
from councilbrief.pdf.boxes import Stack, TextBox
from councilbrief.pdf.flowables import (
    Caption,
    Entry,
    Heading,
    Item,
    NoticePanel,
    Panel,
    Prose,
    QuotePanel,
    SectionHeading,
    Title,
)
from councilbrief.pdf.fonts import width
from councilbrief.pdf.glyphs import BULLET
from councilbrief.pdf.grids import DataTable, FactPanel, Grid, GridLook, HeaderBlock
from councilbrief.pdf.markup import Run, anchor, inlines, plain, statements
from councilbrief.pdf.reading import HEADER_SHARES, POINT
from councilbrief.pdf.shares import fact_shares
from councilbrief.pdf.style import LABEL_GAP, Padding, Type

_SHORT = 0.15 * style.FRAME_HEIGHT  # a last paragraph up to this height is not parted
_LEADS = 0.6 * style.FRAME_HEIGHT  # more than this is never asked for below a heading

_TABLE = GridLook(Padding(left=7, top=3, right=7, bottom=4.5), ruled=True)
_FACTS = GridLook(Padding(right=style.FACT_GAP), look=style.FACTS, flush=False)
_HEADER = GridLook(Padding(top=1.5, bottom=1.5, right=8))


def story(briefing: Briefing) -> list[Flowable]:
    """Set a whole briefing; headings carry a page break for where too little would follow them."""
    setter = _Setter(frozenset(_anchors(briefing)))
    return list(_with_breaks(list(setter.briefing(briefing))))


def _anchors(briefing: Briefing) -> Iterator[str]:
    for section in briefing.sections:
        for block in section.blocks:
            if isinstance(block, SourceList):
                yield from (anchor(entry.number) for entry in block.entries)


def _with_breaks(flowables: list[Panel | Grid]) -> Iterator[Flowable]:
    """Put a break before what leads in, before a list's last two items, and before a short last paragraph."""
    last = flowables[-1] if flowables else None
    if isinstance(last, Prose):
        last.whole = _height([last]) < _SHORT
    for number, flowable in enumerate(flowables):
        before = flowables[number - 1] if number else None
        if _leads_in(flowables, number) and not isinstance(before, Heading):
            yield _Room(_need(flowables[number:]), before, flowable)
        elif isinstance(flowable, Prose) and flowable.whole and not isinstance(before, Heading):
            yield _Room(_height([flowable]), before, flowable)
        elif _is_last_but_one(flowables, number) and _height([flowable]) < _SHORT:  # a taller one is parted
            yield _Room(_height(flowables[number : number + 2]), before, flowable)
        yield flowable


class _Room(CondPageBreak):  # type: ignore[misc]  # ReportLab has no types
    """A break where a page has too little room left; the spaces before and after it still count as one."""

    _SPACETRANSFER = True

    def __init__(self, height: float, before: Panel | Grid | None, first: Panel | Grid) -> None:
        """Ask for a height, less the space above the `first`, as far as that below the one `before` is it."""
        shared = min(before.spaceAfter, first.spaceBefore) if before else 0
        super().__init__(min(height - shared, _LEADS))


def _leads_in(flowables: list[Panel | Grid], number: int) -> bool:
    """Say whether a flowable is a heading, or a line that introduces a list or a table."""
    if isinstance(flowables[number], Heading):
        return True
    following = flowables[number + 1] if number + 1 < len(flowables) else None
    return isinstance(flowables[number], Prose) and isinstance(following, Item | Caption | DataTable)


def _is_last_but_one(flowables: list[Panel | Grid], number: int) -> bool:
    """Say whether exactly one more item of a list follows, and at least one stands before."""
    here = [isinstance(one, Item) for one in flowables[max(number - 1, 0) : number + 3]]
    return number > 0 and here[:3] == [True, True, True] and here[3:] != [True]


def _need(flowables: list[Panel | Grid]) -> float:
    """Measure what leads in with the least of what follows it."""
    for number, flowable in enumerate(flowables):
        if not _leads_in(flowables, number):
            return _height(flowables[:number], flowable.spaceBefore) + float(flowable.lead(style.MEASURE))
    return _height(flowables)


def _height(flowables: list[Panel | Grid], below: float = 0) -> float:
    """Measure some in a row, and `below` them the space before the next; of two spaces the larger counts."""
    height = after = 0.0
    for flowable in flowables:
        height += max(flowable.spaceBefore, after) + flowable.wrap(style.MEASURE, 0)[1]
        after = flowable.spaceAfter
    return height + max(after, below)


class _Setter:
    """Sets blocks; it knows which references have an entry to go to."""

    def __init__(self, anchors: frozenset[str]) -> None:
        self.anchors = anchors

    def briefing(self, briefing: Briefing) -> Iterator[Panel | Grid]:
        title = [TextBox(plain(briefing.title, style.TITLE), style.TITLE.leading, even=True)]
        if briefing.subtitle:
            title.append(TextBox(plain(briefing.subtitle, style.SUBTITLE), style.SUBTITLE.leading, above=5))
        yield Title(Stack(tuple(title)), above=4, below=13)
        if briefing.header:
            yield _header(briefing.header)
        for notice in briefing.notices:
            yield self.notice(notice)
        for number, section in enumerate(briefing.sections, 1):
            yield from self.section(number, section)

    def section(self, number: int, section: Section) -> Iterator[Panel | Grid]:
        heading = TextBox(plain(section.title, style.SECTION), style.SECTION.leading, even=True)
        yield SectionHeading(Stack((heading,)), number=number, title=section.title, above=22, below=5)
        for block in section.blocks:
            yield from self.block(block)

    def block(self, block: Block) -> Iterator[Panel | Grid]:
        match block:
            case Paragraph(statements=said):
                yield Prose(_stack(self.runs(said, style.BODY), style.BODY), below=8)
            case Subheading(text=text):
                yield Heading(_stack(plain(text, style.SUBHEADING), style.SUBHEADING), above=13, below=5)
            case ItemList():
                yield from self.items(block)
            case Notice():
                yield self.notice(block)
            case KeyFacts(facts=facts):
                yield self.facts(facts)
            case Table():
                yield from self.table(block)
            case Quote():
                yield self.quote(block)
            case SourceList(entries=entries):
                yield from self.sources(entries)

    def runs(self, said: tuple[Statement, ...], kind: Type) -> tuple[Run, ...]:
        return statements(said, kind, self.anchors)

    def items(self, block: ItemList) -> Iterator[Item]:
        if block.start is None:
            marks = [BULLET] * len(block.items)
        else:
            marks = [f"{block.start + offset}." for offset in range(len(block.items))]
        kind = replace(style.BODY.bold, colour=style.NAVY)
        indent = max((width(mark, kind.face, kind.size) for mark in marks), default=0) + LABEL_GAP
        for number, (mark, (item, beneath)) in enumerate(zip(marks, block.entries, strict=True), 1):
            runs = self.runs((item,), style.BODY)
            leads = bool(beneath.points or beneath.remark)
            box = TextBox(runs, style.BODY.leading, indent=indent, mark=Run(mark, kind), opens=leads)
            under = self.beneath(beneath, indent)
            yield Item(Stack((box, *under)), below=9 if number == len(marks) else 7 if leads else 4)

    def beneath(self, beneath: Beneath, indent: float) -> Iterator[TextBox]:
        """Set the points of an item, each on a line of its own, and the remark on it."""
        kind = replace(style.BODY.bold, colour=style.NAVY)
        inner = indent + width(POINT, kind.face, kind.size) + LABEL_GAP
        for point in beneath.points:
            runs, mark = self.runs((point,), style.BODY), Run(POINT, kind)
            yield TextBox(runs, style.BODY.leading, above=2, indent=inner, mark=mark, inset=indent)
        if beneath.remark:
            runs = self.runs((beneath.remark,), style.REMARK)
            yield TextBox(runs, style.REMARK.leading, above=2, indent=indent, closes=True)

    def notice(self, notice: Notice) -> NoticePanel:
        title = replace(style.NOTICE_TITLE, colour=style.NOTICE_INK[notice.tone])
        boxes = [TextBox(plain(notice.title, title), title.leading, opens=bool(notice.statements))]
        for statement in notice.statements:
            boxes.append(TextBox(self.runs((statement,), style.NOTICE), style.NOTICE.leading, above=3))  # noqa: PERF401 - a list already begun
        return NoticePanel(Stack(tuple(boxes)), above=6, below=10, look=style.NOTICES[notice.tone])

    def facts(self, facts: tuple[tuple[str, Statement], ...]) -> FactPanel:
        cells = [self.fact(label, statement) for label, statement in facts]
        shares = fact_shares(facts)
        rows = tuple(tuple(cells[at : at + len(shares)]) for at in range(0, len(cells), len(shares)))
        return FactPanel(rows, shares, _FACTS, above=4, below=11)

    def fact(self, label: str, statement: Statement) -> Stack:
        head = TextBox(plain(label, style.FACT_LABEL), style.FACT_LABEL.leading, opens=True)
        return Stack((head, TextBox(self.runs((statement,), style.FACT), style.FACT.leading, above=3)))

    def table(self, table: Table) -> Iterator[Panel | Grid]:
        yield Caption(_stack(plain(table.caption, style.CAPTION), style.CAPTION), above=6, below=3)
        head = tuple(_stack(plain(title, style.HEAD_CELL), style.HEAD_CELL) for title in table.columns)
        rows = tuple(
            tuple(
                _stack(self.runs((cell,), kind), kind)
                for cell, kind in zip(row, [style.CELL_LABEL, *[style.CELL] * (len(row) - 1)], strict=True)
            )
            for row in table.rows
        )
        yield DataTable(rows, table.widths, _TABLE, head=head, below=11)

    def quote(self, quote: Quote) -> QuotePanel:
        boxes: list[TextBox] = []
        last = len(quote.paragraphs) - 1
        for number, words in enumerate(quote.paragraphs):
            runs = [Run("“", style.BODY), *inlines((words,), style.BODY, self.anchors)]
            if number == last:
                runs.append(Run("”", style.BODY))
            boxes.append(TextBox(tuple(runs), style.BODY.leading, above=5))
        attribution = self.runs((quote.attribution,), style.ATTRIBUTION)
        boxes.append(TextBox(attribution, style.ATTRIBUTION.leading, above=5, closes=True))
        return QuotePanel(Stack(tuple(boxes)), above=4, below=10, look=style.QUOTE)

    def sources(self, entries: tuple[SourceEntry, ...]) -> Iterator[Entry]:
        kind = replace(style.SOURCE.bold, colour=style.NAVY)
        marks = [f"[{entry.number}]" for entry in entries]
        indent = max((width(mark, kind.face, kind.size) for mark in marks), default=0) + LABEL_GAP
        for mark, entry in zip(marks, entries, strict=True):
            runs = self.runs((entry.statement,), style.SOURCE)
            box = TextBox(runs, style.SOURCE.leading, indent=indent, mark=Run(mark, kind))
            yield Entry(Stack((box,)), anchor=anchor(entry.number), below=5)


def _stack(runs: tuple[Run, ...], kind: Type) -> Stack:
    return Stack((TextBox(runs, kind.leading),))


def _header(lines: tuple[tuple[str, str], ...]) -> HeaderBlock:
    rows = tuple(
        (
            _stack(plain(label, style.HEADER_LABEL), style.HEADER_LABEL),
            _stack(plain(text, style.HEADER_TEXT), style.HEADER_TEXT),
        )
        for label, text in lines
    )
    return HeaderBlock(rows, HEADER_SHARES, _HEADER, below=12)
