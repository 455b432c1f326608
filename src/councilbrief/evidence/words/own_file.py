"""A file of a user's own phrases: read strictly, every mistake in one run, each with its place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from councilbrief.evidence.words import Group, below, group_of, is_group, shipped, subjects
from councilbrief.evidence.words.own import Own
from councilbrief.problems import Problem, Severity, SpecError, errors
from councilbrief.yamlfile import Listing, Node, Scalar, read_yaml
from councilbrief.yamlfile import Mapping as Keys
from councilbrief.yamlfile.complaints import complaint, describe, instead, shown
from councilbrief.yamlfile.nodes import Position, is_null
from councilbrief.yamlfile.reading import MAX_BYTES

KEYS = ("words", "matches", "spares")
LONGEST = 60
"""Characters of a phrase; no phrase of a briefing's trade comes near it."""

# A star ends a word of which enough stands there to mean something: so nothing is slow, and little too wide.
_STAR = re.compile(r"(?<=\w{3})\*(?![\w*])")
_PHRASE = re.compile(r"\w(?:.*[\w.])?")

_Key = tuple[str, ...]


def load_own(path: Path) -> Own:
    """Read a file of a user's own phrases; raise SpecError with every mistake in it."""
    own, problems = read_own(path)
    if own is None:
        raise SpecError(errors(problems))
    return own


def read_own(path: Path) -> tuple[Own | None, tuple[Problem, ...]]:
    """Read a file of a user's own phrases, None where it has mistakes; notes are no mistakes."""
    contents, file = _contents(path), path.as_posix()
    root, problems = read_yaml(contents, file)
    reader = _Reader(file, list(problems))
    if root is not None:
        reader.heading(root, {name: shipped(name) for name in subjects()}, ())
        reader.compare()
    told = tuple(sorted(reader.problems, key=lambda one: (one.line or 0, one.column or 0)))
    if errors(told) or not isinstance(contents, bytes):
        return None, told
    added = {key: tuple(one.text for one in given) for key, given in reader.added.items()}
    return Own(path.absolute(), hashlib.sha256(contents).hexdigest(), added), told


def _contents(path: Path) -> bytes | Path:
    """Return what a file holds, of a larger one no more than shows it; else the path, to be refused."""
    try:
        if path.is_file():
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        pass
    return path


@dataclass(frozen=True, slots=True)
class _Text:
    """A text of the file, as it counts, and where it stands."""

    text: str
    at: Position


