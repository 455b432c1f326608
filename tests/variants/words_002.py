"""The clauses of seed 002 and others that fit its sentences."""

from __future__ import annotations

HEADLINES = (
    "{clause} says Ofsted",
    "Ofsted visits {brief} and publishes letter",
    "Council responds to Ofsted letter on help and protection in {brief}",
)
TOPICS = (
    "children in need or those subject to a child protection plan",
    "children at the ‘front door’, where concerns about them are first received",
    "children in need",
    "children who are at risk of exploitation outside the home",
    "planning a permanent home for children in care",
)
# Clauses that follow "Ofsted summarised that" or "The letter goes on to say that".
STRONG = (
    "the quality of social work with these children and their families has improved",
    "senior leaders are successfully embedding a child-centred culture",
    "children in {here} benefit from stable and meaningful relationships with their social workers",
    "they have frequent opportunities to express their wishes and feelings",
    "social workers also feel supported by managers and leaders, they have a comprehensive training plan, and enjoy working in {here}",
)
# What has changed since the last inspection.
CHANGED = (
    STRONG[0],
    "caseloads have fallen",
    "assessments have become more thorough",
    "the council has invested more in early help",
)
# Clauses that may stand anywhere.
OTHER_STRONG = (
    STRONG[1],
    STRONG[2],
    "children have frequent opportunities to express their wishes and feelings",
    "social workers feel well supported by their managers",
    "children are seen promptly when concerns about them are raised",
    "written plans are clear, purposeful and reviewed on time",
    "partners share information quickly and work well together",
    "personal advisers keep in touch with young people",
)
# What is well, and what could be better; "It says that …, but …".
PAIRS = (
    ("family networks are often explored to offer immediate support for children and families", "contingency plans could be better for longer term support"),
    ("most managers have frequent oversight of social work with children and their families", "this could be more regular for disabled children"),
    ("most assessments are finished on time", "some do not say enough about fathers"),
    ("supervision is held often", "it does not always lead to timely decisions"),
    ("most plans are clear", "some need to be updated sooner when circumstances change"),
    ("children are usually seen alone", "what they say is not always recorded well enough"),
)  # fmt: skip
# "Finally, while …, …".
LAST_PAIRS = (
    (
        "a child-focused auditing programme is driving improvements and providing senior leaders with an accurate oversight of practice",
        "recommendations following audits need to be completed",
        " to further improve the experiences for children and young people",
    ),
    ("early help is well established", "families need to be told sooner which worker will visit them", ""),
    ("recruitment has improved", "the number of temporary managers needs to be reduced further", ""),
)
TEAMS = (
    ("@ct team", "to ensure that they remain with their families when possible and when it is appropriate"),
    ("Bridge team", "and for helping them to stay in school"),
    ("Stay Close team", "and on the adults who care for them"),
)
