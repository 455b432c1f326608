"""The facts of the five seed articles, given by hand in the articles' own words."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.papers import CHESHIRE_WEST, Paper, dated, paper
from councilbrief.evidence.facts import Area, Evidence, Grade, Voice
from councilbrief.provenance import DocumentKind

SEEDS = Path(__file__).parents[2] / "seeds"
OTHER_THREE = (Area.LEADERS, Area.HELP_PROTECTION, Area.IN_CARE)
COUNCIL = "Cheshire East Council"


def _text(number: str) -> str:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8")


def _lines(one: Paper, first: str, count: int) -> tuple[str, ...]:
    """Return the paragraphs of a statement from the one that begins with `first`, without marks."""
    at = one.text.index(first)
    lines = [line.strip() for line in one.text[at:].split("\n") if line.strip()][:count]
    return tuple(re.sub(r'^["“]|["”]$', "", line) for line in lines)


def seed_000() -> Evidence:
    one = paper(
        "000",
        _text("000"),
        DocumentKind.RELEASE,
        "2024-05-16",
        title="Council commits to continuing to improve children's services following Ofsted inspection",
        publisher=COUNCIL,
        url="https://www.audlem.org/",
    )
    one.inspection(
        "The council's inspection of local authority children's services took place from 26th February to 8th March 2024",
        "2024-02-26",
        "2024-03-08",
        "ilacs-2023",
        graded=True,
    )
    one.judge(
        "Ofsted rated the experiences and progress of care leavers as inadequate",
        Area.CARE_LEAVERS,
        grade=Grade.INADEQUATE,
    )
    one.judge(
        "The inspectors rated the other three areas of inspection as requiring improvement to be good",
        *OTHER_THREE,
        grade=Grade.REQUIRES_IMPROVEMENT,
    )
    one.judge(
        "If any areas of inspection are deemed inadequate then the rating of overall effectiveness by default is also judged to be inadequate, irrespective of ratings in other areas.",
        Area.OVERALL,
        grade=Grade.INADEQUATE,
        stated=False,
    )
    for words in (
        "Significant progress has been made in improving arrangements for those who go missing or at risk of exploitation",
        "Senior leaders express a tangible ambition to do the right thing to help, protect and care for the most vulnerable children in Cheshire East",
        "Staff knew children and young people well and spoke about them with warmth",
    ):
        one.strength(words, Voice.COUNCIL)
    one.improve(
        "the quality, consistency and responsiveness of support, advice and guidance for care leavers",
        Voice.INSPECTORS,
    )
    one.improve(
        "Ensuring social work visits are in line with children's needs and improved recording", Voice.COUNCIL
    )
    bulman = one.speaker("Carol Bulman", "Councillor", "lead member for children and families", COUNCIL)
    one.say(bulman, *_lines(one, "We are, of course", 4))
    return one.evidence()


def seed_001() -> Evidence:
    one = paper(
        "001",
        _text("001"),
        published=dated("2024-05-16", "inferred: the council’s release of the same day gives the year"),
        title="Cheshire East children’s services slip to ‘inadequate’ rating",
        publisher="Local newspaper",
    )
    one.inspection(
        "Ofsted carried out an inspection of the council earlier this year",
        dated("2024", "inferred: “earlier this year”, in an article of 2024"),
        framework="ilacs-2023",
        basis="inferred: the areas and the date",
        graded=True,
    )
    one.inspection("the last inspection in 2019", "2019")
    one.inspection(
        "Joint Targeted Area Inspection (JTAI) in July 2022", "2022-07", framework="jtai", graded=False
    )
    one.judge(
        "gave Cheshire East's children's services an overall inadequate rating",
        Area.OVERALL,
        grade=Grade.INADEQUATE,
    )
    one.judge("for care leavers, it is inadequate", Area.CARE_LEAVERS, grade=Grade.INADEQUATE)
    noted = "improvements in some areas of practice had been made since the last inspection in 2019, such as shortfalls around the risk of child exploitation being addressed and the development and opening of family hubs"
    one.strength("shortfalls around the risk of child exploitation being addressed", Voice.PRESS, noted)
    one.strength("the development and opening of family hubs", Voice.PRESS)
    one.strength("staff enjoyed working in Cheshire East", Voice.PRESS)
    one.strength(
        "despite facing financial pressures, the council had made further investment to strengthen services and increase staffing",
        Voice.PRESS,
    )
    one.improve(
        "the quality of practice, as well as the experience and progress of children and young people, is too variable",
        Voice.PRESS,
    )
    one.improve(
        "insufficient improvements had been made to services for children subject to 'child in need' and child protection plans",
        Voice.PRESS,
    )
    one.improve("senior leaders' oversight of performance", Voice.PRESS)
    one.improve(
        "the quality, consistency and responsiveness of support, advice and guidance for care leavers",
        Voice.PRESS,
    )
    one.improve("the quality and frequency of visits to children", Voice.PRESS)
    _statements_001(one)
    return one.evidence()


def _statements_001(one: Paper) -> None:
    one.say(
        one.speaker("Teresa Godfrey", None, "inspector", "Ofsted"), *_lines(one, "Following the Joint", 4)
    )
    one.say(
        one.speaker("Jos Saunders", "councillor", "cabinet member for children’s services in 2018", COUNCIL,
                    inferred=True, party="Conservative", past=True),
        *_lines(one, "In 2018, we were", 3),
    )  # fmt: skip
    one.say(
        one.speaker(
            "Janet Clowes", "Cllr", "Conservative group leader", COUNCIL, inferred=True, party="Conservative"
        ),
        *_lines(one, "Over the past five years", 2),
        sensitive="calls for a resignation",
    )
    one.say(
        one.speaker("Carol Bulman", "Cllr", "lead member for children", COUNCIL, inferred=True),
        *_lines(one, "We are of course", 2),
    )
    one.say(
        one.speaker(
            "Laura Crane", "Cllr", "ward councillor for Ettiley Heath and Wheelock", COUNCIL, inferred=True
        ),
        *_lines(one, "I feel for the staff", 2),
    )
    one.say(None, "much more to do to improve", snippet=True)


def seed_002() -> Evidence:
    one = paper(
        "002",
        _text("002"),
        DocumentKind.RELEASE,
        "2021-12-08",
        title="Quality of social work with children and families in Cheshire East has improved says Ofsted",
        publisher=COUNCIL,
    )
    one.inspection(
        "Ofsted carried out an inspection of local authority children’s services (ILACS) in Cheshire East on 3 and 4 November",
        dated("2021-11-03", "inferred: the year is that of the release"),
        dated("2021-11-04", "inferred: the year is that of the release"),
        "focused-visit",
        basis="inferred: two days, one topic, a letter and no grades",
        graded=False,
    )
    one.inspection("their last inspection in November 2019", "2019-11")
    goes_on = "children in Cheshire East benefit from stable and meaningful relationships with their social workers and they have frequent opportunities to express their wishes and feelings."
    for told, standing in (
        ("the quality of social work with these children and their families has improved", None),
        ("senior leaders are successfully embedding a child-centred culture", None),
        (
            "children in Cheshire East benefit from stable and meaningful relationships with their social workers",
            None,
        ),
        ("they have frequent opportunities to express their wishes and feelings", goes_on),
        (
            "Social workers also feel supported by managers and leaders, they have a comprehensive training plan, and enjoy working in Cheshire East",
            None,
        ),
    ):
        one.strength(told, Voice.COUNCIL, standing)
    for told, standing in (
        ("contingency plans could be better for longer term support", None),
        (
            "this could be more regular for disabled children",
            "most managers have frequent oversight of social work with children and their families, but this could be more regular for disabled children.",
        ),
        (
            "recommendations following audits need to be completed",
            "recommendations following audits need to be completed to further improve the experiences for children and young people.",
        ),
    ):
        one.improve(told, Voice.COUNCIL, standing)
    flavell = one.speaker("Kathryn Flavell", "Councillor", "lead member for children and families", COUNCIL)
    one.say(flavell, *_lines(one, "I am so proud", 4))
    return one.evidence()


def seed_003() -> Evidence:
    year = "inferred: the inspection of March 2013 and the framework then in force"
    one = paper("003", _text("003"), published=dated("2013", year), publisher="Local newspaper")
    one.inspection(
        "carried out an unannounced inspection of Cheshire East Council’s arrangements for the protection of its children in March",
        dated("2013-03", "inferred: “in March”, in an article of 2013"),
        framework="apc-2012",
        basis="inferred: its title and its areas",
        graded=True,
    )
    both = "the effectiveness of the help and protection provided to children, young people, families and carers and leadership and governance were both judged as ‘adequate’"
    one.judge(
        "CHILD protection services at Cheshire East Council have been branded as ‘inadequate’",
        Area.OVERALL,
        grade=Grade.INADEQUATE,
    )
    one.judge(
        "quality of practice was judged as ‘inadequate’", Area.QUALITY_OF_PRACTICE, grade=Grade.INADEQUATE
    )
    one.judge(both, Area.HELP_PROTECTION, Area.LEADERS, grade=Grade.ADEQUATE)
    box = one.text[one.text.index("• Ofsted found") :]
    for words in re.split(r"\s*•\s*|\s+l\s+(?=If)", box)[1:]:
        one.strength(words.strip().removesuffix("..").strip(), Voice.PRESS)
    one.improve("poor recognition of risk, delays and inconsistent management decision-making", Voice.INSPECTORS,
                "Children, young people and their families experience poor recognition of risk, delays and inconsistent management decision-making.")  # fmt: skip
    one.improve("Planning for children and young people in need is also inadequate", Voice.INSPECTORS,
                "Planning for children and young people in need is also inadequate.")  # fmt: skip
    one.say(
        one.speaker("The report", None, None, "Ofsted", document=True),
        *_lines(one, "Children, young people and", 2),
    )
    one.say(
        one.speaker("Michael Jones", "Clr", "leader of the council", COUNCIL),
        *_lines(one, "This is not typical", 6),
    )
    one.say(
        one.speaker(
            "David Newton", "Clr", "leader of the Labour group", COUNCIL, inferred=True, party="Labour"
        ),
        *_lines(one, "The council should be aiming", 2),
    )
    return one.evidence()


def seed_004() -> Evidence:
    one = paper(
        "004",
        _text("004"),
        published=dated("2019-05", "inferred: Ofsted’s report of 8 May 2019"),
        title="Cheshire West children's services rated 'good' by Ofsted",
        publisher="Local news site",
        council=CHESHIRE_WEST,
    )
    one.inspection(
        "It follows an inspection in March.",
        dated("2019-03", "inferred: “in March”, in an article of 2019"),
        framework="ilacs-2018",
        basis="inferred: the framework in force in March 2019",
        graded=True,
    )
    one.judge(
        "Cheshire West and Chester Council’s Children and Families Service has been rated ‘good’ by Ofsted",
        Area.OVERALL,
        grade=Grade.GOOD,
    )
    for words in (
        "significant improvements had been made in several areas",
        "there is a strong culture of learning across the Children’s Services",
        "the positive work culture within the council’s Children’s Service, which has built a stable and resilient workforce",
        "social workers were experienced, skilled and took the time to get to know children they worked with",
    ):
        one.strength(words, Voice.PRESS)
    items = one.text[one.text.index("•") : one.text.index("Emma Taylor, Director")]
    for words in items.split("•")[1:]:
        one.improve(words.strip().rstrip(";"), Voice.PRESS)
    emma = one.speaker(
        "Emma Taylor",
        None,
        "Director of Children’s Services",
        "Cheshire West and Chester Council",
        inferred=True,
    )
    one.say(emma, *_lines(one, "We’re delighted", 4))
    return one.evidence()


def seeds() -> tuple[Evidence, ...]:
    return (seed_000(), seed_001(), seed_002(), seed_003(), seed_004())
