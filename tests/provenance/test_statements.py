import pytest

from claimtrack.provenance.statements import statements
from tests.provenance.marking import document, said


def test_a_sentence_with_attributed_content_is_attributed():
    parsed = document("The bridge is closed, the council said. It opened in 1902.")
    mark = said(
        parsed, "a1", "The bridge is closed", source="the council", cue="said", source_id="src1"
    )
    first, second = statements(parsed, [mark])
    assert (first.status, first.attribution_ids, first.source_ids) == (
        "attributed",
        ("a1",),
        ("src1",),
    )
    assert (second.status, second.attribution_ids, second.source_ids) == ("unattributed", (), ())
    assert [first.id, second.id] == ["s1", "s2"]


def test_content_over_sentences_speaks_for_each_of_them():
    parsed = document("“The bridge is closed. It will open in May,” she said.")
    mark = said(
        parsed,
        "a1",
        "“The bridge is closed. It will open in May,”",
        source="she",
        cue="said",
        source_id="src1",
    )
    assert [item.status for item in statements(parsed, [mark])] == ["attributed"] * 2


def test_an_attribution_without_a_source_is_veiled():
    parsed = document("The bridge was reportedly closed.")
    mark = said(parsed, "a1", "The bridge was", "closed", cue="reportedly")
    (statement,) = statements(parsed, [mark])
    assert statement.status == "veiled"
    assert statement.source_ids == ()


def test_a_named_source_outweighs_a_veiled_one():
    parsed = document("The council said the bridge was reportedly closed.")
    outer = said(
        parsed,
        "a1",
        "the bridge was reportedly closed",
        source="The council",
        cue="said",
        source_id="src1",
    )
    inner = said(parsed, "a2", "the bridge was", "closed", cue="reportedly", within="a1")
    (statement,) = statements(parsed, [outer, inner])
    assert statement.status == "attributed"
    assert statement.attribution_ids == ("a1", "a2")


def test_the_larger_share_comes_first():
    parsed = document("One said little, two said that the whole bridge was closed for good.")
    small = said(parsed, "a1", "said little", source="One", source_id="src1")
    large = said(
        parsed,
        "a2",
        "that the whole bridge was closed for good",
        source="two",
        cue="said",
        source_id="src2",
    )
    (statement,) = statements(parsed, [small, large])
    assert statement.source_ids == ("src2", "src1")


def test_a_stray_word_does_not_speak_for_a_sentence():
    parsed = document("The bridge is closed, she said. Nobody in the town knew about the plan.")
    mark = said(
        parsed,
        "a1",
        "The bridge is closed",
        "Nobody",
        source="she",
        cue="said",
        source_id="src1",
    )
    assert [item.status for item in statements(parsed, [mark])] == ["attributed", "unattributed"]


def test_a_sentence_of_one_attributed_word_is_attributed():
    parsed = document("“No,” she said.")
    mark = said(parsed, "a1", "“No,”", source="she", cue="said", source_id="src1")
    (statement,) = statements(parsed, [mark])
    assert statement.status == "attributed"


def test_a_few_quoted_words_leave_a_sentence_the_articles_own():
    parsed = document(
        "The old bridge, which she called “a disgrace”, was built in 1902 from stone of the "
        "quarry in the valley and has carried every road and railway to the coast since then."
    )
    mark = said(parsed, "a1", "“a disgrace”", source="she", cue="called", source_id="src1")
    (statement,) = statements(parsed, [mark])
    assert (statement.status, statement.attribution_ids) == ("unattributed", ("a1",))


def test_a_long_frame_counts_with_its_content():
    parsed = document("“We knew,” said Anna Maria Krol, mayor of the town since May.")
    mark = said(
        parsed,
        "a1",
        "“We knew,”",
        source="Anna Maria Krol, mayor of the town",
        cue="said",
        source_id="src1",
    )
    (statement,) = statements(parsed, [mark])
    assert statement.status == "attributed"


def test_who_wants_it_does_not_answer_for_it():
    parsed = document("The mayor wants the bridge to be rebuilt by May.")
    wish = said(
        parsed,
        "a1",
        "the bridge to be rebuilt by May",
        source="The mayor",
        cue="wants",
        source_id="src1",
        attitude="eventuality",
    )
    (statement,) = statements(parsed, [wish])
    assert (statement.status, statement.source_ids) == ("unattributed", ())
    assert statement.attribution_ids == ("a1",)


def test_who_reports_a_wish_answers_for_it():
    parsed = document("The council said the mayor wants the bridge to be rebuilt.")
    report = said(
        parsed,
        "a1",
        "the mayor wants the bridge to be rebuilt",
        source="The council",
        cue="said",
        source_id="src1",
    )
    wish = said(
        parsed,
        "a2",
        "the bridge to be rebuilt",
        source="the mayor",
        cue="wants",
        source_id="src2",
        attitude="eventuality",
        within="a1",
    )
    (statement,) = statements(parsed, [report, wish])
    assert (statement.status, statement.source_ids) == ("attributed", ("src1",))
    assert statement.attribution_ids == ("a1", "a2")


def test_a_statement_is_implicit_only_if_all_its_attributions_are():
    parsed = document("Media reported that police came. Officers had closed the road, he said.")
    first = said(parsed, "a1", "police came", source="Media", cue="reported", source_id="src1")
    carried = said(
        parsed,
        "a2",
        "Officers had closed the road",
        source="Media",
        source_id="src1",
        implicit=True,
        continues="a1",
    )
    own = said(
        parsed, "a3", "Officers had closed the road", source="he", cue="said", source_id="src2"
    )
    assert [item.implicit for item in statements(parsed, [first, carried])] == [False, True]
    assert [item.implicit for item in statements(parsed, [first, carried, own])] == [False, False]


def test_a_sentence_that_only_introduces_words_elsewhere_claims_nothing():
    parsed = document("The minister replied:", "“We will rebuild the bridge by May.”")
    mark = said(
        parsed,
        "a1",
        "“We will rebuild the bridge by May.”",
        source="The minister",
        cue="replied",
        source_id="src1",
    )
    assert [item.status for item in statements(parsed, [mark])] == ["not_a_claim", "attributed"]


def test_a_credit_line_claims_nothing_whatever_was_found_in_it():
    parsed = document("The bridge is closed.", "The Daily News contributed to this report.")
    mark = said(
        parsed, "a1", "contributed to this report", source="The Daily News", source_id="src1"
    )
    last = statements(parsed, [mark])[-1]
    assert (last.status, last.attribution_ids) == ("not_a_claim", ())


def test_a_quoted_question_is_its_speakers():
    parsed = document("“Who will pay for the bridge?” she asked.", "Who will pay for it?")
    mark = said(
        parsed,
        "a1",
        "“Who will pay for the bridge?”",
        source="she",
        cue="asked",
        source_id="src1",
    )
    found = statements(parsed, [mark])
    assert found[0].status == "attributed"
    assert found[-1].status == "not_a_claim"


@pytest.mark.parametrize("text", ["", " ", "…"])
def test_an_article_without_sentences_has_no_claims(text):
    found = statements(document(text), [])
    assert all(item.status == "not_a_claim" for item in found)
