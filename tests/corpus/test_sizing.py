"""What the page on corpora says of a billion articles follows from the table on its top."""

import re
from pathlib import Path

PAGE = Path(__file__).parent.parent.parent / "docs" / "corpora.md"
ARTICLES, WORDS, CORES, SHARD = 10**9, 500, 1_000, 10_000


def table(mark: str) -> list[list[str]]:
    """Return the rows of a table between two marks."""
    text = PAGE.read_text("utf-8")
    (inside,) = re.findall(rf"<!-- {mark}: begin -->\n(.*?)<!-- {mark}: end -->", text, re.DOTALL)
    lines = inside.splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_the_sizes_follow_from_what_was_measured() -> None:
    measured = [float(row[-1].replace(",", "")) for row in table("measured")]
    rate, pages, plain, packed, columns, peak, driven = measured
    words = ARTICLES * WORDS
    analysis, reading = words / rate / 3600, ARTICLES / pages / 3600
    expected = [
        f"{analysis:,.0f} core hours",
        f"{reading:,.0f} core hours",
        f"{analysis / CORES:.1f} hours",
        f"{(analysis + reading) / CORES:.1f} hours",
        f"{peak * CORES / 1000:,.0f} GB",
        *(f"{words * bytes_ / 1e12:.1f} TB" for bytes_ in (plain, packed, columns)),
        f"{ARTICLES // SHARD:,}",
        f"{driven * WORDS / rate:,.0f}",
    ]
    assert [row[-1] for row in table("sized")] == expected
