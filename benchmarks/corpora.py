"""Annotated corpora as whole documents of gold words: what they say of names and of syntax."""

import gzip
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.gold import SHARED_VARIABLE, shared_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

EWT_SYNTAX = Path("ud_ewt") / "dev.conllu.gz"
EWT_NAMES = Path("uner_ewt") / "dev.iob2.gz"
GUM_SYNTAX = Path("gum_open") / "dev.conllu.gz"
POLITICS = Path("crossner_politics") / "dev.txt.gz"
PARAGRAPH_BREAK = "\n\n"
NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "'s", "'", "%"})
NO_SPACE_AFTER = frozenset({"(", "[", "$", "£", "€"})

Span = tuple[int, int, str]  # words [start, end) and their label


@dataclass(frozen=True)
class Word:
    """A word and its syntax, where the corpus has it."""

    text: str
    has_space: bool = True
    upos: str = ""
    xpos: str = ""
    features: str = ""
    lemma: str = ""
    head: int = 0  # index in the sentence; a root is its own head
    relation: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a corpus."""

    key: str
    document: str
    words: tuple[Word, ...]
    begins_paragraph: bool = False
    names: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Text:
    """A document: its sentences, one after another."""

    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words."""
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @property
    def starts(self) -> tuple[int, ...]:
        """Index of the first word of each sentence."""
        counts = [len(sentence.words) for sentence in self.sentences]
        return tuple(sum(counts[:number]) for number in range(len(counts)))

    @property
    def names(self) -> tuple[Span, ...]:
        """Names, as spans of the document's words."""
        return tuple(
            (start + first, end + first, label)
            for first, sentence in zip(self.starts, self.sentences, strict=True)
            for start, end, label in sentence.names
        )


def missing(*paths: Path) -> str | None:
    """Why a corpus cannot be scored here; None when its files are there."""
    absent = [str(corpus(path)) for path in paths if not corpus(path).is_file()]
    return f"there is no {', '.join(absent)}: {SHARED_VARIABLE} names the folder of the corpora" if absent else None


def corpus(path: Path) -> Path:
    """A file among the corpora."""
    return shared_folder() / "corpora" / path


@cache
def ewt() -> tuple[Text, ...]:
    """English Web Treebank, dev: syntax, paragraphs and the names that Universal NER marks in it."""
    named = dict(_named(_lines(EWT_NAMES))) if missing(EWT_NAMES) is None else {}
    return _texts(replace(each, names=named.get(each.key, ())) for each in _parsed(_lines(EWT_SYNTAX)))


@cache
def ewt_lines() -> tuple[Text, ...]:
    """The same with every sentence on a line of its own, as Universal NER gives them: where one ends is known."""
    return tuple(Text(tuple(replace(each, begins_paragraph=True) for each in text.sentences)) for text in ewt())


@cache
def gum() -> tuple[Text, ...]:
    """The genres of GUM under open licences, dev: syntax and paragraphs."""
    return _texts(_parsed(_lines(GUM_SYNTAX)))


@cache
def politics() -> tuple[Text, ...]:
    """CrossNER politics, dev: sentences that know nothing of each other."""
    blocks = _blocks(_lines(POLITICS))
    return _texts(_tagged(str(number), [line.split() for line in block]) for number, block in enumerate(blocks))


@cache
def read(nlp: "Language", texts: tuple[Text, ...]) -> tuple[tuple[Text, "Doc"], ...]:
    """Each text with what a pipeline makes of its words; a paragraph begins after a line break.

    Kept, because names and syntax are scored on the same treebank.
    """
    docs = [_doc(nlp, text) for text in texts]
    return tuple(zip(texts, nlp.pipe(docs), strict=True))


def word_numbers(doc: "Doc") -> dict[int, int]:
    """Number of each word by its token: the line breaks between paragraphs are tokens and no words."""
    return {token: number for number, token in enumerate(token.i for token in doc if not token.is_space)}


def _doc(nlp: "Language", text: Text) -> "Doc":
    from spacy.tokens import Doc

    words: list[str] = []
    spaces: list[bool] = []
    for sentence in text.sentences:
        if sentence.begins_paragraph and words:
            spaces[-1] = False
            words.append(PARAGRAPH_BREAK)
            spaces.append(False)
        words += [word.text for word in sentence.words]
        spaces += [word.has_space for word in sentence.words]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def _texts(sentences: Iterable[Sentence]) -> tuple[Text, ...]:
    """Documents in the order of the file."""
    grouped: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        grouped.setdefault(sentence.document, []).append(sentence)
    return tuple(Text(tuple(group)) for group in grouped.values())


def _parsed(lines: Sequence[str]) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file."""
    document = ""
    for block in _blocks(lines):
        comments = [line for line in block if line.startswith("#")]
        document = _comment(comments, "newdoc id") or document
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        is_new = any(line.startswith(("# newpar", "# newdoc")) for line in comments)
        yield Sentence(_comment(comments, "sent_id"), document, _words(rows), is_new)


def _words(rows: Sequence[Sequence[str]]) -> tuple[Word, ...]:
    """Words of a sentence; those written together ("don't") are glued, what is not written is left out."""
    glued: dict[int, bool] = {}
    for row in rows:
        if "-" in row[0]:
            first, last = (int(number) for number in row[0].split("-"))
            glued |= dict.fromkeys(range(first, last), True) | {last: "SpaceAfter=No" in row[9]}
    return tuple(_word(row, glued) for row in rows if row[0].isdigit())


def _word(row: Sequence[str], glued: Mapping[int, bool]) -> Word:
    number = int(row[0])
    return Word(
        text=row[1],
        has_space=not glued.get(number, "SpaceAfter=No" in row[9]),
        lemma=row[2],
        upos=row[3],
        xpos=row[4],
        features="" if row[5] == "_" else row[5],
        head=int(row[6]) - 1 if row[6] != "0" else number - 1,
        relation=row[7],
    )


def _named(lines: Sequence[str]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Names of each sentence of a file with numbered words and BIO tags."""
    for block in _blocks(lines):
        tags = [line.split("\t")[2] for line in block if not line.startswith("#")]
        yield _comment(block, "sent_id"), tuple(spans(tags))


def _tagged(key: str, rows: Sequence[Sequence[str]]) -> Sentence:
    """A sentence of words and BIO tags; the corpus does not tell where its spaces are."""
    texts = [row[0] for row in rows]
    following = [*texts[1:], ""]
    words = tuple(
        Word(text, has_space=text not in NO_SPACE_AFTER and after not in NO_SPACE_BEFORE)
        for text, after in zip(texts, following, strict=True)
    )
    return Sentence(key, key, words, names=tuple(spans([row[1] for row in rows])))


def spans(tags: Sequence[str]) -> list[Span]:
    """Spans of BIO tags; an I without its B begins one."""
    found: list[Span] = []
    for number, tag in enumerate(tags):
        mark, _, label = tag.partition("-")
        if mark == "I" and found and found[-1][1] == number and found[-1][2] == label:
            found[-1] = (found[-1][0], number + 1, label)
        elif mark in {"B", "I"}:
            found.append((number, number + 1, label))
    return found


def _comment(lines: Iterable[str], name: str) -> str:
    start = f"# {name} = "
    return next((line.removeprefix(start) for line in lines if line.startswith(start)), "")


def _blocks(lines: Iterable[str]) -> Iterator[list[str]]:
    """Runs of lines between empty ones."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


def _lines(path: Path) -> list[str]:
    return gzip.decompress(corpus(path).read_bytes()).decode("utf-8").split("\n")
