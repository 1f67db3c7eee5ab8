"""What the training corpora say, and what the loss may take it for."""

import gzip
import hashlib
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assets.entities.encoder.labels import NAME_TAGS
from assets.entities.training.annotations import AnnotationError, annotated_sentences
from assets.entities.training.corpora import GMB, MarkedEvent, columns, conllu, gmb, uner, with_names
from assets.entities.training.gum import gum_names
from assets.entities.training.labels import allowed_tags, known_places, spans

if TYPE_CHECKING:
    from assets.entities.training.network import Reader


def compressed(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(text.encode()))
    return path


def names_of(words: str, tags: str, scheme: str) -> list[set[str]]:
    allowed = allowed_tags(tuple(words.split()), tuple(tags.split()), scheme, known_places())
    return [{NAME_TAGS[tag] for tag in each} for each in allowed]


PARSED = """# newdoc id = letter-1
# newpar
# text = We don't know.
1\tWe\twe\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# text = Anna left
1\tAnna\tAnna\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
1.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
"""


def test_a_parsed_sentence_keeps_words_spaces_heads_and_paragraphs(tmp_path: Path) -> None:
    first, second = conllu(compressed(tmp_path / "a.gz", PARSED))
    assert first.words == ("We", "do", "n't", "know", ".")
    assert first.spaces == (True, False, True, False, True)
    assert first.heads == (3, 3, 3, 3, 3)
    assert (first.opens, second.opens) == (True, False)
    assert (second.document, second.words) == ("letter-1", ("Anna", "left"))


def test_names_come_to_the_sentences_with_the_same_words(tmp_path: Path) -> None:
    names = "# newdoc id = other\n1\tAnna\tB-PER\t-\n2\tleft\tO\t-\n"
    merged = with_names(conllu(compressed(tmp_path / "a.gz", PARSED)), uner(compressed(tmp_path / "b.gz", names)))
    assert [sentence.names for sentence in merged] == [(), ("B-PER", "O")]


def test_tags_without_beginnings_get_them(tmp_path: Path) -> None:
    text = "Mali I-LOC\nTogo I-ORG\nFC I-ORG\n. O\n\nAda I-PER\n"
    first, second = columns(compressed(tmp_path / "a.gz", text), "wikigold")
    assert first.names == ("B-LOC", "B-ORG", "I-ORG", "O")
    assert second.names == ("B-PER",)


def test_titles_are_no_part_of_people(tmp_path: Path) -> None:
    rows = [("President", "B-per"), ("Mary", "I-per"), ("Robinson", "I-per"), ("said", "O")]
    text = "sentence_idx,word,tag\n" + "".join(f"1,{word},{tag}\n" for word, tag in rows)
    (sentence,) = gmb(compressed(tmp_path / "a.gz", text))
    assert sentence.names == ("O", "B-per", "I-per", "O")


GUM_SENTENCES = [
    (
        "the President Barack Obama spoke",
        "DET PROPN PROPN PROPN VERB",
        ["(1-person-new", "", "", "1)", ""],
        "O B-? B-person I-person O",
    ),
    ("the old bridge", "DET ADJ NOUN", ["(1-place-new", "", "1)"], "O O O"),
    (
        "Bank of Spain",
        "PROPN ADP PROPN",
        ["(1-organization-new", "", "(2-place-new)1)"],
        "B-organization I-organization I-organization",
    ),
    ("Spanish Rioja", "ADJ PROPN", ["", ""], "B-A B-?"),
]


@pytest.mark.parametrize(("words", "kinds", "entities", "tags"), GUM_SENTENCES, ids=[case[0] for case in GUM_SENTENCES])
def test_names_among_entities(words: str, kinds: str, entities: list[str], tags: str) -> None:
    rows = [
        ["1", word, word, kind, "X", "Number=Sing", "0", "root", "_", f"Entity={entity}" if entity else "_"]
        for word, kind, entity in zip(words.split(), kinds.split(), entities, strict=True)
    ]
    assert gum_names(rows) == tuple(tags.split())


def test_several_people_in_one_word_are_a_group() -> None:
    row = ["1", "Texans", "Texan", "PROPN", "NNPS", "Number=Plur", "0", "root", "_", "Entity=(7-person-new-nnn)"]
    assert gum_names([row]) == ("B-group",)


ALLOWED_CASES = [
    ("Peru", "B-LOC", "uner", [{"B-GPE"}]),
    ("Lake Titicaca", "B-LOC I-LOC", "uner", [{"B-LOC"}, {"I-LOC"}]),
    ("Tiny Hollow", "B-LOC I-LOC", "uner", [{"B-GPE", "B-LOC"}, {"I-GPE", "I-LOC"}]),
    ("Caspian Sea", "B-LOC I-LOC", "wikigold", [{"B-LOC"}, {"I-LOC"}]),
    ("Baku Airport", "B-geo I-geo", "gmb", [{"B-FAC"}, {"I-FAC"}]),
    ("Peruvian", "B-gpe", "gmb", [{"B-NORP"}]),
    ("Peruvians", "B-misc", "crossner", [{"B-NORP"}]),
    ("spoke", "O", "crossner", [{"O"}]),
    ("Peru", "B-organization", "gum", [{"B-GPE"}]),
    ("Toyota", "B-PER", "uner", [{"B-PERSON"}]),
    (".", "B-O", "uner", [{"O", "B-NORP", "I-NORP", "B-EVENT", "I-EVENT", "B-MISC", "I-MISC"}]),
    ("Somewhere", "B-?", "gum", [set(NAME_TAGS)]),
]


