"""Who speaks, by each way in which English says so: names, surnames, roles, pronouns, and the place of the cue."""

from __future__ import annotations

import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.facts import Quotation
from councilbrief.evidence.gather import gather
from councilbrief.evidence.speech.of_ofsted import stands_for_ofsted
from councilbrief.provenance import Source

WORDS = "the ice is thin and we knew it"


def quotations(text: str) -> tuple[Quotation, ...]:
    return gather(read_text(text.encode(), Source("a", "a.txt", ""))).quotations


def speakers(text: str) -> list[str | None]:
    return [one.speaker.name if one.speaker else None for one in quotations(text)]


def lines(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs).replace("WORDS", WORDS.capitalize()).replace("words", WORDS)


NAMED = {
    "who writes a letter, not whom it is addressed to": (
        lines(
            "In a letter to council leader Noah Elm, the minister, Ruth Oakapple, called it good. She said: “WORDS.”"
        ),
        ["Ruth Oakapple"],
    ),
    "two paragraphs whose marks the page has lost": (
        lines(
            "Ruth Oakapple, leader of the council, said:",
            "We knew that the ice was thin here.",
            "I am glad of it now.",
        ),
        ["Ruth Oakapple"],
    ),
    "nobody's, in the third person, where marks may be lost": (
        lines(
            "Ruth Oakapple, leader of the council, said:", "The ice was thin and the council knew it then."
        ),
        [],
    ),
    "a report on the place that stands behind it": (
        lines("“WORDS,” Ofsted’s letter on the London borough states."),
        ["Ofsted’s letter"],
    ),
    "who added it, behind words that are the subject of the sentence": (
        lines("“The way in which they are met” is a strength of it, Ofsted added."),
        ["Ofsted"],
    ),
    "who was said to be pleased in the paragraph above": (
        lines("The leader Ruth Oakapple said she felt “proud” to have climbed a “steep hill”.", "“WORDS.”"),
        ["Ruth Oakapple"],
    ),
    "who congratulated somebody": (
        lines("Ruth Oakapple, MP for Leeds East, also congratulated the team, “WORDS.”"),
        ["Ruth Oakapple"],
    ),
    "one whose paragraphs a paper has run together": (
        lines(
            'Ruth Oakapple said: "WORDS. "WORDS again. "WORDS at last." The council spent more on it in May.'
        ),
        ["Ruth Oakapple"],
    ),
    "a party": (
        lines("Labour accused the Conservatives of “words” out of what was a fair report by Ofsted."),
        ["Labour"],
    ),
    "several who stand between dashes by what they are": (
        lines("The two MPs – Ruth Oakapple and Noah Elm – said they were sad, adding: “WORDS.”"),
        ["The two MPs"],
    ),
    "nobody of several who stand between dashes behind what no list knows": (
        lines("The two friends – Ruth Oakapple and Noah Elm – said they were sad, adding: “WORDS.”"),
        [None],
    ),
    "who opens the sentence on which a verb hangs": (
        lines("The regulator did acknowledge gains under Ruth Oakapple, adding that it was “words”."),
        ["The regulator"],
    ),
    "a letter of somebody else, which is not Ofsted's": (
        lines(
            "Ofsted called. But a letter from Noah Elm, the minister, was harsh. It repeated that it was “words”."
        ),
        ["a letter from Noah Elm"],
    ),
    "a report of the council's own": (
        lines(
            "A review, drawn up by the town hall’s own staff, names three snags.",
            "It concluded: “WORDS.”",
        ),
        ["A review, drawn up by the town hall’s own staff"],
    ),
    "nobody by an impersonal verb": (
        lines("Ofsted called. This left “words”, it has been claimed."),
        [],
    ),
    "Ofsted without the word before it": (
        lines("The director said that Ofsted found “words”."),
        ["Ofsted"],
    ),
    "a first name, once the name was given in full": (
        lines("Ruth Oakapple fosters in Leeds.", "“WORDS,” said Ruth, from Otley."),
        ["Ruth Oakapple"],
    ),
    "a first name that somebody else is brought in by": (
        lines("Ruth Oakapple leads the council.", "“WORDS,” said Ruth, 15."),
        ["Ruth"],
    ),
    "a first name that two share": (
        lines("Ruth Oakapple spoke, and so did Ruth Hall.", "“WORDS,” said Ruth."),
        ["Ruth"],
    ),
    "whoever a statement is from": (
        lines("We leave you with this from Ruth Oakapple, who fosters in Leeds: “WORDS.”"),
        ["Ruth Oakapple"],
    ),
    "a few words first, with the comma behind their marks": (
        lines("Ruth Oakapple apologised.", "“I am ashamed”, she said. “WORDS.”"),
        ["Ruth Oakapple", "Ruth Oakapple"],
    ),
    "one of several": (
        lines("As one of our volunteers put it to me: “WORDS.”"),
        ["one of our volunteers"],
    ),
    "those whose complaints they were, not who understood them": (
        lines(
            "The inspectors’ main complaints were that plans are late. While thresholds are understood"
            " by the police, they said, contacts “words”."
        ),
        ["The inspectors"],
    ),
    "the report, in a sentence on practice behind one that it tells": (
        lines("Plans drift, the report says. Supervision was said to be “words”."),
        ["the report"],
    ),
    "nobody, in a sentence on something else behind one that a report tells": (
        lines("Plans drift, the report says. The mood at County Hall was that “words”."),
        [],
    ),
    "who pays tribute": (
        lines("Ruth Oakapple, cabinet member for children, paid tribute to staff who had “words”."),
        ["Ruth Oakapple"],
    ),
    "a surname alone, once the name was given": (
        lines("Ofsted called on Ruth Oakapple this week.", "“WORDS,” Oakapple said."),
        ["Ruth Oakapple"],
    ),
    "not whom an aside ends with": (
        lines("A parent from Leeds, who we are not naming to protect her son, told the paper: “WORDS.”"),
        ["A parent"],
    ),
    "a report with its number of pages": (
        lines("“WORDS,” states the 14-page report."),
        ["the 14-page report"],
    ),
    "a heading between marks is nobody's": (
        lines("Under the heading “What the council must do next” the director is told to look again."),
        [],
    ),
    "whom somebody was told by": (
        lines(
            "Ruth Oakapple asked why so few came forward.",
            "“WORDS,” she was told by the head of fostering, Ines Goring.",
        ),
        ["Ines Goring"],
    ),
    "told by nobody that is named, so not by who asked": (
        lines("Ruth Oakapple says that so few come forward.", "“WORDS,” she was told."),
        [None],
    ),
    "a surname before it was given in full": (
        lines("“WORDS,” said Oakapple.", "Cllr Ruth Oakapple leads the council."),
        ["Ruth Oakapple"],
    ),
    "a surname that two share stays as it is": (
        lines("Ruth Oakapple and her brother Noah Oakapple run the home.", "“WORDS,” Oakapple said."),
        ["Oakapple"],
    ),
    "a surname with a particle": (
        lines("Its director is Ines van der Horst.", "“WORDS,” van der Horst added."),
        ["Ines van der Horst"],
    ),
    "a name of the month": (lines("“WORDS,” said June Oakapple, a foster carer."), ["June Oakapple"]),
    "a first name after a relative": (
        lines("His wife, Delphine, was less sure. “WORDS,” Delphine said."),
        ["Delphine"],
    ),
    "a title that ends in a stop": (
        lines(
            "“WORDS,” Mrs. Oakapple said in the kitchen. “Nobody rang us back.”",
            "Ruth Oakapple has six children.",
        ),
        ["Ruth Oakapple", "Ruth Oakapple"],
    ),
    "a role for a name given before": (
        lines("Ruth Oakapple, the head of the trust, met staff.", "“WORDS,” the head told them."),
        ["Ruth Oakapple"],
    ),
    "a title makes a role": (
        lines("Sen. Ruth Oakapple met the press.", "“WORDS,” the senator said."),
        ["Ruth Oakapple"],
    ),
    "a role that two hold is nobody's by name": (
        lines(
            "Ruth Oakapple, a foster carer, and Noah Birch, a foster carer, came.",
            "“WORDS,” the foster carer said.",
        ),
        ["the foster carer"],
    ),
    "the opposition leader is not the leader": (
        lines(
            "Ruth Oakapple, the opposition leader, was angry.",
            "Others were not. “WORDS,” the leader said.",
        ),
        ["the leader"],
    ),
    "an unnamed role": (
        lines("“WORDS,” said one social worker, who asked not to be named."),
        ["one social worker"],
    ),
    "a new one of a kind that was named": (
        lines(
            "Ruth Oakapple, a lawyer, won the case.",
            "A lawyer for the council said it would appeal.",
            "“WORDS,” the lawyer said.",
        ),
        ["A lawyer for the council"],
    ),
    "she is no man": (
        lines("Ruth Oakapple spoke first.", "David Birch listened.", "“WORDS,” she said."),
        ["Ruth Oakapple"],
    ),
    "he is a spokesman, not the woman before": (
        lines("“It is late for us all,” a spokesman said.", "He added: “WORDS.”"),
        ["a spokesman", "a spokesman"],
    ),
    "he with nobody who fits": (lines("Ruth Oakapple went home early.", "“WORDS,” he said."), [None]),
    "it, of the body that opens the paragraph": (
        lines("Ofsted came in May.", "The youth council met on Friday. It said: “WORDS.”"),
        ["The youth council"],
    ),
    "it, of the report, for all that others are named": (
        lines("The report is short.", "The council was told on Friday.", "It said: “WORDS.”"),
        ["The report"],
    ),
    "a body known by its capitals": (
        lines("“WORDS,” said Harbour Watch in a note."),
        ["Harbour Watch"],
    ),
    "initials of a body": (lines("The RSPQ said: “WORDS.”"), ["The RSPQ"]),
    "a suffix behind the name": (
        lines("Noah G. Birch Jr. and Noah Birch are one.", "“WORDS,” Birch said."),
        ["Noah G. Birch Jr"],
    ),
    "a state behind the name": (lines("“WORDS,” Rep. Noah Birch, R-Ala., said."), ["Noah Birch"]),
    "an age for a name": (
        lines("“It is late for us all,” said Noah Birch.", "“WORDS,” the 43-year-old added."),
        ["Noah Birch", "Noah Birch"],
    ),
    "somebody's office": (
        lines("Noah Birch is away.", "“WORDS,” Birch’s office said."),
        ["Birch’s office"],
    ),
    "a body before what somebody is in it": (
        lines("“WORDS,” said Harbour NC Executive Director Noah Birch."),
        ["Noah Birch"],
    ),
    "capitals of a headline are nobody's name": (
        lines("Tag-Team Birch", "Noah Birch came on Monday.", "“WORDS,” Birch said."),
        ["Noah Birch"],
    ),
    "a role for whom the sentence before names": (
        lines("In the hall, Ruth Oakapple said she was tired. “WORDS,” the retired teacher said."),
        ["Ruth Oakapple"],
    ),
    "her daughter is not she": (
        lines("Ruth Oakapple hopes so. Her daughter has moved.", "“WORDS,” she said."),
        ["Ruth Oakapple"],
    ),
    "a name behind for": (
        lines("Ruth Oakapple is unwell.", "“WORDS,” a spokesman for Oakapple said."),
        ["a spokesman for Oakapple"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), NAMED.values(), ids=NAMED.keys())
def test_whom_words_mean(text: str, wanted: list[str | None]) -> None:
    assert speakers(text) == wanted


PLACED = {
    "after, a relative clause between": lines("“WORDS,” Ruth Oakapple, who runs the home, said."),
    "after, a phrase between": lines("“WORDS,” Ruth Oakapple of the home said."),
    "after, in brackets": lines("“WORDS,” Ruth Oakapple (Lab) said."),
    "after, role and name": lines("“WORDS,” the home’s manager, Ruth Oakapple, told the paper."),
    "after, according to": lines("“WORDS,” according to Ruth Oakapple."),
    "after, whose words they were": lines("“WORDS” was the verdict of Prof. Ruth Oakapple, who chairs it."),
    "after, how she put it": lines("“WORDS” was how Ruth Oakapple put it."),
    "after, a verb of many": lines("“WORDS,” shrugged Ruth Oakapple."),
    "before, said first": lines("Said Ruth Oakapple: “WORDS.”"),
    "before, an owner": lines("Ruth Oakapple’s verdict: “WORDS.”"),
    "before, a message from": lines("A message from Mrs Ruth Oakapple: “WORDS.”"),
    "before, a participle": lines("Ruth Oakapple told her colleague so, adding: “WORDS.”"),
    "before, used to tell": lines("Ruth Oakapple used to tell visitors: “WORDS.”"),
    "before, has begun to call it": lines("Ruth Oakapple has begun to call it “words”."),
    "before, as an aside": lines("The home, says Ruth Oakapple, shows that “words”."),
    "before, in her words": f"In Ruth Oakapple’s words, the home shows that “{WORDS}”.",
    "before, what a report shows": lines("Ruth Oakapple said the report showed that “words”."),
    "before, a verb that shares its subject": lines(
        "Ruth Oakapple said the mayor should go and called it proof that “words”."
    ),
    "before, to whom somebody spoke": lines(
        "I met Ruth Oakapple, cabinet member for children.", "“WORDS,” she said."
    ),
    "before, an agent": lines("It was described by the manager Ruth Oakapple as proof that “words”."),
    "above, at the end of a sentence": lines("Ruth Oakapple agreed that it had failed. “WORDS.”"),
    "above, what she did": lines("Ruth Oakapple was frank. “WORDS.”"),
    "above, in another paragraph": lines("Pollster Ruth Oakapple says it is early.", "“WORDS.”"),
    "above, a label between": lines("Ruth Oakapple said:", "Quote", "“WORDS.”"),
    "after, the name alone": lines("“WORDS,” House Speaker Ruth Oakapple, R-Wis."),
    "before, a participle that hangs": lines("Ruth Oakapple sent a film to friends saying it was “words”."),
    "below, signed without a dash": lines("Some said:", "“WORDS.”", "Ruth Oakapple, parent advocate"),
    "before, quoted in a paper": lines("Ruth Oakapple is quoted in the release: “WORDS.”"),
    "below, signed": lines("“WORDS.”", "— Ruth Oakapple, manager"),
}


@pytest.mark.parametrize("text", PLACED.values(), ids=PLACED.keys())
def test_where_the_speaker_stands(text: str) -> None:
    assert speakers(text) == ["Ruth Oakapple"]


NOBODYS = {
    "the writer's own words": lines("Ruth Oakapple was there, and I put it to her that “words”."),
    "two who did something together": lines("Ruth Oakapple and Noah Birch were frank. “WORDS.”"),
    "a name above and a name below": lines("Noah Birch", "“WORDS.”", "Ruth Oakapple", "", "She left."),
    "a by-line": lines("By Ruth Oakapple", "The home is shut.", "“WORDS,” she said."),
}


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS.keys())
def test_what_names_nobody_is_given_to_nobody(text: str) -> None:
    assert speakers(text) in ([], [None])


