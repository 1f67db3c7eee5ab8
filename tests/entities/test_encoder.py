"""The encoder: words to windows, windows to names, trees and tokens, and what happens without its files."""

import shutil
import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.entities import load_pipeline
from assets.entities.encoder.doc_words import DocWords
from assets.entities.encoder.events import event_words
from assets.entities.encoder.labels import NAME_TAGS, NO_ROLE, ROLES, Labels
from assets.entities.encoder.lemmas import lemma_of, lemma_rule
from assets.entities.encoder.model import FOLDER, LABELS, NETWORK, VOCABULARY, load_encoder, threads_by_environment
from assets.entities.encoder.names import likeliest_tags, name_spans
from assets.entities.encoder.sentence_bias import line_ends, sentence_bias
from assets.entities.encoder.trees import as_trees
from assets.entities.encoder.windows import LONGEST_SENTENCE, MOST_PIECES, SURE, windows
from assets.entities.encoder.word_pieces import (
    DIGIT,
    LOWER,
    MIXED,
    OTHER,
    SEPARATOR,
    START,
    TITLE,
    UNKNOWN,
    UPPER,
    casing,
    piece_reader,
)
from assets.entities.encoder.word_pieces import (
    MOST_PIECES as MOST_OF_WORD,
)

CASINGS = [
    ("minister", LOWER),
    ("NATO", UPPER),
    ("Minister", TITLE),
    ("A", TITLE),
    ("McDonald", MIXED),
    ("U.S.", UPPER),
    ("2023", DIGIT),
    ("COP28", DIGIT),
    ("—", OTHER),
    ("中国", MIXED),
    ("", OTHER),
]


@pytest.mark.parametrize(("word", "expected"), CASINGS)
def test_casing_of_a_word(word, expected):
    assert casing(word) == expected


LEMMAS = [
    ("Countries", "country", "l3y"),
    ("met", "meet", "k1et"),
    ("Mexico", "Mexico", "k0"),
    ("is", "be", "k2be"),
    ("The", "the", "l0"),
    ("understood", "comprehend", "k0"),  # nothing in common: no rule can be learned from it
]


@pytest.mark.parametrize(("word", "lemma", "rule"), LEMMAS)
def test_rule_of_a_lemma(word, lemma, rule):
    assert lemma_rule(word, lemma) == rule
    assert lemma_of(word, rule) == (word if lemma == "comprehend" else lemma)


@pytest.mark.parametrize(
    ("word", "rule", "lemma"), [("as", "k5", "as"), ("it", "k9ing", "ing"), ("of", "k2", "of"), ("x", "what", "x")]
)
def test_a_rule_of_longer_words_leaves_a_lemma(word, rule, lemma):
    assert lemma_of(word, rule) == lemma


@pytest.fixture(scope="module")
def pieces():
    return piece_reader(FOLDER / VOCABULARY)


@pytest.mark.parametrize(("word", "count"), [("minister", 1), ("\u200d", 1), ("", 1), ("x" * 250, 1), ("?!" * 100, 12)])
def test_every_word_has_pieces_and_not_too_many(pieces, word, count):
    assert len(pieces(word)) == count <= MOST_OF_WORD
    assert pieces("\u200d") == (UNKNOWN,)


def windows_of(lengths, ends=()):
    """Windows over words of one piece each, in sentences of the lengths given; ``ends`` are words after a line's end."""
    starts = [position == 0 for length in lengths for position in range(length)]
    count = len(starts)
    return list(
        windows(["word"] * count, starts, [index in ends for index in range(count)], [0.0] * count, lambda word: (7,))
    )


WINDOWS = [
    ([], []),
    ([3], [3]),
    ([100, 40], [140]),
    ([100, 100], [100, 100]),
    ([10] * 20, [150, 50]),
    ([200], [200]),  # a long sentence is read whole
    ([LONGEST_SENTENCE + 30], [LONGEST_SENTENCE, 30]),  # a list that never ends is cut
    ([5, 1000, 5], [5, 320, 320, 320, 45]),
]


@pytest.mark.parametrize(("lengths", "expected"), WINDOWS)
def test_windows_hold_whole_sentences(lengths, expected):
    found = windows_of(lengths)
    assert [len(window.words) for window in found] == expected
    assert [word for window in found for word in window.words] == list(range(sum(lengths)))


