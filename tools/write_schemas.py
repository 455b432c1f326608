"""Write the JSON Schemas that are shipped, from the code that they describe."""

from __future__ import annotations

from pathlib import Path

from councilbrief.briefing.schema import spec_schema, theme_schema
from councilbrief.documents.schema import sources_schema, written
from councilbrief.evidence.words.schema import words_schema

PACKAGE = Path(__file__).parent.parent / "src" / "councilbrief"
SHIPPED = {
    PACKAGE / "briefing" / "spec.schema.json": spec_schema,
    PACKAGE / "briefing" / "theme.schema.json": theme_schema,
    PACKAGE / "documents" / "sources.schema.json": sources_schema,
    PACKAGE / "evidence" / "words" / "words.schema.json": words_schema,
}


def main() -> None:
    """Write them all."""
    for path, schema in SHIPPED.items():
        path.write_text(written(schema()), encoding="utf-8", newline="\n")
        print(path.relative_to(PACKAGE.parent.parent))


if __name__ == "__main__":
    main()
