"""Offices without a name that take part in an event, where the text's own words leave a country or people in their place.

Of "Sol met the Ukrainian Foreign Minister" Ukraine takes part, until somebody knows who the minister is.
"""

from typing import TYPE_CHECKING

from assets.entities.coreference.unnamed_offices import UnnamedOffice, unnamed_offices
from assets.entities.events.event_parts import Event, Part
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import OBLIQUES, OWNERS

if TYPE_CHECKING:
    from spacy.tokens import Token

COUNTRIES = frozenset({"GPE", "NORP"})


def office_of(view: DocumentView, event: Event, part: Part) -> UnnamedOffice | None:
    """The office in whose place a country, or its people, takes part; None where it takes part itself.

    Its words name the country, or nothing else in the sentence does.
    """
    chain = view.doc._.chains[part.chain]
    if chain.label not in COUNTRIES or chain.country_id is None or part.is_place:
        return None
    start, end = view.sentence_of(event.match.start)
    offices = [
        office
        for office in unnamed_offices(view.doc)
        if start <= office.start and office.end <= end and office.country_id == chain.country_id
    ]
    around = next((one for one in offices if one.start <= part.mention[0] and part.mention[1] <= one.end), None)
    is_told_elsewhere = any(start <= first < end for first, _ in chain.mentions)
    meant = around or (offices[0] if len(offices) == 1 and not is_told_elsewhere else None)
    return meant if meant is not None and _takes_part(view, event, meant) else None


def _takes_part(view: DocumentView, event: Event, office: UnnamedOffice) -> bool:
    """Whether the office itself does, not what belongs to it: "the wife of the Mexican president", "his letter"."""
    token: Token = view.doc[office.start : office.end].root
    while token.dep_ == "conj":
        token = token.head
    is_of_trigger = event.match.start <= token.head.i < event.match.end
    return is_of_trigger or token.dep_ not in (*OWNERS, *OBLIQUES) or token.head.pos_ in ("VERB", "AUX")
