"""Acts that those named with "with" do alike: "signed a treaty with Peru", "agreed with Peru", "swapped prisoners with"."""

from dataclasses import replace
from itertools import islice

from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event, Part
from assets.entities.sentences.document_view import DocumentView
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType

_EXCHANGING = word_set("exchange exchanges exchanged exchanging swap swaps swapped swapping")
_AGREEING = word_set("agree agrees agreed agreeing")
_TYING = word_set(
    "establish establishes established formalize formalized resume resumes resumed restore restores restored"
)
_TIES = word_set("relations ties")
_SIGNATURE = "signature"
_STEPS = 2  # up to the act: "signed an agreement on mining with"


def with_partners(view: DocumentView, event: Event) -> Event:
    """The event, those with whom somebody signs, agrees or exchanges told as doing so themselves."""
    if not _is_mutual(view, event):
        return event
    own = set(range(event.match.start, event.match.end))
    if event.plover_type is not PloverType.AGREE:  # "agreed to trade with Peru": Peru has agreed to nothing
        own |= {child.i for child in trigger_of(view, event.match).children}
    parts = (
        replace(part, participation=Participation.SOURCE) if _is_partner(view, part, own) else part
        for part in event.parts
    )
    return replace(event, parts=tuple(parts))


def _is_mutual(view: DocumentView, event: Event) -> bool:
    words = set(view.lower[event.match.start : event.match.end])
    kind = event.plover_type
    return (
        (kind is PloverType.SUPPORT and (event.mode == _SIGNATURE or bool(words & _TYING and words & _TIES)))
        or (kind is PloverType.AGREE and bool(words & _AGREEING))
        or (kind is PloverType.RETREAT and bool(words & _EXCHANGING))
    )


def _is_partner(view: DocumentView, part: Part, own: set[int]) -> bool:
    """Whether somebody to whom it is done stands after "with", which hangs on the act or on what is signed."""
    if part.participation is not Participation.TARGET:
        return False
    token = view.doc[part.mention[0] : part.mention[1]].root
    while token.dep_ in ("conj", "flat", "appos", "nmod:desc", "nmod:poss", "amod", "compound") and token.head != token:
        token = token.head
    is_with = any(child.dep_ == "case" and child.lower_ == "with" for child in token.children)
    return is_with and any(above.i in own for above in islice(token.ancestors, _STEPS))
