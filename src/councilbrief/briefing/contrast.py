"""How well a colour can be read on another, by WCAG 2: figures, and the shade that is dark enough."""

from __future__ import annotations

LEAST = 4.5
"""The contrast that text needs, to 1: WCAG 2, success criterion 1.4.3."""
WHITE, PANEL = "#FFFFFF", "#F1F5F8"
"""What is behind an accent: the page, and the light panel. White words stand on the accent as well."""

_MOST = 255
_LINEAR = 0.03928
_SHARES = (0.2126, 0.7152, 0.0722)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour `#RRGGBB`: 0 is black, 1 white.

    >>> luminance("#FFFFFF"), luminance("#000000")
    (1.0, 0.0)
    """
    return sum(share * _linear(part / _MOST) for share, part in zip(_SHARES, parts(colour), strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours to 1, from 1 for the same to 21; their order does not count.

    >>> round(contrast("#767676", "#FFFFFF"), 2)
    4.54
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str) -> bool:
    """Say whether a colour can be read on white and on the panel, and white on it.

    >>> readable("#12436D"), readable("#777777")
    (True, False)
    """
    return min(contrast(colour, ground) for ground in (WHITE, PANEL)) >= LEAST


def darkened(colour: str) -> str:
    """Return the nearest shade that can be read: the same hue and saturation, and only as dark as need be.

    A colour that can be read comes back as it is.

    >>> darkened("#FF6600"), darkened("#12436D")
    ('#BF4C00', '#12436D')
    """
    own = parts(colour)
    brightest = max(own)
    shades = (
        written(tuple(round(part * value / brightest) for part in own)) for value in range(brightest, 0, -1)
    )
    return next((shade for shade in shades if readable(shade)), "#000000")


def parts(colour: str) -> tuple[int, ...]:
    """Return red, green and blue of `#RRGGBB`, each from 0 to 255."""
    return tuple(bytes.fromhex(colour.removeprefix("#")))


def written(colour: tuple[int, ...]) -> str:
    """Write red, green and blue, each from 0 to 255, as `#RRGGBB`."""
    return f"#{bytes(colour).hex().upper()}"


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4
