"""The keys of a theme, in a spec or in a file that many specs share, and what they come to."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema

from councilbrief.briefing import contrast
from councilbrief.briefing.theme import ACCENT, USUAL, Logo, Theme
from councilbrief.yamlfile.complaints import shown
from councilbrief.yamlfile.scalars import TEXT, Line, refuse
from councilbrief.yamlfile.typed import Model

LONGEST = 120
"""Characters of a line that stands on every page."""
COLOUR_PATTERN = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
_DIGITS = re.compile("[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6}")
_SHORT = 3


class TypeSize(StrEnum):
    """How large the words are."""

    USUAL = "usual"
    CLEAR_PRINT = "clear-print"


def _accent(text: str) -> str:
    colour = _colour(text.strip())
    if not contrast.readable(colour):
        on_panel, on_white = (
            _figure(contrast.contrast(colour, one)) for one in (contrast.PANEL, contrast.WHITE)
        )
        reason = (
            f"has a contrast of {on_panel} : 1 against the light panel and {on_white} : 1 against white, "
            f"and words need {contrast.LEAST} : 1 against both; "
            f'the nearest darker shade that has it is "{contrast.darkened(colour)}"'
        )
        refuse("low-contrast", reason)
    return colour


def _colour(text: str) -> str:
    """Return a colour as #RRGGBB, in capitals; #RGB is short for #RRGGBB."""
    digits = text.removeprefix("#")
    if not _DIGITS.fullmatch(digits):
        refuse("bad-colour", f'must be a colour such as "{ACCENT}", in quotes, not {shown(text)}')
    if digits == text:
        refuse("bad-colour", f'must begin with #, and stand in quotes: "#{digits}"')
    return f"#{''.join(one * 2 for one in digits) if len(digits) == _SHORT else digits}".upper()


def _figure(ratio: float) -> str:
    """Write a contrast cut after two places: 4.499 is not 4.5."""
    return f"{int(ratio * 100) / 100:.2f}"


def _short(text: object) -> object:
    if isinstance(text, str) and (len(text.strip()) > LONGEST or len(text.strip().splitlines()) > 1):
        refuse("long-text", f"must be one line of at most {LONGEST} characters, as it stands on every page")
    return text


def _told(text: object) -> object:
    if isinstance(text, str) and not text.strip():
        refuse("empty-text", "is empty; say what the logo shows, such as the council's name")
    return text


def _both(logo: object) -> object:
    if isinstance(logo, str):
        refuse("logo-form", "needs its file and, in words, what it shows: {file: logo.png, alt: Our council}")
    return logo


Colour = Annotated[
    str, AfterValidator(_accent), WithJsonSchema({"type": "string", "pattern": COLOUR_PATTERN})
]
Alt = Annotated[Line, BeforeValidator(_told)]
PageLine = Annotated[
    Line, BeforeValidator(_short), WithJsonSchema({"type": TEXT, "minLength": 1, "maxLength": LONGEST})
]


class LogoKeys(Model):
    """A picture at the head of the first page."""

    file: Line = Field(
        description="A PNG or JPEG, as seen from the file in which this stands.", examples=["logo.png"]
    )
    alt: Alt = Field(
        description="What the logo shows, for those who can't see it.", examples=["Cheshire East Council"]
    )


class ThemeKeys(Model):
    """How briefings look, as far as a council decides it."""

    accent: Colour | None = Field(
        default=None,
        description="The colour of headings, bars and references, in quotes, as # begins a comment.",
        examples=[ACCENT],
    )
    logo: Annotated[LogoKeys | None, BeforeValidator(_both)] = Field(
        default=None, description="A picture at the head of the first page."
    )
    council_name: PageLine | None = Field(
        default=None,
        description="The council's name as it is printed at the head of each page.",
        examples=["Cheshire East Council"],
    )
    classification: Line | None = Field(
        default=None,
        description="As in `header`, for specs whose own header gives none.",
        examples=["OFFICIAL"],
    )
    footer: PageLine | None = Field(
        default=None,
        description="A line at the foot of every page.",
        examples=["Democratic Services, Westfields, Sandbach CW11 1HZ"],
    )
    size: TypeSize = Field(
        default=TypeSize.USUAL, description="clear-print: no words smaller than 12 points. Without it, usual."
    )


def theme_of(keys: ThemeKeys | None, logo: bytes | None = None) -> Theme:
    """Return what keys come to, with the bytes of the logo that they name; the usual theme without any."""
    if keys is None:
        return USUAL
    return Theme(
        accent=keys.accent or ACCENT,
        logo=Logo(logo, keys.logo.alt) if keys.logo and logo else None,
        council_name=keys.council_name,
        footer=keys.footer,
        clear_print=keys.size is TypeSize.CLEAR_PRINT,
    )