@pytest.mark.parametrize(
    "title",
    ["“A Vote for the Long Road,” said the poster.", "She reads “The Art of the Plain Word,” he said."],
)
def test_a_title_is_no_quotation(title: str) -> None:
    assert quotations(title) == ()


def test_the_cue_is_kept_beside_the_name() -> None:
    text = lines("Ruth Oakapple, the manager, met staff.", "“WORDS,” she said.")
    (found,) = quotations(text)
    assert found.speaker is not None
    assert found.cue is not None
    assert (found.speaker.name, found.cue.words, found.rule) == ("Ruth Oakapple", "she", "said-after")
    assert text[found.cue.place.original[0].start :].startswith("she said.")


MARKS = {
    "typesetters' marks": (
        "``We knew it , and we said so , '' said Ruth Oakapple .",
        "We knew it, and we said so,",
    ),
    "letters left out": (
        "'I'm not one for cryin' about it, but it's been our kids' name an' all,' said Ruth Oakapple.",
        "I'm not one for cryin' about it, but it's been our kids' name an' all,",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), MARKS.values(), ids=MARKS.keys())
def test_marks_of_every_make(text: str, wanted: str) -> None:
    (found,) = quotations(text)
    assert found.paragraphs == (wanted,)
    assert found.speaker is not None
    assert found.speaker.name == "Ruth Oakapple"