@pytest.mark.parametrize(
    ("words", "tags", "scheme", "expected"), ALLOWED_CASES, ids=[f"{c[2]}: {c[0]}" for c in ALLOWED_CASES]
)
def test_what_a_word_may_be(words: str, tags: str, scheme: str, expected: list[set[str]]) -> None:
    assert names_of(words, tags, scheme) == expected


def test_without_annotation_every_tag_is_open() -> None:
    assert names_of("Ada spoke", "", "") == [set(NAME_TAGS), set(NAME_TAGS)]


SPANS = [
    ("I-PER I-PER O B-ORG I-LOC", [(0, 2, "PER"), (3, 4, "ORG"), (4, 5, "LOC")]),
    ("O B-PER I-PER O", [(1, 3, "PER")]),
    ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
    ("B-LOC O I-LOC", [(0, 1, "LOC"), (2, 3, "LOC")]),
]


@pytest.mark.parametrize(("tags", "found"), SPANS)
def test_spans_of_tags_also_of_those_that_begin_wrongly(tags: str, found: list[tuple[int, int, str]]) -> None:
    assert spans(tuple(tags.split())) == found


def annotation(tmp_path: Path, *rows: dict[str, object]) -> Path:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_marked_texts_become_sentences(tmp_path: Path) -> None:
    text = "Ada\nLovelace met Bo.\n\nShe left Baku."
    path = annotation(tmp_path, {"text": text, "spans": [[0, 12, "PERSON"], [17, 19, "PERSON"], [31, 35, "GPE"]]})
    first, second = annotated_sentences(path, tmp_path)
    assert first.words == ("Ada", "Lovelace", "met", "Bo", ".")
    assert first.names == ("B-PERSON", "I-PERSON", "O", "B-PERSON", "O")
    assert (second.names, second.opens) == (("O", "O", "B-GPE", "O"), True)


def test_marked_events_come_to_the_words_of_their_sentence(tmp_path: Path) -> None:
    text = "Ada met Bo in Baku. She thanked Peru."
    met = {"trigger": [4, 7], "kind": "CONSULT.meeting", "realis": "asserted"}
    thanked = {"trigger": [24, 31], "kind": "SUPPORT.statement", "realis": "asserted"}
    events = [
        met | {"arguments": [["source", 0, 3], ["source", 8, 10], ["place", 14, 18]]},
        thanked | {"arguments": [["source", 20, 23], ["target", 32, 36]]},
    ]
    first, second = annotated_sentences(annotation(tmp_path, {"text": text, "events": events}), tmp_path)
    assert first.names == ()
    assert first.events == (
        MarkedEvent(1, "CONSULT.meeting", "asserted", (("source", 0, 1), ("source", 2, 3), ("place", 4, 5))),
    )
    assert [(event.trigger, event.arguments) for event in second.events or ()] == [
        (1, (("source", 0, 1), ("target", 2, 3)))
    ]


def test_a_text_without_events_says_nothing_of_them(tmp_path: Path) -> None:
    silent, empty = annotation(tmp_path, {"text": "Ada left.", "spans": []}), tmp_path / "empty.jsonl"
    empty.write_text(json.dumps({"text": "Ada left.", "spans": [], "events": []}), encoding="utf-8")
    assert [sentence.events for sentence in annotated_sentences(silent, tmp_path)] == [None]
    assert [sentence.events for sentence in annotated_sentences(empty, tmp_path)] == [()]


