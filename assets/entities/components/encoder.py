"""Pipeline component that reads tags, lemmas, dependencies and names with the encoder."""

from collections.abc import Iterator
from typing import cast

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.types import Ints2d

from assets.entities.encoder.doc_words import doc_words
from assets.entities.encoder.events import event_words
from assets.entities.encoder.label_codes import ATTRIBUTES, HEAD, Codes, LabelCodes
from assets.entities.encoder.labels import NO_ENTITY
from assets.entities.encoder.model import Reading, load_encoder, threads_by_environment
from assets.entities.encoder.names import name_spans
from assets.entities.encoder.sentence_bias import line_ends, sentence_bias
from assets.entities.encoder.windows import windows
from assets.entities.extensions import FoundEvent, FoundName

Indexes = npt.NDArray[np.int64]


class ChanceryEncoder:
    """Sets tags, lemmas, heads and the sentences they make, ``doc._.found_names`` and ``doc._.found_events``."""

    def __init__(self, vocab: Vocab, threads: int | None) -> None:
        """Take the strings of the pipeline and the number of cores; the encoder is loaded with the first text."""
        self.vocab = vocab
        self.threads = threads
        self._codes: LabelCodes | None = None

    def __call__(self, doc: Doc) -> Doc:
        """The same doc, read."""
        words = doc_words(doc)
        if not words.words:
            return doc
        encoder = load_encoder(threads=self.threads or threads_by_environment())
        codes = self._codes = self._codes or LabelCodes(self.vocab, encoder.labels)
        tokens = np.array(words.tokens)
        table = _space_codes(codes, tokens, len(doc))
        names: list[FoundName] = []
        events: dict[int, FoundEvent] = {}
        ends = line_ends(words)
        for window in windows(words.words, words.starts, ends, sentence_bias(words, ends), encoder.pieces):
            reading, places = encoder.read(window), tokens[window.words]
            rows = codes.of_words([words.words[word] for word in window.words], reading)
            rows[:, HEAD] = (places[reading.heads] - places).view(np.uint64)
            table[places] = rows
            names.extend(_names(places, reading))
            events |= _events(places, reading, encoder.labels.event)
        doc.from_array(list(ATTRIBUTES), cast(Ints2d, table))
        doc._.found_names, doc._.found_events = tuple(names), events
        return doc


def _space_codes(codes: LabelCodes, tokens: Indexes, length: int) -> Codes:
    """Rows for every token as if it were white space, which hangs on the word before it, else on the first."""
    places = np.arange(length)
    before = np.searchsorted(tokens, places, side="right") - 1
    table = np.tile(codes.space, (length, 1))
    table[:, HEAD] = (tokens[np.maximum(before, 0)] - places).view(np.uint64)
    return table


def _names(places: Indexes, reading: Reading) -> Iterator[FoundName]:
    for span in name_spans(reading.names, reading.starts):
        if span.label != NO_ENTITY:
            yield FoundName(int(places[span.start]), int(places[span.end - 1]) + 1, span.label, span.confidence)


def _events(places: Indexes, reading: Reading, kinds: tuple[str, ...]) -> dict[int, FoundEvent]:
    """The events that words of a window may tell, by token."""
    found: dict[int, FoundEvent] = {}
    for told in event_words(reading.events, reading.realis, reading.roles, kinds):
        roles: dict[int, dict[str, float]] = {}
        for word, role, probability in told.roles:
            roles.setdefault(int(places[word]), {})[role] = probability
        found[int(places[told.word])] = FoundEvent(told.types, told.modes, told.realis, roles)
    return found


@Language.factory(
    "chancery_encoder",
    requires=["token.is_sent_start"],
    assigns=["token.tag", "token.pos", "token.morph", "token.lemma", "token.head", "token.dep", "token.is_sent_start"],
    default_config={"threads": None},
)
def make_encoder(nlp: Language, name: str, threads: int | None) -> ChanceryEncoder:
    """The component ``chancery_encoder``; without ``threads`` the environment says how many cores it uses."""
    return ChanceryEncoder(nlp.vocab, threads)
