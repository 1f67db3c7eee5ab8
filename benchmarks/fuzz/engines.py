"""Two ways to come by inputs: at random from fragments and seeds, or guided by the code that each input reaches."""

import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fuzz.fragments import FURNITURE, HTML, MARKS
from benchmarks.fuzz.inputs import Route, random_input

INSTRUMENTED = ("assets.documents", "assets.raw")
MAX_GUIDED_BYTES = 4_096
START_INPUTS = 300


def mutation(runs: int, seed: int, routes: Sequence[Route], folder: Path) -> int:
    """Run random inputs and print the report; the number of kinds of failure."""
    from benchmarks.fuzz.tally import Tally
    from benchmarks.fuzz.target import target

    chance = random.Random(seed)  # noqa: S311 -- the same seed must give the same inputs
    tally = Tally(target, folder)
    for _ in range(runs):
        tally.add(random_input(chance, routes))
    sys.stdout.write("\n".join(tally.lines()) + "\n")
    return len(tally.failures)


def guided(runs: int, seed: int, routes: Sequence[Route], folder: Path) -> int:
    """Run inputs that atheris finds, printing the report after the last; ends the process.

    Raises:
        ModuleNotFoundError: atheris is not installed; ``pip install atheris`` (Linux).
    """
    import atheris  # type: ignore[import-untyped]

    with atheris.instrument_imports(include=list(INSTRUMENTED)):
        from benchmarks.fuzz.target import target
    from benchmarks.fuzz.tally import Tally

    tally = Tally(target, folder)

    def run_one(data: bytes) -> None:
        if tally.inputs < runs:
            tally.add(data)
            if tally.inputs == runs:
                sys.stdout.write("\n".join(tally.lines()) + "\n")
                sys.stdout.flush()

    with tempfile.TemporaryDirectory() as scratch:
        corpus, words = Path(scratch) / "corpus", Path(scratch) / "words"
        _write_corpus(corpus, seed, routes)
        words.write_text("".join(_word(text) for text in (*FURNITURE, *HTML, *MARKS)), encoding="ascii")
        folder.mkdir(parents=True, exist_ok=True)
        options = [
            f"-runs={runs}",
            f"-seed={seed + 1}",
            f"-max_len={MAX_GUIDED_BYTES}",
            f"-dict={words}",
            "-timeout=120",
        ]
        atheris.Setup([sys.argv[0], *options, f"-artifact_prefix={folder}/", str(corpus)], run_one)
        atheris.Fuzz()
    return len(tally.failures)


def _write_corpus(folder: Path, seed: int, routes: Sequence[Route]) -> None:
    folder.mkdir()
    chance = random.Random(seed)  # noqa: S311
    for number in range(START_INPUTS):
        (folder / str(number)).write_bytes(random_input(chance, routes)[:MAX_GUIDED_BYTES])


def _word(text: str) -> str:
    """Line of a dictionary as libFuzzer reads it."""
    escaped = "".join(f"\\x{byte:02x}" for byte in text.encode())
    return f'"{escaped}"\n' if len(escaped) <= 4 * 60 else ""
