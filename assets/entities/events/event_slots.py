"""The participants that stand around a trigger."""

from dataclasses import dataclass, field

from assets.entities.sentences.phrases import Phrase
from warehouse.tables.entities import Participation

MAIN = (Participation.SOURCE, Participation.HOST, Participation.VISITOR)  # those between whom an event took place


@dataclass(frozen=True)
class Slots:
    """Who stands on each side of a trigger, and where the words of the event end."""

    subjects: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    has_unnamed: bool = False  # "his counterpart", "senior officials": somebody without a name took part
    place: Phrase | None = None
    is_of_program: bool = False  # "the agenda includes a meeting with": its owner is the person spoken of last
    end: int = 0
