"""Events: accounts of several sentences and documents that tell one real-world event.

What one document tells of an event is taken together first. Documents are compared only within blocks of the same kind of
event and a shared pair of main participants, so that the work grows with the accounts, not with their square. Two dated
accounts of different days stay two events.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import polars as pl

from assets.resolution.accounts import VISIT, Account, accounts, together
from assets.resolution.clusters import representatives
from assets.resolution.retellings import are_alike, is_compatible, retellings
from assets.resolution.same_news import differ, of_same_news
from assets.resolution.same_sentences import of_same_sentences
from warehouse.frames import schema
from warehouse.keys import stable_id
from warehouse.tables.resolution import EventMentionEvent

MAIN_PARTICIPANTS = 12  # a pair is a block key: of a summit's participants the first by identifier are enough
UNKNOWN = -1_000_000  # a day before all others
MOST_CONTESTED_DAYS = 1  # between the days that outlets give for one event
SAME_NEWS_DAYS = 10  # an undated account joins another document's event only when published this close to it
UNDATED_DAYS = 3  # the same between two undated ones, which nothing else dates
REACH = 12  # undated acts before another among which it finds its like
MOST_OF_A_DAY = 20  # acts of one kind and pair on a day that are compared with an undated one


def events(
    told: pl.DataFrame,
    arguments: pl.DataFrame,
    actor_mentions: pl.DataFrame,
    actors: pl.DataFrame,
    place_cities: pl.DataFrame,
    documents: pl.DataFrame,
    stories: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Event of each account: ``resolution.event_mention``, sorted by its key.

    Args:
        told: ``entities.event_mention``.
        arguments: ``entities.event_argument``.
        actor_mentions: ``resolution.actor_mention``.
        actors: ``resolution.actor``.
        place_cities: mention_id and city_id of each mention of a city or of a venue with a city.
        documents: ``documents.document``.
        stories: ``resolution.story``, where copies are known.
    """
    found = accounts(told, arguments, actor_mentions, actors, place_cities, documents)
    by_id = {account.event_mention_id: account for account in found}
    pairs = list(retellings(found))
    told_once = _by_document(found, representatives(by_id, pairs))
    copied = {} if stories is None else dict(stories.select("document_id", "story_id").iter_rows())
    pairs += of_same_sentences(found, copied)
    pairs = _of_one_day(by_id, [*pairs, *_across_documents(told_once)])
    pairs = _of_one_day(by_id, [*pairs, *of_same_news(told_once, representatives(by_id, pairs))])
    cluster = representatives(by_id, pairs)
    first = _first_told(found, cluster)
    return pl.DataFrame(
        {
            "event_mention_id": [account.event_mention_id for account in found],
            "document_id": [account.document_id for account in found],
            "event_id": [stable_id("event", first[cluster[account.event_mention_id]]) for account in found],
            "own_event_id": [stable_id("event", account.event_mention_id) for account in found],
        },
        schema=schema(EventMentionEvent),
    )


