"""Features as columns of integers: array work over a whole article, no strings.

Each template combines integer codes of a token into one 64-bit number, whose upper bits are an
index into a table of weights (the hashing trick; Weinberger et al., ICML 2009).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

BITS = 20
"""Tables have ``2 ** BITS`` rows."""

Codes = NDArray[np.uint64]

_FACTORS = tuple(
    np.uint64(factor)
    for factor in (
        0x9E3779B97F4A7C15,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0xD6E8FEB86659FD93,
        0xA0761D6478BD642F,
    )
)
_FINISH = np.uint64(0xFF51AFD7ED558CCD)
_SHIFT = np.uint64(64 - BITS)
_FOLD = np.uint64(32)
_NUMBER = 0x2545F4914F6CDD1D
_ALL = 0xFFFFFFFFFFFFFFFF


class Sink(Protocol):
    """Whatever takes feature columns one by one."""

    def add(self, *codes: Codes) -> None:
        """Take one column: the combination of these codes, told apart by the column's number."""


class Columns:
    """Collects feature columns; ``table()`` gives them as one array of indexes, for training."""

    def __init__(self, rows: int, templates: int) -> None:
        self._mixed = np.empty((templates, rows), np.uint64)
        self._count = 0

    def add(self, *codes: Codes) -> None:
        """Add one column: the combination of these codes, told apart by the column's number."""
        mix(self._mixed[self._count], self._count, codes)
        self._count += 1

    def table(self) -> NDArray[np.int32]:
        """Return the indexes, one row a template, one column a token."""
        if self._mixed.size and self._count != len(self._mixed):
            raise ValueError(f"{self._count} templates, {len(self._mixed)} announced")
        return finish(self._mixed).astype(np.int32)


def mix(mixed: Codes, number: int, codes: Sequence[Codes]) -> None:
    """Combine the codes of column ``number`` into ``mixed``."""
    np.multiply(codes[0], _FACTORS[0], out=mixed)
    for code, factor in zip(codes[1:], _FACTORS[1:], strict=False):
        mixed += code * factor
    mixed += np.uint64((number + 1) * _NUMBER & _ALL)


def finish(mixed: Codes) -> NDArray[np.int64]:
    """Turn mixed codes into indexes, in place."""
    mixed ^= mixed >> _FOLD
    mixed *= _FINISH
    mixed >>= _SHIFT
    return mixed.view(np.int64)
