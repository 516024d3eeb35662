"""Training of Punkt's parameters on plain text, with NLTK."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from nltk.tokenize.punkt import PunktParameters, PunktTrainer

from claimtrack.language.punkt import ANY_LOWER, FORMAT

FEWEST_SEEN = 2
"""How often a word must be seen for its spelling to count."""


def train(texts: Iterable[str], directory: Path) -> Path:
    """Train on ``texts`` and write ``punkt.json`` into ``directory``."""
    trainer = PunktTrainer()
    trainer.INCLUDE_ALL_COLLOCS = False
    counts: dict[str, int] = defaultdict(int)
    for text in texts:
        trainer.train(text, finalize=False)
        for word in text.lower().split():
            counts[word.strip(".,;:!?\"'()[]“”‘’")] += 1
    trainer.finalize_training()
    parameters = trainer.get_params()
    words = by_flags(parameters, counts)
    target = directory / "punkt.json"
    directory.mkdir(parents=True, exist_ok=True)
    content = {
        "format": FORMAT,
        "abbreviations": sorted(parameters.abbrev_types),
        "collocations": sorted(parameters.collocations),
        "starters": sorted(parameters.sent_starters),
        "orthography": {str(flags): " ".join(found) for flags, found in sorted(words.items())},
    }
    target.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    return target


def by_flags(parameters: PunktParameters, counts: dict[str, int]) -> dict[int, list[str]]:
    """Return the words whose spelling can change a decision, by how they were seen.

    A word that was never seen in lower case decides nothing that an unknown one does not.
    """
    words: dict[int, list[str]] = defaultdict(list)
    for word, flags in sorted(parameters.ortho_context.items()):
        if flags & ANY_LOWER and counts.get(word, 0) >= FEWEST_SEEN:
            words[flags].append(word)
    return words
