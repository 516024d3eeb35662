import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from claimtrack.rendering import width
from claimtrack.rendering.width import cut, plain, shown, wrap
from tests.rendering.newsroom import quick


def test_sequences_are_taken_out_and_controls_replaced():
    assert plain("\x1b[1;31mred\x1b[0m") == "red"
    assert plain("\x1b]0;title\x07text") == "text"
    assert plain("a\x00b\nc") == "a\ufffdb c"


@quick
@given(st.text(), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing(text, columns):
    folded = plain(text)
    lines = wrap(folded, columns)
    assert all(shown(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(folded.split())


@quick
@given(st.text(), st.integers(2, 30))
def test_what_is_cut_fits(text, columns):
    assert shown(cut(plain(text), columns)) <= columns


def test_wide_letters_take_two_columns():
    assert shown("漢字") == 4
    assert wrap("漢字漢字", 4) == ["漢字", "漢字"]


def test_narrow_letters_are_those_that_the_tables_of_unicode_give_one_column():
    for number in range(0x20, 0x2100):
        if width._NARROW.fullmatch(chr(number)) is not None:
            assert wcwidth(chr(number)) == 1, hex(number)


def test_common_text_needs_no_tables():
    code = (
        "import sys\n"
        "from claimtrack.rendering.width import shown\n"
        "assert shown('“Ça va” – Ольга’s naïve café…') == 29\n"
        "sys.exit('wcwidth' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
