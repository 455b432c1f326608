"""The pages against the trace: where a page no longer says what was published on it."""

from __future__ import annotations

from typing import Any

from councilbrief.builds.verifying.asking import Opened
from councilbrief.builds.verifying.verdict import Case, Checked, Finding, Key

TITLES = {"head": "the line at its head", "foot": "the line at its foot"}


def check_pages(case: Case, opened: Opened) -> None:
    """Tell of each place where a page differs; nothing can be told of a PDF without a trace."""
    if case.edition.traced is None:
        return
    case.checked[Checked.PAGES] += opened.count
    for one in opened.partings:
        case.find(_words(case, one))
    for one in opened.furniture:
        sentence = f"{TITLES[one['part']]} is “{one['found']}”; it was published as “{one['expected']}”"
        told = {"expected": one["expected"], "found": one["found"]}
        case.find(Finding(Key.FURNITURE, sentence, one["page"], TITLES[one["part"]], **told))
    if opened.more:
        case.find(Finding(Key.PAGE, f"and {opened.more} more places where the pages differ"))
    if opened.rewritten:
        sentence = "another program has written this file anew, or it is damaged at its end"
        case.remark(Finding(Key.REWRITTEN, sentence))


def _words(case: Case, one: dict[str, Any]) -> Finding:
    _, where = case.at(one["passage"])
    wanted, found = one["expected"], one["found"]
    says = f"the page says {_quoted(found)}; it was published as {_quoted(wanted)}"
    return Finding(Key.PAGE, says, one["page"], where, expected=wanted, found=found)


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"
