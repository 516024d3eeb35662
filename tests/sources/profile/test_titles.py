"""Titles before and after names, where they are held, and reasons to listen."""

from __future__ import annotations

import pytest

from tests.sources.speaking import who


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("{Kazakh President Kassym-Jomart Tokayev|said} it was over.", "Kazakh President"),
        ("{Ben Ash, chief strategy officer at OpenAI,|said} it was over.",
         "chief strategy officer at OpenAI"),
        ("{The port's director, Sanna Leino,|said} it was over.", "port's director"),
        ("{Gov. Gavin Newsom|said} it was over.", "Governor"),
        ("{Sen. Dale Cutter, R-Idaho,|said} it was over.", "Senator, R-Idaho"),
        ("{State Assemblyman Vince Moretti (D-Morristown)|said} so.",
         "State Assemblyman, D-Morristown"),
        ("{Max Simmons, one of the district's student directors,|said} so.",
         "district's student directors"),
        ("{Eva Roth, a parent and an organizer with Clean Air Leeds,|said} so.",
         "organizer with Clean Air Leeds"),
        ("{Kim Fox, who identified herself as an organizer of the rally,|said} so.",
         "organizer of the rally"),
        ("{Roger Clark, a friend of the family,|said} so.", None),
        ("{Mrs. Hobday|said} so.", None),
    ],
)  # fmt: skip
def test_titles(text: str, title: str | None) -> None:
    assert who(text)[0].title == title


def test_a_title_given_paragraphs_earlier_is_kept() -> None:
    text = (
        "Marek Zielony has been head of the Warsaw Zoo since 2020.\n\nThe zoo lost its last"
        " elephant in March.\n\n“She knew my bicycle bell,” {Zielony|said}."
    )
    source = who(text)[0]
    assert source.name == "Marek Zielony"
    assert source.title == "head of the Warsaw Zoo"


def test_an_affiliation_is_the_organisation_of_the_title() -> None:
    assert who("{Ben Ash, chief strategy officer at OpenAI,|said} so.")[0].affiliation == "OpenAI"


def test_a_described_holder_is_written_out() -> None:
    text = "Lindqvist Motors is closing. {Eva Roth, the company's finance director,|said} no."
    source = who(text)[0]
    assert source.title == "Lindqvist Motors's finance director"
    assert source.affiliation == "Lindqvist Motors"


def test_another_person_after_a_comma_is_no_title() -> None:
    text = "{Superintendent Kyla Thomas, chief services officer Preston Rand and others|said} so."
    assert who(text)[0].title == "Superintendent"


def test_a_position_is_held_where_the_sentence_opens() -> None:
    text = "In the Alum Rock district, {Superintendent Imee Almazan|said} it was over."
    assert who(text)[0].title == "Superintendent, Alum Rock district"


def test_kinship_justifies_and_is_no_title() -> None:
    text = "{Melanie Roberts, Ruth Dalton's granddaughter,|said} she was angry."
    plain = text.replace("{", "").replace("|", " ").replace("}", "")
    source = who(text)[0]
    assert source.title is None
    assert [span.of(plain) for span in source.justification] == ["Ruth Dalton's granddaughter"]


def test_a_relative_clause_justifies() -> None:
    text = "{Rana Haddad|said} so. Haddad, who lives above the bakery, smelled it first."
    plain = text.replace("{", "").replace("|", " ").replace("}", "")
    spans = who(text)[0].justification
    assert "who lives above the bakery" in [span.of(plain) for span in spans]


def test_a_country_in_a_title_is_no_employer() -> None:
    text = "{Nils Aaker, chief US economist at Nordhaven Bank,|said} so."
    assert who(text)[0].affiliation == "Nordhaven Bank"


def test_a_party_letter_alone_is_no_title() -> None:
    assert who("{Town supervisor Ray Ostrander (R)|said} so.")[0].title == "Town supervisor"
    assert who("{Sen. Ann Lee (D-N.Y.)|said} so.")[0].title == "Senator, D-N.Y."
