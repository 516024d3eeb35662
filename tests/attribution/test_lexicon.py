"""The cue lexicon: every example of its data file, and the forms that share a lemma."""

from __future__ import annotations

import re

import pytest

from claimtrack.attribution import lexicon
from claimtrack.attribution.lexicon import CueGroup

EXAMPLES = [(group, text) for group in lexicon.groups() for text in group.yes]


@pytest.mark.parametrize(("group", "text"), EXAMPLES, ids=lambda value: getattr(value, "name", ""))
def test_the_bracketed_word_of_an_example_belongs_to_its_group(group: CueGroup, text: str) -> None:
    cue = re.search(r"\[(.+?)\]", text)
    assert cue is not None
    word = cue.group(1).split()[0].lower()
    assert lexicon.group_of(lexicon.stem(word), word) & lexicon.group_named(group.name)


def test_every_group_has_an_example() -> None:
    assert all(group.yes for group in lexicon.groups())


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("told", "tell"),
        ("denied", "deny"),
        ("admitted", "admit"),
        ("announcing", "announce"),
        ("believes", "believe"),
        ("quipped", "quip"),
        ("statements", "statement"),
        ("vowed", "vow"),
    ],
)
def test_forms_of_a_cue_word_share_a_lemma(form: str, lemma: str) -> None:
    assert lexicon.stem(form) == lemma


def test_words_that_are_no_cues_belong_to_no_group() -> None:
    assert lexicon.group_of(lexicon.stem("table"), "table") == 0
