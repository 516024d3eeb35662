"""The weights that ship with the attribution room: models, transitions, strengths of cues."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np

from claimtrack.attribution.models.decoding import Transitions
from claimtrack.attribution.models.linear import LinearModel, load
from claimtrack.attribution.models.selection import Thresholds
from claimtrack.attribution.models.view import View, view
from claimtrack.errors import WeightsProblem
from claimtrack.language import Document

FORMAT = 1
DIRECTORY = Path(__file__).parents[1] / "data"
MODELS = "attribution.npz"
SETTINGS = "attribution.json"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """All that is learned for attribution.

    ``tokens`` scores labels, ``pairs`` what a token is to a cue, ``drafts`` whether a draft is an
    attribution at all and ``right`` whether it has the right source too. ``strengths`` grade the
    stems that are often cues, 1-3. ``thresholds`` say how likely a draft must be to stand.
    """

    version: str
    tokens: LinearModel
    pairs: LinearModel
    drafts: LinearModel
    right: LinearModel
    transitions: Transitions
    strengths: dict[str, int]
    thresholds: Thresholds


@lru_cache(maxsize=1)
def look(documents: tuple[Document, ...], weights: Weights) -> View:
    """Return the view of documents; the last one is kept, for the engine and the stages after."""
    return view(documents, weights.strengths)


@cache
def shipped() -> Weights:
    """Return the weights in the package."""
    return read(DIRECTORY)


def read(directory: Path) -> Weights:
    """Read weights from a folder that holds ``attribution.npz`` and ``attribution.json``.

    Raises ``WeightsProblem`` when they are missing, damaged or of another format.
    """
    path = directory / SETTINGS
    try:
        settings = json.loads(path.read_text(encoding="utf-8"))
        if settings["format"] != FORMAT:
            raise WeightsProblem(f"{path}: weights of another format; retrain or update")
        models = load(directory / MODELS)
        return Weights(
            version=settings["version"],
            tokens=models["tokens"],
            pairs=models["pairs"],
            drafts=models["drafts"],
            right=models["right"],
            transitions=Transitions(
                np.array(settings["transitions"], np.float32),
                np.array(settings["bias"], np.float32),
                np.array(settings["bold"], np.float32),
            ),
            strengths=settings["strengths"],
            thresholds=Thresholds(*settings["thresholds"]),
        )
    except (OSError, KeyError, ValueError) as problem:
        raise WeightsProblem(f"{path}: not the weights of this room ({problem!r})") from problem


def write(directory: Path, weights: Weights, trained_on: str) -> None:
    """Write weights to a folder, each file beside its place first and then moved there."""
    from claimtrack.attribution.models.linear import save

    directory.mkdir(parents=True, exist_ok=True)
    save(
        directory / MODELS,
        {
            "tokens": weights.tokens,
            "pairs": weights.pairs,
            "drafts": weights.drafts,
            "right": weights.right,
        },
    )
    settings = {
        "format": FORMAT,
        "version": weights.version,
        "trained_on": trained_on,
        "thresholds": [weights.thresholds.beside, weights.thresholds.alone],
        "bias": [round(float(value), 4) for value in weights.transitions.bias],
        "bold": [round(float(value), 4) for value in weights.transitions.bold],
        "transitions": [[round(float(x), 4) for x in row] for row in weights.transitions.scores],
        "strengths": dict(sorted(weights.strengths.items())),
    }
    path = directory / SETTINGS
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    beside.replace(path)
