"""Which person a surname alone means across documents."""

from collections import defaultdict
from collections.abc import Sequence

from assets.entities.coreference.name_forms import form_of
from assets.entities.coreference.people import THRONES
from assets.entities.names.leaders import is_other_leader
from assets.resolution.chains import ChainNames
from assets.resolution.company import Person
from assets.resolution.names import folded, initials_of

DOMINANT = 5  # times as many documents as the next bearer of a surname before it means the one


def bearers_by_surname(people: Sequence[Person]) -> dict[str, list[Person]]:
    """Everybody by each word that may stand for the full name alone.

    The last word; in three words or more the one before it too (Spanish double surnames); in two the first too
    (Chinese, Korean and Vietnamese names begin with the surname). A monarch goes by the first.
    """
    bearers: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        words = person.key.split()
        for word in {*words[-2:], *(words[:1] if person.roles & THRONES else ())}:
            bearers[word].append(person)
    return bearers


def meant_by_surname(chain: ChainNames, bearers: Sequence[Person]) -> Person | None:
    """The bearer of a surname whom a chain means, None when several may be meant."""
    country, initials = chain.country_id, initials_of(chain.names[0])
    possible = [
        one
        for one in bearers
        if (not country or not one.countries or country in one.countries)
        and (not initials or any(word[0] == initials[0] for word in one.key.split()))
        and (not chain.roles & THRONES or _may_reign(one, folded(chain.names[0])))
        and not _is_of_other_leader(chain, one)
    ]
    if initials and len(folded(chain.names[0]).split()[0]) > 1:
        return None  # "George W." is cut off
    in_office = [one for one in possible if one.roles & chain.roles]
    ranked = sorted(in_office or possible, key=lambda one: (-len(one.documents), one.key))
    if not ranked:
        return None
    is_only = len(ranked) == 1 or len(ranked[0].documents) >= DOMINANT * len(ranked[1].documents)
    return ranked[0] if is_only else None


def _may_reign(one: Person, name: str) -> bool:
    """Whether somebody may be the monarch of a name: "King Salman" is neither Mohammed bin Salman nor Salman Rushdie."""
    return bool(one.roles & THRONES and one.countries) and one.key.split()[0] == name.split(maxsplit=1)[0]


def _is_of_other_leader(chain: ChainNames, one: Person) -> bool:
    """Whether the leader whom a chain calls by the surname is known and has not the name of this bearer."""
    form, country = form_of(chain.names[0]), chain.country_id
    if not form or country is None:
        return False
    return any(is_other_leader(form_of(one.key), form[-1], title, country) for title in chain.roles - one.roles)
