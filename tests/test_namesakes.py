import pytest

from councilbrief.documents.from_text import read_text
from councilbrief.evidence.gather import gather
from councilbrief.evidence.speech.namesakes import Namesakes
from councilbrief.evidence.speech.people import Person, people
from councilbrief.evidence.texts.reading import read
from councilbrief.provenance import Source


def named(text: str) -> dict[str, Person]:
    return {
        person.words: person for person in people(read(read_text(text.encode(), Source("a", "a.txt", ""))))
    }


def test_a_surname_is_the_full_name_told_elsewhere() -> None:
    found = named("Cllr Carol Bulman (Lab), lead member for children, spoke. Cllr Bulman was glad of it.")
    names = Namesakes(found.values())
    assert names.full(found["Bulman"]).words == "Carol Bulman"
    assert names.party(found["Bulman"]) == "Labour"
    assert names.described(found["Bulman"]) is found["Carol Bulman"]


def test_a_surname_that_two_people_share_stays_as_it_is() -> None:
    found = named("Cllr Ann Smith met Cllr Bob Smith. Cllr Smith was glad of it.")
    names = Namesakes(found.values())
    assert names.full(found["Smith"]).words == "Smith"
    assert names.full(found["Ann Smith"]).words == "Ann Smith"


def test_a_first_name_alone_goes_with_a_knight_only() -> None:
    found = named("Sir Malcolm Hayes came. Later Sir Malcolm spoke, and then Mr Alan Frost. Cllr Alan went.")
    names = Namesakes(found.values())
    assert names.full(found["Malcolm"]).words == "Malcolm Hayes"
    assert names.full(found["Alan"]).words == "Alan"


def test_titles_are_those_of_every_mention() -> None:
    found = named("Mrs Ann Smith came. Dr Smith spoke.")
    assert Namesakes(found.values()).titles(found["Smith"]) == {"mrs", "dr"}


@pytest.mark.parametrize(
    ("words", "blames"), [("Plans in Leeds have failed", False), ("Lee has failed", True)]
)
def test_blame_names_a_person_by_the_whole_surname(words: str, *, blames: bool) -> None:
    text = (
        f"Leeds City Council was inspected.\nMr Bob Lee was there.\nCllr Ann Frost said: “{words} us all.”\n"
    )
    [quotation] = gather(read_text(text.encode(), Source("a", "a.txt", ""))).quotations
    assert (quotation.sensitive is not None) is blames
