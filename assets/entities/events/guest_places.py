"""Where a meeting took place whose sentence says where the guest had come: "received Sol, who is on a visit to Lima"."""

from assets.entities.events.event_lexicon import Match
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.word_sets import word_set

_COMING = word_set(
    "arrived is are currently visiting paying visit trip tour official working state two-day three-day two three day - "
    "short brief first came today yesterday earlier paid courtesy call"
)
_LITTLE = word_set("in to on at a an the his her their here him them")


def place_of_guest(view: DocumentView, match: Match) -> Phrase | None:
    """The place of the guest named behind a meeting."""
    if match.trigger.mode != "meeting":
        return None
    behind = view.phrases_between(match.end, view.sentence_of(match.start)[1])
    return next((one for one in behind if one.kind is PhraseKind.PLACE and is_of_guest(view, one, match.end)), None)


def is_of_guest(view: DocumentView, place: Phrase, end: int) -> bool:
    """Whether a place behind a meeting, whose words end at ``end``, is the one that its guest has come to."""
    start = view.place_start(place) or place.start
    who = next((index for index in range(start - 1, end - 1, -1) if view.lower[index] == "who"), None)
    between = [] if who is None else [word for word in view.lower[who + 1 : place.start] if word not in _LITTLE]
    return bool(between) and set(between) <= _COMING and view.sentence_at[place.start] == view.sentence_at[end - 1]
