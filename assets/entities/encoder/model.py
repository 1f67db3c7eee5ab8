"""The shipped encoder: loaded once in a process, on first use."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assets.entities.encoder.labels import Labels
from assets.entities.encoder.trees import as_trees
from assets.entities.encoder.windows import Window
from assets.entities.encoder.word_pieces import Pieces, piece_reader

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FOLDER = Path(__file__).parents[1] / "model"
NETWORK, LABELS, VOCABULARY = "encoder.onnx", "labels.json", "tokenizer.json"
OUTPUTS = ("names", "tags", "universal", "lemma", "starts", "heads", "relations", "arcs", "events", "realis", "roles")
THREADS_VARIABLE = "CHANCERY_THREADS"
REMEDY = "restore the files of assets/entities/model as they were committed, or install the project again"

Indexes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Reading:
    """What the encoder says of the words of a window; indexes are into ``Labels``."""

    names: npt.NDArray[np.float32]  # log probability of each name tag
    tags: Indexes
    universal: Indexes
    lemma: Indexes
    starts: npt.NDArray[np.bool_]  # a sentence starts
    heads: Indexes  # words of the window; a root is its own head
    relations: Indexes
    events: npt.NDArray[np.float32]  # probability of each kind of event
    realis: npt.NDArray[np.float32]  # probability of each realis of the event that a word tells
    roles: npt.NDArray[
        np.float32
    ]  # (words, words, roles) probability of each role of the second in the event of the first


@dataclass(frozen=True)
class Encoder:
    """The network with its vocabulary and labels."""

    session: "InferenceSession"
    pieces: Pieces
    labels: Labels

    def read(self, window: Window) -> Reading:
        """What the encoder says of a window."""
        found = self.session.run(
            OUTPUTS,
            {
                "pieces": np.array([window.pieces], dtype=np.int64),
                "cases": np.array([window.cases], dtype=np.int64),
                "firsts": np.array([window.firsts], dtype=np.int64),
                "bias": np.array([window.bias], dtype=np.float32),
            },
        )
        names, tags, universal, lemma, starts, heads, relations, arcs, *told = (output[0] for output in found)
        return Reading(names, tags, universal, lemma, starts > 0, as_trees(heads, arcs), relations, *told)


def threads_by_environment() -> int:
    """Cores that the encoder uses, as the environment says; one, so that as many processes as cores run well."""
    value = os.environ.get(THREADS_VARIABLE) or "1"
    if not value.isdecimal() or value == "0":
        raise ValueError(f"{THREADS_VARIABLE}={value!r}: set it to a whole number from 1, or not at all")
    return int(value)


@cache
def load_encoder(folder: Path = FOLDER, threads: int = 1) -> Encoder:
    """The encoder of a folder.

    Raises:
        FileNotFoundError: a file is not there.
        ValueError: a file is not whole, or not of this version.
    """
    try:
        for name in (NETWORK, LABELS, VOCABULARY):
            (folder / name).stat()
        labels = Labels.read(folder / LABELS)
        return Encoder(_session(folder / NETWORK, threads), piece_reader(folder / VOCABULARY), labels)
    except FileNotFoundError as error:
        raise FileNotFoundError(f"{error.filename} is not there: {REMEDY}") from error
    except Exception as error:  # the libraries raise classes of their own, tokenizers bare ones
        raise ValueError(f"the files in {folder} cannot be read ({error}): {REMEDY}") from error


def _session(path: Path, threads: int) -> "InferenceSession":
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3  # errors only
    options.enable_mem_pattern = False  # windows differ in length: a plan for each would be kept for ever
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
