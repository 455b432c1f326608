"""The corpus's press texts as sets of texts, their truths in the form of those of our own articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from articles import ArticleTruth, FindingTruth, InspectionTruth, QuotationTruth, repaired_text
from councilbrief.documents.library import Entry, open_library
from councilbrief.evidence.councils.register import Resolved, register
from councilbrief.evidence.facts import Grade
from councilbrief.evidence.inspections.frameworks import frameworks
from scoring import ROOT
from scoring.corpus import file_name, load_lines, press_lines, quotation_lines
from scoring.judging import WORDS_OF_NOISE, Json, judge
from scoring.likeness import plain
from scoring.sets import Text, TextSet
from scoring.verdicts import Verdict

WRITTEN = ROOT / "build" / "texts"
SEEDS = ROOT / "seeds"
KINDS = ("council", "published", "dates", "judgements", "strengths", "improvements", "quotations", "noise")
"""What the corpus's labels of articles tell."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A set of the corpus: its labels, its texts, and what its own scorer makes of their facts."""

    labels: Sequence[Json]
    texts: TextSet
    lines: Callable[[Sequence[Json]], Iterable[str]]


def quotes(gold: Path, name: str) -> Gold:
    """Return a set of texts of which only the quotations are labelled: `press` or `seeds`."""
    labels = load_lines(gold / "quotes" / f"{name}.jsonl")
    told = f"quotes/{name}"
    texts = _written(told, labels, ("quotations",))
    return Gold(labels, texts, lambda found: quotation_lines(gold / "quotes", told, labels, found))


def press(gold: Path) -> Gold:
    """Return the labelled articles and releases."""
    labels = load_lines(gold / "press" / "dev.jsonl")
    texts = _written("press/dev", labels, KINDS)
    return Gold(labels, texts, lambda found: press_lines(gold / "press", "press/dev", labels, found))


def seeds(gold: Path) -> Gold:
    """Return the project's own seeds, read as the library that they are."""
    told = json.loads((gold / "seeds.json").read_text(encoding="utf-8"))["articles"]
    entries = {entry.path.name: entry for entry in open_library(SEEDS).entries}
    labels = [seed_article(one, entries[one["file"]]) for one in told]
    texts = tuple(
        Text(path, SEEDS, _judge(one, path, KINDS)) for one in labels for path in (SEEDS / one["id"],)
    )
    name = "seeds (a true finding that the gold lacks counts as false)"
    return Gold(
        labels, TextSet("seeds", texts), lambda found: press_lines(gold / "press", name, labels, found)
    )


def _written(name: str, labels: Sequence[Json], kinds: tuple[str, ...]) -> TextSet:
    """Write the texts of a set into files of their own, as what is read are files."""
    folder = WRITTEN / name
    folder.mkdir(parents=True, exist_ok=True)
    texts = []
    for one in labels:
        path = folder / file_name(one["id"])
        path.write_bytes(one["text"].encode())
        texts.append(Text(path, path, _judge(one, path, kinds)))
    return TextSet(name, tuple(texts))


def _judge(label: Json, path: Path, kinds: tuple[str, ...]) -> Callable[[Json], tuple[Verdict, ...]]:
    told = truth(label, path)
    return lambda facts: judge(told, _graded(facts), kinds)


def _graded(facts: Json) -> Json:
    """Leave out what the corpus takes for no grade: that there is none."""
    given = [one for one in facts["judgements"] if one["grade"] not in {Grade.NOT_JUDGED, Grade.NO_OVERALL}]
    return {**facts, "judgements": given}


def truth(label: Json, path: Path) -> ArticleTruth:
    """Return the truth that a label tells, its words repaired as a reader sees them."""
    month = label.get("inspection_month")
    dates = InspectionTruth(
        start=label.get("inspection_start") or month,
        end=label.get("inspection_end") or month,
        framework=None,
        graded=None,
        lead_inspectors=(),
    )
    accepted = [date for date in label.get("published_accept", ()) if date]
    return ArticleTruth(
        id=label["id"],
        path=path,
        council=label.get("council"),
        kind=label.get("kind"),
        published=label.get("published") or next(iter(accepted), None),
        inspection=dates,
        judgements={one["area"]: one["grade"] for one in label.get("judgements", ())},
        earlier=(),
        elsewhere=(),
        strengths=tuple(_finding(one) for one in label.get("strengths", ())),
        improvements=tuple(_finding(one) for one in label.get("improvements", ())),
        quotations=tuple(_quotation(one) for one in label["quotes"]),
        never=tuple(
            line
            for line in label.get("noise", ())
            if len(plain(repaired_text(line)).split()) >= WORDS_OF_NOISE
        ),
    )


def _finding(one: Json) -> FindingTruth:
    return FindingTruth(
        repaired_text(one["text"]), prose=one.get("prose", False), optional=one.get("optional", False)
    )


def _quotation(one: Json) -> QuotationTruth:
    return QuotationTruth(
        paragraphs=(repaired_text(one["text"]),),
        speaker=one["speaker"],
        role=one.get("role"),
        organisation=one.get("organisation"),
        organisation_inferred=False,
        party=None,
        snippet=False,
        optional=one.get("optional", False),
        sensitive=False,
        accept=tuple(one.get("accept", ())),
    )


def seed_article(one: Json, entry: Entry) -> Json:
    """Write a hand-labelled seed in the form of the scorer of articles.

    A date that the text lacks is none of the finders' work: what the library says of it is right.
    """
    inspection, council, source = one["inspection"], register().resolve(one["council"]), entry.source
    stated = [{**each, "area": area_of(each["area"])} for each in one["judgements"] if each["stated"]]
    return {
        "id": one["file"],
        "text": entry.path.read_text(encoding="utf-8"),
        "gss": council.council.gss if isinstance(council, Resolved) else None,
        "council": one["council"],
        "council_accept": [],
        "published": one["published"],
        "published_accept": [source.published.value.iso() if source.published else None],
        "inspection_start": inspection["start"],
        "inspection_end": inspection["end"],
        "inspection_month": source.inspected.value.iso() if source.inspected else None,
        "group": "graded" if stated else "ungraded",
        "framework_hint": None,
        "judgements": stated,
        "previous_judgements": [],
        "strengths": [_seed_finding(each) for each in one["strengths"]],
        "improvements": [_seed_finding(each) for each in one["improvements"]],
        "quotes": [
            {"text": paragraph["text"], "speaker": quotation["speaker"]}
            for quotation in one["quotes"]
            for paragraph in quotation["paragraphs"]
        ],
        "noise": [each if isinstance(each, str) else each["text"] for each in one["noise"]],
    }


def _seed_finding(one: Json | str) -> Json:
    """Return a finding with its words, and whether they are a clause in prose."""
    if isinstance(one, str):
        return {"text": one}
    return {"text": one.get("clean", one["text"]), "prose": not one.get("form", "list").startswith("list")}


def area_of(wording: str) -> str:
    """Return the key of an area by its wording in any framework; raise KeyError for another wording."""
    known = {_bare(each.wording): each.area for one in frameworks().values() for each in one.areas}
    return known[_bare(wording)].value


def _bare(wording: str) -> str:
    return wording.casefold().removeprefix("the ")


GOLD: Mapping[str, Callable[[Path], Gold]] = {
    "quotes/press": lambda gold: quotes(gold, "press"),
    "quotes/seeds": lambda gold: quotes(gold, "seeds"),
    "press/dev": press,
    "seeds": seeds,
}
"""The corpus's sets of articles, made from its folder of labels."""
