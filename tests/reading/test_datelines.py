import pytest

from claimtrack.model import Span
from claimtrack.reading.datelines import colon_dateline, dateline_at

BODY = "The minister said so."


@pytest.mark.parametrize(
    ("start", "line", "agency"),
    [
        ("NUR-SULTAN (Sputnik) - ", "NUR-SULTAN (Sputnik)", "Sputnik"),
        ("WASHINGTON (AP) — ", "WASHINGTON (AP)", "AP"),
        ("LONDON, Jan 5 (Reuters) - ", "LONDON, Jan 5 (Reuters)", "Reuters"),
        ("BEIJING, Jan. 10 (Xinhua) -- ", "BEIJING, Jan. 10 (Xinhua)", "Xinhua"),
        ("HEMPSTEAD, N.Y., Sept. 26 (UPI) — ", "HEMPSTEAD, N.Y., Sept. 26 (UPI)", "UPI"),
        ("ROME/BRUSSELS, Jan 5 (Reuters) - ", "ROME/BRUSSELS, Jan 5 (Reuters)", "Reuters"),
        ("PARIS — ", "PARIS", None),
        ("PARIS -- ", "PARIS", None),
        ("KABUL, Afghanistan — ", "KABUL, Afghanistan", None),
        ("ST. LOUIS (AP) – ", "ST. LOUIS (AP)", "AP"),
        ("SPRINGFIELD, Ill. (AP) _ ", "SPRINGFIELD, Ill. (AP)", "AP"),
        ("MOSCOW, January 10. /TASS/. ", "MOSCOW, January 10. /TASS/", "TASS"),
        ("(CNN) — ", "(CNN)", "CNN"),
        ("(CNN)", "(CNN)", "CNN"),
        ("New York (CNN Business) — ", "New York (CNN Business)", "CNN Business"),
        ("Lindholm, Norvania (CNN) — ", "Lindholm, Norvania (CNN)", "CNN"),
        ("Jan 10 (Reuters) - ", "Jan 10 (Reuters)", "Reuters"),
        ("KALM. April 5 (Interfax-Norvania) - ", "KALM. April 5 (Interfax-Norvania)",
         "Interfax-Norvania"),
        ("PORTLAND, Ore., Feb. 8, 2022 — ", "PORTLAND, Ore., Feb. 8, 2022", None),
        ("New Delhi [India], January 10 (ANI): ", "New Delhi [India], January 10 (ANI)", "ANI"),
        ("New Delhi, Jan 10 (PTI) ", "New Delhi, Jan 10 (PTI)", "PTI"),
        ("TOKYO, Jan 10, Kyodo - ", "TOKYO, Jan 10, Kyodo", "Kyodo"),
        ("Damascus, SANA- ", "Damascus, SANA", "SANA"),
        ("Berlin (dpa) - ", "Berlin (dpa)", "dpa"),
        ("Madrid, Jan 10 (EFE).- ", "Madrid, Jan 10 (EFE)", "EFE"),
        ("(ANSA) - ROME, JAN 10 - ", "(ANSA) - ROME, JAN 10", "ANSA"),
        ("MOSCOW (Sputnik), Ann Lee - ", "MOSCOW (Sputnik)", "Sputnik"),
        ("NEW YORK, Jan. 10, 2022 /PRNewswire/ -- ", "NEW YORK, Jan. 10, 2022 /PRNewswire/",
         "PRNewswire"),
        ("SÃO PAULO — ", "SÃO PAULO", None),
        ("BOSTON--(BUSINESS WIRE)--Oct. 29, 2025-- ", "BOSTON--(BUSINESS WIRE)--Oct. 29, 2025",
         "BUSINESS WIRE"),
        ("Lagos, Nigeria – ", "Lagos, Nigeria", None),
        ("Gaza City, Gaza Strip – ", "Gaza City, Gaza Strip", None),
        ("Paris, France | AFP — ", "Paris, France | AFP", "AFP"),
    ],
)  # fmt: skip
def test_forms(start: str, line: str, agency: str | None) -> None:
    text = start + BODY
    found = dateline_at(text, 0, len(text))
    assert found is not None
    assert (found.line, found.agency) == (line, agency)
    assert text[found.end :] == BODY


def test_a_stamp_may_stand_before_it() -> None:
    stamp = "03:01 GMT 10.01.2022 (Updated: 03:04 GMT 10.01.2022)"
    text = f"{stamp} NUR-SULTAN (Sputnik) - {BODY}"
    found = dateline_at(text, 0, len(text))
    assert found is not None
    assert found.line == "NUR-SULTAN (Sputnik)"
    assert found.stamp == stamp
    assert text[found.end :] == BODY


@pytest.mark.parametrize(
    "text",
    [
        "NATO — which has thirty members — said so.",
        "Trump — The man himself — came.",
        "FILE - The bridge is seen in this photo.",
        "BREAKING — The bridge is shut.",
        "Sen. Will Stone (R-Utah) - a farmer - said no.",
        "Will Stone (R-Utah) - A farmer himself - said no.",
        "The council (which meets monthly) - said no.",
        "TRUMP: I said so.",
        "A man said so.",
        "U.S. officials said so.",
        "Indeed, AFL - CIO members said so.",
        "PARIS —",
        "",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert dateline_at(text, 0, len(text)) is None


def _spans(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


def test_a_colon_makes_a_dateline_unless_it_marks_speakers() -> None:
    text = "ISLAMABAD: The government said so.\nNobody else did."
    found = colon_dateline(text, _spans(text))
    assert found is not None and found.line == "ISLAMABAD"
    interview = "NOVAK: The government said so.\nHOLT: Did it?"
    assert colon_dateline(interview, _spans(interview)) is None


@pytest.mark.parametrize(
    ("start", "line"),
    [
        ("New Delhi: ", "New Delhi"),
        ("Nairobi – ", "Nairobi"),
        ("Kyiv/Moscow – ", "Kyiv/Moscow"),
        ("Geneva, 4 March 2025 – ", "Geneva, 4 March 2025"),
    ],
)
def test_a_known_city_makes_a_dateline_in_small_letters(start: str, line: str) -> None:
    text = f"{start}{BODY}\nNobody else did."
    found = colon_dateline(text, _spans(text))
    assert found is not None
    assert (found.line, text[found.end :].split("\n")[0]) == (line, BODY)


@pytest.mark.parametrize("start", ["Mayor: ", "Analysis – ", "Ann Lee: ", "Sport: "])
def test_other_words_make_none(start: str) -> None:
    text = f"{start}{BODY}\nNobody else did."
    assert colon_dateline(text, _spans(text)) is None
