"""A theme in a spec or in a file of its own: what it comes to, and every mistake in it at its place."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import jsonschema
import pytest
import yaml
from pydantic import TypeAdapter

from briefing.asking import brief, spec
from councilbrief.briefing.blocks import Briefing
from councilbrief.briefing.compose import with_logo
from councilbrief.briefing.contrast import darkened, readable
from councilbrief.briefing.load_spec import SpecFile, load_spec_file
from councilbrief.briefing.schema import theme_schema
from councilbrief.briefing.spec import Header
from councilbrief.briefing.theme import USUAL, Logo, Theme
from councilbrief.briefing.theme_keys import ThemeKeys, theme_of
from councilbrief.problems import SpecError
from pictures import picture, save
from spec_files import MINIMAL, ROOT, load, make_folder, resolve, said

LOGO = picture()
WHOLE = """accent: "#5b2c83"
logo: {file: logo.png, alt: Cheshire East Council}
council_name: Cheshire East Council
classification: OFFICIAL
footer: Democratic Services
size: clear-print
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(tmp_path, "logo.png", LOGO)
    return make_folder(tmp_path)


def inside(keys: str) -> str:
    """Return a spec with the keys of a theme in it, the first of them in line 6, column 3."""
    return f"{MINIMAL}theme:\n" + "".join(f"  {line}\n" for line in keys.splitlines())


