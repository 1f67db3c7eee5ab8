"""Whether a sentence tells an event as held, planned, cancelled, denied or merely possible."""

import re

from assets.entities.events.denials import is_denied
from assets.entities.events.event_lexicon import Frame, Match, trigger_of
from assets.entities.events.event_slots import Slots
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import PhraseKind
from assets.entities.times.tense import Tense, tense_at
from warehouse.tables.entities import Realis

_VERB_GROUP = 9  # tokens before a trigger that its negations and modals stand in
_LAST_WORDS = 5  # words right before a verb that make it an infinitive or a plan
_LAST_WORDS_OF_NOUN = 4
_JOURNEY_REACH = 40  # tokens between a journey and what it was for
_AFTER_EVENT = 10  # tokens after an event in which it is called off
_CANCELLED = re.compile(r"\b(?:cancel\w*|called? off|calling off|postpone\w*|suspend\w*|scrapp?\w*)\b")
_CALLED_OFF = re.compile(
    r"(?:[a-z]+ ){0,4}?(?:was|were|been|is|but)(?: [a-z]+)? (?:cancel|called off|postpone|suspend|scrap)"
    r"|[a-z ]{0,40}?but (?:cancel|postpone|called off)"
)
_NEGATED = re.compile(
    r"\b(?:not|n't|n’t|never|without|refus\w+ to|declin\w+ to|fail\w+ to|denied|denies|neither|"
    r"no (?:plans?|intention|meeting|talks))\b"
)
_HYPOTHETICAL = re.compile(
    r"\b(?:if|could|might|may|should|can|unless|whether|possib\w+|potential|propos\w+|offer\w+|invit\w+|urg\w+|ask\w*|"
    r"want\w*|wish\w*|hop(?:es|ed|ing)|ready to|willing\w* to|desire to|interest in|request\w*|call\w* for|call\w* on|"
    r"consider\w*|seek\w*|sought to|open to)\b"
)
_HELD = re.compile(
    r"\b(?:able to|managed to|"
    r"(?:had|was|were|is|am|are|'m|’m|'re|’re) (?:very |so |the |an )?(?:opportunity|pleas\w+|honou?r\w*|delighted|"
    r"happy|glad|proud) to|used to|"
    r"in addition to|prior to|since|welcome\w* to)\b"
)
_FINITE = re.compile(r"\b(?:held|met|had|has|said|was|were|spoke|arrived|visited|took|discussed)\b")
_WOULD = re.compile(r"\bwould\b")
_REPORTED = re.compile(r"\b(?:said|announced|confirmed|told|added|reported)\b")
_WILL = re.compile(r"\b(?:will|shall|'ll|’ll)\b")
_PLANNED_VERB = re.compile(
    r"\b(?:to|look(?:s|ed|ing)? forward to|upcoming|expected|scheduled|slated|plans?|planned|due|set|intends?|"
    r"prepar\w+|ahead of|agree[sd]? to|vow(?:s|ed)? to|pledge[sd]? to)"
    r"(?: (?:also|then|be|personally|\w+ly|have))*$"
)
_JOURNEY = re.compile(
    r"\b(?:travell?ed|flew|went|came|visited|returned|journeyed)\b(?! (?:to )?be\b)[^;]*"
    r"\b(?:to(?: also| \w+ly)?|for(?: \w+){0,3})$"
)
_STAYED = re.compile(r"\b(?:was|were|is|are) (?:back |also )?in(?: \w+){1,3}(?: on \w+)? for(?: \w+){0,3}$")
_DEPARTED = re.compile(r"\b(?:left|departed|set off|set out)\b[^;]*\bfor(?: \w+){0,3}$")
_POSSIBLE_NOUN = re.compile(r"\b(?:possible|potential|proposed|eventual|hypothetical)\b")
_PLANNED_NOUN = re.compile(
    r"\b(?:upcoming|forthcoming|scheduled|planned|next|future|ahead of|before|prior to|for)\b[^,]*$"
)
_HELD_NOUN = re.compile(r"\b(?:after|during|following|at|in|since|concluded|held|had)\b[^,]*$")
_NEXT_VERB = re.compile(
    r"\b(?:will|said|says|told|stressed|noted|added|announced|was|were|is|are|has|have|had|[a-z]{3,}ed)\b"
)
_WISHED_NOUN = re.compile(
    r"\b(?:would|could|might|may|if|propos\w+|invit\w+|urg\w+|call\w* for|offer\w*|"
    r"encourag\w+|promot\w+|advanc\w+|support\w* for)\b"
)
_AWAITED = re.compile(r"\b(?:will|expect\w*|scheduled|plan\w*|to)\b")


