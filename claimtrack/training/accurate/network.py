"""The network of the accurate engine: a small BERT with a label head and two pointer heads.

The label head gives each word one of the seven labels. The pointer heads say, for each word of a
content (or of a cue), at which words its source stands, and at which its cue; a word that points
to the first piece of the window points to nothing in it.
"""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from transformers import BertConfig, BertModel
from transformers.models.bert.modeling_bert import BertSelfAttention

from claimtrack.attribution.accurate.wordpieces import KINDS
from claimtrack.errors import WeightsProblem

LABEL_COUNT = 7
POINTER_SIZE = 64


class Network(nn.Module):
    """Pieces, kinds and mask in; label scores and two pointer scores out."""

    def __init__(self, base: BertModel) -> None:
        super().__init__()
        self.base = base
        size = base.config.hidden_size
        table = base.embeddings.token_type_embeddings.weight.data
        widened = nn.Embedding(KINDS, size)
        widened.weight.data = table[:1].repeat(KINDS, 1) + 0.01 * torch.randn(KINDS, size)
        base.embeddings.token_type_embeddings = widened
        base.config.type_vocab_size = KINDS
        base.embeddings.word_embeddings.weight.requires_grad_(False)
        for module in base.modules():
            if isinstance(module, BertSelfAttention):
                module.dropout.p = 0.0  # costs a third of the time of a step on a CPU
        self.dropout = nn.Dropout(0.1)
        self.labels = nn.Linear(size, LABEL_COUNT)
        self.asks = nn.Linear(size, 2 * POINTER_SIZE)
        self.answers = nn.Linear(size, 2 * POINTER_SIZE)

    def forward(
        self, ids: torch.Tensor, kinds: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return label scores (batch, pieces, 7), pointer scores (batch, 2, pieces, pieces)."""
        state = self.base(
            input_ids=ids, token_type_ids=kinds, attention_mask=mask
        ).last_hidden_state
        state = self.dropout(state)
        batch, length, _ = state.shape
        asks = self.asks(state).view(batch, length, 2, POINTER_SIZE).transpose(1, 2)
        answers = self.answers(state).view(batch, length, 2, POINTER_SIZE).transpose(1, 2)
        pointers = asks @ answers.transpose(2, 3) / POINTER_SIZE**0.5
        return self.labels(state), pointers


def base_network(folder: Path) -> Network:
    """Build the network on the base model in ``folder``; nothing is fetched."""
    base = BertModel(BertConfig.from_json_file(folder / "config.json"), add_pooling_layer=False)
    weights = load_file(folder / "model.safetensors")
    base.load_state_dict({name: weights[name] for name in base.state_dict()})
    return Network(base)


def save(network: Network, path: Path) -> None:
    """Write all weights as plain arrays."""
    np.savez(path, **{name: weight.numpy() for name, weight in network.state_dict().items()})


def restore(network: Network, path: Path) -> None:
    """Read all weights back; raises ``WeightsProblem`` where they are another network's."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            network.load_state_dict({name: torch.from_numpy(arrays[name]) for name in arrays.files})
    except (OSError, RuntimeError, ValueError, BadZipFile) as error:
        raise WeightsProblem(f"{path}: not a checkpoint of this network: {error}") from error
