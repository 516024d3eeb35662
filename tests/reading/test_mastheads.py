import pytest

from claimtrack.reading.mastheads import is_masthead, same_outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("The Valley Beacon", None),
        ("WXYZ 7 NEWS", None),
        ("British News Network", None),
        ("Corner Shop Weekly Newspapers", None),
        ("The Pothole", "Pothole"),
    ],
)
def test_mastheads(line: str, outlet: str | None) -> None:
    assert is_masthead(line, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "Quarry plan draws fire at town hall",
        "Minister leaks report to the press",
        "Bank says sorry today",
        "The Pothole",
        "Is this the end of the Daily Star?",
        "",
    ],
)
def test_what_is_no_masthead(line: str) -> None:
    assert not is_masthead(line, None)


def test_an_outlet_is_the_same_with_and_without_its_article() -> None:
    assert same_outlet("The Himal Post", "Himal Post")
    assert not same_outlet("The Himal Post", "The Himal Times")
