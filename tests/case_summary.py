"""``python -m tests.case_summary [group …]``: how many golden cases and expectations hold.

Prints what fails, then a row a group. Cases that nobody tunes on ("blind") are counted apart and
not shown, so that they tell whether a change holds elsewhere; ``--blind`` shows them too.
``--quiet`` leaves the failures out, ``--names`` gives their names only; a group may also be the
beginning of a case's name.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict

import claimtrack
from tests.case_files import case_paths, read_case
from tests.golden import explain, failures


def main(arguments: list[str]) -> int:
    """Run the chosen cases, print the summary, and return 1 if any case fails."""
    options = {argument for argument in arguments if argument.startswith("--")}
    groups = tuple(argument for argument in arguments if argument not in options)
    rows: defaultdict[str, Counter[str]] = defaultdict(Counter)
    texts: list[str] = []
    for case in map(read_case, case_paths()):
        if groups and not case.name.startswith(groups):
            continue
        found = failures(case, claimtrack.analyze(case.article, id=case.name))
        for row in (f"{case.group}{' (blind)' * case.blind}", "all"):
            rows[row]["cases"] += 1
            rows[row]["right"] += not found
            rows[row]["expectations"] += len(case.expectations)
            rows[row]["held"] += len(case.expectations) - len(found)
        if found and (not case.blind or "--blind" in options):
            texts.append(case.name if "--names" in options else explain(case, found))
    if "--quiet" not in options:
        print(("\n" if "--names" in options else "\n\n").join(texts))
    for name in [*sorted(set(rows) - {"all"}), "all"]:
        count = rows[name]
        print(
            f"{name:24} cases {count['right']:4} of {count['cases']:4}"
            f"   expectations {count['held']:4} of {count['expectations']:4}"
        )
    return int(rows["all"]["right"] < rows["all"]["cases"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
