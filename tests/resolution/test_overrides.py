"""What a user decides of actors stands above what the names say."""

import pytest

from assets.resolution.overrides import OverrideError, Overrides
from tests.resolution.cases import mention, resolved

SPELLINGS = ("Gennady Chernyakov", "Gennadi Chernyakov", "Gennadiy Chernyakov")
COUSINS = f"different,{SPELLINGS[0]},{SPELLINGS[1]},cousins"


def names_of(path, lines, *named, label="PERSON"):
    """Names of the actors among mentions, one document each, under the decisions of a file."""
    file = path / "overrides.csv"
    file.write_text("\n".join(["rule,name,other,note", *lines]), encoding="utf-8")
    rows = [mention(f"d{number}", "c", name, label=label, country_id="VEN") for number, name in enumerate(named)]
    found, tied = resolved(rows, Overrides.read(file))
    assert len(tied) == len(named)
    return sorted(actor.name for actor in found)


def test_two_names_are_one_persons(tmp_path):
    lines = ["same,Diosdado Cabello,Captain Hammer,as bloggers say"]
    assert names_of(tmp_path, lines, "Diosdado Cabello", "Captain Hammer") == ["Diosdado Cabello"]


def test_what_a_decision_tied_says_so(tmp_path):
    file = tmp_path / "overrides.csv"
    file.write_text("rule,name,other\nsame,Diosdado Cabello,Captain Hammer", encoding="utf-8")
    rows = [mention(f"d{number}", "c", name) for number, name in enumerate(("Diosdado Cabello", "Captain Hammer"))]
    _, tied = resolved(rows, Overrides.read(file))
    assert {one.method.value for one in tied} == {"override"}


def test_one_word_is_somebodys(tmp_path):
    lines = ["same,Timoshenko,Rodrigo Londoño,"]
    assert names_of(tmp_path, lines, "Rodrigo Londoño", "Timoshenko") == ["Rodrigo Londoño"]


def test_two_spellings_are_two_people(tmp_path):
    assert len(names_of(tmp_path, [], *SPELLINGS[:2])) == 1
    assert len(names_of(tmp_path, [COUSINS], *SPELLINGS[:2])) == 2


def test_two_people_are_not_joined_by_a_third_spelling(tmp_path):
    assert len(names_of(tmp_path, [], *SPELLINGS)) == 1
    assert len(names_of(tmp_path, [COUSINS], *SPELLINGS)) == 2


def test_what_somebody_is_called(tmp_path):
    assert names_of(tmp_path, ["name,nicolas maduro,Nicolás Maduro Moros,"], "Nicolas Maduro") == [
        "Nicolás Maduro Moros"
    ]


def test_organizations_too(tmp_path):
    front = ("Broad Front of Valle Seco", "Frente Amplio de Valle Seco")
    assert len(names_of(tmp_path, [], *front, label="ORG")) == 2
    assert len(names_of(tmp_path, [f"same,{front[0]},{front[1]},"], *front, label="ORG")) == 1
    third = "FAVS Movement"
    chained = [f"same,{front[0]},{front[1]},", f"same,{front[1]},{third},"]
    assert len(names_of(tmp_path, chained, *front, third, label="ORG")) == 1


def test_without_a_file_nothing_is_decided(tmp_path):
    assert Overrides.read(tmp_path / "overrides.csv") == Overrides()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rule,name\nsame,a", "has no column other"),
        ("rule,name,other\nequal,a,b", "line 2: give same, different, name and two names"),
        ("rule,name,other\nsame,a,", "line 2: give same, different, name and two names"),
    ],
)
def test_a_file_that_cannot_be_followed_is_named_with_the_remedy(tmp_path, text, message):
    file = tmp_path / "overrides.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(OverrideError, match=message):
        Overrides.read(file)
