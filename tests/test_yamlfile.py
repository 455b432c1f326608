from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from councilbrief.problems import ExitCode, SpecError
from councilbrief.yamlfile import Listing, Mapping, Node, Position, Scalar, load_yaml, read_yaml, reading
from councilbrief.yamlfile.complaints import did_you_mean, instead, nearest, shown
from hostile.make_yaml import FILES, FOLDER

MESSAGES: dict[str, list[str]] = {
    "brackets.yaml": [
        "1:5: error: a bracket [ or { is not closed, or a comma or a value is missing [yaml-syntax]"
    ],
    "deep.yaml": ["1:21: error: nested more than 20 levels deep [too-deep]"],
    "duplicate-key.yaml": [
        '4:1: error: the key "council" stands here a second time, first in line 2; keep one [duplicate-key]'
    ],
    "norway.yaml": [],
    "sexagesimal.yaml": [],
    "tabs.yaml": ["2:1: error: a tab stands here; YAML is indented by spaces only [yaml-syntax]"],
    "too-large.yaml": [" error: the file is larger than 256 kB; split it [too-large]"],
    "utf-16.yaml": ["1:1: error: the file is saved as UTF-16; save it as UTF-8 [not-utf-8]"],
    "windows-1252.yaml": ["2:8: error: the byte 0x93 here is not UTF-8; save the file as UTF-8 [not-utf-8]"],
    "nul.yaml": [
        "1:18: error: a character that can't be seen stands here (U+0000); is the file really text? [bad-character]"
    ],
    "escaped-nul.yaml": [
        "1:10: error: the escape for a character that can't be printed (U+0000); leave it out [bad-character]"
    ],
    "merge-key.yaml": ["2:3: error: a merge key (<<); write the keys out [yaml-merge]"],
    "python-tag.yaml": [
        "1:10: error: a tag (tag:yaml.org,2002:python/object/apply:os.getcwd); leave out what begins with ! [yaml-tag]"
    ],
    "two-documents.yaml": [
        "2:1: error: a second document begins here (---); one file holds one [yaml-documents]"
    ],
    "empty.yaml": ["1:1: error: the file says nothing [empty-file]"],
}


def said(data: bytes) -> list[str]:
    return [str(problem).removeprefix("f.yaml:") for problem in read_yaml(data, "f.yaml")[1]]


def mapping(text: str) -> Mapping:
    node = load_yaml(text.encode(), "f.yaml")
    assert isinstance(node, Mapping)
    return node


@pytest.mark.parametrize("name", FILES)
def test_the_hostile_files_are_those_of_the_script(name: str) -> None:
    assert (FOLDER / name).read_bytes() == FILES[name]


@pytest.mark.parametrize("name", MESSAGES)
def test_each_hostile_file_has_its_message(name: str) -> None:
    assert said(FILES[name]) == MESSAGES[name]


def test_an_alias_bomb_is_refused_at_each_anchor_and_reference() -> None:
    node, problems = read_yaml(FOLDER / "alias-bomb.yaml", "bomb.yaml")
    assert node is not None
    assert (
        str(problems[0])
        == "bomb.yaml:1:4: error: an anchor (&a); write the value out where it is needed [yaml-anchor]"
    )
    assert (
        str(problems[2]) == 'bomb.yaml:2:8: error: a reference (*) to "a"; write the value out [yaml-alias]'
    )
    assert str(problems[-1]) == "bomb.yaml: error: and 11 more; mend these first [more-mistakes]"
    assert len(problems) == reading.MAX_PROBLEMS + 1


@pytest.mark.parametrize("name", FILES)
def test_no_hostile_file_takes_long(name: str) -> None:
    start = time.perf_counter()
    read_yaml(FILES[name], name)
    assert time.perf_counter() - start < 2


def test_scalars_stay_as_they_are_written() -> None:
    text = "a: no\nb: 1:20\nc: 2024-06-03\nd: 007\ne: 'no'\nf: ~\ng:\nh: |\n  no\n"
    got = {e.key.text: e.value for e in mapping(text).entries}
    texts = {key: value.text for key, value in got.items() if isinstance(value, Scalar)}
    assert texts == {
        "a": "no", "b": "1:20", "c": "2024-06-03", "d": "007", "e": "no", "f": "~", "g": "", "h": "no\n",
    }  # fmt: skip
    plain = [key for key, value in got.items() if isinstance(value, Scalar) and value.plain]
    assert plain == ["a", "b", "c", "d", "f", "g"]
    assert [key for key, value in got.items() if isinstance(value, Scalar) and value.is_null] == ["f", "g"]


def test_every_key_and_value_has_its_place() -> None:
    node = mapping("\ufeffcouncil: 😀 Llŷn\nsources:\n  kinds: [report, 'letter']\n")
    council, sources = node.entries
    assert (council.key.at, council.value.at) == (Position(1, 1), Position(1, 10))
    assert sources.key.at == Position(2, 1)
    kinds = sources.value.get("kinds") if isinstance(sources.value, Mapping) else None
    assert isinstance(kinds, Listing)
    assert [item.at for item in kinds.items] == [Position(3, 11), Position(3, 19)]


