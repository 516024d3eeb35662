"""Descriptions and pronouns find those they mean."""

from __future__ import annotations

import pytest

from tests.sources.speaking import names_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kazakh Foreign Ministry sent a note. {The ministry|said} so.",
         "Kazakh Foreign Ministry"),
        ("The airline SkyBalt cancelled flights. {It|said} that pilots were ill.", "SkyBalt"),
        ("Lindqvist Motors will close its plant. {The company|said} so.", "Lindqvist Motors"),
        ("Plumber Yiannis Dimas, 52, fell. {The 52-year-old|said} so.", "Yiannis Dimas"),
        ("Chilean President Marta Ruiz met farmers. {The president|said} so.", "Marta Ruiz"),
        ("The Adelaide Observer newspaper wrote of it. {The paper|said} so.",
         "Adelaide Observer"),
        ("Anna Fischer met her brother Karl Fischer. {She|said} so.", "Anna Fischer"),
        ("Anna Fischer met her brother Karl Fischer. {He|said} so.", "Karl Fischer"),
        ("Residents of Mill Lane woke early. {They|said} it was loud.",
         "residents of Mill Lane"),
        ("Hillary Clinton met the press. {Her campaign|said} so.", "Clinton campaign"),
        ("Ministers Rafael Toledo and Inés Prada disagree. {The former|said} no.",
         "Rafael Toledo"),
        ("Ministers Rafael Toledo and Inés Prada disagree. {The latter|said} no.", "Inés Prada"),
        ("Ann Lee, {who|said} it was over, left.", "Ann Lee"),
        ("Chris Chike won. {His mom|told} him so.", "Chris Chike’s mom"),
        ("{A spokesperson for Harbour Rail|said} so.", "Harbour Rail"),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, name: str) -> None:
    got = names_of(text)[0]
    if name == "Clinton campaign":
        assert "Clinton" in got and "campaign" in got
    else:
        assert got == name


def test_a_description_beside_a_name_is_the_named() -> None:
    text = "It is hot, said Yusuf Rahimi, {a zoologist at the University of Graz|} who knows bees."
    assert names_of(text) == ["Yusuf Rahimi"]


def test_a_description_of_one_party_is_nobody_of_the_other() -> None:
    text = (
        "Democratic presidential nominee Hillary Clinton met Republican nominee Donald Trump."
        " {The Democratic nominee|said} no. {The Republican nominee|said} yes."
    )
    assert names_of(text) == ["Hillary Clinton", "Donald Trump"]


def test_the_first_person_in_a_quote_is_its_speaker() -> None:
    text = "“{We|told} the council ten times,” {Rana Haddad|said}."
    assert names_of(text) == ["Rana Haddad", "Rana Haddad"]


def test_the_first_person_outside_quotes_is_the_author() -> None:
    from tests.sources.speaking import who

    source = who("{I|think} it is over.", authors=("Ada Byron",))[0]
    assert (source.name, source.kind) == ("Ada Byron", "named_person")


def test_a_name_never_given_in_full_stays_as_written() -> None:
    assert names_of("Neighbours came. {Mrs. Hobday|said} so. {Hobday|added} more.") == [
        "Hobday",
        "Hobday",
    ]


def test_an_office_within_an_organisation_is_another() -> None:
    found = names_of(
        "{The U.N. refugee agency|said} 20 had fled. {The U.N.|said} it was late."
        " {The World Health Organization|warned} of more. {The U.N. agency|said} so."
    )
    assert found == [
        "U.N. refugee agency",
        "U.N.",
        "World Health Organization",
        "World Health Organization",
    ]


def test_the_company_is_the_firm_that_the_article_is_about() -> None:
    found = names_of(
        "Datrix Inc. lost money. Datrix shares fell. Analysts polled by Facta had expected more."
        " {The company|sees} growth. {Datrix|said} it had a letter from the Justice Department."
        " {The company|said} so."
    )
    assert found == ["Datrix Inc.", "Datrix Inc.", "Datrix Inc."]


def test_the_company_is_no_hall_and_no_school() -> None:
    found = names_of(
        "Residents met at Harlan Town Hall. Crestline Aggregates wants to dig near Harlan"
        " Elementary School. {The company|says} it is safe. {Crestline's attorney|came}."
    )
    assert found[0] == "Crestline Aggregates"


def test_groups_that_are_described_apart_are_two() -> None:
    found = names_of(
        "{Analysts polled by Facta|expected} more. {Analysts at Brandt|called} it overdone."
    )
    assert found == ["analysts polled by Facta", "analysts at Brandt"]


def test_a_spokesman_speaks_for_who_spoke_before() -> None:
    found = names_of(
        "{The Welsh government|said} it had a plan. It would take a year, {a spokesperson|said}."
        " {A bank official|said} no."
    )
    assert found == ["Welsh government", "Welsh government", "a bank official"]


def test_a_company_spokesman_speaks_for_the_company() -> None:
    found = names_of(
        "Datrix Inc. lost money. Shares fell. {A company spokesman|said} it was sorry."
    )
    assert found == ["Datrix Inc."]


def test_an_epithet_is_the_officer_named_before() -> None:
    found = names_of(
        "{Governor Simba Arati|asked} them to wait. “I am cross,” {the county boss|said}."
    )
    assert found == ["Simba Arati", "Simba Arati"]


def test_the_insider_is_the_one_whose_name_is_kept() -> None:
    found = names_of("{A source close to the singer|says} she left. {The insider|adds} more.")
    assert found == ["a source close to the singer"] * 2


def test_who_disagrees_speaks_next() -> None:
    found = names_of(
        "{Luis Ortega|felt} it was late. “It was,” {Ortega|said}. His rival, Fabian Kruger,"
        " disagreed. “It was not,” {he|said}."
    )
    assert found[-1] == "Fabian Kruger"


def test_they_are_not_the_one_who_speaks_of_them() -> None:
    found = names_of(
        "“I queued for hours. They told us it would open,” the man said. {Ann Lee|said} so."
    )
    assert found == ["Ann Lee"]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Nordic Power runs two plants. Danske Bank closed. {The lender|said} so.", "Danske Bank"),
        ("OpenGrid Inc. went down. {The Bath, Maine-based company|said} so.", "OpenGrid Inc."),
        ("Acorn Foods LLC erred. The Center for Disease Control left. {The company|said} so.",
         "Acorn Foods LLC"),
        ("United States sales fell at Nucor Corp. in May. {The company|said} so.", "Nucor Corp."),
    ],
)  # fmt: skip
def test_a_firm_is_called_what_it_is(text: str, firm: str) -> None:
    assert names_of(text) == [firm]


def test_who_is_only_described_in_a_quotation_does_not_speak() -> None:
    found = names_of("{Ann Lee|spoke}. “My sister reads them to me,” {she|said}.")
    assert found == ["Ann Lee", "Ann Lee"]
