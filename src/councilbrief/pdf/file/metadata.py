"""What a PDF says of itself: title, author, subject; in the old dictionary and in XMP, alike."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from html import escape

from reportlab.pdfgen.canvas import Canvas

from councilbrief.briefing.blocks import Briefing
from councilbrief.pdf.file.objects import Ready, enter, plain_stream
from councilbrief.pdf.look.glyphs import printed

_CREATOR = "councilbrief"
_PRODUCER = "councilbrief with ReportLab"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself, as it shall be read."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    stamp: dt.date

    def enter(self, canvas: Canvas) -> None:
        """Put it into the file that a canvas is about to write; viewers show its title."""
        canvas.setTitle(self.title)
        canvas.setAuthor(self.author)
        canvas.setSubject(self.subject)
        canvas.setKeywords(self.keywords)
        canvas.setCreator(_CREATOR)
        canvas.setProducer(_PRODUCER)
        document = canvas._doc  # noqa: SLF001 - ReportLab has no call for this
        data = plain_stream(self.xmp().encode(), "/Type/Metadata/Subtype/XML")
        document.Catalog.Metadata = f"{enter(document, Ready(data))} 0 R"
        document.Catalog.ViewerPreferences = "<</DisplayDocTitle true>>"

    def xmp(self) -> str:
        """Return the same as XMP, with the mark of PDF/UA-1."""
        return _XMP.format(
            title=escape(self.title, quote=False),
            author=escape(self.author, quote=False),
            subject=escape(self.subject, quote=False),
            keywords=escape(self.keywords, quote=False),
            language=escape(self.language, quote=False),
            creator=_CREATOR,
            producer=_PRODUCER,
            date=f"{self.stamp:%Y-%m-%d}T00:00:00Z",
        )


def metadata_of(briefing: Briefing, stamp: dt.date) -> Metadata:
    """Return what the PDF of a briefing says of itself."""
    words = (briefing.council, briefing.classification, briefing.as_at and f"as at {briefing.as_at}")
    return Metadata(
        title=printed(briefing.title),
        author=printed(briefing.author or briefing.council),
        subject=printed(briefing.subtitle or briefing.title),
        keywords=printed(", ".join(word for word in words if word)),
        language=briefing.language,
        stamp=stamp,
    )
