"""Title phrases that stand for a person named elsewhere: "the Secretary", "the Mexican foreign minister"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assets.entities.coreference.holders import DIPLOMATS, LEADERS, Holder, Holders
from assets.entities.extensions import Chain, Role
from assets.entities.names.leaders import country_of_leader, leads
from assets.entities.names.scenes import Scene, scene_of
from assets.entities.names.title_parts import TitlePhrase

if TYPE_CHECKING:
    from spacy.tokens import Doc

# "the minister" is none of these.
OTHER_MINISTERS = frozenset({"prime minister", "deputy prime minister", "first minister"})
# Words before "secretary" that make it another office: "the Secretary" is no assistant secretary.
OTHER_SECRETARIES = frozenset(
    {"assistant", "under", "deputy", "cabinet", "press", "permanent", "principal", "general", "executive", "state"}
    | {"parliamentary", "private", "first", "second", "third", "-"}
)
ADDRESSED = 8  # words after "Minister," within which "you" stands
TOO_GENERAL = frozenset({"head", "director", "founder", "analyst", "lawyer", "chief", "professor"})
EQUALS = frozenset({"counterpart", "colleague"})  # "his Turkish counterpart" is the Turkish minister after that
NOT_KNOWN = frozenset({"a", "an", "his", "her", "their", "its", "my", "our", "this", "that"})


@dataclass(frozen=True)
class Nominal:
    """A title phrase at the tokens ``[start, end)`` that means the holder with the number ``holder``."""

    holder: int
    start: int
    end: int
    country_id: str | None


def with_titles(doc: "Doc", chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains with the title phrases that mean their people, and the countries that these tell."""
    people = [at for at, chain in enumerate(chains) if chain.label == "PERSON"]
    if not people:
        return tuple(chains)
    holders = [holder_of(doc, chains[at]) for at in people]
    meant: dict[int, list[Nominal]] = {}
    for nominal in nominals_of(doc, scene_of(doc), holders):
        meant.setdefault(people[nominal.holder], []).append(nominal)
    return tuple(_with(chain, meant.get(at, ())) for at, chain in enumerate(chains))


def _with(chain: Chain, nominals: Sequence[Nominal]) -> Chain:
    """The chain with what means it; where its names tell no country, the first phrase that does."""
    country = chain.country_id or next((each.country_id for each in nominals if each.country_id), None)
    spans = sorted((*chain.nominals, *((each.start, each.end) for each in nominals)))
    return replace(chain, nominals=tuple(spans), country_id=country)


def holder_of(doc: "Doc", chain: Chain) -> Holder:
    """Somebody named, as a possible holder of an office."""
    country = chain.country_id or country_of_leader(chain.name, {role.title for role in chain.roles})
    return Holder(tuple(doc[start:end] for start, end in chain.mentions), chain.roles, country)


def nominals_of(doc: "Doc", scene: Scene, holders: Sequence[Holder]) -> list[Nominal]:
    """The title phrases of a Doc that mean one of the holders; a doubtful one means nobody."""
    fitting: dict[tuple[str, ...], list[int]] = {}
    people = Holders(doc, holders)
    found = []
    for phrase in free_phrases(doc, scene, holders):
        if not _may_mean(scene, phrase):
            continue
        key = (*_head(scene, phrase), phrase.title, str(phrase.status), str(phrase.is_explicit), str(phrase.country_id))
        if key not in fitting:
            fitting[key] = _fitting(holders, scene, phrase)
        span = scene.words.span(doc, phrase.start, phrase.end)
        called = [] if phrase.is_explicit else _called_so(holders, fitting[key], _head(scene, phrase), span.start)
        at = people.meant(called or fitting[key], phrase, span.start)
        if at is not None:
            found.append(Nominal(at, with_article(scene, phrase), span.end, phrase.country_id))
    return found


def free_phrases(doc: "Doc", scene: Scene, holders: Sequence[Holder]) -> Iterator[TitlePhrase]:
    """The title phrases of a Doc that stand beside no name; what stands in the tail of another means nobody by itself."""
    attached = {role.start_char for holder in holders for role in holder.roles}
    names = {start for holder in holders for start in holder.starts}
    ends = {span.end for holder in holders for span in holder.spans}
    reached = 0  # end of the last phrase
    for phrase in scene.phrases:
        is_nested, reached = phrase.start < reached, max(reached, phrase.end)
        is_attached = doc[scene.words.tokens[phrase.start]].idx in attached
        if not (is_nested or is_attached or _is_named(scene, phrase, names) or _is_apposed(scene, phrase, ends)):
            yield phrase


def with_article(scene: Scene, phrase: TitlePhrase) -> int:
    """First token of a phrase, its article included."""
    has_article = scene.words.at(phrase.start - 1).lower() == "the"
    return scene.words.tokens[phrase.start - 1 if has_article else phrase.start]


def _head(scene: Scene, phrase: TitlePhrase) -> tuple[str, ...]:
    return tuple(word.lower() for word in scene.words.texts[phrase.head_start : phrase.head_end])


def _may_mean(scene: Scene, phrase: TitlePhrase) -> bool:
    """Whether a phrase can mean somebody already known: not "a minister", not the office of a body unnamed here."""
    before = scene.words.at(phrase.start - 1).lower()
    has_tail = phrase.end > phrase.head_end and not phrase.is_explicit
    is_definite = phrase.has_determiner or has_owner(scene, phrase) or _is_address(scene, phrase)
    return is_definite and not (phrase.is_plural or before in NOT_KNOWN or has_tail or phrase.title in TOO_GENERAL)


