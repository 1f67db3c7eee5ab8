"""Annotated corpora as whole documents of gold words: what they say of names and of syntax."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assets.entities.training.corpora import Sentence as ReadSentence
from assets.entities.training.corpora import columns, conllu, uner, with_names
from assets.entities.training.labels import spans
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
    named = uner(corpus(EWT_NAMES)) if missing(EWT_NAMES) is None else ()
    return _texts(with_names(conllu(corpus(EWT_SYNTAX)), named))


@cache
def ewt_lines() -> tuple[Text, ...]:
    """The same with every sentence on a line of its own, as Universal NER gives them: where one ends is known."""
    return tuple(Text(tuple(replace(each, begins_paragraph=True) for each in text.sentences)) for text in ewt())


@cache
def gum() -> tuple[Text, ...]:
    """The genres of GUM under open licences, dev: syntax and paragraphs."""
    return _texts(replace(each, names=()) for each in conllu(corpus(GUM_SYNTAX)))


@cache
def politics() -> tuple[Text, ...]:
    """CrossNER politics, dev: sentences that know nothing of each other, and of their spaces."""
    return tuple(
        Text((_sentence(replace(each, spaces=_spaces(each.words))),)) for each in columns(corpus(POLITICS), "crossner")
    )


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


def _texts(read: Iterable[ReadSentence]) -> tuple[Text, ...]:
    """Documents in the order of the file."""
    grouped: dict[str, list[Sentence]] = {}
    for sentence in read:
        grouped.setdefault(sentence.document, []).append(_sentence(sentence))
    return tuple(Text(tuple(group)) for group in grouped.values())


def _sentence(read: ReadSentence) -> Sentence:
    return Sentence(tuple(_words(read)), read.opens, tuple(spans(read.names)))


def _words(read: ReadSentence) -> Iterator[Word]:
    """Words of a sentence; without syntax where the corpus has none."""
    if not read.tags:
        yield from (Word(text, space) for text, space in zip(read.words, read.spaces, strict=True))
        return
    columns_of_words = (read.words, read.spaces, read.tags, read.universal, read.lemmas, read.heads, read.relations)
    for text, space, tag, universal, lemma, head, relation in zip(*columns_of_words, strict=True):
        upos, _, features = universal.partition("|")
        yield Word(text, space, upos, tag, features, lemma, head, relation)


def _spaces(words: tuple[str, ...]) -> tuple[bool, ...]:
    following = (*words[1:], "")
    return tuple(
        text not in NO_SPACE_AFTER and after not in NO_SPACE_BEFORE
        for text, after in zip(words, following, strict=True)
    )
