"""Every family of lines around an article matches its examples, and none of its counterexamples."""

import pytest

from claimtrack.reading.chrome import chrome_of, groups

MATCHES = [(group.name, line) for group in groups() for line in group.examples]
COUNTEREXAMPLES = [(group.name, line) for group in groups() for line in group.counterexamples]


def words(line: str) -> int:
    return line.count(" ") + 1


@pytest.mark.parametrize(("name", "line"), MATCHES)
def test_examples_match_their_family(name: str, line: str) -> None:
    group = next(group for group in groups() if group.name == name)
    assert group.matches(line.lower())
    assert words(line) <= group.max_words
    assert chrome_of(line, words(line), page=True) is not None


@pytest.mark.parametrize(("name", "line"), COUNTEREXAMPLES)
def test_counterexamples_match_no_family(name: str, line: str) -> None:
    found = chrome_of(line, words(line), page=True)
    assert found is None, f"taken for {found.name}"


def test_every_family_has_examples_of_both_kinds() -> None:
    for group in groups():
        assert group.examples and group.counterexamples, group.name


def test_families_for_pages_leave_articles_alone() -> None:
    assert chrome_of("Share this article", 3, page=False) is None
    assert chrome_of("Share this article", 3, page=True) is not None
