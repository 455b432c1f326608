"""Briefings of invented words, typed as the composer makes them, with the documents that they cite."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from councilbrief.briefing.blocks import (
    Block,
    Briefing,
    Cite,
    Inline,
    ItemList,
    KeyFacts,
    Link,
    Notice,
    Paragraph,
    Pill,
    Quote,
    Section,
    Slice,
    SourceEntry,
    SourceList,
    Statement,
    Strong,
    Subheading,
    Table,
    Text,
    Tone,
)
from councilbrief.documents.document import Document, TextMap
from councilbrief.documents.document import Paragraph as Read
from councilbrief.evidence.facts import Grade
from councilbrief.provenance import Source, Span

STAMP = dt.date(2026, 11, 21)

HOSTILE = (
    "<b>&amp;</b>",
    '<img src="/etc/passwd">',
    "R&D <strong",
    '<a href="javascript:alert(1)">here</a>',
    "</para>",
    "<para>",
    "&lt;b&gt;",
    "&#0;",
    "&#x3c;script&#x3e;",
    '<font color="white">hidden</font>',
    "<font color=\"[__import__('os').system('id')]\">x</font>",
    "<br/>",
    '<onDraw name="evil" label="x"/>',
    '<a name="source-1"/>',
    "<!-- comment -->",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?>",
    "<u>under</u> <super>up</super>",
    "<unichar code='9731'/>",
    "<greek>a</greek>",
    "<seq id='x'/>",
    "{% raw %}{{ 7*7 }}",
    "%PDF-1.7 endstream endobj",
    ") Tj ET Q (",
    "\\( \\) \\n \\101",
    "/MCID 0 BDC EMC",
    "<< /Type /Catalog >>",
    "${jndi:ldap://x}",
    "' OR '1'='1",
    "file:///etc/passwd",
    "data:text/html,<script>",
    "a && b || c > d < e",
)


def text(words: str) -> Statement:
    return Statement((Text(words),))


def document(
    key: str, words: str, original: str | None = None, edges: tuple[int, ...] | None = None
) -> Document:
    """Make a document; `edges` gives the start of each character in `original`, and its end."""
    starts = edges or tuple(range(len(words) + 1))
    return Document(
        source=Source(key, f"{key}.txt", "0" * 64),
        original=words if original is None else original,
        text=words,
        paragraphs=(Read(1, Span(0, len(words))),),
        map=places(pairwise(starts)),
    )


def places(edges: Iterable[tuple[int, int]]) -> TextMap:
    """Map characters one by one to what each stands for."""
    made = TextMap()
    for start, end in edges:
        made.add(1, start, end)
    return made


@dataclass
class Shelf:
    """Documents, and slices of them."""

    documents: dict[str, Document] = field(default_factory=dict)

    def add(self, key: str, words: str) -> None:
        self.documents[key] = document(key, words)

    def slice(self, key: str, words: str) -> Slice:
        found = self.documents[key]
        start = found.text.index(words)
        return Slice(words, found.place(Span(start, start + len(words))))


RELEASE = (
    "Inspectors found that most social workers know their children well and speak of them with warmth. "
    "Senior leaders have a clear ambition for the borough’s most vulnerable children. "
    "Work to find children who go missing has improved since the last inspection. "
    "The quality, consistency and responsiveness of support for care leavers needs to improve. "
    "Visits to children are not always in line with their needs. "
    "“We are disappointed, and we are sorry that some of our support does not meet the standard that our young people deserve. "
    "We thank our staff, who work with dedication and care day in, day out, and we accept every finding. "
    "Work is already under way: a board with an independent chair meets each month, and will report to this council in public."
)
ARTICLE = (
    "The report, published on 16 May, says that practice is too variable. "
    "Łukasz Żółkiewski, chair of the Llŷn and Môn carers’ forum, said that ŵyau, ŷd and Gŵyl are words that fonts forget. "
    "“Care leavers told me that nobody rang them back,” said Siân Gruffydd-O’Hara."
)


def _judgements() -> Table:
    rows = (
        ("Overall effectiveness", Grade.INADEQUATE, "Inadequate", Grade.REQUIRES_IMPROVEMENT),
        (
            "The impact of leaders on social work practice with children and families",
            Grade.REQUIRES_IMPROVEMENT,
            "Requires improvement to be good",
            Grade.GOOD,
        ),
        (
            "The experiences and progress of children who need help and protection",
            Grade.REQUIRES_IMPROVEMENT,
            "Requires improvement to be good",
            Grade.REQUIRES_IMPROVEMENT,
        ),
        ("The experiences and progress of children in care", Grade.GOOD, "Good", Grade.ADEQUATE),
        ("The experiences and progress of care leavers", Grade.INADEQUATE, "Inadequate", Grade.NOT_JUDGED),
        ("Adoption", Grade.OUTSTANDING, "Outstanding", Grade.NO_OVERALL),
    )
    return Table(
        "Judgements of the inspection of 26 February to 8 March 2024, in the framework’s own words",
        ("Area", "Grade", "Grade in November 2019"),
        tuple(
            (
                Statement((Text(area),)),
                Statement((Pill(grade, words), Cite((1,)))),
                Statement((Pill(before, before.value.capitalize()), Cite((2, 3)))),
            )
            for area, grade, words, before in rows
        ),
        (0.40, 0.32, 0.28),
    )


def realistic() -> tuple[Briefing, Mapping[str, Document]]:
    """Make the briefing that a councillor of an invented council would get."""
    shelf = Shelf()
    shelf.add("000", RELEASE)
    shelf.add("001", ARTICLE)
    sentences = [f"{part}." for part in RELEASE.split("“", maxsplit=1)[0].strip(" .").split(". ")]
    strengths = tuple(Statement((shelf.slice("000", words), Cite((1,)))) for words in sentences[:3])
    wanting = tuple(Statement((shelf.slice("000", words), Cite((1, 2)))) for words in sentences[3:5])
    spoken = [f"{part}." for part in RELEASE.split("“")[1].strip(" .").split(". ")]
    sections = (
        Section(
            "at-a-glance",
            "At a glance",
            (
                KeyFacts(
                    (
                        ("Inspected", Statement((Text("26 February to 8 March 2024"), Cite((1,))))),
                        (
                            "Overall effectiveness",
                            Statement((Pill(Grade.INADEQUATE, "Inadequate"), Cite((1,)))),
                        ),
                        ("Framework", text("Inspection of local authority children’s services")),
                        ("Areas for improvement", text("7, all shown")),
                    )
                ),
                Paragraph(
                    (
                        Statement(
                            (
                                Text(
                                    "Ofsted inspected Wealdshire from 26 February to 8 March 2024 and judged "
                                ),
                                Strong("overall effectiveness"),
                                Text(" to be inadequate."),
                                Cite((1, 2)),
                            )
                        ),
                        Statement((Text("In November 2019 it required improvement to be good."), Cite((3,)))),
                    )
                ),
                Paragraph(
                    (
                        text(
                            "The two inspections were made under different frameworks, so their grades stand side by side without a rise or fall."
                        ),
                    )
                ),
            ),
        ),
        Section("judgements", "Judgements", (_judgements(),)),
        Section(
            "strengths",
            "What inspectors found to be strong",
            (Subheading("In the council’s own account"), ItemList(strengths)),
        ),
        Section("improvements", "Areas for improvement", (ItemList(wanting * 3, start=1),)),
        Section(
            "quotations",
            "What people have said",
            (
                Quote(
                    tuple(shelf.slice("000", words) for words in spoken),
                    Statement(
                        (
                            Strong("Councillor Bronwen Achterberg"),
                            Text(", lead member for children, Wealdshire Council"),
                            Cite((1,)),
                        )
                    ),
                    (),
                ),
                Quote(
                    (shelf.slice("001", "Care leavers told me that nobody rang them back"),),
                    Statement(
                        (
                            Strong("Siân Gruffydd-O’Hara"),
                            Text(", in a local paper; role not given"),
                            Cite((2,)),
                        )
                    ),
                    (),
                ),
            ),
        ),
        Section(
            "sources",
            "Sources and method",
            (
                Paragraph(
                    (
                        text(
                            "Words in quotation marks are copied letter for letter from the numbered sources."
                        ),
                    )
                ),
                SourceList(
                    (
                        SourceEntry(
                            1,
                            Statement(
                                (
                                    Strong("Council commits to improving children’s services"),
                                    Text(". Wealdshire Council, press release, 16 May 2024. "),
                                    Link(
                                        "https://www.wealdshire.example/news/ofsted-2024",
                                        "https://www.wealdshire.example/news/ofsted-2024",
                                    ),
                                )
                            ),
                        ),
                        SourceEntry(
                            2,
                            Statement(
                                (
                                    Strong("‘Much more to do’, says watchdog"),
                                    Text(
                                        ". Wealdshire Echo, article, 16 May 2024 (inferred: it says that the report is published “today”)."
                                    ),
                                )
                            ),
                        ),
                        SourceEntry(
                            3,
                            Statement((Strong("Inspection report"), Text(". Ofsted, January 2020, page 2."))),
                        ),
                    )
                ),
            ),
        ),
    )
    briefing = Briefing(
        council="Wealdshire",
        title="Children’s services in Wealdshire: what the inspection of 2024 found",
        subtitle="Briefing for the children and families scrutiny committee",
        header=(
            ("Meeting", "Children and families scrutiny committee, 3 December 2026"),
            ("Report of", "Director of children’s services"),
            ("Contact", "Łucja Wiśniewska-Rhŷs, democratic services"),
            ("Decision needed", "To note the findings, and to ask for the action plan in January"),
        ),
        notices=(
            Notice(
                Tone.WARNING,
                "These documents are indirect evidence",
                (
                    text(
                        "No inspection report is among the sources: what follows is what the council and the press have said of it."
                    ),
                    Statement(
                        (
                            Text("One document has no date of its own; its year was supplied by hand."),
                            Cite((2,)),
                        )
                    ),
                ),
            ),
        ),
        sections=sections,
        as_at="21 November 2026",
        classification="OFFICIAL",
        author="Democratic services",
    )
    return briefing, shelf.documents


def small(*blocks: Block, **changes: object) -> Briefing:
    """Make a briefing of one section."""
    whole = Briefing("Wealdshire", "A briefing", "", (), (), (Section("x", "A section", blocks),))
    return replace(whole, **changes)  # type: ignore[arg-type]


def of_inlines(*inlines: Inline) -> Briefing:
    return small(Paragraph((Statement(inlines),)))


def hard() -> Briefing:
    """Make a briefing of everything that is hard to set."""
    inspections = Table(
        "Twelve inspections and visits",
        ("Date", "Kind", "What was found"),
        tuple(
            (
                text(f"{day} November {2003 + day}"),
                text("Inspection of local authority children’s services"),
                text(
                    "The letter names areas for priority action, and says what happened since. "
                    * (3 + 5 * (day % 4))
                ),
            )
            for day in range(1, 13)
        ),
        (0.22, 0.30, 0.48),
    )
    payloads = ItemList(tuple(text(payload) for payload in HOSTILE))
    return Briefing(
        council="Rhondda & <b>Môn</b>",
        title="A title with <b>&amp;</b> in it, and Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        subtitle="Łódź, Gŵyl, Đặng, Ångström, São, naïve, œuvre",
        header=(("Meeting", "<i>none</i>"),),
        notices=(Notice(Tone.INFORMATION, "Please note", (text("A long notice. " * 120),)),),
        sections=(
            Section("empty", "An empty section", ()),
            Section("history", "Inspections so far", (inspections,)),
            Section(
                "improvements",
                "Fifteen areas for improvement",
                (
                    ItemList(
                        tuple(
                            text(f"Area {n}: the frequency and quality of visits to children. " * 2)
                            for n in range(1, 16)
                        ),
                        start=1,
                    ),
                ),
            ),
            Section("hostile", "Payloads & <para>", (payloads,)),
            Section(
                "long",
                "Long things",
                (
                    Paragraph((text("x" * 200),)),
                    Paragraph((text(f"before {'Wörter' * 60} after"),)),
                    Table(
                        "A cell taller than a page",
                        ("A", "B"),
                        ((text("short"), text("Many words that go on. " * 400)), (text("next"), text("row"))),
                        (0.3, 0.7),
                    ),
                    Paragraph((text("The end."),)),
                ),
            ),
        ),
    )
