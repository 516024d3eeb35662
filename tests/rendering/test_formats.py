import pytest

from claimtrack.rendering import FORMATS, named, of_suffix
from tests.rendering.newsroom import SETTING, bridge


def test_names_are_single_and_described():
    names = [item.name for item in FORMATS]
    assert len(set(names)) == len(names)
    assert all(item.description and item.suffix.startswith(".") for item in FORMATS)


@pytest.mark.parametrize("item", FORMATS, ids=lambda item: item.name)
def test_every_format_writes_a_report_and_an_empty_run(item):
    assert "".join(item.render([bridge()], SETTING))
    "".join(item.render([], SETTING))


@pytest.mark.parametrize("item", FORMATS, ids=lambda item: item.name)
def test_every_format_gives_the_same_twice(item):
    first, second = (list(item.render([bridge()], SETTING)) for _ in range(2))
    assert first == second


def test_a_suffix_tells_the_format():
    assert of_suffix(".JSON") is named("json")
    assert of_suffix(".xyz") is None
    with pytest.raises(KeyError):
        named("xyz")
