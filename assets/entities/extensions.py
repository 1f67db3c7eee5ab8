"""What the pipeline leaves on a spaCy Doc beside its entities.

``doc._.chains``: tuple of Chain, one per entity of the document. ``span._.role``: the Role attached to a PERSON
span, or None. ``span._.country``: ISO 3166-1 alpha-3 of the country an entity span means, or None.
``span._.confidence``: 0 to 1. ``span._.is_guess``: taken for a name by its kind alone. ``doc._.found_names``: tuple of
FoundName, what the encoder takes for names, in order; not all of them become entities. ``doc._.found_events``: by token,
the FoundEvent that it may tell. ``doc._.government``: the
country whose government published the text, or None. ``doc._.origin``: the country in which it was written.
"""

from dataclasses import dataclass

from warehouse.tables.entities import RoleStatus


@dataclass(frozen=True)
class Role:
    """A title phrase as the text attaches it to a person."""

    text: str  # "Secretary of Foreign Affairs of Mexico"
    start_char: int  # span of the phrase in doc.text
    end_char: int
    title: str  # title in seeds/reference/roles.csv: "foreign minister"
    country_id: str | None  # country represented: "MEX"
    status: RoleStatus = RoleStatus.CURRENT
    portfolio: str | None = None  # "foreign affairs"
    body: tuple[int, int] | None = None  # span in doc.text of the institution it is an office of

    @property
    def is_former(self) -> bool:
        """Whether the office is held no more."""
        return self.status is RoleStatus.FORMER


@dataclass(frozen=True)
class Chain:
    """All mentions of one entity in a document; token spans are half-open."""

    name: str  # fullest name, with whitespace normalised
    label: str  # PERSON, ORG, GPE, LOC, FAC, NORP, EVENT
    mentions: tuple[tuple[int, int], ...]  # token spans in doc.ents, in order
    nominals: tuple[tuple[int, int], ...] = ()  # token spans of titles that mean it: "the Mexican foreign minister"
    country_id: str | None = None  # country it is, lies in, or represents
    roles: tuple[Role, ...] = ()  # roles its mentions carry
    pronouns: tuple[tuple[int, int], ...] = ()  # token spans of pronouns that mean it: "she", and "I" where it speaks


@dataclass(frozen=True)
class FoundName:
    """A name as the encoder sees it, over the tokens ``[start, end)``."""

    start: int
    end: int
    label: str  # PERSON, ORG, GPE, LOC, FAC, NORP, EVENT
    confidence: float  # 0 to 1


@dataclass(frozen=True)
class FoundEvent:
    """An event that the encoder sees in a token; probabilities from 0 to 1."""

    types: dict[str, float]  # PLOVER type: probability that the token tells an event of it
    modes: dict[str, str | None]  # PLOVER type: its likeliest mode
    realis: dict[str, float]
    roles: dict[int, dict[str, float]]  # token: probability of each role; ROLES of encoder.labels


def register() -> None:
    """Declare the extension attributes; calling it again changes nothing."""
    from spacy.tokens import Doc, Span

    Doc.set_extension("chains", default=(), force=True)
    Doc.set_extension("government", default=None, force=True)
    Doc.set_extension("origin", default=None, force=True)
    Doc.set_extension("found_names", default=(), force=True)
    Doc.set_extension("found_events", default=None, force=True)
    Span.set_extension("role", default=None, force=True)
    Span.set_extension("country", default=None, force=True)
    Span.set_extension("confidence", default=1.0, force=True)
    Span.set_extension("is_guess", default=False, force=True)
