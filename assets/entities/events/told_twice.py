"""Events that one sentence tells by two of its words: "held talks", "signed a memorandum"."""

from collections.abc import Sequence

from assets.entities.events.event_parts import Event
from assets.entities.sentences.document_view import DocumentView

_NEAR = 4  # tokens between two words for the same act


def without_repeats(view: DocumentView, events: Sequence[Event]) -> list[Event]:
    """The events of a sentence without those that another of them tells in nearly the same words."""
    kept: list[Event] = []
    for event in events:
        same = next((one for one in kept if _is_same(view, one, event)), None)
        if same is None:
            kept.append(event)
        elif (event.confidence, len(event.parts)) > (same.confidence, len(same.parts)):
            kept[kept.index(same)] = event
    return kept


def _is_same(view: DocumentView, one: Event, other: Event) -> bool:
    """True for the same act of the same sides, one word of it hanging on the other."""
    if (one.plover_type, one.mode, one.realis) != (other.plover_type, other.mode, other.realis):
        return False
    first, second = ({part.chain for part in each.parts} for each in (one, other))
    is_of_same = first <= second or second <= first
    return is_of_same and other.match.start - one.match.end <= _NEAR and _hangs_on(view, one, other)


def _hangs_on(view: DocumentView, one: Event, other: Event) -> bool:
    """True where one trigger depends on the other, neither joined to it by "and"."""
    first, second = (view.doc[each.match.start : each.match.end].root for each in (one, other))
    lower, upper = (first, second) if first.head == second else (second, first)
    return lower.head == upper and lower.dep_ in ("obj", "obl", "nsubj", "nsubj:pass", "xcomp", "nmod", "compound")
