"""``python -m tests.corpus.killing --moments 20 --seed 1``: runs killed at random moments.

A run over made articles is left alone once, to have its bytes. Then, for each moment, a run into a
folder of its own is killed there (``kill -9``; every second time with its workers), started again
until it ends, and its folder held against the undisturbed one's.

``--chain`` kills one and the same run at all the moments, one after the other.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.corpus.made import Made, contents, rows

TEXTS = (
    "The old bridge is closed, the city council said on Monday. It was built in 1902.",
    "Nobody was hurt, according to police. The mayor did not answer.",
    "",
    "“It is safe,” said Anna Krol, the city's engineer. It is believed that it will open in May.",
)


def main() -> int:
    """Kill runs as told; return how many ended with other bytes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--form", default="jsonl")
    parser.add_argument("--chain", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        there = Path(place)
        texts = [f"{TEXTS[at % len(TEXTS)]}" for at in range(options.articles)]
        source = rows(there / "in.jsonl", texts)
        command = [sys.executable, "-m", "claimtrack", "corpus", str(source)]
        command += ["--shard-size", "20", "--jobs", "2", "--quiet", "--format", options.form, "-o"]
        killed = chain if options.chain else each
        failed = killed(command, there, options.moments, random.Random(options.seed))
    print(f"{options.moments} moments, {failed} failed")
    return min(failed, 1)


def each(command: list[str], there: Path, moments: int, dice: random.Random) -> int:
    """Kill a run of its own at each moment; return how many went wrong.

    A run that ended before its moment does not count; it shows that runs are quicker by now.
    """
    whole, seconds = undisturbed(command, there)
    failed = number = 0
    while number < moments:
        out, moment = there / f"out{number}-{seconds}", dice.uniform(0, seconds)
        if strike([*command, str(out)], moment, together=number % 2 == 1):
            seconds *= 0.8
            continue
        number += 1
        shards = len(list(out.glob("articles-*")))
        finish([*command, str(out)])
        same = contents(out) == whole
        failed += not same
        print(f"{moment:.2f} s, {shards} shards: {'same bytes' if same else 'OTHER BYTES'}")
    return failed


def chain(command: list[str], there: Path, moments: int, dice: random.Random) -> int:
    """Kill one run at all moments; return 1 if it went wrong."""
    whole, seconds = undisturbed(command, there)
    out = there / "out"
    for number in range(moments):
        strike([*command, str(out)], dice.uniform(0, seconds), together=number % 2 == 1)
    finish([*command, str(out)])
    return int(contents(out) != whole)


def undisturbed(command: list[str], there: Path) -> tuple[dict[str, bytes], float]:
    """Run without a kill; return the files, and how long it took."""
    begun = time.monotonic()
    finish([*command, str(there / "whole")])
    return contents(there / "whole"), time.monotonic() - begun


def strike(command: list[str], moment: float, *, together: bool) -> bool:
    """Start a run and kill it after so many seconds; tell whether it had ended before."""
    process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
    try:
        process.wait(moment)
    except subprocess.TimeoutExpired:
        if together:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
        return False
    return True


def finish(command: list[str]) -> None:
    """Run to the end; 1 says that articles failed, as the empty ones do."""
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode in (0, 1), ran.stderr


def made_run(seconds: float = 0.001) -> None:
    """Run with made work, as ``killing`` does with articles: for a process of its own."""
    from claimtrack.corpus import Options, run

    source, out, notes = map(Path, sys.argv[1:4])
    work = Made(notes, seconds, unread=True)
    for _ in run([source], out, Options(shard_size=20), jobs=2, work=work):
        pass


if __name__ == "__main__":
    sys.exit(main())