def test_a_window_begins_and_ends_with_marks_and_starts_a_sentence():
    (window,) = windows_of([2, 2])
    assert window.pieces == [START, 7, 7, 7, 7, SEPARATOR]
    assert window.firsts == [1, 2, 3, 4]
    assert window.bias == [SURE, 0.0, 0.0, 0.0]


def test_the_end_of_a_line_shows_as_a_separator_but_not_before_the_first_word():
    (window,) = windows_of([2, 2], ends={0, 2})
    assert window.pieces == [START, 7, 7, SEPARATOR, 7, 7, SEPARATOR]
    assert window.firsts == [1, 2, 4, 5]


@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=900))
def test_no_window_is_longer_than_the_encoder_can_read(marks):
    starts, ends = [not mark for mark, _ in marks], [end for _, end in marks]
    found = list(windows(["w"] * len(marks), starts, ends, [0.0] * len(marks), lambda word: (7,) * 3))
    assert [word for window in found for word in window.words] == list(range(len(marks)))
    assert all(len(window.pieces) <= max(MOST_PIECES, LONGEST_SENTENCE) + 2 for window in found)
    assert all(window.pieces[first] == 7 for window in found for first in window.firsts)


STARTS = [
    # words, starts by rule, line breaks before, glued to the word before; where one is certain, certainly none, likely, unlikely
    ("He left . She", "1001", "0000", "0010", "+..?"),
    ("Title The text", "110", "020", "000", "++."),
    ("of a wrapped line", "1000", "0010", "0000", "+..."),
    ("It ended . Next", "1001", "0001", "0010", "+..+"),  # the rules see an end at the end of the line
    ("' We agree . '", "10000", "00000", "01011", "?-..-"),
    ("Envoy for Peace Ana Sol met", "100000", "000000", "000000", "?.<<<."),  # a title goes on with its name
    ("In Peru , Deputy Minister Sol met", "1000000", "0000000", "0010000", "?..<.<."),
    ("Deputy Minister Sol Speaks", "1000", "0010", "0000", "?..."),  # but not over the end of a line
]


@pytest.mark.parametrize(("words", "starts", "breaks", "glued", "expected"), STARTS)
def test_what_the_text_shows_of_sentence_starts(words, starts, breaks, glued, expected):
    count = len(words.split())
    doc = DocWords(
        words.split(),
        list(range(count)),
        [each == "1" for each in starts],
        [int(each) for each in breaks],
        [each == "1" for each in glued],
    )
    bias = sentence_bias(doc, line_ends(doc))
    marks = [
        "+" if odds == SURE else "-" if odds == -SURE else "<" if odds < 0 else "?" if odds > 0 else "."
        for odds in bias
    ]
    assert "".join(marks)[1:] == expected[1:]  # a window makes its first word a start


def log_of(*words):
    """Log probabilities of words from their likely tags: ``{"B-ORG": 0.7}``; the rest is shared by the others."""
    rows = np.empty((len(words), len(NAME_TAGS)), dtype=np.float32)
    for row, word in zip(rows, words, strict=True):
        row[:] = (1 - sum(word.values())) / (len(NAME_TAGS) - len(word))
        for tag, probability in word.items():
            row[NAME_TAGS.index(tag)] = probability
    return np.log(rows)


OUT, PERSON, INSIDE = {"O": 0.97}, {"B-PERSON": 0.9}, {"I-PERSON": 0.8}
NAMES = [
    ([OUT, PERSON, INSIDE, OUT], [], [(1, 3, "PERSON", 0.8)]),
    ([PERSON, PERSON], [], [(0, 1, "PERSON", 0.9), (1, 2, "PERSON", 0.9)]),
    ([PERSON, {"I-PERSON": 0.3, "O": 0.6}], [], [(0, 1, "PERSON", 0.7)]),  # it may well be longer
    ([PERSON, {"I-ORG": 0.6, "I-PERSON": 0.3}], [], [(0, 2, "PERSON", 0.3)]),  # no name changes its kind half-way
    ([OUT, {"I-ORG": 0.9}], [], []),
    ([PERSON, INSIDE], [1], [(0, 1, "PERSON", 0.9)]),  # nor goes over the end of a sentence
    ([], [], []),
]


