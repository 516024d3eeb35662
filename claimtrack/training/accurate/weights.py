"""The trained network as the files that the accurate engine reads: ONNX, in 8 bits."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from torch import nn

from claimtrack.attribution.accurate.engine import FORMAT
from claimtrack.training.accurate.network import Network

PART_SIZE = 7_500_000
"""The model is written in parts of at most this many bytes, kinder to version control."""


class _Exported(nn.Module):
    """The network with its pointers left unmultiplied: what asks, and what answers, by piece."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: torch.Tensor, kinds: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        network = self.network
        state = network.base(
            input_ids=ids, token_type_ids=kinds, attention_mask=mask
        ).last_hidden_state
        return network.labels(state), torch.cat((network.asks(state), network.answers(state)), -1)


def write_onnx(network: Network, path: Path) -> None:
    """Write the network as it is, in 32 bits, with the usual fusions for BERT."""
    from onnxruntime.transformers import optimizer

    network.eval()
    network.base.set_attn_implementation("eager")
    ids = torch.ones((2, 16), dtype=torch.int64)
    raw = path.with_suffix(".raw.onnx")
    axes = {0: "windows", 1: "pieces"}
    torch.onnx.export(
        _Exported(network),
        (ids, torch.zeros_like(ids), torch.ones_like(ids)),
        str(raw),
        input_names=["ids", "kinds", "mask"],
        output_names=["labels", "pointers"],
        dynamic_axes=dict.fromkeys(("ids", "kinds", "mask", "labels", "pointers"), axes),
        opset_version=17,
        dynamo=False,
    )
    config = network.base.config
    fused = optimizer.optimize_model(
        str(raw),
        model_type="bert",
        num_heads=config.num_attention_heads,
        hidden_size=config.hidden_size,
        opt_level=0,
    )
    fused.save_model_to_file(str(path))
    raw.unlink()


def write_8bit(source: Path, path: Path) -> None:
    """Write a 32-bit model again with weights in 8 bits; activations are scaled as it runs."""
    from onnx import TensorProto
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(source),
        str(path),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT},
    )


def write_weights(
    network: Network, vocabulary: Path, directory: Path, *, limit: int, overlap: int, bits: int = 8
) -> None:
    """Write the folder that ``claimtrack.attribution.accurate.load`` reads."""
    directory.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        full, small = Path(folder, "full.onnx"), Path(folder, "small.onnx")
        write_onnx(network, full)
        if bits == 8:
            write_8bit(full, small)
        model = (small if bits == 8 else full).read_bytes()
    for old in directory.glob("model.onnx.*"):
        old.unlink()
    parts = []
    for number, at in enumerate(range(0, len(model), PART_SIZE)):
        parts.append(f"model.onnx.{number}")
        (directory / parts[-1]).write_bytes(model[at : at + PART_SIZE])
    settings = {
        "format": FORMAT,
        "sha256": hashlib.sha256(model).hexdigest(),
        "parts": parts,
        "limit": limit,
        "overlap": overlap,
    }
    (directory / "settings.json").write_text(
        json.dumps(settings, indent=1) + "\n", encoding="utf-8"
    )
    shutil.copyfile(vocabulary, directory / "vocabulary.txt")
