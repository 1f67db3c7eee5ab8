"""Another spaCy pipeline in place of ours: its labels, words and sentences, its version, and what is said without it."""

import json
import warnings

import pytest

from assets.entities import load_pipeline, read_text
from assets.entities.chosen_model import MODEL_VARIABLE, ModelError, chosen_model, model_name, model_problem
from assets.entities.extensions import register
from assets.entities.version import MODEL_VERSION, model_version

TEXT = "The Quorvex Group met Mr. Zyloth in Brundlemouth on Monday. It was Brundlemouth's first Quorvex Games."
ONTONOTES = {
    "The Quorvex Group": "ORG",
    "Zyloth": "PERSON",
    "Brundlemouth": "GPE",
    "Brundlemouth's": "GPE",
    "Monday": "DATE",
    "first": "ORDINAL",
}
CONLL = {"Quorvex Group": "ORG", "Zyloth": "PER", "Brundlemouth": "LOC", "Quorvex Games": "MISC", "Monday": "MISC"}


def saved(folder, labels, language="en", **others):
    """A tiny pipeline: it knows the names of the test, tags every word alike, and has a rule for sentences."""
    import spacy

    nlp = spacy.blank(language)
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in labels.items()])
    nlp.add_pipe("attribute_ruler").add(patterns=[[{}]], attrs={"TAG": "NN", "POS": "NOUN", "LEMMA": "word"})
    nlp.add_pipe("sentencizer", config={"punct_chars": ["in", *others.get("ends", ())]})
    nlp.meta["name"], nlp.meta["version"] = "tiny", others.get("version", "0.0.1")
    nlp.to_disk(folder)
    return str(folder)


def with_labels(model):
    """The chosen pipeline and what takes over its names, without our rules."""
    import spacy

    import assets.entities.components.labels  # noqa: F401 - registers the component

    register()
    nlp = spacy.load(model)
    nlp.add_pipe("chancery_labels")
    return nlp


def names(nlp, text=TEXT):
    doc = nlp(text)
    assert doc.ents == ()
    return [(doc[name.start : name.end].text, name.label) for name in doc._.found_names]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (
            ONTONOTES,
            [("Quorvex Group", "ORG"), ("Zyloth", "PERSON"), ("Brundlemouth", "GPE"), ("Brundlemouth", "GPE")],
        ),
        (
            CONLL,
            [
                ("Quorvex Group", "ORG"),
                ("Zyloth", "PERSON"),
                ("Brundlemouth", "GPE"),
                ("Brundlemouth", "GPE"),
                ("Quorvex Games", "EVENT"),
            ],
        ),
        (
            {"Brundlemouth": "LOC", "Zyloth": "GPE"},
            [("Zyloth", "GPE"), ("Brundlemouth", "LOC"), ("Brundlemouth", "LOC")],
        ),
    ],
    ids=["OntoNotes", "CoNLL", "both kinds of places"],
)
def test_names_come_in_our_labels_and_borders(tmp_path, labels, found):
    assert names(with_labels(saved(tmp_path, labels))) == found


def test_unknown_labels_are_dropped_with_one_warning_each(tmp_path):
    nlp = with_labels(saved(tmp_path, {"Zyloth": "VESSEL", "Brundlemouth": "GPE"}))
    with pytest.warns(UserWarning, match="names labelled 'VESSEL' are dropped: labels known are"):
        assert names(nlp) == [("Brundlemouth", "GPE"), ("Brundlemouth", "GPE")]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        names(nlp)


def test_words_and_sentences_are_ours_and_tags_are_its(tmp_path):
    text = "Talks in U.S.-led missions began. They ended."
    doc = load_pipeline(saved(tmp_path, {}))(text)
    assert [token.text for token in doc][:5] == ["Talks", "in", "U.S.", "-", "led"]
    assert [sentence.text for sentence in doc.sents] == ["Talks in U.S.-led missions began.", "They ended."]
    assert {(token.tag_, token.pos_, token.lemma_) for token in doc} == {("NN", "NOUN", "word")}


def test_our_rules_follow(tmp_path, monkeypatch):
    monkeypatch.setenv(MODEL_VARIABLE, saved(tmp_path, {"Oslo": "DATE", "two million": "CARDINAL"}))
    read = read_text("Norwegian Foreign Minister Anniken Ruud spoke of $2 million in Oslo on 3 May 2023.")
    assert {(mention.text, mention.label.value) for mention in read.mentions} >= {
        ("Norwegian", "NORP"),
        ("Anniken Ruud", "PERSON"),
        ("$2 million", "MONEY"),
        ("Oslo", "GPE"),
        ("3 May 2023", "DATE"),
    }


@pytest.mark.parametrize(("value", "model"), [("", None), ("  ", None), (" en_core_web_lg ", "en_core_web_lg")])
def test_the_environment_chooses(value, model):
    assert chosen_model({MODEL_VARIABLE: value}) == model
    assert chosen_model({}) is None


def test_the_version_tells_the_model(tmp_path, monkeypatch):
    monkeypatch.delenv(MODEL_VARIABLE, raising=False)
    assert model_version() == MODEL_VERSION
    monkeypatch.setenv(MODEL_VARIABLE, saved(tmp_path, {}))
    assert model_version().startswith("en_tiny 0.0.1+")
    assert model_version().endswith(f" with {MODEL_VERSION}")


def test_a_folder_trained_anew_is_another_version(tmp_path):
    before = model_name(saved(tmp_path, {}))
    meta = tmp_path / "meta.json"
    meta.write_text(json.dumps(json.loads(meta.read_text("utf-8")) | {"performance": {"ents_f": 0.9}}), "utf-8")
    assert model_name(str(tmp_path)) != before


def test_a_model_that_is_not_there_is_named_with_the_remedy(monkeypatch):
    monkeypatch.setenv(MODEL_VARIABLE, "en_core_web_none")
    with pytest.raises(ModelError, match=r"'en_core_web_none', which is no installed package .* docs/MODELS\.md"):
        load_pipeline()
    assert "(not installed)" in model_version()


@pytest.mark.parametrize("spoil", ["meta.json", "config.cfg"])
def test_a_folder_that_holds_no_pipeline_is_refused(tmp_path, spoil):
    model = saved(tmp_path, {})
    (tmp_path / spoil).unlink()
    with pytest.raises(ModelError, match=f"{MODEL_VARIABLE} is .*{tmp_path.name}"):
        load_pipeline(model)


def test_a_package_is_known_without_loading_it():
    import spacy

    assert model_problem("spacy") is None
    assert model_name("spacy") == f"spacy {spacy.__version__}"


def test_a_model_of_another_language_is_refused(tmp_path):
    with pytest.raises(ModelError, match="reads 'es'"):
        load_pipeline(saved(tmp_path, {}, language="es"))