@dataclass(slots=True)
class _Reader:
    """Goes through the file along the groups that ship, and notes what is added and what is wrong."""

    file: str
    problems: list[Problem]
    added: dict[_Key, tuple[_Text, ...]] = field(default_factory=dict)
    known: dict[_Key, Group] = field(default_factory=dict)

    def heading(self, node: Node, tree: Mapping[str, Any], path: _Key) -> None:
        """Read what stands under a heading, or in the file as a whole."""
        name = _named(path) if path else "the file"
        for entry in self._keys(node, name):
            key, inner = entry.key.text, tree.get(entry.key.text)
            if inner is None:
                what = "group" if path else "subject"
                of = f" of {name}" if path else ""
                self._complain(
                    f"unknown-{what}", f"unknown {what} {shown(key)}{of}{instead(key, tree)}", entry.key.at
                )
            elif is_group(inner):
                self._group(entry.value, group_of((*path, key), inner))
            else:
                self.known |= {one.key: one for one in below((*path, key), inner)}
                self.heading(entry.value, inner, (*path, key))

    def compare(self) -> None:
        """See that no phrase is given two meanings, by groups of which a text can mean only one."""
        for key, given in self.added.items():
            beside = [
                one for one in self.known.values() if one.key[:-1] == key[:-1] != key[:1] and one.key != key
            ]
            for word in given:
                for other in beside:
                    theirs = (*other.words, *(one.text for one in self.added.get(other.key, ())))
                    if _level(word.text) in map(_level, theirs):
                        message = (
                            f"{shown(word.text)} stands for {_named(other.key)} already; keep one of the two"
                        )
                        self._complain("two-meanings", message, word.at)

    def _group(self, node: Node, known: Group) -> None:
        """Read what is added to a group, and try it on the examples."""
        self.known[known.key] = known
        name, found = _named(known.key), dict[str, tuple[_Text, ...]]()
        for entry in self._keys(node, name):
            key = entry.key.text
            if key in KEYS:
                found[key] = tuple(self._texts(entry.value, key))
            elif key == "patterns":
                message = "patterns are the program's own; give words, in which * stands for any ending"
                self._complain("no-patterns", message, entry.key.at)
            else:
                self._complain("unknown-key", f"unknown key {shown(key)}{instead(key, KEYS)}", entry.key.at)
        if isinstance(node, Keys):
            for key in ("words", "matches"):
                if key not in found:
                    self._complain("missing-key", f'the key "{key}" of {name} is missing', node.at)
        words = tuple(self._words(found.get("words", ()), known))
        if words and "matches" in found:
            self.added[known.key] = words
            self.problems += _examples(self.file, words, found["matches"], found.get("spares", ()), known)

    def _keys(self, node: Node, name: str) -> Iterable[Any]:
        if isinstance(node, Keys):
            return node.entries
        self._complain("wrong-type", f"{name} must be a group of keys, not {describe(node)}", node.at)
        return ()

    def _texts(self, node: Node, key: str) -> Iterator[_Text]:
        """Yield the texts of a list."""
        if not isinstance(node, Listing):
            message = f"{key} must be a list ({key}: [one, two], or a line with a hyphen for each)"
            self._complain("wrong-type", f"{message}, not {describe(node)}", node.at)
            return
        if not node.items:
            self._complain("empty-list", f"{key} is empty; give at least one, or leave the key out", node.at)
        for item in node.items:
            if not isinstance(item, Scalar) or is_null(item) or not item.text.strip():
                message = f"each of the {key} must be a text, not {describe(item)}"
                self._complain("wrong-type", message, item.at)
            else:
                yield _Text(" ".join(item.text.split()), item.at)

    def _words(self, given: Iterable[_Text], known: Group) -> Iterator[_Text]:
        """Yield the phrases that can be added to a group, as it reads them."""
        seen = {_level(one) for one in known.words}
        for one in given:
            fault = _fault(one.text, known)
            if fault:
                self._complain("bad-word", f"{shown(one.text)} {fault}", one.at)
                continue
            word = one if known.cased else replace(one, text=one.text.lower())
            if _level(word.text) in seen:
                message = f"{_named(known.key)} knows {shown(one.text)} already; it can go"
                self.problems.append(
                    replace(complaint("known-word", message, self.file, one.at), severity=Severity.NOTE)
                )
            seen.add(_level(word.text))
            yield word

    def _complain(self, key: str, message: str, at: Position) -> None:
        self.problems.append(complaint(key, message, self.file, at))


def _fault(word: str, known: Group) -> str | None:
    """Say why a phrase can't be added to a group, None where it can.

    A finder may look up each word of a text in a group, or the phrase that it found: so a
    group takes no star, or no phrase of several words, where none of its own is such.
    """
    name = _named(known.key)
    if len(word) > LONGEST:
        return f"is longer than {LONGEST} characters; give the part that texts have in common"
    if not _PHRASE.fullmatch(word.removesuffix("*")):
        return "must begin and end with a letter or a figure"
    if "*" in _STAR.sub("", word):
        return "has a * that does not end a word of three letters or more; write its endings out"
    if "*" in word and known.words and not any("*" in one for one in known.words):
        return f"has a *, and {name} takes none; write its endings out, each as a word"
    if " " in word and known.words and not any(" " in one for one in known.words):
        return f"is more than one word, and {name} takes single words"
    return None


def _examples(
    file: str, words: tuple[_Text, ...], matches: tuple[_Text, ...], spares: tuple[_Text, ...], known: Group
) -> Iterator[Problem]:
    """Try phrases on their own examples, and on what the group must leave alone."""
    own = replace(known, words=tuple(one.text for one in words), patterns=())
    alone = [(one, replace(own, words=(one.text,))) for one in words]
    for word, each in alone:
        if not any(each.stands_in(text.text) for text in matches):
            message = f"no example of matches holds {shown(word.text)}; add a text in which it stands"
            yield complaint("no-example", message, file, word.at)
        hit = next((text for text in known.spares if each.stands_in(text)), None)
        if hit is not None:
            message = f"{shown(word.text)} is too wide: {_named(known.key)} must leave {shown(hit)} alone"
            yield complaint("too-wide", message, file, word.at)
    for text in matches:
        if not own.stands_in(text.text):
            message = f"none of the words stands in {shown(text.text)}; correct it, or leave it out"
            yield complaint("example-fails", message, file, text.at)
    both = replace(known, words=(*known.words, *own.words))
    for text in spares:
        found = both.found_in(text.text)
        if found is not None:
            message = f"{shown(found)} stands in what must be left alone: {shown(text.text)}"
            yield complaint("example-fails", message, file, text.at)


def _level(word: str) -> str:
    return word.replace("’", "'")


def _named(key: _Key) -> str:
    return ".".join(key)
