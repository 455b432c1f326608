"""What an area for improvement is about: the subjects of recurring.yaml that its words name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from councilbrief.briefing.findings import POINTING

OPENING_WORDS, LABEL_WORDS = 16, 18
"""Words at the head of an area within which it names a wide subject if it is about it, and its own."""

OF, OF_WORDS = (["of"], ["for"]), 10
"""What joins a subject to a narrower one that stands within so many words: assessments of young carers."""

SUBJECT_WORDS = 4
"""Words at the head of an area before which its purpose does not begin."""

WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
CLAUSE_END = re.compile(r"(?<=[a-z)])\.\s+(?=[A-Z])|,? and (?=ensure\b)")
Pieces = Sequence[str]


@dataclass(frozen=True, slots=True)
class Subjects:
    """What a clause of an area for improvement is about, and whose services these are.

    `narrow` are also those that are only named as examples; those of `head` are not, and
    those of `scope` limit what its wide subjects are about.
    `point` is the place of the point that it stands in; None of an area without points,
    and of what introduces them.
    """

    narrow: frozenset[str]
    head: frozenset[str]
    scope: frozenset[str]
    wide: frozenset[str]
    people: frozenset[str]
    children: frozenset[str]
    point: int | None = None

    def may_share(self, other: Subjects) -> bool:
        """Say whether two that name only wide subjects can be alike: none narrow, and the same people."""
        apart = bool(self.children and other.children) and not self.children & other.children
        return not (self.scope or other.scope or apart) and self.people == other.people


def subjects_of(pieces: Pieces) -> Iterator[Subjects]:
    """Read what an area is about: from each of its clauses up to what it is for.

    >>> (one,) = subjects_of(["The rigour of supervision, to ensure that private fostering is reviewed."])
    >>> sorted(one.wide), sorted(one.narrow)
    (['supervision'], [])
    """
    lead = pieces[0]
    for at, piece in enumerate(pieces):
        for clause in _clauses(piece):
            yield _read(clause, f"{lead if at else ''} {clause}", at - 1 if at else None)


def named(pieces: Pieces) -> frozenset[str]:
    """Return every subject that an area names anywhere, loose ones too."""
    words = _words()
    plain = _unmarked(" ".join(pieces))
    kinds = (words.narrow, words.wide, words.loose, words.looser)
    return frozenset(key for kind in kinds for key in _named(plain, kind))


def label(pieces: Pieces) -> str | None:
    """Return the subject that an area opens with; None where it opens with none that is known.

    >>> label(["Improve how records of supervision are kept, and the audits."])
    'records'
    >>> label(["Assessments of the needs of young carers."])
    'young carers'
    """
    words = _words()
    opening = _opening(_head(next(_clauses(pieces[0]))), LABEL_WORDS)
    first = _first(opening, words.narrow, words.wide, words.loose)
    if first is None:
        return None
    key, end = first
    after = opening[end:].split()
    narrower = _first(_opening(opening[end:], OF_WORDS), words.narrow) if after[:1] in OF else None
    return narrower[0] if narrower else key


def _first(text: str, *kinds: Mapping[str, re.Pattern[str]]) -> tuple[str, int] | None:
    """Return the subject that a text names first, the longest of several, and where its words end."""
    every = ((key, phrases.search(text)) for kind in kinds for key, phrases in kind.items())
    found = [(match.start(), -match.end(), key) for key, match in every if match]
    first = min(found, key=lambda one: one[:2], default=None)
    return first and (first[2], -first[1])


def in_order(keys: frozenset[str]) -> tuple[str, ...]:
    """Return subjects in the order of the file, the narrow ones first."""
    words = _words()
    return tuple(key for key in (*words.narrow, *words.wide) if key in keys)


def _read(clause: str, whole: str, point: int | None) -> Subjects:
    """Read a clause; `whole` are its words with those that introduce them."""
    words = _words()
    about = _plain(_subject(clause))
    head = frozenset(_named(_head(clause), words.narrow))
    return Subjects(
        frozenset(_named(about, words.narrow)),
        head,
        head - words.general,
        frozenset(_named(_opening(about, OPENING_WORDS), words.wide)),
        frozenset(_named(words.everyone.sub("-", _plain(whole)), words.people)),
        frozenset(_named(about, words.children)),
        point,
    )


def _clauses(text: str) -> Iterator[str]:
    """Part a text where it goes on to another subject; what only points back is left out."""
    first, *others = CLAUSE_END.split(" ".join(text.split()))
    yield first
    yield from (other for other in others if other.partition(" ")[0].casefold() not in POINTING)


def _subject(clause: str) -> str:
    """Cut a clause where it goes on from its subject to what that is for."""
    words = _words()
    skipped = len(" ".join(clause.split()[:SUBJECT_WORDS]))
    for beyond in words.beyond.finditer(clause, skipped):
        if not words.still.search(_unmarked(clause[: beyond.start()])):
            return clause[: beyond.start()]
    return clause


def _head(clause: str) -> str:
    """Return the plain words of a clause's subject ahead of any examples."""
    subject = _subject(clause)
    examples = _words().examples.search(subject)
    return _plain(subject[: examples.start()] if examples else subject)


def _opening(plain: str, words: int) -> str:
    return " ".join(plain.split()[:words])


def _plain(text: str) -> str:
    """Return the words of a text without case and marks, what is set aside taken out."""
    return _words().set_aside.sub("-", _unmarked(text))


def _unmarked(text: str) -> str:
    return " ".join(WORD.findall(text.casefold().replace("’", "'")))


def _named(text: str, kind: Mapping[str, re.Pattern[str]]) -> Iterator[str]:
    return (key for key, phrases in kind.items() if phrases.search(text))


@dataclass(frozen=True, slots=True)
class _Words:
    narrow: Mapping[str, re.Pattern[str]]
    wide: Mapping[str, re.Pattern[str]]
    loose: Mapping[str, re.Pattern[str]]
    looser: Mapping[str, re.Pattern[str]]
    people: Mapping[str, re.Pattern[str]]
    children: Mapping[str, re.Pattern[str]]
    general: frozenset[str]
    everyone: re.Pattern[str]
    set_aside: re.Pattern[str]
    beyond: re.Pattern[str]
    still: re.Pattern[str]
    examples: re.Pattern[str]


@cache
def _words() -> _Words:
    file = resources.files("councilbrief.briefing") / "recurring.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))

    def kind(name: str) -> Mapping[str, re.Pattern[str]]:
        return {key: _phrases(phrases) for key, phrases in data[name].items()}

    return _Words(
        kind("narrow"),
        kind("wide"),
        kind("loose"),
        kind("looser"),
        kind("people"),
        kind("children"),
        frozenset(data["general"]),
        _phrases(data["everyone"]),
        _phrases(data["set_aside"]),
        _phrases(data["beyond"]),
        _phrases(data["still"], end="$"),
        _phrases(data["examples"]),
    )


def _phrases(phrases: Iterable[str], end: str = r"(?!\S)") -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(_phrase, phrases))}){end}")


def _phrase(phrase: str) -> str:
    """Write a phrase as a pattern."""
    return " ".join(f"(?:{'|'.join(map(_word, word.split('|')))})" for word in phrase.split())


def _word(word: str) -> str:
    return re.escape(word.rstrip("'")).replace(r"\*", r"\S*")
