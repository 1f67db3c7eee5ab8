"""Rules of the documents stage that can be switched off from outside, found by their form.

A pattern then matches nothing, a list of words is empty, a function that may abstain abstains, one that answers yes or no
says no, one that mends a text leaves it, and a pass over the paragraphs decides nothing.
"""

import inspect
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from types import FunctionType, ModuleType

import assets.documents
from assets.documents import clean

PACKAGE = assets.documents.__name__
NOTHING = re.compile(r"(?!)")
NOT_RULES = ("batches", "learning", "limits", "offsets", "assets")  # they run the rules; none of them is one
PASS_PARAMETERS = ("paragraphs", "found", "declared_title")

Home = ModuleType | type


@dataclass(frozen=True)
class Switch:
    """One rule and what takes its place when it is off."""

    name: str
    rule: object
    off: object


def switches() -> list[Switch]:
    """Every rule that can be switched off, in the order of the modules."""
    found = [switch for module in _modules() for switch in _of_module(module)]
    return [*found, *_repairs()]


@contextmanager
def switched_off(switch: Switch) -> Iterator[None]:
    """Run with one rule off, wherever it is imported."""
    places = [(home, name, value) for home in _homes() for name, value in vars(home).items()]
    changed = [(home, name, value) for home, name, value in places if _holds(value, switch.rule)]
    try:
        for home, name, value in changed:
            setattr(home, name, _replaced(value, switch))
        _forget(home for home, _, _ in changed)
        yield
    finally:
        for home, name, value in changed:
            setattr(home, name, value)
        _forget(home for home, _, _ in changed)


def _modules() -> list[ModuleType]:
    names = [info.name for info in pkgutil.walk_packages(assets.documents.__path__, f"{PACKAGE}.") if not info.ispkg]
    return [import_module(name) for name in names if name.rpartition(".")[2] not in NOT_RULES]


def _homes() -> list[Home]:
    """Modules of the stage and the classes defined in them: where a rule can stand."""
    loaded = [module for name, module in list(sys.modules.items()) if name.startswith(PACKAGE)]
    return [*loaded, *(each for module in loaded for each in _classes(module))]


def _classes(module: ModuleType) -> list[type]:
    return [value for value in vars(module).values() if isinstance(value, type) and value.__module__ == module.__name__]


def _of_module(module: ModuleType) -> Iterator[Switch]:
    short = module.__name__.removeprefix(f"{PACKAGE}.")
    homes: list[tuple[Home, str]] = [(module, short)]
    homes += [(each, f"{short}.{each.__name__}") for each in _classes(module)]
    for home, place in homes:
        for name, value in vars(home).items():
            off = _off(module, value)
            if off is not None:
                yield Switch(f"{place}.{name}", value, off)


def _off(module: ModuleType, value: object) -> object | None:
    """What takes the place of a rule defined in this module; None for anything else."""
    if isinstance(value, re.Pattern) and value is not clean.ODDITY:
        return NOTHING if _is_first_home(module, value) else None
    if isinstance(value, frozenset) and value and all(isinstance(item, str) for item in value):
        return frozenset() if _is_first_home(module, value) else None
    function = inspect.unwrap(value) if callable(value) else value
    if isinstance(function, FunctionType) and function.__module__ == module.__name__:
        return _silent(function)
    return None


def _is_first_home(module: ModuleType, value: object) -> bool:
    """Whether a constant is this module's own and not imported; modules import upwards, so its name is in its source."""
    name = next(name for name, other in vars(module).items() if other is value)
    return re.search(rf"^{re.escape(name)}\b.*=", inspect.getsource(module), re.MULTILINE) is not None


def _silent(function: FunctionType) -> Callable[..., object] | None:
    """The function with nothing to say; None when it is no rule."""
    signature = inspect.signature(function)
    returned = str(signature.return_annotation)
    returned = getattr(signature.return_annotation, "__name__", returned)
    names = tuple(name.lstrip("_") for name in signature.parameters)
    if names == PASS_PARAMETERS:
        return lambda _paragraphs, found, _declared_title: found
    if returned == "bool":
        return lambda *_arguments, **_options: False
    if returned.endswith("| None") and "Problem" not in returned:
        return lambda *_arguments, **_options: None
    if returned == "str" and "empty" in (function.__doc__ or ""):
        return lambda *_arguments, **_options: ""
    is_text = signature.return_annotation is str and [p.annotation for p in signature.parameters.values()] == [str]
    return (lambda text: text) if is_text else None


def _repairs() -> Iterator[Switch]:
    """The repairs of ``clean`` by kind of oddity: switched off, the text stays as it was written."""
    for kind in clean.ODDITY.groupindex:
        if kind not in ("space", "little"):  # without the first no text is one; the second is a part of another
            yield Switch(f"clean.ODDITY: {kind}", clean._write, _without(kind))


def _without(kind: str) -> Callable[..., None]:
    write = clean._write

    def copying(writer: clean._Writer, match: re.Match[str], *options: frozenset[str]) -> None:
        if match.lastgroup == kind:
            writer.copy(match.string, match.start(), match.end())
        else:
            write(writer, match, *options)

    return copying


def _holds(value: object, rule: object) -> bool:
    return value is rule or (isinstance(value, tuple) and any(item is rule for item in value))


def _replaced(value: object, switch: Switch) -> object:
    if not isinstance(value, tuple):
        return switch.off
    return tuple(switch.off if item is switch.rule else item for item in value)


def _forget(changed: Iterable[Home]) -> None:
    """Empty the caches of modules with a changed rule: what they remember was found with the other one."""
    for module in {sys.modules[home.__module__] if isinstance(home, type) else home for home in changed}:
        for value in vars(module).values():
            if hasattr(value, "cache_clear") and getattr(value, "__module__", "") == module.__name__:
                value.cache_clear()