def test_all_mistakes_come_in_one_run_and_the_rest_can_still_be_checked() -> None:
    node, problems = read_yaml(b"a: 1\na: 2\nb: *x\nc: !!str d\n? [e]\n: f\n", "f.yaml")
    assert [problem.key for problem in problems] == ["duplicate-key", "yaml-alias", "yaml-tag", "yaml-key"]
    assert isinstance(node, Mapping)
    assert [entry.key.text for entry in node.entries] == ["a", "b", "c"]
    assert node.get("a") == Scalar(Position(1, 4), "1")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: One: two", '1:11: error: a second colon in one value; put the value in quotes (title: "One: two"), or, if this is a key, start it in the column of the keys above [yaml-syntax]'),
        ("a: 'x\nb: 1\n", "1:4: error: the quotation mark that opens here is never closed [yaml-syntax]"),
        ('a: "C:\\docs"', "1:4: error: a backslash in double quotes; use single quotes: 'C:\\files' [yaml-syntax]"),
        ("council: x\naudience ward\ntitle: y\n", "2:1: error: a line without a colon; a key is followed by a colon and a space [yaml-syntax]"),
        ("a:\n  b: 1\n c: 2\n", "3:2: error: the indentation does not fit the lines above, or something follows a closing quote; keys of one group start in the same column [yaml-syntax]"),
        ("a: [b, c\nd: e\n", "1:4: error: the list that opens here with [ is not closed with ], or a comma in it is missing [yaml-syntax]"),
        ("a: {b: 1\nc: d\n", "1:4: error: the group that opens here with { is not closed with }, or a comma in it is missing [yaml-syntax]"),
        ("a: @home", "1:4: error: a value can't begin with @; put it in quotes [yaml-syntax]"),
        ("a: - b\n", "1:4: error: a list can't begin here; start it in a line of its own, or put the value in quotes [yaml-syntax]"),
        ("- a\nb: c\n", "2:1: error: a list item must start with a hyphen, in line with those above [yaml-syntax]"),
        ("%YAML 1.1\n---\na: b\n", "1:1: error: a line that begins with % is not taken; delete it [yaml-directive]"),
    ],
)  # fmt: skip
def test_a_slip_is_explained_in_an_officers_words(text: str, message: str) -> None:
    assert said(text.encode()) == [message]


def test_twenty_levels_are_allowed() -> None:
    load_yaml(b"[" * 20 + b"]" * 20, "f.yaml")


def test_load_raises_with_the_exit_code_of_specs(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        load_yaml(tmp_path / "gone.yaml", "gone.yaml")
    assert str(caught.value) == "gone.yaml: error: there is no such file [no-such-file]"
    assert caught.value.exit_code is ExitCode.SPEC
    with pytest.raises(SpecError, match="this is not a file"):
        load_yaml(tmp_path, "folder")
    with pytest.raises(SpecError, match="can't be read"):
        load_yaml(tmp_path / ("x" * 5000), "long")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    assert [p.key for p in read_yaml(tmp_path / "pipe.yaml", "pipe.yaml")[1]] == ["not-a-file"]


yamlish = st.lists(
    st.sampled_from(["a", "b: ", "- ", "\n", "  ", "[", "]", "{", "}", ", ", "&x ", "*x", "!t ", "'", '"', "|", ">", "#", "? ", ": ", "<<: ", "---\n", "...\n", "%", "\t", "\\x", "\u2028", "é", "\0"])
).map("".join)  # fmt: skip


@given(st.one_of(st.binary(), st.text().map(str.encode), yamlish.map(str.encode)))
@example(b"\xf4\x90\x80\x80")
@example(b'a: "\\uD800"')
@example(b'a: "\\U0011FFFF"')
def test_nothing_but_spec_errors_whatever_the_bytes(data: bytes) -> None:
    check_promises(data)


@given(yamlish.map(str.encode))
@example(b'a: "\\uD800"')
@example(b'a: "\\U0011FFFF"')
def test_nothing_else_without_libyaml_either(data: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "LOADER", yaml.SafeLoader)
        check_promises(data)


def check_promises(data: bytes) -> None:
    node, problems = read_yaml(data, "f.yaml")
    assert problems or node is not None
    lines = data.decode("utf-8", "replace").splitlines() or [""]
    for problem in problems:
        if problem.line is not None and problem.column is not None:
            assert 1 <= problem.line <= len(lines) + 1
            assert problem.column >= 1
    if node is not None:
        check_node(node, 1)


def check_node(node: Node, depth: int) -> None:
    assert depth <= reading.MAX_DEPTH + 1
    match node:
        case Scalar(text=text):
            text.encode()
            assert all(character in "\n\t" or ord(character) >= 32 for character in text)
        case Listing(items=items):
            for item in items:
                check_node(item, depth + 1)
        case Mapping(entries=entries):
            keys = [entry.key.text for entry in entries]
            assert len(keys) == len(set(keys))
            for entry in entries:
                check_node(entry.value, depth + 1)


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]{1,8}", fullmatch=True),
        st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"])),
    )
)
def test_what_yaml_writes_in_quotes_is_read_back(data: dict[str, str]) -> None:
    text = yaml.safe_dump(data, default_style='"', allow_unicode=True)
    node = load_yaml(text.encode(), "f.yaml")
    assert isinstance(node, Mapping)
    assert {e.key.text: e.value.text for e in node.entries if isinstance(e.value, Scalar)} == data


def test_the_nearest_name_is_suggested() -> None:
    keys = ["as_at", "audience", "council", "councils"]
    assert nearest("as-at", keys) == "as_at"
    assert nearest("AUDIENCE", keys) == "audience"
    assert nearest("zzz", keys) is None
    assert did_you_mean("counsil", keys) == ', did you mean "council"?'
    assert instead("zzz", ["hold", "show"]) == " (known: hold, show)"


def test_a_text_is_shown_in_one_line_and_cut() -> None:
    assert shown("a\n b") == '"a b"'
    assert len(shown("x" * 1000)) == 62
