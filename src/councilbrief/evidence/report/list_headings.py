"""What a heading or a short line does to a list of what needs to improve: opens it, parts it, ends it."""

from __future__ import annotations

import re

from councilbrief.evidence.words import either

_LONGEST = 160
"""Characters; what is longer is no heading of a list, whatever it says."""

_TAIL = r"\s*[?:.]*\s*\d?\s*"
"""A heading may end in a mark, and in the number of a footnote."""


def _whole(*groups: str) -> re.Pattern[str]:
    """Match a text that is one of the phrases and nothing besides."""
    phrases = "|".join(either("report_lists", group) for group in groups)
    return re.compile(rf"(?:\d{{1,3}}[.)]\s*)?(?:{phrases}){_TAIL}", re.IGNORECASE)


def _phrase(group: str) -> re.Pattern[str]:
    return re.compile(either("report_lists", group), re.IGNORECASE)


def _words(group: str) -> re.Pattern[str]:
    """Match one of the words, but not after “to”, where a verb is no sentence's."""
    return re.compile(rf"(?<!\bto )\b{either('report_lists', group)}\b", re.IGNORECASE)


_OPENS = _whole("headings", "urgent")
_URGENT = _whole("urgent")
_TIME = _whole("time_limits")
_THEME = _whole("themes")
_ENDS = _phrase("ends")
_BOARD = _phrase("board")
_COUNCIL = _phrase("council")
_NONE = _phrase("none")
_LEAD_IN = _phrase("lead_ins")
_TO_DO = _phrase("to_do")
_THING = _phrase("things")
_ASKS = _phrase("asks")
_FINITE = _words("finite")
_CLAUSE = _words("clauses")
_INNER_STOP = re.compile(r"[.!?]\s+[^\W\d_]")


def opens(text: str) -> bool:
    """Say whether a text heads a list, or one of its parts.

    >>> opens("What needs to improve?"), opens("What needs to improve is known.")
    (True, False)
    """
    return len(text) <= _LONGEST and _OPENS.fullmatch(text) is not None


def urgent(text: str) -> bool:
    """Say whether a heading announces what can't wait.

    >>> urgent("Priority and immediate action"), urgent("Areas for improvement")
    (True, False)
    """
    return _URGENT.fullmatch(text) is not None


def time_limit(text: str) -> bool:
    """Say whether a text is a time by which what follows must be done.

    >>> time_limit("Within three months:"), time_limit("Within three months of birth, check")
    (True, False)
    """
    return len(text) <= _LONGEST and _TIME.fullmatch(text) is not None


def ends(text: str) -> bool:
    """Say whether a heading belongs to what comes after a list, for certain.

    >>> ends("The local authority’s strengths"), ends("Corporate parenting")
    (True, False)
    """
    return _ENDS.match(text) is not None


def known_theme(text: str) -> bool:
    """Say whether a heading is one under which items of a list are known to stand together.

    >>> known_theme("Leadership, management and governance")
    True
    """
    return len(text) <= _LONGEST and _THEME.fullmatch(text) is not None


def of_the_board(text: str) -> bool:
    """Say whether a heading speaks of the safeguarding children board.

    >>> of_the_board("The Local Safeguarding Children Board is good")
    True
    """
    return len(text) <= _LONGEST and _BOARD.search(text) is not None


def of_the_council(text: str) -> bool:
    """Say whether a heading speaks of the council, and not of the board.

    >>> of_the_council("What does the local authority need to improve?")
    True
    """
    return _COUNCIL.search(text) is not None and not of_the_board(text)


def says_none(text: str) -> bool:
    """Say whether a paragraph stands in place of a list that is empty.

    >>> says_none("There are no priority actions.")
    True
    """
    return len(text) <= _LONGEST and _NONE.match(text) is not None


def leads_in(text: str) -> bool:
    """Say whether a paragraph announces the list.

    >>> leads_in("In order to improve services the local authority should:")
    True
    """
    return _LEAD_IN.search(text) is not None


def asks(text: str) -> bool:
    """Say whether an item asks for something, as every item of some lists does.

    >>> asks("Ensure that plans are clear."), asks("Carers praise the advice line.")
    (True, False)
    """
    return _TO_DO.match(text) is not None or _ASKS.search(text) is not None


def fragment(text: str) -> bool:
    """Say whether a text names a thing and is no sentence.

    >>> fragment("Support for children who are ill"), fragment("Support is good.")
    (True, False)
    """
    clause = _CLAUSE.search(text)
    main = text[: clause.start()] if clause else text
    return not _FINITE.search(main) and not _INNER_STOP.search(text)


def like_an_item(text: str, *, alone: bool = False) -> bool:
    """Say whether a paragraph without a mark reads like an item; `alone` it must do so more clearly.

    >>> like_an_item("Ensure that plans are clear."), like_an_item("Letters before court")
    (True, True)
    >>> like_an_item("The quality of plans", alone=True), like_an_item("Letters before court", alone=True)
    (True, False)
    """
    if _TO_DO.match(text):
        return True
    return fragment(text) and (not alone or _THING.match(text) is not None)
