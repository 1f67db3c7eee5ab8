"""Clusters from pairs: union-find whose result does not depend on the order in which members and pairs are given."""

from collections.abc import Iterable


def representatives(
    members: Iterable[str], pairs: Iterable[tuple[str, str]], apart: Iterable[tuple[str, str]] = ()
) -> dict[str, str]:
    """Smallest member of each member's cluster, when each pair joins two clusters.

    Two members told ``apart`` never come into one cluster: a pair that would bring them together is passed over. The
    pairs are followed in their order then.
    """
    parent = {member: member for member in members}
    enemies: dict[str, set[str]] = {}
    for one, other in apart:
        enemies.setdefault(one, set()).add(other)
        enemies.setdefault(other, set()).add(one)
    within: dict[str, set[str]] = {
        member: {member} for member in enemies if member in parent
    }  # of those told apart, by root
    for one, other in pairs:
        low, high = sorted((_root(parent, one), _root(parent, other)))
        if low == high:
            continue
        moving, staying = within.get(high, set()), within.get(low, set())
        if any(enemies[member] & staying for member in moving):
            continue
        parent[high] = low
        if moving:
            within[low] = staying | moving
    return {member: _root(parent, member) for member in parent}


def _root(parent: dict[str, str], member: str) -> str:
    while parent[member] != member:
        parent[member] = parent[parent[member]]
        member = parent[member]
    return member
