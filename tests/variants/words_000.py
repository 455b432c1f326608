"""The headings of seed 000 and others, its footers, and whom a finding about quality concerns."""

from __future__ import annotations

QUALITY = "the quality, consistency and responsiveness of support, advice and guidance for {}"
WHOM = {
    "leaders": "social workers and their managers",
    "help_protection": "families who ask for help",
    "in_care": "children in care",
    "care_leavers": "care leavers",
    "in_care_and_care_leavers": "children in care and care leavers",
}
HEADLINES = {
    True: (
        "Council commits to continuing to improve children's services following Ofsted inspection",
        "{} Council responds to Ofsted report on children's services",
        "Ofsted report: our response",
    ),
    False: (
        "Ofsted praises children's services in {}",
        "{} Council welcomes Ofsted report on children's services",
        "Ofsted publishes report on children in {}",
    ),
}
PRAISE = (
    "The judgement recognised many strengths across the council, including:",
    "Strengths highlighted by the inspectors include:",
    "Inspectors found a number of strengths:",
)
WANTED = (
    "Areas for improvement include:",
    "The areas that need to improve are:",
    "The council was told to work on:",
)
FOOTER = (
    "AudlemOnline is powered by our active community.",
    "Please send us your news and views using the button below:",
    "Email: editor@audlem.org",
)
OTHER_FOOTER = (
    "This site is run by volunteers and we depend on your support.",
    "Send your stories and pictures to: news@villagesite.example",
)
# Under "Notes to editors": where the report is, and whom to ask.
LINKS = (
    "The link to the full report is here: {} – Open – Find an Inspection Report – Ofsted",
    "Read the report in full on Ofsted's website by searching for {}",
    "Photograph attached: the civic offices, {}",
)
CONTACTS = (
    "{} MA(Cantab) | Media and Reputation Manager | {}",
    "Media contact: {}, senior communications officer, {}, 01632 960001",
    "For more information call {} in the press office at {}",
)
