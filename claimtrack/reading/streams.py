"""Files as streams of bytes: unpacked on the way, and stopped when they grow past their limit."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from claimtrack.errors import InputProblem
from claimtrack.reading.options import ReadingOptions

_FREE_GROWTH = 16 * 2**20


class _Guarded(io.RawIOBase):
    """A stream that gives up when a compressed file grows out of all proportion."""

    def __init__(self, stream: gzip.GzipFile, source: str, allowed: int) -> None:
        self._stream, self._source, self._left = stream, source, allowed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            message = "unpacks to far more than its size on disk; not read any further"
            raise InputProblem(self._source, message, code="too-large")
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def open_stream(path: Path, options: ReadingOptions) -> Iterator[IO[bytes]]:
    """Open a file for reading; ``.gz`` is unpacked, within ``options.max_ratio``.

    Raises ``InputProblem`` for what cannot be opened (``not-found``, ``unreadable``).
    """
    source = str(path)
    try:
        size = path.stat().st_size
        with path.open("rb") as plain:
            if path.suffix.lower() != ".gz":
                yield plain
                return
            with gzip.GzipFile(fileobj=plain) as packed:
                allowed = max(_FREE_GROWTH, size * options.max_ratio)
                yield io.BufferedReader(_Guarded(packed, source, allowed), 2**20)
    except IsADirectoryError:
        raise InputProblem(source, "is a folder", code="unreadable") from None
    except (EOFError, zlib.error, gzip.BadGzipFile) as failure:
        raise InputProblem(source, f"damaged gzip file: {failure}", code="damaged") from None
    except (OSError, ValueError) as failure:
        raise unreadable(source, failure) from None


def unreadable(source: str, failure: OSError | ValueError) -> InputProblem:
    """Return why a file cannot be opened, as ``not-found`` or ``unreadable``."""
    if isinstance(failure, FileNotFoundError):
        return InputProblem(source, "no such file", code="not-found")
    reason = getattr(failure, "strerror", None) or str(failure)
    return InputProblem(source, f"cannot be read: {reason}", code="unreadable")


def read_whole(stream: IO[bytes], source: str, options: ReadingOptions) -> bytes:
    """Return all bytes of a stream; raises ``InputProblem`` (``too-large``) past the limit."""
    data = stream.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        message = f"is larger than {options.max_bytes} bytes"
        raise InputProblem(source, message, code="too-large")
    return data
