"""Whether a place named in its sentence is where an event took place, by what the place hangs on."""

from assets.entities.events.event_lexicon import VISITS
from assets.entities.events.event_parts import Event
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


def _is_there(view: DocumentView, event: Event, place: Phrase) -> bool:
    start, end = event.match.start, event.match.end
    root = view.doc[place.start : place.end].root
    steps = steps_to(root, set(range(start, end)))
    if steps is None:
        trigger = view.doc[start:end].root
        return not are_apart(root, trigger) or any(child.lower_ == "where" for child in trigger.children)
    if event.plover_type is PloverType.CONSULT and any(is_planning(step) for step in steps[1:]):
        return True
    above = [step.dep_ for step in steps[1:]]
    if any(dep in _CLAUSES for dep in above):
        return False
    if steps and steps[0].dep_ == "nmod" and above and above[-1] in SUBJECTS:  # "officials in Lima asked"
        return event.plover_type is PloverType.CONSULT
    return event.plover_type not in SPEECH or not _ASKED_FOR.intersection(above)
