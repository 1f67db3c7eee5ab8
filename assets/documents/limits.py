"""Limits on reading one article: none may hold up its batch or bring it down."""

import ctypes
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

    In the main thread the seconds are computing time, so that neither a busy machine nor a sleeping laptop rejects an
    article, and a signal ends even a match of a regular expression. In another thread they are seconds of the clock and
    the work ends at its next Python instruction, so not within one match. Neither can end one call into a C library that
    looks at no signals, such as lxml: the work ends when that call returns.

    Raises:
        TooSlowError: it took longer.
    """
    if threading.current_thread() is threading.main_thread() and hasattr(signal, "setitimer"):
        return _signalled(seconds, work)
    return _watched(seconds, work)


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


def _watched(seconds: float, work: Callable[[], Result]) -> Result:
    """Work under a second thread, which raises the error in this one."""
    watched, lock, finished = threading.get_ident(), threading.Lock(), threading.Event()

    def stop() -> None:
        with lock:
            if not finished.is_set():
                _raise_in(watched, TooSlowError)

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        return work()
    finally:
        timer.cancel()
        with lock:
            finished.set()
        _raise_in(watched, None)  # takes back an error that was sent and has not arrived


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    argument = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), argument)
