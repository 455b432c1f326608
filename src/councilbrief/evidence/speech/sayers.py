"""Those whom a text calls by what they are: "the senator", "one social worker", "his campaign manager"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.words import WORD, any_of, either, members, phrases
from councilbrief.provenance import Span

_NOUNS = frozenset(phrases("people", "role_heads")) - frozenset(
    [*phrases("speech", "bodies"), *phrases("people", "no_speakers")]
)
_HEADS = any_of(_NOUNS)
_QUALIFIERS = frozenset(phrases("people", "qualifiers"))
_COMPLEMENT = re.compile(r"[,(]| (?:for|of|from|at|in|with|on|to|who|which|that)\b")
_DETERMINER = either("people", "determiners")
# No part of such a phrase: a verb, a preposition, a second determiner.
_NO_PART = rf"(?:{_DETERMINER}|{either('speech', 'statement')}|{either('people', 'not_in_a_phrase')})\b"
_WORD = r"[A-Za-zÀ-ÿ][\w’'-]{0,30}"
_OWNER = r"[A-Z][\w-]{0,40}[’'](?:s|(?<=s[’']))"
_OF_SEVERAL = r"[Oo]ne of (?:the|our|its|their|his|her|my|these|those)"
# `the former governor of Colorado`, `one of our volunteers`, `a lobbyist for grain growers`
_PHRASE = re.compile(
    rf"{WORD}(?<![’'-])(?P<start>(?P<several>{_OF_SEVERAL})|{_DETERMINER}|{_OWNER})"
    rf" (?:(?!{_NO_PART}){_WORD},? ){{0,4}}?"
    rf"(?P<head>(?i:{_HEADS})(?(several)s?)|\d{{1,3}}-year-old)\b(?![’'-]\w)"
    rf"(?: (?:(?i:{_HEADS}))\b(?![’'-]\w))*"
    rf"(?P<of> (?:for|of|from|at|in|with|on) (?:the |an? |its )?(?:(?!{_NO_PART})[\w’'-]+ ){{0,5}}?"
    rf"(?!{_NO_PART})[\w’'-]+"
    rf"(?=,? (?:{either('speech', 'adverbs')} )?{either('speech', 'statement')}\b))?"
)
_AGE = re.compile(r"^\d+-")
_DEFINITE = re.compile(rf"(?:{either('people', 'definite')}|{_OWNER})\b", re.IGNORECASE)
_NOUNS_OF_TITLES = {
    title: noun
    for noun in members("people", "nouns_of_titles")
    for title in phrases("people", "nouns_of_titles", noun)
}


def described(text: str) -> Iterator[tuple[Span, str]]:
    """Yield each phrase that says what somebody is, with its head noun in lower case."""
    for match in _PHRASE.finditer(text):
        words_ = match[0][: match.start("of") - match.start()] if match["of"] else match[0]
        noun = words_.rsplit(" ", 1)[-1].lower().removesuffix("s" if match["several"] else "")
        yield Span(match.start(), match.end()), _AGE.sub("", noun)


def is_definite(phrase: str) -> bool:
    """Say whether a phrase means somebody whom the text has told of: "the senator", "his wife".

    >>> is_definite("the senator"), is_definite("one senator")
    (True, False)
    """
    return _DEFINITE.match(phrase) is not None


def noun_of_title(title: str) -> str:
    """Return what a title makes of its bearer: "senator" for "Sen.", nothing for "Mr"."""
    return _NOUNS_OF_TITLES.get(title.rstrip("."), "")


def qualifiers(phrase: str) -> frozenset[str]:
    """Return what tells a holder of an office from others: "opposition" in "the opposition leader"."""
    return _QUALIFIERS & {*re.findall(r"[a-z]+", phrase.lower())}


def head_nouns(role: str) -> set[str]:
    """Return the nouns by which a text can go on to call who has a role.

    >>> sorted(head_nouns("Democratic nominee for governor and former mayor"))
    ['nominee']
    """
    own = _COMPLEMENT.split(role.lower(), maxsplit=1)[0]
    return {word for word in own.split() if word in _NOUNS}
