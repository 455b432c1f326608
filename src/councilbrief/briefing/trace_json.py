"""A trace as JSON: words that a fact holds already are not told twice, but pointed at.

A text is a string, or a list of what it is put together from: strings, which are words of the
program's own, and lists, which are words of a source. Such a list begins with the id of the
source and the place where the words begin in its clean text; then come the words themselves,
or of which fact they are and from where to where in its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from councilbrief.briefing.trace import TRACE_VERSION, Count, Kind, OwnPhrases, Passage, Shown, Taken, Trace

LEAST_SHARED = 16
"""Fewer letters are told again: to point at them takes as much room."""

_WORDS, _POINTED = 3, 5


def written(trace: Trace, values: Sequence[str]) -> dict[str, Any]:
    """Write a trace as JSON has it; `values` are those of the facts beside it, in their order."""
    known = _Known(values)
    return {
        "version": trace.version,
        "head": trace.head,
        "foot": trace.foot,
        "passages": [_written(one, known) for one in trace.passages],
    } | ({"phrases": asdict(trace.phrases)} if trace.phrases else {})


def read(told: Any, values: Sequence[str]) -> Trace | None:  # noqa: ANN401 - what JSON holds
    """Read what `written` wrote; return None for another version, and raise ValueError for anything else."""
    try:
        if told["version"] != TRACE_VERSION:
            return None
        passages = tuple(_passage(one, values) for one in told["passages"])
        return Trace(TRACE_VERSION, _text(told["head"]), _text(told["foot"]), passages, _phrases(told))
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        msg = "not the trace of a briefing"
        raise ValueError(msg) from error


def _phrases(told: Mapping[str, Any]) -> OwnPhrases | None:
    given = told.get("phrases")
    return OwnPhrases(_text(given["file"]), _text(given["sha256"])) if given else None


class _Known:
    """The words of facts, and where they are to be had."""

    def __init__(self, values: Sequence[str]) -> None:
        self.values = values
        self.whole = {value: at for at, value in reversed(tuple(enumerate(values)))}

    def place(self, words: str) -> tuple[int, int, int] | None:
        """Return the fact whose value holds words, and from where to where."""
        if len(words) < LEAST_SHARED:
            return None
        if words in self.whole:
            return self.whole[words], 0, len(words)
        for number, value in enumerate(self.values):
            if len(value) > len(words) and (at := value.find(words)) >= 0:
                return number, at, at + len(words)
        return None


def _written(one: Passage, known: _Known) -> dict[str, Any]:
    text = list(_parts(one, known)) if one.slices else one.text
    rest: Mapping[str, Any] = {"at": one.at, "grades": one.grades, "counts": one.counts}
    return {"kind": one.kind, "text": text} | {key: value for key, value in rest.items() if value}


def _parts(one: Passage, known: _Known) -> Iterator[str | list[str | int]]:
    upto = 0
    for at, source, start, end in one.slices:
        if at > upto:
            yield one.text[upto:at]
        upto = at + end - start
        words = one.text[at:upto]
        yield [source, start, *(known.place(words) or (words,))]
    if upto < len(one.text):
        yield one.text[upto:]


def _passage(told: Mapping[str, Any], values: Sequence[str]) -> Passage:
    words: list[str] = []
    slices: list[Taken] = []
    at = 0
    for part in _listed(told["text"]):
        if isinstance(part, str):
            words.append(part)
        else:
            words.append(_words(part, values))
            start = _number(part[1])
            slices.append(Taken(at, _text(part[0]), start, start + len(words[-1])))
        at += len(words[-1])
    return Passage(
        Kind(told["kind"]),
        "".join(words),
        tuple(map(_number, told.get("at", ()))),
        tuple(slices),
        tuple(Shown(_number(s), _number(e), _text(grade)) for s, e, grade in told.get("grades", ())),
        tuple(_counts(told.get("counts", ()))),
    )


def _counts(told: Iterable[Any]) -> Iterator[Count]:
    for start, end, kind, inspection in told:
        yield Count(
            _number(start), _number(end), _text(kind), None if inspection is None else _text(inspection)
        )


def _listed(text: Any) -> list[Any]:  # noqa: ANN401 - what JSON holds
    return [_text(text)] if not isinstance(text, list) else text


def _words(part: Sequence[Any], values: Sequence[str]) -> str:
    """Return the words of a source: given themselves, or as part of a fact's value."""
    if len(part) == _WORDS:
        return _text(part[2])
    number, start, end = map(_number, part[_POINTED - 3 :])
    return _text(values[number][start:end])


def _text(value: Any) -> str:  # noqa: ANN401 - what JSON holds
    if isinstance(value, str):
        return value
    raise TypeError(value)


def _number(value: Any) -> int:  # noqa: ANN401 - what JSON holds
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise TypeError(value)
