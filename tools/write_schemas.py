"""Write the JSON Schemas that are shipped, from the code that they describe."""

from __future__ import annotations

from pathlib import Path

from councilbrief.briefing.schema import spec_schema, theme_schema
from councilbrief.documents.schema import sources_schema, written

PACKAGE = Path(__file__).parent.parent / "src" / "councilbrief"
SHIPPED = {
    PACKAGE / "briefing" / "spec.schema.json": spec_schema,
    PACKAGE / "briefing" / "theme.schema.json": theme_schema,
    PACKAGE / "documents" / "sources.schema.json": sources_schema,
}


def main() -> None:
    """Write them all."""
    for path, schema in SHIPPED.items():
        path.write_text(written(schema()), encoding="utf-8", newline="\n")
        print(path.relative_to(PACKAGE.parent.parent))


if __name__ == "__main__":
    main()
