import pytest

from claimtrack.reading.captions import Credit, caption_of, is_credit


def words_of(line: str, credit: Credit = None) -> str | None:
    """Return a caption's words, an empty string for a bare credit, ``None`` for neither."""
    found = caption_of(line, 0, len(line), line.count(" ") + 1, credit=credit)
    if found is None:
        return None
    return "" if found.span is None else found.span.of(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Liis Ots / Kalm Post",
        "Photograph: Marta Vidal/AFP/Getty Images",
        "Image source, Getty Images",
        "Photo by Andrea Morales",
        "REUTERS/Pavel Novak",
        "Evan Vucci/AP",
        "Jane Doe for Reuters",
        "RAY OKAFOR / THE HERALD",
        "© Sputnik / Dmitriy Petrov",
        "(AP Photo/Sue Example)",
        "Getty Images",
        "Courtesy of the Moss family",
        "Illustration by Pim van Dijk",
    ],
)
def test_bare_credits(line: str) -> None:
    assert is_credit(line) or words_of(line) == ""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("FILE - The chamber is shown on Oct. 9, 2014, in Joliet, Ill. (AP Photo/Sue Exam, File)",
         "The chamber is shown on Oct. 9, 2014, in Joliet, Ill."),
        ("FILE PHOTO: The winter of 1987, when the harbour froze. Photo: City archive",
         "The winter of 1987, when the harbour froze."),
        ("Image caption, The ferry has served the island since 1998",
         "The ferry has served the island since 1998"),
        ("A nurse holds a placard outside the main hospital [Ivo Kask/Reuters]",
         "A nurse holds a placard outside the main hospital"),
        ("Ricardo Rodriguez walks near Story Road in San Jose. (Dai Sugano/Bay Area News Group)",
         "Ricardo Rodriguez walks near Story Road in San Jose."),
        ("[1/2] A man walks past the bank in Lindholm January 4, 2022. REUTERS/Pavel Novak",
         "A man walks past the bank in Lindholm January 4, 2022."),
        ("Ken Dobbs, 71, is pictured in the garden where he found the bomb",
         "Ken Dobbs, 71, is pictured in the garden where he found the bomb"),
    ],
)  # fmt: skip
def test_captions_lose_label_and_credit(line: str, words: str) -> None:
    assert words_of(line) == words


def test_beside_a_credit_the_present_tense_tells() -> None:
    scene = "A man clears the roof of his car on Harbour Street."
    assert words_of(scene, credit="after") == scene
    assert words_of(scene) is None
    assert words_of("A man cleared the roof of his car on Harbour Street.", credit="after") is None
    assert words_of("The mayor says that snow will fall.", credit="after") is None
    assert words_of("Police officers stand guard in Almaty.", credit="before") is not None


@pytest.mark.parametrize(
    "line",
    [
        "The council (which meets monthly) agreed.",
        "The photo was taken by a neighbour, police said.",
        "He said the AP/NORC poll was wrong.",
        "“The picture is clear,” she said.",
        "Reuters reported the deal first.",
        "The bill failed 40/60 (see the table).",
    ],
)
def test_what_is_no_caption(line: str) -> None:
    assert words_of(line) is None
