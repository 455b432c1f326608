"""Word files for tests: a body in Word's own markup, and packages that are none."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache

import docx

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
NUMBERING = """
<w:abstractNum w:abstractNumId="90">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="91"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="92"><w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>
<w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num>
<w:num w:numId="92"><w:abstractNumId w:val="92"/></w:num>
<w:num w:numId="93"><w:abstractNumId w:val="90"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    inner = inner if inner.startswith("<") or not inner else run(inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def styled(style: str, words: str) -> str:
    return paragraph(words, f'<w:pStyle w:val="{style}"/>')


def item(words: str, list_: int = 91, level: int = 0) -> str:
    return paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>')


def table(*rows: tuple[str, ...]) -> str:
    cells = (
        "".join(f"<w:tc>{cell if '<w:p>' in cell else paragraph(cell)}</w:tc>" for cell in row)
        for row in rows
    )
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word_file(body: str, parts: Mapping[str, bytes] | None = None) -> bytes:
    """Return a Word file with a body; further parts take the place of its own."""
    whole = dict(_parts())
    main = whole["word/document.xml"].decode()
    whole["word/document.xml"] = main.replace("<w:body>", f"<w:body>{body}", 1).encode()
    numbering = whole["word/numbering.xml"].decode()
    whole["word/numbering.xml"] = numbering.replace("</w:numbering>", f"{NUMBERING}</w:numbering>").encode()
    return zipped({**whole, **(parts or {})})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


@cache
def _parts() -> Mapping[str, bytes]:
    out = io.BytesIO()
    empty = docx.Document()
    empty.add_paragraph("", style="List Number")  # brings the part that numbers lists
    empty.element.body.remove(empty.paragraphs[0]._p)
    empty.core_properties.author = "Nobody Atall"
    empty.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}