@pytest.mark.parametrize(("words", "starts", "expected"), NAMES)
def test_names_of_probabilities(words, starts, expected):
    is_start = np.array([index in starts for index in range(len(words))], dtype=bool)
    spans = name_spans(log_of(*words), is_start)
    found = [(n.start, n.end, n.label, round(n.confidence, 2)) for n in spans if n.confidence > 0.1]
    assert found == expected


def test_three_kinds_of_places_make_one_place():
    split = {"O": 0.4, "B-GPE": 0.3, "B-LOC": 0.2}
    (place,) = name_spans(log_of(split), np.array([True]))
    assert (place.label, place.confidence > 0.5) == ("GPE", True)


@given(st.lists(st.lists(st.floats(0.01, 1), min_size=len(NAME_TAGS), max_size=len(NAME_TAGS)), max_size=5))
def test_no_tag_goes_on_with_a_name_that_has_not_begun(rows):
    log = np.log(np.array(rows, dtype=np.float32).reshape(-1, len(NAME_TAGS)))
    tags = ["O", *(NAME_TAGS[tag] for tag in likeliest_tags(log))]
    for before, tag in pairwise(tags):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


def test_a_cycle_is_broken_where_it_costs_least():
    heads = np.array([1, 2, 1, 3])  # 1 and 2 hang on each other; 3 is the root
    arcs = np.full((4, 4), -9.0, dtype=np.float32)
    arcs[1, 2] = arcs[2, 1] = -0.1
    arcs[2, 3], arcs[1, 3] = -0.5, -4.0
    assert as_trees(heads, arcs).tolist() == [1, 2, 3, 3]


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_heads_always_become_a_tree(count, seed):
    drawn = np.random.default_rng(seed)
    arcs = drawn.normal(size=(count, count)).astype(np.float32)
    heads = drawn.integers(0, count, count)
    heads[heads == np.arange(count)] = 0
    heads[0] = 0
    found = as_trees(heads, arcs)
    top = np.arange(count)
    for _ in range(count):
        top = found[top]
    assert (top == 0).all()


TEXT = "The ministers met in Paris on Monday. They signed two agreements.\n\nNicolás Maduro didn't attend.\n"


@pytest.fixture(scope="module")
def doc():
    return load_pipeline()(TEXT)


def test_words_have_tags_lemmas_and_relations(doc):
    found = {token.text: (token.tag_, token.pos_, token.lemma_, token.dep_, token.head.text) for token in doc}
    assert found["ministers"] == ("NNS", "NOUN", "minister", "nsubj", "met")
    assert found["Paris"] == ("NNP", "PROPN", "Paris", "obl", "met")
    assert found["They"] == ("PRP", "PRON", "they", "nsubj", "signed")
    assert found["n't"][:2] == ("RB", "PART")
    assert doc[1].morph.get("Number") == ["Plur"]


def test_each_sentence_has_one_root_and_heads_of_its_own(doc):
    assert [sentence.root.text for sentence in doc.sents] == ["met", "signed", "attend"]
    for sentence in doc.sents:
        assert [token.text for token in sentence if token.dep_ == "ROOT"] == [sentence.root.text]
        assert all(sentence.start <= token.head.i < sentence.end for token in sentence)


def test_white_space_hangs_on_the_word_before_it(doc):
    spaces = [(token.pos_, token.dep_, token.head.text) for token in doc if token.is_space]
    assert spaces == [("SPACE", "dep", "."), ("SPACE", "dep", ".")]


def test_found_names_are_kept_beside_the_entities(doc):
    assert ("Nicolás Maduro", "PERSON") in [(doc[n.start : n.end].text, n.label) for n in doc._.found_names]
    assert all(0 < name.confidence <= 1 and name.label != "MISC" for name in doc._.found_names)


JUNK = {
    "nothing": "",
    "a space": " ",
    "blank lines": "\n\n \n\t\n",
    "a space before all": "  \n He left.",
    "one long word": "a" * 10_000,
    "marks alone": "." * 3_000,
    "pictures": "😀" * 300,
    "invisible letters": "\u200b\u200d\ufeff \u2060",
    "control characters": "a\x00b \x01\x02\n",
    "one word a line": "a\n" * 600,
    "no end of a sentence": "minister " * 600,
    "brackets": "([{" * 700,
    "another script": "外交部长王毅在北京会见了俄罗斯外长" * 30,
}