def test_paragraphs_without_marks_inside_an_open_quotation() -> None:
    text = "Ruth Oakapple said:\n\n'The ice is thin.\n\nWe knew it was.\n\nIt will hold if we’re light.'\n\nShe left."
    (found,) = quotations(text)
    assert found.paragraphs == ("The ice is thin.", "We knew it was.", "It will hold if we’re light.")


@pytest.mark.parametrize(
    ("beside", "party", "role"),
    [
        ("Labour leader Ruth Oakapple (Southgate & Palmers Green)", "Labour", "Labour leader"),
        ("Cllr Ruth Oakapple (Lab, Palmers Green)", "Labour", None),
        ("Cllr Ruth Oakapple (Green)", "Green", None),
        ("Ruth Oakapple, the independent chairman of the board,", None, "independent chairman of the board"),
    ],
)
def test_a_party_is_one_only_where_it_stands_as_one(beside: str, party: str | None, role: str | None) -> None:
    (found,) = quotations(lines(f"{beside} said: “WORDS.”"))
    assert found.speaker is not None
    assert (found.speaker.party, found.speaker.role) == (party, role)


def test_the_name_of_a_judgement_between_marks_is_no_quotation() -> None:
    text = "Ofsted rated ‘children who need help and protection’ as good."
    assert quotations(text) == ()


