"""Statements held back unless asked for: calls to resign, blame of a person or party."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from councilbrief.evidence.councils.names import plain
from councilbrief.evidence.councils.register import register
from councilbrief.evidence.words import WORD, either, phrases


def _whole(group: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(rf"{WORD}{either('sensitive', group)}(?!\w)", flags)


_RESIGN = _whole("resignation")
_BLAME = re.compile(f"{WORD}{either('sensitive', 'blame')}", re.IGNORECASE)
_STRONG = _whole("strong")
# without any of the three no statement is held back
_HEATED = re.compile(f"{WORD}(?:{_RESIGN.pattern}|{_BLAME.pattern}|{_STRONG.pattern})", re.IGNORECASE)
_PRONOUN = _whole("pronouns")
_TARGET = _whole("targets")
_PARTY = _whole("party_by_capital", re.NOFLAG)
# `Nobody is asking her to resign.`
_NEGATED = re.compile(r"\b(?:not|never|no|nobody|isn['’]t|won['’]t)\b[^.;]{0,30}$", re.IGNORECASE)
# `Why has she not resigned?`
_NO_DENIAL = re.compile(
    r"\b(?:if|why|unless|until|how|still not|no choice|no option|no alternative|not enough)\b", re.IGNORECASE
)
# The end of a sentence; `Cllr. Smith` and `J. Smith` hold none.
_END = re.compile(
    r"(?<=[.!?])(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bCllr\.)(?<!\bCoun\.)(?<!\bClr\.)"
    r"(?<!\bProf\.)(?<!\b[A-Z]\.)[”’\"']?\s+"
)
# `Smith`, of `Smith’s plan`, or `O’Brien-Jones`
_NAME = re.compile(r"\w+(?:[’'-](?!s\b)\w+)*")
_CAPITAL = r"[A-ZÀ-ÞŁŚŻŴŶ]\w+(?:[’'-](?!s\b)\w+)*"
# `Sir Alan`, `Coun Smith`
_TITLED = re.compile(rf"(?<!\w){either('people', 'titles')}\.? [A-ZÀ-ÞŁŚŻŴŶ]")
# `Keith Aspden`, `Mary J. van der Velde`
_RUN = re.compile(
    rf"(?<!\w){_CAPITAL}(?:(?: (?:[A-Z]\.?|{either('people', 'particles')})){{0,2}} {_CAPITAL})+"
)
_NO_NAMES = frozenset(phrases("people", "not_names")) | frozenset(phrases("people", "openers"))
_FULL = 2
"""Words in the shortest full name."""

RESIGNATION = "calls for a resignation"
BLAME = "blames an identifiable person or party"


class Bystanders:
    """The people whom a document names, by their surnames."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the names as the document gives them, full or not."""
        self._names = frozenset(names)
        self._surnames = Counter(name.split()[-1] for name in self._names)

    def named_in(self, words: str, speaker: str | None) -> bool:
        """Say whether words name one of them besides the speaker."""
        return any(self._surnames[name] > self._own(name, speaker) for name in _NAME.findall(words))

    def _own(self, surname: str, speaker: str | None) -> int:
        """Count the names with a surname that are the speaker's: one or none."""
        return int(speaker in self._names and speaker is not None and speaker.split()[-1] == surname)


NOBODY = Bystanders(())


def sensitivity(statement: str, named: Bystanders = NOBODY, speaker: str | None = None) -> str | None:
    """Say why a statement is held back, or None.

    `named` are the people whom the document names; that it names the speaker counts for nothing.

    >>> sensitivity("He has failed our children and he must go.")
    'calls for a resignation'
    >>> sensitivity("We know there is more to do.") is None
    True
    """
    sentences = tuple(_sentences(statement))
    if not _HEATED.search("\n".join(sentences)):
        return None
    if any(_calls_for_resignation(sentence) for sentence in sentences):
        return RESIGNATION
    if any(_blames(sentence, named, speaker) for sentence in sentences):
        return BLAME
    return None


def _sentences(statement: str) -> Iterator[str]:
    """Yield the sentences, a question together with its answer."""
    asked = ""
    for sentence in _END.split(statement):
        if sentence.rstrip("”’\"' ").endswith("?"):
            yield sentence
            asked = sentence
        else:
            yield f"{asked} {sentence}".strip()
            asked = ""


def _calls_for_resignation(sentence: str) -> bool:
    resign = _RESIGN.search(sentence)
    if resign is None:
        return False
    before = sentence[: resign.start()]
    return not _NEGATED.search(before) or _NO_DENIAL.search(before) is not None


def _blames(sentence: str, named: Bystanders, speaker: str | None) -> bool:
    if _STRONG.search(sentence) and _PRONOUN.search(sentence):
        return True
    if _BLAME.search(sentence) is None:
        return False
    by_word = any(one.search(sentence) for one in (_TARGET, _PARTY, _TITLED))
    return by_word or named.named_in(sentence, speaker) or _full_name(sentence)


def _full_name(sentence: str) -> bool:
    """Say whether two capitals in a row name a person, and no place or body."""
    return any(
        len(name) >= _FULL and not all(_is_no_surname(word) for word in name)
        for run in _RUN.finditer(sentence)
        for name in _unbroken(_NAME.findall(run[0]))
    )


def _unbroken(words: Iterable[str]) -> Iterator[list[str]]:
    """Part a run of capitals at the words that no person's name holds."""
    name: list[str] = []
    for word in words:
        if word in _NO_NAMES:
            yield name
            name = []
        else:
            name.append(word)
    yield name


def _is_no_surname(word: str) -> bool:
    """Say whether a word is a council's place or a word of manner, as in `Sadly Leeds failed`."""
    return word.endswith("ly") or word.casefold() in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(word for council in register().councils for word in plain(council.short))
