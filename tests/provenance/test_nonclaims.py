import pytest

from claimtrack.provenance import nonclaims
from tests.provenance.marking import document

GROUPS = nonclaims.groups()


@pytest.mark.parametrize(
    ("group", "line"), [(group, line) for group in GROUPS for line in group.match]
)
def test_a_group_matches_its_examples(group, line):
    assert group.matches(line)


@pytest.mark.parametrize(
    ("group", "line"), [(group, line) for group in GROUPS for line in group.no_match]
)
def test_a_group_leaves_its_counter_examples(group, line):
    assert not any(other.matches(line) for other in GROUPS)


def test_every_group_has_examples_of_both_kinds():
    assert all(group.meaning and group.match and group.no_match for group in GROUPS)


def why(*paragraphs):
    parsed = document(*paragraphs)
    sizes = [item.paragraph for item in parsed.sentences]
    return [
        nonclaims.reason(parsed, item, alone=sizes.count(item.paragraph) == 1)
        for item in parsed.sentences
    ]


@pytest.mark.parametrize(
    "line",
    [
        "What residents say",
        "The background",
        "Advice from the power company",
        "How the Fire Began",
        "A LONG NIGHT",
        "In Seattle, Affordable Housing Mandates Mean Less Housing",
    ],
)
def test_a_short_line_without_a_stop_is_a_heading(line):
    assert why("Fire swept the hill on Monday.", line) == [None, "heading"]


@pytest.mark.parametrize(
    "line",
    [
        "The river rose by two metres overnight",
        "Officials closed the bridge.",
        "Nobody was hurt, and the road reopened at noon.",
    ],
)
def test_a_sentence_is_no_heading(line):
    assert why(line) == [None]


def test_a_caption_with_a_verb_claims_something():
    assert why(("caption", "The bridge at Tarn, seen from the north.")) == ["caption"]
    assert why(("caption", "Workers close the bridge, which was damaged on Monday.")) == [None]
    assert why(("caption", "The bridge has been closed since Monday.")) == [None]


def test_a_caption_that_says_what_is_to_be_seen_claims_nothing():
    assert why(("caption", "Workers close the bridge at Tarn.")) == ["caption"]
    assert why(("caption", "A man walks over the bridge that leads to Tarn.")) == ["caption"]


def test_a_short_line_in_quotation_marks_is_a_heading():
    assert why("'It's my livelihood'") == ["heading"]
    assert why("“We are ready”") == ["heading"]
    assert why("“We are ready.”") == [None]


def test_the_writers_question_claims_nothing():
    assert why("Who will pay for the bridge?") == ["question"]


def test_a_headline_is_no_heading():
    assert why(("headline", "Bridge at Tarn Closed for Good")) == [None]


def test_a_line_without_letters_claims_nothing():
    assert why("* * *") == ["no words"]


def test_a_long_line_takes_no_longer_than_its_length():
    line = "By " + "a" * 200_000
    assert not any(group.matches(line) for group in GROUPS)
