import pytest

from claimtrack.reading.dates import address_date, is_time_line, iso_date


@pytest.mark.parametrize(
    "line",
    [
        "9 January 2022, 18:06 GMT",
        "2022-01-10T03:01+0000",
        "2022-01-10 19:20:45",
        "Published 10 January 2022",
        "Updated: 5:31 a.m. September 3, 2024",
        "Wed, Jan 5, 2022 at 7:31 PM EST",
        "10.01.2022",
        "12:30",
        "3 hours ago",
        "Just now",
        "Yesterday",
        "11:20 GMT 14.02.2022 (Updated: 11:41 GMT 14.02.2022)",
        "Mon 10 Jan 2022 06.00 GMT",
        "PUBLISHED: 09:12, 7 June 2021 | UPDATED: 11:40, 7 June 2021",
    ],
)
def test_time_lines(line: str) -> None:
    assert is_time_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "2022",
        "Monday",
        "May",
        "On Monday",
        "1920",
        "March against hunger",
        "Now or never",
        "In 2022 the law was passed",
        "The attack of 9 January 2022",
        "Second reading at 12:30",
        "Seven days in May",
        "",
    ],
)
def test_lines_that_only_look_like_times(line: str) -> None:
    assert not is_time_line(line)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2022-01-10T03:01+0000", "2022-01-10T03:01+00:00"),
        ("2022-01-10T03:01:59Z", "2022-01-10T03:01:59+00:00"),
        ("2024-09-03", "2024-09-03"),
        ("9 January 2022, 18:06 GMT", "2022-01-09T18:06+00:00"),
        ("03:01 GMT 10.01.2022 (Updated: 03:04 GMT 10.01.2022)", "2022-01-10T03:01+00:00"),
        ("January 5, 2022 3:14 PM GMT", "2022-01-05T15:14+00:00"),
        ("Updated 12:10 AM UTC, Sept. 3rd, 2024", "2024-09-03T00:10+00:00"),
        ("Thu, April 24th 2025 at 4:31 PM", "2025-04-24"),
        ("25/12/2021", "2021-12-25"),
        ("12/25/2021", "2021-12-25"),
        ("10/01/2022", None),
        ("31.02.2022", None),
        ("10 JAN, 06:05", None),
        ("soon", None),
    ],
)
def test_iso_date(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso


@pytest.mark.parametrize(
    ("address", "iso"),
    [
        ("https://sputnikglobe.com/20220110/counter-terrorism-1092143240.html", "2022-01-10"),
        ("https://example.org/world/2020/08/14/volcano", "2020-08-14"),
        ("https://example.org/world/2022/jan/10/river", "2022-01-10"),
        ("https://example.org/2022-01-10/river", "2022-01-10"),
        ("https://tass.com/world/1385421", None),
        ("https://example.org/20229910/river", None),
    ],
)
def test_address_date(address: str, iso: str | None) -> None:
    assert address_date(address) == iso
