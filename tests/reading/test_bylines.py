import pytest

from claimtrack.reading.bylines import is_byline, is_writer, name_alone, names_in


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ("Ann Lee",)),
        ("By ANN LEE and BOB GREEN", ("Ann Lee", "Bob Green")),
        ("By Lee Chang and Maria Costa, CNN", ("Lee Chang", "Maria Costa")),
        ("by JEREMY STONE, KXYZ News Reporter", ("Jeremy Stone",)),
        ("By PETER COLE FOR DAILY EXAMPLE", ("Peter Cole",)),
        ("By Fiona Campbell", ("Fiona Campbell",)),
        ("*By Lena Fischer*", ("Lena Fischer",)),
        ("By Dana Whitfield dwhitfield@herald.example", ("Dana Whitfield",)),
        ("By ALINA TA | ata@news.example | Bay Area News Group", ("Alina Ta",)),
        ("Written by Ludwig van der Berg", ("Ludwig van der Berg",)),
        ("Bo Tefu | California Black Media", ("Bo Tefu",)),
        ("by: Karen Stone", ("Karen Stone",)),
        ("By: Karen Stone and Lee Chang", ("Karen Stone", "Lee Chang")),
        ("Posted by Mary Dunn on March 17, 2009 at 10:42 PM", ("Mary Dunn",)),
        ("*By **Rosa Lind** | 18 Jan 2023 | 4 min read*", ("Rosa Lind",)),
        ("By our Court Reporter", ()),
        ("By a Staff Correspondent", ()),
        ("By Al Jazeera and news agencies", ()),
        ("By Reuters Staff", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert names_in(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the water had gone.",
        "By the river",
        "By then it was too late",
        "By far the largest",
        "Bystanders ran",
        "By Monday, officials said, it will be over",
        "A bill | The law",
        "By Ann Lee, who was there when it happened and is now a lawyer in the capital of the land",
    ],
)
def test_what_is_no_byline(line: str) -> None:
    assert not is_byline(line)


def test_field_values_without_by() -> None:
    assert names_in("Jeremy Harris; KOMO News Reporter") == ("Jeremy Harris",)
    assert names_in("Hanna Berg; The Valley Courier") == ("Hanna Berg",)


@pytest.mark.parametrize(
    "name", ["User Admin", "Por User Admin", "www.example.com", "Breaking News"]
)
def test_accounts_and_addresses_write_nothing(name: str) -> None:
    assert not is_writer(name)


@pytest.mark.parametrize("name", ["Ann Lee", "Adam Minder", "Newsroom Osterby", "Webb Adminson"])
def test_people_may_be_writers(name: str) -> None:
    assert is_writer(name)


def test_a_month_is_no_surname_unless_it_is_the_only_one() -> None:
    assert name_alone("Aaron Kroll DEC.") == "Aaron Kroll"
    assert name_alone("Anna Jan") == "Anna Jan"
    assert name_alone("Theresa May") == "Theresa May"


def test_an_agency_behind_a_name_is_no_part_of_it() -> None:
    assert name_alone("Ann Lee Bloomberg") == "Ann Lee"
    assert names_in("By Ann Lee The Associated Press") == ("Ann Lee",)
    assert name_alone("Michael Bloomberg") == "Michael Bloomberg"
    assert names_in("Article by Ann Lee (@annlee).") == ("Ann Lee",)
