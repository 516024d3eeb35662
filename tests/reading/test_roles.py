"""What a page's lines are by what stands beside them: captions, buttons, pulled quotations."""

from claimtrack.reading import read_text

MENU = "Menu\nSearch\nSign in\n"
HEADLINE = "Ferry repairs could take months, port says"
BODY = """\
The head of a ferry company has warned that the port could stay shut for months after a storm.
"It is my whole livelihood," said Dewi Parr, who drives a truck. "Nobody is telling us anything."
His firm lost thousands of pounds in a fortnight, he said, and may have to sell two lorries.
"""
LAST = "The government said that a group of experts would meet on Friday and look at the repairs.\n"


def sections(page: str) -> list[tuple[str, str]]:
    article = read_text(page, id="page")
    return [
        (paragraph.section, " ".join(paragraph.span.of(article.text).split()))
        for paragraph in article.paragraphs
        if paragraph.section != "headline"
    ]


def test_a_row_of_buttons_is_not_joined_to_the_line_above() -> None:
    caption = "A man stands on the quay at Holm on Sunday. Ann Lee/HPX"
    found = sections(
        f"{MENU}{HEADLINE}\n{caption}\nbookmark\nfacebook\ntwitter\nmail\n{BODY}{LAST}"
    )
    assert found[0] == ("caption", "A man stands on the quay at Holm on Sunday.")
    assert not any("facebook" in words for _, words in found)


def test_a_word_that_was_a_link_stays_in_its_sentence() -> None:
    cut = "He wrote about the storm on\ntwitter\nand was sorry for it.\n"
    page = f"{MENU}{HEADLINE}\n{BODY}{cut}{LAST}"
    assert ("body", "He wrote about the storm on twitter and was sorry for it.") in sections(page)


def test_a_credit_in_brackets_opens_a_caption() -> None:
    caption = "(Photo by Ann Lee/The Holm Beacon) Residents wait on the quay at Holm."
    found = sections(f"{MENU}{HEADLINE}\n{caption}\n{BODY}{LAST}")
    assert found[0] == ("caption", "Residents wait on the quay at Holm.")


def test_a_name_and_a_line_on_it_are_credit_and_caption() -> None:
    lent = "Dewi Parr\nDewi Parr says he may have to sell two of his lorries\n"
    found = sections(f"{MENU}{HEADLINE}\n{BODY}{lent}{LAST}")
    assert ("caption", "Dewi Parr says he may have to sell two of his lorries") in found
    assert ("body", "Dewi Parr") not in found


def test_a_quotation_pulled_out_of_the_text_is_left_out_with_its_speaker() -> None:
    pulled = '"Nobody is telling us anything."\nDewi Parr, truck driver\n'
    found = sections(f"{MENU}{HEADLINE}\n{BODY}{pulled}{LAST}")
    assert [section for section, _ in found] == ["body"] * 4


def test_a_short_quoted_heading_stays() -> None:
    found = sections(f"{MENU}{HEADLINE}\n{BODY}'My whole livelihood'\n{LAST}")
    assert ("body", "'My whole livelihood'") in found


def test_labels_for_pictures_are_credits() -> None:
    for label in ("Foto:", "Photo:", "Image credit:"):
        found = sections(f"{MENU}{HEADLINE}\n{BODY}{label}\nAnn Lee / HOLM\n{LAST}")
        assert [section for section, _ in found] == ["body"] * 4


def test_all_headings_of_a_live_page_are_kept_alike() -> None:
    page = (
        f"{MENU}{HEADLINE}\nThursday, April 2\n20:45 GMT - Storm passes Holm\n{BODY}"
        f"INTERACTIVE: Map of the storm\n19:10 GMT - Port shut\n{LAST}"
    )
    found = sections(page)
    assert ("body", "20:45 GMT - Storm passes Holm") in found
    assert ("body", "19:10 GMT - Port shut") in found


def test_a_sentence_below_the_headline_that_sums_up_stays_above_the_buttons() -> None:
    summary = "The ferry company and the port do not agree on the repairs after the storm."
    buttons = "Share\nPrint\nfacebook\ntwitter\nWhatsapp\nmail\n12 May 2018\nHolm\n"
    found = sections(f"{MENU}{HEADLINE}\n{summary}\n{buttons}{BODY}{LAST}")
    assert found[0] == ("body", summary)
