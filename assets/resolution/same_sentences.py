"""Accounts of several documents in the same words: an agency's, which every subscriber prints.

Who writes the same sentence on the next days tells the same event, whatever else is known of it. An office writes it
again about the next call; so of documents without a day only copies of one text are asked, where the words of the act
are enough: "On July 21, he spoke with" is "On Saturday, he spoke with" in a paper.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from assets.resolution.accounts import Account, Family
from assets.resolution.names import folded

LEAST_WORDS = 8  # "The two sides signed an agreement." is written often
SAME_NEWS_DAYS = 3  # between the publication of two documents


def of_same_sentences(found: Sequence[Account], stories: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of one event.

    Args:
        found: every account.
        stories: story of each document.
    """
    told: dict[tuple[Family, tuple[str, ...]], list[Account]] = defaultdict(list)
    for account in found:
        told[account.family, account.about].append(account)
    for group in told.values():
        if len(group) > 1:
            yield from _of_same_words(group, stories)


def _of_same_words(group: Sequence[Account], stories: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of one event among accounts of a kind of act in the same words."""
    same: dict[object, list[Account]] = defaultdict(list)
    for account in group:
        sentence, story = folded(account.sentence), stories.get(account.document_id)
        if sentence.count(" ") + 1 >= LEAST_WORDS:
            same[sentence].append(account)
        if story is not None:
            same[account.actors, story].append(account)
    for alike in same.values():
        ordered = sorted(alike, key=lambda one: (one.published_on or dt.date.max, one.document_id))
        for one, other in pairwise(ordered):
            if one.document_id != other.document_id and _is_same_news(one, other, stories):
                yield one.event_mention_id, other.event_mention_id


def _is_same_news(one: Account, other: Account, stories: Mapping[str, str]) -> bool:
    story = stories.get(one.document_id)
    if story is not None and story == stories.get(other.document_id):
        return True
    if one.published_on is None or other.published_on is None:
        return False
    return abs(one.published_on - other.published_on).days <= SAME_NEWS_DAYS
