"""Parquet shards: one article a row, in the columns that the published schema says.

The columns are made from ``schemas/report.schema.json``: what is an object there is a struct here,
a list a list, and whatever may be null may be null. A row is the object that a JSONL shard has.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from claimtrack.contract import schema_text
from claimtrack.errors import MissingExtra
from claimtrack.model import ArticleReport, Generator

try:
    import pyarrow
    import pyarrow.parquet
except ImportError:
    raise MissingExtra("writing Parquet files", "parquet") from None

GROUP_ROWS = 256
"""At least so many rows go together in a row group; they wait in memory until then."""

_PLAIN = {
    "string": pyarrow.string(),
    "integer": pyarrow.int64(),
    "number": pyarrow.float64(),
    "boolean": pyarrow.bool_(),
}


def encode(reports: Sequence[ArticleReport], generator: Generator) -> bytes:
    """Return reports as a stream of Arrow, which the shard takes without looking at the rows."""
    rows = [report.to_dict() for report in reports]
    try:
        table = pyarrow.Table.from_pylist(rows, schema=schema())
    except UnicodeEncodeError:
        table = pyarrow.Table.from_pylist(_clean(rows), schema=schema())
    sink = pyarrow.BufferOutputStream()
    with pyarrow.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    data: bytes = sink.getvalue().to_pybytes()
    return data


class ParquetShard:
    """A Parquet file that is being written."""

    def __init__(self, path: Path) -> None:
        self._writer = pyarrow.parquet.ParquetWriter(path, schema(), compression="zstd")
        self._held: list[Any] = []

    def add(self, data: bytes) -> None:
        """Write a chunk, as soon as a row group is full."""
        with pyarrow.ipc.open_stream(data) as stream:
            self._held.append(stream.read_all())
        if sum(table.num_rows for table in self._held) >= GROUP_ROWS:
            self._write()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        self._write()
        self._writer.close()

    def _write(self) -> None:
        if self._held:
            table = pyarrow.concat_tables(self._held).combine_chunks()
            if table.num_rows:
                self._writer.write_table(table, row_group_size=max(1, table.num_rows))
        self._held = []


@cache
def schema() -> Any:
    """Return the columns of an article."""
    parts = json.loads(schema_text())["$defs"]
    struct = _type(parts["article"], parts)
    return pyarrow.schema([struct.field(number) for number in range(struct.num_fields)])


def _type(shape: dict[str, Any], parts: dict[str, Any]) -> Any:
    """Return the type of the values that a part of the schema describes."""
    if "$ref" in shape:
        return _type(parts[shape["$ref"].rsplit("/", 1)[1]], parts)
    if "anyOf" in shape:
        (shape,) = (item for item in shape["anyOf"] if item.get("type") != "null")
        return _type(shape, parts)
    kinds = [shape["type"]] if isinstance(shape["type"], str) else shape["type"]
    (kind,) = (kind for kind in kinds if kind != "null")
    if kind == "array":
        return pyarrow.list_(_type(shape["items"], parts))
    if kind != "object":
        return _PLAIN[kind]
    fields = shape["properties"].items()
    return pyarrow.struct([(name, _type(inner, parts)) for name, inner in fields])


def _clean(rows: list[dict[str, Any]]) -> Any:
    """Put "?" for lone surrogates, which Arrow cannot hold: names of files may have them."""
    return json.loads(json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace"))