def _of_one_day(by_id: Mapping[str, Account], pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs, in their order, but for those that bring events of different days together by undated accounts."""
    joined = {key: by_id[key] for pair in pairs for key in pair}
    root = {key: key for key in joined}
    members = {key: [key] for key in joined}
    days = {key: {one.start_on} if one.start_on and one.is_of_one_day else set() for key, one in joined.items()}
    kept = []
    for one, other in pairs:
        low, high = sorted((root[one], root[other]), key=lambda key: len(members[key]))
        both = days[low] | days[high]
        if both and (max(both) - min(both)).days > MOST_CONTESTED_DAYS:
            continue
        kept.append((one, other))
        if low != high:
            root |= dict.fromkeys(members[low], high)
            members[high] += members.pop(low)
            days[high] = both
    return kept


def _by_document(found: Sequence[Account], cluster: dict[str, str]) -> list[Account]:
    """What each document tells of each event."""
    members: dict[str, list[Account]] = defaultdict(list)
    for account in found:
        members[cluster[account.event_mention_id]].append(account)
    return [together(members[root]) for root in sorted(members)]


def _across_documents(told: Sequence[Account]) -> Iterator[tuple[str, str]]:
    """Pairs of one event: of the same day, or an undated one with the only event of its news days."""
    for block in _blocks(told, lambda account: account.actors).values():
        yield from _of_block(block, _may_be)
    for block in _blocks((one for one in told if one.is_meeting), lambda account: account.represented).values():
        yield from _of_block(block, _may_be_of_countries)


def _of_block(block: Sequence[Account], may_be: Callable[[Account, Account], bool]) -> Iterator[tuple[str, str]]:
    days = _by_day(block)
    for group in days.values():
        yield from _same(group, may_be)
    yield from _contested(days)
    undated = sorted(
        (account for account in block if not account.is_of_one_day),
        key=lambda account: (account.published_on or dt.date.min, account.event_mention_id),
    )
    # people meet once a day, and do several things
    of_a_day, reach = (1, 1) if block[0].is_meeting else (MOST_OF_A_DAY, REACH)
    dated = sorted((one for group in days.values() for one in group[:of_a_day]), key=_told_on)
    for place, account in enumerate(undated):
        low = bisect_left(dated, _told_on(account) - SAME_NEWS_DAYS, key=_told_on)
        high = bisect_right(dated, _told_on(account) + SAME_NEWS_DAYS, key=_told_on)
        same = [one for one in dated[low:high] if may_be(one, account)]
        told_on = {one.start_on for one in same if one.start_on is not None}
        if len(told_on) == 1 and not _tells_another(account, days[told_on.pop()]):
            yield same[0].event_mention_id, account.event_mention_id
        before = reversed(undated[max(0, place - reach) : place])
        like = next((one for one in before if _are_same_news(one, account) and may_be(one, account)), None)
        if like is not None:
            yield like.event_mention_id, account.event_mention_id


def _tells_another(account: Account, of_the_day: Iterable[Account]) -> bool:
    """Whether the document of an undated meeting tells one of the same people on the day, and leaves the two apart."""
    return account.is_meeting and any(one.document_id == account.document_id for one in of_the_day)


def _blocks(
    told: Iterable[Account], sides: Callable[[Account], frozenset[str]]
) -> dict[tuple[object, ...], list[Account]]:
    blocks: dict[tuple[object, ...], list[Account]] = defaultdict(list)
    for account in told:
        main = sorted(sides(account))[:MAIN_PARTICIPANTS]
        for pair in combinations(main, 2):
            blocks[account.family, pair].append(account)
    return blocks


def _by_day(told: Iterable[Account]) -> dict[dt.date, list[Account]]:
    """Accounts of one known day, by that day."""
    days: dict[dt.date, list[Account]] = defaultdict(list)
    for account in told:
        if account.start_on and account.is_of_one_day:
            days[account.start_on].append(account)
    return days


def _same(group: Sequence[Account], may_be: Callable[[Account, Account], bool]) -> Iterator[tuple[str, str]]:
    """Each account of a day with the first, or of several acts of one day with the first that is alike."""
    for place, account in enumerate(group):
        same = next((other for other in group[:place] if may_be(other, account)), None)
        if same is not None:
            yield same.event_mention_id, account.event_mention_id


def _contested(days: dict[dt.date, list[Account]]) -> Iterator[tuple[str, str]]:
    """Accounts of one meeting that outlets put on neighbouring days, where no document tells a meeting on each day."""
    for day, group in days.items():
        later = days.get(day + dt.timedelta(days=1), [])
        if later and not {one.document_id for one in group} & {one.document_id for one in later}:
            yield from (
                (one.event_mention_id, other.event_mention_id)
                for one, other in [(group[0], later[0])]
                if _is_contested(one, other)
            )


def _is_contested(one: Account, other: Account) -> bool:
    """Whether a meeting of the later day may be that of the earlier one: both were told at one time, after the later day.

    A visit lasts: one outlet tells the arrival, the next one the talks.
    """
    if not one.is_meeting or differ(one, other):
        return False
    if one.published_on is None or other.published_on is None or other.start_on is None:
        return False
    is_one_news = abs((one.published_on - other.published_on).days) <= 1
    if one.family == VISIT:
        return is_one_news
    is_one_place = one.city_id is not None and one.city_id == other.city_id
    is_told_after = min(one.published_on, other.published_on) >= other.start_on
    return is_one_news and is_told_after and (is_one_place or are_alike(one, other))


def _may_be(one: Account, other: Account) -> bool:
    """Whether two documents tell one event, or two acts of one document stay two."""
    if one.document_id == other.document_id:
        return False
    return is_compatible(one, other) and (one.is_meeting or are_alike(one, other))


def _may_be_of_countries(one: Account, other: Account) -> bool:
    """Whether two documents tell one meeting of the same countries, one by its people, one by less than all of them."""
    return one.represented == other.represented and _may_be(one, other) and not differ(one, other)


def _are_same_news(one: Account, other: Account) -> bool:
    is_known = min(_told_on(one), _told_on(other)) > UNKNOWN
    return is_known and abs(_told_on(one) - _told_on(other)) <= UNDATED_DAYS


def _told_on(account: Account) -> int:
    """Number of the day on which an account is told, far in the past where nobody knows."""
    day = account.published_on or account.start_on
    return day.toordinal() if day is not None else UNKNOWN


def _first_told(found: Sequence[Account], cluster: dict[str, str]) -> dict[str, str]:
    """Earliest published account of each cluster: later documents do not change the event's identifier."""
    first: dict[str, tuple[dt.date, str]] = {}
    for account in found:
        key = (account.published_on or dt.date.max, account.event_mention_id)
        root = cluster[account.event_mention_id]
        first[root] = min(first.get(root, key), key)
    return {root: key[1] for root, key in first.items()}
