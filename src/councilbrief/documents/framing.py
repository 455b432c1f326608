"""How the process that reads documents and the one that asks it talk: each message after its length."""

from __future__ import annotations

import struct
from enum import Enum

LENGTH = struct.Struct("<Q")
"""Eight bytes that count the bytes of the message behind them."""

READ, REFUSED, FAULT = b"\x00", b"\x01", b"\x02"
"""What an answer opens with: then follows a document, the key of a refusal, or the site of a fault."""


class Kind(bytes, Enum):
    """What a request for a document opens with: then follows the file."""

    PDF = b"p"
    PAGE = b"h"
    WORD = b"w"
