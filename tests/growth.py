"""How the cost of reading grows with what is read: a ratio within one run, which a busy machine does not change."""

import time
from collections.abc import Callable

TIMES = 16
LINEAR = 5 * TIMES  # work that grows with the length takes TIMES as long, work on all pairs TIMES * TIMES


def growth(work: Callable[[int], object], size: int) -> float:
    """How many times the processor time of ``work(size)`` the work on a text ``TIMES`` as long takes."""
    work(size)  # loads what the first text of a process loads
    return seconds(lambda: work(TIMES * size)) / seconds(lambda: work(size))


def seconds(work: Callable[[], object]) -> float:
    """Processor time of this process, children left out."""
    start = time.process_time()
    work()
    return time.process_time() - start
