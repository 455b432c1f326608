"""Which rows of a page's tables hold data, and which only lay the page out."""

from __future__ import annotations

from lxml.html import HtmlElement

_CELLS = frozenset({"td", "th"})
_OWN_BLOCKS = frozenset({"table", "ul", "ol", "dl", "h1", "h2", "blockquote", "article", "section"})
_LONGEST_CELL = 500
"""Characters; a cell that holds more lays out a page."""

_MOST_BREAKS = 2
"""Line ends in a cell that still holds one thing."""


def with_heads_over_lists(root: HtmlElement) -> None:
    """Put the heads of columns into the cells below them, where those hold more than one thing.

    What went well and what must improve often stand beside each other so, and are read one after the other.
    """
    for row in list(root.iter("tr")):
        above = row.getprevious() if row.getprevious() is not None else _last_of_head(row)
        if above is None or above.tag != "tr" or is_row(row) or not is_row(above):
            continue
        heads, cells = ([cell for cell in each if cell.tag in _CELLS] for each in (above, row))
        if len(heads) == len(cells):
            for head, cell in zip(heads, cells, strict=True):
                head.tag = "div"
                head.tail, cell.text = cell.text, None
                cell.insert(0, head)
            above.drop_tree()


def _last_of_head(row: HtmlElement) -> HtmlElement | None:
    """Return the last row of a table's head for the first row of its body."""
    above = row.getparent().getprevious() if row.getparent() is not None else None
    return above[-1] if above is not None and above.tag == "thead" and len(above) else None


def is_row(row: HtmlElement) -> bool:
    """Say whether each cell of a row holds one thing, so that the row can be read as one line."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    return len(cells) > 1 and all(_is_plain(cell) for cell in cells)


def _is_plain(cell: HtmlElement) -> bool:
    length = breaks = 0
    for element in cell.iter():
        if element.tag in _OWN_BLOCKS:
            return False
        breaks += element.tag in {"p", "br"}
        length += len((element.text or "").strip())
        length += 0 if element is cell else len((element.tail or "").strip())
        if length > _LONGEST_CELL or breaks > _MOST_BREAKS:
            return False
    return True
