"""One family of errors; the command line maps it to messages and exit codes."""

from __future__ import annotations


class ClaimtrackError(Exception):
    """Whatever claimtrack reports to its user: what happened, to which input, what to do.

    ``code`` is stable and meant for programs.
    """

    code = "error"


class InputProblem(ClaimtrackError):
    """An input that cannot become an article; the rest of a run goes on without it."""

    code = "input"

    def __init__(self, source: str, message: str, *, code: str | None = None) -> None:
        super().__init__(f"{source}: {message}")
        self.source = source
        self.message = message
        if code is not None:
            self.code = code


class MissingExtra(ClaimtrackError):
    """An optional part that is not installed; the message says what to install."""

    code = "missing-extra"

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f'{feature} needs an extra: pip install "claimtrack[{extra}]"')
        self.feature = feature
        self.extra = extra


class WeightsProblem(ClaimtrackError):
    """Shipped or given weights that cannot be used: damaged, or of another format version."""

    code = "weights"


class CorpusProblem(ClaimtrackError):
    """A training or evaluation corpus that cannot be read."""

    code = "corpus"
