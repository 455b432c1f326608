"""Other people's names inside the phrase that says what somebody is, where no role goes on."""

from __future__ import annotations

import re

from councilbrief.evidence.speech.offices import HEADS, OWNED, WORD
from councilbrief.evidence.words import any_of, phrases
from councilbrief.provenance import Span

_TITLES = frozenset(phrases("people", "titles"))
_ROLE_CAPITALS = frozenset(phrases("people", "not_names"))
_TITLE = any_of([*phrases("people", "titles")])
# `Mr Evans`, `, and Paul Dennett,`, `council leader Alan Lamb`: somebody else than the name before.
_TITLED = re.compile(rf"\b{_TITLE}\.? (?!(?:{any_of(_ROLE_CAPITALS | _TITLES)})\b)[A-Z]")
_NAME_RUN = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+(?=[,.;]? |[,.;]|$)")
_NAME_LENGTHS = (2, 3)


def before_others(text: str, span: Span) -> int:
    """Find where the phrase after a name comes to somebody else, who is no part of a role.

    >>> text = "the director, and Paul Sample, the mayor"
    >>> text[: before_others(text, Span(0, len(text)))]
    'the director'
    """
    phrase = span.slice(text)
    other = _other_name(phrase)
    if other is None:
        return span.end
    lead = phrase[:other]
    cut = max(lead.rfind(","), len(lead) - len(" and ") if lead.endswith(" and ") else -1, 0)
    return span.start + len(lead[:cut].rstrip(" ,"))


def _other_name(phrase: str) -> int | None:
    """Return where another person's name stands in a phrase: after a title, a comma, a role's last word."""
    starts = [match.start() for match in _TITLED.finditer(phrase)]
    for run in _NAME_RUN.finditer(phrase):
        words_ = list(WORD.finditer(phrase, run.start(), run.end()))
        bare = [OWNED.sub("", word[0]) for word in words_]
        own = [
            number
            for number, word in enumerate(bare)
            if word in _ROLE_CAPITALS | _TITLES or word.lower() in HEADS
        ]
        if own and own[0] > 0:
            continue  # `Norchester Council’s`, `the Norchester Parent Carer Forum`: a body
        first = own[-1] + 1 if own else 0
        if len(words_) - first in _NAME_LENGTHS and _brings_in_a_name(phrase[: words_[first].start()]):
            starts.append(words_[first].start())
    return min(starts, default=None)


def _brings_in_a_name(lead: str) -> bool:
    """Say whether words before two capitals show that they name somebody."""
    before = lead.rstrip()
    return not before or before.endswith((",", ", and")) or before.rsplit(" ", 1)[-1].lower() in HEADS
