"""Clusters from pairs: union-find whose result does not depend on the order of the pairs."""

from collections.abc import Iterable


def representatives(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Smallest member of each member's cluster, when each pair joins two clusters."""
    parent = {member: member for member in members}
    for one, other in pairs:
        low, high = sorted((_root(parent, one), _root(parent, other)))
        parent[high] = low
    return {member: _root(parent, member) for member in parent}


def _root(parent: dict[str, str], member: str) -> str:
    while parent[member] != member:
        parent[member] = parent[parent[member]]
        member = parent[member]
    return member
