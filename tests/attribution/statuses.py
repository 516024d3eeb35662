"""What a report says of each statement, for tests of what counts as a report."""

from __future__ import annotations

import claimtrack


def statuses(text: str) -> list[str]:
    """Return the status of each statement of a text."""
    return [item.status for item in claimtrack.analyze(text).statements]
