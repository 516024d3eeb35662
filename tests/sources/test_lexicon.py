"""Every word list says by examples what it matches and what it must not match."""

from __future__ import annotations

import re

import pytest

from claimtrack.sources import lexicon
from claimtrack.sources.profile import kinds

_GROUPS = (
    "spokesperson",
    "official",
    "role",
    "kin",
    "person",
    "body",
    "medium",
    "document",
    "crowd",
)


def _head(phrase: str) -> str:
    """Return the head word of a simple phrase: its last word before a preposition."""
    words = re.split(r" (?:for|of|from|at|by|in) ", phrase)[0].split()
    return words[-1]


@pytest.mark.parametrize("group", _GROUPS)
def test_nouns_match_their_examples(group: str) -> None:
    table = lexicon.read("nouns")[group]
    for phrase in table["match"]:
        noun = lexicon.noun(_head(phrase))
        expected = {group, "person"} if group == "crowd" else {group}
        assert noun is not None and noun.group in expected, phrase
    for phrase in table["miss"]:
        noun = lexicon.noun(_head(phrase))
        assert noun is None or noun.group != group, phrase


@pytest.mark.parametrize("section", ["withheld", "familiar"])
def test_anonymity_patterns_match_their_examples(section: str) -> None:
    for entry in lexicon.read("anonymity")[section]:
        pattern = re.compile(entry["pattern"], re.IGNORECASE)
        for phrase in entry["match"]:
            assert pattern.search(phrase), (entry["name"], phrase)
        for phrase in entry["miss"]:
            assert not pattern.search(phrase), (entry["name"], phrase)


def test_party_tags_match_their_examples() -> None:
    table = lexicon.read("titles")["party"]
    for tag in table["match"]:
        assert lexicon.party_tag().fullmatch(tag), tag
    for tag in table["miss"]:
        assert not lexicon.party_tag().fullmatch(tag), tag


def test_outlets_match_their_examples() -> None:
    table = lexicon.read("outlets")
    for name in table["known"]["match"]:
        assert name.lower().removeprefix("the ") in lexicon.outlets(), name
    for name in table["known"]["miss"]:
        assert name.lower().removeprefix("the ") not in lexicon.outlets(), name
    for name in table["words"]["match"]:
        words = name.split()
        assert words[-1] in lexicon.outlet_words() or words[0] == "Radio", name
    for name in table["words"]["miss"]:
        assert name.split()[-1] not in lexicon.outlet_words(), name


def test_organization_words_match_their_examples() -> None:
    table = lexicon.read("organizations")
    for name in table["heads"]["match"]:
        assert set(name.split()) & lexicon.organization_heads(), name
    for name in table["heads"]["miss"]:
        assert not set(name.split()) & lexicon.organization_heads(), name
    for name in table["joints"]["match"]:
        assert name.split()[0] in lexicon.organization_joints(), name
    for name in table["joints"]["miss"]:
        assert name.split()[0] not in lexicon.organization_joints(), name
    for name in table["places"]["match"]:
        assert name in lexicon.places(), name
    for name in table["places"]["miss"]:
        assert name not in lexicon.places(), name


@pytest.mark.parametrize("group", ["known", "demonyms", "geography"])
def test_last_words_match_their_examples(group: str) -> None:
    table = lexicon.read("organizations")[group]
    words = set(table["words"].split())
    assert words in (lexicon.known_organizations(), lexicon.demonyms(), lexicon.geography())
    assert {name.split()[-1] for name in table["match"]} <= words
    assert not {name.split()[-1] for name in table["miss"]} & words


def test_endings_match_their_examples() -> None:
    table = lexicon.read("nouns")["endings"]
    for phrase in table["match"]:
        noun = lexicon.noun(_head(phrase))
        assert noun is not None and noun.group == "role", phrase
    for phrase in table["miss"]:
        noun = lexicon.noun(_head(phrase))
        assert noun is None or noun.group != "role", phrase


def test_document_names_match_their_examples() -> None:
    table = lexicon.read("kinds")["document"]
    words = kinds.document_words()
    for name in table["match"]:
        parts = name.split()
        assert parts[-1] in words or parts[0] in words, name
    for name in table["miss"]:
        parts = name.split()
        assert parts[-1] not in words and parts[0] not in ("SB", "HB"), name


def test_plurals_are_told_from_singulars() -> None:
    officials = lexicon.noun("officials")
    assert officials is not None and officials.plural and officials.singular == "official"
    police = lexicon.noun("police")
    assert police is not None and police.group == "body"
    assert lexicon.noun("glass") is None


def test_a_name_of_both_genders_tells_none() -> None:
    given = lexicon.given_names()
    assert given["hillary"] == "f"
    assert given["kassym-jomart"] == "m"
    assert given["alex"] == "u"
