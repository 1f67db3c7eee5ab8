"""Command: ``python -m benchmarks.fuzz --engine mutation --runs 100000 --seed 0``."""

import argparse
from pathlib import Path

from benchmarks.fuzz.engines import guided, mutation
from benchmarks.fuzz.inputs import Route

ENGINES = {"mutation": mutation, "atheris": guided}


def main() -> int:
    """Exit code: 0 when every input was read as it must be, 1 otherwise."""
    names = {route.name.lower(): route for route in Route}
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description="Attack the reading of articles.")
    parser.add_argument(
        "--engine", choices=ENGINES, default="mutation", help="atheris must be installed: pip install atheris"
    )
    parser.add_argument("--runs", type=int, default=100_000, help="number of inputs")
    parser.add_argument("--seed", type=int, default=0, help="the same seed gives the same inputs")
    parser.add_argument("--routes", nargs="*", choices=names, default=list(names), help="how inputs reach the reader")
    parser.add_argument("--folder", type=Path, default=Path("data/fuzz"), help="where failing inputs are saved")
    parser.add_argument("--replay", type=Path, help="a saved input to run once, with its traceback")
    options = parser.parse_args()
    if options.replay:
        return _replay(options.replay)
    routes = [names[name] for name in options.routes]
    return min(ENGINES[options.engine](options.runs, options.seed, routes, options.folder), 1)


def _replay(path: Path) -> int:
    from benchmarks.fuzz.target import target

    target(path.read_bytes())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
