"""Every group of phrases finds what its examples say, and leaves what they spare; so does every rule."""

from __future__ import annotations

import re

import pytest

from councilbrief.documents.boilerplate import Rule, rules
from councilbrief.evidence.words import Group, any_of, either, group, groups, members, phrases, subjects

GROUPS = [found for subject in subjects() for found in groups(subject)]
EVERY_GROUP = pytest.mark.parametrize("of", GROUPS, ids=[".".join(found.key) for found in GROUPS])
EVERY_RULE = pytest.mark.parametrize("rule", rules(), ids=[f"{rule.scope}.{rule.key}" for rule in rules()])


def test_there_are_groups_in_every_file() -> None:
    assert {found.key[0] for found in GROUPS} == set(subjects())
    assert len(GROUPS) > 90


@EVERY_GROUP
def test_a_group_finds_its_examples(of: Group) -> None:
    assert of.matches
    assert [text for text in of.matches if not of.stands_in(text)] == []


@EVERY_GROUP
def test_a_group_leaves_what_it_spares(of: Group) -> None:
    assert of.spares
    assert [text for text in of.spares if of.stands_in(text)] == []


@EVERY_GROUP
def test_no_phrase_stands_twice_in_a_group(of: Group) -> None:
    phrases_ = [*of.words, *of.patterns]
    assert len(phrases_) == len(set(phrases_))
    assert all(phrase == phrase.strip() for phrase in phrases_)


@EVERY_GROUP
def test_the_words_of_a_group_stand_in_themselves(of: Group) -> None:
    assert [word for word in of.words if not of.stands_in(word.removesuffix("*"))] == []


@EVERY_GROUP
def test_a_pattern_captures_nothing(of: Group) -> None:
    assert re.compile(of.pattern).groups == 0


def test_words_are_read_whatever_their_apostrophe() -> None:
    assert re.fullmatch(any_of(["children’s home"]), "children's home")
    assert re.fullmatch(any_of(["children's home"]), "children’s home")


def test_the_longest_phrase_wins() -> None:
    found = re.match(any_of(["good", "good enough", "goodness"]), "good enough for all")
    assert found is not None
    assert found[0] == "good enough"


def test_a_star_stands_for_any_ending_and_yields_to_a_longer_phrase() -> None:
    pattern = any_of(["inspect*", "inspect and report"])
    assert [m[0] for m in re.finditer(pattern, "inspect and report; inspectors")] == [
        "inspect and report",
        "inspectors",
    ]


def test_signs_in_a_phrase_are_no_pattern() -> None:
    assert re.fullmatch(any_of(["a.b", "c+"]), "a.b")
    assert not re.fullmatch(any_of(["a.b", "c+"]), "axb")


def test_a_group_is_known_by_its_place() -> None:
    assert "rated" in phrases("grades", "before")
    assert members("areas", "sets") == ("rest", "all", "most", "none")
    assert re.fullmatch(either("areas", "sets", "rest"), "the other three areas")
    with pytest.raises(KeyError):
        group("grades", "no such group")


@EVERY_RULE
def test_a_rule_takes_its_lines(rule: Rule) -> None:
    assert rule.takes
    assert [line for line in rule.takes if not rule.matches(line, line.lower())] == []


@EVERY_RULE
def test_no_rule_takes_a_line_that_one_spares(rule: Rule) -> None:
    assert rule.spares
    assert [line for line in rule.spares if any(other.matches(line, line.lower()) for other in rules())] == []
