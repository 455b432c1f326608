"""Invented findings, in the shapes that lists and sentences give them."""

from __future__ import annotations

# Sentences, for a list under a heading.
STRENGTHS = (
    "Social workers visit children often and know their wishes and feelings well",
    "Thresholds are understood and applied consistently by partner agencies",
    "Early help is well coordinated and makes a real difference to families",
    "Foster carers feel valued and are well supported by their supervising social workers",
    "Care leavers are helped to stay in touch with the people who matter to them",
    "The virtual school is ambitious for children and tracks their progress closely",
    "Disabled children receive skilled and sensitive help from a dedicated team",
    "Audits are thorough, and what they show leads to better practice",
    "Family group conferences bring relatives into planning at an early stage",
    "Unaccompanied children are welcomed warmly and settle quickly",
    "Caseloads have fallen and more staff choose to stay",
    "Good advice is given to families who are waiting for a school place",
    "Children who go missing are found quickly and listened to when they return",
    "Elected members visit services often and ask searching questions",
)
# Noun phrases, for a list under a heading.
IMPROVEMENTS = (
    "The timeliness of first visits to children after a referral",
    "Ensuring that plans set out clearly what must change and by when",
    "The frequency and quality of supervision for social workers",
    "Having enough local homes for children with complex needs",
    "Pathway planning that begins early enough and involves young people",
    "The consistency with which risks outside the home are recognised",
    "The use of return home interviews when children have been missing",
    "Management oversight of children who wait for a social worker",
    "The quality of life story work for children in care",
    "How well health needs are tracked when children come into care",
    "The recording of decisions, so that children can later understand them",
    "The accuracy of performance data used by senior leaders",
    "Increasing the number of children's plans that are written in plain words",
)
# Clauses that an article reports after "that".
STRONG_CLAUSES = (
    "social workers saw children regularly and built trusting relationships with them",
    "foster carers were well supported by experienced staff",
    "families were offered the right help at the right time",
    "staff morale was high and turnover was low",
    "young people were listened to and their views shaped the service",
    "leaders knew their services well and acted quickly on what they found",
    "managers offered regular and thoughtful supervision",
    "partner agencies worked well together to protect children from exploitation",
)
# Noun phrases that go on "the inspector noted improvements such as".
STRONG_NOUNS = (
    "the timely response to children who go missing from home",
    "the strong relationships between social workers and families",
    "a growing range of homes for older teenagers",
    "the skilled work of the team for disabled children",
    "better use of family group conferences",
    "the well-run virtual school",
)
# Noun phrases that go on "suggested improvements include".
WEAK_NOUNS = (
    "the timeliness of assessments",
    "the quality of written plans for children in need",
    "the recruitment and retention of social workers",
    "the oversight of children placed far from home",
    "the support that personal advisers offer after the age of 21",
    "the way that managers record their decisions",
    "the number of suitable homes for care leavers",
)
# Clauses of which the inspectors say that it was found or noted.
WEAK_CLAUSES = (
    "too many children wait too long to be seen after a referral",
    "supervision of social workers is irregular and lacks challenge",
    "plans for children are not always updated when their circumstances change",
    "some children have had too many changes of social worker",
    "visits to children who live far away are not frequent enough",
    "the views of fathers are too often missing from assessments",
)
