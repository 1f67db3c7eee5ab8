"""Names that the encoder sees beside those that the rules know."""

import pytest

from assets.entities.extensions import FoundName, Role
from assets.entities.names.gazetteer import Entry, Gazetteer, Match
from assets.entities.names.merging import merged
from assets.entities.names.words import Words

MINISTER = Role("Minister", 0, 8, "minister", None)


def words_of(text):
    texts = tuple(text.split())
    count = len(texts)
    return Words(texts, tuple(range(count)), (False,) * count, (0,) * count, frozenset())


def place(words, text):
    """Words of the text ``[start, end)``."""
    wanted = tuple(text.split())
    start = next(at for at in range(len(words)) if words.texts[at : at + len(wanted)] == wanted)
    return start, start + len(wanted)


def entities(text, known=(), found=(), lists=()):
    """Entities by their words and labels, of known names (text, label[, role]) and found ones (text, label, surety)."""
    words = words_of(text)
    matches = [
        Match(*place(words, name), Entry(name, label, "GEO" if label == "GPE" else None), *role)
        for name, label, *role in known
    ]
    seen = [FoundName(*place(words, name), label, confidence) for name, label, confidence in found]
    result = sorted(merged(words, matches, seen, lists), key=lambda match: match.start)
    return [(words.text(match.start, match.end), match.entry) for match in result]


def labels(text, known=(), found=()):
    return [(name, entry.label) for name, entry in entities(text, known, found)]


CASES = [
    # an unknown name is added when it is sure enough
    ("Zyloth spoke", [], [("Zyloth", "PERSON", 0.8)], [("Zyloth", "PERSON")]),
    ("Zyloth spoke", [], [("Zyloth", "PERSON", 0.4)], []),
    ("with His Highness", [], [("His", "PERSON", 0.9)], []),
    # the rules know what they know
    ("in Georgia today", [("Georgia", "GPE")], [("Georgia", "PERSON", 0.99)], [("Georgia", "GPE")]),
    (
        "the European Union today",
        [("European Union", "ORG")],
        [("European", "NORP", 0.99)],
        [("European Union", "ORG")],
    ),
    # but a known place inside a longer name is part of it
    (
        "at Georgia Tech Institute",
        [("Georgia", "GPE")],
        [("Georgia Tech Institute", "ORG", 0.6)],
        [("Georgia Tech Institute", "ORG")],
    ),
    # a known body only of a surer one
    ("UN Gaza Force", [("UN", "ORG")], [("UN Gaza Force", "ORG", 0.6)], [("UN", "ORG")]),
    ("UN Gaza Force", [("UN", "ORG")], [("UN Gaza Force", "ORG", 0.8)], [("UN Gaza Force", "ORG")]),
    # and a person with an office never
    ("Minister Fox Bay Club", [("Fox", "PERSON", MINISTER)], [("Fox Bay Club", "ORG", 0.99)], [("Fox", "PERSON")]),
    # names that cross each other: the known one holds
    (
        "New York Times Square",
        [("New York Times", "ORG")],
        [("Times Square", "FAC", 0.99)],
        [("New York Times", "ORG")],
    ),
    # an office told by its portfolio alone is nobody
    ("that of Marina , Zyloth", [], [("Marina", "PERSON", 0.8)], []),
    ("Minister for Rural Roads , Zyloth", [], [("Rural Roads", "ORG", 0.9)], []),
    # a name has a capital and letters
    ("zyl said", [], [("zyl", "PERSON", 0.9)], []),
    ("H. said", [], [("H.", "PERSON", 0.9)], []),
    ("H H said", [], [("H H", "PERSON", 0.9)], []),
    # styles, honours and a nickname cut off are no part of a name
    ("HE Ana Zyloth QC", [], [("HE Ana Zyloth QC", "PERSON", 0.9)], [("Ana Zyloth", "PERSON")]),
    ("Ana Zyloth “ Zy", [], [("Ana Zyloth “ Zy", "PERSON", 0.9)], [("Ana Zyloth", "PERSON")]),
    # nor is an office in short a body, nor what a dash sets off part of a name
    ("the COAS spoke", [], [("COAS", "ORG", 0.9)], []),
    ("the Zyloth FM spoke", [], [("Zyloth FM", "ORG", 0.9)], []),
    ("Ana Zyloth - High Commissioner", [], [("Ana Zyloth - High", "PERSON", 0.9)], [("Ana Zyloth", "PERSON")]),
    ("H E Ana Zyloth", [], [("H E Ana Zyloth", "PERSON", 0.9)], [("Ana Zyloth", "PERSON")]),
    # nor what is cut off at its end; a hyphen goes on
    ("Zyloth Fund of the world", [], [("Zyloth Fund of the", "ORG", 0.9)], [("Zyloth Fund", "ORG")]),
    ("Zyloth Fund 's aims", [], [("Zyloth Fund 's", "ORG", 0.9)], [("Zyloth Fund", "ORG")]),
    # papers and laws are no bodies, whatever stands for them
    ("signed the MoU", [], [("MoU", "ORG", 0.9)], []),
    ("the Zyl Trade Act ( ZTA ) and ZTA", [], [("ZTA", "ORG", 0.9)], []),
    ("his Excellency said", [], [("Excellency", "PERSON", 0.9)], []),
    # articles are no part of a name
    ("the Zyloth Group", [], [("the Zyloth Group", "ORG", 0.9)], [("Zyloth Group", "ORG")]),
]


