import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.rendering.output import FileNames, safe_name, write
from tests.rendering.newsroom import quick


def test_a_plain_id_is_its_own_name():
    assert safe_name("000_dfb3b50d5eecc8a6") == "000_dfb3b50d5eecc8a6"
    assert safe_name("2024-05-01.bridge") == "2024-05-01.bridge"


@pytest.mark.parametrize(
    "identity",
    ["", ".", "..", "../../etc/passwd", "/etc/passwd", "a/b", "a\\b", "C:x", ".hidden", "CON",
     "nul.txt", "a\x00b", "naïve", "x" * 5000, "\ud800", "index", "a b", "-rf"],
)  # fmt: skip
def test_an_id_never_becomes_a_path(identity, tmp_path):
    name = safe_name(identity)
    assert name == Path(name).name
    assert name.isascii() and not name.startswith((".", "-")) and len(name) < 150
    path = tmp_path / f"{name}.json"
    write(path, ["{}"])
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


@quick
@given(st.lists(st.text(max_size=8), max_size=30))
def test_no_two_articles_share_a_name(ids):
    names = FileNames()
    given_names = [names.of(identity).lower() for identity in ids]
    assert len(set(given_names)) == len(ids)


def test_ids_that_differ_by_case_are_told_apart():
    names = FileNames()
    assert [names.of(name) for name in ("a", "A", "a", "a-2")] == ["a", "A-2", "a-3", "a-2-2"]


def test_a_file_is_whole_or_not_there(tmp_path):
    def pieces():
        yield "half"
        raise RuntimeError("stop")

    path = tmp_path / "deep" / "report.json"
    with pytest.raises(RuntimeError):
        write(path, pieces())
    assert list(path.parent.iterdir()) == []
    write(path, ["one"])
    with pytest.raises(RuntimeError):
        write(path, pieces())
    assert path.read_text() == "one"


def test_a_device_is_written_to_and_stays(tmp_path):
    write(Path(os.devnull), ["gone"])
    assert not Path(os.devnull).is_file()
