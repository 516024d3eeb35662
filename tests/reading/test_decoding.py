import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.errors import InputProblem
from claimtrack.reading.decoding import decode, without_surrogates

TEXT = "“Bread is dear,” said Zoë. – Наши цены"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-32-be"]
)
def test_marks_and_utf8(encoding: str) -> None:
    mark = "\ufeff" if encoding in {"utf-16-le", "utf-32-be"} else ""
    text, notices = decode((mark + TEXT).encode(encoding), "a.txt")
    assert text == TEXT
    assert notices == ()


def test_fallback_is_reported() -> None:
    text, notices = decode("The café “Zoë” is shut.".encode("cp1252"), "a.txt")
    assert text == "The café “Zoë” is shut."
    assert [notice.code for notice in notices] == ["decoded-by-fallback"]
    assert "byte 7" in notices[0].message


def test_a_cut_utf16_file_is_read_and_reported() -> None:
    text, notices = decode("\ufeffHe said so.".encode("utf-16-le")[:-1], "a.txt")
    assert text.startswith("He said so")
    assert [notice.code for notice in notices] == ["decoded-by-fallback"]


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe", b"\xff\xfe\n\0"])
def test_empty(data: bytes) -> None:
    with pytest.raises(InputProblem) as caught:
        decode(data, "a.txt")
    assert caught.value.code == "empty"
    assert caught.value.source == "a.txt"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"%PDF-1.7\n%text",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n\x1a\n",
        b"\0" * 99,
    ],
)
def test_binary(data: bytes) -> None:
    with pytest.raises(InputProblem) as caught:
        decode(data, "a.txt")
    assert caught.value.code == "binary"


def test_escape_sequences_do_not_make_a_text_binary() -> None:
    text, _ = decode(b"\x1b[31mRed\x1b[0m, he said.", "a.txt")
    assert text.startswith("\x1b[31m")


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_input_problem(data: bytes) -> None:
    try:
        text, _ = decode(data, "a.bin")
    except InputProblem as problem:
        assert problem.code in {"empty", "binary"}
    else:
        without_surrogates(text)[0].encode("utf-8")


def test_surrogates_are_replaced_one_for_one() -> None:
    text, notices = without_surrogates("a\ud800b\udfffc 😀")
    assert text == "a\ufffdb\ufffdc 😀"
    assert [notice.code for notice in notices] == ["surrogates-replaced"]
    assert without_surrogates("plain 😀") == ("plain 😀", ())
