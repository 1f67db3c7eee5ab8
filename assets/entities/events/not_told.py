"""Sentences that hold the words of an event and tell none: questions to somebody, topics, needs that are met."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from assets.entities.events.attendance import ATTENDANCE
from assets.entities.events.event_lexicon import ACTS, Frame, trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.events.generic import is_generic
from assets.entities.events.procedural import is_procedural
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import title_words
from assets.entities.sentences.relations import OBLIQUES, SUBJECTS
from warehouse.tables.entities import PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

LEAST_SEEN = 0.06  # probability of the encoder below which an act of the lexicon is right one time in five
LEAST_DISPUTED = 0.23  # and of its own type, where the lexicon tells another
SURE_OF_EMPHASIS = 0.6
AFTER = 6  # tokens after a trigger that say what it is done to
RIGHT_AFTER = 4  # tokens after "thank you" in which "to" or "for" names somebody else
NOT_MET = re.compile(
    r"(?:(?:the|its|their|our|his|her|these|those|all|one|of|\w+|’s|'s) ){0,4}?"
    r"(?:needs?|requirements?|targets?|challenges?|standards?|deadlines?|goals?|demands?|conditions?|criteria|obligations?|"
    r"expectations|thresholds?|commitments?)\b"
)
SENT = frozenset({"invitation", "invitations", "request", "requests"})
PRESS = re.compile(
    r"(?:\w+ ){0,3}?(?:reporters|journalists|correspondents|press|media|newspapers?|on the record|on background)\b"
)
ASKED = re.compile(
    r"(?::|,? [\"“«]|[\"“«]|whether|if|why|how|what|when|who|about|questions?|a question|you|him|her|me)(?= |$)"
)
DENIED = re.compile(
    r"(?:that|(?:having|being|any|the|\w+ing)|(?:the |any |these |all )?(?:\w+ )?(?:reports?|allegations?|claims?|accusations?|"
    r"rumou?rs|charges|involvement|support|responsibility|knowledge))\b"
)
DENYING = frozenset({"deny", "denies", "denied", "denying", "dismissed", "refuted"})
ACCUSATIONS = re.compile(r"(?:accusation|allegation|charge|claim)s?")
AS_SAID = re.compile(
    r"(?:them|it|him|her|(?:the|this|that|his|her|their) (?:\w+ )?(?:talks|meetings?|visits?|conversations?|situation))\b"
)
CALLING = re.compile(r"call(?:ed|s|ing)?|describ\w+")
NAMED_TO = re.compile(r"\bvice [^;]*$")
INTO_LAW = re.compile(r"(?:the \w+ )?into law\b")
EMPHASIS = re.compile(r"(?:re)?affirm\w*|underscor\w*|underlin\w*|stress\w*|emphasi\w*|highlight\w*|not(?:e|ed|ing)")
IMPLIED = (PloverType.SUPPORT, PloverType.AGREE, PloverType.REQUEST)
EXPRESSING = re.compile(EMPHASIS.pattern + r"|express\w*|voic\w*|re-?iterat\w*|explain\w*|describ\w*|declar\w*")
IDIOM = re.compile(
    r"(?:along with|ahead|through|beyond|into|under|up with|too far|a long way|down|forward|back with|from)\b"
)
DANGERS = re.compile(
    r"(?:of|about|against) (?:(?:the|an?|any) )?(?:(?:possible|potential|imminent|planned|likely) [^.;]*|(?:\w+ )?"
    r"(?:dangers?|risks?|famine|catastrophe|crisis|spillover|flood\w*|outbreak|misinformation|scams?)\b)"
)
GOING = re.compile(r"go(?:es|ing|ne)?|went|com(?:e|es|ing)|came")
IMPORTANCE = re.compile(r"(?:the |an? )?(?:\w+ ){0,2}?(?:importance|need|desire|role|value|significance)\b")
# nouns of what is promised or thought, told only where somebody says it: "reaffirmed their commitment to"
STANCES = re.compile(
    r"(?:commitments?|pledges?|promises?|vows?|support|backing|solidarity|gratitude|thanks|appreciation|condolences?|"
    r"cooperation|collaboration)\b.*"
)
SAYING = re.compile(
    r"(?:re)?affirm\w*|re-?iterat\w*|underscor\w*|underlin\w*|express\w*|voic\w*|conve(?:y|yed|ys|ying)|ma[dk]e\w*|renew\w*|"
    r"announc\w*|recall\w*|confirm\w*|emphasi\w*|stress\w*|pledg\w*|promis\w*|offer\w*|extend\w*|giv\w*|gave|declar\w*|"
    r"restat\w*|repeat\w*|highlight\w*|assur\w*|thank\w*|voice\w*|honou?r\w*|ask\w*|sought|receiv\w*|won|has|have|had|"
    r"appreciat\w*|show\w*|prais\w*|commend\w*|welcom\w*|bring\w*|brought|recommit\w*|provid\w*|note[ds]?|discuss\w*|shar\w+"
)
PRAISING = re.compile(r"appreciat\w*|prais\w*|commend\w*|welcom\w*|applaud\w*|thank\w*")  # another's promise
# deeds that are topics where nothing governs them but a preposition: "in the face of Russia's aggression"
DEEDS = (PloverType.ASSAULT, PloverType.SANCTION, PloverType.THREATEN, PloverType.COOPERATE)
ANNOUNCED = re.compile(r"announcements?|impositions?|adoption|introduction|launch")
PROSPECTS = re.compile(
    r"meetings?|talks|visits?|trips?|summit|calls?|conversations?|negotiations|dialogue|consultations"
)
NEGOTIATING = re.compile(r"negotiat(?:e|es|ing)|mediat(?:e|es|ing)|broker(?:ing)?|discuss\w*|seek\w*|sought")
TOPIC_VERBS = re.compile(r"discuss\w*|sustain\w*|concern\w*|includ\w*|(?:is|are|was|were|be)|regard\w*|evad\w*")


def is_told(view: DocumentView, event: Event) -> bool:
    """Whether a sentence tells the event that its words name."""
    if event.match.trigger.frame in ATTENDANCE:
        return True
    token = trigger_of(view, event.match)
    if not token.tag_:  # single rules are tested without syntax
        return True
    if _is_unseconded(view, event):
        return False
    return not any(reason(view, event, token) for reason in _REASONS)


def _is_unseconded(view: DocumentView, event: Event) -> bool:
    """True where the encoder sees hardly anything in the words of an act that the lexicon is not sure of."""
    if view.doc._.found_events is None or event.match.trigger.is_sure:
        return False
    is_act = event.match.trigger.frame in (*ACTS, Frame.SEEN)
    return is_act and event.evidence.seen < (LEAST_DISPUTED if event.evidence.is_disputed else LEAST_SEEN)


def _is_asked_of_you(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "Have you talked to him?", "Can you confirm she was asked to stay?"."""
    start, end = view.sentence_of(token.i)
    asked = "?" in view.lower[token.i : end] and "you" in view.lower[start : token.i]
    return asked and view.quotation_of(token.i) is None


