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
        ("Chief Executive Officer Mei-Ling Zhou said it was.", "Mei-Ling Zhou",
         "Chief Executive Officer"),
        ("Chief District Officer Kiran Thapa said it was.", "Kiran Thapa",
         "Chief District Officer"),
        ("Leader of opposition Jai Ram Thakur said it was.", "Jai Ram Thakur",
         "Leader of opposition"),
        ("The police chief of staff Tom Hart said it was.", "Tom Hart", "police chief of staff"),
        ("Sr. Supt. of Police Raj Kumar said it was.", "Raj Kumar",
         "Senior Superintendent of Police"),
        ("DSP Hari Basnet of the District Police Office said it was.", "Hari Basnet",
         "DSP, District Police Office"),
        ("PM Narendra Modi said it was.", "Narendra Modi", "Prime Minister"),
        ("The state Police Public Relations Officer, SP Ade Osi, said it was.", "Ade Osi",
         "state Police Public Relations Officer, SP"),
        ("The petitioners' counsel, Barrister Imran Khan, said it was.", "Imran Khan",
         "petitioners' counsel, Barrister"),
        ("The president of Chad Idriss Deby said it was.", "Idriss Deby", "president of Chad"),
        ("A UN envoy for Sudan Ann Lee said it was.", "Ann Lee", "UN envoy for Sudan"),
        ("WHO chief Tedros Ghebreyesus said it was.", "Tedros Ghebreyesus", "WHO chief"),
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
