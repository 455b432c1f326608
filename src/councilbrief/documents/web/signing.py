"""Who is quoted, as markup names them: the foot of a blockquote, the caption of its figure."""

from __future__ import annotations

import re
from itertools import islice

from lxml.html import HtmlElement

from councilbrief.documents.web.markup import ancestors, words

_DASHED = re.compile(r"[-–—]")
_NEAR = 3
"""A signature and the elements around it, one of which holds what is quoted."""


def is_signature(element: HtmlElement) -> bool:
    """Say whether an element names who is quoted above it, and is a line of its own."""
    if element.tag == "cite":
        return _is_under_quotation(element)
    if element.tag == "p":
        return len(element) == 1 and is_signature(element[0]) and words(element) == words(element[0])
    return element.tag in {"footer", "figcaption"} and _is_of_quotation(element)


def signed(name: str) -> str:
    """Write who is quoted as papers do.

    >>> signed("Ann Lee, leader")
    '— Ann Lee, leader'
    """
    return name if _DASHED.match(name) else f"— {name}"


def _is_of_quotation(element: HtmlElement) -> bool:
    return any(
        one.tag == "blockquote" or (one.tag == "figure" and one.find(".//blockquote") is not None)
        for one in islice(ancestors(element), _NEAR)
    )


def _is_under_quotation(cite: HtmlElement) -> bool:
    """Say whether a citation is a part of a quotation by itself, or stands right below one."""
    above, before = cite.getparent(), cite.getprevious()
    if before is not None and before.tag == "blockquote":
        return True
    if above is None or (cite.tail or "").strip():
        return False
    alone = above.tag == "p" and len(above) == 1 and not (above.text or "").strip()
    return _is_of_quotation(above) and (alone or above.tag in {"blockquote", "figure"})
