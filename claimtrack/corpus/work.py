"""What every worker does with a chunk: read, analyse, write down; weights are loaded once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from claimtrack.corpus.outputs import Encode, form
from claimtrack.corpus.records import Found, Outcome
from claimtrack.errors import ClaimtrackError, InputProblem
from claimtrack.model import Article, ArticleReport, Generator, InputError
from claimtrack.reading.options import DEFAULTS, ReadingOptions


class Worker(Protocol):
    """A worker that is ready."""

    @property
    def generator(self) -> Generator:
        """Who makes the reports."""

    def do(
        self,
        items: Sequence[Found],
        skip: Collection[int] = (),
        at: Callable[[int], None] | None = None,
    ) -> Outcome:
        """Do a chunk; articles at the places in ``skip`` fail.

        With ``at``, articles are done one by one, and it hears at which place the work is. The
        outcome is the same.
        """


class Work(Protocol):
    """What is sent to a process so that it becomes a worker; it can be pickled, and is light."""

    def load(self) -> Worker:
        """Load what the work needs: slow, and done once a process."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """The work of a run: a report for each article."""

    engine: str = "linear"
    form: str = "jsonl"
    reading: ReadingOptions = DEFAULTS

    def load(self) -> Worker:
        """Load the engine and its weights."""
        return Reporter(self)


class Reporter:
    """Makes the reports of chunks."""

    def __init__(self, work: Reporting) -> None:
        from claimtrack import analysis  # numbers are imported here, in the worker alone

        self._encode: Encode = form(work.form).encoder()
        self._results = analysis.results
        self._engine = analysis.engine_of(work.engine)
        self._reading = work.reading
        self.generator = analysis.generator(self._engine)

    def do(
        self,
        items: Sequence[Found],
        skip: Collection[int] = (),
        at: Callable[[int], None] | None = None,
    ) -> Outcome:
        """Do a chunk; one bad article stops nothing."""
        if at is None and not skip:
            results = self._results(map(self._read, items), self._engine)
        else:
            results = self._one_by_one(items, skip, at or (lambda place: None))
        reports: list[ArticleReport] = []
        failures: list[InputError] = []
        words = 0
        for result in results:
            if isinstance(result, InputError):
                failures.append(result)
            else:
                reports.append(result)
                words += len(result.article.text.split())
        return Outcome(self._encode(reports, self.generator), len(reports), words, tuple(failures))

    def _one_by_one(
        self, items: Sequence[Found], skip: Collection[int], at: Callable[[int], None]
    ) -> Iterator[ArticleReport | InputError]:
        for place, item in enumerate(items):
            at(place)
            if place in skip:
                yield crashed(item)
            else:
                yield from self._results([self._read(item)], self._engine)

    def _read(self, item: Found) -> Article | InputProblem:
        if isinstance(item, InputProblem):
            return item
        try:
            return item.read(self._reading)
        except InputProblem as problem:
            return problem
        except ClaimtrackError as failure:  # a missing extra: other formats may fare better
            return InputProblem(item.where, str(failure), code=failure.code)
        except Exception as failure:  # a reader's own fault must not stop the other articles
            message = f"unexpected {type(failure).__name__}: {failure}"
            return InputProblem(item.where, message, code="internal")


def where(item: Found) -> str:
    """Return what messages call an article of the input."""
    return item.source if isinstance(item, InputProblem) else item.where


def crashed(item: Found) -> InputError:
    """Return the failure of an article at which one process after the other died."""
    message = "the processes that worked on it died (out of memory?); it was left out"
    return InputError(where(item), "crashed", message)
