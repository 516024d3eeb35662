import pytest

from claimtrack.reading import read_text
from claimtrack.reading.english import language_of

ENGLISH = (
    "The council said on Monday that the bridge would be closed for two years, and that there was "
    "no money for a ferry. Residents asked what they should do in the meantime."
)


def test_english() -> None:
    assert language_of(ENGLISH) == ("en", False)


@pytest.mark.parametrize(
    "text",
    [
        "Der Stadtrat hat am Montag beschlossen, dass die Brücke für zwei Jahre gesperrt wird. Für "
        "eine Fähre ist kein Geld vorhanden, wie der Bürgermeister nach der Sitzung mitteilte.",
        "Le conseil municipal a décidé lundi que le pont serait fermé pendant deux ans. Il n'y a "
        "pas d'argent pour un bac, selon le maire, qui s'est exprimé devant les habitants.",
        "Городской совет решил в понедельник, что мост будет закрыт на два года.",
        "市议会周一决定，这座桥将关闭两年。",
    ],
)
def test_other_languages_are_noticed(text: str) -> None:
    assert language_of(text) == (None, True)
    article = read_text(text)
    assert article.language is None
    assert [notice.code for notice in article.notices] == ["not-english"]
    assert article.paragraphs


def test_too_little_to_tell() -> None:
    assert language_of("Minister resigns.") == (None, False)
    assert language_of("") == (None, False)
