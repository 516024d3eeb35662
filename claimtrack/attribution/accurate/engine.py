"""The accurate engine: a small transformer, on a CPU, behind the door of all engines."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from claimtrack.attribution.accurate import blend
from claimtrack.attribution.accurate.blend import Nets, Opinion
from claimtrack.attribution.accurate.links import KEPT, NOWHERE, Links, joined, nearest
from claimtrack.attribution.accurate.windows import Window, bounds, windows
from claimtrack.attribution.accurate.wordpieces import Pieces, Vocabulary
from claimtrack.attribution.models.selection import Thresholds
from claimtrack.attribution.models.weights import Weights, shipped
from claimtrack.errors import MissingExtra, WeightsProblem

if TYPE_CHECKING:
    from claimtrack.language import Document

WEIGHTS = Path(__file__).with_name("weights")
"""The folder of the weights that ship with the package."""

NETS = "nets.npz"
"""The nets that weigh the network's opinion against the linear models'."""

FORMAT = 1
"""Version of the weights folder: ``settings.json``, ``vocabulary.txt`` and the model's parts."""

THRESHOLDS = Thresholds(beside=0.25, alone=0.2)
"""How likely a draft must be to stand: chosen on articles that the network had not seen."""

BATCH_PIECES = 1024
"""Windows of similar length are read together, up to about this many pieces."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network says of one article."""

    scores: NDArray[np.float32]
    """(words, 7): log-probabilities of the labels."""
    links: Links


