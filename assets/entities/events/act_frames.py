"""Who does an act and to whom, by the dependencies of its trigger."""

from typing import TYPE_CHECKING

from assets.entities.events.act_names import names_of
from assets.entities.events.event_lexicon import Frame, Match, forms_of, trigger_of
from assets.entities.events.event_slots import Slots
from assets.entities.quotes.speech_verbs import STATING
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.sentences.relations import ACTIVE_SUBJECTS, OBLIQUES, OWNERS, PASSIVE_SUBJECTS, SUBJECTS
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

LIGHT = frozenset({"obj", "nsubj:pass", "obl", "nsubj"})  # of a noun to the verb that carries it: "expressed gratitude"
ITS = frozenset({"its", "their"})  # whoever does the verb that carries the noun
FEELING = word_set(
    "alarmed concerned worried troubled disturbed dismayed saddened appalled outraged shocked disappointed encouraged "
    "heartened pleased delighted honored honoured impressed committed determined prepared"
)
CHARGING = frozenset({"of", "for", "from"})
RELATIVES = frozenset({"who", "which", "that"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
ACTORS = frozenset({"GPE", "ORG", "NORP", "PERSON"})
SUMMONING = word_set("summon call")
PROTESTING = word_set("lodge protest register condemn convey complain express deliver")  # by whoever summoned
BACK = frozenset({"him", "her", "them", "it"})
MOST_STEPS = 4  # from a verb up to the one that has its subject


def act_slots(view: DocumentView, match: Match) -> Slots | None:
    """Subjects and objects of an act; None where nobody is named on either side."""
    trigger = trigger_of(view, match)
    preposition = view.lower[match.end - 1]
    if match.trigger.frame is Frame.ACT_NOUN:
        owners = (_phrases(view, tokens) for tokens in _owners(trigger))
        subjects = next((phrases for phrases in owners if phrases), [])
        return _slots(match, subjects, _phrases(view, _after(trigger, preposition)))
    nouns = [child for child in trigger.children if match.start <= child.i < match.end and child.dep_ in LIGHT]
    objects = _after(trigger, preposition) or [one for noun in nouns for one in _after(noun, preposition)]
    objects = objects or [one for one in patients(trigger) if one not in nouns]
    objects = objects or [one for verb in trigger.children if verb.dep_ == "xcomp" for one in patients(verb)]
    receiving = _phrases(view, objects) or _phrases(view, nouns)  # "threw Sol out of": the name stands among the words
    return _slots(match, _phrases(view, agents(trigger)), receiving)


def acting(view: DocumentView, trigger: "Token") -> list[Phrase]:
    """Who does what a verb or a noun tells, by its grammar."""
    if trigger.pos_ == "VERB":
        return _phrases(view, agents(trigger))
    others = [[token for token in tokens if token != trigger] for tokens in _owners(trigger)]
    if others and any(token.dep_ == "nmod:poss" for token in others[0]):
        others = others[:1]  # "She will preview the Secretary's travel": whoever he is, it is not hers
    found = (_phrases(view, tokens) for tokens in others)
    return next((phrases for phrases in found if phrases), [])


def partners(view: DocumentView, trigger: "Token") -> list[Phrase]:
    """With whom somebody talks by the grammar: "talks with Peru", "held talks with Peru", "will brief the Council"."""
    words = [trigger, trigger.head] if trigger.dep_ == "obj" else [trigger]
    found = _phrases(view, [one for word in words for one in word.children if _is_with(one)])
    if trigger.pos_ != "VERB":
        return found or _phrases(view, _after(trigger, "of"))
    if found:
        return found
    met = [phrase for token in patients(trigger) if (phrase := view.phrase_at(token.i)) is not None]
    return [phrase for phrase in met if phrase.is_human or phrase.kind in (PhraseKind.BODY, PhraseKind.GROUP)]


def _is_with(token: "Token") -> bool:
    return token.dep_ in OBLIQUES and any(one.dep_ == "case" and one.lower_ == "with" for one in token.children)


def _slots(match: Match, subjects: list[Phrase], objects: list[Phrase]) -> Slots | None:
    return Slots(subjects, objects, end=match.end) if subjects or objects else None


def agents(verb: "Token", steps: int = MOST_STEPS) -> list["Token"]:
    """Who does what a verb says: its subject, of a passive who stands after "by", else that of the verb over it."""
    children = list(verb.children)
    is_felt = verb.lower_ in FEELING  # "Sol is alarmed by the arrests"
    is_passive = any(child.dep_ in PASSIVE_SUBJECTS or child.dep_ == "aux:pass" for child in children)
    if not is_felt and (is_passive or _is_participle(verb)):
        return _agents_of_passive(verb)
    subjects = [child for child in children if child.dep_ in (SUBJECTS if is_felt else ACTIVE_SUBJECTS)]
    # "Chad summoned the envoy, the ministry said": the tree may hang who says so on the first verb
    subjects = [child for child in subjects if child.i < verb.i] or subjects or _before_day(verb)
    if subjects:
        return _meant_by(subjects, verb)
    return _agents_above(verb, steps) if steps and verb.head != verb else []


def _agents_of_passive(verb: "Token") -> list["Token"]:
    """Who stands after "by", also without it in a list: "signed by the heads of Peru, Sol, and Chile, Rey".

    Who "was summoned to the ministry" was summoned by it.
    """
    named = [child for child in verb.children if child.dep_ == "obl:agent" and not _is_cased(child)]
    behind = _after(verb, "by")
    found = [*([one for one in behind if one.head == verb] or behind), *named]
    where = [child for child in verb.children if child.dep_ in OBLIQUES and _is_cased(child, "to")]
    return found or (where if verb.lower_ == "summoned" else [])


def _agents_above(verb: "Token", steps: int) -> list["Token"]:
    """Who does what a verb without a subject says, by the word it hangs on."""
    head = verb.head
    is_protest = verb.lower_ in forms_of(PROTESTING) and head.lower_ in forms_of(SUMMONING)
    if not is_protest and (verb.dep_ == "xcomp" or _is_charge(verb)):
        return patients(head) or agents(head, steps - 1)
    if verb.dep_ == "acl" and head.head.pos_ == "VERB" and any(one.lower_ in BACK for one in patients(verb)):
        return agents(head.head, steps - 1)  # "Sol called Rey urging him": Sol urges
    if verb.dep_ in ("acl", "acl:relcl"):
        return [head] if verb.tag_ == "VBG" else []
    return agents(head, steps - 1) if verb.dep_ in ("conj", "advcl", "parataxis", "xcomp") else []


def _is_cased(token: "Token", word: str = "") -> bool:
    return any(child.dep_ == "case" and word in ("", child.lower_) for child in token.children)


def _is_charge(verb: "Token") -> bool:
    """True for what somebody is accused of or thanked for: "accused Chad of arming rebels"."""
    marks = (child.lower_ for child in verb.children if child.dep_ == "mark")
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and any(mark in CHARGING for mark in marks)


def _meant_by(subjects: list["Token"], verb: "Token") -> list["Token"]:
    """The subjects of a verb, or whom they point back to: "rebels who attacked", "Chad said it would withdraw"."""
    if subjects[0].lower_ in RELATIVES and verb.dep_ == "acl:relcl":
        return [verb.head]
    is_speaker = subjects[0].lower_ == "it" and verb.dep_ == "ccomp" and verb.head.lower_ in STATING
    return (is_speaker and agents(verb.head, 0)) or subjects


def _before_day(verb: "Token") -> list["Token"]:
    """The subject that the tree takes for a time: "Chad Friday closed its border"."""
    if verb.tag_ not in FINITE:
        return []
    near = (child for child in verb.lefts if child.dep_ == "obl:unmarked")
    return [child for child in near if child.ent_type_ in ACTORS][:1]


def _is_participle(verb: "Token") -> bool:
    """True for "troops deployed by Chad"."""
    return verb.dep_ in ("acl", "acl:relcl") and verb.tag_ == "VBN"


def patients(verb: "Token") -> list["Token"]:
    """To whom a verb says that it is done: its object, of a passive its subject."""
    if verb.lower_ in FEELING:
        return []
    found = [child for child in verb.children if child.dep_ in ("obj", "iobj") or child.dep_ in PASSIVE_SUBJECTS]
    if found and found[0].lower_ in RELATIVES and verb.dep_ == "acl:relcl":  # "Sol, who was killed"
        return [verb.head]
    return found or ([verb.head] if _is_participle(verb) else [])


def _after(word: "Token", preposition: str) -> list["Token"]:
    """What hangs on a word by a preposition, also on its object: "imposed sanctions on"."""
    near = [child for child in word.children if child.dep_ in OBLIQUES]
    near += [other for child in word.children if child.dep_ in ("obj", "nsubj:pass") for other in child.children]
    return [one for one in near if any(case.dep_ == "case" and case.lower_ == preposition for case in one.children)]


def _owners(noun: "Token") -> list[list["Token"]]:
    """Whose a noun is: "Chad's condemnation", "condemnation by Chad"; else who does the verb that carries it."""
    owners = [child for child in noun.children if child.dep_ in OWNERS and child.lower_ not in ITS]
    carrying = agents(noun.head) if noun.dep_ in LIGHT and noun.head != noun else []
    return [one for one in (owners, _after(noun, "by"), carrying) if one]


def _phrases(view: DocumentView, tokens: list["Token"]) -> list[Phrase]:
    """The phrases that tokens and what is joined to them stand in, in the order of the text."""
    found = {phrase.start: phrase for token in tokens for phrase in names_of(view, token)}
    return [found[start] for start in sorted(found)]
