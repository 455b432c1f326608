"""Writes the hostile YAML files beside it; the tests check that they are these."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "yaml"
BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n"
    for below, name in zip("abcdef", "bcdefg", strict=True)
)

FILES: dict[str, bytes] = {
    "alias-bomb.yaml": f"a: &a [x, x, x]\n{BOMB}".encode(),
    "brackets.yaml": b"[[[[",
    "deep.yaml": b"[" * 100_000,
    "duplicate-key.yaml": b"version: 1\ncouncil: Cheshire East\ntitle: One\ncouncil: Cheshire West\n",
    "norway.yaml": b"council: no\n",
    "sexagesimal.yaml": b"title: 1:20\nas_at: 2024-06-03\n",
    "tabs.yaml": b"sources:\n\tlibrary: ../seeds\n",
    "too-large.yaml": b"# nothing to see\n" * 18_000,
    "utf-16.yaml": "council: Cheshire East\n".encode("utf-16"),
    "windows-1252.yaml": "council: Cheshire East\ntitle: “Much more to do”\n".encode("cp1252"),
    "nul.yaml": b"council: Cheshire\x00East\n",
    "escaped-nul.yaml": b'council: "Cheshire\\0East"\n',
    "merge-key.yaml": b"sources:\n  <<: {library: x}\n",
    "python-tag.yaml": b"council: !!python/object/apply:os.getcwd []\n",
    "two-documents.yaml": b"council: Cheshire East\n---\ncouncil: Cheshire West\n",
    "empty.yaml": b"",
}


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, data in FILES.items():
        (FOLDER / name).write_bytes(data)
        print(FOLDER / name, len(data))  # noqa: T201 - a script says what it did


if __name__ == "__main__":
    main()
