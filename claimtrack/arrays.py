"""Arrays in a file: an ``.npz`` archive whose members are mapped into memory as they lie there.

Weights are many megabytes of which an article needs little. Stored without compression, each at an
address that suits its type, they are read only where they are looked up, and processes side by side
share them. NumPy's own ``load`` reads these files too.
"""

from __future__ import annotations

import mmap
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_ALIGNMENT = 64
"""Where a member's header may begin; NumPy gives the header a length that is a multiple too."""

_LOCAL_HEADER = 30
"""Bytes of a zip member's header before its name."""

_PADDING = 0xD935
"""The tag of an extra field that only fills space, as tools that align archives write it."""


def read(path: Path) -> dict[str, NDArray[Any]]:
    """Return the arrays of a file by name, read-only; members that are compressed are unpacked.

    Raises ``OSError`` if the file cannot be read and ``ValueError`` if it holds anything else.
    """
    try:
        with zipfile.ZipFile(path) as archive, path.open("rb") as file:
            memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            return {
                entry.filename.removesuffix(".npy"): _array(archive, entry, memory)
                for entry in archive.infolist()
            }
    except (zipfile.BadZipFile, struct.error) as problem:
        raise ValueError(f"not a file of arrays: {problem}") from problem


def write(path: Path, arrays: Mapping[str, NDArray[Any] | np.generic]) -> None:
    """Write arrays beside ``path`` and move them there; the same arrays give the same bytes."""
    beside = path.with_suffix(".part")
    with beside.open("wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, array in sorted(arrays.items()):
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.extra = _padding(file.tell() + _LOCAL_HEADER + len(entry.filename.encode()))
            with archive.open(entry, "w") as out:
                np.lib.format.write_array(out, np.asarray(array, order="C"), allow_pickle=False)
    beside.replace(path)


def _array(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, memory: mmap.mmap) -> NDArray[Any]:
    """Return one member: a view of ``memory`` if it is stored as it is."""
    if entry.compress_type != zipfile.ZIP_STORED:
        with archive.open(entry) as packed:
            unpacked: NDArray[Any] = np.lib.format.read_array(packed, allow_pickle=False)
        return unpacked
    name, extra = struct.unpack_from("<HH", memory, entry.header_offset + _LOCAL_HEADER - 4)
    memory.seek(entry.header_offset + _LOCAL_HEADER + name + extra)
    if np.lib.format.read_magic(memory) != (1, 0):
        raise ValueError(f"{entry.filename} has a header of another version")
    shape, by_columns, dtype = np.lib.format.read_array_header_1_0(memory)
    if by_columns or dtype.hasobject:
        raise ValueError(f"{entry.filename} is not a plain array, row by row")
    count = int(np.prod(shape, dtype=np.int64))
    return np.frombuffer(memory, dtype, count, memory.tell()).reshape(shape)


def _padding(position: int) -> bytes:
    """Return an extra field that moves what follows ``position`` to an address that suits."""
    gap = -position % _ALIGNMENT
    if not gap:
        return b""
    if gap < 4:  # a field's own head takes four bytes
        gap += _ALIGNMENT
    return struct.pack("<HH", _PADDING, gap - 4) + bytes(gap - 4)
