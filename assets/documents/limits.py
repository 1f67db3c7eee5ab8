"""Limits on reading one article: none may hold up its batch or bring it down."""

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

Result = TypeVar("Result")

# An article of 5 MB takes seven seconds and one of ordinary size a hundredth: more than this, and a rule went astray.
SECONDS_PER_ARTICLE = 10.0
SECONDS_PER_MEGABYTE = 10.0
SECONDS_BETWEEN_STOPS = 1.0  # a library that swallowed the first is stopped again


class TooSlowError(BaseException):
    """Work took longer than it may; no Exception, so that ``except Exception`` in a library cannot swallow it."""


def seconds_for(byte_size: int) -> float:
    """Seconds that reading an article of this size may take."""
    return SECONDS_PER_ARTICLE + SECONDS_PER_MEGABYTE * byte_size / 1e6


def within(seconds: float, work: Callable[[], Result]) -> Result:
    """Result of ``work``, unless it takes longer than ``seconds``.

    The seconds are computing time, so that neither a busy machine nor a sleeping laptop rejects an article, and a signal
    ends even a match of a regular expression. It cannot end one call into a C library that looks at no signals, such as
    lxml: the work ends when that call returns. Python gives signals to the main thread only, in which Dagster's executors
    run their steps; in another thread there is no limit.

    Raises:
        TooSlowError: it took longer.
    """
    if threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        return _signalled(seconds, work)
    return work()


def _signalled(seconds: float, work: Callable[[], Result]) -> Result:
    """Work under a timer of the operating system."""
    handler_before = signal.signal(signal.SIGPROF, _stop)
    timer_before = signal.setitimer(signal.ITIMER_PROF, seconds, SECONDS_BETWEEN_STOPS)
    try:
        try:
            return work()
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:  # once more: the signal may come on the way out, before the timer is off
        signal.setitimer(signal.ITIMER_PROF, *timer_before)
        signal.signal(signal.SIGPROF, handler_before)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooSlowError
