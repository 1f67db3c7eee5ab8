"""Offices that a text names without their holders: "the Ukrainian Foreign Minister", where it tells nobody's name.

Who is meant, other documents may tell. Only what names its country or its body, and means whoever holds the office on the
day of the text, is one: not "a minister", "the next president of Peru", "the office of the president of Peru".
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assets.entities.coreference.titles import TOO_GENERAL, free_phrases, has_owner, holder_of, holds, with_article
from assets.entities.names.scenes import Scene, scene_of
from assets.entities.names.title_parts import TitlePhrase
from assets.entities.names.title_words import title_words
from assets.entities.word_sets import word_set
from warehouse.tables.entities import RoleStatus
from warehouse.tables.office_mentions import OfficeMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from assets.entities.context import DocumentContext
    from assets.entities.coreference.holders import Holder

# Words of a title that make it somebody else's than the one in office: "the new president", "the first president"
NOT_IN_OFFICE = word_set("new newly next future elected appointed first second third last previous")
# Words before "the president of Peru" that make it what somebody is or becomes, or the office itself
BECOMING = word_set(
    "as is was were be been being become becomes became becoming elect elected elects electing appoint appointed "
    "name named nominated called titled remains remained"
)
OFFICES = word_set(
    "office offices post position role title job powers election elections inauguration term presidency candidate candidates "
    "candidacy"
)
CIRCUMSTANCES = frozenset({"in", "at", "on", "with", "to"})
BELONGING = frozenset({"to", "of", "for"})  # "special assistant to the Secretary" tells a post, of whatever time
SERVANTS = title_words() | word_set("assistant aide counsel clerk")
HELD = frozenset({RoleStatus.CURRENT, RoleStatus.ACTING})
YEAR = re.compile(r"(?:19|20)\d\d")
SURE = 0.8


@dataclass(frozen=True)
class UnnamedOffice:
    """A title phrase at the tokens ``[start, end)``, with its article, that means whoever holds the office."""

    start: int
    end: int
    title: str  # title in seeds/reference/roles.csv
    country_id: str | None  # country that the text names
    status: RoleStatus
    body: tuple[int, int] | None  # tokens of the institution
    earliest_year: int | None  # that its sentence names


@lru_cache(maxsize=1)
def unnamed_offices(doc: "Doc") -> tuple[UnnamedOffice, ...]:
    """The offices of a Doc with chains whose holders it does not name, in order."""
    scene = scene_of(doc)
    holders = [holder_of(doc, chain) for chain in doc._.chains if chain.label == "PERSON"]
    resolved = {start for chain in doc._.chains for start, _ in chain.nominals}
    offices = (
        _office(scene, phrase)
        for phrase in free_phrases(doc, scene, holders)
        if _means_holder(scene, phrase) and not _is_known(holders, scene, phrase)
    )
    return tuple(office for office in offices if office.start not in resolved)


def office_rows(doc: "Doc", context: "DocumentContext") -> list[OfficeMention]:
    """One row per office of ``doc`` without a name."""
    mentions = {mention: chain for chain in doc._.chains for mention in chain.mentions}
    rows = []
    for office in unnamed_offices(doc):
        span = doc[office.start : office.end]
        raw_start, raw_end = context.raw_span(span.start_char, span.end_char)
        body = mentions.get(office.body) if office.body else None
        rows.append(
            OfficeMention(
                chain_id=office_chain_id(doc, office, context),
                document_id=context.document_id,
                text=span.text,
                start_char=span.start_char,
                end_char=span.end_char,
                raw_start=raw_start,
                raw_end=raw_end,
                role_title=office.title,
                country_id=office.country_id,
                role_organization_chain_id=context.chain_id(body, doc) if body else None,
                role_status=office.status,
                earliest_year=office.earliest_year,
                confidence=SURE,
            )
        )
    return rows


def office_chain_id(doc: "Doc", office: UnnamedOffice, context: "DocumentContext") -> str:
    """Identifier of the chain that the mention of an office is."""
    span = doc[office.start : office.end]
    return context.chain_id_at(span.start_char, span.end_char, "OFFICE")


def _office(scene: Scene, phrase: TitlePhrase) -> UnnamedOffice:
    tokens, words = scene.words.tokens, scene.words
    sentence = words.sentences[phrase.start]
    first, end = bisect_left(words.sentences, sentence), bisect_right(words.sentences, sentence)
    years = [int(word) for word in words.texts[first:end] if YEAR.fullmatch(word)]
    return UnnamedOffice(
        start=with_article(scene, phrase),
        end=tokens[_end(scene, phrase) - 1] + 1,
        title=phrase.title,
        country_id=phrase.country_id if phrase.is_explicit else None,
        status=phrase.status,
        body=(tokens[phrase.body[0]], tokens[phrase.body[1] - 1] + 1) if phrase.body else None,
        earliest_year=min(years, default=None),
    )


def _end(scene: Scene, phrase: TitlePhrase) -> int:
    """Word after the phrase without where and when: "the president of Peru | in Lima on Tuesday"."""
    is_to = scene.words.at(phrase.head_end).lower() == "to"  # "ambassador to Peru"
    tail = range(phrase.head_end + is_to, phrase.end)
    return next((at for at in tail if scene.words.lower[at] in CIRCUMSTANCES), phrase.end)


def _means_holder(scene: Scene, phrase: TitlePhrase) -> bool:
    """Whether a phrase means the one person who holds the office now."""
    if phrase.is_plural or phrase.status not in HELD or phrase.title in TOO_GENERAL:
        return False
    words = scene.words
    has_article = words.at(phrase.start - 1).lower() == "the"
    is_definite = has_article or has_owner(scene, phrase)
    is_now = NOT_IN_OFFICE.isdisjoint(words.lower[phrase.start : phrase.head_start])
    before = phrase.start - 1 - has_article
    is_of_office = words.at(before).lower() == "of" and words.at(before - 1).lower() in OFFICES
    is_of_servant = words.at(before).lower() in BELONGING and words.at(before - 1).lower() in SERVANTS
    is_of_somebody = words.at(before).lower() not in BECOMING and not is_of_office and not is_of_servant
    is_of_one = phrase.body is not None or (phrase.is_explicit and len(_countries(scene, phrase)) <= 1)
    return is_of_one and is_definite and is_now and is_of_somebody


def _countries(scene: Scene, phrase: TitlePhrase) -> set[str]:
    """Countries named in a phrase: "the President of Mexico and Guatemala" are two presidents."""
    places = (scene.entities.by_start.get(at) for at in range(phrase.start, _end(scene, phrase)))
    return {place.country_id for place in places if place is not None and place.country_id}


def _is_known(holders: "Sequence[Holder]", scene: Scene, phrase: TitlePhrase) -> bool:
    """Whether the text names somebody who may hold the office."""
    country = phrase.country_id if phrase.is_explicit else None
    return any(
        holds(holder, scene, phrase)
        for holder in holders
        if None in (country, holder.country_id) or holder.country_id == country
    )
