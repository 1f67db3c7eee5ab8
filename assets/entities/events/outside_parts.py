"""Names in the sentence of an event that the encoder takes for participants and the grammar shows to be none.

"Sol made a statement and Rey rejected it": only Rey rejects. "Met in Lima and Cusco": towns are where, not who.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.act_frames import agents
from assets.entities.events.act_names import names_of
from assets.entities.events.country_chains import is_country_chain
from assets.entities.events.event_lexicon import Match, trigger_of
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.event_slots import MAIN
from assets.entities.events.other_clauses import of_other_clauses
from assets.entities.events.told_sides import means_sides
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import PhraseKind, title_words
from assets.entities.sentences.relations import OWNERS, SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

_MEETING = frozenset({PloverType.CONSULT, PloverType.COOPERATE})
_TOWN = frozenset({"GPE", "FAC", "LOC"})
_WHERE = word_set("in at")
_ON_LAND = word_set("in at along across near around outside off")
_MISSIONS = frozenset({"embassy", "mission", "consulate"})
_POST = frozenset({"to", "in"})
_EXPELLING = word_set(
    "expel expels expelled expelling expulsion expulsions deport deports deported deportation oust ousted"
)
_EXPRESSING = word_set(
    "express expressed expresses expressing convey conveyed conveys extend extended extends extending reiterate "
    "reiterated reaffirm reaffirmed voice voiced affirm affirmed stress stressed underline underlined confirm confirmed"
)
_OF_FEELING = frozenset({PloverType.AGREE, PloverType.SUPPORT, PloverType.ACCUSE})
_TALKING = word_set("discuss discusses discussed discussing review reviews reviewed reviewing")
_STATEMENTS = word_set("statement communique communiqué readout release")
_IN_TOPIC = frozenset({"amod", "nmod", "nmod:poss", "conj", "appos"})
_KIN = word_set(
    "father mother son daughter brother sister uncle aunt nephew niece cousin wife husband widow aide adviser advisor "
    "confidant bodyguard"
)
_DEATH = word_set("death deaths passing demise loss killing assassination martyrdom")
_CARRIED = frozenset({"obj", "nsubj:pass"})
_OF_OWNER = word_set(  # nouns of what their owner does: "Peru's support", not "Peru's recognition"
    "support commitment readiness willingness solidarity backing gratitude appreciation condolences thanks opposition "
    "dissatisfaction displeasure concern concerns objection objections regret anger"
)
_WITHIN_NAME = frozenset({"flat", "compound"})
_NAMED = frozenset({PhraseKind.PERSON, PhraseKind.PLACE, PhraseKind.BODY, PhraseKind.TITLE, PhraseKind.DEMONYM})


def without_outsiders(view: DocumentView, event: Event) -> Event:
    """The event without those whom the grammar of its sentence puts outside it."""
    token = trigger_of(view, event.match)
    if not token.tag_:  # tests of single rules have no syntax
        return event
    outside = {*_acting_elsewhere(view, event, token), *_towns(view, event), *_topics(view, event, token)}
    outside |= {
        *_lands(view, event),
        *_kin(view, event),
        *_posts(view, event),
        *_capitals(view, event),
        *_cited(view, event, token),
    }
    outside |= of_other_clauses(view, event, token)
    return replace(event, parts=tuple(part for part in event.parts if part.chain not in outside))


def on_their_sides(view: DocumentView, event: Event) -> Event:
    """The event with who expels as source, and whose the support is as no target of it."""
    token = trigger_of(view, event.match)
    outside = {*_owning(view, event), *_dead(view, event), *_inviting(view, event, token)}
    parts = (_on_its_side(view, event, part, token) for part in event.parts if part.chain not in outside)
    return replace(event, parts=tuple(parts))


def _acting_elsewhere(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Who is the subject of another verb, where the grammar names who acts: "Sol made a statement, Rey rejected it"."""
    if event.plover_type in _MEETING:
        return
    verb = _verb_of(trigger)
    own = agents(verb) if verb is not None else []
    phrases = [view.phrase_at(token.i) for token in own]
    acting = {phrase.chain for token in own for phrase in names_of(view, token)}
    is_named = bool(acting) and all(phrase is not None and phrase.kind in _NAMED for phrase in phrases)
    is_group = any(phrase is not None and means_sides(view, phrase) for phrase in phrases)  # told of before
    is_nobody = not acting and bool(own) and all(_is_of_nobody(token) for token in own)
    if not (is_named or is_group or is_nobody):
        return
    start, end = view.sentence_of(trigger.i)
    for part in event.parts:
        root = _subject(view, part)
        is_elsewhere = root.dep_ in SUBJECTS and root.head not in (trigger, verb) and part.chain not in acting
        is_told_here = (trigger.i if is_group else start) <= root.i < end
        if part.participation in MAIN and is_elsewhere and is_told_here:
            yield part.chain


