"""The mode of an event by its words: the encoder knows the type better than what it is for."""

import re
from collections.abc import Sequence

from assets.entities.events.event_lexicon import Frame
from assets.entities.events.event_parts import Event
from assets.entities.events.event_slots import MAIN
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import PhraseKind
from warehouse.tables.entities import PloverType

REACH = 12  # tokens on either side of a trigger that say what it is for
AHEAD = 9  # and those after it, where what is asked for stands
CLOSE = 4  # and those that name it: "the ministerial meeting"
PAIR = 2
OTHER_TIMES = frozenset({"after", "before"})  # what stands before them tells another act: "called, after they met"

_AID = {
    "asylum": r"asylum|sanctuary",
    "military": r"military|security|weapons?|arms|armou?r\w*|ammunition|munitions?|defen[cs]e|missiles?|javelins?|stingers?|"
    r"howitzers?|tanks?|drones?|troops|peacekeep\w+|training of",
    "humanitarian": r"humanitarian|relief|vaccin\w+|doses|medic\w+|food|famine|drought|earthquakes?|refugees?|those affected|"
    r"tents|blankets|rescue\w*|demining|victims|orphans|children|oxygen|ambulances?",
}
_REQUEST = {
    "meet": r"meet\w*|talks?|negotiat\w+|dialogue|visit\w*|travel|come|attend\w*|appear|summit|mediat\w+|conversation|"
    r"diplomacy",
    "yield": r"end|ending|stop\w*|ceas\w+|halt\w*|releas\w+|free|withdraw\w*|leave|allow\w*|lift\w*|refrain\w*|cease-fire|"
    r"ceasefire|retreat|disarm\w*|surrender\w*|return|restrain\w*|restraint|drop|suspend\w*|reverse|calm|de-escalat\w+",
    "assist": r"help\w*|assist\w*|aid|fund\w*|financ\w+|credit|loans?|grants?|support\w*|donat\w+|send\w*|money|"
    r"contribut\w+|weapons|provide|supply|rescue|relief|briefing|inform\w*",
}
_ASSAULT = {
    "firearms": r"shooting|shot|gunm[ae]n|gunmen|gun|opened fire|firearms?",
    "suicide-attack": r"suicide",
    "explosives": r"bomb\w*|explosi\w+|blasts?|mines?|car bomb",
    "aerial": r"air ?strikes?|air raids?|drones?|aerial|warplanes?|from the air",
    "heavy-weapons": r"shell\w*|rockets?|missiles?|artillery|tanks?|mortars?",
    "sexual": r"rap(?:e|es|ed|ing|ists?)|sexual\w*|molest\w*",
    "torture": r"tortur\w+",
    "beat": r"beat\w*|beaten",
}
_SUPPORT = {
    "signature": r"sign(?:ed|s|ing|ature)?|initial(?:l?ed|s|l?ing)|ink(?:ed|s|ing)",
    "ratification": r"ratif(?:y|ies|ied|ying|ication)",
    "recognition": r"recognition of.*",
}
_VIOLENCE = (
    r"kill\w*|attack\w*|strik\w+|strikes?|bomb\w*|invade\w*|invasion|war|military|force|retaliat\w+|respon\w+|destr\w+|missiles?|"
    r"nuclear|weapons?|execut\w+|annihilat\w+|crush\w*|consequences|aveng\w+|revenge|blood\w*|troops|hostages?|violence"
)
_RECALL = r"recall|withdr[ae]w\w* (?:its|his|her|their|the) (?:ambassador|envoy)"
_MULTILATERAL = (
    r"summits?|conferences?|forum|assembly|plenary|ministerial|council|retreat|multilateral|trilateral|tripartite|"
    r"quadrilateral|session|leaders['’]|committee|member states|g\d+|roundtable|congress|convention"
)
_THIRD = r"mediat\w+|facilitat\w+|brokered?|brokering|good offices"
_PHONE = (
    r"phones?|phoned|telephon\w+|video ?calls?|video ?conference\w*|teleconference|video link|"
    r"(?<!courtesy )calls? (?:with|from|to)|"
    r"(?:a|the|their|in) (?:(?!courtesy)\w+ )?calls?(?! on)"
)
_IN_PERSON = r"sidelines|margins|in person|face to face|face - to - face|delegation"
_TALKS = r"(?:talks|negotiations|rounds?|session|mediat\w+|facilitat\w+|brokered|conversations)(?: .*)?"
_MEETING = r"meetings?|gatherings?|engagements?"
_BILATERAL = r"bilateral\w*|one-on-one|counterpart|strategic dialogue"
_JOURNEY = r"(?:visit|travel|trip|tour|arriv|journey|flew|fly|stopover|came|coming)\w*(?: (?:to|in|at|for))?"
_RECEIVED = r"(?:receiv|host|met|welcom|greet|meet|talk|discuss|negotiat|consult)\w*(?: (?:with|by|up|over|on|to|in))*"
_VAGUE = (
    r"discuss\w*|review\w*|conversations?|touched|covered|exchanged|addressed|exchange|talk|talks|spoke|raised|agreed"
)
_TAKING_PART = (
    r"join\w*|attend\w*|participat\w+|represented|take part|took part|host\w*|chair\w*|address\w*|speak|brief\w*"
)
_ATTENDING = r"attend(?:s|ed|ing)?|participat(?:es?|ed|ing)"
_AGREED = r"(?:agree|reach|initial|conclud|clinch|strike|struck|accord|deal|settle)\w*.*|.*(?:agreement|accord|deal)"
_PLURAL = (
    r"they|both|sides?|parties|leaders|ministers|officials|presidents|governments|countries|delegations|two|three|heads|"
    r"and|we|members?|states"
)
_MEETINGS = r"visits?|meetings?|talks|summit|session|negotiations|dialogue|meet|receive|negotiate|invitation|attend"


