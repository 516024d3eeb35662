"""Names: where they begin and end, what they name, and the title before them."""

from __future__ import annotations

import pytest

from tests.sources.speaking import read


def _names(text: str) -> dict[str, str]:
    _, index = read(text)
    return {name.text: name.kind for name in index.names}


def test_a_title_is_no_part_of_the_name() -> None:
    document, index = read("The crowd heard Kazakh President Kassym-Jomart Tokayev on Friday.")
    name = next(name for name in index.names if "Tokayev" in name.words)
    assert name.text == "Kassym-Jomart Tokayev"
    assert document.text(name.title, name.first) == "Kazakh President"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was built by the Department of Housing and Urban Development.", None),
        ("It was built by the Tea Growers' Union in May.", "Tea Growers ' Union"),
        ("He spoke to Lebanon's Health Ministry on Monday.", "Lebanon 's Health Ministry"),
        ("The film was shown on Khabar 24 on Monday.", "Khabar 24"),
        ("We met Ludwig van Beethoven in Bonn.", "Ludwig van Beethoven"),
        ("The Alliance to Reclaim Our Schools met in May.", None),
        ("The Department for Culture, Media and Sport met in May.",
         "Department for Culture Media and Sport"),
    ],
)  # fmt: skip
def test_names_are_found_whole(text: str, name: str | None) -> None:
    expected = (
        name or text.removeprefix("It was built by the ").removeprefix("The ").split(" met")[0]
    )
    assert expected.rstrip(".") in _names(text)


def test_kinds_of_names() -> None:
    found = _names(
        "Mary Lewis met Boris Stone in Paris. The Foreign Ministry and Oxford University wrote to"
        " the mayor. Mr. Stone left."
    )
    assert found["Mary Lewis"] == "person"
    assert found["Stone"] == "person"
    assert found["Foreign Ministry"] == "organization"
    assert found["Oxford University"] == "organization"
    assert found["Paris"] == "place"


def test_a_nickname_in_quotes_is_kept_apart() -> None:
    _, index = read('Eduardo "Lalo" Reyes won the race.')
    name = index.names[0]
    assert name.text == "Eduardo Reyes"
    assert name.nickname == "Lalo"


def test_a_headline_in_title_case_yields_names_of_the_body() -> None:
    text = (
        "Mayor Stone Defends New Toll Before Christmas Vote\n\n"
        "Mayor Gloria Stone defended the toll on Monday. Stone said it was fair."
    )
    document, index = read(text)
    assert document.sentences[0].section == "headline"
    inside = [name.text for name in index.names if name.first < document.sentences[0].last]
    assert "Stone" in inside
    assert not any("Toll" in name for name in inside)


def test_names_lie_in_order_and_do_not_overlap() -> None:
    text = (
        "Rana Haddad of the Red Crescent told Reuters that U.S. Senator Dale Cutter (R-Idaho) left."
    )
    _, index = read(text)
    for one, other in zip(index.names, index.names[1:], strict=False):
        assert one.last <= other.title or one.last <= other.first
