"""Arrays in a file: what was written is what is read, mapped and aligned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from claimtrack import arrays

SOME = {
    "bytes": np.arange(-5, 6, dtype=np.int8).reshape(11, 1),
    "empty": np.zeros((0, 3), np.float32),
    "number": np.int64(7),
    "floats_with_a_longer_name": np.linspace(0, 1, 12, dtype=np.float32).reshape(3, 4),
    "turned": np.arange(6, dtype=np.int32).reshape(2, 3).T,
}


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "some.npz"
    arrays.write(path, SOME)

    found = arrays.read(path)

    assert set(found) == set(SOME)
    for name, array in SOME.items():
        assert found[name].dtype == array.dtype, name
        assert np.array_equal(found[name], array), name


def test_members_are_mapped_where_their_type_may_stand(tmp_path: Path) -> None:
    path = tmp_path / "some.npz"
    arrays.write(path, SOME)

    for name, array in arrays.read(path).items():
        assert not array.flags.writeable, name
        assert not array.flags.owndata, name
        assert array.size == 0 or array.ctypes.data % 64 == 0, name


def test_numpy_reads_the_file_too(tmp_path: Path) -> None:
    path = tmp_path / "some.npz"
    arrays.write(path, SOME)

    with np.load(path, allow_pickle=False) as loaded:
        assert all(np.array_equal(loaded[name], array) for name, array in SOME.items())


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_files_of_numpy_are_read(tmp_path: Path, save) -> None:
    path = tmp_path / "some.npz"
    save(path, rows=SOME["bytes"], number=SOME["number"])

    found = arrays.read(path)

    assert np.array_equal(found["rows"], SOME["bytes"])
    assert int(found["number"]) == 7


def test_the_same_arrays_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first.npz", tmp_path / "second.npz"
    arrays.write(first, SOME)
    arrays.write(second, dict(reversed(SOME.items())))

    assert first.read_bytes() == second.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".part"] == []


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04" + bytes(100)])
def test_anything_else_is_a_value_error(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "some.npz"
    path.write_bytes(content)

    with pytest.raises(ValueError):
        arrays.read(path)


def test_a_file_cut_short_is_a_value_error(tmp_path: Path) -> None:
    path = tmp_path / "some.npz"
    arrays.write(path, SOME)
    path.write_bytes(path.read_bytes()[:-40])

    with pytest.raises(ValueError):
        arrays.read(path)


def test_objects_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.npz"
    np.savez(path, thing=np.array([{"a": 1}], dtype=object))

    with pytest.raises(ValueError):
        arrays.read(path)
