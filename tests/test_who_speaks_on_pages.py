"""Who speaks on pages of papers, parties and councils: clauses, compounds, parts of a document, statements."""

from __future__ import annotations

import pytest

from councilbrief.evidence.speech.of_ofsted import stands_for_ofsted
from test_who_speaks import quotations, speakers

NAMED = {
    "the report, not those whom a service is for": (
        (
            "Their visit follows a harsh Ofsted report that rated the child welfare team as poor and"
            " found that plans were “left to gather dust for months”."
        ),
        ["Ofsted report"],
    ),
    "a charity for them": (
        "The child welfare charity said that it was “far too late for him”.",
        ["The child welfare charity"],
    ),
    "a party's group, whose name opens like a person's": (
        "The Norbury Green Group said: “It is all too much for one small town.”",
        ["The Norbury Green Group"],
    ),
    "a group, not what it responds to": (
        "Responding to the report, the Norbury Liberal Democrat group said: “It is all too much for one town.”",
        ["the Norbury Liberal Democrat group"],
    ),
    "a group's statement by its whole name": (
        "A statement from the Norbury Labour group said: “We have read it all.”",
        ["A statement from the Norbury Labour group"],
    ),
    "who says so beside those who act": (
        "The team was proud, too, with Ravi Coombe, the director, saying it was “a day to tell the grandchildren of”.",
        ["Ravi Coombe"],
    ),
    "who adds to it, the office first": (
        "A spokesman said it was “a fair wind at last for us”, with the leader, Ivy Ash, adding: “We are glad.”",
        ["A spokesman", "Ivy Ash"],
    ),
    "who speaks, with somebody looking on": (
        "Joan Abney, with Ravi Coombe, the director, looking on, said it was “a morning to remember”.",
        ["Joan Abney"],
    ),
    "the main clause round one that concedes": (
        (
            "Inspectors found that records were thin, while a new helpline, though parents had asked for it,"
            " had a “tone that puts callers off”."
        ),
        ["Inspectors"],
    ),
    "who has written of it": (
        (
            "Inspectors found a stuck front door at Norbury, where the council itself had written of “mail that"
            " nobody opens for weeks”."
        ),
        ["the council"],
    ),
    "by whom the findings of a report were described": (
        (
            "The findings of the Ofsted report of June were described by parents as “very hard to read”,"
            " “no surprise at all”, and “a long time in coming”."
        ),
        ["parents", "parents", "parents"],
    ),
    "by whom work was described, not who saw it": (
        "Inspectors saw work that was described by carers as “a credit to the town”.",
        ["carers"],
    ),
    "who said it, not by whom staff were praised in the clause before": (
        "Inspectors said staff were praised by parents and that help was “quick to come when it is called for”.",
        ["Inspectors"],
    ),
    "by whom several things were called": (
        "The report was called “bleak and hard to read”, “late by a year”, and “a waste of ink” by the union.",
        ["the union", "the union", "the union"],
    ),
    "what came out last month, not It": (
        (
            "The mayor met the rural party leaders in May.\n\nIt comes after a harsh Ofsted letter last month found"
            " that visits had “slipped to a fraction of what they were”."
        ),
        ["Ofsted letter"],
    ),
    "who came to the view": (
        (
            "What it takes to find a child a home was raised by inspectors, who came to the view that there are"
            " “gaps that a child falls through”."
        ),
        ["inspectors"],
    ),
    "who accepted it": (
        "The council accepted that the pace had been “a good deal too slow” but said it had hired staff since.",
        ["The council"],
    ),
    "who said that another accepted it": (
        "Joan Abney said the council accepted that it was “too slow by half for a child”.",
        ["Joan Abney"],
    ),
    "who want it": (
        "Teachers’ officials are cross and want “answers that make some sense” by May.",
        ["Teachers’ officials"],
    ),
    "who told what others want": (
        "Inspectors said that parents want “to be told the truth for once”.",
        ["Inspectors"],
    ),
    "who said it, not what is said in what is told of": (
        (
            "The MP Ivy Ash says that what Ofsted has written of the town makes ‘grim’ reading and that she was glad"
            " of the change. “The thing to do now is to mend it.”"
        ),
        ["Ivy Ash"],
    ),
    "a report by its first line": (
        "The report’s opening line says: “Nobody knew where the children were.”",
        ["The report"],
    ),
    "what its last paragraph goes back to": (
        "The report runs to nine pages.\n\nIts last paragraph reads: “There is a good deal to build on here.”",
        ["The report"],
    ),
    "whose reply it is": (
        "Joan Abney wrote to staff. Her reply: “I am sorry that we let you down.”",
        ["Joan Abney"],
    ),
    "several MPs by what they are": (
        (
            "In a joint statement, the three Labour MPs – Ruth Oakapple, Noah Elm and Ivy Ash – said they were sad,"
            " adding: “We knew that the ice was thin.”"
        ),
        ["the three Labour MPs"],
    ),
    "what the letter goes on with": (
        "Care plans are short, according to the letter. But senior managers “no longer look the other way”.",
        ["the letter"],
    ),
    "who comes in for blame in a report": (
        (
            "The report found the service poor. Leaders and members at every level come in for blame over “a long"
            " and deep neglect of the basics”."
        ),
        ["The report"],
    ),
    "who ended with it": (
        "“Few of the plans that we read were of any use to the children,” the inspectors ended.",
        ["the inspectors"],
    ),
    "who had this to say": (
        (
            "Cllr Ivy Ash, who speaks for the Greens, had this to say when the report came out.\n\n"
            "‘The town has let its children down, and “nobody is sorry” for it.\n\n‘It has to end.’"
        ),
        ["Ivy Ash"],
    ),
    "a first name that opens the sentence": (
        "Ivy Ash, the town’s MP, wrote to the paper.\n\nIvy said that “people come to me every week about it.”",
        ["Ivy Ash"],
    ),
    "one whose name a caption runs into the next word": (
        (
            "Image of Ruth OakappleFostering\n\nRuth Oakapple, a social worker, says: “We take our time here.”\n\n"
            "“The ice is thin and we knew it,” said Ruth."
        ),
        ["Ruth Oakapple", "Ruth Oakapple"],
    ),
    "who writes of it, not a director among what it is about": (
        (
            "The watchdog chose ‘good’, writing of “a town that has found its feet again” in its teams and a manager who"
            " is known to all, and noting that “there is no hiding from bad news”."
        ),
        ["The watchdog", "The watchdog"],
    ),
    "the member just told of": (
        (
            "The chamber heard from Ivo Ash (Con, Mill), who ran the town in 2014.\n\nMr Ash joined Mrs Elm in"
            " thanking staff.\n\nThe member since 1999 called it the “longest night of my life here”.\n\n"
            "Of the money, he said: “We found it in the end.”"
        ),
        ["Ivo Ash", "Ivo Ash"],
    ),
    "a cabinet member of whom nothing was told": (
        "Ivo Ash chairs the panel.\n\nThe cabinet member said it was “the longest night of my life”.",
        ["The cabinet member"],
    ),
    "a veteran beside somebody named": (
        "Ivo Ash won.\n\nBut one weary senator close to Ash saw it coming. “We all knew,” the member said.",
        ["one weary senator"],
    ),
    "the inspection, by the whole of its name or none of it": (
        "The inspection of Long Norbury council in May found that help was “a good deal too slow”.",
        ["The inspection"],
    ),
    "two of the mothers, not inspectors": (
        "Two of the mothers told inspectors it was “a long and lonely winter for us”.",
        ["the mothers"],
    ),
    "inspectors who go on to remark": (
        "Ofsted state that “help is quick and kind to all”.\n\nThey go on to remark that “Nobody waits. Help comes.”",
        ["Ofsted", "Ofsted"],
    ),
    "whose findings the highlights are of": (
        (
            "Highlights of the inspectors’ findings included that advisers “ring when they say they will”;"
            " “plans are in plain words” and “rooms are warm and near to friends”."
        ),
        ["the inspectors"] * 3,
    ),
    "whose findings a list has, with a lost glyph": (
        (
            "Highlights from the report’s findings include:\n\n- a “kind and quick offer of help”\n"
            "the team works with fathers who are in prison so that they stay in touch - boys get “good and steady"
            " advice”, about money too\n- girls have “dry rooms to live in”.\n"
        ),
        ["the report"] * 2,
    ),
    "whose list tells of managers": (
        "Ofsted told the council to mend these:\n\n• Checks by duty officers to “see that things get done”",
        ["Ofsted"],
    ),
    "who went on in a sentence of its own": (
        (
            "Ofsted notes that workers ‘did not see any of it coming’.\n\n"
            "And that ‘leaders have a fair view of what comes next’."
        ),
        ["Ofsted", "Ofsted"],
    ),
    "who is scathing": (
        "The union was scathing about “a plan that nobody can read”.",
        ["The union"],
    ),
    "who found fault with what it was": (
        "Inspectors found fault with help for young carers. It was “no more than a leaflet in a rack”.",
        ["Inspectors"],
    ),
    "by whom they were found wanting": (
        "Norbury was found wanting by inspectors in May. Members come in for blame over “a long and deep neglect”.",
        ["inspectors"],
    ),
    "so says who is named below": (
        "“Help comes from people who do not give up.”\n\nSo says Ofsted of the service in Norbury.",
        ["Ofsted"],
    ),
    "whoever the heading above each quotation names": (
        (
            "WHAT INSPECTORS SAID\n\n“...homes are cold and nobody mends the heating.”\n\n"
            "WHAT THE COUNCIL SAID\n\nMary Ash, leader: “It will be warm by Easter.”\n\n"
            "What inspectors said\n\n“Staff know where the spare blankets are.”\n\n"
            "How the council replied\n\n“We bought them all last winter.”"
        ),
        ["INSPECTORS", "Mary Ash", "inspectors", "the council"],
    ),
    "whoever did not see what others saw": (
        "Cllr Ivy Ash said they had missed much of what the inspectors saw, nor “rung the bell soon enough”.",
        ["Ivy Ash"],
    ),
    "whoever says so, with what others reported": (
        "Ravi Coombe said he took to heart most of what Ofsted reported, but “would fight the rest of it”.",
        ["Ravi Coombe"],
    ),
    "the report behind the word that stands for it": (
        (
            "Norbury lodged a complaint in May.\n\nIn what it had to say to the council’s honour the Ofsted report"
            " noted that homes were “warm, and full of music and laughter”."
        ),
        ["the Ofsted report"],
    ),
    "inspectors twice, of whom others read": (
        (
            "On Monday Norbury Council chiefs read the letter, in which inspectors found that homes are “some way"
            " short of warm” and set out “faults that run through each team”."
        ),
        ["inspectors", "inspectors"],
    ),
    "the report, not the visit on which it looks back": (
        (
            "In the report, out today, the town is praised for acting upon the dismal inspection of 2012.\n\n"
            "It scolds the council, too, and found homes “cold and empty all winter long”."
        ),
        ["the report"],
    ),
    "the only one whom the text names, whatever the name": (
        "Jocelyn Ash, a parish councillor, has answered the report. He said:\n\n“We are glad to have read it.”",
        ["Jocelyn Ash"],
    ),
    "what sounds a warning": (
        (
            "The Ofsted report praises the night team. Yet it sounds a warning that “cold homes are still to be"
            " met with”, and that schools must do more alongside the council for “children who freeze in bed”."
        ),
        ["The Ofsted report", "The Ofsted report"],
    ),
    "so said a leader": (
        "“We will not give up.” So said the leader, Mary Ash, on Monday.",
        ["Mary Ash"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), NAMED.values(), ids=NAMED.keys())
def test_who_speaks_on_pages_as_they_are(text: str, wanted: list[str]) -> None:
    found = speakers(text)
    assert len(found) == len(wanted)
    assert all(name is not None and name.endswith(end) for name, end in zip(found, wanted, strict=True)), (
        found
    )


NOBODYS = {
    "who wrote for a reply that may be another's": (
        "Ofsted wrote to the council for its response. Its reply was “late, thin and hard to follow”."
    ),
    "by whom something else was described": (
        "The plan, described by officers in May as sound, was called “too thin to be of use”."
    ),
    "who accepts the whole of it": (
        "The council accepted the findings of a “thorough and searching visit in May”."
    ),
    "some who told inspectors": "Few of them told inspectors that they had heard of it “in good time from staff”.",
    "whom the text calls by another pronoun, of two": (
        "Ruth Ash met Joan Coombe in May. They spoke of the report. He said: “We are glad to have read it.”"
    ),
    "who gave their word, and not those by whom they were called slow": (
        "The town was branded slow by Ofsted and the bosses of the place, in a bind, have given their word that"
        " they will “mend each roof before the spring”."
    ),
    "who calls it so": "Ofsted found the service poor. It was “a dark day for the whole of the town”.",
}


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS.keys())
def test_nobody_is_guessed_on_pages(text: str) -> None:
    assert speakers(text) in ([], [None])


