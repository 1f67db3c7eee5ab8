"""The type of an event where the words beside its trigger settle it: "reaffirmed support" is no promise."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.denials import NEGATIONS
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import OBJECTS
from warehouse.tables.entities import PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

AFTER = 8  # tokens after a trigger that say what is affirmed
BEFORE = 6
DEEDS = (PloverType.ASSAULT, PloverType.COERCE, PloverType.SANCTION, PloverType.MOBILIZE)
AGREEING = (PloverType.AGREE, PloverType.SUPPORT, PloverType.COOPERATE)
AGREEING_OR_MEETING = (*AGREEING, PloverType.CONSULT)
RIVALS_OF_CLOSURE = (PloverType.COERCE, PloverType.RETREAT, PloverType.MOBILIZE)
RESTRAINTS = (PloverType.SANCTION, PloverType.COERCE)
GIVING = (
    PloverType.AGREE, PloverType.AID, PloverType.COOPERATE, PloverType.CONCEDE, PloverType.RETREAT, PloverType.SUPPORT
)  # fmt: skip
WILL = frozenset({"will", "would", "wo"})
REAFFIRMING = re.compile(r"(?:re)?affirm\w*|re-?iterat\w*|underscor\w*|underlin\w*|restat\w*|renew\w*")
PROMISED = re.compile(r"\b(?:commitments?|committed|willing\w*|ready|readiness|remains?|pledges?|will)\b")
DEMANDED = re.compile(
    r"\b(?:support for|call for|demand for|position on) (?:the |an? )?(?:\w+ (?:and \w+ )?)?"
    r"(?:release|withdrawal|end|ceasefire)\b"
)
BACKED = re.compile(r"\b(?:support|solidarity|alliances?|friendship|sovereignty|territorial integrity|backing|ties)\b")
LIFTING = re.compile(
    r"lift\w*|eas(?:e|ed|es|ing)|soften\w*|remov\w*|unfr\w+|relax\w*|unblock\w*|loosen\w*|shorten\w*|abolish\w*|"
    r"scrap\w*|rescind\w*|repeal\w*|revok\w+"
)
OBLIGING = frozenset({"should", "must"})
CONCLUDING = re.compile(r"conclud\w*|complet\w*|finish\w*|wrap\w*|beg[aiu]n|begins?|start\w*|resum\w*|continu\w*")
TALKS = frozenset({"talks", "negotiations", "consultations", "meeting", "meetings", "round", "session", "summit"})
SIGNING = re.compile(r"signed|ink(?:ed|s|ing)|initial(?:l?ed|l?ing)")
DOCUMENTS = re.compile(
    r"(?:agreement|accord|memorandum|treaty|pact|deal|protocol|declaration|document|communique|communiqué|contract|mou|"
    r"covenant|charter)s?|memoranda|treaties"
)
EXCHANGING = re.compile(r"exchang\w*|swap\w*")
BOMBED = frozenset({"on", "against", "inside", "into"})
FILING = re.compile(r"fil(?:e|ed|es|ing)|lodg\w+|register\w*|submit\w*|deliver\w*|note")
NOTES = frozenset({"diplomatic", "formal", "official", "verbal"})
CLOSING = re.compile(r"clos\w+|shut\w*|seal\w*")
BORDERS = re.compile(r"\b(?:borders?|border crossings?|crossing points?|crossings|checkpoints?|airspace|frontier)\b")
CAPTIVES = frozenset({"prisoners", "hostages", "captives", "detainees", "bodies", "remains", "pows"})
VISITS = frozenset({"visit", "trip", "tour"})
DESIGNATING = re.compile(r"designat\w+")
NAMED_AS = re.compile(r"^(?:[\w.-]+ ){0,4}?as ")
OBJECTING = re.compile(r"objections?|opposition|criticisms?|complaints?")
SUMMONING = re.compile(r"summon\w*|called|call|calling")
# what one is summoned for: "called in Gil and warned him", "summoned to receive a note of protest"
REPROACHES = re.compile(
    r"\b(?:protest\w*|complain\w*|remarks|demarches?|démarches?|representations?|warn\w*|ambassadors?|envoys?|chargés?|"
    r"diplomats?|over)\b"
)
CALLED_OFF = re.compile(r"\b(?:cancel\w*|postponed|put off|called off|suspended|scrapped) at\b")


def with_type(view: DocumentView, event: Event) -> Event:
    """The event with the type that its words settle, if they do."""
    token = trigger_of(view, event.match)
    other = _settled(view, event, token) if token.tag_ else None
    if other is None or other[0] is event.plover_type:
        return event
    plover_type, mode = other
    trigger = replace(event.match.trigger, plover_type=plover_type, mode=mode)
    return replace(event, match=replace(event.match, trigger=trigger), mode=mode)


def _settled(view: DocumentView, event: Event, token: "Token") -> tuple[PloverType, str] | None:
    """Type and mode of an event, None where nothing speaks against its own."""
    word, after = token.lower_, _after(view, token)
    if REAFFIRMING.fullmatch(word):
        return _affirmed(after)
    if event.plover_type in DEEDS and any(child.lower_ in OBLIGING for child in token.children):
        return PloverType.REQUEST, "yield"
    if event.plover_type in RESTRAINTS and token.tag_.startswith("N") and _is_lifted(token):
        return PloverType.CONCEDE, ""
    if DESIGNATING.fullmatch(word):
        is_naming = any(child.dep_ == "xcomp" for child in token.children) or NAMED_AS.search(after) is not None
        return (PloverType.SUPPORT, "recognition") if is_naming else (PloverType.SANCTION, "")
    is_off = word == "request" and CALLED_OFF.search(_before(view, token)) is not None
    if is_off or (event.plover_type in GIVING and is_refused(token)):
        return PloverType.REJECT, "meet" if is_off else ""
    is_urging = word.startswith("remind") or (word.startswith("push") and after.startswith(("to ", "for ")))
    return (PloverType.REQUEST, "yield") if is_urging else _by_object(view, event, token)


def _affirmed(after: str) -> tuple[PloverType, str] | None:
    """What is affirmed: "the commitment to", "support for the release of", "support for"."""
    if DEMANDED.search(after):
        return PloverType.REQUEST, "yield"
    promised, backed = PROMISED.search(after), BACKED.search(after)
    if promised and not (backed and backed.start() < promised.start()):
        return PloverType.AGREE, "promise"
    return (PloverType.SUPPORT, "statement") if backed else None


def _is_summons(view: DocumentView, verb: "Token") -> bool:
    """True for "called in the envoy", "had summoned Gil to deliver a protest": a rebuke, not a request to come."""
    if SUMMONING.fullmatch(verb.lower_) is None or not verb.tag_.startswith("V"):
        return False
    is_called_in = view.words(verb.i + 1, verb.i + 2) == "in"
    summoned = (child.lower_ for child in verb.children if child.dep_ == "nsubj:pass")  # "the envoy was summoned"
    words = " ".join((*summoned, view.words(verb.i, view.sentence_of(verb.i)[1])))
    is_rebuke = REPROACHES.search(words) is not None
    return is_rebuke and (is_called_in or verb.lower_.startswith("summon"))


def _is_border(view: DocumentView, verb: "Token") -> bool:
    """True for "closed two of its crossings with Chad", "the border was sealed"."""
    objects = (child for child in verb.children if child.dep_ in OBJECTS)
    return any(BORDERS.search(view.words(one.left_edge.i, one.right_edge.i + 1)) for one in objects)


def _by_object(view: DocumentView, event: Event, verb: "Token") -> tuple[PloverType, str] | None:
    """What a verb means with what hangs on it: "closed the border", "concluded her trip", "called in the envoy"."""
    if event.plover_type is PloverType.PROTEST and _is_diplomatic(verb):
        return PloverType.ACCUSE, "disapprove"
    if event.plover_type is PloverType.PROTEST and _is_bombing(verb):
        return PloverType.ASSAULT, "aerial"
    is_asking = event.plover_type in (PloverType.REQUEST, PloverType.SUPPORT)
    is_summoning = is_asking or event.plover_type is PloverType.CONSULT
    if (is_asking and OBJECTING.fullmatch(verb.lower_)) or (is_summoning and _is_summons(view, verb)):
        return PloverType.ACCUSE, "disapprove"
    if event.plover_type in AGREEING_OR_MEETING and _is_signing(verb):
        return PloverType.SUPPORT, "signature"
    if event.plover_type in RIVALS_OF_CLOSURE and CLOSING.fullmatch(verb.lower_) and _is_border(view, verb):
        return PloverType.SANCTION, "discontinue"
    return _by_name_of_object(verb) if event.plover_type in AGREEING else None


def _is_signing(verb: "Token") -> bool:
    """True for "inked the memoranda": those who sign do not only meet, nor only speak."""
    objects = {child.lower_ for child in verb.children if child.dep_ in (*OBJECTS, "nsubj:pass")}
    is_signed = SIGNING.fullmatch(verb.lower_) is not None and verb.tag_.startswith("V")
    return is_signed and any(DOCUMENTS.fullmatch(word) for word in objects)


def _is_bombing(noun: "Token") -> bool:
    """True for "strikes on Gaza": no workers lay down their tools there."""
    where = (child for child in noun.children if child.ent_type_ in ("GPE", "LOC", "FAC"))
    cases = {one.lower_ for child in where for one in child.children if one.dep_ == "case"}
    return noun.lower_ == "strikes" and bool(cases & BOMBED)


def _is_diplomatic(noun: "Token") -> bool:
    """True for "filed another protest", "the diplomatic protest", "protests were lodged": a note, no crowd."""
    is_noun = noun.lower_ in ("protest", "protests") and noun.tag_.startswith("N")
    is_filed = noun.dep_ in (*OBJECTS, "nmod") and FILING.fullmatch(noun.head.lower_) is not None
    return is_noun and (is_filed or any(child.lower_ in NOTES for child in noun.children))


def _by_name_of_object(verb: "Token") -> tuple[PloverType, str] | None:
    """A release for "exchanged prisoners", a visit for "concluded her trip", a meeting for "wrapped up talks"."""
    objects = {child.lower_ for child in verb.children if child.dep_ == "obj"}
    if EXCHANGING.fullmatch(verb.lower_) and objects & CAPTIVES:
        return PloverType.RETREAT, "release"
    if not CONCLUDING.fullmatch(verb.lower_):
        return None
    if objects & VISITS:
        return PloverType.CONSULT, "visit"
    return (PloverType.CONSULT, "meeting") if objects & TALKS else None


def is_refused(verb: "Token") -> bool:
    """True for "will not release them": what somebody says that he will not do he refuses."""
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "advmod")}
    return not words.isdisjoint(WILL) and not words.isdisjoint(NEGATIONS)


def _is_lifted(noun: "Token") -> bool:
    """True for "lifted sanctions", "lifted part of the sanctions"."""
    head = noun.head
    while head.dep_ in ("obj", "nmod", "nsubj:pass") and head.tag_.startswith("N"):
        head = head.head
    return LIFTING.fullmatch(head.lower_) is not None


def _after(view: DocumentView, token: "Token") -> str:
    end = view.sentence_of(token.i)[1]
    return view.words(token.i + 1, min(end, token.i + 1 + AFTER))


def _before(view: DocumentView, token: "Token") -> str:
    start = view.sentence_of(token.i)[0]
    return view.words(max(start, token.i - BEFORE), token.i)