def has_owner(scene: Scene, phrase: TitlePhrase) -> bool:
    """Whether the phrase begins with whose office it is: "India's Foreign Secretary"."""
    return "'s" in scene.words.texts[phrase.start : phrase.head_start]


def _is_address(scene: Scene, phrase: TitlePhrase) -> bool:
    """Whether somebody is spoken to: ": Minister, will you open the border?"."""
    words = scene.words
    opens = words.at(phrase.start - 1) in {":", '"', "“", "«"} or words.starts_sentence(phrase.start)
    is_bare = phrase.start == phrase.head_start and phrase.end == phrase.head_end
    is_direct = {"you", "your"}.intersection(word.lower() for word in words.texts[phrase.end : phrase.end + ADDRESSED])
    return opens and is_bare and words.at(phrase.end) == "," and bool(is_direct)


def _is_named(scene: Scene, phrase: TitlePhrase, names: set[int]) -> bool:
    """Whether a name follows, so that the phrase is of its bearer."""
    after = phrase.end + (scene.words.at(phrase.end) in {",", "("})
    return after < len(scene.words) and scene.words.tokens[after] in names


def _is_apposed(scene: Scene, phrase: TitlePhrase, ends: set[int]) -> bool:
    """Whether a name before says whose the title is: "General Sol, Peru's foreign minister, left"."""
    words = scene.words
    comma = phrase.start - 1 - (words.at(phrase.start - 1).lower() == "the")
    is_set_off = words.at(comma) == "," and words.at(phrase.end) in {",", ")", ".", ";"}
    return is_set_off and comma > 0 and words.tokens[comma - 1] + 1 in ends


def holds(holder: Holder, scene: Scene, phrase: TitlePhrase) -> bool:
    """Whether somebody holds such an office, of whatever country."""
    head = _head(scene, phrase)
    return any(fits(role, phrase, head) for role in holder.roles)


def _fitting(holders: Sequence[Holder], scene: Scene, phrase: TitlePhrase) -> list[int]:
    """The holders of such an office; where none is told to be of its country, those who are known for it."""
    told = [at for at, holder in enumerate(holders) if holds(holder, scene, phrase)]
    if any(holders[at].country_id == phrase.country_id for at in told):
        return told
    return [at for at, holder in enumerate(holders) if _is_known_for(holder, phrase)] or told


def _called_so(holders: Sequence[Holder], fitting: Sequence[int], head: tuple[str, ...], position: int) -> list[int]:
    """Those named before whose office has the same words: "the external affairs minister" is not his counterpart."""
    words = " ".join(head) if len(head) > 1 else None
    named = [at for at in fitting if words and holders[at].last_before(position) >= 0]
    return [at for at in named if words and any(words in role.text.lower() for role in holders[at].roles)]


def _is_known_for(holder: Holder, phrase: TitlePhrase) -> bool:
    """Whether somebody whose office the text does not tell is known to hold it: "the Russian president"."""
    name = max((span.text for span in holder.spans), key=len)
    is_told = bool(holder.roles) or phrase.is_former or phrase.country_id is None
    return not is_told and leads(name, phrase.title) == phrase.country_id


def fits(role: Role, phrase: TitlePhrase, head: tuple[str, ...]) -> bool:
    """Whether a title phrase with the words ``head`` can mean somebody who holds the role."""
    if role.is_former != phrase.is_former:
        return False
    if head == ("secretary",):
        return _is_secretary(role)
    is_by_words = " ".join(head) in role.text.lower()  # "the Under Secretary" is one by these words
    if head[-1] == "secretary" and (is_by_words or phrase.title in {"secretary", "deputy minister"}):
        return is_by_words
    if phrase.title in {"minister", "deputy minister"}:
        return _is_minister(role, phrase.title == "deputy minister", phrase.is_explicit)
    general = {"diplomat": DIPLOMATS, "official": DIPLOMATS, "leader": LEADERS}.get(phrase.title, frozenset())
    is_both = {role.title, phrase.title} == {"foreign minister", "secretary of state"}
    return role.title in general or role.title == phrase.title or is_both


def _is_minister(role: Role, is_deputy: bool, is_explicit: bool) -> bool:
    """Whether the role is a minister's by its words: "the Minister" is no prime minister and no secretary.

    Of "Foreign Minister Gil and his Turkish counterpart" Gil is "the minister", the other "the Turkish minister".
    """
    is_office = role.title.endswith("minister") and role.title not in OTHER_MINISTERS
    words = role.text.lower().split()
    is_named_so = (is_explicit and words[-1] in EQUALS) or any(word.startswith("minister") for word in words)
    return is_office and role.title.startswith("deputy") == is_deputy and is_named_so


def _is_secretary(role: Role) -> bool:
    """Whether the bare word "secretary" stands in the words of the role, with no rank before it."""
    words = role.text.lower().replace("-", " - ").split()
    if "secretary" not in words or role.title == "secretary-general":
        return False
    at = words.index("secretary")
    return (at == 0 or words[at - 1] not in OTHER_SECRETARIES) and words[at + 1 : at + 2] != ["-"]
