"""Texts with the names that a person marked in them: our own, and those of a user.

A file of JSON lines has one object per text: ``text`` and ``spans`` ([start, end, label], half-open, in code points
of ``text``); or, for texts that are not ours to copy, ``url`` and ``sha256`` of a press release in the corpora with
``spans`` in raw offsets and ``until``, the raw offset up to which names are marked, or ``gmb`` and ``sha256``, the number
of a document of the Groningen Meaning Bank (its words with blanks between them). A ``.spacy`` file is a DocBin with
doc.ents. Labels are those of the product. Without ``spans`` nothing is said of names.

``events`` are marked likewise, in press releases up to the raw offset ``events_until``: objects with ``trigger`` [start,
end] (one word), ``kind`` (type and mode, "CONSULT.visit"), ``realis`` and ``arguments`` [[role, start, end], ...], all
of the trigger's sentence. Without ``events`` nothing is said of them.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from assets.documents import read_document
from assets.documents.offsets import OffsetMap
from assets.entities.components.tokenizer import make_tokenizer
from assets.entities.encoder.labels import NAME_LABELS
from assets.entities.sentences.sentences import sentence_starts
from assets.entities.training.corpora import GMB, MarkedEvent, Sentence, gmb

FOLDER = Path(__file__).with_name("annotations")  # our own
PRESS_RELEASES = "us_press_releases.jsonl.gz"
Spans = list[tuple[int, int, str]]


class AnnotationError(ValueError):
    """An annotation that cannot be learned from; the message names the file, the line and the remedy."""


@dataclass(frozen=True)
class SpannedEvent:
    """An event in code points: arguments are (role, start, end)."""

    trigger: tuple[int, int]
    kind: str
    realis: str
    arguments: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Marked:
    """A text, its names and its events; None where they are not marked."""

    name: str
    text: str
    spans: Spans | None
    events: tuple[SpannedEvent, ...] | None = None
    events_until: int = 0


def annotated_sentences(path: Path, corpora: Path) -> Iterator[Sentence]:
    """Sentences of an annotation file.

    Raises:
        AnnotationError: a span lies outside its text, has an unknown label or overlaps another; a text is not the one
            that was annotated.
    """
    from spacy.lang.en import English

    tokenizer = make_tokenizer()(English())
    texts = docbin_texts(path) if path.suffix == ".spacy" else json_texts(path, corpora)
    for marked in texts:
        doc = tokenizer(marked.text)
        words = [token.text for token in doc]
        starts = sentence_starts(words, [bool(token.whitespace_) for token in doc])
        yield from _sentences(marked, words, [token.idx for token in doc], starts)


def json_texts(path: Path, corpora: Path) -> Iterator[Marked]:
    """Texts of a file of JSON lines; press releases are read from the corpora."""
    releases: dict[str, str] = {}
    news: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        row, place = json.loads(line), f"{path}, line {number}"
        if "url" in row:
            releases = releases or _press_releases(corpora / PRESS_RELEASES)
            marked = _of_release(row, releases, place)
        elif "gmb" in row:
            news = news or _news(corpora / GMB)
            marked = _of_news(row, news, place)
        else:
            marked = _of_text(row, place)
        yield replace(marked, name=f"{path.stem}-{number}", spans=_checked(marked, place))


def _of_news(row: Mapping[str, object], news: Mapping[str, str], place: str) -> Marked:
    text = news.get(f"gmb-{row['gmb']}", "")
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise AnnotationError(f"{place}: gmb {row['gmb']} is not the text that was annotated; see ../shared/corpora")
    return Marked("", text, None, _events(row, place, lambda start, end: (start, end)), len(text))


def _news(path: Path) -> dict[str, str]:
    """Text of each document of the Groningen Meaning Bank by its name."""
    words: dict[str, list[str]] = {}
    for sentence in gmb(path):
        words.setdefault(sentence.document, []).extend(sentence.words)
    return {name: " ".join(each) for name, each in words.items()}


def _of_text(row: Mapping[str, object], place: str) -> Marked:
    text, spans = row.get("text"), row.get("spans")
    if not isinstance(text, str) or not (isinstance(spans, list) or "events" in row):
        raise AnnotationError(f'{place}: a text needs "text" and "spans": [[start, end, "LABEL"], ...]')
    names = [(int(start), int(end), str(label)) for start, end, label in spans] if isinstance(spans, list) else None
    return Marked("", text, names, _events(row, place, lambda start, end: (start, end)), len(text))


def _events(
    row: Mapping[str, object], place: str, moved: Callable[[int, int], tuple[int, int]]
) -> tuple[SpannedEvent, ...] | None:
    """The events of a row, at the places that ``moved`` gives."""
    events = row.get("events")
    if not isinstance(events, list):
        return None
    try:
        return tuple(
            SpannedEvent(
                moved(*event["trigger"]),
                event["kind"],
                event["realis"],
                tuple((role, *moved(start, end)) for role, start, end in event["arguments"]),
            )
            for event in events
        )
    except (KeyError, TypeError, ValueError) as error:
        raise AnnotationError(f"{place}: an event needs trigger, kind, realis and arguments ({error!r})") from error


def _of_release(row: Mapping[str, object], releases: Mapping[str, str], place: str) -> Marked:
    """The body of a press release with its spans moved from raw offsets."""
    raw = releases.get(str(row["url"]), "")
    if hashlib.sha256(raw.encode()).hexdigest() != row["sha256"]:
        raise AnnotationError(f"{place}: {row['url']} is not the text that was annotated; see ../shared/corpora")
    reading = read_document(raw, media_type="text/html")
    if reading.document is None:
        raise AnnotationError(f"{place}: {row['url']} has no body: {reading.rejected}")
    offsets, spans = OffsetMap.of_segments(reading.segments), row.get("spans")
    until = row.get("until")
    if not isinstance(until, int) or not (isinstance(spans, list) or "events" in row):
        raise AnnotationError(f'{place}: a press release needs "until", and "spans" or "events"')
    moved = None
    if isinstance(spans, list):
        moved = [(*offsets.body_span(int(start), int(end)), str(label)) for start, end, label in spans]
    last = int(str(row.get("events_until", until)))
    text = reading.document.body[: offsets.body_span(until - 1, until)[1]]
    events = _events(row, place, offsets.body_span)
    return Marked("", text, moved, events, offsets.body_span(last - 1, last)[1])


def _press_releases(path: Path) -> dict[str, str]:
    """HTML of each press release by its URL."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {row["url"]: row["html"] for row in rows}


