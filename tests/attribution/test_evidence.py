"""Evidence: every feature has its words, and they are filled in from the article."""

from __future__ import annotations

import claimtrack
from claimtrack.attribution.evidence import FEATURES
from claimtrack.attribution.models import draft_templates


def test_every_template_has_a_name_and_words() -> None:
    assert len(FEATURES) == draft_templates.COUNT
    assert len({name for name, _ in FEATURES}) == len(FEATURES)


def test_evidence_quotes_the_article() -> None:
    report = claimtrack.analyze("Mayor Ann Lee said on Monday that the bridge was safe.")
    (found,) = report.attributions
    assert any("Mayor Ann Lee" in reason.detail for reason in found.evidence)
    assert all("{" not in reason.detail for reason in found.evidence)
    assert all(reason.kind in ("rule", "feature", "link") for reason in found.evidence)
