"""Bytes to nodes: strict, bounded, and able to say where and why it refuses.

Nothing but SpecError leaves this room, whatever the bytes. Aliases are refused because
a few of them make a small file huge, tags because they would make objects, duplicate
and merge keys because one of two values would win in silence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from councilbrief.problems import Problem, SpecError
from councilbrief.yamlfile.complaints import complaint, shown
from councilbrief.yamlfile.nodes import Entry, Listing, Mapping, Node, Position, Scalar, is_null
from councilbrief.yamlfile.syntax import explain

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
MAX_PROBLEMS = 50

# libyaml where PyYAML was built with it: ten times faster, the same language.
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BOM = "\ufeff"


def load_yaml(source: Path | bytes, shown_as: str) -> Node:
    """Read one YAML document; raise SpecError with every mistake otherwise.

    `shown_as` is the name of the file in messages.
    """
    node, problems = read_yaml(source, shown_as)
    if problems or node is None:
        raise SpecError(problems)
    return node


def read_yaml(source: Path | bytes, shown_as: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read one YAML document as far as it goes, and say all that is wrong with it.

    There is a node, so that its contents can be checked in the same run, unless the
    file can't be read to its end; then there is at least one problem.
    """
    report = _Report(shown_as)
    text = _decode(source, report)
    node = _Builder(text, report).build() if text is not None else None
    return node, report.result()


@dataclass(slots=True)
class _Report:
    """The mistakes found so far; beyond MAX_PROBLEMS they are only counted."""

    file: str
    found: list[Problem] = field(default_factory=list)
    beyond: int = 0

    def add(self, key: str, message: str, at: Position | None = None) -> None:
        if len(self.found) >= MAX_PROBLEMS:
            self.beyond += 1
            return
        self.found.append(complaint(key, message, self.file, at))

    def result(self) -> tuple[Problem, ...]:
        if not self.beyond:
            return tuple(self.found)
        message = f"and {self.beyond} more; mend these first"
        return (*self.found, complaint("more-mistakes", message, self.file))


def _decode(source: Path | bytes, report: _Report) -> str | None:
    """Return the text of a file, or None after saying why it has none."""
    data = source if isinstance(source, bytes) else _read(source, report)
    if data is None:
        return None
    if len(data) > MAX_BYTES:
        report.add("too-large", f"the file is larger than {MAX_BYTES // 1024} kB; split it")
        return None
    if data.startswith(_UTF16):
        report.add("not-utf-8", "the file is saved as UTF-16; save it as UTF-8", Position(1, 1))
        return None
    try:
        text = data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(_BOM)
        byte = data[error.start]
        message = f"the byte 0x{byte:02X} here is not UTF-8; save the file as UTF-8"
        report.add("not-utf-8", message, _position(before, len(before)))
        return None
    bad = _FORBIDDEN.search(text)
    if bad:
        hint = "; is the file really text?" if bad.group() == "\0" else "; delete it"
        message = f"a character that can't be seen stands here (U+{ord(bad.group()):04X}){hint}"
        report.add("bad-character", message, _position(text, bad.start()))
        return None
    return text


def _read(path: Path, report: _Report) -> bytes | None:
    """Return at most one byte more of a file than may be, or None after saying why not."""
    try:
        if not path.exists():
            report.add("no-such-file", "there is no such file")
        elif not path.is_file():
            report.add("not-a-file", "this is not a file")
        else:
            with path.open("rb") as file:
                return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "not a valid path"
        report.add("unreadable-file", f"the file can't be read: {reason}")
    return None


def _position(text: str, offset: int) -> Position:
    """Return the place of a character."""
    lines = f"{text[:offset]}^".splitlines()
    return Position(len(lines), len(lines[-1]))


@dataclass(slots=True)
class _Open:
    """A list or a group of keys that is being read; a group's `key` waits for its value."""

    at: Position
    is_mapping: bool
    items: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    key: Scalar | None = None
    has_key: bool = False
    seen: dict[str, Position] = field(default_factory=dict)

    def closed(self) -> Node:
        if self.is_mapping:
            return Mapping(self.at, tuple(self.entries))
        return Listing(self.at, tuple(self.items))


