"""A file of a user's own phrases: what it adds, and every mistake in it, at once and in its place."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from councilbrief.evidence.words import below, either, own, shipped, subjects
from councilbrief.evidence.words.about import about
from councilbrief.evidence.words.own import Own, SettledError
from councilbrief.evidence.words.own_file import load_own, read_own
from councilbrief.problems import SpecError

GOOD = """\
# What our own papers write.
speech:
  statement:
    words: [Blarneyed]
    matches: ['“It is slow,” blarneyed Cllr Hayes.']
    spares: ['The blarney stone']
people:
  not_names:
    words: [Norchestershire]
    matches: [the Norchestershire Bugle]
  parties:
    Residents:
      words: [norchester first]
      matches: ['Mary Smith (Norchester First, Mill Ward)']
praise:
  shortfall:
    words: [cack-handed, slapdash*]
    matches: [Help is cack-handed., Plans are made slapdashly.]
"""
BAD = """\
speach:
  statement: {words: [a], matches: [a]}
speech:
  statment: {words: [x], matches: [x]}
  statement:
    words: [blarneyed, said, "p*q", opin*, unshown]
    match: [x]
    patterns: ['(a+)+$']
    matches: ['“It is slow,” blarneyed Cllr Hayes.', He said, nothing here, {a: b}]
    spares: [He blarneyed on, She said]
  snippet: called
people:
  titles: {words: [], matches: x}
  councillors: {words: [mr], matches: [Mr Hayes]}
  openers: {words: [Once Upon], matches: [Once Upon a time]}
  parties:
    Labour: {words: [tory], matches: [a Tory MP]}
    Green:
      words: [verdant]
"""
TOLD = """\
words.yaml:1:1: error: unknown subject "speach", did you mean "speech"? [unknown-subject]
words.yaml:4:3: error: unknown group "statment" of speech, did you mean "statement"? [unknown-group]
words.yaml:6:24: note: speech.statement knows "said" already; it can go [known-word]
words.yaml:6:30: error: "p*q" has a * that does not end a word of three letters or more; write its endings out [bad-word]
words.yaml:6:37: error: "opin*" has a *, and speech.statement takes none; write its endings out, each as a word [bad-word]
words.yaml:6:44: error: no example of matches holds "unshown"; add a text in which it stands [no-example]
words.yaml:7:5: error: unknown key "match", did you mean "matches"? [unknown-key]
words.yaml:8:5: error: patterns are the program's own; give words, in which * stands for any ending [no-patterns]
words.yaml:9:63: error: none of the words stands in "nothing here"; correct it, or leave it out [example-fails]
words.yaml:9:77: error: each of the matches must be a text, not a group of keys [wrong-type]
words.yaml:10:14: error: "blarneyed" stands in what must be left alone: "He blarneyed on" [example-fails]
words.yaml:10:31: error: "said" stands in what must be left alone: "She said" [example-fails]
words.yaml:11:12: error: speech.snippet must be a group of keys, not the text "called" [wrong-type]
words.yaml:13:19: error: words is empty; give at least one, or leave the key out [empty-list]
words.yaml:13:32: error: matches must be a list (matches: [one, two], or a line with a hyphen for each), not the text "x" [wrong-type]
words.yaml:14:25: error: "mr" is too wide: people.councillors must leave "Mr Hayes" alone [too-wide]
words.yaml:15:21: error: "Once Upon" is more than one word, and people.openers takes single words [bad-word]
words.yaml:17:22: error: "tory" stands for people.parties.Conservative already; keep one of the two [two-meanings]
words.yaml:19:7: error: the key "matches" of people.parties.Green is missing [missing-key]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(text: str) -> Path:
    path = Path("words.yaml")
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.usefixtures("folder")
def test_a_file_adds_words_to_groups() -> None:
    found, problems = read_own(written(GOOD))
    assert problems == ()
    assert found is not None
    assert found.added == {
        ("speech", "statement"): ("blarneyed",),
        ("people", "not_names"): ("Norchestershire",),
        ("people", "parties", "Residents"): ("norchester first",),
        ("praise", "shortfall"): ("cack-handed", "slapdash*"),
    }
    assert found.name == "words.yaml"
    assert found.path.is_absolute()
    assert found.sha256 == hashlib.sha256(GOOD.encode()).hexdigest()


@pytest.mark.usefixtures("folder")
def test_every_mistake_is_told_at_once_in_its_place() -> None:
    found, problems = read_own(written(BAD))
    assert found is None
    assert [str(one) for one in problems] == TOLD.splitlines()
    with pytest.raises(SpecError) as caught:
        load_own(Path("words.yaml"))
    assert [str(one) for one in caught.value.problems] == [
        line for line in TOLD.splitlines() if ": error: " in line
    ]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "word", ["a*", "fine*er", "fine**", "*fine", "(a+)+", "word " * 13, "...", "[a-z]+", "fine|good*)"]
)
def test_what_is_a_pattern_or_could_be_slow_is_no_word(word: str) -> None:
    group = f"praise:\n  shortfall:\n    words: ['{word}']\n    matches: ['It was {word}']\n"
    found, problems = read_own(written(group))
    assert found is None
    assert problems[0].key == "bad-word"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- speech\n", "words.yaml:1:1: error: the file must be a group of keys, not a list [wrong-type]"),
        ("speech:\n", "words.yaml:1:8: error: speech must be a group of keys, not nothing [wrong-type]"),
        ("speech: &x {statement: *x}\n", "words.yaml:1:9: error: an anchor (&x); write the value out"),
        ("speech: [\n", "words.yaml:"),
        ("", "words.yaml:1:1: error: the file says nothing [empty-file]"),
    ],
)
def test_a_file_of_another_kind_is_refused(text: str, told: str) -> None:
    found, problems = read_own(written(text))
    assert found is None
    assert str(problems[0]).startswith(told)


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_not_there_is_refused() -> None:
    for path, key in (("none.yaml", "no-such-file"), (".", "not-a-file")):
        found, problems = read_own(Path(path))
        assert (found, [one.key for one in problems]) == (None, [key])


@pytest.mark.usefixtures("folder")
def test_one_word_can_not_mean_two_things_of_one_file() -> None:
    area = "    {}: {{words: [youth homes], matches: [Youth homes are good.]}}\n"
    text = f"areas:\n  areas:\n{area.format('in_care')}{area.format('adoption')}"
    assert [one.key for one in read_own(written(text))[1]] == ["two-meanings", "two-meanings"]


def test_finders_that_are_loaded_keep_the_phrases_that_they_know() -> None:
    before = either("speech", "statement")
    with pytest.raises(SettledError, match="know other phrases already"):
        own.use(Own(Path("/words.yaml"), "0" * 64, {("speech", "statement"): ("blarneyed",)}))
    own.use(None)
    assert own.in_force() is None
    assert either("speech", "statement") == before


def test_every_subject_and_group_says_what_it_is_for() -> None:
    for subject in subjects():
        said = about(subject)
        assert said[()].endswith((".", ":")), subject
        groups = {group.key[1:] for group in below((subject,), shipped(subject))}
        headings = {key[:-1] for key in groups}
        assert set(said) <= groups | headings
        assert "matches" not in said[()]
    assert about("speech")["statement",].startswith("Verbs that introduce a statement")
