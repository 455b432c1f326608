"""How a briefing looks, as far as a council decides it."""

from __future__ import annotations

from dataclasses import dataclass

ACCENT = "#12436D"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture at the head of page 1: the bytes of a PNG or JPEG file, and what it shows in words."""

    data: bytes
    alt: str

    # for pydantic, where a briefing is written as JSON; it is not loaded to set one
    __pydantic_config__ = {"ser_json_bytes": "base64", "val_json_bytes": "base64"}  # noqa: RUF012


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours, words and size that a council may choose.

    `accent` is the one colour of headings, bars and references, `#RRGGBB`; white and the light
    panel are behind it. `council_name` stands in the running head in place of the council's
    short name. `footer` stands at the foot of every page, left of its number. `clear_print`
    sets nothing smaller than 12 pt.
    """

    accent: str = ACCENT
    logo: Logo | None = None
    council_name: str | None = None
    footer: str | None = None
    clear_print: bool = False


USUAL = Theme()
