"""The manifest of a run: what it was given, what it wrote; written last, when all is there."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from hashlib import file_digest
from pathlib import Path
from typing import Any

from claimtrack.corpus.journal import MANIFEST, Plan
from claimtrack.corpus.options import Options
from claimtrack.corpus.records import Entry
from claimtrack.corpus.shards import write_whole
from claimtrack.model import Generator
from claimtrack.rendering.json_text import dumps

ERRORS = "_errors.jsonl"
"""The articles that failed, one a line as in ``errors`` of the JSON report."""

VERSION = "1.0"

Entries = Callable[[], Iterable[Entry]]
"""The shards of a run, gone through as often as asked."""


def plan(inputs: Mapping[str, Any], options: Options, generator: Generator, runner: str) -> Plan:
    """Return what decides the bytes of a run; no dates, no machine, no number of processes."""
    made: Plan = {
        "manifest_version": VERSION,
        "generator": asdict(generator),
        "runner": runner,
        "options": options.to_dict(),
        "inputs": dict(inputs),
    }
    return made


def finish(folder: Path, made: Plan, entries: Entries) -> None:
    """Write the list of failures, and last of all the manifest."""
    write_whole(folder / ERRORS, failures(entries()))
    with (folder / ERRORS).open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    write_whole(folder / MANIFEST, pieces(made, entries, digest))


def plan_of(manifest: dict[str, Any]) -> Plan:
    """Return the plan of a run from its manifest."""
    names = ("manifest_version", "generator", "runner", "options", "inputs")
    return {name: manifest.get(name) for name in names}


def failures(entries: Iterable[Entry]) -> Iterator[str]:
    """Give the list of failures line by line."""
    for entry in entries:
        for failure in entry.failures:
            yield dumps(asdict(failure)) + "\n"


def pieces(made: Plan, entries: Entries, errors: str) -> Iterator[str]:
    """Give the manifest piece by piece, for a long run has many shards.

    ``errors`` is the digest of the list of failures.
    """
    articles = words = failed = 0
    for entry in entries():
        articles, words = articles + entry.articles, words + entry.words
        failed += len(entry.failures)
    head = {
        **made,
        "articles": articles,
        "words": words,
        "failed": failed,
        "errors": {"file": ERRORS, "sha256": errors},
    }
    yield json.dumps(head, indent=2, ensure_ascii=True)[:-2] + ',\n  "shards": ['
    between = "\n    "
    for entry in entries():
        row = {**asdict(entry), "failed": len(entry.failures)}
        del row["failures"]
        yield between + json.dumps(row, ensure_ascii=True)
        between = ",\n    "
    yield "\n  ]\n}\n"
