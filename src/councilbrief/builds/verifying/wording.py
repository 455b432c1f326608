"""Words without what may differ between versions: marks, case, references."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(8192)
def squeezed(text: str) -> str:
    """Return only the letters and figures of a text, in small letters: what is left whatever its marks.

    >>> squeezed("“Well, yes.” [2]")
    'wellyes2'
    """
    return "".join(char for char in text.casefold() if char.isalnum())


def without_references(text: str) -> str:
    """Leave out the references at the end of a text.

    >>> without_references("Care leavers [1] [2, page 3]")
    'Care leavers'
    """
    while text.endswith("]") and " [" in text:
        text = text.rpartition(" [")[0]
    return text
