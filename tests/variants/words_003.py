"""The sentences of seed 003 and others of its time."""

from __future__ import annotations

from variants.grades import ADEQUATE, GOOD, HELP, INADEQUATE, LEADERS, OUTSTANDING

PRACTICE = "quality_of_practice"
WORDING = {
    PRACTICE: "quality of practice",
    HELP: "the effectiveness of the help and protection provided to children, young people, families and carers",
    LEADERS: "leadership and governance",
}
HEARTENING = {
    PRACTICE: "the quality of our practice",
    HELP: "the effectiveness of help and protection for vulnerable children",
    LEADERS: "leadership and governance of this key area of the council's activities",
}
RANKS = {
    INADEQUATE: "the lowest rating possible",
    ADEQUATE: "the second lowest rating",
    GOOD: "the second highest rating",
    OUTSTANDING: "the highest rating possible",
}
# Paragraphs of the quoted report, by whether the result is a bad one: the words, the findings
# that fill them, and whether those are strengths.
REPORTS: dict[bool, tuple[tuple[str, tuple[str, ...], bool], ...]] = {
    True: (
        ("Children, young people and their families experience {}.", ("poor recognition of risk, delays and inconsistent management decision-making",), False),
        ("This increases children and young people's potential risk of harm. {}.", ("Planning for children and young people in need is also inadequate",), False),
        ("{}.", ("Too many assessments are brief and leave out what children say",), False),
        ("Social workers are committed to families. {}.", ("Supervision, however, is not frequent enough",), False),
    ),
    False: (
        ("{}.", ("Children are seen often and are listened to",), True),
        ("{}. {}.", ("Risk is recognised early", "Decisions are made without delay"), True),
        ("{}.", ("Elected members ask searching questions and know their services well",), True),
    ),
}  # fmt: skip
STATEMENT = (
    "This is not typical of the high quality work we do with local children and young people, we consider it a fair reflection of some areas of our practice.",
    "Whilst the inspection identified there were no children or young people where immediate action was needed to protect them from significant harm, we accept that, in a small number of cases, our way of responding to concerns resulted in the potential for risk.",
    "Prior to the inspection, we had recognised the need to improve and make consistent the standard of our social care for children and young people.",
    "Like so many other local authorities around the country, we have done a great deal of work recently to achieve Ofsted's new higher standards.",
)
BOX = (
    "OFSTED pointed out some positive points from its inspection at {council}:\u00a0",
    "WHAT Ofsted liked at {council}:",
    "STRENGTHS noted by Ofsted at {council}:",
)
SEEN = (
    "Ofsted found that, when children are at risk of immediate harm, quick action is taken with the help of other services, to make sure they are protected",
    "When children and their families need help at an early stage, the council and other organisations work well together to support them to make life their lives better",
    "Children's centres, family centres, schools and other local services give good advice and help to parents who are having difficulties looking after their children",
    "Early help and support to older children and young people is generally good, and so fewer young people are involved in anti-social behaviour in their neighbourhoods or are getting into trouble with the police",
    "School attendance and behaviour is getting better",
    "If a child or young person goes missing, local services and the police have good systems in place to make sure they return home safely",
    "Social workers, family service workers and other staff who work with children and their families receive regular and effective training and support so they can do their job well and ensure children are safe",
    "\u00a0Good joint working between the council and many different local services makes sure that support is available and, in many instances, this prevents problems from getting worse",
    "All the agencies work well together to make sure that children and young people who have a child protection plan are helped and that they are safe",
)