def outside(folder: Path, keys: str, name: str = "theme.yaml") -> str:
    """Write the keys of a theme into a file, and return a spec that names it."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(keys, encoding="utf-8")
    return f"{MINIMAL}theme: {name}\n"


def theme(asked: SpecFile) -> Theme:
    return theme_of(asked.spec.theme, asked.theme.logo)


@pytest.mark.parametrize("name", ["theme.yaml", "themes/east.yaml"])
def test_a_theme_comes_to_the_same_from_a_spec_and_from_a_file(folder: Path, name: str) -> None:
    own = load(folder, inside(WHOLE))
    save(folder, "other.png", LOGO)
    shared = load(
        folder, outside(folder, WHOLE.replace("logo.png", "../" * name.count("/") + "logo.png"), name)
    )
    expected = Theme(
        "#5B2C83",
        Logo(LOGO, "Cheshire East Council"),
        "Cheshire East Council",
        "Democratic Services",
        clear_print=True,
    )
    assert theme(own) == theme(shared) == expected
    assert own.spec.theme is not None
    assert shared.spec.theme is not None
    assert own.spec.theme.classification == shared.spec.theme.classification == "OFFICIAL"
    assert (own.theme.file, own.theme.logo_file) == (None, "logo.png")
    assert (shared.theme.file, shared.theme.logo_file) == (name, "logo.png")


@pytest.mark.parametrize(
    "keys", ["", "theme:\n", "theme: {}\n", "theme: {size: usual}\n", "theme: {logo: , footer: }\n"]
)
def test_without_a_theme_all_is_usual(folder: Path, keys: str) -> None:
    assert theme(load(folder, MINIMAL + keys)) == USUAL


@pytest.mark.parametrize(
    ("given_as", "taken_as"), [("#abc", "#AABBCC"), ("#12436d", "#12436D"), (" #12436D ", "#12436D")]
)
def test_a_colour_may_be_short_and_small(given_as: str, taken_as: str) -> None:
    if readable(taken_as):
        assert ThemeKeys(accent=given_as).accent == taken_as
    else:
        with pytest.raises(ValueError, match=darkened(taken_as)):
            ThemeKeys(accent=given_as)


MISTAKES = [
    ('accent: "#FF6600"', '6:11: error: accent has a contrast of 2.67 : 1 against the light panel and 2.93 : 1 against white, and words need 4.5 : 1 against both; the nearest darker shade that has it is "#BF4C00" [low-contrast]'),
    ("accent: #12436D", '6:3: error: accent is empty; as # begins a comment, a colour stands in quotes: "#12436D" [bad-colour]'),
    ("accent: 5B2C83", '6:11: error: accent must begin with #, and stand in quotes: "#5B2C83" [bad-colour]'),
    ("accent: navy", '6:11: error: accent must be a colour such as "#12436D", in quotes, not "navy" [bad-colour]'),
    ('accent: "#12345"', '6:11: error: accent must be a colour such as "#12436D", in quotes, not "#12345" [bad-colour]'),
    ("logo: logo.png", "6:9: error: logo needs its file and, in words, what it shows: {file: logo.png, alt: Our council} [logo-form]"),
    ("logo: {file: logo.png}", '6:9: error: the key "alt" is missing [missing-key]'),
    ("logo: {alt: A}", '6:9: error: the key "file" is missing [missing-key]'),
    ("logo: {file: logo.png, alt: ' '}", "6:31: error: alt is empty; say what the logo shows, such as the council's name [empty-text]"),
    ("logo: {file: logo.pgn, alt: A}", '6:16: error: there is no file "logo.pgn" (seen from this file), did you mean "logo.png"? [no-logo]'),
    ("logo: {file: ../lib/a.svg, alt: A}", '6:16: error: there is no file "../lib/a.svg" (seen from this file); correct the name [no-logo]'),
    ("logo: {file: lib, alt: A}", '6:16: error: "lib" is no file; give the name of one [no-logo]'),
    ("logo: {file: lib/release.txt, alt: A}", '6:16: error: "lib/release.txt" is no picture by its contents; save the logo as PNG or JPEG [bad-logo]'),
    (f"footer: {'x' * 121}", "6:11: error: footer must be one line of at most 120 characters, as it stands on every page [long-text]"),
    ('footer: "a\\nb"', "6:11: error: footer must be one line of at most 120 characters, as it stands on every page [long-text]"),
    ("council_name: ' '", "6:17: error: council_name is empty; give a text or leave the key out [empty-text]"),
    ('footer: "a\\a"', "6:11: error: the escape for a character that can't be printed (U+0007); leave it out [bad-character]"),
    ("size: large", '6:9: error: unknown size "large" (known: usual, clear-print) [unknown-size]'),
    ("acent: 1", '6:3: error: unknown key "acent", did you mean "accent"? [unknown-key]'),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "message"), MISTAKES)
def test_a_mistake_is_told_at_its_place_wherever_the_theme_stands(
    folder: Path, keys: str, message: str
) -> None:
    assert said(folder, inside(keys)) == [message]
    _, column, words = message.split(":", 2)
    assert said(folder, outside(folder, keys)) == [f"theme.yaml:1:{int(column) - 2}:{words}"]


def test_every_mistake_of_spec_and_theme_comes_in_one_run(folder: Path) -> None:
    spec = outside(folder, "accent: red\nfooters: x\ntheme: other.yaml\nlogo: {file: no.jpeg}\n")
    assert said(folder, f"{spec}audience: all\n") == [
        '6:11: error: unknown audience "all" (known: lead-member, scrutiny, ward, officers) [unknown-audience]',
        'theme.yaml:1:9: error: accent must be a colour such as "#12436D", in quotes, not "red" [bad-colour]',
        'theme.yaml:2:1: error: unknown key "footers", did you mean "footer"? [unknown-key]',
        "theme.yaml:3:1: error: a theme can't name another one; write its keys here, each at the margin [theme-in-theme]",
        'theme.yaml:4:7: error: the key "alt" is missing [missing-key]',
        'theme.yaml:4:14: error: there is no file "no.jpeg" (seen from this file); correct the name [no-logo]',
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("thme.yaml", 'there is no file "thme.yaml" (seen from this file), did you mean "theme.yaml"? [no-theme]'),
        ("nowhere/x.yaml", 'there is no file "nowhere/x.yaml" (seen from this file); correct the name [no-theme]'),
        ("lib", '"lib" is no file; give the name of one [no-theme]'),
        ("''", "theme is empty; give the name of a file, or leave the key out [empty-text]"),
        ("[theme.yaml]", "theme must be a group of keys, or the name of a file that holds them, not a list [wrong-type]"),
        ("spec.yaml", '"spec.yaml" is a spec; give a file that holds only the keys of a theme [spec-not-theme]'),
    ],
)  # fmt: skip
def test_a_theme_that_is_none_is_told_at_its_name(folder: Path, name: str, message: str) -> None:
    (folder / "theme.yaml").write_text(WHOLE)
    (folder / "spec.yaml").write_text(MINIMAL)
    assert said(folder, f"{MINIMAL}theme: {name}\n") == [f"5:8: error: {message}"]


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        ("", "1:1: error: the file says nothing [empty-file]"),
        (
            "other.yaml",
            '1:1: error: the file must be a group of keys, not the text "other.yaml" [wrong-type]',
        ),
        ("[accent]", "1:1: error: the file must be a group of keys, not a list [wrong-type]"),
        ("footer: 'a", "1:9: error: the quotation mark that opens here is never closed [yaml-syntax]"),
    ],
)
def test_a_file_that_holds_no_theme_is_told(folder: Path, contents: str, message: str) -> None:
    assert said(folder, outside(folder, contents)) == [f"theme.yaml:{message}"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (
            PermissionError(13, "Permission denied"),
            "(Permission denied); correct the name, or ask for the rights",
        ),
        (ValueError("embedded null byte"), "(not a valid path); correct the name, or ask for the rights"),
    ],
)
def test_a_theme_that_may_not_be_read_is_told(folder: Path, error: Exception, reason: str) -> None:
    def refuse(_path: Path, _most: int) -> bytes:
        raise error

    save(folder, "east.yaml", outside(folder, WHOLE).encode())
    with pytest.raises(SpecError) as caught:
        load_spec_file(folder / "east.yaml", "east.yaml", resolve=resolve, read=refuse)
    assert str(caught.value) == f'east.yaml:5:8: error: "theme.yaml" can\'t be read {reason} [no-theme]'


@pytest.mark.skipif(os.name == "nt", reason="needs pipes")
@pytest.mark.parametrize("key", ["theme: pipe", "theme: {logo: {file: pipe, alt: A}}"])
def test_nobody_waits_for_a_pipe(folder: Path, key: str) -> None:
    os.mkfifo(folder / "pipe")
    [message] = said(folder, f"{MINIMAL}{key}\n")
    assert '"pipe" is no file' in message


@pytest.mark.parametrize("keys", ["accent: '#12436D'\n", "logo: 3\nacent: 4\n"])
def test_a_theme_that_is_taken_for_a_spec_is_told_by_one_message(folder: Path, keys: str) -> None:
    [message] = said(folder, keys)
    assert "this is a theme, not a spec" in message


def test_a_spec_is_loaded_with_its_logo_and_can_be_sent(folder: Path) -> None:
    asked = load(folder, outside(folder, WHOLE))
    (folder / "logo.png").unlink()
    again = pickle.loads(pickle.dumps(asked.theme))  # noqa: S301 - our own
    assert again == asked.theme
    assert again.logo == LOGO
    assert pickle.loads(pickle.dumps(asked.spec)) == asked.spec  # noqa: S301 - the same


def test_a_theme_in_a_folder_above_is_shown_as_it_can_be_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "theme.yaml").write_text(WHOLE)
    (folder / "briefings").mkdir()
    spec = MINIMAL.replace("lib\n", "../lib\n")
    (folder / "briefings" / "east.yaml").write_text(f"{spec}theme: ../theme.yaml\n")
    monkeypatch.chdir(folder)
    asked = load_spec_file(Path("briefings/east.yaml"))
    assert (asked.theme.file, asked.theme.logo_file) == ("theme.yaml", "logo.png")
    (folder / "briefings").rename(folder / "elsewhere")
    (folder / "deep").mkdir()
    (folder / "elsewhere").rename(folder / "deep" / "briefings")
    (folder / "briefings").symlink_to("deep/briefings")
    (folder / "theme.yaml").rename(folder / "deep" / "theme.yaml")
    (folder / "logo.png").rename(folder / "deep" / "logo.png")
    (folder / "lib").rename(folder / "deep" / "lib")
    assert load_spec_file(Path("briefings/east.yaml")).theme.file == "briefings/../theme.yaml"


def test_a_briefing_looks_as_its_theme_says_and_is_written_with_its_logo() -> None:
    asked = spec().model_copy(update={"theme": ThemeKeys.model_validate(yaml.safe_load(WHOLE))})
    plain = brief([], asked)
    assert plain.theme == theme_of(asked.theme)
    assert plain.theme.logo is None
    whole = with_logo(plain, asked, LOGO)
    assert whole.theme.logo == Logo(LOGO, "Cheshire East Council")
    assert with_logo(plain, asked, None) == plain
    briefings = TypeAdapter(Briefing)
    assert briefings.dump_json(whole) != briefings.dump_json(with_logo(plain, asked, LOGO[:-1] + b"?"))
    assert briefings.validate_json(briefings.dump_json(whole)).theme == whole.theme
    assert brief([]).theme is USUAL


@pytest.mark.parametrize(
    ("own", "printed"), [(None, "OFFICIAL"), ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE")]
)
def test_the_classification_of_a_header_wins_over_that_of_the_theme(own: str | None, printed: str) -> None:
    more = {"theme": ThemeKeys(classification="OFFICIAL"), "header": Header(wards="All", classification=own)}
    made = brief([], spec().model_copy(update=more))
    assert made.classification == printed
    assert made.header == (("Wards affected", "All"), ("Classification", printed))


@pytest.mark.parametrize(
    ("keys", "good"),
    [
        (WHOLE, True),
        ("{}", True),
        ("accent: '#abc'\nlogo:\nfooter: 2024\n", True),
        ("accent: #abc\n", False),
        ("accent: navy\n", False),
        ("logo: logo.png\n", False),
        ("logo: {file: logo.png}\n", False),
        ("size: large\n", False),
        (f"footer: {'x' * 121}\n", False),
        ("theme: other.yaml\n", False),
    ],
)
def test_the_schema_takes_the_forms_that_the_loader_takes(keys: str, *, good: bool) -> None:
    assert jsonschema.Draft7Validator(theme_schema()).is_valid(yaml.safe_load(keys)) is good


def test_the_example_is_a_theme(folder: Path) -> None:
    text = (ROOT / "docs" / "theme.yaml").read_text(encoding="utf-8")
    assert theme(load(folder, outside(folder, text))).council_name == "Cheshire East Council"
    assert jsonschema.Draft7Validator(theme_schema()).is_valid(yaml.safe_load(text))
