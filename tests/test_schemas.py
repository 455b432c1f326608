from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml

from councilbrief.briefing.schema import spec_schema, theme_schema
from councilbrief.briefing.spec import SectionSpec, Spec
from councilbrief.briefing.theme_keys import LogoKeys, ThemeKeys
from councilbrief.briefing.timing import Schedule
from councilbrief.documents.library import open_library
from councilbrief.documents.manifest import Manifest
from councilbrief.documents.schema import sources_schema, written
from councilbrief.evidence.words.schema import words_schema
from councilbrief.problems import Severity
from councilbrief.yamlfile.typed import Model
from spec_files import MINIMAL, PACKAGE, ROOT, load, make_folder, said

SHIPPED = {
    PACKAGE / "briefing" / "spec.schema.json": spec_schema,
    PACKAGE / "briefing" / "theme.schema.json": theme_schema,
    PACKAGE / "documents" / "sources.schema.json": sources_schema,
    PACKAGE / "evidence" / "words" / "words.schema.json": words_schema,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_schemas_are_those_of_the_code(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == written(SHIPPED[path]()), "run: python tools/write_schemas.py"
    jsonschema.Draft7Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


def check(path: Path, data: object) -> bool:
    schema = json.loads(
        next(shipped for shipped in SHIPPED if shipped.name == path.name).read_text(encoding="utf-8")
    )
    return jsonschema.Draft7Validator(schema).is_valid(data)


class EditorLoader(yaml.SafeLoader):
    """Reads as an editor's YAML 1.2 does: only true and false are booleans, dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag.rpartition(":")[2] not in {"bool", "timestamp", "int"}
    ]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[0-9]+$"), list("0123456789"))

S = "spec.schema.json"
# What both take, and what both refuse. What needs the register, the library, two keys
# side by side or the calendar is the loader's alone.
BOTH_TAKE = [
    MINIMAL,
    f"{MINIMAL}title: 2024\naudience: ward\nas_at: 2024-06-03\noutput: a-b\n",
    f"{MINIMAL}  ids: [release]\n  since: 2013\n  until: 2024-05\n  kinds: [report, letter]\n",
    f"{MINIMAL}sections:\n  - judgements\n  - strengths: {{limit: 4}}\n  - quotations: {{limit: all, sensitive: show}}\n",
    f"{MINIMAL}sections:\n  - judgements: {{history: yes}}\n  - strengths: {{history: false}}\n  - sources:\n",
    f"{MINIMAL}sections: [{{changes: {{title: New}}}}]\n",
    f"{MINIMAL}title:\nheader: {{wards: All}}\n",
    "version: 1\ncouncils: all\noutput: '{council}-x'\nsources: {library: lib}\n",
    f"{MINIMAL}schedule: 0 6 * * mon\n",
    f"{MINIMAL}schedule: {{cron: '*/15 6-18 1,L * mon-fri', timezone: UTC}}\n",
    f"{MINIMAL}schedule:\n",
    f"{MINIMAL}theme: {{accent: '#12436d', council_name: A, footer: 2024, size: clear-print}}\n",
    f"{MINIMAL}theme:\n",
]
BOTH_REFUSE = [
    "version: 2\ncouncil: Cheshire East\nsources: {library: lib}\n",
    "version: 1\nsources: {library: lib}\n",
    "version: 1\ncouncil:\nsources: {library: lib}\n",
    f"{MINIMAL}councils: all\n",
    "version: 1\ncouncil: Cheshire East\n",
    f"{MINIMAL}sections: judgements\n",
    f"{MINIMAL}sections: [quotes]\n",
    f"{MINIMAL}sections: [{{changes: {{limit: 4}}}}]\n",
    f"{MINIMAL}sections: [{{judgements: {{limit: 4}}}}]\n",
    f"{MINIMAL}sections: [{{strengths: {{limit: 0}}}}]\n",
    f"{MINIMAL}sections: [{{strengths: {{limit: many}}}}]\n",
    f"{MINIMAL}sections: [{{strengths: 4}}]\n",
    f"{MINIMAL}sections: [{{strengths: {{}}, limit: 4}}]\n",
    f"{MINIMAL}as_at: 2024\n",
    f"{MINIMAL}as-at: 2024-06-03\n",
    f"{MINIMAL}audience: everybody\n",
    f"{MINIMAL}output: ../x\n",
    f"{MINIMAL}  kinds: report\n",
    f"{MINIMAL}header: Scrutiny\n",
    f"{MINIMAL}schedule: daily\n",
    f"{MINIMAL}schedule: '@daily'\n",
    f"{MINIMAL}schedule: {{timezone: UTC}}\n",
    f"{MINIMAL}schedule: {{cron: 0 6 * * mon, zone: UTC}}\n",
    f"{MINIMAL}theme: [theme.yaml]\n",
    f"{MINIMAL}theme: {{accent: navy}}\n",
    f"{MINIMAL}theme: {{accent: #12436D\n  }}\n",
    f"{MINIMAL}theme: {{logo: logo.png}}\n",
    f"{MINIMAL}theme: {{size: large}}\n",
    "[]",
]


@pytest.mark.parametrize("text", BOTH_TAKE)
def test_schema_and_loader_take_the_same(folder: Path, text: str) -> None:
    load(folder, text)
    assert check(Path(S), yaml.load(text, EditorLoader))  # noqa: S506 - a safe loader with fewer types


@pytest.mark.parametrize("text", BOTH_REFUSE)
def test_schema_and_loader_refuse_the_same(folder: Path, text: str) -> None:
    said(folder, text)
    assert not check(Path(S), yaml.load(text, EditorLoader))  # noqa: S506 - a safe loader with fewer types


@pytest.mark.parametrize(
    ("document", "good"),
    [
        ("file: release.txt", True),
        ("{file: release.txt, id: 001, published: 2024-05-16, inspected: {date: 2024, basis: 'inferred: x'}}", True),
        ("{file: release.txt, title: null, kind: letter, url: 'https://a.org/b', published: 2013}", True),
        ("file: ", False),
        ("{file: release.txt, kind: press}", False),
        ("{file: release.txt, url: 'javascript:alert(1)'}", False),
        ("{file: release.txt, published: May 2024}", False),
        ("{file: release.txt, published: {date: 2024, basis: guessed}}", False),
        ("{file: release.txt, published: {basis: stated}}", False),
        ("{file: release.txt, tilte: x}", False),
    ],
)  # fmt: skip
def test_schema_and_manifest_agree(folder: Path, document: str, *, good: bool) -> None:
    text = f"version: 1\ndocuments:\n  - {document}\n"
    (folder / "lib" / "sources.yaml").write_text(text, encoding="utf-8")
    mistakes = [p for p in open_library(folder / "lib").problems if p.severity is Severity.ERROR]
    assert (not mistakes) is good
    assert check(Path("sources.schema.json"), yaml.load(text, EditorLoader)) is good  # noqa: S506 - a safe loader


@pytest.mark.parametrize("path", ["briefings/cheshire-east.yaml", "briefings/cheshire-west-and-chester.yaml", "docs/every-council.yaml", "src/councilbrief/briefing/first-spec.yaml", "seeds/sources.yaml"])  # fmt: skip
def test_the_shipped_files_please_an_editor(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    name = "sources.schema.json" if path.startswith("seeds") else S
    assert check(Path(name), yaml.load(text, EditorLoader))  # noqa: S506 - a safe loader with fewer types
    named = re.match(r"# yaml-language-server: \$schema=(.*)", text)
    assert named is not None
    assert Path(named.group(1)).name == name
    assert named.group(1) == S or ((ROOT / path).parent / named.group(1)).exists()


@pytest.mark.parametrize(
    "path", ["briefing/facts.schema.json", "builds/build.schema.json", "builds/verify.schema.json"]
)
def test_the_schemas_of_what_is_written_explain_every_key(path: str) -> None:
    schema = json.loads((PACKAGE / path).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    assert list(undescribed(schema)) == []


def undescribed(schema: object) -> Iterator[str]:
    """Yield the properties without a description."""
    if isinstance(schema, list):
        for each in schema:
            yield from undescribed(each)
    elif isinstance(schema, dict):
        properties = schema.get("properties", {})
        yield from (name for name, each in properties.items() if not each.get("description"))
        for each in (*properties.values(), *(schema.get(key) for key in ("items", "anyOf"))):
            yield from undescribed(each)


def described(model: type[Model]) -> list[str]:
    return [name for name, info in model.model_fields.items() if not info.description and name != "key"]


@pytest.mark.parametrize(
    "model",
    [Spec, SectionSpec, Schedule, ThemeKeys, LogoKeys, Spec.model_fields["sources"].annotation, Manifest],
)
def test_an_editor_can_explain_every_key(model: type[Model]) -> None:
    assert described(model) == []
