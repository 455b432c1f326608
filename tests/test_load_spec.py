from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from councilbrief.briefing.audiences import USUAL
from councilbrief.briefing.load_spec import load_spec, load_spec_file
from councilbrief.briefing.output_name import output_name
from councilbrief.briefing.spec import SECTION_OPTIONS, Audience, SectionKey, SectionSpec, Spec
from councilbrief.problems import Problem, Severity, SpecError
from councilbrief.provenance import DocumentKind, PartialDate
from spec_files import MINIMAL, PACKAGE, ROOT, load, make_folder, publish, resolve, said


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


def sections(spec: Spec) -> dict[str, dict[str, object]]:
    return {s.key.value: s.model_dump(exclude={"key"}, exclude_none=True) for s in spec.sections}


def test_the_smallest_spec_gets_what_its_audience_usually_gets(folder: Path) -> None:
    spec = load(folder, MINIMAL).spec
    assert spec.audience is Audience.SCRUTINY
    assert tuple(section.key for section in spec.sections) == USUAL
    assert sections(spec)["quotations"] == {"limit": 8, "history": False, "sensitive": "hold"}


def test_every_key_is_typed(folder: Path) -> None:
    publish(folder / "lib", "release.txt", "Cheshire East Council")
    spec = load(
        folder,
        """
version: 1
council: E06000049
title: 2024
audience: ward
as_at: 2024-06-03
header:
  meeting: Full Council
  date: 12 June 2024
  decision: no
sources:
  library: lib
  councils: [Cheshire East, Cheshire West and Chester]
  kinds: [report, release]
  publishers: [Cheshire East Council]
  since: 2013
  until: 2024-05
  ids: [release]
  exclude: [article]
sections:
  - judgements: {history: yes}
  - strengths: {limit: all, title: What is good}
  - quotations:
      limit: 12
      sensitive: show
  - implications:
      text: |
        One.

        Two.
output: east_2024
""",
    ).spec
    assert (spec.title, spec.as_at, spec.header.decision) == ("2024", PartialDate(2024, 6, 3), "no")
    assert spec.sources.kinds == (DocumentKind.REPORT, DocumentKind.RELEASE)
    assert (spec.sources.since, spec.sources.until) == (PartialDate(2013), PartialDate(2024, 5))
    assert sections(spec) == {
        "judgements": {"history": True},
        "strengths": {"title": "What is good", "history": False},
        "quotations": {"limit": 12, "history": False, "sensitive": "show"},
        "implications": {"text": "One.\n\nTwo."},
        "sources": {},
    }


@pytest.mark.parametrize(
    ("audience", "strengths", "quotations", "history"),
    [
        ("lead-member", 6, 6, True),
        ("scrutiny", 6, 8, True),
        ("ward", 4, 4, False),
        ("officers", 12, None, True),
    ],
)
def test_the_audience_decides_what_the_spec_leaves_open(
    folder: Path, audience: str, strengths: int | None, quotations: int | None, *, history: bool
) -> None:
    got = sections(load(folder, f"{MINIMAL}audience: {audience}\n").spec)
    assert got["strengths"].get("limit") == strengths
    assert got["quotations"].get("limit") == quotations
    assert got["judgements"]["history"] is history
    assert "limit" not in got["improvements"]


