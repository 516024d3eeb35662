from claimtrack.model import InputError
from claimtrack.provenance import Tally, report
from tests.provenance.marking import document, said, source


def test_a_run_is_added_up():
    parsed = document("The bridge is closed, the council said. It was built in 1902.")
    mark = said(
        parsed, "a1", "The bridge is closed", source="the council", cue="said", source_id="src1"
    )
    tally = Tally()
    tally.add(report(parsed, [mark], [source("src1")]))
    tally.add(report(document("It rained."), [], []))
    tally.add(InputError("x.txt", "empty", "is empty"))
    found = tally.summary()
    assert found["article_count"] == 2
    assert found["error_count"] == 1
    assert found["statement_count"] == 3
    assert found["statuses"] == {
        "attributed": 1,
        "veiled": 0,
        "unattributed": 2,
        "not_a_claim": 0,
    }
    assert found["attributed_share"] == 0.3333
    assert found["single_source_articles"] == 1


def test_a_run_without_claims_has_no_shares():
    assert Tally().summary()["attributed_share"] is None
