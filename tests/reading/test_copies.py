from claimtrack.reading.blocks import blocks_of
from claimtrack.reading.copies import copies
from claimtrack.reading.lines import split_lines

FIRST = "The council of Kalm said on Monday that the bridge over the river would be closed."
SECOND = "Residents asked for a ferry, but the mayor told them that there was no money for one."
THIRD = "A report by engineers found cracks in two of the four piers of the old bridge."


def lost(*lines: str) -> list[str]:
    text = "\n".join(lines)
    blocks = blocks_of(text, split_lines(text))
    return [text[blocks[n].start : blocks[n].end] for n in sorted(copies(text, blocks))]


def test_an_article_without_copies_loses_nothing() -> None:
    assert lost(FIRST, SECOND, THIRD) == []


def test_the_copy_with_spaces_stays() -> None:
    glued = FIRST + SECOND + THIRD
    assert lost(glued, "Kalm", FIRST, SECOND, THIRD) == [glued]
    assert lost(FIRST, SECOND, THIRD, "Kalm", glued) == [glued]


def test_the_complete_copy_stays() -> None:
    assert lost(SECOND + " " + THIRD, "Kalm", FIRST, SECOND, THIRD) == [SECOND + " " + THIRD]
    assert lost(FIRST, SECOND, "Kalm", FIRST + SECOND + THIRD) == [FIRST, SECOND]


def test_what_only_the_poorer_copy_says_is_kept() -> None:
    extra = "The works are to begin in June, according to the plans that the council has published."
    assert lost(extra, FIRST, "Kalm", FIRST, SECOND, THIRD) == [FIRST]


def test_a_teaser_is_a_copy() -> None:
    teaser = FIRST[:-14] + "... 10.01.2022, Kalm Post"
    assert lost(teaser, "Kalm", FIRST, SECOND, THIRD) == [teaser]


def test_a_line_said_twice_in_passing_is_no_copy_of_the_body() -> None:
    assert lost(FIRST, SECOND, FIRST, THIRD) == []


def test_one_line_many_times_is_kept_once() -> None:
    assert len(lost(*[FIRST] * 50)) == 49
