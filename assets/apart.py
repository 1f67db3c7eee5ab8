"""A step in a process of its own: the memory that it took goes with it.

What Python gives back stays with the process in pieces, so that the largest of several steps would be added to the next.
"""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing.context import ForkServerContext
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")


def apart(function: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """What a function gives, called in a fresh process.

    Raises:
        concurrent.futures.process.BrokenProcessPool: the process was ended from outside, for example for its memory.
    """
    with ProcessPoolExecutor(1, mp_context=_server(function.__module__)) as pool:
        return pool.submit(function, *given, **named).result()


@cache
def _server(module: str) -> ForkServerContext:
    # forked from a process that has imported the module and has no threads: neither a second's import for each step,
    # nor the threads of polars and DuckDB in whatever state a fork leaves them
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([module])
    return context
