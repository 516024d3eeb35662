from hypothesis import given
from hypothesis import strategies as st

from claimtrack.rendering.width import cut, plain, shown, wrap
from tests.rendering.newsroom import quick


def test_sequences_are_taken_out_and_controls_replaced():
    assert plain("\x1b[1;31mred\x1b[0m") == "red"
    assert plain("\x1b]0;title\x07text") == "text"
    assert plain("a\x00b\nc") == "a\ufffdb c"


@quick
@given(st.text(), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing(text, width):
    folded = plain(text)
    lines = wrap(folded, width)
    assert all(shown(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(folded.split())


@quick
@given(st.text(), st.integers(2, 30))
def test_what_is_cut_fits(text, width):
    assert shown(cut(plain(text), width)) <= width


def test_wide_letters_take_two_columns():
    assert shown("漢字") == 4
    assert wrap("漢字漢字", 4) == ["漢字", "漢字"]
