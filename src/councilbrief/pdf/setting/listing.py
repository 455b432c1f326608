"""Lists to pieces: items with what stands beneath them, and the list of sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from councilbrief.briefing.blocks import Beneath, ItemList, SourceList, Statement
from councilbrief.pdf.file.structure import UNMARKED, Element
from councilbrief.pdf.look.faces import width
from councilbrief.pdf.look.glyphs import BULLET
from councilbrief.pdf.look.style import LABEL_GAP, Style, Type
from councilbrief.pdf.reading import POINT
from councilbrief.pdf.setting.boxes import Stack, TextBox
from councilbrief.pdf.setting.panels import Entry, Item
from councilbrief.pdf.setting.runs import Run, Writer
from councilbrief.pdf.targets import anchor


def items(block: ItemList, listed: Element, style: Style, writer: Writer) -> Iterator[Item]:
    """Set the items of a list, numbered or bulleted."""
    if block.start is None:
        marks = [BULLET] * len(block.items)
    else:
        marks = [f"{block.start + offset}." for offset in range(len(block.items))]
    kind = _mark_type(style, style.body)
    indent = _indent(marks, kind)
    setter = _Items(style, writer, indent)
    for number, (mark, (item, beneath)) in enumerate(zip(marks, block.entries, strict=True), 1):
        leads = bool(beneath.points or beneath.remark)
        below = 9 if number == len(marks) else 7 if leads else 4
        yield Item(setter.item(Run(mark, kind), item, beneath, listed.add("LI")), below=below)


def entries(block: SourceList, listed: Element, style: Style, writer: Writer) -> Iterator[Entry]:
    """Set the list of sources; each entry is the note that references lead to."""
    kind = _mark_type(style, style.source)
    marks = [f"[{entry.number}]" for entry in block.entries]
    indent = _indent(marks, kind)
    for mark, entry in zip(marks, block.entries, strict=True):
        item, key = listed.add("LI"), anchor(entry.number)
        label, note = item.add("Lbl"), item.add("LBody").add("Note", identity=key)
        runs = writer.statements((entry.statement,), style.source)
        box = TextBox(runs, style.source.leading, note, indent=indent, mark=Run(mark, kind), label=label)
        yield Entry(Stack((box,)), anchor=key, below=5)


def _mark_type(style: Style, kind: Type) -> Type:
    return replace(kind.bold, colour=style.accent)


def _indent(marks: list[str], kind: Type) -> float:
    return max((width(mark, kind.face, kind.size) for mark in marks), default=0) + LABEL_GAP


class _Items:
    """Sets items whose marks hang in one indent."""

    def __init__(self, style: Style, writer: Writer, indent: float) -> None:
        self.style = style
        self.writer = writer
        self.indent = indent

    def item(self, mark: Run, said: Statement, beneath: Beneath, element: Element) -> Stack:
        """Set an item; where something stands beneath it, its own words are a paragraph among that."""
        label, body = element.add("Lbl"), element.add("LBody")
        leads = bool(beneath.points or beneath.remark)
        words = body.add("P") if leads else body
        kind = self.style.body
        runs = self.writer.statements((said,), kind)
        box = TextBox(runs, kind.leading, words, indent=self.indent, mark=mark, label=label, opens=leads)
        return Stack((box, *self.points(beneath, body), *self.remark(beneath, body)))

    def points(self, beneath: Beneath, body: Element) -> Iterator[TextBox]:
        """Set the points of an item, each on a line of its own."""
        kind = self.style.body
        mark = Run(POINT, _mark_type(self.style, kind))
        inner = self.indent + width(POINT, mark.type.face, mark.type.size) + LABEL_GAP
        if not beneath.points:
            return
        listed = body.add("L", attributes=UNMARKED)
        for point in beneath.points:
            item = listed.add("LI")
            label, words = item.add("Lbl"), item.add("LBody")
            runs = self.writer.statements((point,), kind)
            yield TextBox(
                runs, kind.leading, words, above=2, indent=inner, mark=mark, label=label, inset=self.indent
            )

    def remark(self, beneath: Beneath, body: Element) -> Iterator[TextBox]:
        """Set the remark on an item."""
        if beneath.remark:
            kind = self.style.remark
            runs = self.writer.statements((beneath.remark,), kind)
            yield TextBox(runs, kind.leading, body.add("P"), above=3, indent=self.indent, closes=True)