def test_captions_and_adverts_do_not_part_a_statement() -> None:
    text = lines(
        "Ruth Oakapple, the manager, said: “WORDS.",
        "Cllr Noah Birch, leader of the council.Cllr Noah Birch, leader of the council.",
        "Cllr Noah Birch, leader of the council.",
        "Hide Ad",
        "Hide Ad",
        "“Nobody rang us back.”",
    )
    (found,) = quotations(text)
    assert len(found.paragraphs) == 2
    assert speakers(text) == ["Ruth Oakapple"]


@pytest.mark.parametrize(
    ("beside", "role"),
    [
        (
            "Ruth Oakapple, the council’s interim director of children’s services,",
            "interim director of children’s services",
        ),
        ("Ruth Oakapple, the city's chief executive,", "chief executive"),
        ("Ruth Oakapple, the Council's Director of Housing,", "Director of Housing"),
        ("Ruth Oakapple, the trust’s chief executive,", "chief executive"),
        ("Ruth Oakapple, still the mayor of the town,", "mayor of the town"),
        ("Ruth Oakapple, our director of housing,", "director of housing"),
        ("Ruth Oakapple, who is the mayor,", "mayor"),
        ("His sister, Cllr Ruth Oakapple, is chair of the board. She", "chair of the board"),
    ],
)
def test_a_role_is_what_somebody_is_and_no_more(beside: str, role: str) -> None:
    (found,) = quotations(lines(f"{beside} said: “WORDS.”"))
    assert found.speaker is not None
    assert found.speaker.role == role


def test_a_report_of_others_is_not_ofsteds() -> None:
    text = lines("Ofsted called.", "A review, drawn up by the town hall’s own staff, concluded: “WORDS.”")
    [found] = quotations(text)
    assert found.speaker is not None
    assert found.speaker.organisation is None
    assert not stands_for_ofsted(found.speaker)


def test_a_role_ends_at_a_participle() -> None:
    text = lines("Cllr Ruth Oakapple, cabinet member for housing, questioning the use of it, said: “WORDS.”")
    [found] = quotations(text)
    assert found.speaker is not None
    assert found.speaker.role == "cabinet member for housing"


def test_paragraphs_run_together_end_where_the_last_mark_stands() -> None:
    text = lines('Ruth Oakapple said: "WORDS. "WORDS again." The council spent more on it in May.')
    [found] = quotations(text)
    assert found.told.words.endswith("again.")
