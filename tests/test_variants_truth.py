"""The truth about the seeds' variants is itself checked: a finder is measured against it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from articles import ArticleTruth, FindingTruth, QuotationTruth, plain_text
from councilbrief.evidence.facts import Area, Grade
from councilbrief.provenance import PartialDate
from variants import SEEDS, Variant, unchanged, variants
from variants.page import healed

COUNT = 200
FOLDER = Path(__file__).parents[1] / "seeds"
EACH_SEED = pytest.mark.parametrize("seed", SEEDS)
LEGAL = {
    "apc-2012": {"outstanding", "good", "adequate", "inadequate"},
    "ilacs-2018": {"outstanding", "good", "requires improvement to be good", "inadequate"},
    "ilacs-2023": {"outstanding", "good", "requires improvement to be good", "inadequate"},
    "ilacs-2026": {
        "outstanding",
        "good",
        "requires improvement to be good",
        "inadequate",
        "no overall grade",
    },
    "focused-visit": set(),
}
AREAS = {
    "apc-2012": {"overall", "leaders", "help_protection", "quality_of_practice"},
    "ilacs-2018": {"overall", "leaders", "help_protection", "in_care_and_care_leavers"},
    "ilacs-2023": {"overall", "leaders", "help_protection", "in_care", "care_leavers"},
    "ilacs-2026": {"overall", "leaders", "help_protection", "in_care", "care_leavers"},
    "focused-visit": set(),
}
ERAS = {
    "apc-2012": ("2012-06", "2013-10"),
    "ilacs-2018": ("2018-01", "2022-12"),
    "ilacs-2023": ("2023-01", "2026-03"),
    "ilacs-2026": ("2026-04", "2026-12"),
    "focused-visit": ("2018-01", "2026-12"),
}


@cache
def _made(seed: str) -> tuple[Variant, ...]:
    """Return the seed itself and its first variants."""
    return (unchanged(seed), *variants(seed, COUNT))


def _every(seed: str) -> Iterator[tuple[Variant, ArticleTruth]]:
    for variant in _made(seed):
        yield variant, variant.truth


@EACH_SEED
def test_unchanged_it_is_the_seed_byte_for_byte(seed: str) -> None:
    (path,) = FOLDER.glob(f"{seed}_*.txt")
    assert unchanged(seed).text == path.read_bytes()


@EACH_SEED
def test_a_number_gives_the_same_variant_however_it_is_asked_for(seed: str) -> None:
    assert tuple(variants(seed, 3, start=7)) == _made(seed)[8:11]


@EACH_SEED
def test_all_variants_differ(seed: str) -> None:
    assert len({variant.text for variant in _made(seed)}) == COUNT + 1
    assert len({variant.truth.council for variant in _made(seed)}) > COUNT / 4


@EACH_SEED
def test_what_is_expected_stands_in_the_repaired_text(seed: str, tmp_path: Path) -> None:
    path = tmp_path / "variant.txt"
    missing = []
    for variant, truth in _every(seed):
        path.write_bytes(variant.text)
        text = plain_text(path)
        missing += [
            (variant.id, words)
            for words in truth.words
            if words not in text and not _is_named_so(truth, words)
        ]
    assert missing == []


def _is_named_so(truth: ArticleTruth, words: str) -> bool:
    """Say whether the words only name who wrote a document that is quoted."""
    return any(words == quotation.speaker and quotation.accept for quotation in truth.quotations)


@EACH_SEED
def test_expected_words_are_trimmed(seed: str) -> None:
    for _, truth in _every(seed):
        assert all(words and words == " ".join(words.split()) for words in truth.words)
        for finding in truth.strengths + truth.improvements:
            assert finding.text[0].isalnum()
            assert not finding.text.endswith((".", ";", ",", " and"))


@EACH_SEED
def test_no_slot_is_left_open(seed: str) -> None:
    for variant, truth in _every(seed):
        assert not re.search(r"[{}]|\bNone\b", variant.text.decode())
        assert "€" not in " ".join(truth.words)


@EACH_SEED
def test_grades_and_areas_are_those_of_the_framework(seed: str) -> None:
    for _, truth in _every(seed):
        framework = truth.inspection.framework
        assert framework is not None
        assert set(truth.judgements) <= AREAS[framework] <= set(Area)
        assert set(truth.judgements.values()) <= LEGAL[framework] <= set(Grade)
        assert {grade.grade for grade in truth.earlier} <= LEGAL[framework]
        assert truth.inspection.graded is bool(LEGAL[framework])


@EACH_SEED
def test_the_rule_about_inadequate_areas_holds_where_an_overall_grade_is_stated(seed: str) -> None:
    for variant, truth in _every(seed):
        areas = {grade for area, grade in truth.judgements.items() if area != "overall"}
        overall = truth.judgements.get("overall")
        if overall not in (None, "no overall grade"):
            assert ("inadequate" in areas) <= (overall == "inadequate"), variant.id


@EACH_SEED
def test_dates_are_dates_of_the_framework_and_run_forwards(seed: str) -> None:
    for variant, truth in _every(seed):
        inspection, source = truth.inspection, variant.source
        told = [PartialDate.parse(date) for date in (inspection.start, inspection.end) if date]
        published = source.published
        assert published is not None
        if source.inspected is not None:
            told.append(source.inspected.value)
        first, last = ERAS[str(inspection.framework)]
        for date in told:
            assert first[: len(date.iso())] <= date.iso()[:7] <= last
            assert date.earliest() <= published.value.latest()
        if truth.published is not None:
            assert PartialDate.parse(truth.published) == published.value
            assert published.is_stated
        else:
            assert not published.is_stated


@EACH_SEED
def test_speakers_are_named_without_titles_and_paragraphs_without_marks(seed: str) -> None:
    for _, truth in _every(seed):
        for quotation in truth.quotations:
            assert not (quotation.speaker or "").startswith(("Cllr ", "Clr ", "Coun ", "Councillor ", "Dr "))
            for paragraph in quotation.paragraphs:
                assert paragraph[0] not in "“”\"‘'"
                assert paragraph[-1] not in '“”"'


@EACH_SEED
def test_nothing_expected_holds_what_must_never_be_said(seed: str) -> None:
    for _, truth in _every(seed):
        expected = [words for words in truth.words if words not in truth.never]
        assert [(noise, words) for noise in truth.never for words in expected if noise in words] == []


def _text(variant: Variant) -> str:
    return variant.text.decode()


VARIETY: dict[str, Callable[[Variant], object]] = {
    "DOS line ends": lambda v: "\r\n" in _text(v),
    "no blank lines": lambda v: "\n\n" not in _text(v).replace("\r", ""),
    "blank lines": lambda v: "\n\n" in _text(v).replace("\r", ""),
    "a lost space": lambda v: "€" in _text(v),
    "a non-breaking space": lambda v: "\u00a0" in _text(v),
    "a lost bullet": lambda v: re.search(r"[.;] l [A-Z]", _text(v)),
    "a caption in a name": lambda v: re.search(r"\d(ouncillor|llr|oun) ", _text(v)),
    "curly marks": lambda v: re.search(r"(said|added|stated): “", _text(v)),
    "straight marks": lambda v: re.search(r'(said|added|stated): "', _text(v)),
    "single marks": lambda v: re.search(r"(said|added|stated): [‘']", _text(v)),
    "a numeric date": lambda v: re.search(r"\d\d/\d\d/\d{4}", _text(v)),
    "a numbered list": lambda v: re.search(r"(?m)^ *2\. ", _text(v)),
    "a list without glyphs": lambda v: re.search(r"; and\r?\n[A-Z]", _text(v)),
    "no overall grade": lambda v: v.truth.judgements.get("overall") == "no overall grade",
    "an attack": lambda v: any(q.sensitive for q in v.truth.quotations),
    "a past role": lambda v: any(q.past for q in v.truth.quotations),
    "a lead inspector": lambda v: v.truth.inspection.lead_inspectors,
    "a speaker without title or role": lambda v: any(
        q.role is None for q in v.truth.quotations if not q.snippet
    ),
    "a surname with an apostrophe": lambda v: any(
        re.search("O[’']", q.speaker or "") for q in v.truth.quotations
    ),
    "a surname of two words": lambda v: any((q.speaker or "").count(" ") > 1 for q in v.truth.quotations),
    **{
        grade: lambda v, grade=grade: grade in v.truth.judgements.values()  # type: ignore[misc]  # bound now, not later
        for grade in ("outstanding", "good", "requires improvement to be good", "adequate", "inadequate")
    },
}


@pytest.mark.parametrize("what", VARIETY)
def test_the_variants_vary(what: str) -> None:
    assert sum(bool(VARIETY[what](variant)) for seed in SEEDS for variant in _made(seed)[1:]) >= 3


def _gold() -> list[dict[str, Any]]:
    corpus = os.environ.get("COUNCILBRIEF_CORPUS")
    if not corpus:
        pytest.skip(
            "COUNCILBRIEF_CORPUS names no folder that holds gold/: the seeds' labels are not compared"
        )
    gold: dict[str, Any] = json.loads((Path(corpus) / "gold" / "seeds.json").read_text(encoding="utf-8"))
    return list(gold["articles"])


def _trimmed(entry: str | dict[str, str]) -> str:
    text = entry if isinstance(entry, str) else entry["text"]
    return " ".join(healed(text).split()).rstrip(".;,")


AREA_WORDS = {
    "The impact of leaders on social work practice with children and families": "leaders",
    "The experiences and progress of children who need help and protection": "help_protection",
    "The experiences and progress of children in care": "in_care",
    "The experiences and progress of care leavers": "care_leavers",
    "Quality of practice": "quality_of_practice",
    "The effectiveness of the help and protection provided to children, young people, families and carers": "help_protection",
    "Leadership and governance": "leaders",
    "Overall effectiveness": "overall",
}


@EACH_SEED
def test_unchanged_its_truth_is_that_of_the_labels(seed: str) -> None:
    (gold,) = (article for article in _gold() if article["file"].startswith(seed))
    truth = unchanged(seed).truth
    assert gold["council"] == f"{truth.council} Council"
    stated = {AREA_WORDS[j["area"]]: j["grade"] for j in gold["judgements"] if j["stated"]}
    assert truth.judgements == stated
    assert sorted(_required(truth.strengths)) == sorted(map(_trimmed, gold["strengths"]))
    assert sorted(_required(truth.improvements)) == sorted(map(_trimmed, gold["improvements"]))
    assert truth.published in (gold["published"], None)
    labelled = gold["inspection"]
    assert labelled["start"] in (truth.inspection.start, None)
    assert labelled["end"] in (truth.inspection.end, None)
    quotations = [q for q in truth.quotations if not q.snippet]
    assert len(quotations) == len(gold["quotes"])
    for told, quote in zip(quotations, gold["quotes"], strict=True):
        _assert_same(told, quote)
    noise = " ".join(gold["noise"])
    assert all(words in noise for words in truth.never)


def _required(findings: tuple[FindingTruth, ...]) -> list[str]:
    return [finding.text for finding in findings if not finding.optional]


def _assert_same(told: QuotationTruth, quote: dict[str, Any]) -> None:
    assert told.speaker == quote["speaker"]
    assert list(told.paragraphs) == [" ".join(p.get("clean", p["text"]).split()) for p in quote["paragraphs"]]
    assert told.party == quote.get("party")
    # Labels write roles with straight marks and gloss a past one; a document has none.
    if told.role is not None:
        assert told.role.replace("’", "'") in quote["role"].replace("’", "'")
    if told.organisation is not None:
        assert told.organisation == quote["organisation"]
