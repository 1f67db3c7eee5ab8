"""The regular expressions of the reader, and how each of them is called."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

PACKAGES = ("assets.raw", "assets.documents")
CALLS = frozenset({"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"})
CALL = re.compile(r"\b([A-Z][A-Z0-9_]*)\.(match|fullmatch|search|finditer|findall|sub|subn|split)\(")

Pattern = re.Pattern[str] | re.Pattern[bytes]


@dataclass(frozen=True)
class Found:
    """A pattern, the name it has in its module and the calls made of it anywhere in the reader."""

    name: str
    pattern: Pattern
    calls: frozenset[str]


def found_patterns() -> list[Found]:
    """Every pattern at module level or written within a call, each once, sorted by name."""
    modules = [module for package in PACKAGES for module in _modules(importlib.import_module(package))]
    calls = _calls(modules)
    once: dict[tuple[str | bytes, int], Found] = {}
    named = [Found(name, pattern, frozenset(calls.get(id(pattern), CALLS))) for name, pattern in _all_named(modules)]
    for found in (*named, *(inline for module in modules for inline in _inline(module))):
        once.setdefault((found.pattern.pattern, found.pattern.flags), found)
    return sorted(once.values(), key=lambda found: found.name)


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    for found in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not found.name.endswith(".assets"):  # Dagster takes seconds to import, and its assets hold no pattern
            yield importlib.import_module(found.name)


def _source(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def _all_named(modules: Iterable[ModuleType]) -> Iterator[tuple[str, Pattern]]:
    for module in modules:
        for name, value in vars(module).items():
            if name.isupper():
                yield from ((f"{module.__name__}.{name}", pattern) for pattern in _inside(value))


def _inside(value: object) -> Iterator[Pattern]:
    """Patterns in a value: itself, or those in a table of them."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from _inside(tuple(value.values()))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _inside(one)


def _inline(module: ModuleType) -> Iterator[Found]:
    """Patterns written within a call: ``re.split(r"...", text)``."""
    for node in ast.walk(ast.parse(_source(module))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        first, owner = node.args[0], node.func.value
        is_re = isinstance(owner, ast.Name) and owner.id == "re" and node.func.attr in CALLS
        if is_re and isinstance(first, ast.Constant) and isinstance(first.value, str | bytes):
            calls = frozenset({node.func.attr})
            yield Found(f"{module.__name__}:{node.lineno}", re.compile(first.value), calls)


def _calls(modules: Iterable[ModuleType]) -> dict[int, set[str]]:
    """Calls made of each pattern, by its identity: two modules may each have a CREDIT."""
    calls: dict[int, set[str]] = {}
    for module in modules:
        for name, call in CALL.findall(_source(module)):
            calls.setdefault(id(vars(module).get(name)), set()).add(call)
    return calls
