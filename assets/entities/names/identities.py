"""Which mentions of people are the same person: short names resolve to fuller ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assets.entities.names.names import eastern_surnames, given_names, is_name_word, is_part_of, name_key, parts_of
from assets.entities.names.scenes import Named, Scene

PLACE_PREPOSITIONS = frozenset({"in", "to", "from", "at", "of", "near", "between"})


@dataclass(frozen=True)
class Person:
    """A mention of a person with the fullest name the document has for that person."""

    named: Named
    name: str


def people_of(scene: Scene, found: Iterable[Named]) -> list[Person]:
    """Every mention of the people found, their later surnames included, in the order of the text."""
    firm = _without_overlaps(found)
    fullest = _fullest(scene, firm)
    taken = {index for named in firm for index in range(named.start, named.end)}
    later = list(_later_mentions(scene, fullest, taken))
    mentions = sorted([*firm, *later], key=lambda named: named.start)
    return list(_resolved(scene, mentions, fullest))


def _without_overlaps(found: Iterable[Named]) -> list[Named]:
    """The best of overlapping names."""
    kept: list[Named] = []
    taken: set[int] = set()
    for named in sorted(_with_titles(found), key=_rank):
        if taken.isdisjoint(range(named.start, named.end)):
            taken.update(range(named.start, named.end))
            kept.append(named)
    return kept


def _with_titles(found: Iterable[Named]) -> Iterator[Named]:
    """The names, those without a title given the one that weaker evidence shows for the same words.

    "H.E. Mr. Moosa Zameer, Minister of Foreign Affairs": the courtesy shows the name, the apposition the office.
    """
    together: dict[tuple[int, int], list[Named]] = {}
    for named in found:
        together.setdefault((named.start, named.end), []).append(named)
    for group in together.values():
        confidence = max(named.confidence for named in group)
        titled = [named for named in group if named.title] or group
        yield from (replace(named, confidence=confidence) for named in titled)


def _rank(named: Named) -> tuple[float, int, int, int]:
    """The surest first, then the longest name, then the title that begins first and is longest.

    "Saudi Foreign Minister Prince Faisal" holds the first office; "prince" is a dignity.
    """
    title = named.title
    begins, length = (title.start, title.start - title.end) if title else (named.end + 1, 0)
    return (-named.confidence, named.start - named.end, begins, length)


def _fullest(scene: Scene, found: Sequence[Named]) -> dict[tuple[str, ...], str]:
    """Names that are part of no other name of the same person in the document, by their key."""
    texts: dict[tuple[str, ...], str] = {}
    offices: dict[tuple[str, ...], set[str]] = {}
    for named in found:
        text = scene.words.text(named.start, named.end)
        key = name_key(text)
        texts.setdefault(key, text)
        offices.setdefault(key, set()).update({named.title.title} if named.title else ())
    longer = _by_part(texts)
    return {
        key: text
        for key, text in texts.items()
        if key and not any(_is_same_person(key, other, offices) for other in longer[key] if len(other) > len(key))
    }


def _by_part(keys: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
    """Names by the parts they have, so that nobody compares every name of a long text with every other."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for key in keys:
        for part in parts_of(key):
            found.setdefault(part, []).append(key)
    return found


def _is_same_person(short: tuple[str, ...], full: tuple[str, ...], offices: dict[tuple[str, ...], set[str]]) -> bool:
    """Whether the short name means the bearer of the full one.

    A father and son share "Nicolás Maduro": a name of two words whose office differs is somebody else's.
    """
    differs = bool(offices[short]) and bool(offices[full]) and offices[short].isdisjoint(offices[full])
    return is_part_of(short, full) and not (len(short) > 1 and differs)


def _later_mentions(scene: Scene, fullest: dict[tuple[str, ...], str], taken: set[int]) -> Iterator[Named]:
    """Lone surnames, and longer parts of names, of people whose fuller name stands elsewhere."""
    parts = {part for key in fullest for part in _parts(key)}
    words, index = scene.words, 0
    while index < len(words):
        end = _part_end(scene, parts, index, taken)
        if end:
            yield Named(index, end, 0.9)
        index = max(end, index + 1)


def _parts(key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Parts of a name that stand for it: not the given name alone, unless the surname comes first."""
    for start in range(len(key)):
        for end in range(start + 1, len(key) + 1):
            part = key[start:end]
            is_given = (
                len(part) == 1
                and ((start == 0 and len(key) > 1) or part[0].capitalize() in given_names())
                and start < len(key) - 1
            )
            if len(part[-1]) > 1 and "." not in part[0] and (not is_given or _comes_first(key, part)):
                yield part


def _comes_first(key: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return key[:1] == part and part[0].capitalize() in eastern_surnames() and part[0].capitalize() not in given_names()


def _part_end(scene: Scene, parts: set[tuple[str, ...]], start: int, taken: set[int]) -> int:
    """Word after the part of a known name that begins at ``start``; 0 when none does."""
    words = scene.words
    if start in taken or not words.texts[start][:1].isupper():
        return 0
    for end in range(min(start + 6, len(words)), start, -1):
        if not words.is_together(start, end - 1) or taken.intersection(range(start, end)):
            continue
        if name_key(words.text(start, end)) in parts and _is_mention(scene, start, end):
            return end
    return 0


def _is_mention(scene: Scene, start: int, end: int) -> bool:
    """Whether the words stand alone as a name: no part of another name or body, no place after "in"."""
    words = scene.words
    before, after = words.at(start - 1), words.at(end)
    if (
        any(index in scene.stops for index in range(start, end))
        and end - start == 1
        and (before in PLACE_PREPOSITIONS or words.starts_sentence(start))
    ):
        return False
    is_joined = is_name_word(after) and end not in scene.stops and words.is_together(start, end) and end - start == 1
    follows_name = is_name_word(before) and start - 1 not in scene.stops and words.is_together(start - 1, start)
    is_hyphenated = (after == "-" and words.glued[end - 1]) or (before == "-" and words.glued[start - 2])
    return not (
        is_hyphenated or (is_joined and not words.in_headline(start)) or (follows_name and not _is_titled(scene, start))
    )


def _is_titled(scene: Scene, start: int) -> bool:
    return scene.words.in_headline(start) or start in scene.phrase_ends or scene.words.starts_sentence(start - 1)


def _resolved(scene: Scene, mentions: Sequence[Named], fullest: dict[tuple[str, ...], str]) -> Iterator[Person]:
    """The mentions with the fullest name each can stand for."""
    named_at: dict[tuple[str, ...], int] = {}
    bearers = _by_part(fullest)
    for at, mention in enumerate(mentions):
        text = scene.words.text(mention.start, mention.end)
        key = name_key(text)
        full = _meant(key, bearers.get(key, ()), named_at)
        if full is not None:
            named_at[full] = at
        yield Person(mention, _plain(fullest[full] if full is not None else text))


def _meant(
    key: tuple[str, ...], bearers: Iterable[tuple[str, ...]], named_at: dict[tuple[str, ...], int]
) -> tuple[str, ...] | None:
    """The person whom a name means: one named before, whose surname it is, and of several the one named last."""
    return max(
        bearers,
        key=lambda full: (
            full in named_at,
            full[-len(key) :] == key or _comes_first(full, key),
            named_at.get(full, -1),
            -len(full),
        ),
        default=None,
    )


def _plain(name: str) -> str:
    """The name without an editor's brackets: "(Joe) Biden"."""
    return name.replace("(", "").replace(")", "")
