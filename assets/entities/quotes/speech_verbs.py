"""Verbs that report speech, in all their forms; the grammar around them decides whether they do."""

from assets.entities.sentences.phrase_words import SAYING, WEAK_SAYING
from assets.entities.word_sets import word_set

_IRREGULAR = word_set(
    "said say says saying told tell tells telling thought think thinks thinking wrote write writes writing held holds"
)
_STATING = (
    "add note state announce explain emphasize emphasise stress underline underscore highlight declare reiterate affirm "
    "reaffirm confirm reconfirm warn recall insist assert claim argue reply respond answer tweet post indicate maintain "
    "acknowledge assure specify report opine observe caution clarify admit quip manifest inform deny predict allege "
    "contend reveal disclose mention conclude continue remark comment suggest consider believe propose complain joke "
    "testify vow pledge promise stipulate concede counter retort lament agree query ask estimate recognise recognize "
    "detail signal hint repeat charge point pronounce notify divulge"
)
_CALLING = (
    "call describe label brand dub term characterize characterise praise hail welcome criticize criticise condemn "
    "denounce reject dismiss thank urge demand express convey evaluate rate qualify define accuse defend regret accept "
    "request invite advocate voice ratify refer treat slam blast cite quote hope wish congratulate appeal"
)
_VOWELS = "aeiou"
_DOUBLING = frozenset({"admit", "quip", "regret", "refer", "slam"})


def _forms(verb: str) -> frozenset[str]:
    """The forms of a regular verb: stress, stresses, stressed, stressing."""
    if verb.endswith("e"):
        return frozenset({verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"})
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return frozenset({verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"})
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return frozenset({verb, third, f"{stem}ed", f"{stem}ing"})


def _all_forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in _forms(verb))


STATING = _all_forms(_STATING) | _IRREGULAR
CALLING = _all_forms(_CALLING) | word_set("faulted faults faulting")
DENYING = _forms("deny")
REPORTING = STATING | CALLING | SAYING | WEAK_SAYING
