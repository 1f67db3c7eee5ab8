"""The scorer of syntax and the corpora it reads: words, spaces, paragraphs, heads across a document."""

import gzip
from collections import Counter

import pytest

from benchmarks import accuracy, corpora, syntax
from benchmarks.corpora import Sentence, Text, Word
from benchmarks.figure_tables import every_metric

CONLLU = """# newdoc id = one
# sent_id = one-1
# newpar id = one-p1
# text = Envoys don't talk.
1\tEnvoys\tenvoy\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\t_
2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdo\tdo\tAUX\tVBP\tMood=Ind\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\tPolarity=Neg\t4\tadvmod\t_\t_
4\ttalk\ttalk\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = one-2
# newpar id = one-p2
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t2\tnsubj\t_\t_
2\twait\twait\tVERB\tVBP\t_\t0\troot\t_\t_
2.1\twaiting\twait\tVERB\tVBG\t_\t_\t_\t_\t_

# newdoc id = two
# sent_id = two-1
1\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t0\troot\t_\t_
"""
NAMES = """# newdoc id = two
# sent_id = two-1
# text = Oslo
1\tOslo\tB-LOC\t-\t-
"""
POLITICS = (
    "Rosa\tB-politician\nVidal\tI-politician\nspoke\tO\n(\tO\nbriefly\tO\n)\tO\n.\tO\n\nChile\tB-country\nwon\tO\n"
)


@pytest.fixture
def texts(tmp_path, monkeypatch):
    """Three small corpora where the real ones are looked for."""
    monkeypatch.setenv("CHANCERY_SHARED", str(tmp_path))
    for path, content in (
        (corpora.EWT_SYNTAX, CONLLU),
        (corpora.EWT_NAMES, NAMES),
        (corpora.GUM_SYNTAX, CONLLU),
        (corpora.POLITICS, POLITICS),
    ):
        corpora.corpus(path).parent.mkdir(parents=True)
        corpora.corpus(path).write_bytes(gzip.compress(content.encode()))
    return {name: getattr(corpora, name).__wrapped__() for name in ("ewt", "gum", "politics")}


def test_documents_are_whole_and_carry_their_names(texts):
    assert [[word.text for word in text.words] for text in texts["ewt"]] == [
        ["Envoys", "do", "n't", "talk", ".", "They", "wait"],
        ["Oslo"],
    ]
    assert [text.names for text in texts["ewt"]] == [(), ((0, 1, "LOC"),)]
    assert [text.names for text in texts["gum"]] == [(), ()]
    assert [text.names for text in texts["politics"]] == [((0, 2, "politician"),), ((0, 1, "country"),)]


def test_the_pipeline_is_given_words_spaces_and_paragraphs_alone(texts):
    import spacy

    (text, doc), *_ = corpora.read(spacy.blank("en"), texts["ewt"])
    assert doc.text.rstrip() == "Envoys don't talk.\n\nThey wait"
    assert corpora.word_numbers(doc) == {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 6: 5, 7: 6}
    assert not doc.has_annotation("SENT_START")
    (_, spoken), *_ = corpora.read(spacy.blank("en"), texts["politics"])
    assert spoken.text.rstrip() == "Rosa Vidal spoke (briefly)."


def test_heads_are_words_of_the_document_and_a_root_is_its_own(texts):
    assert [word.head for word in syntax.gold(texts["ewt"][0])] == [3, 3, 3, 3, 3, 6, 6]


def analysed(text, *, heads=None, relations=None):
    """A Doc of the first document, right but for what is given; the break is a token."""
    import spacy
    from spacy.tokens import Doc

    words = [word.text for word in text.words[:5]] + ["\n\n"] + [word.text for word in text.words[5:]]
    right = list(syntax.gold(text))
    token = [*range(5), 6, 7]
    wanted = [token[number] for number in (heads or [word.head for word in right])]
    given = relations or [word.relation.replace("root", "ROOT") for word in right]
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        tags=[*(word.xpos for word in right[:5]), "_SP", *(word.xpos for word in right[5:])],
        pos=[*(word.upos for word in right[:5]), "SPACE", *(word.upos for word in right[5:])],
        lemmas=[*(word.lemma for word in right[:5]), "\n\n", *(word.lemma for word in right[5:])],
        morphs=["|".join(sorted(word.features)) for word in right[:5]]
        + [""]
        + ["|".join(sorted(word.features)) for word in right[5:]],
        heads=[*wanted[:5], 4, *wanted[5:]],
        deps=[*given[:5], "", *given[5:]],
    )


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({}, {}),
        ({"heads": [3, 3, 3, 3, 3, 6, 3]}, {"uas": 1, "las": 1, "las_of_words": 1}),
        ({"heads": [3, 3, 3, 3, 0, 6, 6]}, {"uas": 1, "las": 1}),
        (
            {"relations": ["obj", "aux", "advmod", "ROOT", "punct", "nsubj", "ROOT"]},
            {"las": 1, "las_of_words": 1},
        ),
    ],
    ids=["all right", "a root is missed", "a stop hangs wrong", "a relation is wrong"],
)
def test_words_are_right_or_wrong(texts, change, wrong):
    text = texts["ewt"][0]
    counts = Counter()
    syntax.count_words(counts, syntax.gold(text), syntax.found(analysed(text, **change)))
    assert counts["words"] == 7
    assert counts["no_punctuation"] == 6
    right = {name: counts[name] for name in ("uas", "las", "las_of_words", "xpos", "upos", "features", "lemma")}
    everything = dict.fromkeys(right, 7) | {"las_of_words": 6}
    assert right == {name: number - wrong.get(name, 0) for name, number in everything.items()}


def test_features_are_a_set_and_their_values_too():
    assert syntax._features("PronType=Int,Rel|Case=Nom") == syntax._features("Case=Nom|PronType=Rel,Int")


def test_sentences_are_right_when_both_ends_are():
    text = Text((Sentence((Word("a"), Word("b"))), Sentence((Word("c"),))))
    assert text.starts == (0, 2)
    assert syntax._spans(text.starts, 3) == {(0, 2), (2, 3)}
    assert syntax._spans([0, 1, 2], 3) & syntax._spans(text.starts, 3) == {(2, 3)}


def test_figures_are_in_one_column_per_treebank():
    table = every_metric({"syntax/ewt/dev/las": 0.81, "syntax/gum/dev/las": 0.8, "syntax/gum/dev/uas": 0.85}, "syntax")
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.split("\n")]
    assert [rows[0], *rows[2:]] == [["", "ewt/dev", "gum/dev"], ["las", "0.8100", "0.8000"], ["uas", "", "0.8500"]]


def test_without_the_treebanks_figures_are_skipped_with_a_reason(tmp_path, monkeypatch):
    monkeypatch.setenv("CHANCERY_SHARED", str(tmp_path))
    reasons = syntax.unavailable.__wrapped__()
    assert set(reasons) == {"ewt", "gum"}
    assert all("CHANCERY_SHARED" in reason for reason in reasons.values())


@pytest.fixture(scope="module")
def scores():
    return accuracy.all_scores(("syntax",))


@pytest.mark.parametrize("treebank", ["ewt", "gum"])
def test_no_figure_falls_below_the_baseline(scores, treebank):
    reason = syntax.unavailable().get(treebank)
    if reason:
        pytest.skip(reason)
    prefix = f"syntax/{treebank}/"
    baseline = {name: value for name, value in accuracy.read_baseline().items() if name.startswith(prefix)}
    assert accuracy.fallen(scores, baseline, skipped=()) == []
    assert scores[f"{prefix}dev/las"] > 0.5
