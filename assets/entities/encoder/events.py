"""Events from what the encoder says of each word: which words tell one, of which type, and who has a part in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from assets.entities.encoder.labels import NO_EVENT, NO_ROLE, REALIS, ROLES

Probabilities = npt.NDArray[np.float32]
LEAST = 0.03  # probability below which a word is not worth a second look
LEAST_ROLE = 0.05
PLAIN = ROLES.index(NO_ROLE)


@dataclass(frozen=True)
class EventWord:
    """A word of a window that may tell an event; probabilities from 0 to 1."""

    word: int
    types: dict[str, float]  # PLOVER type: probability that the word tells an event of it
    modes: dict[str, str | None]  # PLOVER type: its likeliest mode
    realis: dict[str, float]
    roles: tuple[tuple[int, str, float], ...]  # word, role, probability


def event_words(
    events: Probabilities, realis: Probabilities, roles: Probabilities, kinds: Sequence[str]
) -> Iterator[EventWord]:
    """Words that may tell an event.

    Args:
        events: (words, kinds) probability of each kind of event, the first being none.
        realis: (words, 5) probability of each realis, should the word tell an event.
        roles: (words, words, roles) probability of each role of the second word in the event of the first.
        kinds: names of the kinds, "CONSULT.visit".
    """
    types, type_of = _types(tuple(kinds))
    for word in np.flatnonzero(events[:, 0] < 1.0 - LEAST):
        by_type = np.bincount(type_of, weights=events[word], minlength=len(types))
        chosen = [number for number in np.flatnonzero(by_type >= LEAST) if types[number] != NO_EVENT]
        if not chosen:
            continue
        yield EventWord(
            int(word),
            {types[number]: float(by_type[number]) for number in chosen},
            {types[number]: _mode(events[word], kinds, type_of == number) for number in chosen},
            dict(zip(REALIS, realis[word].tolist(), strict=True)),
            tuple(_roles(roles[word])),
        )


@lru_cache(maxsize=2)
def _types(kinds: tuple[str, ...]) -> tuple[list[str], npt.NDArray[np.int64]]:
    """The types in order, and by kind the number of its type."""
    types = list(dict.fromkeys(kind.partition(".")[0] for kind in kinds))
    return types, np.array([types.index(kind.partition(".")[0]) for kind in kinds])


def _mode(events: Probabilities, kinds: Sequence[str], is_own: npt.NDArray[np.bool_]) -> str | None:
    best = int(np.where(is_own, events, -1.0).argmax())
    return kinds[best].partition(".")[2] or None


def _roles(roles: Probabilities) -> Iterator[tuple[int, str, float]]:
    for word in np.flatnonzero(roles[:, PLAIN] < 1.0 - LEAST_ROLE):
        for role in np.flatnonzero(roles[word] >= LEAST_ROLE):
            if role != PLAIN:
                yield int(word), ROLES[role], float(roles[word, role])