def test_every_mistake_comes_in_one_run_at_its_place(folder: Path) -> None:
    text = """\
version: 3
council: Cheshire
councils: all
councl: Cheshire East
audience: wards
as-at: 2024-06-03
as_at: 2024-06
title: [a]
header: Scrutiny
sources:
  library: libs
  since: 2024-06
  until: 2023
  kinds: report
  publishers: [{a: b}]
  councils: [Chesire East]
sections:
  - quotes
  - strengths: {limit: 0}
  - strengths
  - judgements: {limit: 4, histroy: yes}
  - quotations:
    limit: 4
  - at_a_glance
  - improvements: all
  - implications: {text: }
  - inspections: {title: ""}
output: ../east.pdf
council: Cheshire East
"""
    assert said(folder, text) == [
        '1:10: error: version must be 1, the only version there is, not "3" [unknown-version]',
        '2:10: error: "Cheshire" may mean Cheshire East or Cheshire West and Chester; write which, or its GSS code [ambiguous-council]',
        "3:1: error: give council or councils, not both [council-and-councils]",
        '4:1: error: unknown key "councl", did you mean "council"? [unknown-key]',
        '5:11: error: unknown audience "wards", did you mean "ward"? [unknown-audience]',
        '6:1: error: unknown key "as-at", did you mean "as_at"? [unknown-key]',
        '7:8: error: as_at must be a full date, such as 2024-05-16, not "2024-06" [bad-date]',
        "8:8: error: title must be a text, not a list [wrong-type]",
        '9:9: error: header must be a group of keys, not the text "Scrutiny" [wrong-type]',
        '11:12: error: there is no folder "libs" (seen from this file), did you mean "lib"? [no-library]',
        "12:10: error: since June 2024 is after until 2023; no document can match [since-after-until]",
        '14:10: error: kinds must be a list (kinds: [one, two], or a line with a hyphen for each), not the text "report" [wrong-type]',
        "15:16: error: publishers must be a text, not a group of keys [wrong-type]",
        '16:14: error: no council is called "Chesire East", did you mean "Cheshire East"? [unknown-council]',
        '18:5: error: unknown section "quotes", did you mean "quotations"? [unknown-section]',
        '19:24: error: limit must be a whole number from 1 to 100, or all, not "0" [bad-value]',
        '20:5: error: the section "strengths" is named a second time, first in line 19; keep one [section-twice]',
        '21:18: error: the section "judgements" takes no limit; it takes title and history [section-option]',
        '21:28: error: unknown option "histroy", did you mean "history"? [unknown-key]',
        '23:5: error: limit must be indented further than "quotations", whose option it is [section-form]',
        '24:5: error: unknown section "at_a_glance", did you mean "at-a-glance"? [unknown-section]',
        '25:19: error: the options of "improvements" must be keys, such as title: …, not the text "all" [wrong-type]',
        "27:26: error: title is empty; give a text or leave the key out [empty-text]",
        '28:9: error: output must be a plain file name of small letters, digits and hyphens, at most 80, without .pdf, such as "east" [bad-output]',
        "28:9: error: with councils: all, output must contain {council}, or each briefing would replace the last [bad-output]",
        '29:1: error: the key "council" stands here a second time, first in line 2; keep one [duplicate-key]',
    ]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("version: 1\nsources: {library: lib}\n", ["1:1: error: the council is missing; give council: with a name, or councils: all [no-council]"]),
        ("version: 1\ncouncil:\nsources: {library: lib}\n", ["2:1: error: the council is missing; give council: with a name, or councils: all [no-council]"]),
        ("council: Cheshire East\n", ['1:1: error: the key "version" is missing [missing-key]', '1:1: error: the key "sources" is missing [missing-key]']),
        ("version: 1\ncouncil: Cheshire East\nsources:\n  kinds: [report]\n", ['4:3: error: the key "library" is missing [missing-key]']),
        ("version: 1\ncouncils: some\nsources: {library: lib}\n", ['2:11: error: unknown council "some" (known: all) [unknown-council]']),
        ("version: 1\ncouncil: no\nsources: {library: lib}\n", ['2:10: error: no council is called "no" [unknown-council]']),
        (f"{MINIMAL}  ids: [relase, article]\n", ['5:9: error: the library has no document "relase", did you mean "release"? [unknown-id]']),
        (f"{MINIMAL}as_at: 2023-02-29\n", ['5:8: error: as_at must be a date such as 2024-05-16, 2024-05 or 2024, not "2023-02-29" [bad-date]']),
        (f"{MINIMAL}as_at: 3 June 2024\n", ['5:8: error: as_at must be a date such as 2024-05-16, 2024-05 or 2024, not "3 June 2024" [bad-date]']),
        (f"{MINIMAL}sections: judgements\n", ['5:11: error: sections must be a list (sections: [one, two], or a line with a hyphen for each), not the text "judgements" [wrong-type]']),
        (f"{MINIMAL}sections:\n  - judgements: {{history: 1:20}}\n", ['6:27: error: history must be yes or no, not "1:20" [bad-value]']),
        (f"{MINIMAL}sections:\n  - quotations: {{sensitive: yes}}\n", ['6:29: error: unknown sensitive "yes" (known: hold, show) [unknown-sensitive]']),
        (f"{MINIMAL}sections:\n  -\n  - [judgements]\n", ["6:4: error: here stands nothing; a section is a name, or a name with options below it [wrong-type]", "7:5: error: here stands a list; a section is a name, or a name with options below it [wrong-type]"]),
        (f"{MINIMAL}title: {'x' * 201}\n", ["5:8: error: title must be one line of at most 200 characters [long-text]"]),
        (f"{MINIMAL}sections: []\n", ["5:11: error: sections is empty; name sections, or leave the key out for the usual ones [no-sections]"]),
        (f"{MINIMAL}  councils: [E06000050]\n", ["5:13: error: councils leaves out Cheshire East itself; add it, or drop the key [other-councils]"]),
        ("just a text\n", ['1:1: error: the file must be a group of keys, not the text "just a text" [wrong-type]']),
        ("[[[[", ["1:5: error: a bracket [ or { is not closed, or a comma or a value is missing [yaml-syntax]"]),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_plain_words(folder: Path, text: str, messages: list[str]) -> None:
    assert said(folder, text) == messages


def test_a_publisher_of_no_document_is_told_with_every_other_mistake(folder: Path) -> None:
    asked = f"{MINIMAL}  publishers: [cheshire east council, Cheshire East Counci]\n  ids: [relase]\n"
    publish(folder / "lib", "release.txt", "Cheshire East Council")
    assert said(folder, asked) == [
        (
            '5:39: error: no document of the library is published by "Cheshire East Counci", '
            'did you mean "Cheshire East Council"? [unknown-publisher]'
        ),
        '6:9: error: the library has no document "relase", did you mean "release"? [unknown-id]',
    ]