def _checked(marked: Marked, place: str) -> Spans | None:
    """The spans in order, each within the text, with a label of ours, none over another."""
    end_before = 0
    if marked.spans is None:
        return None
    for start, end, label in sorted(marked.spans):
        if label not in NAME_LABELS:
            raise AnnotationError(f"{place}: unknown label {label!r}; labels are {', '.join(NAME_LABELS)}")
        if not end_before <= start < end <= len(marked.text):
            raise AnnotationError(f"{place}: span {start}-{end} lies outside the text or over another span")
        end_before = end
    return sorted(marked.spans)


def docbin_texts(path: Path) -> Iterator[Marked]:
    """Texts of a spaCy DocBin."""
    from spacy.lang.en import English
    from spacy.tokens import DocBin

    for number, doc in enumerate(DocBin().from_disk(path).get_docs(English().vocab), 1):
        spans = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents if ent.label_ in NAME_LABELS]
        yield Marked(f"{path.stem}-{number}", doc.text, spans)


def _sentences(marked: Marked, words: list[str], offsets: list[int], starts: list[bool]) -> Iterator[Sentence]:
    """Sentences of words that are not white space; a line opens where a sentence begins after a line break."""
    tags = _tags(marked.spans, words, offsets) if marked.spans is not None else None
    kept: list[int] = []
    opens, opens_next = True, False
    for index, word in enumerate(words):
        if word.isspace():
            opens_next |= "\n" in word
            continue
        if kept and starts[index]:
            yield _sentence(marked, words, offsets, kept, tags, opens)
            kept, opens = [], opens_next
        kept.append(index)
        opens_next = False
    if kept:
        yield _sentence(marked, words, offsets, kept, tags, opens)


def _sentence(
    marked: Marked, words: list[str], offsets: list[int], kept: list[int], tags: list[str] | None, opens: bool
) -> Sentence:
    chosen = tuple(words[index] for index in kept)
    names = tuple(tags[index] for index in kept) if tags else ()
    spans = [(offsets[index], offsets[index] + len(words[index])) for index in kept]
    return Sentence(marked.name, chosen, names=names, scheme="chancery", opens=opens, events=_told(marked, spans))


def _told(marked: Marked, spans: Sequence[tuple[int, int]]) -> tuple[MarkedEvent, ...] | None:
    """The events of a sentence whose words have these spans; None where events are not marked."""
    if marked.events is None or spans[-1][1] > marked.events_until:
        return None
    told: list[MarkedEvent] = []
    for event in marked.events:
        trigger = _words_of(spans, *event.trigger)
        if not trigger:
            continue
        arguments = ((role, _words_of(spans, start, end)) for role, start, end in event.arguments)
        placed = tuple((role, found[0], found[-1] + 1) for role, found in arguments if found)
        told.append(MarkedEvent(trigger[0], event.kind, event.realis, placed))
    return tuple(told)


def _words_of(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    return [index for index, (first, last) in enumerate(spans) if first < end and last > start]


def _tags(spans: Spans, words: list[str], offsets: list[int]) -> list[str]:
    """BIO tags of words; a span that begins or ends inside a word takes the whole word."""
    tags = ["O"] * len(words)
    ahead, end, label = 0, -1, ""
    for index, (word, offset) in enumerate(zip(words, offsets, strict=True)):
        while ahead < len(spans) and spans[ahead][0] < offset + len(word):
            if spans[ahead][1] > offset:
                _, end, label = spans[ahead]
                tags[index] = f"B-{label}"
            ahead += 1
        if tags[index] == "O" and offset < end and not word.isspace():
            tags[index] = f"I-{label}"
    return tags