def mode_of(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    """The mode of an event, its own unless the words around its trigger say another; ``told`` are those before it."""
    by_type = _BY_TYPE.get(event.plover_type)
    return by_type(view, event, told) if by_type else event.mode


def _agree(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    trigger = _trigger(view, event)
    if trigger.startswith("accept"):
        return "invitation" if _says(r"invitations?|invited", f"{trigger} {_ahead(view, event)}") else event.mode
    if not re.fullmatch(_AGREED, trigger):
        return event.mode
    sides = sum(part.participation in MAIN for part in event.parts)
    subjects = [child for child in view.doc[event.match.start].children if child.dep_.startswith("nsubj")]
    is_plural = any(
        _says(_PLURAL, view.words(child.left_edge.i, child.right_edge.i + 1)) or child.tag_ in ("NNS", "NNPS")
        for child in subjects
    )
    is_joint = sides >= PAIR or is_plural or not subjects
    return "accord" if is_joint else event.mode


def _aid(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    return _first(_AID, _around(view, event)) or "economic"


def _request(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    if re.fullmatch(r"invit\w*.*", _trigger(view, event)):
        return "meet"
    return _first_said(_REQUEST, _ahead(view, event)) or event.mode or "change"


def _assault(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    return event.mode or _first(_ASSAULT, _around(view, event)) or ""


def _sanction(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    """Who recalls an envoy withdraws him, whatever the encoder says that is like it."""
    return "withdraw" if re.match(_RECALL, _trigger(view, event)) else event.mode


def _threaten(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    """Violence is threatened where the words say so."""
    is_violent = _says(_VIOLENCE, _around(view, event))
    return "" if event.mode == "violence" and not is_violent else event.mode


def _support(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    trigger = _trigger(view, event)
    ahead = view.words(event.match.start, event.match.start + PAIR)
    if re.fullmatch(r"recogni[sz]\w*", trigger) and _is_state(view, event.match.end):
        return "recognition"
    return next(
        (mode for mode, words in _SUPPORT.items() if re.fullmatch(words, trigger) or re.fullmatch(words, ahead)),
        event.mode,
    )


def _accuse(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    return "disapprove" if _trigger(view, event).startswith("summon") else event.mode


def _reject(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    return "meet" if _says(_MEETINGS, _around(view, event)) else event.mode


def _consult(view: DocumentView, event: Event, told: Sequence[Event]) -> str:
    trigger = _trigger(view, event)
    if event.mode == "phone" and _says(_IN_PERSON, _ahead(view, event)) and not _says(_PHONE, _around(view, event)):
        return "meeting"
    if event.match.trigger.frame not in (Frame.SEEN, Frame.SUBJ_ONLY, Frame.ATTEND):
        return event.mode
    if event.mode == "visit" and re.fullmatch(_ATTENDING, trigger):
        return "multilateral"
    if event.mode == "visit" or re.fullmatch(_JOURNEY, trigger):
        return "meeting" if re.fullmatch(_RECEIVED, trigger) else "visit"
    is_of_other_time = view.lower[_first_around(view, event, REACH)] in OTHER_TIMES
    before = None if is_of_other_time else _mode_before(event, trigger, told)
    form = _form_of_talks(view, event, trigger)
    is_bilateral = form == "meeting" and before == "phone"  # "in the call they discussed the bilateral agenda"
    return (before if is_bilateral else form or before) or event.mode


def _form_of_talks(view: DocumentView, event: Event, trigger: str) -> str | None:
    """By phone, of many, of others or of two, as the words around say."""
    near = _around(view, event)
    is_summit = re.fullmatch(_MULTILATERAL, trigger) or (
        re.fullmatch(_TAKING_PART, trigger) and _says(_MULTILATERAL, near)
    )
    is_of_many = re.fullmatch(_MEETING, trigger) and _says(_MULTILATERAL, _around(view, event, CLOSE))
    is_of_others = re.fullmatch(_TALKS, trigger) and _says(_THIRD, near)
    forms = (
        ("phone", _says(_PHONE, near)),
        ("multilateral", is_summit),
        ("third_party", is_of_others),
        ("multilateral", is_of_many),
        ("meeting", _says(_BILATERAL, near)),
    )
    return next((mode for mode, is_said in forms if is_said), None)


def _mode_before(event: Event, trigger: str, told: Sequence[Event]) -> str | None:
    """That of the meeting told before, with which "discussed" or "the conversation" goes on."""
    before = next(
        (one for one in reversed(told) if one.plover_type is PloverType.CONSULT and one.mode != "visit"), None
    )
    if before is None or before.mode not in ("phone", "multilateral") or not re.fullmatch(_VAGUE, trigger):
        return None
    chains = {part.chain for part in event.parts}
    is_same = not chains or chains & {part.chain for part in before.parts}
    return before.mode if is_same and before.realis == event.realis else None


def _is_state(view: DocumentView, at: int) -> bool:
    """Whether a country stands at a token, or what makes one: "recognised Kosovo", "the independence of Kosovo"."""
    at += view.lower[at : at + 1] == ["the"]
    phrase = view.phrase_at(at)
    is_own = phrase is not None and view.lower[phrase.end : phrase.end + 1] not in (["'s"], ["’s"])
    is_country = phrase is not None and phrase.kind is PhraseKind.PLACE and is_own
    return is_country or view.lower[at : at + 1] in (["independence"], ["statehood"])


_BY_TYPE = {
    PloverType.ACCUSE: _accuse,
    PloverType.AGREE: _agree,
    PloverType.AID: _aid,
    PloverType.REQUEST: _request,
    PloverType.ASSAULT: _assault,
    PloverType.SUPPORT: _support,
    PloverType.REJECT: _reject,
    PloverType.SANCTION: _sanction,
    PloverType.THREATEN: _threaten,
    PloverType.CONSULT: _consult,
}


def _trigger(view: DocumentView, event: Event) -> str:
    return view.words(event.match.start, event.match.end)


def _around(view: DocumentView, event: Event, reach: int = REACH) -> str:
    end = view.sentence_of(event.match.start)[1]
    return view.words(_first_around(view, event, reach), min(end, event.match.end + reach))


def _first_around(view: DocumentView, event: Event, reach: int) -> int:
    first = max(view.sentence_of(event.match.start)[0], event.match.start - reach)
    return next((at for at in range(event.match.start - 1, first, -1) if view.lower[at] in OTHER_TIMES), first)


def _ahead(view: DocumentView, event: Event) -> str:
    end = view.sentence_of(event.match.start)[1]
    return view.words(event.match.end, min(end, event.match.end + AHEAD))


def _says(words: str, text: str) -> bool:
    return re.search(rf"\b(?:{words})\b", text) is not None


def _first(modes: dict[str, str], text: str) -> str | None:
    return next((mode for mode, words in modes.items() if _says(words, text)), None)


def _first_said(modes: dict[str, str], text: str) -> str | None:
    """The mode whose words come first in a text."""
    found = {mode: re.search(rf"\b(?:{words})\b", text) for mode, words in modes.items()}
    places = {mode: match.start() for mode, match in found.items() if match}
    return min(places, key=lambda mode: places[mode]) if places else None
