"""Names that belong together find together; those that do not stay apart."""

from __future__ import annotations

from claimtrack.sources.naming.gathering import gather
from tests.sources.speaking import names_of, read


def _groups(text: str) -> list[set[str]]:
    document, index = read(text)
    registry = gather(document, index.names)
    return [
        {" ".join(form) for form in entity.forms} for entity in registry.entities if entity.names
    ]


def test_surname_and_initial_find_their_full_name() -> None:
    groups = _groups("Donald J. Trump spoke. Trump left. Donald Trump came back.")
    assert {"Donald J. Trump", "Trump", "Donald Trump"} in groups


def test_two_full_names_stay_two_people() -> None:
    groups = _groups("Bill Clinton waved. Hillary Clinton smiled. Mrs. Clinton left.")
    assert {"Hillary Clinton", "Clinton"} in groups
    assert {"Bill Clinton"} in groups


def test_the_name_last_used_in_full_is_meant() -> None:
    groups = _groups(
        "Gary Johnson lost the debate. In Ohio, Jeh Johnson met the press. Johnson smiled."
    )
    assert {"Jeh Johnson", "Johnson"} in groups


def test_a_bare_name_of_another_gender_is_a_stranger() -> None:
    groups = _groups("Michelle Obama spoke in Ohio. Mr. Obama stayed at home.")
    assert {"Michelle Obama"} in groups
    assert {"Obama"} in groups


def test_acronyms_in_brackets_and_unannounced() -> None:
    bracketed = _groups("The West African Grain Reserve (WAGR) opened. WAGR is rich.")
    assert {"West African Grain Reserve", "WAGR"} in bracketed
    silent = _groups("The Nordic Transport Workers' Federation met. NTWF is old.")
    assert any("NTWF" in group and len(group) == 2 for group in silent)


def test_a_shortened_organisation_is_the_long_one() -> None:
    groups = _groups("Southern California Edison cut the power. The Kazakh Foreign Ministry wrote.")
    assert len(groups) == 2
    short = _groups("The Kazakh Foreign Ministry wrote on Monday. The Foreign Ministry waits.")
    assert {"Kazakh Foreign Ministry", "Foreign Ministry"} in short


def test_known_as_gives_another_name() -> None:
    groups = _groups("Rapper Desmond Achieng, known as D-Chain, was freed. D-Chain sang.")
    assert any({"Desmond Achieng", "D-Chain"} <= group for group in groups)


def test_a_surname_is_not_whom_the_article_names_later() -> None:
    found = names_of(
        "Sen. Rodrigo Arce took the money. {Arce|said} he had not. His brother, Hernan Arce, left."
        " A lawyer for Hernan Arce came. {Arce|said} no."
    )
    assert found[0] == "Rodrigo Arce"


def test_father_and_son_are_two() -> None:
    found = names_of(
        "{Dale Hurst|said} he would go. {Dale Hurst Jr.|said} his father knew."
        " {Hurst|said} it was late. {Hurst Jr.|said} so too."
    )
    assert found == ["Dale Hurst", "Dale Hurst Jr.", "Dale Hurst", "Dale Hurst Jr."]


def test_one_man_is_not_two_for_being_called_junior_first() -> None:
    found = names_of("{Dale Hurst Jr.|said} he would go. {Dale Hurst|said} it was late.")
    assert found == ["Dale Hurst Jr.", "Dale Hurst Jr."]


def test_a_country_is_not_the_bank_named_after_it() -> None:
    found = names_of(
        "{Kenya|said} it would pay. {The Central Bank of Kenya|expects} growth. {Kenya|said} no."
    )
    assert found == ["Kenya", "Central Bank of Kenya", "Kenya"]
