"""Common words for what has a name: "the ministry", "the bloc", "the Caribbean nation", "his guest", "the visitor"."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from assets.entities.coreference.bodies import HEADS, words_of_name
from assets.entities.coreference.discourse import Discourse, Part
from assets.entities.coreference.opposites import opposites
from assets.entities.word_sets import word_set
from warehouse.reference import reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assets.entities.extensions import Chain

# Words for bodies of several kinds, with the words in names that tell the kind.
KINDS = {
    "bloc": word_set("union association community market alliance bloc caricom mercosur ecowas asean brics celac nato"),
    "organization": word_set("organization organisation union association alliance league community nations"),
    "company": word_set("company corporation corp inc ltd limited co airlines oil gas bank holding group"),
    "lender": word_set("bank fund"),
    "alliance": word_set("organization nato alliance"),
}
SAME_WORD = {"organisation": "organization", "firm": "company"}
BODY_REACH = 3  # sentences back to the name of "the ministry"
COUNTRY_WORDS = frozenset({"country", "nation", "kingdom", "republic", "state", "island"})
REGIONS = {
    "caribbean": {"Caribbean"},
    "south american": {"South America"},
    "central american": {"Central America"},
    "west african": {"Western Africa"},
    "east african": {"Eastern Africa"},
    "north african": {"Northern Africa"},
    "southern african": {"Southern Africa"},
    "southeast asian": {"South-eastern Asia"},
    "central asian": {"Central Asia"},
    "south asian": {"Southern Asia"},
    "african": {"Western Africa", "Eastern Africa", "Northern Africa", "Southern Africa", "Middle Africa"},
    "asian": {"South-eastern Asia", "Central Asia", "Southern Asia", "Eastern Asia", "Western Asia"},
    "european": {"Western Europe", "Eastern Europe", "Northern Europe", "Southern Europe"},
}
COUNTRY_REACH = 6  # sentences
GUESTS = frozenset({"guest", "visitor"})
HOSTS = frozenset({"host"})
DIGNITARIES = frozenset({"dignitary", "leader"})  # "the visiting dignitary"
RECEIVING = word_set(
    "received receives receive welcomed welcomes welcome hosted hosts greeted greets receiving welcoming"
)
COMING = word_set("arrived arrives visited visits landed arriving visiting travelled traveled came")
GUEST_REACH = 12  # tokens between "received" and the name
VISIT_REACH = 6  # sentences between the visit and "the visitor"
BEING = frozenset({"was", "were", "been", "be", "being", "is"})
OF_WHAT = word_set("of country nation government city side state authorities house room list worker workers and or")


def with_descriptions(discourse: Discourse) -> "tuple[Chain, ...]":
    """The chains with the common words that mean them: "the ministry", "the visitor"."""
    return _with(discourse, (*_bodies(discourse), *_countries(discourse), *_guests(discourse, {})))


def with_companions(discourse: Discourse, resolved: "Mapping[int, int]") -> "tuple[Chain, ...]":
    """The chains with the words that name a person by another, whom a pronoun means: "his guest", "his Kenyan host"."""
    return _with(discourse, (*_guests(discourse, resolved), *opposites(discourse, resolved)))


def _with(discourse: Discourse, meant: Iterable[tuple[int, tuple[int, int]]]) -> "tuple[Chain, ...]":
    found: dict[int, set[tuple[int, int]]] = {}
    for chain, span in meant:
        found.setdefault(chain, set()).add(span)
    if not found:
        return discourse.chains
    return tuple(
        replace(chain, nominals=tuple(sorted({*chain.nominals, *found[at]}))) if at in found else chain
        for at, chain in enumerate(discourse.chains)
    )


def _bodies(discourse: Discourse) -> Iterator[tuple[int, tuple[int, int]]]:
    """Common nouns for bodies named shortly before: the one that the word fits, where no other does."""
    named = _mentions(discourse, "ORG")
    words = {
        at: frozenset(words_of_name(chain.name)) for at, chain in enumerate(discourse.chains) if chain.label == "ORG"
    }
    for index, word in enumerate(discourse.lower):
        kind = SAME_WORD.get(word, word)
        if (kind in HEADS or kind in KINDS) and _is_definite(discourse, index):
            fitting = [
                at for at in _near(discourse, named, index, BODY_REACH) if words[at] & {kind, *KINDS.get(kind, ())}
            ]
            if len(set(fitting)) == 1:
                yield fitting[0], (index - 1, index + 1)


def _is_definite(discourse: Discourse, index: int) -> bool:
    """Whether the word is "the ministry": in lower case, in no name, with nothing that says whose it is."""
    is_plain = discourse.tokens.texts[index].islower() and not discourse.label_at(index)
    after = discourse.lower[index + 1 : index + 2]
    return is_plain and index > 0 and discourse.lower[index - 1] == "the" and after not in (["of"], ["for"], ["-"])


def _mentions(discourse: Discourse, label: str) -> list[tuple[int, int]]:
    """First tokens of the mentions of one label with their chains, in order."""
    return sorted(
        (start, at) for at, chain in enumerate(discourse.chains) if chain.label == label for start, _ in chain.mentions
    )


def _near(discourse: Discourse, named: Sequence[tuple[int, int]], index: int, reach: int) -> list[int]:
    """Chains named before a token in the sentences that far back, the last one first."""
    found = []
    for start, chain in reversed(named[: bisect_left(named, (index, 0))]):
        if discourse.sentence_at[index] - discourse.sentence_at[start] > reach:
            break
        found.append(chain)
    return found


def _countries(discourse: Discourse) -> Iterator[tuple[int, tuple[int, int]]]:
    """A country by the part of the world it lies in, where it is the only one there that was named."""
    named = [pair for pair in _mentions(discourse, "GPE") if _is_country(discourse.chains[pair[1]])]
    for index, word in enumerate(discourse.lower):
        if word not in COUNTRY_WORDS or discourse.label_at(index) == "GPE":
            continue
        for length in (2, 1):
            start = index - length
            regions = REGIONS.get(" ".join(discourse.lower[max(start, 0) : index]))
            if regions and start > 0 and discourse.lower[start - 1] == "the":
                near = _near(discourse, named, index, COUNTRY_REACH)
                fitting = {at for at in near if _regions().get(discourse.chains[at].country_id or "") in regions}
                if len(fitting) == 1:
                    yield fitting.pop(), (start - 1, index + 1)
                break


def _is_country(chain: "Chain") -> bool:
    return chain.country_id is not None and _names().get(chain.country_id) == chain.name


@cache
def _regions() -> dict[str, str]:
    return dict(reference("countries").select("country_id", "region").iter_rows())


@cache
def _names() -> dict[str, str]:
    return dict(reference("countries").select("country_id", "name").iter_rows())


def _guests(discourse: Discourse, resolved: "Mapping[int, int]") -> Iterator[tuple[int, tuple[int, int]]]:
    """Whoever is told to have been received, or to have received somebody: "the visitor", "his host"."""
    told = [at for at, word in enumerate(discourse.lower) if at and (word in GUESTS or word in HOSTS)]
    told += [at for at, word in enumerate(discourse.lower) if at > 1 and word in DIGNITARIES and _visits(discourse, at)]
    guests, hosts = _visitors(discourse) if told else ([], [])
    for index in sorted(told):
        start = index - 1 - _visits(discourse, index)
        owner = resolved.get(start)
        if (discourse.lower[start] != "the" and owner is None) or _is_part_of_name(discourse, index):
            continue
        known = hosts if discourse.lower[index] in HOSTS else guests
        near = [chain for at, chain in known if at < index and chain != owner and _is_near(discourse, at, index)]
        if near:
            yield near[-1], (start, index + 1)


def _visits(discourse: Discourse, index: int) -> bool:
    """Whether the word is said of a visitor: "the visiting dignitary"."""
    return discourse.lower[index - 1] == "visiting"


def _is_near(discourse: Discourse, at: int, index: int) -> bool:
    return discourse.sentence_at[index] - discourse.sentence_at[at] <= VISIT_REACH


def _is_part_of_name(discourse: Discourse, index: int) -> bool:
    """Whether the word says of which kind another is: "the host country", "the guest of honour", "the visitor centre"."""
    after = discourse.lower[index + 1] if index + 1 < len(discourse.lower) else "."
    return after in OF_WHAT or discourse.doc[index].dep_ in {"compound", "amod"}


def _visitors(discourse: Discourse) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Who came and who received, by the token of the verb that tells it, in order."""
    guests, hosts = [], []
    for index, word in enumerate(discourse.lower):
        token = discourse.doc[index]
        if (word in RECEIVING or word in COMING) and token.pos_ in {"", "VERB"} and token.dep_ != "amod":
            guest, host = _visit(discourse, index)
            guests += [(index, guest)] if guest is not None else []
            hosts += [(index, host)] if host is not None else []
    return guests, hosts


def _visit(discourse: Discourse, index: int) -> tuple[int | None, int | None]:
    """Guest and host as the verb tells them: "Gil arrived", "Sol received Gil", "Gil was received by Sol"."""
    start, end = discourse.sentence(index)
    subjects = [mention.chain for mention in discourse.between(start, index) if mention.part is Part.SUBJECT]
    subject = subjects[-1] if subjects else None
    if discourse.lower[index] in COMING:
        return subject, None
    after = discourse.between(index + 1, min(end, index + GUEST_REACH))
    if "by" in discourse.lower[index + 1 : index + 3]:
        return subject, after[0].chain if after else None
    if not BEING.isdisjoint(discourse.lower[max(start, index - 2) : index]):
        return subject, None
    objects = [mention.chain for mention in after if mention.part is Part.OBJECT]
    return objects[0] if objects else None, subject
