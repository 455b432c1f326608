"""The names of Word's elements, and what is asked of them again and again."""

from __future__ import annotations

from typing import Any, TypeAlias

Element: TypeAlias = Any  # python-docx gives its elements classes of their own

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_OFF = frozenset({"0", "false", "off", "none"})


def value(element: Element, *path: str) -> str | None:
    """Return what an element says a way down from another (`pPr`, `pStyle`), None where it is not there."""
    found = child(element, *path)
    return None if found is None else found.get(f"{W}val")


def child(element: Element, *path: str) -> Element | None:
    """Return the element a way down from another."""
    for name in path:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def is_on(element: Element, name: str) -> bool | None:
    """Say whether a property is switched on or off, None where nothing is said of it."""
    found = child(element, name)
    return None if found is None else (found.get(f"{W}val") or "1").lower() not in _OFF


def number(text: str | None, usual: int) -> int:
    """Return a number that the markup gives, the usual one where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= len("10000") else usual
