"""The scoring keeps the corpus's conventions, and tells what a change gains and what it loses."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from articles import (
    ArticleTruth,
    FindingTruth,
    InspectionTruth,
    QuotationTruth,
    load_articles,
    plain_text,
    repaired,
)
from councilbrief.documents.from_text import read_text
from councilbrief.evidence.gather import gather
from councilbrief.provenance import Source
from scoring import ROOT, revisions
from scoring.changes import changes
from scoring.corpus import as_press, as_quotes, load_scorer
from scoring.drawing import drawn
from scoring.facts import facts, read_facts
from scoring.gold import Gold, press, quotes
from scoring.judging import judge
from scoring.likeness import same_speaker, similar
from scoring.sets import truths
from scoring.verdicts import Figures, State, Verdict, figures, misses, wrong_speakers

CHECKOUTS = ["git", "worktree", "list", "--porcelain"]
CORPUS = os.environ.get("COUNCILBRIEF_CORPUS")
TEXT = """Durham County Council has been rated good by Ofsted, it was announced on 3 May 2024.

“We are delighted with what our teams have done here,” said Cllr Ann Lee.

“There is more to do before the winter is over,” said Joe Lee, a foster carer.
"""


def quotation(words: str, speaker: str | None, *, optional: bool = False, accept: str = "") -> QuotationTruth:
    return QuotationTruth(
        paragraphs=(words,),
        speaker=speaker,
        role=None,
        organisation=None,
        organisation_inferred=False,
        party=None,
        snippet=False,
        optional=optional,
        sensitive=False,
        accept=tuple(accept.split()),
    )


TRUTH = ArticleTruth(
    id="made",
    path=Path("made.txt"),
    council="Durham",
    kind="article",
    published=None,
    inspection=InspectionTruth(None, None, None, graded=True, lead_inspectors=()),
    judgements={"overall": "good"},
    earlier=(),
    elsewhere=(),
    strengths=(FindingTruth("staff know children well", prose=True),),
    improvements=(),
    quotations=(
        quotation("We are delighted with what our teams have done here,", "Ann Lee"),
        quotation("There is more to do before the winter is over,", "Joe Lee"),
    ),
    never=("Hide Ad",),
)


def made(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - facts are JSON
    told = read_text(TEXT.encode(), Source("made", "made.txt", ""))
    return {**facts(gather(told), told), **changed}


def said(words: str, speaker: str | None, text: str = TEXT) -> dict[str, Any]:
    start = text.index(words)
    return {"speaker": speaker, "spans": [[start, start + len(words)]], "rule": "by-hand"}


def states(found: Sequence[Verdict], kind: str) -> list[State]:
    return [one.state for one in found if one.kind == kind]


def test_what_the_finders_say_of_a_plain_text_is_judged_right() -> None:
    found = judge(TRUTH, made())
    assert states(found, "quotations") == [State.RIGHT, State.RIGHT]
    assert states(found, "judgements") == [State.RIGHT]
    assert states(found, "council") == [State.RIGHT]


def test_a_grade_that_nobody_gave_and_one_that_is_another() -> None:
    grade = {"current": True, "stated": True, "inspection": None}
    told = [
        {"area": "overall", "grade": "inadequate", **grade},
        {"area": "leaders", "grade": "good", **grade},
    ]
    found = [one for one in judge(TRUTH, made(judgements=told, inspections=[])) if one.kind == "judgements"]
    assert {one.words: one.state for one in found} == {"leaders": State.FALSE, "overall": State.WRONG}
    assert figures(found, "judgements") == Figures(right=0, said=2, there=1)


def test_a_wrong_speaker_is_told_apart_from_one_who_is_not_identified() -> None:
    first, second = TRUTH.quotations
    told = [said(first.paragraphs[0], "Joe Lee", TEXT), said(second.paragraphs[0], None, TEXT)]
    found = judge(TRUTH, made(quotations=told), ["quotations"])
    assert states(found, "quotations") == [State.WRONG, State.UNNAMED]
    assert wrong_speakers(found) == 1
    assert next(misses(found)) == (
        "made: quotations: wrong speaker (said Joe Lee, truth Ann Lee): "
        "We are delighted with what our teams have done here [by-hand]"
    )


@pytest.mark.parametrize(
    ("said_role", "title", "true_role", "state"),
    [
        ("cabinet member for children", None, "Cabinet Member for Children", State.RIGHT),
        ("leader of Durham County Council", None, "leader", State.RIGHT),
        ("leader", None, "Leader of Durham County Council", State.RIGHT),
        ("leader", None, "leader of the opposition", State.WRONG),
        (None, "Superintendent", "Superintendent", State.RIGHT),
        (None, "Cllr", "leader", State.MISSED),
        ("leader", None, "director", State.WRONG),
    ],
)
def test_a_role_is_right_if_it_lacks_no_more_than_whose_it_is(
    said_role: str | None, title: str | None, true_role: str, state: State
) -> None:
    first = replace(TRUTH.quotations[0], role=true_role)
    told = said(first.paragraphs[0], "Ann Lee")
    told |= {"role": said_role, "title": title, "organisation": "Durham County Council", "party": None}
    found = judge(replace(TRUTH, quotations=(first,)), made(quotations=[told]), ["quotations"])
    assert states(found, "roles") == [state]


def test_roles_are_judged_only_where_the_truth_tells_some() -> None:
    told = said(TRUTH.quotations[0].paragraphs[0], "Ann Lee") | {"role": "leader"}
    assert states(judge(TRUTH, made(quotations=[told]), ["quotations"]), "roles") == []


def test_a_quotation_needs_four_fifths_of_its_characters() -> None:
    whole = "We are delighted with what our teams have done here"
    most, part = said(whole.removeprefix("We are "), "Ann Lee"), said("our teams have done here", "Ann Lee")
    one = replace(TRUTH, quotations=TRUTH.quotations[:1])
    assert states(judge(one, made(quotations=[most])), "quotations") == [State.RIGHT]
    assert states(judge(one, made(quotations=[part])), "quotations") == [State.MISSED, State.FALSE]


def test_what_is_optional_counts_neither_way() -> None:
    words = "We are delighted with what our teams have done here"
    one = replace(TRUTH, quotations=(quotation(words, "Ann Lee", optional=True),))
    for told in ([], [said(words, "Joe Lee")], [said("delighted with what our teams have done", None)]):
        assert states(judge(one, made(quotations=told)), "quotations") == []


def test_under_four_words_nothing_is_a_quotation() -> None:
    told = [*made()["quotations"], said("has been rated", None)]
    assert states(judge(TRUTH, made(quotations=told)), "quotations") == [State.RIGHT, State.RIGHT]


def test_words_of_the_page_in_a_fact_are_noise() -> None:
    told = [{"words": "Hide Ad Staff know children well", "rule": "by-hand"}]
    found = judge(TRUTH, made(strengths=told))
    assert states(found, "strengths") == [State.RIGHT]
    assert states(found, "noise") == [State.FALSE]


def test_findings_are_the_same_by_likeness_and_clauses_by_what_they_share() -> None:
    listed = "The timeliness of assessments for children in private fostering"
    assert similar(listed, f"{listed};", prose=False) == 1.0
    assert similar(listed, "the timeliness of assessments", prose=False) == 0.0
    assert similar(listed, "the timeliness of assessments", prose=True) > 0.5
    assert similar(listed, "the timeliness of visits by nurses", prose=True) == 0.0


@pytest.mark.parametrize(
    ("truth", "accept", "name", "same"),
    [
        ("Ann Lee", (), "Cllr Lee", True),
        ("Ann Lee", (), "Ann Leeson", False),
        ("Ann Lee", (), "Joe Lee", False),
        ("Ann Lee", (), "Lee’s deputy", False),
        ("Inspectors", ("ofsted",), "Ofsted", True),
        (None, (), None, True),
        (None, (), "Ann Lee", False),
        ("Ann Lee", (), None, False),
    ],
)
def test_who_is_the_speaker(truth: str | None, accept: tuple[str, ...], name: str | None, same: bool) -> None:  # noqa: FBT001 - a table
    assert same_speaker(truth, accept, name, others=["Joe Lee"]) is same


def test_a_change_gains_what_is_better_and_loses_what_is_worse() -> None:
    def verdict(words: str, state: State) -> Verdict:
        return Verdict("made", "quotations", state, words)

    before = [verdict("one", State.MISSED), verdict("two", State.RIGHT), verdict("three", State.FALSE)]
    now = [verdict("one", State.RIGHT), verdict("two", State.WRONG), verdict("four", State.FALSE)]
    change = changes([*before, verdict("same", State.MISSED)], [*now, verdict("same", State.MISSED)])
    assert [re.findall("one|three", line)[0] for line in change.gained] == ["one", "three"]
    assert [re.findall("two|four", line)[0] for line in change.lost] == ["two", "four"]


def test_the_same_seed_draws_the_same_quotations_with_the_lines_around_them() -> None:
    found = [facts_ for one in truths("1-50")[:5] for facts_ in read_facts(one.path)]
    lines = list(drawn(found, 4, seed=7))
    assert lines == list(drawn(found, 4, seed=7)) != list(drawn(found, 4, seed=8))
    assert sum("speaker: " in line for line in lines) == 4
    assert sum("⟦" in line for line in lines) >= 4


def test_a_revision_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="no revision 'no-such-branch'"):
        revisions.commit_of("no-such-branch")


def test_a_commit_reads_a_text_once_and_leaves_the_checkout_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout: there are no revisions to read with")
    monkeypatch.setattr(revisions, "KEPT", tmp_path)
    (text,) = (one.path for one in truths("1-50")[:1])
    commit = revisions.commit_of("HEAD")
    before = subprocess.run(CHECKOUTS, cwd=ROOT, capture_output=True, check=True).stdout
    first = revisions.facts_at(commit, [text])
    assert first[text]["quotations"]
    monkeypatch.setattr(revisions, "READER", tmp_path / "nothing-reads-now.py")
    assert revisions.facts_at(commit, [text]) == first
    assert subprocess.run(CHECKOUTS, cwd=ROOT, capture_output=True, check=True).stdout == before


def test_the_text_of_a_truth_may_be_a_page_or_a_document(tmp_path: Path) -> None:
    truth = truths("1-50")[0].path.with_suffix(".yaml").read_bytes()
    for name in ("7-page", "8-letter"):
        (tmp_path / f"{name}.yaml").write_bytes(truth)
    (tmp_path / "7-page.html").write_text(
        "<head><title>Menu</title></head><p>Staff\n <b>know</b> children&nbsp;well.<p>“So we do.”", "utf-8"
    )
    with pytest.raises(FileNotFoundError, match=r"8-letter\.yaml has no text beside it"):
        load_articles(tmp_path)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    runs = "<w:p><w:r><w:t>Staff </w:t></w:r><w:r><w:t>know.</w:t></w:r></w:p><w:p><w:r><w:t>So</w:t></w:r></w:p>"
    with zipfile.ZipFile(tmp_path / "8-letter.docx", "w") as parts:
        parts.writestr(
            "word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{runs}</w:body></w:document>'
        )
    page, letter = load_articles(tmp_path)
    assert plain_text(page.path) == "Staff know children well. “So we do.”"
    assert repaired(letter.path) == "Staff know.\nSo"


needs_corpus = pytest.mark.skipif(
    CORPUS is None, reason="COUNCILBRIEF_CORPUS is not set: no corpus to agree with"
)


def read(gold: Gold) -> list[dict[str, Any]]:
    return [one for text in gold.texts.texts for one in read_facts(text.path)]


@needs_corpus
def test_articles_are_judged_as_the_corpus_does() -> None:
    folder = Path(CORPUS or "", "gold")
    gold = press(folder)
    found = read(gold)
    product = {one["id"]: as_press(each, one["text"]) for one, each in zip(gold.labels, found, strict=True)}
    counts, told, _ = load_scorer(folder / "press" / "score_press.py").score(gold.labels, product)
    ours = gold.texts.verdicts({text.path: one for text, one in zip(gold.texts.texts, found, strict=True)})
    for kind, short in (("judgements", "j"), ("strengths", "strengths"), ("improvements", "improvements")):
        theirs = Figures(*(counts[f"{short}_{what}"] for what in ("tp", "said", "gold")))
        assert figures(ours, kind) == theirs, kind
    assert figures(ours, "quotations").f1 == pytest.approx(told["jF1"])
    assert wrong_speakers(ours) == told["wrong"]


@needs_corpus
def test_quotations_are_judged_as_the_corpus_does() -> None:
    folder = Path(CORPUS or "", "gold")
    gold = quotes(folder, "press")
    found = read(gold)
    product = [
        {"id": one["id"], **as_quotes(each, one["text"])}
        for one, each in zip(gold.labels, found, strict=True)
    ]
    told = load_scorer(folder / "quotes" / "score.py").score(gold.labels, product)
    ours = gold.texts.verdicts({text.path: one for text, one in zip(gold.texts.texts, found, strict=True)})
    reached = figures(ours, "quotations")
    assert (reached.said, reached.there) == (told["sys"], told["gold"])
    assert reached.f1 == pytest.approx(told["jF1"])
    assert wrong_speakers(ours) == told["wrong"]