class _TooDeepError(Exception):
    """The nesting passes MAX_DEPTH; the rest is not worth reading."""


class _Builder:
    """Turns the parser's events into nodes, with a stack in place of recursion."""

    def __init__(self, text: str, report: _Report) -> None:
        self._text = text
        self._report = report
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0

    def build(self) -> Node | None:
        """Return the root, None where the file can't be read to its end."""
        try:
            loader = LOADER(self._text)
            while loader.check_event():
                self._take(loader.get_event())  # type: ignore[no-untyped-call]  # PyYAML's stubs leave it bare
        except _TooDeepError:
            return None
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._report.add("yaml-syntax", *explain(error, self._text))
            return None
        if self._root is None or is_null(self._root):
            self._report.add("empty-file", "the file says nothing", Position(1, 1))
            return None
        return self._root

    def _take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        at = Position(mark.line + 1, mark.column + 1) if mark else Position(1, 1)
        match event:
            case yaml.DocumentStartEvent():
                self._start_document(event, at)
            case yaml.AliasEvent():
                name = shown(str(event.anchor))
                self._report.add("yaml-alias", f"a reference (*) to {name}; write the value out", at)
                self._put(Scalar(at, ""))
            case yaml.ScalarEvent():
                self._refuse_extras(event, at)
                self._put(self._scalar(event, at))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._refuse_extras(event, at)
                self._open(at, is_mapping=isinstance(event, yaml.MappingStartEvent))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._put(self._stack.pop().closed())

    def _start_document(self, event: yaml.DocumentStartEvent, at: Position) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._report.add("yaml-directive", "a line that begins with % is not taken; delete it", at)
        if self._documents == 2:  # noqa: PLR2004 - the first that is one too many
            message = "a second document begins here (---); one file holds one"
            self._report.add("yaml-documents", message, at)

    def _refuse_extras(self, event: yaml.NodeEvent, at: Position) -> None:
        if event.anchor is not None:
            message = f"an anchor (&{event.anchor}); write the value out where it is needed"
            self._report.add("yaml-anchor", message, at)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._report.add("yaml-tag", f"a tag ({shown(tag)[1:-1]}); leave out what begins with !", at)

    def _scalar(self, event: yaml.ScalarEvent, at: Position) -> Scalar:
        bad = _CONTROL.search(event.value)
        if bad:
            message = (
                f"the escape for a character that can't be printed (U+{ord(bad.group()):04X}); leave it out"
            )
            self._report.add("bad-character", message, at)
        return Scalar(at, _CONTROL.sub("", event.value), plain=bool(event.implicit[0]))

    def _open(self, at: Position, *, is_mapping: bool) -> None:
        if len(self._stack) == MAX_DEPTH:
            self._report.add("too-deep", f"nested more than {MAX_DEPTH} levels deep", at)
            raise _TooDeepError
        self._stack.append(_Open(at, is_mapping))

    def _put(self, node: Node) -> None:
        """Give a finished node to what it stands in."""
        if not self._stack:
            if self._documents == 1:
                self._root = node
            return
        parent = self._stack[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif not parent.has_key:
            parent.key, parent.has_key = self._key(node, parent), True
        else:
            if parent.key is not None:
                parent.entries.append(Entry(parent.key, node))
            parent.key, parent.has_key = None, False

    def _key(self, node: Node, parent: _Open) -> Scalar | None:
        """Return a key that may stand, or None after saying why it may not."""
        if not isinstance(node, Scalar) or not node.text:
            self._report.add(
                "yaml-key", "a key must be a word; is there a stray ? or colon, or a bracket?", node.at
            )
            return None
        if node.plain and node.text == "<<":
            self._report.add("yaml-merge", "a merge key (<<); write the keys out", node.at)
            return None
        first = parent.seen.setdefault(node.text, node.at)
        if first is not node.at:
            message = (
                f"the key {shown(node.text)} stands here a second time, first in line {first.line}; keep one"
            )
            self._report.add("duplicate-key", message, node.at)
            return None
        return node