def _is_about_you(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "you'd have to ask him", "So thank you": said to whoever asks."""
    heads = (token, token.head) if token.dep_ == "xcomp" else (token,)
    if any(child.lower_ == "you" and child.dep_ in SUBJECTS for head in heads for child in head.children):
        return True
    is_to_others = bool({"to", "for"}.intersection(view.lower[event.match.end : event.match.end + RIGHT_AFTER]))
    return token.lower_ == "thank" and view.words(event.match.end, event.match.end + 1) == "you" and not is_to_others


def _is_need_met(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "met the needs of", "would be met with severe costs", "received an invitation": things are met."""
    is_received = event.plover_type is PloverType.CONSULT and token.lower_.startswith("receiv")
    if is_received and any(child.dep_ == "obj" and child.lower_ in SENT for child in token.children):
        return True
    is_meet = token.lower_ in ("meet", "meets", "met", "meeting")
    what = next((child for child in token.children if child.dep_ == "obj"), token)
    what = next((child for child in what.children if child.dep_ == "nmod"), what) if what.lower_ == "one" else what
    is_answered = token.lower_ == "met" and any(child.dep_ == "aux:pass" for child in token.children)
    is_need = NOT_MET.match(_after(view, event)) is not None or NOT_MET.fullmatch(what.lower_) is not None
    return is_meet and (is_need or is_answered)


def _is_said_to_press(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "briefing State House correspondents", "will speak on the record"."""
    if event.plover_type is not PloverType.CONSULT or token.tag_.startswith("N"):
        return False
    return PRESS.match(re.sub(r"^(?:(?:with|to|today|tonight|tomorrow) )+", "", _after(view, event))) is not None


def _is_press_conference(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "at a joint news conference"."""
    return token.lower_ == "conference" and view.lower[token.i - 1] in ("news", "press", "media")


def _is_of_other_talks(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "a visit is being discussed": the talks about a meeting are not the meeting."""
    if event.plover_type is not PloverType.CONSULT or not token.tag_.startswith("V"):
        return False
    is_under_way = any(child.lower_ == "being" for child in token.children)
    return is_under_way and any(
        child.dep_ == "nsubj:pass" and PROSPECTS.fullmatch(child.lower_) for child in token.children
    )


def _is_only_invited(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "invited him to visit Lima": the visit is told once it has been accepted, or has a day."""
    if event.mode != "visit" or event.time is not None or not token.head.lower_.startswith("invit"):
        return False
    return not any(one.lower_.startswith("accept") for one in token.ancestors)


def _is_question_put(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for 'She asks: "...?"', "asked whether", and "we were asked, and said yes": a question, no request."""
    if event.plover_type is not PloverType.REQUEST or token.lower_ not in ("ask", "asks", "asked", "asking"):
        return False
    after = _after(view, event)
    is_open = re.search(r"\b(?:to|for|that)\b", after) is None
    return is_open and (ASKED.match(after) is not None or after[:1] in (",", ".", ";"))


def _is_denial(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "denied being a candidate", "denied the reports": what is said of oneself is no refusal."""
    if event.plover_type is PloverType.ACCUSE and ACCUSATIONS.fullmatch(token.lower_) and token.dep_ == "obj":
        return token.head.lower_ in DENYING  # "denied accusations": others accuse
    is_deny = token.lower_ in DENYING
    after = view.words(token.i + 1, min(view.sentence_of(token.i)[1], token.i + 1 + AFTER))
    return is_deny and event.plover_type in (PloverType.REJECT, PloverType.ACCUSE) and DENIED.match(after) is not None


def _is_description(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for 'called the talks "useful"', "described them as", "no comment"."""
    if event.plover_type is PloverType.CONSULT:
        is_called = token.dep_ in ("obj", "nsubj:pass") and CALLING.fullmatch(token.head.lower_) is not None
        return is_called and any(child.dep_ == "xcomp" for child in token.head.children)
    if event.plover_type is not PloverType.ACCUSE:
        return False
    is_calling = CALLING.fullmatch(token.lower_) is not None
    return token.lower_ in ("comment", "comments") or (is_calling and AS_SAID.match(_after(view, event)) is not None)


def _is_formula(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "vice John Roe, resigned" of a nomination, "signed into law", and "said in a release"."""
    if token.lower_ in ("release", "releases") and token.dep_ in OBLIQUES:
        return any(child.lower_ in ("in", "according") and child.dep_ == "case" for child in token.children)
    if event.plover_type is PloverType.RETREAT and token.lower_ == "resigned":
        start = view.sentence_of(token.i)[0]
        return NAMED_TO.search(view.words(start, token.i)) is not None
    return event.plover_type is PloverType.SUPPORT and (
        INTO_LAW.match(_after(view, event)) is not None or token.lower_ == "signatories"
    )


def _is_emphasis(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "underscored the importance of cybersecurity", where nothing else speaks for backing or a promise."""
    if event.plover_type is PloverType.CONSULT:
        return EXPRESSING.fullmatch(token.lower_) is not None
    if EMPHASIS.fullmatch(token.lower_) is None:
        return False
    is_doubtful = event.evidence.seen < SURE_OF_EMPHASIS and event.plover_type in IMPLIED
    return is_doubtful and IMPORTANCE.match(_after(view, event)) is not None


def _is_forecast(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "warned of possible attacks by militants": a danger that the speaker sees, no threat of his."""
    if event.plover_type is not PloverType.THREATEN or not token.lower_.startswith("warn"):
        return False
    return DANGERS.match(_after(view, event)) is not None


def _is_idiom(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "decided to go along with the plan": nobody travels; and for "fired her minister": nobody shoots."""
    objects = [child for child in token.children if child.dep_ == "obj"]
    if event.plover_type is PloverType.ASSAULT and token.lower_ == "fired" and objects:
        return objects[0].ent_type_ == "PERSON" or objects[0].lower_ in title_words()
    if view.lower[token.i : token.i + 2] in (["stopped", "short"], ["stops", "short"]):
        return True
    is_going = event.plover_type is PloverType.CONSULT and GOING.fullmatch(token.lower_) is not None
    return is_going and IDIOM.match(_after(view, event)) is not None


def _is_appointed(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "a team designated by the President": who they are, no sanction."""
    is_by = any(child.dep_ == "obl:agent" for child in token.children)
    return event.plover_type is PloverType.SANCTION and token.lower_ == "designated" and token.dep_ == "acl" and is_by


def _is_confirmation(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "confirmed that the meeting would take place": news of a meeting, no promise."""
    if event.plover_type is not PloverType.AGREE or not token.lower_.startswith("confirm"):
        return False
    said = (child for child in token.children if child.dep_ == "ccomp")
    return any(PROSPECTS.fullmatch(one.lower_) for verb in said for one in verb.children if one.dep_ in SUBJECTS)


def _is_aim_of_talks(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "negotiate a ceasefire", "talks on a truce": what is talked about has not come about."""
    is_noun = event.plover_type is PloverType.RETREAT and token.tag_.startswith("N")
    is_talked_of = NEGOTIATING.fullmatch(token.head.lower_) is not None or PROSPECTS.fullmatch(token.head.lower_)
    return is_noun and bool(is_talked_of) and token.dep_ in ("obj", "nmod", "obl")


def _is_topic(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "demonstrate shared commitment to", "in the face of aggression": a noun that nobody says or does."""
    if not token.tag_.startswith("N") or event.plover_type is PloverType.CONSULT:
        return False
    if STANCES.fullmatch(token.lower_):
        is_praised = event.plover_type is PloverType.AGREE and _is_governed(token, PRAISING)
        return is_praised or not _is_governed(token, SAYING)
    if event.plover_type not in DEEDS or event.match.trigger.frame is Frame.ACT:
        return False
    is_announced = ANNOUNCED.fullmatch(token.head.lower_) is not None
    is_circumstance = token.dep_ in ("nmod", "obl") and not is_announced
    return is_circumstance or (token.dep_ in ("obj", "nsubj") and _is_governed(token, TOPIC_VERBS))


def _is_governed(token: "Token", verbs: re.Pattern[str]) -> bool:
    """Whether the verb over a noun, or over what it is joined to, is one of these."""
    head = token.head
    while head.dep_ in ("conj", "nmod") and head.tag_.startswith("N"):
        head = head.head
    return verbs.fullmatch(head.lower_) is not None


def _after(view: DocumentView, event: Event) -> str:
    end = view.sentence_of(event.match.start)[1]
    return view.words(event.match.end, min(end, event.match.end + AFTER))


_REASONS: tuple[Callable[[DocumentView, Event, "Token"], bool], ...] = (
    _is_asked_of_you,
    _is_about_you,
    is_procedural,
    is_generic,
    _is_need_met,
    _is_said_to_press,
    _is_press_conference,
    _is_of_other_talks,
    _is_only_invited,
    _is_question_put,
    _is_denial,
    _is_description,
    _is_formula,
    _is_emphasis,
    _is_forecast,
    _is_idiom,
    _is_appointed,
    _is_confirmation,
    _is_aim_of_talks,
    _is_topic,
)
