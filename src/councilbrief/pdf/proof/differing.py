"""Where the words of a PDF and of its briefing differ, once it is known that they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from councilbrief.pdf.proof.drawn import Glyph
from councilbrief.pdf.proof.following import letters
from councilbrief.pdf.proof.passages import Reading, passages
from councilbrief.problems import Problem, Severity

_SHOWN = 4  # words of a difference that a message quotes


def differences(glyphs: tuple[Glyph, ...], readings: Iterable[Reading]) -> Iterator[Problem]:
    """Give a problem for each stretch of words that differs, with its page and passage."""
    wanted = list(_wanted(readings))
    said = tuple(
        glyph for glyph in glyphs if not glyph.decoration
    )  # a table's head is repeated as decoration
    found = list(_found(said, {word for word, _ in wanted}))
    matcher = SequenceMatcher(None, [word for word, _ in wanted], [word for word, _ in found], autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            continue
        page = found[min(j1, len(found) - 1)][1] if found else 1
        where = wanted[min(i1, len(wanted) - 1)][1] if wanted else "an empty briefing"
        meant, there = (_quoted([word for word, _ in words]) for words in (wanted[i1:i2], found[j1:j2]))
        message = f"page {page}, {where}: expected {meant}, but the PDF has {there}"
        yield Problem(Severity.ERROR, "proof-words", message)


def _quoted(words: list[str]) -> str:
    if not words:
        return "nothing"
    more = f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
    return f"“{' '.join(words[:_SHOWN])}”{more}"


def _wanted(readings: Iterable[Reading]) -> Iterator[tuple[str, str]]:
    for reading in readings:
        for passage in passages(reading):
            text = "".join(f" {char}" if space else char for char, space in letters(passage.text))
            yield from ((word, passage.where) for word in text.split())


def _found(glyphs: tuple[Glyph, ...], known: set[str]) -> list[tuple[str, int]]:
    """Make words of glyphs; a word that a line's end parts is joined where the briefing has it whole."""
    words: list[tuple[str, int]] = []
    for word, page, opens_line in _cut(glyphs):
        if opens_line and words and words[-1][0] + word in known:
            words[-1] = (words[-1][0] + word, words[-1][1])
        else:
            words.append((word, page))
    return words


def _cut(glyphs: tuple[Glyph, ...]) -> Iterator[tuple[str, int, bool]]:
    """Cut glyphs at spaces, line ends and jumps; each word with its page and whether it opens a line."""
    word: list[Glyph] = []
    for glyph in glyphs:
        jumps = word and (glyph.left > word[-1].right + 1 or glyph.right < word[-1].left)
        if word and (glyph.gap is not False or jumps):
            yield "".join(part.char for part in word), word[0].page, word[0].gap is None
            word = []
        word.append(glyph)
    if word:
        yield "".join(part.char for part in word), word[0].page, word[0].gap is None
