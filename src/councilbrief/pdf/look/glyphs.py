"""Which characters can be printed, and what stands in for a space, hyphen or bullet."""

from __future__ import annotations

import re
import unicodedata

from councilbrief.pdf.look.faces import printable
from councilbrief.pdf.look.unbroken import NO_BREAK

BULLET = "•"
_SPACES = (
    "\t\n\v\f\r\u0085\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
)
_FIXED_SPACES = "\u2007\u202f"
_INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_HYPHENS = "\u2010\u2011"
_BULLETS = "\u2023\u2043\u2219\u25a0\u25aa\u25cb\u25cf\u25e6\u25fc\u25fe\u2b1b\uf06c\uf06e\uf0a7\uf0b7"

EQUIVALENTS: dict[str, str] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_FIXED_SPACES, NO_BREAK),
    **dict.fromkeys(_INVISIBLE, ""),
    **dict.fromkeys(_HYPHENS, "-"),
    "\u2012": "–",  # the figure dash
    **dict.fromkeys(_BULLETS, BULLET),
}
"""What is printed in place of a character: the only changes that the proof lets pass."""

_TABLE = str.maketrans(EQUIVALENTS)
_RUNS = re.compile(" {2,}")


def printed(text: str) -> str:
    r"""Return a text as it is printed: equivalents put in, breaking spaces single.

    >>> printed("Llŷn\u202fand\t Môn: co\u2011opted")
    'Llŷn\xa0and Môn: co-opted'
    """
    return _RUNS.sub(" ", text.translate(_TABLE))


def missing(text: str) -> list[str]:
    """List the characters, each once and in order, that no face can print."""
    known = printable()
    return [char for char in dict.fromkeys(text.translate(_TABLE)) if ord(char) not in known]


def name(char: str) -> str:
    r"""Name a character without printing it.

    >>> name("\u2713"), name("\x00")
    ('U+2713 CHECK MARK', 'U+0000 CONTROL CHARACTER')
    """
    kinds = {"Cc": "CONTROL CHARACTER", "Cs": "LONE SURROGATE", "Co": "PRIVATE USE CHARACTER"}
    fallback = kinds.get(unicodedata.category(char), "UNNAMED CHARACTER")
    return f"U+{ord(char):04X} {unicodedata.name(char, fallback)}"
