"""The trained reader as the files that ship: an int8 graph, its labels and its vocabulary."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from assets.entities.encoder.labels import Labels
from assets.entities.encoder.model import FOLDER, LABELS, NETWORK, VOCABULARY

if TYPE_CHECKING:
    from assets.entities.training.network import Reader

OPSET = 17
EXAMPLE_PIECES, EXAMPLE_WORDS = 24, 13  # any sizes: they stay open in the graph
QUANTIZED = ["MatMul", "Gemm", "Gather"]  # Gather: the embeddings, half of all weights


def export(reader: "Reader", labels: Labels, tokenizer: Path, folder: Path = FOLDER) -> None:
    """Write the files of the encoder into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as temporary:
        exact = Path(temporary) / NETWORK
        write_graph(reader, exact)
        quantize(exact, folder / NETWORK)
    labels.write(folder / LABELS)
    write_vocabulary(tokenizer, folder / VOCABULARY)


def write_graph(reader: "Reader", path: Path) -> None:
    """Write the reader as a float32 graph."""
    import torch

    from assets.entities.training.graph import Graph

    reader.eval()
    reader.encoder.config._attn_implementation = "eager"  # the fused attention of torch has no counterpart in ONNX
    example = (
        torch.full((1, EXAMPLE_PIECES), 1000),
        torch.zeros((1, EXAMPLE_PIECES), dtype=torch.long),
        torch.arange(1, EXAMPLE_WORDS + 1).unsqueeze(0),
        torch.zeros((1, EXAMPLE_WORDS)),
    )
    axes = {name: {1: "pieces" if name in {"pieces", "cases"} else "words"} for name in Graph.inputs + Graph.outputs}
    axes["arcs"][2] = axes["roles"][2] = "words"
    torch.onnx.export(
        Graph(reader),
        example,
        str(path),
        input_names=list(Graph.inputs),
        output_names=list(Graph.outputs),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,  # the newer exporter fixes the sizes of the masks
    )


def quantize(exact: Path, path: Path) -> None:
    """Write the graph with int8 weights; what flows through it is scaled to int8 window by window.

    Weights take seven bits: with eight, processors without VNNI overflow in 16-bit sums, and the same text would be
    read in two ways. With a scale for each column that costs 0.1 points of LAS and up to 0.4 of F1 of names.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        exact,
        path,
        op_types_to_quantize=QUANTIZED,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
    )


def write_vocabulary(tokenizer: Path, path: Path) -> None:
    """Write the tokenizer without the padding and truncation that its authors set."""
    from tokenizers import Tokenizer

    kept = Tokenizer.from_file(str(tokenizer))
    kept.no_padding()
    kept.no_truncation()
    kept.save(str(path), pretty=False)
