"""Events that one sentence tells by two of its words: "held talks", "signed a memorandum"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import OBJECTS, SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import PloverType, Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

TALKING = word_set(
    "discuss discussed discussing review reviewed reviewing address addressed addressing speak talk talked talking engage "
    "exchange exchanged exchanging"
)
MEETING = word_set("meet meets met meeting convene convened gather gathered speak spoke")
AT_AN_OCCASION = word_set(
    "chair chaired chairs chairing host hosted hosts hosting join joined joins joining attend attended attends attending "
    "convene convened convenes convening open opened opens launch launched launches hold held holds "
    "engage engaged engages engaging"
)
SERIES = word_set("round rounds series session sessions cycle")
INCLUDING = word_set("include includes included including featured")
SENT = (PloverType.AID, PloverType.SANCTION)
STANCES = (PloverType.AGREE, PloverType.SUPPORT)
PHONE, VISIT = "phone", "visit"
_NEAR = 4  # tokens between two words for the same act


def without_repeats(view: DocumentView, events: Sequence[Event]) -> list[Event]:
    """The events of a sentence without those that another of them tells in nearly the same words."""
    kept: list[Event] = []
    for event in events:
        same = next((one for one in kept if _is_same(view, one, event)), None)
        if any(_is_aim(view, one, event) for one in kept):
            continue
        if same is None:
            kept.append(event)
        else:
            kept[kept.index(same)] = _fuller(view, same, event)
    return kept


def _fuller(view: DocumentView, one: Event, other: Event) -> Event:
    """The surer of two tellings; of "hosted a conference" what the verb says, that it was held."""
    less, fuller = sorted((other, one), key=lambda event: (event.confidence, len(event.parts)))
    is_under_way = any(child.lower_ == "being" for child in trigger_of(view, less.match).children)
    is_held = (
        fuller.plover_type is PloverType.CONSULT
        and fuller.realis is Realis.PLANNED
        and less.realis is Realis.ASSERTED
        and not is_under_way  # "the visit is being coordinated" is no visit yet
    )
    mode = PHONE if PHONE in (one.mode, other.mode) else fuller.mode
    return replace(fuller, mode=mode, realis=Realis.ASSERTED if is_held else fuller.realis)


def _is_same(view: DocumentView, one: Event, other: Event) -> bool:
    """True for the same act of the same sides, one word of it hanging on the other."""
    if one.plover_type is not other.plover_type:
        return False
    is_in_object = _is_in_object(view, one, other)
    first, second = ({part.chain for part in each.parts} for each in (one, other))
    if not (first <= second or second <= first):
        return is_in_object and one.plover_type in SENT
    if is_in_object or any(is_one(view, one, other) for is_one in (_is_of_meeting, _is_of_journey, _is_means)):
        return True
    if one.realis is not other.realis:
        return False
    if _is_of_occasion(view, one, other):
        return True
    is_near = one.mode == other.mode and other.match.start - one.match.end <= _NEAR
    return is_near and _hangs_on(view, one, other)


def _is_of_occasion(view: DocumentView, one: Event, other: Event) -> bool:
    """True for "joined them for a summit", "At the summit, Sol met Gil"."""
    if one.plover_type is not PloverType.CONSULT:
        return False
    verb, noun = (trigger_of(view, each.match) for each in (one, other))
    if not noun.tag_.startswith("N"):
        verb, noun, one, other = noun, verb, other, one
    if noun.head.lower_ in ("sidelines", "margins") or (noun.dep_ == "nmod" and noun.head.lower_ in SERIES):
        noun = noun.head
    case = next((child.lower_ for child in noun.children if child.dep_ == "case"), "")
    if verb.lower_ in TALKING and case in ("in", "during", "over", "by"):  # "discussed the quota in a phone call"
        return verb in (noun.head, noun.head.head)
    if noun.head != verb or noun.dep_ not in ("obj", "obl"):
        return False
    is_there = other.mode == "multilateral" and one.mode != "visit" and case in ("at", "on", "in")
    return verb.lower_ in AT_AN_OCCASION or is_there


def _is_of_journey(view: DocumentView, one: Event, other: Event) -> bool:
    """True for "arrived on Friday for a state visit": who has come is on the visit."""
    verb, noun = (trigger_of(view, each.match) for each in (one, other))
    is_visit = one.mode == other.mode == VISIT and noun.tag_.startswith("N")
    case = next((child.lower_ for child in noun.children if child.dep_ == "case"), "")
    return is_visit and noun.head == verb and noun.dep_ == "obl" and case in ("on", "for")


def _is_of_meeting(view: DocumentView, one: Event, other: Event) -> bool:
    """True for "the mechanism will meet", "convened a ministerial", "the dialogue, which included discussions"."""
    if one.plover_type is not PloverType.CONSULT:
        return False
    first, second = (trigger_of(view, each.match) for each in (one, other))
    verb, noun = (second, first) if first.tag_.startswith("N") else (first, second)
    if not noun.tag_.startswith("N"):
        return False
    if verb.tag_.startswith("N"):
        return second.head.lower_ in INCLUDING and second.dep_ == "obj" and second.head.head == first
    if verb == noun:
        return False
    while noun.dep_ == "compound" or (noun.dep_ == "nmod" and noun.head.lower_ in SERIES):
        noun = noun.head
        if noun == verb:  # "held a second round" tells the talks that it is a round of
            return True
    return noun.head == verb and noun.dep_ in SUBJECTS | OBJECTS and verb.lower_ not in TALKING


def _is_means(view: DocumentView, one: Event, other: Event) -> bool:
    """True for "the airstrike killed nine": the blow and what came of it."""
    noun, verb = (trigger_of(view, each.match) for each in (one, other))
    is_blow = one.plover_type is PloverType.ASSAULT and noun.tag_.startswith("N")
    return is_blow and noun.head == verb and noun.dep_ in SUBJECTS


def _is_in_object(view: DocumentView, one: Event, other: Event) -> bool:
    """True for "announced $47 million in aid": the noun says what the verb does, however far into its object."""
    verb, noun = (trigger_of(view, each.match) for each in (one, other))
    while noun.dep_ in ("nmod", "compound") and noun.head.tag_.startswith(("N", "CD", "$")):
        noun = noun.head
    is_sum = noun.dep_ == "obl" and any(child.lower_ == "in" for child in noun.children)
    if noun.head != verb or not (noun.dep_ == "obj" or (is_sum and one.plover_type in SENT)):
        return False
    is_stance = one.plover_type in STANCES and one.mode == other.mode  # "welcomed the signing" tells two
    return is_stance or one.plover_type in SENT


def _is_aim(view: DocumentView, one: Event, other: Event) -> bool:
    """True for "discuss" in "will travel to Lebanon to discuss energy": what one meets or travels for, of nobody else."""
    if not (one.plover_type is other.plover_type is PloverType.CONSULT) or one.match.start > other.match.start:
        return False
    upper, lower = (trigger_of(view, each.match) for each in (one, other))
    parts, others = ({part.chain for part in each.parts} for each in (one, other))
    is_below = upper in lower.ancestors and lower.dep_ in ("xcomp", "advcl", "acl", "acl:relcl", "conj", "ccomp")
    is_what_for = lower.dep_ in ("xcomp", "advcl") and upper.lower_ in MEETING and not _has_partner(lower)
    return is_below and lower.lower_ in TALKING and (others <= parts or is_what_for)


def _has_partner(verb: "Token") -> bool:
    """True for "discuss with", "talk to": it is told with whom."""
    return any(one.lower_ in ("with", "to") and one.dep_ == "case" for child in verb.children for one in child.children)


def _hangs_on(view: DocumentView, one: Event, other: Event) -> bool:
    """True where one trigger depends on the other, or is joined to it: "arrests and detentions"."""
    first, second = (trigger_of(view, each.match) for each in (one, other))
    lower, upper = (first, second) if first.head == second else (second, first)
    return lower.head == upper and lower.dep_ in (
        "obj",
        "obl",
        "nsubj",
        "nsubj:pass",
        "xcomp",
        "nmod",
        "compound",
        "conj",
    )
