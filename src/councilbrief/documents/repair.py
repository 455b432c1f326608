"""Repairs of what the web does to a text: lost spaces, double encoding, entities, fused captions."""

from __future__ import annotations

import html
import re

from councilbrief.documents.strand import Strand

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")

# UTF-8 read as Windows-1252: a lead byte, shown as Â, Ã, â …, and its followers.
_FOLLOWERS = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_DOUBLE = re.compile(rf"[ÂÃÅÄ][{_FOLLOWERS}]|[àáâã][{_FOLLOWERS}]{{2}}|ð[{_FOLLOWERS}]{{3}}")
_LEAD_BYTE = re.compile("[ÂÃÅÄàáâãð]")
_HALF = re.compile(r"â€(?=[\s\u200b\W]|$)\u200b?|Â(?=\s)")

# A euro sign before a letter, where no price stands, was a non-breaking space.
_EURO = re.compile(r"(?<!\d)€(?![\d\s])(?!(?:m|bn|k|million|billion)\b)|(?<=[A-Za-z.,;:])€(?=\s)")

# Such a text sets its stops apart: ` ,`.
_SET_APART = re.compile(r" (?=[,.;:!?](?:\s|”|$))|(?<=“) (?=\w)| (?=”)")
# Marks as typesetters and corpora write them: ``so''.
_TYPEWRITTEN = re.compile(r"``(?=\s?\w)|(?<=[\w.,!?…])(?: ?)''|(?<=[.,!?…] )''")

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Every gap but a single space.
_SPACES = re.compile(r"[^\S\n](?:[^\S\n]+|(?<! ))")

# An image's alternative text, dropped in after the first letter of a word:
# `CCllr A Name 250 x 350ouncillor A Name`.
_SIZE = r"\d{2,4} ?[x×] ?\d{2,4}"
_FUSED = re.compile(rf"([A-Z])(?<!\w.)([A-Z][^\n.!?:;\"“”]{{1,80}}?{_SIZE})(?=[a-z])")

# The switch of an advertisement, run into the paragraph behind it: `Hide AdThe council said`.
_SWITCH = re.compile(r"^Hide Ad(?=[A-Z“\"‘'])", re.MULTILINE)

# What a broadcaster's pages read out behind each link that leads away: `a report, external, says`.
_LEADS_AWAY = re.compile(r",? ?, external\b")
_SURELY = re.compile(r", external(?=[,.;:”’)]|$)|, external\b.*?, external\b", re.MULTILINE | re.DOTALL)

# A list glyph lost inside a line: after a full stop, before a capital.
_LOST_GLYPH = re.compile(r" (?<=[.;!?] )(?:l|n|[•●◦▪■◼◆►›·\uf0b7\uf06e]) (?=[A-Z‘“\"'])")


def repair(strand: Strand) -> Strand:
    """Undo the damage, keeping for each character where it came from.

    Lines end in a line feed, spaces are single, list glyphs stand at the start of a line. What
    a damage can't be without is looked for first: most texts have none.
    """
    strand = strand.replace(_LINE_END, lambda _: "\n")
    if "&" in strand.text:
        strand = strand.replace(_ENTITY, _entity)
    if _LEAD_BYTE.search(strand.text):
        strand = strand.replace(_DOUBLE, _encoded_twice)
        strand = strand.replace(_HALF, lambda match: "”" if match[0].startswith("â") else "")
    if ("``" in strand.text or "''" in strand.text) and _TYPEWRITTEN.search(strand.text):
        strand = strand.replace(_TYPEWRITTEN, lambda match: "“" if match[0].startswith("`") else "”")
        strand = strand.replace(_SET_APART, lambda _: "")
    if "€" in strand.text:
        strand = strand.replace(_EURO, lambda _: " ")
    strand = strand.replace(_INVISIBLE, lambda _: "")
    strand = strand.replace(_SPACES, _space)
    strand = strand.replace(_FUSED, lambda match: match[1])
    if "Hide Ad" in strand.text:
        strand = strand.replace(_SWITCH, lambda _: "")
    if ", external" in strand.text and _SURELY.search(strand.text):
        strand = strand.replace(_LEADS_AWAY, lambda _: "")
    return strand.replace(_LOST_GLYPH, lambda _: "\n• ")


def _entity(match: re.Match[str]) -> str | None:
    """Return the character of an HTML entity; an unknown one is left alone."""
    character = html.unescape(match[0])
    return None if character == match[0] else character


def _encoded_twice(match: re.Match[str]) -> str | None:
    """Return what the bytes meant, if they mean anything in UTF-8."""
    data = b"".join(_byte(character) for character in match[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _byte(character: str) -> bytes:
    """Return the byte that Windows-1252, or Latin-1 in its gaps, shows as a character."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", errors="replace")


def _space(match: re.Match[str]) -> str:
    """Fold white space; a tab or a wide gap parts two columns and stays visible as a tab."""
    return "\t" if "\t" in match[0] else " "
