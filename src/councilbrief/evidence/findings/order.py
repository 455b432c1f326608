"""Order: what a sentence tells whose order is another, each with the frame that it stands in."""

from __future__ import annotations

import re

from councilbrief.evidence.findings.frames import Frame
from councilbrief.evidence.findings.leads import names_reporter
from councilbrief.evidence.findings.polarity import polarity
from councilbrief.evidence.findings.topic import Topic
from councilbrief.evidence.findings.turned import (
    counted,
    fronted,
    is_told_in_passive,
    made_of,
    nominal,
    noted,
    reasons,
    wanting,
)
from councilbrief.evidence.texts.reading import VEIL
from councilbrief.evidence.words import either
from councilbrief.provenance import Span

_HEARD = re.compile(either("findings", "told_inspectors"), re.IGNORECASE)
_FELT = re.compile(either("findings", "feelings"))


def turned(text: str, span: Span, topic: Topic, whole: list[Frame]) -> list[tuple[Span, Frame]]:
    """Return what a sentence tells whose order is another, each with the frame of it."""
    near = (topic.carried or topic.near) and VEIL not in span.slice(text)
    if near or names_reporter(span.slice(text)):
        first = fronted(text, span, carried=topic.carried)
        if first is not None:
            return [(Span(first.content, span.end), first)]
    made = made_of(text, span, whole)
    if made is None and (near or names_reporter(span.slice(text))):
        among = counted(text, span)
        if among is not None:
            later = [(Span(one.content, span.end), one) for one in whole if one.start > among[0].end]
            return [among, *later[-1:]]
        made = reasons(text, span) or wanting(text, span) or nominal(text, span)
    if made is not None:
        return [made]
    if (near and is_told_in_passive(text, span, whole)) or _is_heard(text, span, topic):
        return [(span, Frame(span.start, span.start, "clause", that=True))]
    if near or names_reporter(span.slice(text)):
        return [
            (thing, Frame(thing.start, thing.start, "noun", polarity(thing.slice(text))))
            for thing in noted(text, span)
        ]
    return []


def _is_heard(text: str, span: Span, topic: Topic) -> bool:
    """Say whether a sentence tells what people told the inspectors, or felt when they came."""
    if _HEARD.match(text, span.start, span.end):
        return True
    return topic.carried and _FELT.match(text, span.start, span.end) is not None
