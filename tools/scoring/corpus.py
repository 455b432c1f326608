"""The hand-checked texts that stand outside the project: their scorers, and what these read of a record."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from councilbrief.evidence.facts import Area
from scoring.judging import current_grades, main_inspection

Json = dict[str, Any]
GRADED_IN_REPORTS = ("overall", "leaders", "help_protection", "in_care", "care_leavers", "adoption", "lscb")
YEAR = 4  # characters of a date that is only a year


def quotation_lines(folder: Path, name: str, gold: Sequence[Json], found: Sequence[Json]) -> Iterator[str]:
    """Tell how quotations and their speakers are found, and how many are given to somebody else."""
    scorer = load_scorer(folder / "score.py")
    read = zip(gold, found, strict=True)
    quotes = [{"id": one["id"], **as_quotes(record, one["text"])} for one, record in read]
    told = scorer.score(gold, quotes)
    yield scorer.HEAD.removesuffix("s/1000art").rstrip()
    yield scorer.row(name, told)
    yield _named_wrongly(told)


def press_lines(folder: Path, name: str, gold: Sequence[Json], found: Sequence[Json]) -> Iterator[str]:
    """Tell how articles and releases are read: council, dates, grades, findings, quotations."""
    scorer = load_scorer(folder / "score_press.py")
    product = {one["id"]: as_press(record, one["text"]) for one, record in zip(gold, found, strict=True)}
    counts, quotes, _ = scorer.score(gold, product)
    lines, _, _ = scorer.report(name, counts, quotes)
    yield from lines
    yield _named_wrongly(quotes)


def report_lines(gold: Path, found: Sequence[Json], misses: int) -> Iterator[str]:
    """Tell how inspection reports are read: covers, grades and lists, then the strengths."""
    with tempfile.TemporaryDirectory() as place:
        product = Path(place) / "product.jsonl"
        lines = (f"{json.dumps(as_report(record))}\n" for record in found)
        product.write_text("".join(lines), encoding="utf-8")
        for scorer, option in (("reports", "--misses"), ("strengths", "--show")):
            command = [sys.executable, str(gold / scorer / "score.py"), str(product), option, str(misses)]
            told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - the corpus's own
            yield told.stdout.strip()


def _named_wrongly(told: Mapping[str, float]) -> str:
    share = told["wrong"] / (told["n_spk"] or 1)
    return f"named wrongly {told['wrong']} of {told['n_spk']} quotations found ({share:.1%})"


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


def exact(date: str | None) -> str | None:
    """Return a date, None for a year alone."""
    return date if date and len(date) > YEAR else None


def load_scorer(path: Path) -> Any:  # noqa: ANN401 - a module that mypy doesn't know
    """Import a scorer by its path; raise FileNotFoundError where there is none."""
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


def file_name(id_: str) -> str:
    """Return the name of the file that a text of the corpus is read from."""
    return f"{re.sub(r'[^A-Za-z0-9]', '-', id_)}.txt"