def realis_of(view: DocumentView, match: Match, slots: Slots, planned_before: int | None = None) -> Realis:
    """Whether the sentence tells the event as held, planned, cancelled, denied or possible.

    ``planned_before`` is the token after a planned event of the same sentence, which holds until a new verb.
    """
    start = _clause_start(view, match, slots)
    near = view.words(max(start, match.start - _VERB_GROUP), match.start)
    after = view.words(slots.end, min(slots.end + _AFTER_EVENT, _sentence_end(view, match)))
    if _CANCELLED.search(near) or _CALLED_OFF.match(after):
        return Realis.CANCELLED
    if _NEGATED.search(near) and _is_denied(view, match):
        return Realis.NEGATED
    if _is_conditional(view, match, slots):
        return Realis.HYPOTHETICAL
    return _realis_of_clause(view, match, slots, planned_before)


def _is_denied(view: DocumentView, match: Match) -> bool:
    token = trigger_of(view, match)
    return not token.tag_ or is_denied(token)  # tests of single rules have no syntax


def _realis_of_clause(view: DocumentView, match: Match, slots: Slots, planned_before: int | None) -> Realis:
    """Held, planned or possible, of an event that is neither denied nor called off."""
    start = _clause_start(view, match, slots)
    if is_purpose(view, match, slots):
        return Realis.ASSERTED
    if not match.trigger.is_noun:
        return _realis_of_verb(view, match, view.words(start, match.start))
    near = view.words(max(start, match.start - _VERB_GROUP), match.start)
    if planned_before is not None and not _FINITE.search(view.words(planned_before, match.start)):
        return Realis.PLANNED
    return _realis_of_noun(view, match, near)


def is_purpose(view: DocumentView, match: Match, slots: Slots) -> bool:
    """True for "travelled to Kyiv to meet Sol": what somebody made a journey for normally took place."""
    before = view.words(max(_clause_start(view, match, slots), match.start - _JOURNEY_REACH), match.start)
    if match.trigger.frame is Frame.VISIT_NOUN and _DEPARTED.search(before):
        return True
    is_there = _JOURNEY.search(before) or _STAYED.search(before)
    return bool(is_there) and not (_WILL.search(before) or _WOULD.search(before))


def _is_conditional(view: DocumentView, match: Match, slots: Slots) -> bool:
    """True for "if Modi meets Xi"."""
    first = min([match.start, *(phrase.start for phrase in slots.subjects if phrase.end <= match.start)])
    return first > 0 and view.lower[first - 1] in ("if", "unless", "whether")


def _realis_of_verb(view: DocumentView, match: Match, before: str) -> Realis:
    if _WOULD.search(before):
        sentence = view.words(view.sentence_of(match.start)[0], match.start)
        return Realis.PLANNED if _REPORTED.search(sentence) else Realis.HYPOTHETICAL
    if _HYPOTHETICAL.search(before):
        return Realis.HYPOTHETICAL
    if _HELD.search(before):
        return Realis.ASSERTED
    is_planned = _WILL.search(before) or _PLANNED_VERB.search(" ".join(before.split()[-_LAST_WORDS:]))
    return Realis.PLANNED if is_planned else Realis.ASSERTED


def _realis_of_noun(view: DocumentView, match: Match, near: str) -> Realis:
    group = " ".join(near.split()[-_LAST_WORDS_OF_NOUN:])
    if _POSSIBLE_NOUN.search(group):
        return Realis.HYPOTHETICAL
    following = _NEXT_VERB.search(view.words(match.end, _sentence_end(view, match)))
    is_ahead = following is not None and following.group() == "will"
    if _PLANNED_NOUN.search(group) or (is_ahead and _HELD_NOUN.search(group)):
        return Realis.PLANNED
    if _HELD_NOUN.search(group):
        return Realis.ASSERTED
    if _WISHED_NOUN.search(near):
        return Realis.HYPOTHETICAL
    return Realis.PLANNED if _is_awaited(view, match) else Realis.ASSERTED


def _is_awaited(view: DocumentView, match: Match) -> bool:
    """True when the verb that governs a noun speaks of what is to come: "his agenda will include a meeting with"."""
    start = view.doc[match.start].idx
    if tense_at(view.text, start, start + 1) is not Tense.FUTURE:
        return False
    before = view.words(view.sentence_of(match.start)[0], match.start)
    return bool(_AWAITED.search(before)) or "will" in view.lower[match.end : _sentence_end(view, match)]


def _sentence_end(view: DocumentView, match: Match) -> int:
    return view.sentence_of(match.start)[1]


def _clause_start(view: DocumentView, match: Match, slots: Slots) -> int:
    """Where the words that govern the trigger begin: after its subject, else a few tokens back in its sentence."""
    sentence = view.sentence_of(match.start)[0]
    ends = [
        phrase.end
        for phrase in slots.subjects
        if phrase.end <= match.start and phrase.kind is not PhraseKind.POSSESSIVE
    ]
    return max([sentence, *ends]) if ends else max(sentence, match.start - _VERB_GROUP)
