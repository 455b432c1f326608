"""The words of a briefing against its sources, letter for letter."""

from __future__ import annotations

from collections.abc import Mapping

from councilbrief.briefing.facts import Fact, FactKind
from councilbrief.briefing.trace import Kind, Passage, Taken
from councilbrief.builds.verifying.inside import WORDED
from councilbrief.builds.verifying.sources import Found, State
from councilbrief.builds.verifying.verdict import Case, Checked, Finding, Key
from councilbrief.builds.verifying.wording import squeezed

AROUND = 30
"""Letters that are told around one that differs."""

SEED = 12
"""Letters by which the place of altered words is found again."""


def check_letters(case: Case, found: Mapping[str, Found]) -> None:
    """Look up each slice in its source as it reads now: where it stood, or anywhere in it."""
    if not case.passages:
        _without_trace(case, found)
        return
    wrong = False
    for number, one in enumerate(case.passages):
        results = [_slice(case, number, one, taken, found.get(taken.source)) for taken in one.slices]
        case.checked[Checked.SLICES] += sum(results)
        wrong = (wrong and one.kind is Kind.QUOTATION and one.at[1:] != (1,)) or not all(results)
        if results and not wrong:
            case.checked[Checked.ITEMS] += one.kind is Kind.ITEM
            # its last paragraph closes a quotation
            case.checked[Checked.QUOTATIONS] += one.kind is Kind.QUOTATION and one.text.endswith("”")


def _slice(case: Case, number: int, one: Passage, taken: Taken, source: Found | None) -> bool:
    """Say whether a source still has the words of a slice; a source that is gone has been told of."""
    words = one.text[taken.at : taken.at + taken.end - taken.start]
    page, where = case.at(number)
    if source is None:
        says = f"the words “{words}” are given as those of {taken.source}, which is no source of the briefing"
        case.find(Finding(Key.FACTS, says, page, where, taken.source, words))
        return False
    text = source.text
    if text is None:
        return False
    if text[taken.start : taken.end] == words or stands_in(words, text, source.original):
        return True
    now = _instead(words, taken, text)
    said, reads = _excerpts(words, now)
    says = f"{source.path} no longer says “{said}”" + (f"; it reads “{reads}” there" if now else "")
    case.find(Finding(Key.WORDS, says, page, where, taken.source, words, now))
    return False


def _excerpts(words: str, now: str) -> tuple[str, str]:
    """Cut two wordings to what stands around the first letter that differs, at whole words."""
    same = next((at for at, (one, other) in enumerate(zip(words, now, strict=False)) if one != other), 0)
    begin = words.rfind(" ", 0, max(same - AROUND, 0)) + 1
    return _cut(words, begin, same), _cut(now, begin, same)


def _cut(words: str, begin: int, same: int) -> str:
    end = words.find(" ", same + AROUND)
    end = len(words) if end < 0 else end
    return f"{'… ' if begin else ''}{words[begin:end]}{' …' if end < len(words) else ''}"


def stands_in(words: str, *texts: str) -> bool:
    """Say whether a text has words anywhere, whichever spaces and line ends part them."""
    wanted = " ".join(words.split())
    return any(words in text or wanted in " ".join(text.split()) for text in texts)


def _instead(words: str, taken: Taken, text: str) -> str:
    """Return what stands where words are looked for, found by how they begin or end, if it is."""
    for at in (0, max(len(words) - SEED, 0)):
        seed = words[at : at + SEED]
        begin = text.find(seed, max(taken.start - len(words), 0)) - at if seed in text else -1
        if begin >= 0:
            return text[begin : begin + len(words)]
    return ""


def _without_trace(case: Case, found: Mapping[str, Found]) -> None:
    """Look up the words of the facts, which is all that an older PDF has."""
    for fact in case.edition.facts:
        if fact.kind in WORDED and all(_readable(found.get(one)) for one in fact.sources):
            _fact(case, fact, [found[one] for one in fact.sources])


def _readable(source: Found | None) -> bool:
    return source is not None and source.text is not None and source.state is not State.GONE


def _fact(case: Case, fact: Fact, sources: list[Found]) -> None:
    texts = [squeezed(one.text or "") for one in sources]
    if any(all(squeezed(piece) in text for piece in fact.value.split("…")) for text in texts):
        kind = Checked.QUOTATIONS if fact.kind is FactKind.QUOTATION else Checked.ITEMS
        case.checked[kind] += 1
        return
    paths = " and ".join(one.path for one in sources)
    says = f"no longer said in {paths}: “{fact.value}”"
    case.find(Finding(Key.WORDS, says, source=fact.sources[0], expected=fact.value))
