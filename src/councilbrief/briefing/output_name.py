"""The name of a briefing's file: a slug that is safe on every system, whatever was written."""

from __future__ import annotations

import re
import unicodedata

LONGEST_NAME = 80
COUNCIL = "{council}"
FALLBACK = "briefing"
_PART = r"(?:[a-z0-9]+|\{council\})"
OUTPUT_PATTERN = rf"^{_PART}(?:[-_]?{_PART})*$"
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Make a file's name of any text: small letters, digits and hyphens, at most 80.

    >>> slug("St. Helens: Ynys Môn"), slug("../../etc"), slug("CON"), slug("…")
    ('st-helens-ynys-mon', 'etc', 'con-briefing', 'briefing')
    """
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = _NOT_A_LETTER.sub("-", bare.replace("'", "")).strip("-")[:LONGEST_NAME].strip("-") or FALLBACK
    return f"{name}-{FALLBACK}" if _RESERVED.match(name) else name


def refusal(output: str) -> str | None:
    """Say why a spec's `output` can't be a file's name, with one that can; None where it can."""
    if len(output) <= LONGEST_NAME and re.match(OUTPUT_PATTERN, output) and not _RESERVED.match(output):
        return None
    before, token, after = output.removesuffix(".pdf").partition(COUNCIL)
    parts = [slug(part) for part in (before, after) if _NOT_A_LETTER.sub("", part.lower())]
    better = "-".join([*parts[:1], COUNCIL, *parts[1:]]) if token else slug(before)
    return (
        "must be a plain file name of small letters, digits and hyphens, "
        f'at most {LONGEST_NAME}, without .pdf, such as "{better[:LONGEST_NAME]}"'
    )


def output_name(output: str | None, spec_stem: str, council: str, *, template: bool) -> str:
    """Return the name of a briefing's PDF, without its ending.

    `output` is the spec's, `spec_stem` the spec's own name without its ending, `council`
    the council's short name. A template (`councils: all`) without `output` puts the
    council behind its own name.

    >>> output_name(None, "ward", "Cheshire East", template=True)
    'ward-cheshire-east'
    """
    if output is None:
        output = f"{slug(spec_stem)}-{COUNCIL}" if template else spec_stem
    return slug(output.replace(COUNCIL, slug(council)))
