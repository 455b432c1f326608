"""Makes the two shipped fonts from the variable Open Sans of the PyPI package `fontpkg-open-sans`.

Run it once, when the set of characters changes:

    pip install fontpkg-open-sans==3.3
    python tools/make_fonts.py
"""

from __future__ import annotations

import importlib.resources
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

FOLDER = Path(__file__).resolve().parents[1] / "src" / "councilbrief" / "pdf" / "look" / "fonts"
UPRIGHT = "OpenSans[wdth,wght].ttf"
FACES = (
    ("Regular", UPRIGHT, 400),
    ("Bold", UPRIGHT, 700),
)
CHARACTERS = (
    range(0x20, 0x7F),  # Basic Latin
    range(0xA0, 0x180),  # Latin-1 and Latin Extended-A: Welsh, Polish, most of Europe
    range(0x18F, 0x193),  # Latin Extended-B: schwa, florin
    range(0x1A0, 0x1B1),  # Vietnamese horns
    range(0x1CD, 0x1DD),  # Pinyin tones
    range(0x1FA, 0x21C),  # Danish and Romanian letters
    range(0x237, 0x238),  # dotless j
    range(0x2BB, 0x2BE),  # the marks of Hawaiian and Arabic names
    range(0x300, 0x30D),  # combining accents, for names typed letter by accent
    range(0x323, 0x32A),  # combining dots and tails
    range(0x1E00, 0x1F00),  # Latin Extended Additional: Welsh graves, Vietnamese
    range(0x2002, 0x200B),  # spaces
    range(0x2010, 0x2028),  # dashes, quotation marks, daggers, bullet, ellipsis
    range(0x2030, 0x2045),  # per mille, primes, angle quotes, fraction slash
    range(0x2070, 0x209D),  # superiors and inferiors
    range(0x20A0, 0x20C0),  # currencies
    range(0x2113, 0x2123),  # litre, numero, trade mark
    range(0x2150, 0x2160),  # fractions
    range(0x2212, 0x2213),  # minus
    range(0x2248, 0x2249),  # almost equal
    range(0x2260, 0x2266),  # not equal, at most, at least
)
DROPPED = ("GPOS", "GSUB", "GDEF", "STAT", "meta", "MVAR", "HVAR", "avar", "DSIG")


def make(style: str, file: str, weight: int) -> Path:
    """Cut one static face, keep only `CHARACTERS`, and write it into the package."""
    package = importlib.resources.files("fontpkg_open_sans")
    with importlib.resources.as_file(package / "files" / file) as path:
        font = TTFont(path, recalcTimestamp=False)
    face = instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=False)
    subset = Subsetter(
        Options(hinting=False, notdef_outline=True, drop_tables=[*DROPPED], name_IDs=[0, 1, 2, 4, 5, 6, 13])
    )
    subset.populate(unicodes=[code for block in CHARACTERS for code in block])
    subset.subset(face)
    for record in face["name"].names:
        record.string = {
            1: "Open Sans",
            2: style,
            4: f"Open Sans {style}",
            6: f"OpenSans-{style}",
        }.get(record.nameID, record.toUnicode())
    target = FOLDER / f"OpenSans-{style}.ttf"
    face.save(target)
    return target


def main() -> None:
    """Write the two faces and their licence, and print their sizes."""
    for style, file, weight in FACES:
        path = make(style, file, weight)
        print(f"{path.name}: {path.stat().st_size:,} bytes")
    licence = importlib.resources.files("fontpkg_open_sans") / "LICENSE"
    (FOLDER / "OFL.txt").write_text(licence.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    main()
