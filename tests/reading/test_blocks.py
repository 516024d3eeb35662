from claimtrack.reading import read_text
from claimtrack.reading.blocks import blocks_of
from claimtrack.reading.lines import split_lines


def paragraphs(text: str) -> list[str]:
    article = read_text(text)
    return [
        " ".join(paragraph.span.of(text).split())
        for paragraph in article.paragraphs
        if paragraph.section != "headline"
    ]


def test_hard_wrapped_text_with_blank_lines() -> None:
    text = (
        "The old mill on Station Road is to become a school after all, as the\n"
        "council voted by nine to four on Tuesday night to buy the building\n"
        "for a million. It has stood empty since 2007, when its last owner\n"
        "died.\n"
        "\n"
        "Opponents say the price is far too high, and that the repairs would\n"
        "cost more than a new school, according to a report.\n"
    )
    assert len(paragraphs(text)) == 2


def test_single_newlines_part_paragraphs() -> None:
    text = "The mill is to become a school.\nThe council voted on Tuesday.\nNobody was against it."
    assert len(paragraphs(text)) == 3


def test_a_line_broken_at_a_link_goes_on() -> None:
    text = (
        "The Norvanian leader will meet\nthe president of Estland\non Wednesday, he said.\n"
        "According to the Swiss newspaper\nNeue Zeitung\n, about 2,000 police guard the villa.\n"
        "The reserves would last until\nApril\n.\n"
    )
    assert paragraphs(text) == [
        "The Norvanian leader will meet the president of Estland on Wednesday, he said.",
        "According to the Swiss newspaper Neue Zeitung , about 2,000 police guard the villa.",
        "The reserves would last until April .",
    ]


def test_a_sentence_goes_on_over_a_blank_line() -> None:
    text = "The president has dissolved the parliament, he said\n\nin an address on Wednesday.\n"
    assert len(paragraphs(text)) == 1


def test_headings_speakers_and_items_stand_alone() -> None:
    text = (
        "The minister answered four questions about the new border on Monday.\n"
        "What happens now\n"
        "The parliament will vote in May.\n"
        "NOVAK: No.\n"
        "HOLT: Why not?\n"
        "- the first reason is money\n"
        "- the second is time\n"
    )
    assert paragraphs(text) == [
        "The minister answered four questions about the new border on Monday.",
        "What happens now",
        "The parliament will vote in May.",
        "NOVAK: No.",
        "HOLT: Why not?",
        "the first reason is money",
        "the second is time",
    ]


def test_a_time_line_ends_a_paragraph_and_is_none() -> None:
    text = "He was going to speak on Tuesday.\n9 January 2022, 18:06 GMT\nNobody else spoke.\n"
    assert paragraphs(text) == ["He was going to speak on Tuesday.", "Nobody else spoke."]


def test_another_copy_shows_where_lines_were_broken() -> None:
    flat = (
        "Earlier, Norvanian President Karl Lund said that he expected no breakthrough at all, but "
        "a beginning.The leader of Estland was more hopeful, and so was the Swiss Foreign Ministry "
        "on Tuesday, which hosts the talks in a villa by the lake near the old town of Geneva.Both "
        "sides will meet again."
    )
    broken = (
        "Earlier, Norvanian President\nKarl Lund said that he expected no breakthrough at all, but "
        "a beginning.\nThe leader of Estland was more hopeful, and so was the Swiss\n"
        "Foreign Ministry\n"
        "on Tuesday, which hosts the talks in a villa by the lake near the old town of Geneva.\n"
        "Both sides will meet again."
    )
    found = paragraphs(f"Talks Begin in Geneva\n{flat}\n2021\n{broken}\n")
    assert found == [
        "Earlier, Norvanian President Karl Lund said that he expected no breakthrough at all, but "
        "a beginning.",
        "The leader of Estland was more hopeful, and so was the Swiss Foreign Ministry on Tuesday, "
        "which hosts the talks in a villa by the lake near the old town of Geneva.",
        "Both sides will meet again.",
    ]


def test_a_heading_of_other_stories_is_whole_though_it_ends_open() -> None:
    text = "Recommended for you\nDairy fined over the smell\nMilk prices fall again\n"
    assert len(blocks_of(text, split_lines(text))) == 3
