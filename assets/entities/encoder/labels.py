"""The labels that the encoder chooses from."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME_LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC")
NAME_TAGS = ("O", *(f"{mark}-{label}" for label in NAME_LABELS for mark in "BI"))
NO_ENTITY = "MISC"  # laws, works and languages: told apart from the others so that they are not taken for them
ROOT = "root"
NO_EVENT = "O"
REALIS = ("asserted", "planned", "cancelled", "negated", "hypothetical")
NO_ROLE = "none"
ROLES = (
    NO_ROLE,
    "source",
    "target",
    "host",
    "visitor",
    "attendee",
    "mediator",
    "place",
    "date",
    "by",
)  # by: who says so


@dataclass(frozen=True)
class Labels:
    """Closed sets, in the order of the encoder's outputs."""

    tag: tuple[str, ...]  # Penn Treebank tags: "NNP"
    universal: tuple[str, ...]  # universal part of speech and features: "NOUN|Number=Sing"
    lemma: tuple[str, ...]  # rules of ``encoder.lemmas``
    relation: tuple[str, ...]  # Universal Dependencies relations
    event: tuple[str, ...]  # NO_EVENT, then PLOVER types with and without a mode: "CONSULT", "CONSULT.visit"

    @classmethod
    def read(cls, path: Path) -> "Labels":
        """The labels that ``write`` wrote."""
        kept = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{name: tuple(kept[name]) for name in cls.__dataclass_fields__})

    def write(self, path: Path) -> None:
        """Write the labels as JSON."""
        path.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
