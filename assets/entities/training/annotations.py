"""Texts with the names that a person marked in them: our own, and those of a user.

A file of JSON lines has one object per text: ``text`` and ``spans`` ([start, end, label], half-open, in code points
of ``text``); or, for texts that are not ours to copy, ``url`` and ``sha256`` of a press release in the corpora with
``spans`` in raw offsets and ``until``, the raw offset up to which names are marked. A ``.spacy`` file is a DocBin with
doc.ents. Labels are those of the product.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assets.documents import read_document
from assets.documents.offsets import OffsetMap
from assets.entities.components.tokenizer import make_tokenizer
from assets.entities.encoder.labels import NAME_LABELS
from assets.entities.sentences.sentences import sentence_starts
from assets.entities.training.corpora import Sentence

FOLDER = Path(__file__).with_name("annotations")  # our own
PRESS_RELEASES = "us_press_releases.jsonl.gz"
Spans = list[tuple[int, int, str]]


class AnnotationError(ValueError):
    """An annotation that cannot be learned from; the message names the file, the line and the remedy."""


@dataclass(frozen=True)
class Marked:
    """A text and its names."""

    name: str
    text: str
    spans: Spans


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
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        row, place = json.loads(line), f"{path}, line {number}"
        if "url" in row and not releases:
            releases = _press_releases(corpora / PRESS_RELEASES)
        marked = _of_release(row, releases, place) if "url" in row else _of_text(row, place)
        yield Marked(f"{path.stem}-{number}", marked.text, _checked(marked, place))


def _of_text(row: Mapping[str, object], place: str) -> Marked:
    text, spans = row.get("text"), row.get("spans")
    if not isinstance(text, str) or not isinstance(spans, list):
        raise AnnotationError(f'{place}: a text needs "text" and "spans": [[start, end, "LABEL"], ...]')
    return Marked("", text, [(int(start), int(end), str(label)) for start, end, label in spans])


def _of_release(row: Mapping[str, object], releases: Mapping[str, str], place: str) -> Marked:
    """The body of a press release with its spans moved from raw offsets."""
    raw = releases.get(str(row["url"]), "")
    if hashlib.sha256(raw.encode()).hexdigest() != row["sha256"]:
        raise AnnotationError(f"{place}: {row['url']} is not the text that was annotated; see ../shared/corpora")
    reading = read_document(raw, media_type="text/html")
    if reading.document is None:
        raise AnnotationError(f"{place}: {row['url']} has no body: {reading.rejected}")
    offsets, spans = OffsetMap.of_segments(reading.segments), row["spans"]
    until = row["until"]
    if not isinstance(spans, list) or not isinstance(until, int):
        raise AnnotationError(f'{place}: a press release needs "spans" and "until"')
    moved = [(*offsets.body_span(int(start), int(end)), str(label)) for start, end, label in spans]
    return Marked("", reading.document.body[: offsets.body_span(until - 1, until)[1]], moved)


def _press_releases(path: Path) -> dict[str, str]:
    """HTML of each press release by its URL."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {row["url"]: row["html"] for row in rows}


def _checked(marked: Marked, place: str) -> Spans:
    """The spans in order, each within the text, with a label of ours, none over another."""
    end_before = 0
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
    tags = _tags(marked.spans, words, offsets)
    rows: list[tuple[str, str]] = []
    opens, opens_next = True, False
    for word, tag, starts_sentence in zip(words, tags, starts, strict=True):
        if word.isspace():
            opens_next |= "\n" in word
            continue
        if rows and starts_sentence:
            yield _sentence(marked.name, rows, opens)
            rows, opens = [], opens_next
        rows.append((word, tag))
        opens_next = False
    if rows:
        yield _sentence(marked.name, rows, opens)


def _sentence(name: str, rows: list[tuple[str, str]], opens: bool) -> Sentence:
    words, tags = zip(*rows, strict=True)
    return Sentence(name, words, names=tags, scheme="chancery", opens=opens)


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
