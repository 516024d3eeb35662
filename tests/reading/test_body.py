"""Where the article ends, and what stays inside it."""

import pytest

from claimtrack.reading import read_text

TOP = """\
River closed to swimmers after spill
By Ann Moss
12 May 2018

The River Teal was closed to swimmers on Friday after a spill at a dairy, the council said.

About 40,000 litres of milk reached the water. The manager, Paul Ogden, said a valve had failed.
"""
REST = """\
"We are very sorry," Ogden said. "The valve was new."

Anglers have counted more than 200 dead trout. The council said it would test the water every day.
"""


def body(page: str) -> str:
    article = read_text(page, id="page")
    return " ".join(paragraph.span.of(article.text) for paragraph in article.paragraphs)


@pytest.mark.parametrize("line", ["Comments", "12 comments", "Leave a comment", "Comments (3)"])
def test_a_button_for_comments_ends_no_article(line: str) -> None:
    assert "The valve was new" in body(f"{TOP}\n{line}\n\n{REST}")
    assert "every day" in body(f"{TOP}\n{line}\nShare\n\n{REST}")


@pytest.mark.parametrize(
    "comments",
    [
        "Comments (2)\nriver_fan\n12 May 2018\nMy kids swim there!! The council said so last year.",
        "Comments\nI swim there every day. The council said nothing, and nobody told us a thing.",
        "Leave a reply\nVaporware, if you ask me, and it always was. They should drain it.",
    ],
)
def test_comments_end_the_article(comments: str) -> None:
    kept = body(f"{TOP}\n{REST}\n{comments}\n")
    assert "every day." in kept
    assert comments.splitlines()[-1] not in kept


def test_a_paragraph_with_a_credit_behind_its_stop_stays() -> None:
    credit = "The agency said that the river holds many fish of many kinds. —WITH A REPORT BY LEE"
    page = f"{TOP}\n{REST}\nRELATED STORY: Dairy fined\n{credit}\nREAD NEXT\nStorm in the north\n"
    assert "many kinds." in body(f"Menu\nSearch\nShare\nPrint\n{page}")


def test_a_forwarded_mail_keeps_its_article() -> None:
    quoted = "".join(f"> {line}\n" for line in f"{TOP}\n{REST}".splitlines())
    mail = f"From: Deb <deb@mail.example>\nTo: news@herald.example\n\nFYI\n\n{quoted}"
    kept = body(mail)
    assert "the council said." in kept and "every day." in kept
    assert "@" not in kept
