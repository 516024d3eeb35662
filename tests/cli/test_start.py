"""A cold start: a report of one article loads what it needs and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.processes import Processes

SEED = next((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
OTHERS = {"jinja2", "jsonschema", "logging", "nltk", "numpy.ma", "scipy", "sklearn", "trafilatura"}
"""What other commands, formats and training need."""

SECONDS = 3.0
"""Of the processor, for a start with byte code: several times what it takes, to fail on a slip
of a library and never on a slow machine."""


@pytest.mark.parametrize("form", ["table", "json", "jsonl"])
def test_a_report_loads_nothing_that_others_need(form: str) -> None:
    code = (
        "import sys\n"
        "from claimtrack.cli.main import main\n"
        f"try: main(['report', {str(SEED)!r}, '--format', {form!r}], standalone_mode=False)\n"
        "except SystemExit: pass\n"
        f"loaded = {OTHERS!r} & set(sys.modules)\n"
        "sys.exit(f'imported: {loaded}' if loaded else 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def test_a_cold_start_is_quick() -> None:
    command = ("-m", "claimtrack", "report", str(SEED), "--format", "json")
    with Processes() as processes:
        processes.python(*command)
        assert processes.python(*command).processor < SECONDS
