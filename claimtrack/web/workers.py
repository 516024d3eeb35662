"""The threads that analyse and fetch: few, with a short queue, and a limit on each answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from claimtrack.web.problems import RequestProblem

Result = TypeVar("Result")


class Workers:
    """Runs work in a few threads.

    A thread cannot be stopped: when time is up the request is answered, and its work, whose size
    is limited, keeps its place among the workers until it is done.
    """

    def __init__(self, threads: int, waiting: int) -> None:
        self._executor = ThreadPoolExecutor(threads, thread_name_prefix="claimtrack")
        self._places = threads + waiting
        self._taken = 0

    async def run(self, work: Callable[[], Result], seconds: float) -> Result:
        """Return what ``work`` gives, or say that the server is busy or that it takes too long."""
        if self._taken >= self._places:
            raise RequestProblem(503, "busy", "too many requests at once; try again later")
        self._taken += 1
        future = asyncio.get_running_loop().run_in_executor(self._executor, work)
        future.add_done_callback(self._leave)
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.shield(future)
        except TimeoutError as late:
            raise RequestProblem(503, "too-slow", "the analysis takes too long") from late

    def close(self) -> None:
        """Take no more work."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _leave(self, future: asyncio.Future[Result]) -> None:
        self._taken -= 1
        if not future.cancelled():
            future.exception()  # an error that nobody waits for any more is not to be shouted
