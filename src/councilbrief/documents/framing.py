"""How the process that reads documents and the one that asks it talk: each message after its length."""

from __future__ import annotations

import struct

LENGTH = struct.Struct("<Q")
"""Eight bytes that count the bytes of the message behind them."""

READ, REFUSED, FAULT = b"\x00", b"\x01", b"\x02"
"""What an answer opens with: then follows a document, the key of a refusal, or the site of a fault."""