def test_a_docbin_is_read_like_json(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    doc = spacy.blank("en")("Ada met Bo.")
    doc.ents = [doc.char_span(0, 3, label="PERSON")]
    DocBin(docs=[doc]).to_disk(tmp_path / "mine.spacy")
    (sentence,) = annotated_sentences(tmp_path / "mine.spacy", tmp_path)
    assert sentence.names == ("B-PERSON", "O", "O", "O")


BAD = [
    ({"text": "Ada", "spans": [[0, 9, "PERSON"]]}, "outside the text"),
    ({"text": "Ada", "spans": [[0, 3, "HUMAN"]]}, "unknown label 'HUMAN'"),
    ({"text": "Ada B", "spans": [[0, 3, "ORG"], [2, 5, "ORG"]]}, "over another span"),
    ({"body": "Ada"}, 'needs "text" and "spans"'),
    ({"text": "Ada met Bo", "events": [{"trigger": [4, 7]}]}, "an event needs trigger, kind, realis and arguments"),
]


@pytest.mark.parametrize(("row", "message"), BAD, ids=[message for _, message in BAD])
def test_a_bad_annotation_names_its_line(tmp_path: Path, row: dict[str, object], message: str) -> None:
    path = annotation(tmp_path, {"text": "", "spans": []}, row)
    with pytest.raises(AnnotationError, match=r"line 2.*" + message):
        list(annotated_sentences(path, tmp_path))


NEWS = "sentence_idx,word,tag\n" + "".join(
    f"{n},{w},O\n" for n, t in enumerate(("Ada met Bo .", "They left .")) for w in t.split()
)
LEFT = {"trigger": [18, 22], "kind": "RETREAT.withdraw", "realis": "asserted", "arguments": [["source", 13, 17]]}


def test_events_of_a_text_of_the_groningen_meaning_bank(tmp_path: Path) -> None:
    compressed(tmp_path / GMB, NEWS)
    digest = hashlib.sha256(b"Ada met Bo . They left .").hexdigest()
    path = annotation(tmp_path, {"gmb": 0, "sha256": digest, "events": [LEFT]})
    first, second = annotated_sentences(path, tmp_path)
    assert (first.events, second.events) == (
        (),
        (MarkedEvent(1, "RETREAT.withdraw", "asserted", (("source", 0, 1),)),),
    )


def test_another_text_of_the_groningen_meaning_bank_is_refused(tmp_path: Path) -> None:
    compressed(tmp_path / GMB, NEWS)
    path = annotation(tmp_path, {"gmb": 0, "sha256": "0" * 64, "events": []})
    with pytest.raises(AnnotationError, match="gmb 0 is not the text that was annotated"):
        list(annotated_sentences(path, tmp_path))


def test_training_lowers_the_loss(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the dependency group 'training'")
    from transformers import BertConfig, BertModel

    from assets.entities.encoder.labels import REALIS, ROLES
    from assets.entities.encoder.word_pieces import piece_reader
    from assets.entities.training.__main__ import MODEL
    from assets.entities.training.evaluate_events import event_figures
    from assets.entities.training.examples import Maker, batches, labels_of, tensors
    from assets.entities.training.fit import Stage, fit, loss_of
    from assets.entities.training.fit_events import events_loss, fit_events
    from assets.entities.training.network import SHARED, Reader

    told = {"trigger": [4, 8], "kind": "CONSULT.visit", "realis": "asserted", "arguments": [["visitor", 0, 3]]}
    marked = list(annotated_sentences(annotation(tmp_path, {"text": "Ada left", "events": [told]}), tmp_path)) * 3
    sentences = list(conllu(compressed(tmp_path / "a.gz", PARSED))) * 3
    labels = labels_of(sentences)
    maker = Maker(piece_reader(MODEL / "tokenizer.json"), labels)
    config = BertConfig(hidden_size=16, num_hidden_layers=SHARED + 1, num_attention_heads=2, intermediate_size=16)
    sizes = {"name": len(NAME_TAGS), "tag": len(labels.tag), "universal": len(labels.universal)}
    sizes |= {"lemma": len(labels.lemma), "start": 2, "relation": len(labels.relation)}
    sizes |= {"event": len(labels.event), "realis": len(REALIS), "role": len(ROLES)}
    kinds = [kind.partition(".")[0] for kind in labels.event]
    reader = Reader(
        BertModel(config, add_pooling_layer=False), sizes, [list(dict.fromkeys(kinds)).index(kind) for kind in kinds]
    )

    def of_events() -> float:
        reader.eval()
        inputs = tensors(maker.examples(marked))
        shared = reader.shared(inputs["pieces"], inputs["cases"], inputs["mask"])
        return float(events_loss(reader, reader.told_words(shared, inputs["mask"], inputs["firsts"]), inputs))

    batch = tensors(batches(maker.examples(sentences), 100, random.Random(0))[0])
    before = float(loss_of(reader, batch))
    fit(reader, maker, Stage("tiny", sentences, 10.0, 1.0, 0.1), 0, lambda line: None)
    after = float(loss_of(reader.eval(), batch))
    events_before = of_events()
    fit_events(reader, maker, marked, 10, 0, lambda line: None)
    assert after < before
    assert of_events() < events_before
    assert float(loss_of(reader.eval(), batch)) == pytest.approx(after)  # names and trees stay as they are
    every_word_a_visit(reader, labels.event.index("CONSULT.visit"))
    figures = event_figures(reader, maker, marked)
    assert (figures["events"], figures["types precision"], figures["types recall"]) == (3, 50.0, 100.0)


def every_word_a_visit(reader: "Reader", kind: int) -> None:
    import torch

    with torch.no_grad():
        last = reader.event_heads["event"][1]
        last.weight.zero_()
        last.bias.zero_()
        last.bias[kind] = 50.0
