"""Which bytes are a logo: those that ReportLab and Pillow set rightly, found out before a page is set."""

from __future__ import annotations

import struct
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from councilbrief.briefing import picture as pictures
from councilbrief.briefing.picture import CUT_SHORT, DAMAGED, MOST_BYTES, MOST_SCANS, PictureError, measured
from pictures import chunk, header, made_png, noise, picture, png

PNG, JPEG = noise("PNG"), noise("JPEG")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_usual_png_is_taken(mode: str) -> None:
    assert measured(picture(mode)) == (30, 20)


@pytest.mark.parametrize(
    "data",
    [
        made_png(16, 2, b"\x80\0" * 3),
        made_png(16, 6, b"\x80\0" * 4),
        made_png(16, 4, b"\x80\0" * 2),
        made_png(8, 2, b"abc", interlaced=1),
    ],
    ids=["16 bits of colour", "16 bits with transparency", "16 bits of grey with it", "interlaced"],
)
def test_unusual_pngs_that_are_set_rightly_are_taken(data: bytes) -> None:
    assert measured(data) == (1, 1)


@pytest.mark.parametrize("how", [{}, {"progressive": True}, {"quality": 5}])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_jpegs_are_taken(mode: str, how: dict[str, int]) -> None:
    assert measured(picture(mode, (30, 20), "JPEG", **how)) == (30, 20)


def test_what_a_phone_adds_to_a_jpeg_does_no_harm() -> None:
    preview = JPEG[:2] + b"\xff\xe1" + struct.pack(">H", len(JPEG) + 2) + JPEG + JPEG[2:] + b"trailing"
    assert measured(preview) == (80, 80)


def said(data: bytes) -> str:
    with pytest.raises(PictureError) as caught:
        measured(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\x89PNG" + bytes(MOST_BYTES), "is larger than 1 MB"),
        (picture("RGB", (30, 20), "GIF"), "is a GIF file by its contents; save the logo as PNG or JPEG"),
        (picture("RGB", (30, 20), "WEBP"), "is a WebP file"),
        (picture("RGB", (30, 20), "TIFF"), "is a TIFF file"),
        (picture("RGB", (30, 20), "BMP"), "is a BMP file"),
        (b"\n<svg/>", "is an SVG or a web page file"),
        (b"%PDF-1.7", "is a PDF file"),
        (b"accent: blue", "is no picture"),
        (picture("CMYK", (30, 20), "JPEG"), "is in the colours of print (CMYK)"),
        (made_png(16, 0, b"\x80\0"), "has 16 bits of grey"),
        (picture("L", (4001, 1)), "has 4,001 × 1 pixels; save it with at most 4,000 a side"),
        (picture("L", (1, 4001), "JPEG"), "has 1 × 4,001 pixels"),
        (png(header(2**31 - 1, 2**31 - 1), chunk(b"IDAT")), "has 2,147,483,647 × 2,147,483,647 pixels"),
        (png(header(0, 1), chunk(b"IDAT")), DAMAGED),
        (png(header(1, 1)), DAMAGED),
        (png(chunk(b"IDAT"), header(1, 1)), DAMAGED),
        (png(header(1, 1), header(9, 9), chunk(b"IDAT")), DAMAGED),
        (png(header(1, 1), chunk(b"IDAT", b"no zlib stream")), DAMAGED),
        (PNG[:200] + b"x" + PNG[201:], DAMAGED),
        (PNG[:-12], CUT_SHORT),
        (JPEG[:-2], CUT_SHORT),
        (JPEG[:20] + b"no marker" + JPEG[20:], DAMAGED),
    ],
)
def test_what_can_not_be_set_is_refused_with_the_reason(data: bytes, words: str) -> None:
    assert words in said(data)


@pytest.mark.parametrize("whole", [PNG, JPEG], ids=["png", "jpeg"])
@given(share=st.floats(0, 1, exclude_max=True))
def test_a_file_that_is_cut_anywhere_is_refused(whole: bytes, share: float) -> None:
    part = whole[: int(len(whole) * share)]
    assert said(part) == CUT_SHORT or not part


@pytest.mark.parametrize("whole", [PNG, JPEG], ids=["png", "jpeg"])
@given(at=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255), data=st.data())
def test_whatever_a_byte_is_changed_to_nothing_but_a_refusal_comes(
    whole: bytes, at: float, byte: int, data: st.DataObject
) -> None:
    place = int(len(whole) * at) if data.draw(st.booleans()) else min(int(40 * at), len(whole) - 1)
    with suppress(PictureError):
        assert max(measured(whole[:place] + bytes([byte]) + whole[place + 1 :])) <= 4000


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", JPEG[:200], PNG[:60]]),
)
def test_no_bytes_do_anything_else(tail: bytes, start: bytes) -> None:
    with pytest.raises(PictureError):
        measured(start + tail)


def test_a_jpeg_of_countless_passes_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    frame, scan = JPEG.index(b"\xff\xc0"), JPEG.index(b"\xff\xda")
    wide = JPEG[: frame + 5] + struct.pack(">HH", 4000, 4000) + JPEG[frame + 9 : scan]
    bomb = wide + b"\xff\xda\0\x08\x01\x01\0\0\0\0" * (MOST_SCANS + 1) + b"\xff\xd9"
    monkeypatch.setattr(pictures, "_decode", lambda _: pytest.fail("it was decoded"))
    assert said(bomb) == DAMAGED


def test_a_large_and_empty_picture_takes_no_time() -> None:
    begun = time.perf_counter()
    assert measured(picture("RGBA", (4000, 4000))) == (4000, 4000)
    assert time.perf_counter() - begun < 20  # half a second, and a busy machine


def test_a_text_in_a_png_that_unpacks_to_more_than_is_good_is_refused_or_passed_over() -> None:
    import zlib  # noqa: PLC0415 - only here

    text = chunk(b"zTXt", b"k\0\0" + zlib.compress(bytes(100_000_000), 9))
    row = chunk(b"IDAT", zlib.compress(b"\0abc"))
    assert said(png(header(1, 1), text, row)) == DAMAGED
