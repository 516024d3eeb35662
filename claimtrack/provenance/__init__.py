"""The provenance report: a status for each statement, and the figures of the article."""

from claimtrack.provenance.report import report
from claimtrack.provenance.summary import Tally

__all__ = ["Tally", "report"]