class AccurateEngine:
    """Scores of labels for each word, and links between words; made by :func:`load`.

    The last article's reading is kept, so that scores and links cost one pass together.
    """

    def __init__(
        self,
        session: Any,
        vocabulary: Vocabulary,
        *,
        limit: int,
        overlap: int,
        version: str,
        weights: Weights,
        nets: Nets | None = None,
    ) -> None:
        self._session = session
        self._vocabulary = vocabulary
        self._limit = limit
        self._overlap = overlap
        self._nets = nets
        self._last: tuple[tuple[Document, ...], Reading] | None = None
        self.weights = weights
        self.version = version
        self.name = f"accurate {version}"

    def scores(self, documents: tuple[Document, ...]) -> NDArray[np.float32]:
        """Return the log-probability of each label for each word: (words of all, 7)."""
        return self.read(documents).scores

    def links(self, documents: tuple[Document, ...]) -> Links:
        """Return, for each word, where its source and its cue seem to stand."""
        return self.read(documents).links

    def opinion(self, documents: tuple[Document, ...]) -> Opinion | None:
        """Return what the network says of which words belong together."""
        if self._nets is None:
            return None
        reading = self.read(documents)
        return Opinion(reading.scores, reading.links, self._nets)

    def read(self, documents: tuple[Document, ...]) -> Reading:
        """Return scores and links together."""
        if self._last is not None and self._last[0] == documents:
            return self._last[1]
        found = [self.read_pieces(self.pieces(document)) for document in documents]
        reading = Reading(
            np.concatenate([item.scores for item in found]), joined([item.links for item in found])
        )
        self._last = (documents, reading)
        return reading

    def pieces(self, document: Document) -> Pieces:
        """Return a document's words cut into pieces."""
        return self._vocabulary.encode(
            document.words,
            [(sentence.first, sentence.last) for sentence in document.sentences],
            [sentence.paragraph for sentence in document.sentences],
        )

    def read_pieces(self, pieces: Pieces) -> Reading:
        """Read an article that is already cut into pieces."""
        count = len(pieces.word_at)
        scores = np.zeros((count, 7), dtype=np.float32)
        targets = np.full((count, 2, KEPT), NOWHERE, dtype=np.int32)
        chances = np.zeros((count, 2, KEPT), dtype=np.float32)
        if count:
            cut = windows(
                bounds(pieces.sentence_at, self._limit), limit=self._limit, overlap=self._overlap
            )
            for batch in _batches(cut):
                labels, pointers = self._run(pieces, batch)
                for row, window in enumerate(batch):
                    first, last = np.searchsorted(pieces.word_at, [window.start, window.end])
                    begin, end = np.searchsorted(
                        pieces.word_at, [window.core_start, window.core_end]
                    )
                    places = pieces.word_at[first:last] - window.start + 1
                    core = places[begin - first : end - first]
                    scores[begin:end] = _log_softmax(labels[row, core])
                    sides = pointers[row].reshape(len(pointers[row]), 2, 2, -1)
                    targets[begin:end], chances[begin:end] = nearest(
                        sides[core, 0], sides[np.concatenate(([0], places)), 1], int(first)
                    )
        return Reading(scores, Links(targets, chances))

    def _run(
        self, pieces: Pieces, batch: list[Window]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        shape = (len(batch), 2 + max(window.end - window.start for window in batch))
        ids = np.full(shape, self._vocabulary.padding, dtype=np.int64)
        kinds = np.zeros(shape, dtype=np.int64)
        mask = np.zeros(shape, dtype=np.int64)
        for row, window in enumerate(batch):
            size = window.end - window.start
            ids[row, 0] = self._vocabulary.start
            ids[row, 1 : size + 1] = pieces.ids[window.start : window.end]
            ids[row, size + 1] = self._vocabulary.end
            kinds[row, 1 : size + 1] = pieces.kinds[window.start : window.end]
            mask[row, : size + 2] = 1
        labels, pointers = self._session.run(
            ["labels", "pointers"], {"ids": ids, "kinds": kinds, "mask": mask}
        )
        return labels, pointers


def load(folder: Path = WEIGHTS, *, threads: int = 1) -> AccurateEngine:
    """Load the engine; ``threads`` is how many cores one article may use.

    Raises ``MissingExtra`` where the extra is not installed, and ``WeightsProblem`` where the
    weights are missing, damaged or of another format.
    """
    return _load(folder, threads)


@cache
def _load(folder: Path, threads: int) -> AccurateEngine:
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingExtra("the accurate engine", "accurate") from error
    if not (folder / "settings.json").exists():
        raise WeightsProblem(
            f"the accurate engine has no trained weights in {folder}; docs/accurate.md says how to "
            "train them, and --engine linear needs none"
        )
    try:
        settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        parts = [(folder / name).read_bytes() for name in settings["parts"]]
        vocabulary = Vocabulary.read(folder / "vocabulary.txt")
        nets = blend.load(folder / NETS) if (folder / NETS).exists() else None
    except (OSError, ValueError, KeyError) as error:
        raise WeightsProblem(f"the accurate engine's weights in {folder}: {error}") from error
    if settings.get("format") != FORMAT:
        raise WeightsProblem(
            f"the accurate engine's weights in {folder} have format {settings.get('format')!r}; "
            f"this version reads {FORMAT}"
        )
    model = b"".join(parts)
    if hashlib.sha256(model).hexdigest() != settings["sha256"]:
        raise WeightsProblem(f"the accurate engine's weights in {folder} are damaged")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = max(1, threads)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        model, sess_options=options, providers=["CPUExecutionProvider"]
    )
    return AccurateEngine(
        session,
        vocabulary,
        limit=settings["limit"],
        overlap=settings["overlap"],
        version=settings["sha256"][:8],
        weights=replace(shipped(), thresholds=THRESHOLDS),
        nets=nets,
    )


def _batches(cut: list[Window]) -> list[list[Window]]:
    """Group windows of similar length; the order does not matter to the reader."""
    groups: list[list[Window]] = []
    for window in sorted(cut, key=lambda window: (window.end - window.start, window.start)):
        size = window.end - window.start + 2
        if groups and (len(groups[-1]) + 1) * size <= BATCH_PIECES:
            groups[-1].append(window)
        else:
            groups.append([window])
    return groups


def _log_softmax(values: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = values - values.max(axis=-1, keepdims=True)
    result: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
