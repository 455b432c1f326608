"""Bytes to characters, by what the bytes say of themselves."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from councilbrief.problems import DocumentError, Problem, Severity

MAX_BYTES = 20_000_000
"""A text larger than this is no article; 20 MB is ten thousand times a long one."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
)
_LATIN = frozenset({"iso8859-1", "ascii"})
_LEGACY = ("iso8859", "ascii", "cp125", "cp874", "mac-", "koi8", "gb", "big5", "euc_", "shift_jis")
"""How the names of the encodings begin that pages declare; Python has others, which are no encodings."""
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13})
_SAMPLE = 65_536
_MOST_CONTROLS = 0.005


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's characters, the encoding they were read by, and what was odd about it."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, shown_as: str, declared: str | None = None) -> Decoded:
    """Decode a text file: by its mark, as UTF-8, as it declares, else as Windows-1252 with a warning.

    `declared` is the name of an encoding that the file gives as its own, as web pages do; one
    that is unknown or turns out to be wrong counts for nothing.
    Raises DocumentError for an empty, a huge or a binary file.
    """
    _refuse(data, shown_as)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data, encoding, shown_as)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        known = _declared(data, declared)
        if known is not None:
            return known
        problem = Problem(
            Severity.WARNING,
            "not-utf-8",
            f"byte {error.start} is not UTF-8; read as Windows-1252: check pounds, quotes and accents,"
            " or save the file as UTF-8",
            shown_as,
        )
        return Decoded(data.decode("cp1252", errors="replace"), "cp1252", (problem,))


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """Decode by the encoding that a file gives as its own; Latin-1 means Windows-1252, as to browsers."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    if not name.startswith(_LEGACY):
        return None
    encoding = "cp1252" if name in _LATIN else name
    return Decoded(data.decode(encoding, errors="replace"), encoding)


def too_large(size: int, shown_as: str) -> DocumentError:
    """Return the refusal of a file of so many bytes."""
    limit = f"{MAX_BYTES // 1_000_000} MB"
    message = (
        f"the file is larger than {limit}, which no text is ({size / 1e6:.0f} MB); is it the right file?"
    )
    return _unreadable(message, "too-large", shown_as)


def _refuse(data: bytes, shown_as: str) -> None:
    """Raise DocumentError for what can't be a text."""
    if not data.strip():
        message = "the file is empty; save the page or the release again"
        raise _unreadable(message, "empty-file", shown_as)
    if len(data) > MAX_BYTES:
        raise too_large(len(data), shown_as)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            message = f"the file is {what}, whatever its name says; save its words as plain text"
            raise _unreadable(message, "not-text", shown_as)
    if any(data.startswith(mark) for mark, _ in _BOMS):
        return
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > _MOST_CONTROLS * len(sample):
        message = "the file is not text; save the page or the release as plain text"
        raise _unreadable(message, "not-text", shown_as)


def _decode_marked(data: bytes, encoding: str, shown_as: str) -> Decoded:
    """Decode by the byte order mark; a file that breaks its own promise is unreadable."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        message = f"the file is marked as {encoding} but byte {error.start} is not; save it again as UTF-8"
        raise _unreadable(message, "bad-encoding", shown_as) from error


def _unreadable(message: str, key: str, shown_as: str) -> DocumentError:
    return DocumentError(Problem(Severity.ERROR, key, message, shown_as))
