from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from councilbrief.documents.document import Document
from councilbrief.documents.from_text import read_text
from councilbrief.documents.library import Entry, open_library
from councilbrief.evidence.facts import (
    Area,
    Evidence,
    Finding,
    Grade,
    Inspection,
    Judgement,
    Polarity,
    Quotation,
    Quoted,
    Remark,
    RemarkKind,
    Speaker,
    Voice,
)
from councilbrief.evidence.gather import gather
from councilbrief.evidence.inspections.frameworks import frameworks
from councilbrief.evidence.record import FACTS, record, unread_record
from councilbrief.problems import Problem, Severity
from councilbrief.provenance import Dated, DocumentKind, PartialDate, Source, Span
from scoring.corpus import as_press, as_quotes, as_report

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "src/councilbrief/evidence/extract.schema.json").read_text(encoding="utf-8"))
SEEDS = open_library(ROOT / "seeds").entries
DIGEST = "0f" * 32
TEXT = """Ofsted told Anytown of its inspection in March 2013.

• Children get “good” help.

Councillor Ann Lee (Lab), leader of Anytown Council, said: “We are glad.

“We thank our staff.”
"""


def check(data: object) -> None:
    jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft7Validator)


def enum_of(*keys: str) -> set[str | None]:
    part: Any = SCHEMA["properties"]
    for key in keys:
        part = part[key]
    return set(part["enum"])


def test_the_schema_is_draft_7_and_names_what_the_code_knows() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    items = ("judgements", "items", "properties")
    assert enum_of(*items, "area") == {area.value for area in Area}
    assert enum_of(*items, "grade") == {grade.value for grade in Grade}
    assert enum_of("strengths", "items", "properties", "area") == {*(area.value for area in Area), None}
    assert enum_of("kind") == {*(kind.value for kind in DocumentKind), None}
    assert enum_of("inspections", "items", "properties", "framework") == {*frameworks(), None}


def test_every_key_is_documented() -> None:
    documented = (ROOT / "docs" / "extract.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| (`[^|]+`) \| (.+) \|$", documented, re.MULTILINE))
    for key, part in SCHEMA["properties"].items():
        (row,) = (what for keys, what in rows.items() if f"`{key}`" in keys)
        inner = part.get("items", {}).get("properties", {}) if isinstance(part, dict) else {}
        assert [name for name in inner if f"`{name}`" not in row] == []


@pytest.mark.parametrize("entry", SEEDS, ids=lambda entry: entry.source.id)
def test_a_seeds_words_stand_where_its_record_says(entry: Entry) -> None:
    data = entry.path.read_bytes()
    document = read_text(data, entry.sealed(data))
    found = json.loads(json.dumps(record(gather(document), document, with_text=True)))
    check(found)
    text = found["text"]
    facts = [fact for key in FACTS[1:] for fact in found[key]]
    assert facts
    assert [fact["words"] for fact in facts if text[fact["start"] : fact["end"]] != fact["words"]] == []
    for fact in facts:
        if "source_spans" in fact:
            original = "".join(document.original[start:end] for start, end in fact["source_spans"])
            assert letters(original) == letters(fact["words"])


def letters(text: str) -> str:
    return "".join(re.findall(r"\w", text))


@pytest.fixture
def document() -> Document:
    source = Source(
        "a",
        "a.txt",
        DIGEST,
        title="Anytown",
        publisher="Anytown Council",
        kind=DocumentKind.RELEASE,
        published=Dated(PartialDate(2013, 5)),
    )
    return read_text(TEXT.encode(), source)


def quoted(document: Document, *pieces: str) -> Quoted:
    spans = [Span(at, at + len(piece)) for piece in pieces for at in (document.text.index(piece),)]
    whole = Span(spans[0].start, spans[-1].end)
    return Quoted(document[whole], document.place(whole, tuple(spans)))


@pytest.fixture
def evidence(document: Document) -> Evidence:
    help_ = quoted(document, "Children get “good” help")
    return Evidence(
        document.source,
        inspections=(
            Inspection(
                None,
                None,
                Dated(PartialDate(2013, 3), "inferred: by hand"),
                None,
                "apc-2012",
                "inferred: by hand",
                graded=None,
                told=quoted(document, "its inspection in March 2013"),
                rule="by-hand",
                lead_inspectors=("Ann Lee",),
                length="short",
            ),
        ),
        judgements=(
            Judgement(
                Area.HELP_PROTECTION, Grade.NO_OVERALL, help_, "by-hand", 0, current=False, stated=False
            ),
        ),
        remarks=(Remark(RemarkKind.OPENING, help_, "by-hand", 0),),
        strengths=(Finding(Polarity.STRENGTH, help_, help_, Voice.PRESS, "by-hand", group="lscb"),),
        quotations=(
            Quotation(
                quoted(document, "We are glad.", "We thank our staff."),
                ("We are glad.", "We thank our staff."),
                Speaker(
                    "Ann Lee",
                    quoted(document, "Ann Lee").place,
                    role="leader",
                    organisation="Anytown Council",
                    party="Lab",
                ),
                "by-hand",
                cue=quoted(document, "Ann Lee"),
            ),
            Quotation(quoted(document, "good"), ("good",), None, "by-hand", snippet=True),
        ),
        problems=(Problem(Severity.WARNING, "no-council", "no council", "a.txt"),),
    )


