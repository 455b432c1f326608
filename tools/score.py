"""Score the finders against hand-checked texts: `make score`, or `python tools/score.py --corpus FOLDER`.

The texts and the scorers are those of the corpus; this maps records, as `extract --json` prints
them, to what each scorer reads.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from councilbrief.builds.extraction import extract, read_record
from councilbrief.builds.reading import Read
from councilbrief.builds.shelf import Shelf
from councilbrief.evidence.councils import Resolved, register
from councilbrief.evidence.facts import Area
from councilbrief.evidence.frameworks import frameworks
from councilbrief.provenance import Source

Json = dict[str, Any]
ROOT = Path(__file__).parent.parent
CORPUS = "COUNCILBRIEF_CORPUS"
GRADED_IN_REPORTS = ("overall", "leaders", "help_protection", "in_care", "care_leavers", "adoption", "lscb")
YEAR = 4  # characters of a date that is only a year


def main(argv: Sequence[str] | None = None) -> int:
    """Print every scorer's figures; return 2 where there is no corpus."""
    parser = argparse.ArgumentParser(description="Score the finders against hand-checked texts.")
    parser.add_argument("--corpus", type=Path, default=os.environ.get(CORPUS), help=f"default: {CORPUS}")
    parser.add_argument("--misses", type=int, default=0, help="how many misses to list for each set")
    asked = parser.parse_args(argv)
    if asked.corpus is None or not (Path(asked.corpus) / "gold").is_dir():
        print(f"no corpus: set {CORPUS}, or give --corpus, a folder with gold/ in it", file=sys.stderr)
        return 2
    gold = Path(asked.corpus) / "gold"
    score_quotations(gold / "quotes")
    press = load_scorer(gold / "press" / "score_press.py")
    score_press(press, "press/dev", load_lines(gold / "press" / "dev.jsonl"), asked.misses)
    score_seeds(press, json.loads((gold / "seeds.json").read_text(encoding="utf-8")), asked.misses)
    score_reports(gold, Path(asked.corpus) / "reports", asked.misses)
    return 0


def score_quotations(folder: Path) -> None:
    """Score quotations and their speakers."""
    scorer = load_scorer(folder / "score.py")
    print(scorer.HEAD)
    for path in sorted(folder.glob("*.jsonl")):
        gold = load_lines(path)
        read = zip(gold, records(gold), strict=True)
        found = [{"id": one["id"], **as_quotes(record, one["text"])} for one, record in read]
        print(scorer.row(f"quotes/{path.stem}", scorer.score(gold, found)))
    print()


def score_press(scorer: Any, name: str, gold: Sequence[Json], misses: int) -> None:  # noqa: ANN401 - a module
    """Score articles and releases: council, dates, grades, findings, quotations."""
    found = {
        one["id"]: as_press(record, one["text"]) for one, record in zip(gold, records(gold), strict=True)
    }
    print_press(scorer, name, gold, found, misses)


def print_press(scorer: Any, name: str, gold: Sequence[Json], found: Json, misses: int) -> None:  # noqa: ANN401 - a module
    """Print what the scorer of articles says."""
    counts, quotes, missed = scorer.score(gold, found)
    lines, _, _ = scorer.report(name, counts, quotes)
    print("\n".join([*lines, *missed[:misses]]), end="\n\n")


def score_seeds(scorer: Any, gold: Json, misses: int) -> None:  # noqa: ANN401 - a module
    """Score the project's own seeds, as the library that they are, by the scorer of articles."""
    reads: dict[str, Read] = {}
    extract([ROOT / "seeds"], lambda read: reads.update({Path(read.source.path).name: read}))
    articles, found = [], {}
    for one in gold["articles"]:
        read = reads[one["file"]]
        record = read_record(read, with_text=True)
        original = read.document.original if read.document else ""
        articles.append(seed_article(one, original, read.source))
        found[one["file"]] = as_press(record, original)
    print_press(scorer, "seeds (a true finding that the gold lacks counts as false)", articles, found, misses)


def score_reports(gold: Path, folder: Path, misses: int) -> None:
    """Score inspection reports: covers, grades and lists, then the strengths."""
    found: list[Json] = []
    extract([folder], lambda read: found.append(read_record(read, with_text=False)))
    with tempfile.TemporaryDirectory() as place:
        product = Path(place) / "product.jsonl"
        product.write_text(
            "".join(f"{json.dumps(as_report(record))}\n" for record in found), encoding="utf-8"
        )
        for scorer, option in (("reports", "--misses"), ("strengths", "--show")):
            command = [sys.executable, str(gold / scorer / "score.py"), str(product), option, str(misses)]
            subprocess.run(command, check=True)  # noqa: S603 - the corpus's own scorer