@pytest.mark.parametrize("text", JUNK.values(), ids=JUNK)
def test_any_text_is_read(text):
    doc = load_pipeline()(text)
    assert doc.text == text
    assert text.isspace() or all(token.has_head() for token in doc)
    if doc:
        assert sum(len(sentence) for sentence in doc.sents) == len(doc)


def test_a_text_is_read_alike_whatever_was_read_before():
    def reading(text):
        read = load_pipeline()(text)
        return [(token.tag_, token.lemma_, token.head.i, token.dep_) for token in read], read._.found_names

    alone = reading(TEXT)
    reading("Something else! " * 300)
    assert reading(TEXT) == alone


def test_time_grows_with_the_length_of_the_text():
    encoder = load_pipeline().get_pipe("chancery_encoder")
    prepared = [
        load_pipeline().get_pipe("chancery_sentences")(load_pipeline().make_doc("It ended. " * count))
        for count in (100, 1_000)
    ]
    taken = []
    for doc in prepared:
        begun = time.process_time()
        encoder(doc)
        taken.append(time.process_time() - begun)
    assert taken[1] < 30 * taken[0]


@pytest.mark.parametrize("name", [NETWORK, LABELS, VOCABULARY])
def test_without_a_file_the_error_names_it_and_the_remedy(tmp_path, name):
    folder = shutil.copytree(FOLDER, tmp_path / "model")
    (folder / name).unlink()
    with pytest.raises(FileNotFoundError, match=rf"{name} is not there: restore"):
        load_encoder(folder)


@pytest.mark.parametrize("name", [NETWORK, LABELS, VOCABULARY])
def test_with_half_a_file_the_error_names_the_remedy(tmp_path, name):
    folder = shutil.copytree(FOLDER, tmp_path / "model")
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[: len(content) // 2])
    with pytest.raises(ValueError, match=r"cannot be read .*: restore"):
        load_encoder(folder)


@pytest.mark.parametrize("value", ["0", "two", "-1", "1.5"])
def test_threads_that_are_no_number_are_refused(monkeypatch, value):
    monkeypatch.setenv("CHANCERY_THREADS", value)
    with pytest.raises(ValueError, match="set it to a whole number from 1"):
        threads_by_environment()


def test_labels_are_read_as_they_were_written(tmp_path):
    labels = Labels(("NN",), ("NOUN|Number=Sing",), ("k0",), ("root", "nsubj"), ("O", "CONSULT.visit"))
    labels.write(tmp_path / "labels.json")
    assert Labels.read(tmp_path / "labels.json") == labels


def test_words_that_tell_events():
    kinds = ("O", "AGREE", "AGREE.promise", "CONSULT", "CONSULT.visit")
    events = np.array([[0.99, 0.0, 0.01, 0.0, 0.0], [0.1, 0.05, 0.15, 0.2, 0.5]], dtype=np.float32)
    realis = np.array([[1.0, 0.0, 0.0, 0.0, 0.0], [0.2, 0.8, 0.0, 0.0, 0.0]], dtype=np.float32)
    roles = np.zeros((2, 2, len(ROLES)), dtype=np.float32)
    roles[:, :, ROLES.index(NO_ROLE)] = 1.0
    roles[1, 0, ROLES.index(NO_ROLE)], roles[1, 0, ROLES.index("visitor")] = 0.25, 0.75
    (told,) = event_words(events, realis, roles, kinds)
    assert told.word == 1
    assert told.types == {"AGREE": pytest.approx(0.2), "CONSULT": pytest.approx(0.7)}
    assert told.modes == {"AGREE": "promise", "CONSULT": "visit"}
    assert told.realis["planned"] == pytest.approx(0.8)
    assert told.roles == ((0, "visitor", pytest.approx(0.75)),)


def test_the_encoder_sees_who_met_whom():
    doc = load_pipeline()("President Lula met Emmanuel Macron in Brasília.")
    (token,) = doc._.found_events
    seen = doc._.found_events[token]
    assert doc[token].text == "met"
    assert max(seen.types, key=seen.types.get) == "CONSULT"
    assert max(seen.roles[6], key=seen.roles[6].get) == "place"
