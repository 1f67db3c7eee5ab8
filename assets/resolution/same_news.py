"""Accounts of two documents that tell the same news.

Where two documents of the same days are seen to tell one event, less is asked of what else they tell: a meeting that each
tells once, of somebody they share and of days that do not exclude each other is one, though one of them names fewer sides;
so is another act of which both say some of the same. Briefings of the press are left out: they tell one event for days,
and much else.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from assets.resolution.accounts import Account, Family, shared_words
from assets.resolution.retellings import is_compatible

SAME_NEWS_DAYS = 3  # between the publication of two documents
LEAST_SHARED = 2  # words that two tellings of an act share; a meeting needs none
MOST_TOLD = 20  # events of a document that is news of something

Teller = tuple[dt.date, str]  # a document, after the day of its publication


def of_same_news(told: Sequence[Account], cluster: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of one event among documents that share another.

    Args:
        told: what each document tells of each event.
        cluster: the event that each of these is seen to be so far.
    """
    documents: dict[str, list[Account]] = defaultdict(list)
    for account in told:
        documents[account.document_id].append(account)
    for one, other in sorted(_neighbours(told, cluster)):
        if max(len(documents[one]), len(documents[other])) <= MOST_TOLD:
            yield from _matched(documents[one], documents[other], cluster)


def _neighbours(told: Sequence[Account], cluster: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pairs of documents that tell one event: each with the first that tells it, and with the one told just before."""
    tellers: dict[str, set[Teller]] = defaultdict(set)
    for account in told:
        if account.published_on is not None:
            tellers[cluster[account.event_mention_id]].add((account.published_on, account.document_id))
    pairs: set[tuple[Teller, Teller]] = set()
    for found in map(sorted, tellers.values()):
        pairs |= {(found[0], other) for other in found[1:]} | set(pairwise(found))
    return {
        (min(one[1], other[1]), max(one[1], other[1]))
        for one, other in pairs
        if (other[0] - one[0]).days <= SAME_NEWS_DAYS
    }


def _matched(
    some: Sequence[Account], others: Sequence[Account], cluster: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Accounts of two documents that are each other's only counterpart."""
    told = [{cluster[one.event_mention_id] for one in these} for these in (some, others)]
    right: dict[Family, list[Account]] = defaultdict(list)
    for other in others:
        if cluster[other.event_mention_id] not in told[0]:
            right[other.family].append(other)
    may = [
        (one.event_mention_id, other.event_mention_id)
        for one in some
        if cluster[one.event_mention_id] not in told[1]
        for other in right[one.family]
        if _may_be(one, other)
    ]
    firsts, seconds = Counter(one for one, _ in may), Counter(other for _, other in may)
    yield from sorted((one, other) for one, other in may if firsts[one] == seconds[other] == 1)


def _may_be(one: Account, other: Account) -> bool:
    """Whether two documents of the same news, each telling one of a kind, may tell one act."""
    if not is_compatible(one, other) or differ(one, other):
        return False
    shared = _parties(one) & _parties(other)
    if one.is_meeting:
        return bool(shared) and shared in (_parties(one), _parties(other))
    return bool(shared) and shared_words(one, other) >= LEAST_SHARED


def _parties(account: Account) -> frozenset[str]:
    return account.actors | account.represented


def differ(one: Account, other: Account) -> bool:
    """Whether different people act in both for one country."""
    for country in one.represented & other.represented:
        people, others = ({person for own, person in each.delegates if own == country} for each in (one, other))
        if people and others and not people & others:
            return True
    return False