def _is_of_nobody(token: "Token") -> bool:
    """True for "an official", who is nobody named, not for "his government"."""
    return token.tag_ in ("NN", "NNS") and not any(child.dep_ == "nmod:poss" for child in token.children)


def _verb_of(trigger: "Token") -> "Token | None":
    """The verb of a trigger, of a noun with no owner the one that carries it: "made a protest"."""
    if trigger.pos_ == "VERB":
        return trigger
    is_owned = any(child.dep_ == "nmod:poss" for child in trigger.children)
    is_carried = trigger.pos_ == "NOUN" and trigger.dep_ in _CARRIED and trigger.head.pos_ == "VERB"
    return trigger.head if is_carried and not is_owned else None


def _subject(view: DocumentView, part: Part) -> "Token":
    """The head of the noun phrase that a participant's name is, or is joined to."""
    token: Token = view.doc[part.mention[0] : part.mention[1]].root
    while token.dep_ in (*_WITHIN_NAME, "appos", "conj") and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    return token


def _towns(view: DocumentView, event: Event) -> Iterator[int]:
    """The towns in which those met who take part: "met in Lima and Cusco"."""
    for part in event.parts if event.plover_type is PloverType.CONSULT else ():
        name: Token = view.doc[part.mention[0] : part.mention[1]].root
        is_town = name.ent_type_ in _TOWN and not is_country_chain(view, part.chain)
        is_side = part.participation in MAIN and not part.is_place
        if is_side and is_town and (_is_where(_subject(view, part)) or _is_joined_to_town(view, part)):
            yield part.chain


def _is_where(token: "Token") -> bool:
    return any(child.dep_ == "case" and child.lower_ in _WHERE for child in token.children)


def _is_joined_to_town(view: DocumentView, part: Part) -> bool:
    """True for Cusco in "met Sol in Lima and Cusco", which the tree may join to Sol."""
    start = part.mention[0]
    before = view.doc[start - 2] if start > 1 and view.lower[start - 1] in ("and", ",") else None
    return before is not None and before.ent_type_ in _TOWN and _is_where(before)


def _lands(view: DocumentView, event: Event) -> Iterator[int]:
    """Lands and buildings where an act is done: "fired along the Green Line", "firing in the disputed Sool area"."""
    for part in event.parts if event.plover_type not in _MEETING else ():
        name: Token = view.doc[part.mention[0] : part.mention[1]].root
        noun = name.head if name.dep_ == "compound" else name
        case = next((child.lower_ for child in noun.children if child.dep_ == "case"), "")
        if view.doc._.chains[part.chain].label in ("LOC", "FAC") and case in _ON_LAND:
            yield part.chain


