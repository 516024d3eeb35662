import pytest

from claimtrack.model import Attribution, Span
from claimtrack.provenance import confidence


def mark(sure, **more):
    return Attribution("a1", (Span(0, 1),), confidence=sure, **more)


def test_a_surer_attribution_gives_a_surer_status():
    found = [confidence.of_status("attributed", [mark(sure / 20)]) for sure in range(21)]
    assert found == sorted(found)
    assert 0.5 < found[0] < found[-1] <= 1


def test_the_surest_attribution_carries_the_status():
    both = confidence.of_status("attributed", [mark(0.2), mark(0.9)])
    assert both == confidence.of_status("attributed", [mark(0.9)])


def test_what_is_carried_over_is_as_sure_as_the_carrying():
    assert confidence.of_status("attributed", [mark(0.4, implicit=True)]) == 0.4


def test_quotation_marks_make_the_articles_own_voice_less_sure():
    plain = confidence.of_status("unattributed", [])
    assert confidence.of_status("unattributed", [], quoted=True) < plain
    assert confidence.of_status("unattributed", [], mentioned=True) < plain


@pytest.mark.parametrize("why", ["question", "heading", "caption", "frame", "credit"])
def test_what_claims_nothing(why):
    assert 0.5 < confidence.of_status("not_a_claim", [], why=why) < 1
