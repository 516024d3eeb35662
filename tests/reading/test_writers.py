"""Writers that a page names without a "By"."""

import pytest

from claimtrack.reading import read_text

BODY = """\
The River Teal was closed on Friday after a spill at a dairy, the county council said.
About 40,000 litres of milk reached the water overnight. "We are very sorry," the manager said.
"""
HEADLINE = "River closed to swimmers after spill"


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("12 May 2018\nAnn Moss & Tom Reed\nTeal News", ("Ann Moss", "Tom Reed")),
        ("Ann Moss in Tealford\nSat 12 May 2018 12.03 BST", ("Ann Moss",)),
        ("Ann Moss - The Teal Times\n12 May 2018", ("Ann Moss",)),
        ("Ann Moss\nSpecial to the Register\n6:02 a.m. Feb. 8, 2018", ("Ann Moss",)),
        ("Written by Ann Moss\nPublished: 12 May 2018, 10:00", ("Ann Moss",)),
        ("Posted on May 12, 2018 by Ann Moss", ("Ann Moss",)),
        ("By Ann Moss, Staff Writer\n12 May 2018", ("Ann Moss",)),
        ("By ANN MOSS Associated Press\n12 May 2018", ("Ann Moss",)),
        ("By Ann Moss May 12, 2018", ("Ann Moss",)),
        ("By Ann Moss / Teal Times\n12 May 2018", ("Ann Moss",)),
        # a place, a section or a programme may stand beside the date as well
        ("New Teal\n12 May 2018", ()),
        ("Middle East\n12 May 2018", ()),
        ("Protesters Storm Airport in Tealford\n12 May 2018", ()),
        ("The Teal Times\n12 May 2018", ()),
    ],
)
def test_bare_names(lines: str, names: tuple[str, ...]) -> None:
    assert read_text(f"{HEADLINE}\n{lines}\n{BODY}", id="bare").authors == names


def test_a_note_on_the_writer_tells_who_the_bare_name_is() -> None:
    page = f"{HEADLINE}\nAnn Moss\n12 May 2018\n{BODY}Ann Moss is the river correspondent.\n"
    assert read_text(page, id="bare").authors == ("Ann Moss",)


def test_the_rights_of_a_writer_name_no_outlet() -> None:
    article = read_text(f"{HEADLINE}\nAnn Moss\n12 May 2018\n{BODY}© 2018 Ann Moss\n", id="own")
    assert (article.authors, article.publisher) == (("Ann Moss",), None)
