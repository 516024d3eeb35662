"""The six kinds of source, by construction."""

from __future__ import annotations

import pytest

from tests.sources.speaking import who


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("{Ann Lee|said} so.", "named_person", "Ann Lee"),
        ("{The Foreign Ministry|said} so.", "named_organization", "Foreign Ministry"),
        ("{China|said} so.", "named_organization", "China"),
        ("{Police|said} so.", "named_organization", "police"),
        ("{A spokeswoman for Oxford University|said} so.", "named_organization",
         "Oxford University"),
        ("{Officials at the Foreign Ministry|said} so.", "named_organization",
         "Foreign Ministry"),
        ("{A report by the Audit Chamber|found} it.", "document", "Audit Chamber"),
        ("{Preliminary data|indicates} it.", "document", "preliminary data"),
        ("{The charges|say} so.", "document", "the charges"),
        ("{Kazakh media|reported} it.", "unnamed_group", "Kazakh media"),
        ("{Protesters|said} so.", "unnamed_group", "protesters"),
        ("{Some|said} so.", "unnamed_group", "some"),
        ("{One commenter|said} so.", "unnamed_person", "one commenter"),
        ("{A neighbour|said} so.", "unnamed_person", "a neighbour"),
        ("{People familiar with the matter|said} so.", "anonymous_source",
         "people familiar with the matter"),
        ("{A senior official|said} so, speaking on condition of anonymity.",
         "anonymous_source", "a senior official"),
        ("{Two diplomatic sources|said} so.", "anonymous_source", "two diplomatic sources"),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: str, name: str) -> None:
    source = who(text)[0]
    assert (source.kind, source.name) == (kind, name)


def test_the_reason_for_anonymity_is_given_in_the_articles_words() -> None:
    text = "{An aide|said} so on condition of anonymity because the talks were private. It rained."
    assert who(text)[0].anonymity_reason == "because the talks were private"


def test_a_reason_ends_where_the_sentence_goes_on() -> None:
    text = "{One insider|,} who asked not to be named for fear of losing her job, said so."
    assert who(text)[0].anonymity_reason == "for fear of losing her job"


def test_officials_whose_names_are_kept_do_not_stand_for_their_state() -> None:
    sources = who(
        "{Two U.S. officials, speaking on condition of anonymity,|said} it was late."
        " {One of the officials|said} more would come. {The other|said} not."
    )
    assert {source.kind for source in sources} == {"anonymous_source"}
    assert sources[0].name == "two U.S. officials"


def test_who_withholds_the_name_is_right_before_the_clause() -> None:
    text = "{The minister's aide|said} a man who asked not to be named had left."
    assert who(text)[0].kind == "unnamed_person"


def test_a_reason_ends_before_the_main_verb() -> None:
    text = "The log, sent by {a man who|asked} not to be named for fear of revenge, shows it all."
    assert who(text)[0].anonymity_reason == "for fear of revenge"


def test_a_named_person_is_never_anonymous() -> None:
    text = "{Ann Lee|said} that an aide spoke on condition of anonymity."
    assert who(text)[0].kind == "named_person"


def test_outlets_are_marked() -> None:
    assert who("{Reuters|reported} it.")[0].outlet
    assert who("{The Adelaide Observer newspaper|reported} it.")[0].outlet
    assert not who("{The Foreign Ministry|said} so.")[0].outlet
    assert not who("{Ann Lee|said} so.")[0].outlet
