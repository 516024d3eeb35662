"""Names behind an office and what it is for are the person's alone."""

from __future__ import annotations

import pytest

from claimtrack import analyze

HEAD = "Talks go on\n\n"


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Secretary of State John F. Kerry said it was.", "John F. Kerry", "Secretary of State"),
        ("Minister for Education Orla Keane said it was. Ms Keane left.", "Orla Keane",
         "Minister for Education"),
        ("The Irish Minister for Foreign Affairs Simon Coveney said it was.", "Simon Coveney",
         "Irish Minister for Foreign Affairs"),
        ("Minister for Culture, Media and Sport Jane Hill said it was.", "Jane Hill",
         "Minister for Culture, Media and Sport"),
        ("Head of Research Tom Wu said it was.", "Tom Wu", "Head of Research"),
        ("Governor of West Virginia Jim Justice said it was.", "Jim Justice",
         "Governor of West Virginia"),
        ("The Secretary of State for Defence, Ben Wallace, said it was.", "Ben Wallace",
         "Secretary of State for Defence"),
    ],
)  # fmt: skip
def test_the_office_is_a_title(text: str, name: str, title: str) -> None:
    source = analyze(HEAD + text).sources[0]
    assert (source.name, source.title, source.kind) == (name, title, "named_person")


@pytest.mark.parametrize(
    "text",
    [
        "The Director of Human Rights Watch said it was.",
        "The Minister for Foreign Affairs said it was.",
        "The Arizona Secretary of State's Office said it was.",
    ],
)
def test_no_person_is_made_of_an_office(text: str) -> None:
    assert analyze(HEAD + text).sources[0].kind != "named_person"