@pytest.mark.parametrize(
    ("publisher", "hint"),
    [("Crewe News", "; they are by Crewe News"), (None, "; its sources.yaml names no publishers")],
)
def test_a_publisher_like_none_is_told_with_those_there_are(
    folder: Path, publisher: str | None, hint: str
) -> None:
    if publisher:
        publish(folder / "lib", "release.txt", publisher)
    (line,) = said(folder, f"{MINIMAL}  publishers: [Zzz]\n")
    assert f'is published by "Zzz"{hint} [unknown-publisher]' in line


def test_a_manifest_with_mistakes_is_the_librarys_matter(folder: Path) -> None:
    (folder / "lib" / "sources.yaml").write_text(
        "version: 1\ndocuments: [{file: gone.txt}]\n", encoding="utf-8"
    )
    assert load(folder, f"{MINIMAL}  ids: [anything]\n").spec.sources.ids == ("anything",)


def test_what_turns_up_later_still_finds_its_line(folder: Path) -> None:
    loaded = load(folder, f"{MINIMAL}  ids: [release, article]\n")
    later = loaded.problem(Severity.WARNING, "silent-source", "says nothing", "sources", "ids", 1)
    assert str(later) == "east.yaml:5:18: warning: says nothing [silent-source]"
    whole = loaded.problem(Severity.ERROR, "no-documents", "no document matches", "sources", "kinds")
    assert (whole.line, whole.column) == (4, 3)
    assert loaded.libraries == (folder / "lib",)


def test_a_section_for_own_text_without_any_is_warned_of(folder: Path) -> None:
    text = f"{MINIMAL}sections:\n  - judgements\n  - implications\n  - recommendations: {{text: Note it.}}\n"
    assert [str(one) for one in load(folder, text).warnings] == [
        'east.yaml:7:5: warning: "implications" has no text and is left out; give it text, or take it out [empty-section]'
    ]


@pytest.mark.parametrize("name", ["cheshire-east", "cheshire-west-and-chester"])
def test_the_shipped_specs_load(name: str) -> None:
    spec = load_spec(ROOT / "briefings" / f"{name}.yaml")
    assert spec.output == name
    assert spec.as_at == PartialDate(2024, 6, 3)


def test_the_template_makes_a_briefing_for_each_council() -> None:
    spec = load_spec(ROOT / "docs" / "every-council.yaml")
    assert (spec.council, spec.councils) == (None, "all")
    name = output_name(spec.output, "every-council", "Cheshire West and Chester", template=True)
    assert name == "cheshire-west-and-chester-ward"


def first_spec() -> str:
    return (PACKAGE / "briefing" / "first-spec.yaml").read_text(encoding="utf-8")


def test_the_first_spec_loads_as_it_is(folder: Path) -> None:
    (folder / "lib").rename(folder / "documents")
    assert load(folder, first_spec()).spec.council == "Cheshire East"


def test_the_first_spec_loads_with_every_comment_taken_away(folder: Path) -> None:
    (folder / "documents").mkdir()
    for name in ("release-2024.txt", "leaflet.txt"):
        (folder / "documents" / name).write_text("x", encoding="utf-8")
    publish(folder / "documents", "leaflet.txt", "Cheshire East Council")
    text = re.sub(
        r"^( *)# (?=\w+: |header:$|- implications:$|  (\w+: ))", r"\1", first_spec(), flags=re.MULTILINE
    )
    text = text.replace("  #     text: |\n  #       Your", "      text: |\n        Your")
    spec = load(folder, text).spec
    assert spec.header.decision == "For information"
    assert spec.sources.exclude == ("leaflet",)
    assert [s.text is not None for s in spec.sections if s.key is SectionKey.IMPLICATIONS] == [True]
    assert spec.output == "cheshire-east"


@settings(deadline=None, max_examples=60)
@given(
    st.recursive(
        st.one_of(st.none(), st.text(max_size=8), st.sampled_from(["all", "judgements", "lib", "2024", "1"])),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(st.sampled_from([*Spec.model_fields, "library", "ids", "strengths", "limit", "key"]), inner, max_size=6),
        ),
        max_leaves=12,
    )
)  # fmt: skip
def test_nothing_but_spec_errors_whatever_the_spec(
    tmp_path_factory: pytest.TempPathFactory, data: object
) -> None:
    path = tmp_path_factory.mktemp("spec") / "east.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    problems: tuple[Problem, ...] = ()
    try:
        load_spec_file(path, "east.yaml", resolve=resolve)
    except SpecError as error:
        problems = error.problems
    assert all(problem.file == "east.yaml" for problem in problems)


def test_every_section_says_which_options_it_takes() -> None:
    assert list(SECTION_OPTIONS) == list(SectionKey)
    taken = {name for names in SECTION_OPTIONS.values() for name in names}
    assert taken | {"key", "title"} == set(SectionSpec.model_fields)
