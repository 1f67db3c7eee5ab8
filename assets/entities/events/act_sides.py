"""Who stands on which side of an act by the grammar of its trigger, groups without a name included.

"Rebels in the Ivory Coast", "thousands of Indonesian students", "the militia based in Trinidad" act for the people or
the country in their phrase. It is asked of acts only: of meetings and of agreements both sides are alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.act_frames import agents, patients
from assets.entities.events.act_names import names_of
from assets.entities.events.clause_targets import TOWARDS, cased, conditioned, meant_later
from assets.entities.events.country_chains import is_country_chain
from assets.entities.events.event_lexicon import Match, trigger_of
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.seen_sides import without_own
from assets.entities.quotes.speech_verbs import REPORTING
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.sentences.relations import PASSIVE_SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

MUTUAL = frozenset({PloverType.CONSULT, PloverType.COOPERATE})
SIDES_OF_ACT = {Participation.HOST: Participation.TARGET, Participation.VISITOR: Participation.SOURCE}
# Acts on whoever lives where they are done: a curfew "in Haiti", a bomb "in Kabul".
ON_A_PLACE = frozenset(
    {
        PloverType.COERCE, PloverType.ASSAULT, PloverType.SANCTION, PloverType.CONCEDE, PloverType.RETREAT,
        PloverType.AID, PloverType.ACCUSE, PloverType.THREATEN,
    }
)  # fmt: skip
OF_WORDS = frozenset(  # the town or region is only where they are said, or where what they are about is
    {
        PloverType.AGREE, PloverType.REQUEST, PloverType.SUPPORT, PloverType.ACCUSE, PloverType.THREATEN,
        PloverType.AID, PloverType.REJECT,
    }
)  # fmt: skip
OF_WRONGS = frozenset({PloverType.ACCUSE, PloverType.PROTEST})
ABOUT = word_set("over about against")
BELOW = frozenset({"obj", "obl", "nmod"})
CARRIED = frozenset({"obj", "obl"})
MOST_NOUNS = 6
TAKING_PART = word_set("engaged involved embroiled")
THERE = word_set("at in into inside across throughout near outside")
GIVEN = word_set("invitation invitations request requests initiative proposal offer appeal")  # by whom, not to whom
GIVER_REACH = 8
LISTING = frozenset({",", "and", "the"})  # between the names of a list
MOST_PAIR, MOST_BEFORE_IT = 2, 3  # "In addition, it"
PRONOUNS = word_set("he she they it who")
PASSIVE_VERBS = word_set("be been being is are was were 's get gets got getting")
SURENESS = 0.6


def with_sides_by_grammar(view: DocumentView, event: Event) -> Event:
    """An act with the sides that the grammar shows: parts on the wrong side changed, a missing side added."""
    if event.plover_type in MUTUAL:
        return event
    event = replace(event, parts=tuple(_of_act(part) for part in event.parts))
    trigger = trigger_of(view, event.match)
    giving = _giving(view, trigger)
    acting = giving or _acting(view, trigger)
    receiving = [one for one in _receiving(view, event.match, trigger) if one not in giving]
    blamed = _blamed(view, event, trigger)
    is_mutual = event.plover_type is PloverType.AGREE
    own_objects = {phrase.chain for token in patients(trigger) for phrase in names_of(view, token)}
    sided = (_on_its_side(part, acting, [*receiving, *blamed]) for part in event.parts)
    parts = list(event.parts if is_mutual else sided)
    parts = [part for part in parts if not _is_beside(view, event, part, own_objects)]
    parts = list(_with_joined(view, parts))
    if not is_mutual and all(part.participation is Participation.TARGET for part in parts):
        own = {phrase.chain for phrase in acting}  # "rebels in Chad rose in its capital": somebody acts
        parts = [replace(part, participation=Participation.SOURCE) if part.chain in own else part for part in parts]
    parts += _parts(blamed, Participation.TARGET, {part.chain for part in parts})
    sides = {part.participation for part in parts}
    chains = {part.chain for part in parts}
    if Participation.SOURCE not in sides:
        parts += _parts(acting, Participation.SOURCE, chains)
    chains = {part.chain for part in parts}
    if Participation.TARGET not in sides:
        meant = receiving or conditioned(view, trigger) or meant_later(view, event, trigger)
        more = _parts(meant, Participation.TARGET, chains)
        others = without_own(view, [*parts, *more], trigger, event.plover_type)
        parts += [part for part in more if part in others]
    else:
        meant = [phrase for phrase in receiving if phrase.kind is PhraseKind.PRONOUN]
        parts += _parts(meant, Participation.TARGET, chains)
    return replace(event, parts=tuple(part for part in parts if not _is_where(view, event, part)))


def _of_act(part: Part) -> Part:
    """A participant of an act, in which nobody visits or receives."""
    return replace(part, participation=SIDES_OF_ACT.get(part.participation, part.participation))


def _is_where(view: DocumentView, event: Event, part: Part) -> bool:
    """True for the place of "agreed in Caracas" and "concern about developments in the Gulf": it is where, not to whom."""
    if part.participation is not Participation.TARGET or event.plover_type not in OF_WORDS:
        return False
    token = view.doc[part.mention[0] : part.mention[1]].root
    case = next((one.lower_ for one in token.children if one.dep_ == "case"), "")
    return token.ent_type_ in ("GPE", "FAC", "LOC") and case in THERE and not is_country_chain(view, part.chain)


def _is_beside(view: DocumentView, event: Event, part: Part, objects: set[int | None]) -> bool:
    """True for the town of "Sol was killed in Lima", where the grammar names to whom it was done."""
    if part.participation is not Participation.TARGET or event.plover_type not in ON_A_PLACE or part.chain in objects:
        return False
    token = view.doc[part.mention[0] : part.mention[1]].root
    case = next((one.lower_ for one in token.children if one.dep_ == "case"), "")
    is_place = token.ent_type_ in ("GPE", "FAC", "LOC") and case in THERE
    return bool(objects) and is_place and token.head == trigger_of(view, event.match)


def _with_joined(view: DocumentView, parts: list[Part]) -> Iterator[Part]:
    """The parts, those joined to a target made targets: "sales to Peru, Chile and Cuba"."""
    first = [part for part in parts if part.participation is Participation.TARGET]
    heads = [view.doc[part.mention[0] : part.mention[1]].root for part in first]
    joined = {token.i for head in heads for token in head.conjuncts if token.i > head.i} | _listed(view, parts)
    for part in parts:
        is_joined = any(token in joined for token in range(*part.mention))
        yield replace(part, participation=Participation.TARGET) if is_joined else part


def _listed(view: DocumentView, parts: list[Part]) -> set[int]:
    """Tokens of the names in a list of three and more that begins with a target, however the tree joins them."""
    run: list[Part] = []
    found: set[int] = set()
    for part in sorted(parts, key=lambda one: one.mention):
        is_next = bool(run) and LISTING.issuperset(view.lower[run[-1].mention[1] : part.mention[0]])
        run = [*run, part] if is_next else [part]
        is_list = len(run) > MOST_PAIR and run[0].participation is Participation.TARGET
        found |= {one.mention[0] for one in run} if is_list else set()
    return found


def _on_its_side(part: Part, acting: list[Phrase], receiving: list[Phrase]) -> Part:
    """A participant that the grammar has on the other side changes over."""
    is_acting = any(part.chain == phrase.chain for phrase in acting)
    is_receiving = any(part.chain == phrase.chain for phrase in receiving)
    if is_acting and not is_receiving:  # no act has hosts and attendees
        return replace(part, participation=Participation.SOURCE)
    if is_receiving and not is_acting and part.participation is Participation.SOURCE:
        return replace(part, participation=Participation.TARGET)
    return part


def _parts(phrases: Iterable[Phrase], participation: Participation, known: set[int]) -> list[Part]:
    found: dict[int, Part] = {}
    for phrase in phrases:
        if phrase.chain is not None and phrase.mention is not None and phrase.chain not in known:
            found.setdefault(phrase.chain, Part(phrase.chain, participation, phrase.mention, SURENESS))
    return list(found.values())


def _acting(view: DocumentView, trigger: "Token") -> list[Phrase]:
    """Who does it: the subject of the verb, or of the verb that carries the noun."""
    is_noun = trigger.pos_ in ("NOUN", "PROPN")
    own = [one for one, case in cased(trigger) if is_noun and case == "by"]  # "the test by Chad was condemned by Peru"
    if own:
        return [phrase for token in own for phrase in names_of(view, token)]
    verb = trigger.head if is_noun and trigger.dep_ in ("obj", "nsubj:pass") else trigger
    if is_noun and verb is trigger:
        return []
    found = [phrase for token in _subjects(verb) for phrase in names_of(view, token)]
    return found or _spoken_of_before(view, verb)


def _spoken_of_before(view: DocumentView, verb: "Token") -> list[Phrase]:
    """The state or body that "it" means, of which the sentence before speaks: "Peru closed the border. It accused"."""
    start = view.sentence_of(verb.i)[0]
    is_it = any(token.lower_ == "it" and token.i - start <= MOST_BEFORE_IT for token in agents(verb, 0))
    if not is_it or start == 0:
        return []
    first, end = view.sentence_of(start - 1)
    roots = [token for token in view.doc[first:end] if token.dep_ == "ROOT" and token.pos_ == "VERB"]
    named = [phrase for root in roots for token in agents(root, 0) for phrase in names_of(view, token)]
    return named if len(named) == 1 and named[0].kind in (PhraseKind.BODY, PhraseKind.PLACE) else []


def _giving(view: DocumentView, trigger: "Token") -> list[Phrase]:
    """Whose invitation it is: "at Sol's request", "at the invitation of Sol"; titles before the name are no names."""
    if trigger.lower_ not in GIVEN:
        return []
    owners = [child for child in trigger.children if child.dep_ == "nmod:poss"]
    if owners:
        return [phrase for token in owners for phrase in names_of(view, token)]
    if view.lower[trigger.i + 1 : trigger.i + 2] != ["of"]:
        return []
    return view.phrases_between(trigger.i + 2, min(trigger.i + GIVER_REACH, view.sentence_of(trigger.i)[1]))[:1]


def _subjects(verb: "Token") -> list["Token"]:
    """The subject of a verb; of "he said that he would" whoever says it."""
    subjects = _active_subjects(verb) or agents(verb)
    if subjects and subjects[0].lower_ in PRONOUNS and verb.dep_ == "ccomp" and verb.head.lower_ in REPORTING:
        return agents(verb.head)
    return subjects


def _active_subjects(verb: "Token") -> list["Token"]:
    """Subjects that the tree has for passive though they act: "the police have arrested", "Chad was engaged in"."""
    children = list(verb.children)
    is_active = any(child.dep_ == "obj" for child in children) and not any(
        child.dep_.startswith("aux") and child.lower_ in PASSIVE_VERBS for child in children
    )
    is_active = is_active or verb.lower_ in TAKING_PART
    return [child for child in children if child.dep_ in PASSIVE_SUBJECTS] if is_active else []


def _receiving(view: DocumentView, match: Match, trigger: "Token") -> list[Phrase]:
    """To whom it is done: the object, whoever it is done against or on, else whose land it is done in."""
    is_noun = trigger.pos_ in ("NOUN", "PROPN")
    acting = {token.i for token in _active_subjects(trigger)}
    own = [] if is_noun else [one for one in patients(trigger) if not match.start <= one.i < match.end]
    own = [token for token in own if token.i not in acting]
    found = [phrase for token in own for phrase in names_of(view, token)]
    near = list(_nominals(trigger, match, own))
    towards = (TOWARDS | {view.lower[match.end - 1]}) - {"by"}
    towards |= {"of"} if is_noun and trigger.lower_ not in GIVEN else set()
    found = found or [phrase for token, case in near if case in towards for phrase in names_of(view, token)]
    if not found:
        inside = [] if is_noun else [one for one in patients(trigger) if one.i not in acting]
        found = [phrase for token in inside for phrase in names_of(view, token)]
    if not found and match.trigger.plover_type in ON_A_PLACE:
        found = [phrase for token, case in near if case in THERE for phrase in names_of(view, token)]
    return found


def _nominals(trigger: "Token", match: Match, objects: list["Token"]) -> Iterator[tuple["Token", str]]:
    """What hangs on the trigger, its object or its verb by a preposition, with that."""
    heads = [trigger, *objects, *(child for child in trigger.children if match.start <= child.i < match.end)]
    if trigger.dep_ in ("obj", "nsubj:pass", "obl"):
        heads.append(trigger.head)
    for head in heads:
        yield from cased(head)


def _blamed(view: DocumentView, event: Event, trigger: "Token") -> list[Phrase]:
    """Who did or is to do what somebody condemns or demands: "protested against the killing of farmers by Chad"."""
    is_demand = event.plover_type is PloverType.REQUEST and trigger.pos_ == "VERB"
    if event.plover_type not in OF_WRONGS and not is_demand:
        return []
    carrying = [trigger.head] if trigger.dep_ in CARRIED and trigger.head.pos_ == "VERB" else []
    nouns = [one for head in (trigger, *carrying) for one in head.children if one.dep_ in BELOW | PASSIVE_SUBJECTS]
    for noun in nouns[:MOST_NOUNS]:
        nouns += [child for child in noun.children if child.dep_ in BELOW]
    found = (child for noun in nouns if noun.dep_ != "obl:agent" for child, case in cased(noun) if case == "by")
    about = (token for token, case in cased(trigger) if case in ABOUT and not is_demand)
    return [phrase for child in (*found, *about) for phrase in names_of(view, child)]
