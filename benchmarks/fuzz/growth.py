"""How the time of a regular expression grows with the length of what it is held against."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from assets.documents.limits import TooSlowError, within
from benchmarks.fuzz.attacks import Attack, attacks
from benchmarks.fuzz.patterns import Found

Run = Callable[[str], object]

FIRST_LENGTH = 2_500
LENGTHS = (10_000, 20_000, 40_000)
SUSPICIOUS_SECONDS = 0.004  # a long alternation takes a microsecond for each character, and grows no faster than that
SLOW_SECONDS = 0.005  # below it a ratio is noise
MAX_RATIO = 3.0  # twice the length, twice the time; four times means that every character is tried with every other
HOPELESS_SECONDS, CERTAIN_SECONDS = 0.5, 0.1
RUNS = 3
MOST_SECONDS = 0.02  # for one line of a page, of which there are thousands
SHOWN_CHARS = 60


@dataclass(frozen=True)
class Slow:
    """A pattern, the call and the string (its beginning) that it takes too long on."""

    name: str
    call: str
    start: str
    seconds: tuple[float, ...]  # at each of LENGTHS; HOPELESS_SECONDS where it was stopped


def slow(found: Found, longest: int | None = None) -> Slow | None:
    """The first attack under which a pattern takes too long; ``longest`` is the longest text that reaches it, if any."""
    runs = {call: run for call in ("match", "fullmatch", "finditer") if (run := _run(found, call))}
    for attack in attacks(found.pattern):
        for call, run in runs.items():
            seconds = _at_most(run, attack, longest) if longest else _growth(run, attack)
            if seconds:
                return Slow(found.name, call, attack(FIRST_LENGTH)[:SHOWN_CHARS], seconds)
    return None


def grows_too_fast(seconds: Sequence[float]) -> bool:
    """Whether twice the length takes far more than twice the time, each time, where it is long enough to tell."""
    last = seconds[-1]
    ratios = [after / max(before, 1e-9) for before, after in pairwise(seconds)]
    return last >= HOPELESS_SECONDS or (last > SLOW_SECONDS and min(ratios) > MAX_RATIO)


def _run(found: Found, call: str) -> Run | None:
    """The call on a text, if the reader makes it; one that finds all stands for one that stops at the first."""
    is_made = call in found.calls or (call == "finditer" and bool(found.calls - {"match", "fullmatch"}))
    if not is_made:
        return None
    bound = getattr(found.pattern, call)
    is_bytes = isinstance(found.pattern.pattern, bytes)
    prepared = (lambda text: text.encode("utf-8", "surrogatepass")) if is_bytes else str
    if call == "finditer":
        return lambda text: deque(bound(prepared(text)), maxlen=0)
    return lambda text: bound(prepared(text))


def _at_most(run: Run, attack: Attack, longest: int) -> tuple[float, ...]:
    """Seconds on the longest text when they are too many, else none."""
    seconds = _seconds(run, attack(longest))
    return (seconds,) if seconds > MOST_SECONDS else ()


def _growth(run: Run, attack: Attack) -> tuple[float, ...]:
    """Seconds at each length when they grow too fast, else none; what is quick is not tried at length."""
    if _seconds(run, attack(FIRST_LENGTH)) <= SUSPICIOUS_SECONDS:
        return ()
    found = _at_lengths(run, attack)
    is_slow = grows_too_fast(found) and grows_too_fast(_at_lengths(run, attack))  # twice: others use the machine too
    return found if is_slow else ()


def _at_lengths(run: Run, attack: Attack) -> tuple[float, ...]:
    seconds: list[float] = []
    for length in LENGTHS:
        is_hopeless = bool(seconds) and seconds[-1] >= HOPELESS_SECONDS
        seconds.append(HOPELESS_SECONDS if is_hopeless else _seconds(run, attack(length)))
    return tuple(seconds)


def _seconds(run: Run, text: str) -> float:
    """Time of the quickest of a few runs, since others use the machine too; at most HOPELESS_SECONDS."""
    best = HOPELESS_SECONDS
    for _ in range(RUNS):
        start = time.perf_counter()
        try:
            within(HOPELESS_SECONDS, partial(run, text))
        except TooSlowError:
            return HOPELESS_SECONDS
        best = min(best, time.perf_counter() - start)
        if best < SUSPICIOUS_SECONDS or best > CERTAIN_SECONDS:
            break
    return best
