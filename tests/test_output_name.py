from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from councilbrief.briefing.output_name import LONGEST_NAME, output_name, refusal, slug

UNSAFE = ["../x", "/etc/passwd", "a/b", "a\\b", "con", "aux", "com1", ".hidden", "..", "East", "east.pdf", "x" * 300, "é", "a b", "-a", "a-"]  # fmt: skip


@pytest.mark.parametrize("name", UNSAFE)
def test_an_unsafe_output_is_refused_with_a_safe_one(name: str) -> None:
    reason = refusal(name)
    assert reason is not None
    better = re.search(r'such as "(.*)"$', reason)
    assert better is not None
    assert refusal(better.group(1)) is None


@pytest.mark.parametrize(
    "name", ["cheshire-east", "{council}", "{council}-ward", "ward_{council}_2024", "2024"]
)
def test_a_safe_output_is_taken(name: str) -> None:
    assert refusal(name) is None


@given(output=st.text(), council=st.text(), template=st.booleans())
@example(output="CON", council="x", template=False)
@example(output="\0", council="../..", template=True)
def test_a_files_name_is_safe_whatever_was_written(output: str, council: str, *, template: bool) -> None:
    for name in (
        slug(output),
        output_name(output, "s", council, template=template),
        output_name(None, output, council, template=template),
    ):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert len(name) <= LONGEST_NAME + len("-briefing")
        assert name not in {"con", "prn", "aux", "nul"}


@given(st.text(max_size=120))
@example("{council}{council}")
@example("con-{council}\n")
def test_what_is_suggested_is_never_refused(name: str) -> None:
    reason = refusal(name)
    if reason is not None:
        assert refusal(reason.rpartition('such as "')[2][:-1]) is None
