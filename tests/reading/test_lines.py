import pytest

from claimtrack.reading.lines import Shape, ends_sentence, split_lines


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("", Shape.BLANK),
        (" \u200b\ufeff\t", Shape.BLANK),
        ("=====", Shape.RULE),
        ("* * *", Shape.RULE),
        ("https://example.org/a/b?c=d", Shape.LINK),
        ("https://cdn.example.org/a.jpgSputnik International", Shape.LINK),
        ("![A glass](https://example.org/a.jpg)", Shape.LINK),
        ("[Subscribe](https://a.example) | [Unsubscribe](https://b.example)", Shape.LINK),
        ("feedback@sputniknews.com", Shape.CONTACT),
        ("+74956456601", Shape.CONTACT),
        ("Tel: (555) 013-4567", Shape.CONTACT),
        ("Contact: Dana Fields", Shape.CONTACT),
        ("— Norvania Now (@norvanianow) June 15, 2021", Shape.CONTACT),
        ("9 January 2022, 18:06 GMT", Shape.TIME),
        ("2022", Shape.CODE),
        ("en_EN", Shape.CODE),
        ("1.2K", Shape.CODE),
        ("© 2022 Reuters. All rights reserved", Shape.LEGAL),
        ("Copyright 2024 The Daily Example", Shape.LEGAL),
        ("moldova, gas, andrei spinu", Shape.TAGS),
        ("Bridge closed for repairs", Shape.LABEL),
        ("He said so.", Shape.TEXT),
        ("“No,” he said", Shape.LABEL),
        ("He wrote to press@example.org and got no answer from anybody there.", Shape.TEXT),
        ("The price rose to 1,000 in 2022.", Shape.TEXT),
        ("Visit https://example.org for more on this and other stories.", Shape.TEXT),
        ("word " * 60, Shape.TEXT),
    ],
)
def test_shapes(line: str, shape: Shape) -> None:
    (found,) = split_lines(line or "\n")
    assert found.shape is shape


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\x85"])
def test_offsets_are_trimmed_and_index_the_text(end: str) -> None:
    text = f"  One line. {end}\ufeff Another\u00a0{end}"
    first, second = split_lines(text)
    assert text[first.start : first.end] == "One line."
    assert text[second.start : second.end] == "Another"


@pytest.mark.parametrize("text", ["a.", "a?”", "a!)", "a.'\"", "a…", "a:", "a.  ■", "a.]"])
def test_stops(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["a", "a,", "a —", "“a”", "(a)", "a.b"])
def test_no_stops(text: str) -> None:
    assert not ends_sentence(text)


def test_the_marks_of_a_forwarded_mail_are_no_part_of_its_lines() -> None:
    text = "FYI\n\n> By ANN LEE\n>\n> Lead was found in schools,\n> city said.\n>> It is safe.\n"
    lines = [line for line in split_lines(text) if line.shape is not Shape.BLANK]
    assert [text[line.start : line.end] for line in lines] == [
        "FYI",
        "By ANN LEE",
        "Lead was found in schools,",
        "city said.",
        "It is safe.",
    ]


def test_a_single_mark_stays() -> None:
    text = "> A quotation.\n\nA paragraph.\n\nAnother paragraph.\n"
    assert text[split_lines(text)[0].start] == ">"