STATEMENTS = {
    "whose paragraphs have a mark at the first and the last only": (
        "The Norbury Labour Group said:\n\n“I have sat here for years.\n\n"
        + "".join(
            f"It was a bad {day} for all of us.\n\n" for day in ("Monday", "Tuesday", "Friday", "Sunday")
        )
        + "The blame lies at the top.”\n\nJoin us",
        6,
    ),
    "in single marks, with what workers own": (
        (
            "Cllr Ivy Ash said:\n\n‘We read the workers’ letters in May and they made hard reading.\n\n"
            "‘Our homes are full, and the parents’ group has been heard.\n\n‘It ends here.’\n\nThe council met."
        ),
        3,
    ),
    "in a single mark that nothing closes": (
        (
            "The letter that came in May has it that 'Too few of the plans are any use. Families wait for weeks.\n\n"
            "The cabinet met on Monday."
        ),
        1,
    ),
    "that a group issued without marks": (
        (
            "The Norbury Labour group issued this statement:\n\nWe have read it all, and our hearts sank.\n\n"
            "We want the cabinet to go.\n\nThe vote is in May."
        ),
        2,
    ),
    "whose paragraphs run together without a space": (
        "Ruth Ash said: “I was there once, long ago.“It was cold then.\n\n“But that was another time.”",
        3,
    ),
    "with single marks inside, and double ones at its ends": (
        (
            "The letter says: “Families are given help.\n\nWorkers see children 'on their own ground' each week.\n\n"
            "They mean to be 'as good as their word' now.”\n\nThe council met."
        ),
        3,
    ),
}


@pytest.mark.parametrize(("text", "paragraphs"), STATEMENTS.values(), ids=STATEMENTS.keys())
def test_statements_as_parties_and_papers_set_them(text: str, paragraphs: int) -> None:
    (found,) = quotations(text)
    assert found.speaker is not None
    assert len(found.paragraphs) == paragraphs


def test_the_statement_of_a_party_is_not_ofsteds() -> None:
    (found,) = quotations(
        "The statement of the Norbury Labour group said: “Staff kept going, and kept caring.”"
    )
    assert found.speaker is not None
    assert not stands_for_ofsted(found.speaker)