def _topics(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """What those who meet talk about: "discussed Peru-Chile relations", "met and discussed the fight against rebels"."""
    is_talk = event.plover_type is PloverType.CONSULT and trigger.lower_ in _TALKING
    end = view.sentence_of(trigger.i)[1]
    inside = (*_WITHIN_NAME, "amod", "nmod:poss", "conj") if is_talk else (*_WITHIN_NAME, *_IN_TOPIC)
    for part in event.parts if event.plover_type is PloverType.CONSULT else ():
        token: Token = view.doc[part.mention[0] : part.mention[1]].root
        while token.dep_ in inside and token.head.i > trigger.i and token.head != trigger:
            token = token.head
        is_topic = token.dep_ == "obj" and trigger.i < token.i < end and token.head.lower_ in _TALKING
        if is_topic and (not is_talk or token.head == trigger):
            yield part.chain


def _kin(view: DocumentView, event: Event) -> Iterator[int]:
    """Whose relative or aide another participant is: "killed Sol, the uncle of President Rey"."""
    mentions = {index for part in event.parts for index in range(*part.mention)}
    for part in event.parts:
        token: Token = view.doc[part.mention[0] : part.mention[1]].root
        while token.dep_ in _WITHIN_NAME:
            token = token.head
        noun = token.head
        is_of = token.dep_ in ("nmod", "nmod:poss") and noun.dep_ == "appos" and noun.lower_ in _KIN
        if is_of and noun.head.i in mentions - set(range(*part.mention)):
            yield part.chain


def _posts(view: DocumentView, event: Event) -> Iterator[int]:
    """Where an envoy is posted, who represents another country: "summoned the Peruvian ambassador to Lima", "in Lima"."""
    start, end = view.sentence_of(event.match.start)
    for part in event.parts:
        token: Token = view.doc[part.mention[0] : part.mention[1]].root
        case = next((child for child in token.children if child.dep_ == "case" and child.lower_ in _POST), None)
        if case is None or not start <= token.i < end or part.participation is Participation.HOST:
            continue
        if (_is_envoy(token.head) and token.dep_ == "nmod") or any(_is_envoy(one) for one in _before(view, case.i)):
            yield part.chain


def _before(view: DocumentView, index: int) -> list["Token"]:
    """The noun that ends before a word, and whose it is: "the ambassador | to", "the ambassador of Peru | to"."""
    is_of = view.lower[index - 2 : index - 1] == ["of"]
    return [view.doc[index - 3] if is_of and index > 2 else view.doc[index - 1]] if index else []


def _is_envoy(noun: "Token") -> bool:
    return noun.lower_ in _MISSIONS or not {noun.lower_, noun.lower_.removesuffix("s")}.isdisjoint(title_words())


def _cited(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Who is only told to have said so, where others act: "According to Sol, the minister asked"."""
    acting = {phrase.chain for token in agents(trigger) for phrase in names_of(view, token)}
    start, end = view.sentence_of(trigger.i)
    mains = [part for part in event.parts if part.participation in MAIN]
    for part in event.parts if mains else ():
        is_here = start <= part.mention[0] < end
        is_one_more = len(mains) > 1 or part not in mains
        if is_here and is_one_more and part.chain not in acting and _is_cited(_subject(view, part), trigger):
            yield part.chain


def _is_cited(token: "Token", trigger: "Token") -> bool:
    """True for Sol in "according to Sol", "according to the spokesman, Sol", "said a statement issued by Sol"."""
    while token.dep_ in (*_WITHIN_NAME, *OWNERS, "nmod", "appos", "nmod:desc", "obl:agent", "acl"):
        token = token.head
    if token == trigger or token.is_ancestor(trigger):  # "according to Sol, who said at the end of the meeting"
        return False
    if token.lower_ in _STATEMENTS:
        return True
    return any(child.dep_ == "case" and child.lower_ == "according" for child in token.children)


def _capitals(view: DocumentView, event: Event) -> Iterator[int]:
    """The capital of a country that takes part itself: "officials from Lima met, with Peru and Chile signing"."""
    chains = view.doc._.chains
    countries = {
        chains[part.chain].country_id: part.participation for part in event.parts if is_country_chain(view, part.chain)
    }
    for part in event.parts:
        chain = chains[part.chain]
        is_town = chain.label == "GPE" and chain.country_id is not None and not is_country_chain(view, part.chain)
        side = countries.get(chain.country_id)
        is_acting = part.participation is not side is Participation.TARGET  # "Lima's fight against rebels in Peru"
        if is_town and side is not None and not is_acting:
            yield part.chain


def _dead(view: DocumentView, event: Event) -> Iterator[int]:
    """Who died, for whom condolences are said to others: "offered condolences on the death of Sol"."""
    for part in event.parts if event.plover_type is PloverType.SUPPORT else ():
        token = _subject(view, part)
        is_of_death = token.dep_ in OWNERS | {"nmod"} and token.head.lower_ in _DEATH
        is_person = view.doc._.chains[part.chain].label == "PERSON"
        if part.participation is Participation.TARGET and is_person and is_of_death:
            yield part.chain


def _inviting(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """The country to which its own leader invites somebody: "to visit Peru at the invitation of its president"."""
    if not trigger.lower_.startswith("invit"):
        return
    countries = {view.doc._.chains[part.chain].country_id for part in event.parts if part.participation in MAIN}
    for part in event.parts:
        chain = view.doc._.chains[part.chain]
        is_own = chain.country_id is not None and chain.country_id in countries and chain.label != "PERSON"
        if part.participation is Participation.TARGET and is_own:
            yield part.chain


def _owning(view: DocumentView, event: Event) -> Iterator[int]:
    """Whose the feeling is that somebody expresses: "conveyed Peru's support to", "expressed Peru's desire to"."""
    match: Match = event.match
    trigger = trigger_of(view, match)
    is_expressed = event.plover_type in _OF_FEELING and view.lower[match.start] in _EXPRESSING
    is_own = trigger.lower_ in _OF_OWNER
    others = sum(part.participation in MAIN for part in event.parts)
    for part in event.parts if (is_expressed or is_own) and others else ():
        token: Token = view.doc[part.mention[0] : part.mention[1]].root
        is_inside = (match.start < token.i and token.head.i < match.end) or (is_own and token.head == trigger)
        if part.participation is Participation.TARGET and token.dep_ == "nmod:poss" and is_inside:
            yield part.chain


def _on_its_side(view: DocumentView, event: Event, part: Part, trigger: "Token") -> Part:
    """A participant on its own side: "expelled from Chad" by Chad, "Chad's acts are unlawful" of Chad."""
    token: Token = view.doc[part.mention[0] : part.mention[1]].root
    if part.participation is Participation.TARGET and trigger.lower_ in _EXPELLING:
        is_from = any(child.dep_ == "case" and child.lower_ == "from" for child in token.children)
        return replace(part, participation=Participation.SOURCE) if is_from and token.head is trigger else part
    if event.plover_type is PloverType.ACCUSE and part.participation in MAIN and trigger.pos_ == "ADJ":
        is_judged = token.dep_ == "nmod:poss" and token.head.dep_ in SUBJECTS and token.head.head == trigger
        return replace(part, participation=Participation.TARGET) if is_judged else part
    return part
