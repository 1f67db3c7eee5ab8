"""Accounts of two documents that tell the same news.

Where two documents are seen to tell one event, less is asked of what else they tell: an act that each tells once, of the
same kind, of somebody they share and of days that do not exclude each other is one, though one of them names fewer sides.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from assets.resolution.accounts import Account, Family
from assets.resolution.retellings import are_alike, is_compatible

LEAST_SHARED = 1  # words that two tellings of an act of the same news share; a meeting needs none


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
        yield from _matched(documents[one], documents[other], cluster)


def _neighbours(told: Sequence[Account], cluster: Mapping[str, str]) -> set[tuple[str, str]]:
    """Pairs of documents that tell one event: each with the first that tells it, and with the one told just before."""
    tellers: dict[str, set[tuple[dt.date, str]]] = defaultdict(set)
    for account in told:
        tellers[cluster[account.event_mention_id]].add((account.published_on or dt.date.max, account.document_id))
    pairs = set()
    for found in tellers.values():
        ordered = [document_id for _, document_id in sorted(found)]
        pairs |= {(ordered[0], other) for other in ordered[1:]} | set(pairwise(ordered))
    return {(min(pair), max(pair)) for pair in pairs}


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
    if not is_compatible(one, other) or _differ(one, other):
        return False
    if one.is_meeting:
        return bool(_parties(one) & _parties(other))
    if not one.actors or not other.actors:
        return are_alike(one, other)
    return bool(_parties(one) & _parties(other)) and len(one.about & other.about) >= LEAST_SHARED


def _parties(account: Account) -> frozenset[str]:
    return account.actors | account.represented


def _differ(one: Account, other: Account) -> bool:
    """Whether different people act in both for one country."""
    for country in one.represented & other.represented:
        people, others = ({person for own, person in each.delegates if own == country} for each in (one, other))
        if people and others and not people & others:
            return True
    return False
