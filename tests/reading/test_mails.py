from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from claimtrack.errors import InputProblem
from claimtrack.model import Article
from claimtrack.reading import read_path

TEXT = (
    "The mill will close in May, its owner said.\n\n“We had no choice,” said Ann Reed, who has run"
    " it for twelve years.\n\nThe council said that it would help the people who work there.\n"
)
PAGE = (
    "<html><body><article><h1>Mill to close</h1><p>"
    + "</p><p>".join(TEXT.split("\n\n"))
    + "</p></article></body></html>"
)


def _message(*, page: bool, plain: bool) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Fwd: Mill to close"
    message["Date"] = "Thu, 22 Apr 2021 10:00:00 +0200"
    if plain:
        message.set_content(TEXT, charset="utf-8", cte="quoted-printable")
    if page and plain:
        message.add_alternative(PAGE, subtype="html")
    elif page:
        message.set_content(PAGE, subtype="html", cte="base64")
    return message


def _read(path: Path, message: EmailMessage) -> Article:
    path.write_bytes(bytes(message))
    (article,) = read_path(path)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("page", [True, False])
def test_mail_is_its_plain_text_with_subject_and_day(tmp_path: Path, page: bool) -> None:
    article = _read(tmp_path / "a.eml", _message(page=page, plain=True))
    assert "“We had no choice,” said Ann Reed" in article.text
    assert (article.headline, article.published) == ("Mill to close", "2021-04-22")


@pytest.mark.parametrize("name", ["a.eml", "a.mht"])
def test_a_saved_page_is_read_as_a_page(tmp_path: Path, name: str) -> None:
    article = _read(tmp_path / name, _message(page=True, plain=False))
    assert article.headline == "Mill to close"
    assert [paragraph.section for paragraph in article.paragraphs] == ["headline", *["body"] * 3]
    assert "<p>" not in article.text


def test_what_carries_no_text_says_so(tmp_path: Path) -> None:
    message = EmailMessage()
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="a")
    (tmp_path / "a.eml").write_bytes(bytes(message))
    (problem,) = read_path(tmp_path / "a.eml")
    assert isinstance(problem, InputProblem) and problem.code == "no-text"


def test_parts_within_parts_are_refused(tmp_path: Path) -> None:
    part = "Content-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"
    text = "".join(map(part.format, range(3_000))) + "Content-Type: text/plain\n\nHello.\n"
    (tmp_path / "a.eml").write_text(text)
    (problem,) = read_path(tmp_path / "a.eml")
    assert isinstance(problem, InputProblem) and problem.code == "too-deep"


def test_an_unknown_encoding_is_no_crash(tmp_path: Path) -> None:
    head = b"Subject: =?utf-8?q?Mill_=C3=A9?=\nContent-Type: text/plain; charset=none-9\n\n"
    (tmp_path / "a.eml").write_bytes(head + b"The mill will close, \x93soon\x94, she said.\n")
    (article,) = read_path(tmp_path / "a.eml")
    assert isinstance(article, Article)
    assert (article.headline, "“soon”" in article.text) == ("Mill é", True)


def test_rich_text_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1\\ansi The mill will close.\\par}")
    (problem,) = read_path(tmp_path / "a.rtf")
    assert isinstance(problem, InputProblem) and "save it as plain text" in str(problem)
