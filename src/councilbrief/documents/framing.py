"""How the process that reads PDFs and the one that asks it talk: each message after its length."""

from __future__ import annotations

import struct

LENGTH = struct.Struct("<Q")
"""Eight bytes that count the bytes of the message behind them."""

NUMBERS_A_LINE = 7
"""Of each line: its start and end in the page's text; left, right, bottom, top; its font's weight."""

NUMBERS_A_GAP = 3
"""Of each gap between cells: its offset in the page's text, and the edges at its left and its right."""

LINE_BREAK = "\r\n"
"""What parts the lines of a page's text."""

HYPHEN = "\ufffe"
"""How pdfium writes a hyphen at the end of a line."""