@pytest.mark.parametrize(("text", "known", "found", "expected"), CASES)
def test_which_names_become_entities(text, known, found, expected):
    assert labels(text, known, found) == expected


def test_a_body_is_of_the_country_in_its_name():
    ((_, entry),) = entities("Georgia Tech", [("Georgia", "GPE")], [("Georgia Tech", "ORG", 0.9)])
    assert (entry.name, entry.country_id, entry.confidence) == ("Georgia Tech", "GEO", 0.9)


def test_a_listed_name_that_needs_context_means_what_the_list_says_once_it_is_seen_as_a_place():
    cities = Gazetteer(lambda text: text.split())
    cities.add("Nice", Entry("Nice", "GPE", "FRA", 0.7, needs_context=True))
    assert entities("Nice hosts", found=[("Nice", "GPE", 0.8)], lists=[cities]) == [
        ("Nice", Entry("Nice", "GPE", "FRA", 0.8))
    ]
    assert entities("Nice hosts", found=[("Nice", "PERSON", 0.8)], lists=[cities])[0][1].country_id is None


PEOPLE = [
    ("Anna Zyloth met Zyloth", ["Anna Zyloth", "Zyloth"], ["Anna Zyloth", "Anna Zyloth"]),
    # of two bearers of the name neither is meant for certain
    (
        "Anna Zyloth met Boris Zyloth and Zyloth",
        ["Anna Zyloth", "Boris Zyloth", "Zyloth"],
        ["Anna Zyloth", "Boris Zyloth", "Zyloth"],
    ),
    ("Anna Maria Zyloth , Maria Zyloth", ["Anna Maria Zyloth", "Maria Zyloth"], ["Anna Maria Zyloth"] * 2),
]


@pytest.mark.parametrize(("text", "found", "names"), PEOPLE)
def test_people_go_by_their_fullest_name(text, found, names):
    words, seen, start = words_of(text), [], 0
    for name in found:
        length = len(name.split())
        start = next(at for at in range(start, len(words)) if words.texts[at : at + length] == tuple(name.split()))
        seen.append(FoundName(start, start + length, "PERSON", 0.9))
        start += length
    assert [match.entry.name for match in merged(words, [], seen, [])] == names


@pytest.mark.parametrize(("first", "expected"), [(0.9, [0, 3]), (0.6, [0])])
def test_a_name_that_is_sure_in_one_place_is_one_in_the_others(first, expected):
    seen = [FoundName(0, 1, "PERSON", first), FoundName(3, 4, "PERSON", 0.3)]
    assert [match.start for match in merged(words_of("Zyloth spoke of Zyloth"), [], seen, [])] == expected
