"""Rows of the topics that one side brings up at an event.

What somebody brings up belongs to the act that says so ("urged", "thanked"), and to the meeting, call or visit being told:
that of the sentence, else the last one told in which the speaker or the speaker's country took part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.entities.events.attendance import told_most
from assets.entities.events.event_parts import Event
from assets.entities.events.event_slots import MAIN
from assets.entities.events.raising import Raising, acts_by_word, is_shared, raising_of
from assets.entities.events.topics import TopicWord, topic_words
from assets.entities.quotes.clauses import Clauses, clauses_of
from assets.entities.quotes.quotes import all_quotes, quotes_around
from assets.entities.sentences.document_view import DocumentView, view_of
from assets.entities.sentences.phrases import PhraseKind
from warehouse.tables.entities import EventMention, PloverType, Realis
from warehouse.tables.raised_topics import RaisedTopic

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from assets.entities.context import DocumentContext

Told = Sequence[tuple[Event, EventMention]]
_PASSAGE = 4  # sentences after the last that spoke of a meeting, in which it is still being told
_FARTHER = 0.8  # of what follows the sentence that tells the meeting
_NAMING = frozenset({PhraseKind.PERSON, PhraseKind.TITLE, PhraseKind.BODY, PhraseKind.OCCASION})
_MEETINGS = frozenset({"meeting", "phone", "visit", "multilateral", "third_party"})


@dataclass(frozen=True)
class _Raised:
    word: TopicWord
    token: int
    raising: Raising


def raised_topic_rows(doc: "Doc", context: "DocumentContext", told: Told) -> list[RaisedTopic]:
    """One row per event, topic and side that brings it up in a sentence; ``told`` are the events of ``doc``."""
    view = view_of(doc)
    clauses = clauses_of(view)
    if clauses is None or not told:
        return []
    rows: dict[tuple[str, str, str, int], RaisedTopic] = {}
    passage = _Passage(view, told)
    acts = acts_by_word([event for event, _ in told])
    for raised in _raised(view, clauses, acts):
        own = acts.get(raised.raising.verb) if raised.raising.verb is not None else None
        for mention, nearness in passage.events_of(raised, own):
            row = _row(view, raised, mention, nearness, context)
            rows.setdefault((row.event_mention_id, row.context, row.raised_by_chain_id, row.raw_start), row)
    return list(rows.values())


def _raised(view: DocumentView, clauses: Clauses, acts: dict[int, Event]) -> Iterator[_Raised]:
    """The topics that somebody brings up, in the order of the text."""
    quotes = all_quotes(view)
    for word in sorted(topic_words(view.text), key=lambda word: (word.start, word.context)):
        token = view.tokens.token_from(word.start)
        if token >= len(view.lower) or _is_in_name(view, word, token):
            continue
        quote = next(iter(quotes_around(view, token, quotes)), None)
        raising = raising_of(view, clauses, token, quote, acts)
        if raising is not None:
            yield _Raised(word, token, raising)


def _is_in_name(view: DocumentView, word: TopicWord, token: int) -> bool:
    """True for the "Energy" of "the Secretary of Energy": part of a name or title; NATO itself is a topic."""
    phrase = view.phrase_at(token)
    if phrase is None or phrase.kind not in _NAMING:
        return False
    mention = phrase.mention or (phrase.start, phrase.end)
    return (
        view.doc[mention[0] : mention[1]].text.lower().removeprefix("the ") != view.text[word.start : word.end].lower()
    )


class _Passage:
    """Which meeting is being told, sentence by sentence; asked in the order of the text."""

    def __init__(self, view: DocumentView, told: Told) -> None:
        self._view = view
        self._told = told
        self._meetings = [one for one in told if _is_held(view, one[0])]
        self._last: dict[str, int] = {}  # number of the last sentence that spoke of a meeting

    def events_of(self, raised: _Raised, own: Event | None) -> Iterator[tuple[EventMention, float]]:
        """The act that brings a topic up and the meeting at which it is brought up, with how near they are told."""
        yield from ((mention, 1.0) for event, mention in self._told if event is own)
        meeting = self._meeting(raised)
        if meeting is not None:
            yield meeting

    def _meeting(self, raised: _Raised) -> tuple[EventMention, float] | None:
        sentence = self._view.sentence_at[raised.token]
        sides = [one for one in self._meetings if self._is_there(one[0], raised.raising.chain)]
        here = [one for one in sides if self._sentence(one[0]) == sentence]
        if here:
            return here[-1][1], 1.0
        before = {one[0]: one[1] for one in sides if self._sentence(one[0]) < sentence}
        last = told_most(self._view, list(before), raised.token)
        if last is None:
            return None
        event = next(one for one in before if _sides(one) == _sides(last))  # later tellings may be of another day
        mention = before[event]
        spoken = max(self._last.get(mention.event_mention_id, 0), self._sentence(last))
        if sentence - spoken > _PASSAGE:
            return None
        self._last[mention.event_mention_id] = sentence
        return mention, _FARTHER

    def _sentence(self, event: Event) -> int:
        return self._view.sentence_at[event.match.start]

    def _is_there(self, event: Event, chain: int) -> bool:
        """Whether somebody took part, or the country that they speak for did."""
        chains = self._view.doc._.chains
        country = chains[chain].country_id
        return any(
            part.chain == chain or (country is not None and chains[part.chain].country_id == country)
            for part in event.parts
        )


def _sides(event: Event) -> frozenset[int]:
    return frozenset(part.chain for part in event.parts if part.participation in MAIN)


def _is_held(view: DocumentView, event: Event) -> bool:
    words = view.lower[event.match.start : event.match.end]
    is_aside = event.quote is not None and any(is_shared(word) for word in words)  # "as we discussed with partners"
    is_meeting = event.plover_type is PloverType.CONSULT and event.mode in _MEETINGS
    return is_meeting and event.realis is Realis.ASSERTED and not is_aside


def _row(
    view: DocumentView, raised: _Raised, mention: EventMention, nearness: float, context: "DocumentContext"
) -> RaisedTopic:
    doc, raising = view.doc, raised.raising
    first, last = view.sentence_of(raised.token)
    sentence = doc[first:last].text
    start = view.tokens.offsets[first] + len(sentence) - len(sentence.lstrip())
    end = start + len(sentence.strip())
    raw_start, raw_end = context.raw_span(start, end)
    return RaisedTopic(
        event_mention_id=mention.event_mention_id,
        document_id=context.document_id,
        context=raised.word.context,
        raised_by_chain_id=context.chain_id(doc._.chains[raising.chain], doc),
        topic_text=view.text[raised.word.start : raised.word.end],
        cue_text=raising.cue(view),
        sentence_text=view.text[start:end],
        start_char=start,
        end_char=end,
        raw_start=raw_start,
        raw_end=raw_end,
        confidence=round(raising.confidence * nearness, 2),
    )
