from claimtrack.reading import read_text

BODY = "The council said so on Monday.\nThe mayor agreed, he told reporters.\n"


def test_header_block() -> None:
    article = read_text(
        "Headline: Council says so\nSubtitle: And the mayor agrees.\nDate: 2024-08-29\n"
        f"Publisher: The Kalm Post\n\n{BODY}"
    )
    assert article.headline == "Council says so"
    assert article.published == "2024-08-29"
    assert article.publisher == "The Kalm Post"
    assert [paragraph.section for paragraph in article.paragraphs] == ["headline", "body", "body"]
    assert article.paragraphs[0].span.of(article.text) == "Council says so"


def test_rules_and_byte_order_mark_around_it() -> None:
    rule = "=" * 50
    article = read_text(
        f"\ufeff{rule}\nTitle: Council says so\nAuthor: Ann Lee\nDate: April 4, 2025\n"
        f"URL: https://example.org/a\n{rule}\n\nApril 4, 2025\n{BODY}"
    )
    assert article.headline == "Council says so"
    assert article.authors == ("Ann Lee",)
    assert article.published == "2025-04-04"
    assert article.url == "https://example.org/a"
    assert len(article.paragraphs) == 3


def test_the_headline_is_not_repeated() -> None:
    article = read_text(f"Title: Council says so\nDate: 2024-08-29\n\nCouncil says so\n{BODY}")
    assert [paragraph.section for paragraph in article.paragraphs] == ["headline", "body", "body"]


def test_one_field_that_is_no_headline_is_no_header() -> None:
    article = read_text(f"Source: the mayor, and nobody else, told the paper.\n{BODY}")
    assert len(article.paragraphs) == 3


def test_only_an_outlets_name_is_cut_off_a_headline() -> None:
    reports = read_text(f"Title: Talks Begin in Kalm - Reports\nDate: 2024-08-29\n\n{BODY}")
    assert reports.headline == "Talks Begin in Kalm - Reports"
    named = read_text(
        f"Title: Talks begin in Kalm - The Kalm Post\nPublisher: The Kalm Post\n\n{BODY}"
    )
    assert (named.headline, named.publisher) == ("Talks begin in Kalm", "The Kalm Post")
    barred = read_text(f"Title: Talks begin in Kalm | Kalm Post\nDate: 2024-08-29\n\n{BODY}")
    assert (barred.headline, barred.publisher) == ("Talks begin in Kalm", "Kalm Post")
