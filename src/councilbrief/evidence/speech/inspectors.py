"""Who led an inspection, as a text names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from councilbrief.evidence.inspections.main import tells_of_inspection
from councilbrief.evidence.speech.speakers import Cast
from councilbrief.evidence.texts.reading import Reading
from councilbrief.evidence.words import either

_LEAD_INSPECTOR = re.compile(r"\blead inspector\b", re.IGNORECASE)
# `Lead inspector: NAME`, `His Majesty’s Inspector NAME`
_TITLED = re.compile(
    r"\b(?:[Ll]ead [Ii]nspector|(?:Her|His) Majesty[’']s Inspector):? "
    r"(?P<name>[A-Z][^\W\d_]+(?:[’'-][A-Z]?[^\W\d_]+)*"
    r"(?: [A-Z][^\W\d_]+(?:[’'-][A-Z]?[^\W\d_]+)*){1,2})\b"
)
_LED_BY = re.compile(
    r"\bled by (?P<called>(?:(?:the|its|an?|His Majesty[’']s|Her Majesty[’']s) )?"
    r"(?:(?:lead|senior) )?(?:[Ii]nspector|HMI),? )?"
    r"(?:(?:the|its|an?) )?"
)
_FURTHER_NAME = re.compile(r",? and ")
# `NAME` before ` led the inspection`, `, who headed up the inspection team`
_LEADS = re.compile(
    r",?(?: (?:HMI|who|and|an? [\w ]{2,30},))*,? (?:led|headed(?: up)?|leads)"
    r" (?:the|this|its|our|Ofsted[’']s) (?:[\w-]+ ){0,3}?"
    r"(?:re-?)?(?:inspection|inspectors|inspection team|visit)\b"
)
# `A team of six was ` at the head of a sentence that goes on to say that it came
_TEAM = re.compile(r"\W*(?:An?|The|Its) team(?: of \w+)?(?: was|,)? ")
_ON_SITE = re.compile(
    r"\b(?:on site|(?:was|were|came|spent [\w ]{2,20}) (?:here|in (?!charge|post|place))|visited|inspected)\b"
)
# what is led where an inspection is, and what is not
_INSPECTION = re.compile(either("inspections", "led"), re.IGNORECASE)
_ELSE = re.compile(rf"\b{either('inspections', 'not_led')}\b", re.IGNORECASE)


def lead_inspectors(reading: Reading, cast: Cast) -> tuple[str, ...]:
    """Return the people whom the text calls lead inspector, or says to have led the inspection."""
    called = [
        person.words
        for person in cast.people
        if person.role and person.role.role and _LEAD_INSPECTOR.search(person.role.role.slice(reading.text))
    ]
    return tuple(dict.fromkeys([*called, *_leading(reading, cast)])) or _titled(reading)


def _titled(reading: Reading) -> tuple[str, ...]:
    """Return the only person whom a text gives the title of an inspector; none of several."""
    names = tuple(dict.fromkeys(match["name"] for match in _TITLED.finditer(reading.text)))
    return names if len(names) == 1 else ()


def _leading(reading: Reading, cast: Cast) -> Iterator[str]:
    """Yield the people by whom a text says that an inspection was led: `led by A Name`, `A Name led it`."""
    text = reading.narration
    for person in cast.people:
        if _LEADS.match(text, person.span.end):
            yield person.words
    people = {person.span.start: person for person in cast.people}
    for match in _LED_BY.finditer(text):
        sentence = reading.sentence_at(match.start()).span
        at = match.end()
        lead = text[sentence.start : match.start()]
        came = _TEAM.fullmatch(lead) and _ON_SITE.search(text, at, sentence.end)
        led = match["called"] or came or _leads_inspection(lead)
        while at in people and led and tells_of_inspection(sentence.slice(text)):
            yield people[at].words
            further = _FURTHER_NAME.match(text, people[at].span.end)
            at = further.end() if further else -1


def _leads_inspection(lead: str) -> bool:
    """Say whether words before `led by` speak of an inspection, and of nothing else after it."""
    last = max((match.end() for match in _INSPECTION.finditer(lead)), default=-1)
    return last >= 0 and _ELSE.search(lead, last) is None
