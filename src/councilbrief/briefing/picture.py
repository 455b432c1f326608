"""The bytes of a logo: whether they are a picture that can be set, told by the bytes and not by a name.

The headers are read here, before anything is decoded, so that no small file becomes a huge picture.
"""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterator
from io import BytesIO
from struct import error as TooShortError  # noqa: N812 - it is what it says here
from struct import unpack_from
from typing import NamedTuple

MOST_BYTES = 1024 * 1024
MOST_PIXELS = 4000
"""Pixels that a side may have."""
MOST_SCANS = 100
"""Passes over a JPEG: each decodes the whole picture again, and usual ones have ten."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
# What people take for a PNG: how such files begin, and what they are called.
_OTHERS = (
    (b"GIF8", "a GIF"),
    (b"BM", "a BMP"),
    (b"RIFF", "a WebP"),
    (b"II*\0", "a TIFF"),
    (b"MM\0*", "a TIFF"),
    (b"%PDF", "a PDF"),
    (b"%!PS", "an EPS"),
    (b"<", "an SVG or a web page"),
)
_GREY, _DEEP, _CMYK = 0, 16, 4
# A marker in the data of a scan: not a stuffed 0xFF, not a restart.
_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END = 0xDA, 0xD9
CUT_SHORT = "is cut short; copy it again from where it came"
DAMAGED = "is damaged; save it again"


class PictureError(Exception):
    """Bytes are no picture that can be set; the words say why, and what to do, after the file's name."""


class Size(NamedTuple):
    """The sides of a picture, in pixels."""

    width: int
    height: int


def measured(data: bytes) -> Size:
    """Return the size of a PNG or JPEG; raise PictureError for what can't be set.

    That is: an empty or a large file, another kind of file, one that is damaged or cut short, a side of
    more than 4,000 pixels, a JPEG in the colours of print, a PNG in 16 bits of grey.
    """
    if not data:
        message = "is empty; copy it again from where it came"
        raise PictureError(message)
    if len(data) > MOST_BYTES:
        message = "is larger than 1 MB; save it smaller: 600 pixels are enough for a logo"
        raise PictureError(message)
    try:
        size = _size(data)
    except TooShortError as error:
        raise PictureError(CUT_SHORT) from error
    if min(size) < 1:
        raise PictureError(DAMAGED)
    if max(size) > MOST_PIXELS:
        message = f"has {size.width:,} × {size.height:,} pixels; save it with at most {MOST_PIXELS:,} a side"
        raise PictureError(message)
    _decode(data)
    return size


def _size(data: bytes) -> Size:
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    whole = _PNG if data[:1] == _PNG[:1] else _JPEG
    if whole.startswith(data):
        raise PictureError(CUT_SHORT)
    known = next((name for start, name in _OTHERS if data.lstrip().startswith(start)), None)
    found = f"is {known} file by its contents" if known else "is no picture by its contents"
    message = f"{found}; save the logo as PNG or JPEG"
    raise PictureError(message)


def _png(data: bytes) -> Size:
    """Read the header of a PNG, and see that its parts are whole up to the last."""
    kinds = list(_chunks(data))
    if kinds[0] != b"IHDR" or kinds.count(b"IHDR") > 1 or b"IDAT" not in kinds:
        raise PictureError(DAMAGED)
    width, height, depth, colours = unpack_from(">IIBB", data, len(_PNG) + 8)
    if (depth, colours) == (_DEEP, _GREY):
        message = "has 16 bits of grey for each pixel, which turn white in a PDF; save it with 8"
        raise PictureError(message)
    return Size(width, height)


def _chunks(data: bytes) -> Iterator[bytes]:
    """Yield the kinds of a PNG's parts up to its end."""
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = unpack_from(">I4s", data, at)
        (check,) = unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(data[at + 4 : at + 8 + length]) != check:
            raise PictureError(DAMAGED)
        yield kind
        at += 12 + length


def _jpeg(data: bytes) -> Size:
    """Read the header of a JPEG, and see that it comes to its end."""
    frames, scans = list[tuple[int, int, int]](), 0
    for marker, at in _segments(data):
        if marker in _FRAMES:
            frames.append(unpack_from(">HHB", data, at + 5))
        scans += marker == _SCAN
    if len(frames) != 1 or not 1 <= scans <= MOST_SCANS:
        raise PictureError(DAMAGED)
    height, width, colours = frames[0]
    if colours == _CMYK:
        message = "is in the colours of print (CMYK), which screens show wrongly; save it as RGB"
        raise PictureError(message)
    return Size(width, height)


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the markers of a JPEG up to its end, each with where it stands."""
    at, marker = 2, 0
    while marker != _END:
        found = _MARKER.search(data, at) if marker == _SCAN else _MARKER.match(data, at)
        if found is None:
            raise PictureError(CUT_SHORT if marker == _SCAN or at >= len(data) - 1 else DAMAGED)
        at, marker = found.end() - 2, data[found.end() - 1]
        yield marker, at
        if marker != _END:
            at += 2 + unpack_from(">H", data, at + 2)[0]


def _decode(data: bytes) -> None:
    """Decode a picture whose size is known to be small, as the setting of the page will."""
    from PIL import Image  # noqa: PLC0415 - comes with reportlab; only a logo needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a picture that can be set may have odd things beside it
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                picture.load()
    except Exception as error:  # whatever a decoder comes upon in bytes that nobody vouches for
        raise PictureError(CUT_SHORT if "truncated" in str(error) else DAMAGED) from error