def test_a_record_holds_what_the_facts_hold_and_null_for_the_rest(
    document: Document, evidence: Evidence
) -> None:
    found = record(evidence, document, with_text=False)
    check(found)
    assert found == {
        "path": "a.txt",
        "sha256": DIGEST,
        "kind": "release",
        "title": "Anytown",
        "publisher": "Anytown Council",
        "published": "2013-05",
        "published_basis": "stated",
        "problems": [{"severity": "warning", "key": "no-council", "message": "no council"}],
        "inspections": [
            {
                "council": None,
                "council_name": None,
                "framework": "apc-2012",
                "framework_basis": "inferred: by hand",
                "start": "2013-03",
                "end": None,
                "lead_inspectors": ["Ann Lee"],
                "length": "short",
                "graded": None,
            }
        ],
        "judgements": [
            {
                "area": "help_protection",
                "grade": "no overall grade",
                "words": "Children get “good” help",
                "start": 53,
                "end": 77,
                "page": None,
                "inspection": 0,
                "current": False,
                "stated": False,
            }
        ],
        "strengths": [
            {
                "words": "Children get “good” help",
                "start": 53,
                "end": 77,
                "source_spans": [[56, 80]],
                "page": None,
                "area": None,
                "group": "lscb",
            }
        ],
        "improvements": [],
        "quotations": [
            {
                "words": "We are glad.\n“We thank our staff.",
                "start": 139,
                "end": 172,
                "source_spans": [[143, 155], [158, 177]],
                "speaker": "Ann Lee",
                "role": "leader",
                "organisation": "Anytown Council",
                "party": "Lab",
                "rule": "by-hand",
                "cue": {"words": "Ann Lee", "start": 90, "end": 97},
                "page": None,
            },
            {
                "words": "good",
                "start": 67,
                "end": 71,
                "source_spans": [[70, 74]],
                "speaker": None,
                "role": None,
                "organisation": None,
                "party": None,
                "rule": "by-hand",
                "cue": None,
                "page": None,
            },
        ],
        "remarks": [
            {
                "kind": "opening",
                "words": "Children get “good” help",
                "start": 53,
                "end": 77,
                "source_spans": [[56, 80]],
                "page": None,
                "inspection": 0,
            }
        ],
    }
    assert record(evidence, document, with_text=True) == {**found, "text": document.text}


def test_an_unreadable_document_has_its_problems_only() -> None:
    source = Source("a", "a.txt", "", title="What the library says", kind=DocumentKind.REPORT)
    problem = Problem(Severity.ERROR, "empty-file", "the file is empty", "a.txt")
    found = unread_record(source, [problem], with_text=True)
    check(found)
    assert {key: value for key, value in found.items() if value} == {
        "path": "a.txt",
        "problems": [{"severity": "error", "key": "empty-file", "message": "the file is empty"}],
    }


def test_a_record_is_scored_by_its_current_grades_and_its_places(
    document: Document, evidence: Evidence
) -> None:
    found = record(evidence, document, with_text=False)
    found["inspections"][0]["end"] = "2013"
    assert [one["text"] for one in as_quotes(found, document.original)["quotes"]] == [
        "We are glad.",
        "We thank our staff.",
        "good",
    ]
    press = as_press(found, document.original)
    assert (press["inspection_start"], press["inspection_end"], press["judgements"]) == ("2013-03", None, {})
    grades = {"in_care_and_care_leavers": "good", "overall": "inadequate"}
    found["judgements"] = [
        {"area": area, "grade": grade, "inspection": 0, "current": True, "stated": True}
        for area, grade in grades.items()
    ]
    found["inspections"][0] |= {"framework": "ilacs-2018"}
    report = as_report(found)
    assert report["doc_type"] == "ilacs_short"
    assert {area: grade for area, grade in report["grades"].items() if grade} == {
        "overall": "inadequate",
        "in_care": "good",
    }
