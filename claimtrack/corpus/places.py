"""Files on whatever a cluster shares: folders of this machine, or addresses such as s3://…."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any

from claimtrack.errors import InputProblem, MissingExtra
from claimtrack.reading import READERS
from claimtrack.reading.filenames import suffix_of

try:
    from pyarrow import fs
except ImportError:
    raise MissingExtra("running on a cluster", "ray") from None

_RENAMED = ("local", "hdfs", "viewfs")
"""Where files are seen while they grow, and renaming is cheap; elsewhere they appear whole."""


def is_address(path: str) -> bool:
    """Tell whether a path is an address of shared storage."""
    return "://" in path


class Place:
    """The folder of a run, on this machine or shared; files in it are whole or not there."""

    def __init__(self, folder: str) -> None:
        self._files, self._root = _resolved(folder)

    def prepare(self) -> None:
        """Make the folder."""
        self._files.create_dir(self._root, recursive=True)

    def names(self, start: str) -> list[str]:
        """Return the files whose names begin so, in order."""
        selector = fs.FileSelector(self._root, allow_not_found=True)
        found = (info.base_name for info in self._files.get_file_info(selector))
        return sorted(name for name in found if name.startswith(start))

    def read(self, name: str) -> str | None:
        """Return the text of a file; ``None`` where there is none."""
        try:
            with self._files.open_input_stream(f"{self._root}/{name}") as stream:
                data: bytes = stream.read()
        except FileNotFoundError:
            return None
        return data.decode()

    def write(self, name: str, text: str) -> None:
        """Write a small file."""
        with self._whole(name) as stream:
            stream.write(text.encode())

    def put(self, file: Path) -> None:
        """Copy a file of this machine here, under its own name."""
        with file.open("rb") as source, self._whole(file.name) as stream:
            copyfileobj(source, stream, 2**20)

    def remove(self, name: str) -> None:
        """Remove a file."""
        self._files.delete_file(f"{self._root}/{name}")

    @contextmanager
    def _whole(self, name: str) -> Iterator[Any]:
        place = f"{self._root}/{name}"
        if self._files.type_name not in _RENAMED:
            with self._files.open_output_stream(place) as stream:
                yield stream
            return
        beside = f"{self._root}/.{name}.part"
        with self._files.open_output_stream(beside) as stream:
            yield stream
        self._files.move(beside, place)


def listed(address: str) -> Iterator[tuple[str, int]]:
    """Yield the files behind an address with their sizes: itself, or all below it, in order."""
    files, path = _resolved(address)
    info = files.get_file_info(path)
    if info.type == fs.FileType.NotFound:
        raise InputProblem(address, "there is nothing there", code="not-found")
    if info.type == fs.FileType.File:
        yield address, info.size
        return
    whole, mark, query = address.partition("?")
    start = whole.rstrip("/").removesuffix(path)
    below = files.get_file_info(fs.FileSelector(path, recursive=True))
    for info in sorted(below, key=lambda info: info.path):
        hidden = info.base_name.startswith((".", "_"))
        if info.type == fs.FileType.File and not hidden and suffix_of(Path(info.path)) in READERS:
            yield start + info.path + mark + query, info.size


@contextmanager
def fetched(address: str) -> Iterator[Path]:
    """Give a copy of a file on this machine, under its own name, for as long as it is needed."""
    files, path = _resolved(address)
    with TemporaryDirectory(prefix="claimtrack-") as folder:
        copy = Path(folder) / PurePosixPath(path).name
        with files.open_input_stream(path, compression=None) as stream, copy.open("wb") as file:
            copyfileobj(stream, file, 2**20)
        yield copy


def _resolved(path: str) -> tuple[Any, str]:
    """Return the file system of a path and the path there."""
    if not is_address(path):
        return fs.LocalFileSystem(), str(Path(path).absolute())
    try:
        files, inner = fs.FileSystem.from_uri(path)
    except (OSError, ValueError) as failure:
        raise InputProblem(path, f"is no address that can be used: {failure}") from None
    return files, inner.rstrip("/")
