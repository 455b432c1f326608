"""Pictures for tests: whole ones as programs write them, and the parts to make broken ones of."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def picture(mode: str = "RGB", size: tuple[int, int] = (30, 20), kind: str = "PNG", /, **how: int) -> bytes:
    """Return a picture of one colour."""
    data = BytesIO()
    Image.new(mode, size).save(data, kind, **how)
    return data.getvalue()


def noise(kind: str) -> bytes:
    """Return a picture that packs badly, so that most of its file is its content."""
    data = BytesIO()
    Image.effect_noise((80, 80), 90).convert("RGB").save(data, kind)
    return data.getvalue()


def chunk(kind: bytes, data: bytes = b"") -> bytes:
    """Return a part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def header(width: int, height: int, depth: int = 8, colours: int = 2, interlaced: int = 0) -> bytes:
    """Return the header of a PNG: colours 0 are grey, 2 red, green and blue."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, interlaced))


def png(*chunks: bytes) -> bytes:
    """Return a PNG of some parts and its end."""
    return b"".join((SIGNATURE, *chunks, chunk(b"IEND")))


def made_png(depth: int, colours: int, row: bytes, interlaced: int = 0) -> bytes:
    """Return a PNG of one pixel, whatever the forms of which Pillow writes none."""
    return png(header(1, 1, depth, colours, interlaced), chunk(b"IDAT", zlib.compress(b"\0" + row)))


def save(folder: Path, name: str, data: bytes) -> Path:
    """Write a file, and return its path."""
    path = folder / name
    path.write_bytes(data)
    return path
