"""Strings made to hurt one regular expression: its own repeats pumped up, and an end that spoils the match."""

import random
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

from benchmarks.fuzz.patterns import Pattern

# the tree of a pattern is to be had nowhere else
Node = tuple[object, object]
Attack = Callable[[int], str]  # from the length of a text to the text

GENERIC = (
    *" aA1.-_*/|:&<[(\"'\n\t\r\x00éÁ\u00a0\u200b’–中#>•@=~+,;!?%\\`{^",
    "a ", "A ", "Aa ", "A.", "1 ", ", ", ". ", "a.a@", "a-", "A-A", "\n\n", "a\n", "http://a", "a/", "&a", "[a](", "](", "<a ",
    "**a", "A, ", "(A", "A (", "Jane Doe ", "by ", "May 3, ", "the ", "\n ", " \n", "- ", " -", "/A", "| ", "e\u0301", "Ã¡",
)  # fmt: skip
SPOILERS = ("", "\x00", "!", "\n", "a", "$")
# A character of most classes: letters, digits, marks, blanks, what UTF-8 read as windows-1252 leaves, half a character.
CANDIDATES = "aAzZ 1.-_/|:(\"'\n,;#<>@&é\u00a0\x00\u0301Ã\x80*[]){}!?%=~+中’–•\u200b\ud800"
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
ENDS = ((0, "\x00"), (1, ""), (0, "!"), (1, "\n"))  # how many characters are cut off a match, and what follows
MAX_EXTRA = 2  # times more than it must that a repeat which is not pumped is written


def attacks(pattern: Pattern) -> Iterator[Attack]:
    """Runs that hurt many patterns, then the pattern's own near-matches."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    for number, unit in enumerate(GENERIC):
        yield partial(_run_of, unit, SPOILERS[number % len(SPOILERS)])
    for repeat in [node for node in _nodes(tree) if node[0] in REPEATS] + [None]:
        for seed, (cut, spoiler) in enumerate(ENDS):
            yield partial(_near_match, tree, repeat, seed, cut, spoiler)


def _run_of(unit: str, spoiler: str, length: int) -> str:
    return _filled(unit, length) + spoiler


def _near_match(tree: Sequence[Node], repeat: Node | None, seed: int, cut: int, spoiler: str, length: int) -> str:
    text = _text(tree, random.Random(seed), repeat, length)  # noqa: S311 -- the same attack at every length
    return _filled(text[: len(text) - cut], length) + spoiler


def _filled(unit: str, length: int) -> str:
    return (unit * (length // max(len(unit), 1) + 1))[:length]


def _nodes(tree: Sequence[Node]) -> Iterator[Node]:
    for node in tree:
        yield node
        for part in _parts(node):
            yield from _nodes(part)


def _parts(node: Node) -> list[Sequence[Node]]:
    """Sequences within a node; a look-ahead or look-behind stands for no text of its own."""
    kind, argument = node
    if kind is op.BRANCH:
        return list(argument[1])  # type: ignore[index]
    if kind is op.SUBPATTERN:
        return [argument[3]]  # type: ignore[index]
    if kind in REPEATS:
        return [argument[2]]  # type: ignore[index]
    return [argument] if kind is op.ATOMIC_GROUP else []  # type: ignore[list-item]


def _text(tree: Sequence[Node], chance: random.Random, pumped: Node | None, length: int) -> str:
    """A text that the tree about matches, with one repeat written as often as fits."""
    return "".join(_written(node, chance, pumped, length) for node in tree)


def _written(node: Node, chance: random.Random, pumped: Node | None, length: int) -> str:
    kind, argument = node
    if kind is op.LITERAL:
        return chr(argument)  # type: ignore[arg-type]
    if kind in (op.IN, op.NOT_LITERAL, op.ANY):
        return _member(node, chance)
    parts = _parts(node)
    if not parts:
        return ""
    if kind not in REPEATS:
        return _text(chance.choice(parts), chance, pumped, length)
    least, most = int(argument[0]), int(argument[1])  # type: ignore[index]
    once = _text(parts[0], chance, pumped, length)
    if node is pumped:
        return once * min(most, length // max(len(once), 1))
    return once * min(most, least + chance.randrange(MAX_EXTRA + 1), length)


def _member(node: Node, chance: random.Random) -> str:
    """A character of a class."""
    tree = parser.SubPattern(parser.State(), [node])
    fits = compiler.compile(tree).fullmatch
    fitting: list[str] = [character for character in CANDIDATES if fits(character)]
    rare = (character for character in map(chr, range(sys.maxunicode)) if fits(character))
    return chance.choice(fitting or [next(rare, "")])
