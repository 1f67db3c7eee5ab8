"""Whether a place named in its sentence is where an event took place, by what the place hangs on."""

from assets.entities.events.event_lexicon import VISITS
from assets.entities.events.event_parts import Event
from assets.entities.events.guest_places import is_of_guest
from assets.entities.events.sentence_times import SPEECH, are_apart, is_planning, steps_to
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase
from assets.entities.sentences.relations import SUBJECTS
from warehouse.tables.entities import PloverType

_CLAUSES = frozenset({"acl:relcl", "advcl:relcl", "ccomp", "advcl", "parataxis"})
_ASKED_FOR = frozenset({"xcomp", "acl", "obl", "nmod"})  # "agreed to hold talks in Kyoto": the talks are there


def own_place(view: DocumentView, event: Event) -> Phrase | None:
    """The place of an event; none for a call, nor one of the topic: "spoke on Saturday about a new round in Lima"."""
    place = event.place
    if place is None or event.mode == "phone":
        return None
    if event.match.trigger.frame in VISITS or view.sentence_at[place.start] != view.sentence_at[event.match.start]:
        return place
    return place if _is_there(view, event, place) else None


def _is_before_where(view: DocumentView, place: Phrase, end: int) -> bool:
    """Whether a place after an event stands before "where": parsers draw it into the clause, "Lima, where they signed"."""
    return place.start >= end and view.lower[place.end : place.end + 2] == [",", "where"]


def _is_of_visit(view: DocumentView, event: Event, place: Phrase) -> bool:
    """Whether who meets is said to have come there: "visited Lima and met Sol", "Gil, who arrived in Lima, met Sol"."""
    coming = view.doc[place.start : place.end].root.head
    trigger = view.doc[event.match.start : event.match.end].root
    is_joined = trigger.dep_ == "conj" and trigger.head == coming
    is_of_subject = coming.dep_ == "acl:relcl" and coming.head.head == trigger and coming.head.dep_ in SUBJECTS
    if place.end <= event.match.start:
        return is_joined or is_of_subject
    return is_of_guest(view, place, event.match.end) or (coming.lower_ == "visiting" and trigger in coming.ancestors)


def _is_there(view: DocumentView, event: Event, place: Phrase) -> bool:
    start, end = event.match.start, event.match.end
    if _is_before_where(view, place, end) or (event.mode == "meeting" and _is_of_visit(view, event, place)):
        return True
    root, trigger = view.doc[place.start : place.end].root, view.doc[start:end].root
    steps = steps_to(root, set(range(start, end)))
    if steps is None:
        return not are_apart(root, trigger) or any(child.lower_ == "where" for child in trigger.children)
    if event.plover_type is PloverType.CONSULT and any(is_planning(step) for step in steps[1:]):
        return True
    above = [step.dep_ for step in steps[1:]]
    if any(dep in _CLAUSES for dep in above):
        return False
    if steps and steps[0].dep_ == "nmod" and above and above[-1] in SUBJECTS:  # "officials in Lima asked"
        return event.plover_type is PloverType.CONSULT
    return event.plover_type not in SPEECH or not _ASKED_FOR.intersection(above)
