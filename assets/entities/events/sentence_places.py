"""Whether a place named in its sentence is where an event took place, by what the place hangs on."""

from itertools import takewhile
from typing import TYPE_CHECKING

from assets.entities.events.event_lexicon import VISITS
from assets.entities.events.event_parts import Event
from assets.entities.events.guest_places import is_of_guest
from assets.entities.events.sentence_times import SAYING, SPEECH, are_apart, is_planning, steps_to
from assets.entities.events.visit_frames import is_origin
from assets.entities.sentences.document_view import PLACE_NOUNS, DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.sentences.relations import SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABOUT = word_set("about regarding concerning over")
_ON = word_set("on")
_OF = word_set("of")
_PARTS = word_set(  # of a place: "at the doors of the palace"
    "door doors gate gates entrance steps seat site grounds gardens hall halls premises outskirts suburbs centre center "
    "heart north south east west region island port"
)
_OCCASIONS = word_set("visit trip tour sidelines margins occasion stopover arrival way return")
_CLAUSES = frozenset({"acl:relcl", "advcl:relcl", "ccomp", "advcl", "parataxis"})
_ASKED_FOR = frozenset({"xcomp", "acl", "obl", "nmod"})  # "agreed to hold talks in Kyoto": the talks are there


def own_place(view: DocumentView, event: Event) -> Phrase | None:
    """The place of an event; none for a call, nor one of the topic: "spoke on Saturday about a new round in Lima"."""
    place = event.place
    if place is None or event.mode == "phone":
        return None
    if is_origin(view, place) and not _is_before_where(view, place):
        return None
    if event.match.trigger.frame in VISITS or view.sentence_at[place.start] != view.sentence_at[event.match.start]:
        return place
    return place if _is_there(view, event, place) else None


def _is_before_where(view: DocumentView, place: Phrase) -> bool:
    """Whether a place stands before "where": "back from Lima, Peru, where they signed"."""
    end = place.end
    country = view.phrase_at(end + 1) if view.lower[end : end + 1] == [","] and end + 1 < len(view.lower) else None
    end = country.end if country is not None and country.kind is PhraseKind.PLACE else end
    return view.lower[end : end + 2] == [",", "where"]


def _is_of_visit(view: DocumentView, event: Event, place: Phrase) -> bool:
    """Whether who meets is said to have come there: "visited Lima and met Sol", "Gil, who arrived in Lima, met Sol"."""
    coming = view.doc[place.start : place.end].root.head
    trigger = view.doc[event.match.start : event.match.end].root
    is_joined = trigger.dep_ == "conj" and trigger.head == coming
    is_of_subject = coming.dep_ == "acl:relcl" and coming.head.head == trigger and coming.head.dep_ in SUBJECTS
    if place.end <= event.match.start:
        return is_joined or is_of_subject
    return is_of_guest(view, place, event.match.end) or (coming.lower_ == "visiting" and trigger in coming.ancestors)


def _is_of_saying(place: "Token", trigger: "Token") -> bool:
    """True in "said in a statement in Lima that Sol will meet Gil", "said after the meeting that Gil was in Lima"."""
    said = next((token for token in _below(trigger, place) if token.dep_ == "ccomp"), None)
    if said is not None:
        return place.i < said.left_edge.i
    return any(token.dep_ == "ccomp" and token.head.lower_ in SAYING for token in _below(place, trigger))


def _is_aim(place: "Token", trigger: "Token") -> bool:
    """True in "expressed his joy to visit Lima": he says it wherever he is."""
    below = _below(place, trigger)
    return any(child.dep_ == "mark" and child.lower_ == "to" for token in below for child in token.children)


def _below(one: "Token", other: "Token") -> list["Token"]:
    """The words from one to the first above it that is above the other too."""
    above = {token.i for token in (other, *other.ancestors)}
    return list(takewhile(lambda token: token.i not in above, (one, *one.ancestors)))


def _is_of_topic(place: "Token", trigger: "Token", own: set[int]) -> bool:
    """True in "briefed him about her visit to Lima", "focused on projects in Peru", "at the invitation of Peru"."""
    if _has_case(place, _OF, own) and place.head.pos_ != "PROPN" and place.head.lower_ not in PLACE_NOUNS | _PARTS:
        return place.head != trigger
    things = [one for one in _below(place.head, trigger) if one.ent_type_ != "DATE"]
    is_on = any(_has_case(one, _ON, own) and one.lower_ not in _OCCASIONS for one in things)
    return is_on or any(_has_case(one, _ABOUT, own) for one in things)


def _has_case(noun: "Token", words: frozenset[str], own: set[int]) -> bool:
    """Whether a noun stands behind one of the prepositions, none that an event is told with: "called on Sol in Lima"."""
    return any(child.dep_ == "case" and child.lower_ in words and child.i not in own for child in noun.children)


def _is_apart(event: Event, place: "Token", trigger: "Token") -> bool:
    """Whether a place that does not hang on an event is that of other words of the sentence."""
    if any(child.lower_ == "where" for child in trigger.children):
        return False
    if place.dep_ == "compound" or are_apart(place, trigger):  # "will meet him during her Peru trip"
        return True
    is_consult = event.plover_type is PloverType.CONSULT
    return _is_of_saying(place, trigger) if is_consult else event.plover_type in SPEECH and _is_aim(place, trigger)


def _is_there(view: DocumentView, event: Event, place: Phrase) -> bool:
    start, end = event.match.start, event.match.end
    # parsers draw a place behind the event into the clause: "signed it in Lima, where ..."
    if place.start >= end and _is_before_where(view, place):
        return True
    if event.mode == "meeting" and _is_of_visit(view, event, place):
        return True
    own = set(range(start, end))
    root, trigger = view.doc[place.start : place.end].root, view.doc[start:end].root
    is_consult = event.plover_type is PloverType.CONSULT
    steps = steps_to(root, own)
    if (is_consult and _is_of_topic(root, trigger, own)) or (steps is None and _is_apart(event, root, trigger)):
        return False
    return steps is None or _hangs_there(event, steps)


def _hangs_there(event: Event, steps: list["Token"]) -> bool:
    """Whether a place that hangs on an event by ``steps`` is where it took place."""
    is_consult = event.plover_type is PloverType.CONSULT
    if is_consult and any(is_planning(step) for step in steps[1:]):
        return True
    above = [step.dep_ for step in steps[1:]]
    if any(dep in _CLAUSES for dep in above):
        return False
    if steps and steps[0].dep_ == "nmod" and above and above[-1] in SUBJECTS:  # "officials in Lima asked"
        return is_consult
    is_signed_there = event.mode == "signature" and all(
        step.lower_ in PLACE_NOUNS or step.dep_ in ("obj", "nsubj:pass") for step in steps[1:]
    )
    return event.plover_type not in SPEECH or is_signed_there or not _ASKED_FOR.intersection(above)
