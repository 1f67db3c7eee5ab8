"""Sentences of the training corpora, in one form whatever they were annotated with."""

import csv
import gzip
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from assets.entities.training.gum import TITLES, gum_names

GMB = Path("gmb_sample") / "ner.csv.gz"  # in the folder of the corpora
SENTENCES_OF_A_DOCUMENT = 8  # where a corpus does not say which sentences belong together


@dataclass(frozen=True)
class MarkedEvent:
    """An event that a word of a sentence tells; arguments are (role, first word, word after the last)."""

    trigger: int
    kind: str  # type with its mode: "CONSULT.visit"
    realis: str
    arguments: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Sentence:
    """Words of a sentence with what its corpus says of them; a layer that the corpus lacks is empty."""

    document: str
    words: tuple[str, ...]
    spaces: tuple[bool, ...] = ()
    tags: tuple[str, ...] = ()  # XPOS
    universal: tuple[str, ...] = ()  # UPOS and features: "NOUN|Number=Sing"
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()  # index within the sentence; a root is its own head
    relations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()  # BIO tags as the corpus writes them
    scheme: str = ""  # whose BIO tags they are: a key of labels.ALLOWED
    opens: bool = False  # a line begins with it
    events: tuple[MarkedEvent, ...] | None = None  # None: events are not marked in it


def ewt_and_gum(folder: Path, part: str) -> tuple[list[Sentence], list[Sentence]]:
    """Parsed sentences of UD EWT, with the names that Universal NER gives them, and of GUM; ``part`` train or dev."""
    named = uner(folder / "uner_ewt" / f"{part}.iob2.gz")
    ewt = with_names(conllu(folder / "ud_ewt" / f"{part}.conllu.gz"), named)
    return ewt, list(conllu(folder / "gum_open" / f"{part}.conllu.gz"))


def conllu(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file; of multiword tokens and empty nodes only the words stay."""
    document = ""
    for comments, rows in _blocks(path):
        document = next((line[14:] for line in comments if line.startswith("# newdoc id = ")), document)
        opens = any(line.startswith("# newpar") for line in comments)
        yield _parsed(document, rows, opens)


def _parsed(document: str, rows: list[list[str]], opens: bool) -> Sentence:
    words = [row for row in rows if row[0].isdigit()]
    names = gum_names(words) if document.startswith("GUM_") else ()
    glued = _glued(rows)
    return Sentence(
        document=document,
        words=tuple(row[1] for row in words),
        spaces=tuple(not glued.get(row[0], "SpaceAfter=No" in row[9]) for row in words),
        tags=tuple(row[4] for row in words),
        universal=tuple(row[3] + ("" if row[5] == "_" else "|" + row[5]) for row in words),
        lemmas=tuple(row[2] for row in words),
        heads=tuple(int(row[6]) - 1 if row[6] != "0" else number for number, row in enumerate(words)),
        relations=tuple(row[7] for row in words),
        names=names,
        scheme="gum" if names else "",
        opens=opens,
    )


def _glued(rows: list[list[str]]) -> dict[str, bool]:
    """Whether no space follows, of the words inside multiword tokens ("don't")."""
    inner: dict[str, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = row[0].split("-")
            inner |= {str(number): True for number in range(int(first), int(last))}
            inner[last] = "SpaceAfter=No" in row[9]
    return inner


def uner(path: Path) -> Iterator[Sentence]:
    """Sentences of Universal NER."""
    document = ""
    for comments, rows in _blocks(path):
        document = next((line[14:] for line in comments if line.startswith("# newdoc id = ")), document)
        yield Sentence(document, tuple(r[1] for r in rows), names=tuple(r[2] for r in rows), scheme="uner")


def with_names(parsed: Iterable[Sentence], named: Iterable[Sentence]) -> list[Sentence]:
    """Parsed sentences with the names of the same words, annotated elsewhere."""
    named = list(named)
    exact = {(sentence.document, sentence.words): sentence for sentence in named}
    loose = {sentence.words: sentence for sentence in named}  # documents are called otherwise in some versions
    result = []
    for sentence in parsed:
        other = exact.get((sentence.document, sentence.words)) or loose.get(sentence.words)
        result.append(replace(sentence, names=other.names, scheme=other.scheme) if other else sentence)
    return result


def columns(path: Path, scheme: str) -> Iterator[Sentence]:
    """Sentences of files with a word and a tag per line: CrossNER, and WikiGold, which has I- tags only."""
    rows: list[tuple[str, str]] = []
    number = 0
    for line in [*_lines(path), ""]:
        parts = line.split()
        if len(parts) == 2:
            rows.append((parts[0], parts[1]))
        elif rows:
            document = f"{scheme}-{number // SENTENCES_OF_A_DOCUMENT}"
            yield Sentence(document, tuple(word for word, _ in rows), names=_bio(tag for _, tag in rows), scheme=scheme)
            rows, number = [], number + 1


def _bio(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags in which every name begins with B-."""
    result, before = [], "O"
    for tag in tags:
        begins = tag.startswith("I-") and before[2:] != tag[2:]
        result.append("B-" + tag[2:] if begins else tag)
        before = tag
    return tuple(result)


def gmb(path: Path) -> Iterator[Sentence]:
    """Sentences of the sample of the Groningen Meaning Bank: a table with one row per word."""
    sentences: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO("\n".join(_lines(path)))):
        if row["word"]:
            sentences.setdefault(row["sentence_idx"], []).append(row)
    for number, rows in enumerate(sentences.values()):
        words, tags = tuple(row["word"] for row in rows), tuple(row["tag"] for row in rows)
        yield Sentence(f"gmb-{number // SENTENCES_OF_A_DOCUMENT}", words, names=untitled(words, tags), scheme="gmb")


def untitled(words: tuple[str, ...], tags: tuple[str, ...]) -> tuple[str, ...]:
    """Tags in which people begin at their names: GMB has "President Bush" as one."""
    result = list(tags)
    for position in range(len(tags) - 1):
        is_title = words[position].lower().replace(".", "") in TITLES
        if result[position] == "B-per" and is_title and tags[position + 1] == "I-per":
            result[position], result[position + 1] = "O", "B-per"
    return tuple(result)


def _blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Comment lines and rows of each sentence of a file with blank lines between sentences."""
    comments: list[str] = []
    rows: list[list[str]] = []
    for line in [*_lines(path), ""]:
        if line.startswith("#"):
            comments.append(line)
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield comments, rows
            comments, rows = [], []


def _lines(path: Path) -> list[str]:
    data = gzip.decompress(path.read_bytes())
    try:
        return data.decode("utf-8").split("\n")
    except UnicodeDecodeError:  # the GMB sample is windows-1252
        return data.decode("cp1252", "replace").splitlines()
