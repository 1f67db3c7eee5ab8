"""``python -m assets.entities.training``: corpora and annotations to the model that reading uses.

Trains names and trees in two stages and events in a third, exports the weights as int8 ONNX with labels and vocabulary,
and writes a card of what went in: seeds, versions, hashes of the data, figures on the dev sets.
"""

import argparse
import hashlib
import json
import platform
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from assets.entities.training.annotations import FOLDER as ANNOTATIONS
from assets.entities.training.annotations import annotated_sentences
from assets.entities.training.corpora import GMB, Sentence, columns, ewt_and_gum, gmb

if TYPE_CHECKING:
    from assets.entities.training.examples import Maker
    from assets.entities.training.network import Reader

MODEL = Path(__file__).parents[1] / "model"
LIBRARIES = ("torch", "transformers", "onnx", "onnxruntime", "tokenizers", "spacy")
POLITICS_TWICE_MORE = 3  # 200 sentences, and the nearest to the genre of the open corpora
ANNOTATED_TWICE = 2
GENERAL_EPOCHS, GENRE_EPOCHS, EVENTS_EPOCHS = 3.0, 2.5, 10
GENERAL_RATES, GENRE_RATES = (1.0, 0.58), (0.5, 0.02)  # from and to, as shares of the full learning rate
HELD_OUT = 20  # one text with marked events in so many is not learned from, and gives the figures of events


@dataclass(frozen=True)
class Data:
    """Sentences of each part."""

    parsed: list[Sentence]  # EWT and GUM, with names
    named: list[Sentence]  # WikiGold and CrossNER
    silver: list[Sentence]  # GMB
    annotated: list[Sentence]  # ours and the user's
    dev: dict[str, list[Sentence]]


def read_data(corpora: Path, annotations: Sequence[Path]) -> Data:
    """The training and dev sentences; test splits are nowhere read."""
    ewt, gum = ewt_and_gum(corpora, "train")
    dev_ewt, dev_gum = ewt_and_gum(corpora, "dev")
    wiki = list(columns(corpora / "wikigold" / "wikigold.conll.gz", "wikigold"))
    politics = list(columns(corpora / "crossner_politics" / "train.txt.gz", "crossner"))
    return Data(
        parsed=ewt + gum,
        named=wiki + politics * POLITICS_TWICE_MORE,
        silver=list(gmb(corpora / GMB)),
        annotated=[sentence for path in annotations for sentence in annotated_sentences(path, corpora)],
        dev={
            "UNER EWT": dev_ewt,
            "GUM": dev_gum,
            "CrossNER politics": list(columns(corpora / "crossner_politics" / "dev.txt.gz", "crossner")),
        },
    )


def main() -> None:
    """Train, package and report."""
    options = _options()
    try:
        data = read_data(options.corpora, [*_own_annotations(), *options.annotations])
    except (OSError, ValueError) as error:  # a file that is not there or cannot be learned from
        sys.exit(f"nothing was trained: {error}")
    figures = _train(data, options)
    card = {
        "name": "chancery",
        "seed": options.seed,
        "epochs": [options.general_epochs, options.genre_epochs, options.events_epochs],
        "versions": {"python": platform.python_version(), **{name: version(name) for name in LIBRARIES}},
        "data": dict(_hashes(options.corpora, [*_own_annotations(), *options.annotations], options.encoder)),
        "dev": figures,
    }
    (options.out / "training.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _train(data: Data, options: argparse.Namespace) -> dict[str, dict[str, float]]:
    """Fit, export, and give the dev figures of the weights before they were made int8."""
    from assets.entities.encoder.labels import NAME_TAGS
    from assets.entities.encoder.word_pieces import piece_reader
    from assets.entities.training.evaluate import figures
    from assets.entities.training.evaluate_events import event_figures
    from assets.entities.training.examples import Maker, labels_of
    from assets.entities.training.export import export
    from assets.entities.training.fit import new_reader
    from assets.entities.training.fit_events import fit_events

    maker = Maker(piece_reader(options.encoder / "tokenizer.json"), labels_of(data.parsed))
    reader = new_reader(options.encoder, maker.labels, len(NAME_TAGS))
    _names_and_trees(reader, maker, data, options)
    scored = {name: figures(reader, maker, sentences) for name, sentences in data.dev.items()}
    reader.copy_layers()
    told, held = _held_out([sentence for sentence in data.annotated if sentence.events is not None])
    fit_events(reader, maker, told, options.events_epochs, options.seed + 2, _report)
    scored["events left out"] = event_figures(reader, maker, held)
    export(reader, maker.labels, options.encoder / "tokenizer.json", options.out)
    return scored


def _names_and_trees(reader: "Reader", maker: "Maker", data: Data, options: argparse.Namespace) -> None:
    """The first two stages, or the weights that an earlier run kept of them."""
    import torch

    from assets.entities.training.fit import WARM_UP, Stage, fit

    if options.weights and options.weights.exists():
        reader.load_state_dict(torch.load(options.weights), strict=False)
        return
    general = data.parsed + data.named + data.silver
    genre = data.parsed + data.named + data.annotated * ANNOTATED_TWICE
    stages = (
        Stage("general", general, options.general_epochs, *GENERAL_RATES, WARM_UP),
        Stage("genre", genre, options.genre_epochs, *GENRE_RATES),
    )
    for number, stage in enumerate(stages):
        fit(reader, maker, stage, options.seed + number, _report)
    if options.weights:
        torch.save(reader.state_dict(), options.weights)


def _held_out(sentences: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Sentences to learn from, and those of one text in HELD_OUT, whatever texts are beside it."""
    parts: tuple[list[Sentence], list[Sentence]] = ([], [])
    for sentence in sentences:
        chance = int(hashlib.sha256(sentence.document.encode()).hexdigest()[:8], 16)
        parts[chance % HELD_OUT == 0].append(sentence)
    return parts


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m assets.entities.training", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of the corpora")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with the pretrained encoder's files")
    parser.add_argument("--annotations", type=Path, nargs="*", default=[], help="your own texts: .jsonl or .spacy")
    parser.add_argument("--out", type=Path, default=MODEL, help="folder of the finished model")
    parser.add_argument("--weights", type=Path, help="keeps the weights of names and trees; begins with them if there")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--general-epochs", type=float, default=GENERAL_EPOCHS)
    parser.add_argument("--genre-epochs", type=float, default=GENRE_EPOCHS)
    parser.add_argument("--events-epochs", type=int, default=EVENTS_EPOCHS)
    return parser.parse_args()


def _own_annotations() -> list[Path]:
    return sorted(ANNOTATIONS.glob("*.jsonl"))


def _hashes(corpora: Path, annotations: Sequence[Path], encoder: Path) -> Iterator[tuple[str, str]]:
    """SHA-256 of every file that was read, by its name."""
    files = [*sorted(corpora.glob("*/train*.gz")), *sorted(corpora.glob("*/*.c*.gz")), *annotations]
    for path in dict.fromkeys([*files, encoder / "model.safetensors"]):
        yield f"{path.parent.name}/{path.name}", hashlib.sha256(path.read_bytes()).hexdigest()


def _report(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # a command


if __name__ == "__main__":
    main()
