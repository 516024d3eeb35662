"""What can go wrong with a request, as one exception that knows its HTTP status."""

from __future__ import annotations

from claimtrack.errors import ClaimtrackError


class RequestProblem(ClaimtrackError):
    """A request that gets no report: status, stable code, and what to do about it."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
