"""Title phrases that stand for a person named elsewhere: "the Secretary", "the Mexican foreign minister"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assets.entities.extensions import Role
from assets.entities.names.scenes import Scene
from assets.entities.names.title_parts import TitlePhrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

DIPLOMATS = frozenset(
    {
        "foreign minister", "deputy foreign minister", "ambassador", "special envoy", "consul", "negotiator",
        "diplomat", "secretary of state", "diplomatic attaché",
    }
)  # fmt: skip
LEADERS = frozenset(
    {
        "president",
        "prime minister",
        "king",
        "chancellor",
        "supreme leader",
        "opposition leader",
        "party leader",
        "leader",
    }
)
# "the minister" is none of these.
OTHER_MINISTERS = frozenset({"prime minister", "deputy prime minister", "first minister"})
# Words before "secretary" that make it another office: "the Secretary" is no assistant secretary.
OTHER_SECRETARIES = frozenset(
    {"assistant", "under", "deputy", "cabinet", "press", "permanent", "principal", "general", "executive", "state"}
    | {"parliamentary", "private", "first", "second", "third", "-"}
)
LAST_NAMED = frozenset({"diplomat", "official"})
TOO_GENERAL = frozenset({"head", "director", "founder", "analyst", "lawyer", "chief", "professor"})
NOT_KNOWN = frozenset({"a", "an", "his", "her", "their", "my", "our", "this", "that"})


@dataclass(frozen=True)
class Holder:
    """A person whom a title phrase may mean."""

    spans: tuple["Span", ...]
    roles: tuple[Role, ...]
    country_id: str | None

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """First tokens of the mentions, in order."""
        return tuple(span.start for span in self.spans)

    def last_before(self, position: int) -> int:
        """First token of the last mention before ``position``; -1 when there is none."""
        at = bisect_left(self.starts, position)
        return self.starts[at - 1] if at else -1


@dataclass(frozen=True)
class Nominal:
    """A title phrase at the tokens ``[start, end)`` that means the holder with the number ``holder``."""

    holder: int
    start: int
    end: int
    country_id: str | None


def nominals_of(doc: "Doc", scene: Scene, holders: Sequence[Holder]) -> list[Nominal]:
    """The title phrases of a Doc that mean one of the holders; a doubtful one means nobody."""
    attached = {role.start_char for holder in holders for role in holder.roles}
    names = {start for holder in holders for start in holder.starts}
    fitting: dict[tuple[str, ...], list[int]] = {}
    found = []
    reached = 0  # end of the last phrase: what stands in its tail means nobody by itself
    for phrase in scene.phrases:
        is_nested, reached = phrase.start < reached, max(reached, phrase.end)
        span = scene.words.span(doc, phrase.start, phrase.end)
        if is_nested or span.start_char in attached or not _may_mean(scene, phrase) or _is_named(scene, phrase, names):
            continue
        key = (*_head(scene, phrase), phrase.title, str(phrase.is_former))
        if key not in fitting:
            fitting[key] = [at for at, holder in enumerate(holders) if _holds(holder, scene, phrase)]
        at = _meant(doc, holders, fitting[key], phrase, span.start)
        if at is not None:
            has_article = scene.words.at(phrase.start - 1).lower() == "the"
            start = scene.words.tokens[phrase.start - 1] if has_article else span.start
            found.append(Nominal(at, start, span.end, phrase.country_id))
    return found


def _head(scene: Scene, phrase: TitlePhrase) -> tuple[str, ...]:
    return tuple(word.lower() for word in scene.words.texts[phrase.head_start : phrase.head_end])


def _may_mean(scene: Scene, phrase: TitlePhrase) -> bool:
    """Whether a phrase can mean somebody already known: not "a minister", not the office of a body unnamed here."""
    before = scene.words.at(phrase.start - 1).lower()
    has_tail = phrase.end > phrase.head_end and not phrase.is_explicit
    return phrase.has_determiner and not (
        phrase.is_plural or before in NOT_KNOWN or has_tail or phrase.title in TOO_GENERAL
    )


def _is_named(scene: Scene, phrase: TitlePhrase, names: set[int]) -> bool:
    """Whether a name follows, so that the phrase is of its bearer."""
    after = phrase.end + (scene.words.at(phrase.end) in {",", "("})
    return after < len(scene.words) and scene.words.tokens[after] in names


def _holds(holder: Holder, scene: Scene, phrase: TitlePhrase) -> bool:
    head = _head(scene, phrase)
    return any(fits(role, phrase, head) for role in holder.roles)


def fits(role: Role, phrase: TitlePhrase, head: tuple[str, ...]) -> bool:
    """Whether a title phrase with the words ``head`` can mean somebody who holds the role."""
    if role.is_former != phrase.is_former:
        return False
    if head == ("secretary",):
        return _is_secretary(role)
    if head[-1] == "secretary" and phrase.title in {"secretary", "deputy minister"}:
        return " ".join(head) in role.text.lower()  # "the Under Secretary" is one by these words
    if phrase.title in {"minister", "deputy minister"}:
        return _is_minister(role, is_deputy=phrase.title == "deputy minister")
    general = {"diplomat": DIPLOMATS, "official": DIPLOMATS, "leader": LEADERS}.get(phrase.title, frozenset())
    is_both = {role.title, phrase.title} == {"foreign minister", "secretary of state"}
    return role.title in general or role.title == phrase.title or is_both


def _is_minister(role: Role, is_deputy: bool) -> bool:
    """Whether the role is a minister's by its words: "the Minister" is no prime minister and no secretary."""
    is_office = role.title.endswith("minister") and role.title not in OTHER_MINISTERS
    return is_office and role.title.startswith("deputy") == is_deputy and "minister" in role.text.lower()


def _is_secretary(role: Role) -> bool:
    """Whether the bare word "secretary" stands in the words of the role, with no rank before it."""
    words = role.text.lower().replace("-", " - ").split()
    if "secretary" not in words or role.title == "secretary-general":
        return False
    at = words.index("secretary")
    return (at == 0 or words[at - 1] not in OTHER_SECRETARIES) and words[at + 1 : at + 2] != ["-"]


def _meant(
    doc: "Doc", holders: Sequence[Holder], fitting: Sequence[int], phrase: TitlePhrase, position: int
) -> int | None:
    """The holder named last before ``position``; nobody when two are named together, or none is."""
    of_country = _of_country(holders, fitting, phrase)
    named = sorted((holders[at].last_before(position), at) for at in of_country)
    before = [(start, at) for start, at in named if start >= 0]
    if not before:
        return of_country[0] if len(of_country) == 1 and phrase.is_explicit else None
    start, meant = before[-1]
    # Of two presidents in one sentence neither is "the president"; "the diplomat" is the one named last.
    if len(before) > 1 and phrase.title not in LAST_NAMED and _is_same_sentence(doc, before[-2][0], start):
        return None
    return meant


def _of_country(holders: Sequence[Holder], fitting: Sequence[int], phrase: TitlePhrase) -> list[int]:
    """Those who fit and represent the country named; else the only one who fits and is of no known country.

    "President Duda" is not "the President of the United States", even where no other president is named.
    """
    if not phrase.is_explicit or phrase.country_id is None:
        return list(fitting)
    same = [at for at in fitting if holders[at].country_id == phrase.country_id]
    unknown = [at for at in fitting if holders[at].country_id is None]
    is_only = len(unknown) == 1 and phrase.end == phrase.head_end
    return same or (unknown if is_only else [])


def _is_same_sentence(doc: "Doc", first: int, last: int) -> bool:
    return not any(doc[at].is_sent_start for at in range(first + 1, last + 1))
