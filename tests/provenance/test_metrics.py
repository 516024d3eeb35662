from dataclasses import fields

import pytest

from claimtrack.model import Attribution, Metrics, Source, Statement
from claimtrack.provenance import metrics, report
from tests.provenance.marking import document, said, source

TEXT = "The bridge is closed, the council said on Monday. It was built in 1902. “We knew,” he said."


@pytest.fixture
def parsed():
    return document(TEXT)


@pytest.fixture
def marks(parsed) -> list[Attribution]:
    return [
        said(
            parsed, "a1", "The bridge is closed", source="the council", cue="said", source_id="src1"
        ),
        said(parsed, "a2", "“We knew,”", source="he", cue="said", source_id="src2"),
    ]


@pytest.fixture
def voices() -> list[Source]:
    return [source("src1", "named_organization"), source("src2", "unnamed_person")]


def measured(parsed, marks, voices) -> Metrics:
    return report(parsed, marks, voices).metrics


def test_the_shares_of_the_statuses_add_up(parsed, marks, voices):
    found = measured(parsed, marks, voices)
    assert found.statement_count == 3
    assert found.attributed_share == 0.6667
    assert found.unattributed_share == 0.3333
    assert found.veiled_share == 0.0
    assert found.implicit_share == 0.0


def test_what_is_no_claim_has_no_part_in_the_shares(marks, voices):
    longer = document(TEXT, "Who will pay for it?")
    assert measured(longer, marks, voices).statement_count == 3


def test_direct_quotes_are_counted_in_words(parsed, marks, voices):
    assert measured(parsed, marks, voices).direct_quote_share == round(2 / 6, 4)


def test_words_to_the_source_count_what_is_read_before_it(parsed, marks, voices):
    assert measured(parsed, marks, voices).mean_words_to_source == 3.0
    first = document("The council said the bridge is closed.")
    mark = said(
        first, "a1", "the bridge is closed", source="The council", cue="said", source_id="src1"
    )
    assert measured(first, [mark], voices[:1]).mean_words_to_source == 0.0


def test_sources_that_speak_are_counted(parsed, marks, voices):
    silent = source("src3", "named_organization", outlet=True)
    found = measured(parsed, marks, [*voices, silent])
    assert found.source_count == 2
    assert found.named_source_share == 0.5
    assert found.single_source is False
    assert found.source_kind_mix["named_organization"] == 1
    assert found.top_source_share == 0.5


def test_who_passes_on_counts_as_second_hand_only(parsed, marks, voices):
    passed = said(parsed, "a1", "The bridge is closed", source_id="src1", via=("src3",))
    outlet = source("src3", "named_organization", outlet=True)
    found = measured(parsed, [passed, marks[1]], [*voices, outlet])
    assert found.source_count == 2
    assert found.secondary_media_share == round(1 / 3, 4)


def test_an_article_without_sources_has_no_shares_of_sources():
    found = measured(document("The bridge is closed."), [], [])
    nothing = {field.name for field in fields(found) if getattr(found, field.name) is None}
    assert nothing == {
        "implicit_share",
        "direct_quote_share",
        "named_source_share",
        "anonymous_share",
        "solely_anonymous",
        "anonymity_reason_given",
        "single_source",
        "source_kind_entropy",
        "top_source_share",
        "secondary_media_share",
        "title_given_share",
        "justification_share",
        "mean_words_to_source",
    }
    assert found.transparency_band == "0"


def test_an_empty_article_has_no_shares_at_all():
    found = measured(document(""), [], [])
    assert found.statement_count == 0
    assert found.attributed_share is None


def test_anonymous_sources():
    plain = source("src1", "anonymous_source")
    excused = source("src2", "anonymous_source", anonymity_reason="for fear of reprisal")
    assert metrics.solely_anonymous([plain, excused]) is True
    assert metrics.anonymous_share([plain, source("src3")]) == 0.5
    assert metrics.anonymity_reason_given([plain, excused, source("src3")]) == 0.5
    assert metrics.anonymity_reason_given([source("src3")]) is None


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (source("src1", "named_person"), False),
        (source("src1", "named_person", title="mayor"), True),
        (source("src1", "named_person", affiliation="the council"), True),
        (source("src1", "named_organization"), True),
        (source("src1", "document"), False),
        (source("src1", "document", affiliation="the council"), True),
        (source("src1", "anonymous_source", title="official"), False),
        (source("src1", "unnamed_group"), False),
    ],
)
def test_who_is_fully_identified(one, expected):
    assert metrics.identified(one) is expected


@pytest.mark.parametrize(
    ("count", "band"), [(0, "0"), (1, "1"), (2, "2-3"), (3, "2-3"), (4, "4+"), (9, "4+")]
)
def test_bands(count, band):
    voices = [source(f"src{number}", "named_organization") for number in range(count)]
    assert metrics.transparency_band(voices) == band


def test_entropy_goes_from_one_kind_to_all():
    assert metrics.source_kind_entropy([source("src1"), source("src2")]) == 0.0
    each = [source(f"src{number}", kind) for number, kind in enumerate(metrics.KINDS)]
    assert metrics.source_kind_entropy(each) == 1.0


def test_titles_and_reasons():
    known = source("src1", title="mayor", justification=(object(),))
    assert metrics.title_given_share([known, source("src2")]) == 0.5
    assert metrics.title_given_share([source("src1", "document")]) is None
    assert metrics.justification_share([known, source("src2", "document")]) == 0.5


def test_implicit_share_is_of_the_attributed():
    def one(identity: str, status: str, implicit: bool) -> Statement:
        from claimtrack.model import Span

        return Statement(identity, Span(0, 1), 0, "body", status, implicit)

    claims = [
        one("s1", "attributed", True),
        one("s2", "attributed", False),
        one("s3", "unattributed", False),
    ]
    assert metrics.implicit_share(claims) == 0.5


def test_every_figure_says_what_it_is():
    for field in fields(Metrics):
        function = getattr(metrics, field.name, None)
        if function is None:
            continue
        assert function.__doc__ and "\n\n" in function.__doc__, field.name
