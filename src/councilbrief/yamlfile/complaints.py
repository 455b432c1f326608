"""How a complaint is worded: its place, what was found, and the name that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from councilbrief.problems import Problem, Severity
from councilbrief.yamlfile.nodes import Listing, Mapping, Node, Position, Scalar

LONGEST_SHOWN = 60
# Longer than any name that is valid anywhere; comparing more is only slow.
LONGEST_COMPARED = 100


def complaint(key: str, message: str, file: str, at: Position | None = None) -> Problem:
    """Make an error of something in a file that an officer wrote."""
    line, column = at or (None, None)
    return Problem(Severity.ERROR, key, message, file, line, column)


def describe(node: Node) -> str:
    """Name a value in plain words, for a message.

    >>> describe(Scalar(Position(1, 1), "no"))
    'the text "no"'
    """
    match node:
        case Scalar() if node.is_null:
            return "nothing"
        case Scalar(text=text):
            return f"the text {shown(text)}"
        case Listing():
            return "a list"
        case Mapping():
            return "a group of keys"


def shown(text: str) -> str:
    """Put a text from a file into a message: one line, in quotes, cut where it is long."""
    line = " ".join(text.split())
    cut = line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"
    return f'"{cut}"'


def nearest(name: str, valid: Iterable[str]) -> str | None:
    """Return the valid name that was probably meant, None where none is near.

    Case does not count, and neither does a hyphen in place of an underscore or a space.

    >>> nearest("as-at", ["audience", "as_at"]), nearest("quotes", ["quotations", "sources"])
    ('as_at', 'quotations')
    """
    forms: dict[str, str] = {}
    for candidate in valid:
        forms.setdefault(_form(candidate), candidate)
    wanted = _form(name)
    close = [wanted] if wanted in forms else difflib.get_close_matches(wanted, forms, n=1)
    return forms[close[0]] if close else None


def did_you_mean(name: str, valid: Iterable[str]) -> str:
    """Write the suggestion as the end of a message, empty where there is none.

    >>> did_you_mean("stengths", ["strengths"])
    ', did you mean "strengths"?'
    """
    meant = nearest(name, valid)
    return f', did you mean "{meant}"?' if meant is not None else ""


def instead(name: str, valid: Iterable[str]) -> str:
    """Write the nearest valid name as the end of a message, or all where none is near.

    >>> instead("zzz", ["hold", "show"])
    ' (known: hold, show)'
    """
    names = tuple(valid)
    return did_you_mean(name, names) or f" (known: {', '.join(names)})"


def _form(name: str) -> str:
    """Level what does not count."""
    return name[:LONGEST_COMPARED].casefold().replace("_", "-").replace(" ", "-")
