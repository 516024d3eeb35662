"""Tables for a terminal: as tabulate would set them, and nothing wider than asked for."""

from hypothesis import given
from hypothesis import strategies as st
from tabulate import tabulate

from claimtrack.rendering.grid import grid
from claimtrack.rendering.width import wrap
from tests.rendering.newsroom import quick

WORDS = st.sampled_from(
    "a Khabar 24 — “quoted” naïve München 漢字 Ольга supercalifragilistic".split()
)
CELLS = st.lists(WORDS, max_size=7).map(" ".join)
ROWS = st.lists(st.tuples(st.lists(WORDS, min_size=1).map(" ".join), CELLS, CELLS), min_size=1)


def test_cells_are_wrapped_and_columns_shrink_to_what_is_in_them():
    assert grid(("", "Statement"), [("s1", "The bridge is closed."), ("s2", "Why?")], (10, 12)) == (
        "    Statement\n--  -----------\ns1  The bridge\n    is closed.\ns2  Why?\n"
    )


@quick
@given(ROWS, st.tuples(*[st.integers(4, 30)] * 3))
def test_it_looks_like_tabulate(rows, widths):
    cells = [
        ["\n".join(wrap(cell, width)) for cell, width in zip(row, widths, strict=True)]
        for row in rows
    ]
    heads = ["Source", "", "x"]
    expected = tabulate(cells, headers=heads, tablefmt="simple", disable_numparse=True) + "\n"
    assert grid(heads, rows, widths) == expected


def test_colours_take_no_room_and_touch_no_empty_cell():
    def paint(row, column, text):
        return f"\x1b[1m{text}\x1b[0m" if column == 0 else text

    rows = [("one", "first"), ("", "second")]
    painted = grid(("", "which"), rows, (5, 9), paint)
    assert "\x1b[1mone\x1b[0m  first\n     second\n" in painted
    assert painted.replace("\x1b[1m", "").replace("\x1b[0m", "") == grid(
        ("", "which"), rows, (5, 9)
    )
