"""Accounts of one document that tell one event.

A meeting is told by its two sides, then by "the two", by one of them, by their countries, by "the meeting" alone. Other
acts of the same people are one only where their words are alike: a joint statement welcomes many things.
"""

import datetime as dt
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assets.resolution.accounts import HELD, Account, shared_words, together

SIDES = 2
REACH = 60  # events before and after among which a retelling finds its own: a long text takes no longer per event
NEAR = 400  # characters of raw text: a few sentences
NIGHT = dt.timedelta(days=1)
LEAST_SHARED, LEAST_ALIKE = 2, 0.5  # words that two tellings of one act share, and of the shorter telling the share


def retellings(found: Sequence[Account]) -> Iterator[tuple[str, str]]:
    """Pairs of accounts that tell one event, each in one document."""
    by_document: dict[str, list[Account]] = defaultdict(list)
    for account in found:
        by_document[account.document_id].append(account)
    for accounts in by_document.values():
        ordered = sorted(accounts, key=lambda one: (one.position, one.event_mention_id))
        for cluster in _told(ordered):
            yield from ((cluster[0].event_mention_id, other.event_mention_id) for other in cluster[1:])


def _told(ordered: Sequence[Account]) -> list[list[Account]]:
    """The accounts of a document, event by event: first those that name all sides, then those that name fewer."""
    clusters: list[list[Account]] = []
    left: list[Account] = []
    for account in ordered:
        recent = clusters[-REACH:] if len(account.actors) >= SIDES else []
        same = [cluster for cluster in recent if _is_retold(cluster, account)]
        if same:
            _last(same, account).append(account)
        elif len(account.actors) >= SIDES or not account.is_meeting:
            clusters.append([account])
        else:
            left.append(account)
    for account in [*left, *_of_countries(clusters)]:
        at = bisect_left(clusters, account.position, key=lambda cluster: cluster[0].position)
        same = [cluster for cluster in clusters[max(0, at - REACH) : at + REACH] if _is_meant(cluster, account)]
        last = _last(same, account) if same else []
        if len(same) == 1 or (last and (account.is_pointing or _goes_on(last, account))):
            last.append(account)
        else:
            insort(clusters, [account], key=lambda cluster: cluster[0].position)
    return clusters


def _of_countries(clusters: list[list[Account]]) -> list[Account]:
    """Accounts that tell a meeting by the countries of those who met; they leave ``clusters``."""
    alone = [cluster for cluster in clusters if len(cluster) == 1 and cluster[0].is_meeting]
    of_countries = [cluster for cluster in alone if cluster[0].actors & cluster[0].represented]
    clusters[:] = [cluster for cluster in clusters if cluster not in of_countries]
    return [cluster[0] for cluster in of_countries]


def _last(clusters: Sequence[list[Account]], account: Account) -> list[Account]:
    """The event told last before an account, else the one told first after it."""
    before = [cluster for cluster in clusters if cluster[0].position <= account.position]
    if before:
        return max(before, key=lambda cluster: max(one.position for one in cluster if one.position <= account.position))
    return clusters[0]


def _goes_on(cluster: Sequence[Account], account: Account) -> bool:
    """Whether an account that names countries alone follows the meeting of their people: "We discussed trade"."""
    is_of_countries = bool(account.actors) and account.actors <= account.represented
    return is_of_countries and any(0 <= account.position - one.position <= NEAR for one in cluster)


def _is_retold(cluster: Sequence[Account], account: Account) -> bool:
    """Whether an account that names all sides tells the event of a cluster."""
    if not _may_be(cluster, account):
        return False
    whole = together(cluster)
    if len(whole.actors & account.actors) < min(SIDES, len(whole.actors)):
        return False
    if account.is_another and account.actors - whole.actors - whole.represented:
        return False
    return account.is_meeting or any(are_alike(one, account) for one in cluster)


def _is_meant(cluster: Sequence[Account], account: Account) -> bool:
    """Whether an account that names fewer sides, or countries for people, tells the meeting of a cluster."""
    whole = together(cluster)
    if not (account.is_meeting and whole.is_meeting) or not _may_be(cluster, account, is_named=bool(account.actors)):
        return False
    if not account.actors:
        return account.is_pointing
    return account.actors <= whole.actors | whole.represented or whole.actors <= account.actors | account.represented


def _may_be(cluster: Sequence[Account], account: Account, *, is_named: bool = True) -> bool:
    """Whether kind, days and city allow it; "the visit" may be a meeting at which somebody was received."""
    kind, family = cluster[0].family, account.family
    is_same = kind == family or (not is_named and (kind[0], kind[2]) == (family[0], family[2]))
    return is_same and all(is_compatible(one, account) for one in cluster)


def are_alike(one: Account, other: Account) -> bool:
    """Whether two tellings of an act have words in common, beside those of one sentence that tells two acts."""
    if one.sentence == other.sentence:
        return False
    shared = shared_words(one, other)
    return shared >= LEAST_SHARED and shared >= LEAST_ALIKE * min(len(one.about), len(other.about))


def is_compatible(one: Account, other: Account) -> bool:
    """Whether day ranges overlap where both are known, and cities do not differ where both are known.

    What was held before a document told it was not held days after.
    """
    if _is_held_after(one, other) or _is_held_after(other, one):
        return False
    if one.start_on and one.end_on and other.start_on and other.end_on:
        if one.start_on > other.end_on or other.start_on > one.end_on:
            return False
        if one.is_of_one_day and other.is_of_one_day:
            return True  # the same people on the same day: a different city is a contested account, not another meeting
    return not (one.city_id and other.city_id and one.city_id != other.city_id)


def _is_held_after(one: Account, other: Account) -> bool:
    """Whether the day of one account comes after another was published that tells it as held; a night is left to zones."""
    if one.start_on is None or other.published_on is None or other.family[2] != HELD:
        return False
    return one.start_on > other.published_on + NIGHT
