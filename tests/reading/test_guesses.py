"""Which line of a page is its headline, where nothing but its place tells."""

import pytest

from claimtrack.reading import read_text

BODY = """\
DALTON -- More than 200 residents packed the hall on Tuesday night to oppose a quarry by a school.
The firm says that the quarry would create 35 jobs, and that the residents will hear no noise.
"My well is 90 feet deep," said Doris Kettle, who has lived on the road to the hall since 1961.
The supervisor said of the plan that he had not made up his mind. A vote would come in April.
Share
Print
Comments (3)
I go there every day.
"""


def headline(top: str) -> str | None:
    return read_text(f"{top}\n{BODY}", id="page").headline


@pytest.mark.parametrize(
    "top",
    [
        # a masthead whose words the body takes up, menus, a breadcrumb, a byline with a date
        "The Dalton Quarry Beacon\nHome | News | Sports | Contact Us\nYou are here: Home > News\n"
        "Plan for quarry draws fire\nPosted by Mary Dunn on March 17, 2009 at 10:42 PM",
        # the byline in lower case, with a colon; teasers of other stories further up
        "WXYZ 7 NEWS\nWeather\nQuarry firm fined in school case\nNEWS\nPlan for quarry draws fire\n"
        "by: Mary Dunn\nPosted: Oct 11, 2016 / 05:14 PM EDT",
        # a line that sums the story up stands between headline and byline
        "Menu\nKurier > Europe > Plan for quarry draws fire\nPlan for quarry draws fire\n"
        "A firm wants to blast near a school, and the town does not.\nBy Mary Dunn\n12.11.2021",
        # the breadcrumb ends in the headline
        "Home / Local News / Plan for quarry draws fire\nPlan for quarry draws fire\n"
        "By Mary Dunn, Dalton\nAug 13, 2024 09:18 AM",
        # a section and its topic stand above
        "News | Quarry residents\nPlan for quarry draws fire\nBy Mary Dunn\n2 Apr 2020",
    ],
)
def test_the_line_above_the_byline_is_the_headline(top: str) -> None:
    assert headline(top) == "Plan for quarry draws fire"


def test_a_date_is_an_anchor_where_there_is_no_byline() -> None:
    top = "Search\nMost of the quarry residents\nRegion\nResidents oppose quarry\n19 December 2024"
    assert headline(top) == "Residents oppose quarry"


def test_without_an_anchor_the_first_good_line_is_the_headline() -> None:
    top = "Menu\nSearch\nResidents oppose quarry near school\nQuarry would create jobs, firm says"
    assert headline(top) == "Residents oppose quarry near school"


PLAIN = """\
The River Teal was closed on Friday after a spill at a dairy, the county council said.

About 40,000 litres of milk reached the water overnight. "We are very sorry," the manager said.
"""


@pytest.mark.parametrize(
    "top",
    [
        "The Teal Times\nRiver closed after dairy spill\nBy Hanna Moss\nMay 12, 2018",
        "The Teal Times\nThe voice of our land\nRiver closed after dairy spill\nBy Hanna Moss",
        "RIVERS\nRiver closed after dairy spill\nBy Hanna Moss",
        "River closed after dairy spill - The Teal Times\nBy Hanna Moss",
        "River closed after dairy spill :: Teal Valley\nBy Hanna Moss",
        "Advertisement\nSupported by\nRiver closed after dairy spill\nBy Hanna Moss",
    ],
)
def test_an_article_alone_has_a_masthead_too(top: str) -> None:
    article = read_text(f"{top}\n\n{PLAIN}", id="plain")
    assert article.headline == "River closed after dairy spill"


def test_a_headline_broken_over_two_lines() -> None:
    article = read_text(f"River closed after\ndairy spill\nBy Hanna Moss\n\n{PLAIN}", id="two")
    assert article.headline == "River closed after dairy spill"
    assert [paragraph.section for paragraph in article.paragraphs].count("body") == 2


def test_the_first_line_stays_the_headline_without_a_byline() -> None:
    top = "Storm at sea\nBoats stay in the river\n"
    assert read_text(f"{top}\n{PLAIN}", id="plain").headline == "Storm at sea"