def records(gold: Iterable[Json]) -> list[Json]:
    """Read each text as a file of its own, and return its record."""
    shelf, read = Shelf(), list[Read]()
    with tempfile.TemporaryDirectory() as place:
        for one in gold:
            path = Path(place) / f"{re.sub(r'[^A-Za-z0-9]', '-', one['id'])}.txt"
            path.write_bytes(one["text"].encode())
            extract([path], read.append, shelf)
    return [read_record(each, with_text=True) for each in read]


def as_quotes(record: Json, original: str) -> Json:
    """Return a record's quotations, one fragment a paragraph, by their places in the file."""
    return {
        "text": original,
        "quotes": [
            {"text": original[start:end], "start": start, "end": end, "speaker": quotation["speaker"]}
            for quotation in record["quotations"]
            for start, end in quotation["source_spans"]
        ],
    }


def as_press(record: Json, original: str) -> Json:
    """Return what the scorer of articles reads; of the grades only those that are current and stated."""
    main = main_inspection(record)
    return {
        "gss": main.get("council"),
        "published": record["published"],
        "inspection_start": exact(main.get("start")),
        "inspection_end": exact(main.get("end")),
        "judgements": current_grades(record),
        "strengths": [one["words"] for one in record["strengths"]],
        "improvements": [one["words"] for one in record["improvements"]],
        "quotes": as_quotes(record, original)["quotes"],
    }


def as_report(record: Json) -> Json:
    """Return what the scorers of reports read."""
    main = main_inspection(record)
    grades = current_grades(record)
    merged = grades.pop(Area.IN_CARE_AND_CARE_LEAVERS, None)
    if merged is not None:
        grades[Area.IN_CARE] = merged
    return {
        "file": record["path"],
        "published_date": record["published"],
        "inspection_start": main.get("start"),
        "inspection_end": main.get("end"),
        "doc_type": document_type(main),
        "lead_inspector": "; ".join(main.get("lead_inspectors", ())),
        "grades": {area: grades.get(area) for area in GRADED_IN_REPORTS},
        "strengths": [one["words"] for one in record["strengths"]],
        "improve": [one["words"] for one in record["improvements"]],
    }


def document_type(inspection: Json) -> str:
    """Return the scorer's name of a kind of report."""
    framework = inspection.get("framework") or ""
    if framework == "sif":
        return "sif_full"
    if framework.startswith("ilacs"):
        return f"ilacs_{inspection['length'] or 'standard'}"
    return "other"


def main_inspection(record: Json) -> Json:
    """Return the inspection that a document is about: the one it grades, else the first."""
    graded = [one["inspection"] for one in record["judgements"] if one["current"] and one["stated"]]
    inspections: list[Json] = record["inspections"]
    first = next((number for number in graded if number is not None), 0)
    return inspections[first] if inspections else {}


def current_grades(record: Json) -> dict[str, str]:
    """Return the grades that stand, by area."""
    return {one["area"]: one["grade"] for one in record["judgements"] if one["current"] and one["stated"]}


def exact(date: str | None) -> str | None:
    """Return a date, None for a year alone."""
    return date if date and len(date) > YEAR else None


def seed_article(one: Json, original: str, source: Source) -> Json:
    """Write a hand-labelled seed in the form of the scorer of articles.

    A date that the text lacks is none of the finders' work: what the library says of it is right.
    """
    inspection, council = one["inspection"], register().resolve(one["council"])
    stated = [{**each, "area": area_of(each["area"])} for each in one["judgements"] if each["stated"]]
    return {
        "id": one["file"],
        "text": original,
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
        "strengths": [finding(each) for each in one["strengths"]],
        "improvements": [finding(each) for each in one["improvements"]],
        "quotes": [
            {"text": paragraph["text"], "speaker": quotation["speaker"]}
            for quotation in one["quotes"]
            for paragraph in quotation["paragraphs"]
        ],
        "noise": [each if isinstance(each, str) else each["text"] for each in one["noise"]],
    }


def finding(one: Json | str) -> Json:
    """Return a finding with its words, and whether they are a clause in prose."""
    if isinstance(one, str):
        return {"text": one}
    return {"text": one.get("clean", one["text"]), "prose": not one.get("form", "list").startswith("list")}


def area_of(wording: str) -> str:
    """Return the key of an area by its wording in any framework; raise KeyError for another wording."""
    known = {bare(each.wording): each.area for one in frameworks().values() for each in one.areas}
    return known[bare(wording)].value


def bare(wording: str) -> str:
    """Level what does not count in the wording of an area."""
    return wording.casefold().removeprefix("the ")


def load_scorer(path: Path) -> Any:  # noqa: ANN401 - a module that mypy doesn't know
    """Import a scorer by its path."""
    spec = importlib.util.spec_from_file_location(f"scorer_{path.parent.name}", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True  # the corpus may be read-only
    spec.loader.exec_module(module)
    return module


def load_lines(path: Path) -> list[Json]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        raise SystemExit(main())
