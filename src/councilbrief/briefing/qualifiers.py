"""Whether one text says the same as another but drops the qualifier that the other has.

A qualifier says of how many something is true: most, some, not always. What an
inspector saw of most social workers is another finding when it's told of all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from councilbrief.briefing.likeness import words_of

# Those that stand before what they limit: `most social workers`.
LEADING = (
    "in most cases",
    "in some cases",
    "the vast majority of",
    "the majority of",
    "a small number of",
    "a minority of",
    "nearly all",
    "almost all",
    "for most",
    "for some",
    "a few",
    "most",
    "many",
    "some",
    "several",
    "few",
)
# Those that stand anywhere in their clause: `plans are not always up to date`.
ANYWHERE = (
    "not always",
    "not consistently",
    "not all",
    "not every",
    "mostly",
    "generally",
    "usually",
    "typically",
    "largely",
    "mainly",
    "often",
    "sometimes",
    "at times",
    "for care leavers over 18",
    "over 18",
    "over the age of 18",
)
# Words that limit without being one of these: what holds one is not called unqualified.
LIMITING = frozenset(
    word
    for words in (
        "most mostly some sometimes many often few several generally usually typically largely mainly",
        "majority minority nearly almost not no never rarely occasionally number frequently",
        "more less better further improving improved improve can may could when where if",
    )
    for word in words.split()
)
# Words that nearly every sentence of this trade holds, and that tie no two together.
PLAIN = frozenset(
    word
    for words in (
        "a an the and or but of to in on at by for from with as is are was were be been being has have had",
        "do does did it its they them their there this that these those who which whom what he she his her",
        "also now very well all any each every so than then into about over up out through within",
        "child children young people person family service council social worker staff care leaver",
        "support need area local authority east west work ensure ensuring",
    )
    for word in words.split()
)
# Forms of a word that no ending tells.
FORMS: Mapping[str, str] = {
    "knew": "know",
    "known": "know",
    "spoke": "speak",
    "spoken": "speak",
    "felt": "feel",
    "made": "make",
    "had": "have",
    "took": "take",
    "taken": "take",
    "kept": "keep",
    "saw": "see",
    "seen": "see",
    "built": "build",
    "understood": "understand",
    "met": "meet",
    "gave": "give",
    "given": "give",
    "got": "get",
    "children's": "child",
    "children": "child",
    "leaders": "leader",
    "families": "family",
}
ENDINGS = ("ations", "ation", "ings", "ing", "edly", "ed", "ies", "es", "s", "ly", "e")
FEWEST_LETTERS = 4
CLAUSE = re.compile(r"[;:,–—]|\b(?:and|but|although|while|who|which|because|so that)\b", re.IGNORECASE)
TURN = re.compile(r"[;:–—]|, (?:and|but|with)\b|\b(?:but|although|while|whereas|however)\b", re.IGNORECASE)
SUBJECT_WORDS = 2
GROUPS = (
    "leaver",
    "in care",
    "disabled",
    "unaccompanied",
    "foster",
    "adopt",
    "missing",
    "supervis",
    "help and protection",
)
# What two texts must share to be about the same thing.
FEWEST_SHARED = 3
LEAST_SHARE = 0.6
CLEARLY = 1.25
FEWEST_LIMITED = 2
"""So much of what a qualifier limits must stand in the claim."""


@cache
def content(text: str) -> frozenset[str]:
    """Return what a text is about: the stems of its words without the plain and the limiting ones.

    >>> sorted(content("Staff knew children well and spoke about them with warmth"))
    ['know', 'speak', 'warmth']
    """
    return frozenset(_stems(text))


def likeness(claim: str, whole: str) -> float:
    """Say how much of a claim stands in another text, as a share of what the claim is about."""
    mine, its = content(claim), content(whole)
    shared = mine & its
    if not _whom(claim) <= _whom(whole):
        return 0.0
    return len(shared) / len(mine) if len(shared) >= FEWEST_SHARED else 0.0


def _whom(text: str) -> frozenset[str]:
    """Return the groups of people that a text names: what's true of one is not said of another."""
    return frozenset(name for name in GROUPS if name in text.casefold())


def source_of(claim: str, texts: Sequence[str]) -> int | None:
    """Return the text that a claim tells again; None where none is clearly the one."""
    scores = [likeness(claim, text) for text in texts]
    best = max(scores, default=0.0)
    if best < LEAST_SHARE:
        return None
    near = [at for at, score in enumerate(scores) if score * CLEARLY > best]
    return near[0] if len(near) == 1 else None


def dropped(claim: str, whole: str) -> str | None:
    """Return the qualifier that a claim drops from what it tells again; None where it drops none.

    >>> whole = "Most social workers know their children well and speak with genuine warmth."
    >>> dropped("Staff knew children and young people well and spoke with warmth", whole)
    'Most'
    >>> dropped("Most staff knew children well and spoke with warmth", whole) is None
    True
    """
    if LIMITING & set(words_of(claim)):
        return None
    mine = content(claim)
    for found in _phrases().finditer(whole):
        if found.group().casefold() in claim.casefold():
            continue
        if len(mine & _limited(whole, found)) >= FEWEST_LIMITED and _subject(whole, found) <= mine:
            return found.group()
    return None


def _limited(whole: str, found: re.Match[str]) -> frozenset[str]:
    """Return what the words are about that a qualifier limits: those after it, or its whole clause."""
    if found.group().casefold() in ANYWHERE:
        before, after = CLAUSE.split(whole[: found.start()])[-1], CLAUSE.split(whole[found.end() :])[0]
        return content(f"{before} {after}")
    return content(TURN.split(whole[found.end() :])[0])


def _subject(whole: str, found: re.Match[str]) -> frozenset[str]:
    """Return what stands right behind a qualifier and is no plain word: `plans` in `most plans`."""
    if found.group().casefold() in ANYWHERE:
        return frozenset()
    return content(" ".join(whole[found.end() :].split()[:SUBJECT_WORDS]))


def _stems(text: str) -> Iterable[str]:
    for word in words_of(text):
        bare = word.removesuffix("'s").removesuffix("s'")
        stem = FORMS.get(word) or FORMS.get(bare) or bare
        if stem.isdigit() or not {word, bare, stem, _stem(bare)}.isdisjoint(PLAIN | LIMITING):
            continue
        yield _stem(stem)


def _stem(word: str) -> str:
    """Cut the ending off a word, so that `supported` and `supports` are one."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= FEWEST_LETTERS - 1:
            return word.removesuffix(ending)
    return word


@cache
def _phrases() -> re.Pattern[str]:
    every = sorted((*LEADING, *ANYWHERE), key=len, reverse=True)
    # `the most vulnerable` and `at most` limit nothing
    return re.compile(rf"(?<!the )(?<!at )\b(?:{'|'.join(map(re.escape, every))})\b", re.IGNORECASE)
