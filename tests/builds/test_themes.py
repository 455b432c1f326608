"""A change of a theme or of a logo builds again the briefings that use it, and no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from builds.desk import Desk, keys
from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.load_theme import read_file
from councilbrief.builds import How, setting, shelf
from councilbrief.builds.keeping.kept import Kept
from councilbrief.builds.outcome import BuildResult
from councilbrief.builds.run import build
from councilbrief.builds.store import Store
from councilbrief.builds.watching import build_on_change
from councilbrief.problems import ExitCode
from pictures import picture, save

THEME = "accent: '#5B2C83'\nlogo: {file: logo.png, alt: The council}\n"
NAMED = "theme: theme.yaml\n"


@pytest.fixture
def themed(desk: Desk) -> Desk:
    write(desk, THEME)
    save(desk.folder, "logo.png", picture())
    return desk


def write(desk: Desk, text: str, name: str = "theme.yaml") -> str:
    return save(desk.folder, name, text.encode()).as_posix()


def both(desk: Desk) -> tuple[Path, Path]:
    """Write a spec that names the theme, and one that has none."""
    return desk.spec(more=NAMED), desk.spec("west", "Cheshire West")


def reasons(result: BuildResult) -> list[tuple[str, ...]]:
    assert result.exit_code is ExitCode.DONE, keys(result)
    return [one.why for one in result.outcomes]


def test_a_build_of_nothing_new_makes_nothing(themed: Desk) -> None:
    specs = both(themed)
    first = themed.rebuild(*specs)
    assert themed.folder / "theme.yaml" in dict(first.read)
    assert themed.folder / "logo.png" in dict(first.read)
    assert reasons(themed.rebuild(*specs)) == [(), ()]


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        (THEME.replace("5B2C83", "12436D"), "accent"),
        (THEME.replace("The council", "A council"), "logo"),
        (f"{THEME}footer: A line\n", "footer"),
        (f"{THEME}size: clear-print\nclassification: OFFICIAL\ncouncil_name: The council\n", "classification, council_name, size"),
        ("size: usual\n", "accent, logo"),
    ],
)  # fmt: skip
def test_what_changed_in_a_theme_is_told_and_made(themed: Desk, text: str, changed: str) -> None:
    specs = both(themed)
    themed.rebuild(*specs)
    name = write(themed, text)
    for dry in (True, False):
        assert reasons(themed.rebuild(*specs, dry=dry)) == [(f"{name} changed: {changed}",), ()]
    assert reasons(themed.rebuild(*specs, dry=True)) == [(), ()]


def test_a_comment_in_a_theme_changes_nothing(themed: Desk) -> None:
    specs = both(themed)
    themed.rebuild(*specs)
    write(themed, f"# as of today\n{THEME}footer:\n")
    assert reasons(themed.rebuild(*specs)) == [(), ()]


def test_other_bytes_of_a_logo_are_a_reason(themed: Desk) -> None:
    specs = both(themed)
    themed.rebuild(*specs)
    logo = save(themed.folder, "logo.png", picture("RGB", (31, 20))).as_posix()
    for dry in (True, False):
        assert reasons(themed.rebuild(*specs, dry=dry)) == [(f"{logo} changed",), ()]
    assert reasons(themed.rebuild(*specs)) == [(), ()]
    save(themed.folder, "other.png", picture("RGB", (31, 20)))
    theme = write(themed, THEME.replace("logo.png", "other.png"))
    assert reasons(themed.rebuild(*specs)) == [(), ()], "the same bytes by another name"
    save(themed.folder, "other.png", picture("RGB", (32, 20)))
    assert reasons(themed.rebuild(*specs)) == [(f"{theme} changed: logo",), ()]


def test_a_theme_that_stands_in_a_spec_or_is_named_there_is_a_change_of_the_spec(themed: Desk) -> None:
    spec = themed.spec()
    themed.rebuild(spec)
    for more in (
        "theme: {accent: '#5B2C83', logo: {file: logo.png, alt: A}}\n",
        NAMED,
        "theme: other.yaml\n",
    ):
        write(themed, "footer: A line\n", "other.yaml")
        themed.spec(more=more)
        assert reasons(themed.rebuild(spec)) == [(f"{spec.as_posix()} changed: theme",)]
    themed.spec(more="theme: {logo: {file: logo.png, alt: A}}\n")
    themed.rebuild(spec)
    logo = save(themed.folder, "logo.png", picture("L")).as_posix()
    assert reasons(themed.rebuild(spec)) == [(f"{logo} changed",)]


def test_a_classification_that_the_header_overrules_is_no_reason(themed: Desk) -> None:
    spec = themed.spec(more=f"{NAMED}header: {{classification: OFFICIAL}}\n")
    themed.rebuild(spec)
    write(themed, f"{THEME}classification: SECRET\n")
    assert reasons(themed.rebuild(spec)) == [()]


def test_a_mistake_in_a_theme_stops_only_the_briefings_that_use_it(themed: Desk) -> None:
    specs = both(themed)
    write(themed, "accent: pink\n")
    result = themed.rebuild(*specs)
    assert keys(result) == ["bad-colour"]
    assert [one.council for one in result.outcomes] == ["Cheshire West and Chester"]


def watched(desk: Desk, spec: Path, *edits: Callable[[], object]) -> list[BuildResult]:
    """Return what is built while one edit is made at each look, until there are no more."""
    results: list[BuildResult] = []
    left, over = list(edits), list[bool]()

    def build_it() -> BuildResult:
        results.append(desk.rebuild(spec))
        return results[-1]

    def sleep(_seconds: float) -> None:
        if left:
            left.pop(0)()
        else:
            over.append(True)

    build_on_change(build_it, sleep, lambda: bool(over))
    return results


def test_who_watches_sees_a_theme_that_comes_is_mended_and_changes(desk: Desk) -> None:
    results = watched(
        desk,
        desk.spec(more=NAMED),
        lambda: write(desk, THEME),
        lambda: save(desk.folder, "logo.png", b"GIF89a"),
        lambda: save(desk.folder, "logo.png", picture()),
        lambda: write(desk, THEME.replace("5B2C83", "12436D")),
    )
    assert [keys(result) for result in results] == [["no-theme"], ["no-logo"], ["bad-logo"], [], []]
    assert [bool(one.why) for result in results for one in result.outcomes] == [True, True]


@pytest.mark.parametrize("engine", ["serial", "local:2"])
def test_a_briefing_for_every_council_has_the_logo_which_is_read_once(
    themed: Desk, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    set_with: list[Briefing] = []
    proved = setting.proved

    def reading(path: Path, most: int) -> bytes:
        read.append(path.name)
        return read_file(path, most)

    def proving(briefing: Briefing, *rest: object) -> bytes:
        set_with.append(briefing)
        return proved(briefing, *rest)  # type: ignore[arg-type]  # whatever it takes

    monkeypatch.setattr(shelf, "read_file", reading)
    monkeypatch.setattr(setting, "proved", proving)
    every = "version: 1\ncouncils: all\noutput: '{council}'\nsources: {library: documents}\n"
    specs = [themed.raw_spec("every", every + NAMED), themed.spec(more=NAMED)]

    def made() -> BuildResult:
        return build(specs, Store(themed.out, kept=Kept(themed.out)), How(engine=engine))

    assert len(reasons(made())) == 3
    assert sorted(read) == ["logo.png", "theme.yaml"]
    if engine == "serial":
        logos = [one.theme.logo for one in set_with]
        assert [logo.data if logo else b"" for logo in logos] == [picture()] * 3
    save(themed.folder, "logo.png", picture("L"))
    assert [len(why) for why in reasons(made())] == [1, 1, 1]
    assert reasons(themed.rebuild(*specs)) == [(), (), ()], "another engine finds nothing to do"


@pytest.mark.parametrize("name", ["theme.yaml", "Theme.yml", "east.theme.yaml"])
def test_a_folder_of_specs_may_hold_themes(themed: Desk, name: str) -> None:
    specs = themed.folder / "briefings"
    specs.mkdir()
    text = themed.spec().read_text().replace("library: documents", "library: ../documents")
    (specs / name).write_text("footer: A line\n")
    assert keys(themed.rebuild(specs)) == ["no-specs"]
    (specs / "east.yaml").write_text(f"{text}theme: {name}\n")
    result = themed.rebuild(specs)
    assert (len(result.outcomes), result.problems) == (1, ())


def test_a_theme_by_another_name_is_told_to_be_no_spec(themed: Desk) -> None:
    write(themed, THEME, "house.yaml")
    assert keys(themed.rebuild(themed.folder / "house.yaml")) == ["theme-not-spec"]
