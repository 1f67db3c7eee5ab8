"""Broken text mended, and every mended character traced to the place where it was broken."""

import random

import pytest

from assets.documents import read_document
from assets.documents.clean import clean
from assets.documents.offsets import OffsetMap

OPENING = "The President of the Republic and the First Lady of the country "


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("Bárcena “met” the minister’s envoy — naïve, café…”", "Bárcena “met” the minister’s envoy — naïve, café…”"),
        ("CAFÉ’S", "CAFÉ’S"),
        ("BÃƒÂ¡rcena", "Bárcena"),
        ("Ä°stanbul and ÄŒapek", "İstanbul and Čapek"),
        ("Ð›Ð°Ð²Ñ€Ð¾Ð²", "Лавров"),
        ("minister‚Äôs", "minister’s"),
        ("ministerвЂ™s", "minister’s"),
        ("said â€œyesâ€\ufffd today", "said “yes” today"),
        ("2Â million, Â£5", "2 million, £5"),
        ("the oﬀer of ＥＵ states", "the offer of EU states"),
        ("trade&amp;nbsp;talks, AT&amp;T &amp; R&D &amp;#8217;s", "trade talks, AT&T & R&D ’s"),
        ("one&lt;br/&gt;two", "one two"),
        ("minis\u00ad\nter, co&shy;op", "minister, coop"),
        ("2, 2 million", "2, 2 million"),
        ("LATAKIA, SANA_ The minister", "LATAKIA, SANA – The minister"),
        ("The _Andes HERALD_ said", "The Andes HERALD said"),
    ],
)
def test_characters(broken, mended):
    assert clean(broken, 0, len(broken)).text == mended


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("The talks ended.The minister left.", "The talks ended. The minister left."),
        ("He arrived in 2023.The talks began.", "He arrived in 2023. The talks began."),
        ("the States (CELAC).The next", "the States (CELAC). The next"),
        ("the problem.who will meet", "the problem. who will meet"),
        ("the talks,said the minister", "the talks, said the minister"),
        ("“We agreed.”The minister left.", "“We agreed.” The minister left."),
        ("Is it over?Nobody knows.", "Is it over? Nobody knows."),
        ("The U.S.The 3.5 percent, 1,000 men, e.g.The p.m.The", "The U.S.The 3.5 percent, 1,000 men, e.g.The p.m.The"),
        ("see www.ministry.org/news.The end", "see www.ministry.org/news.The end"),
        ("the site Civil.Ge says, and Agenda.ge too", "the site Civil.Ge says, and Agenda.ge too"),
        ("write to press.Office@mfa.no for more", "write to press.Office@mfa.no for more"),
    ],
)  # fmt: skip
def test_sentences_run_together(broken, mended):
    assert clean(broken, 0, len(broken)).text == mended


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("met the foreign minis-\nter of the country.", "met the foreign minister of the country."),
        ("met Franco-\nGerman envoys of both sides.", "met Franco-German envoys of both sides."),
        ("the COVID-\n19 pandemic was discussed.", "the COVID-19 pandemic was discussed."),
        ("sought non-\nproliferation talks with all.", "sought non-proliferation talks with all."),
        ("sought a long-\nterm plan for the two states.", "sought a long-term plan for the two states."),
        ("sought a cease-\nfire. The cease-fire holds.", "sought a cease-fire. The cease-fire holds."),
        ("sought a cease-\nfire. The ceasefire holds.", "sought a ceasefire. The ceasefire holds."),
        ("sought US-\nChina talks in the capital.", "sought US-China talks in the capital."),
        ("praised the inter-\nnational community for it.", "praised the international community for it."),
        ("spoke of the\nthe state of the economy.", "spoke of the state of the economy."),
        ("spoke of what he had\nhad to do in that capital.", "spoke of what he had had to do in that capital."),
        ("praised the inter-\n\nnational community for it.", "praised the international community for it."),
        ("thanked his host for the\n\nthe welcome in the capital.", "thanked his host for the welcome in the capital."),
    ],
)
def test_words_broken_at_a_line_end(broken, mended):
    assert read_document(OPENING + broken).document.body == OPENING + mended


STORY = (
    "The foreign minister of Peru, Ana Gómez, met the ambassador of Chile in Lima on Monday. They discussed trade worth "
    "$2.5 billion and the “difficult” situation at the border.\n\nThe minister’s office said that the cooperation between "
    "the Franco-German partners would continue. Officials expected another meeting of the commission in September."
)


def damages(text, seed):
    """The text with each kind of damage at random places, and for each character of the text where it went."""
    import ftfy.bad_codecs  # noqa: F401 -- registers the codec that browsers use

    choice = random.Random(seed)
    raw, places = "", []
    for index, mark in enumerate(text):
        broken = choice.random() < 0.3
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        new = mark
        if broken and mark in "óé“”’":
            new = mark.encode().decode("sloppy-windows-1252")
        elif broken and mark == " " and (before + after).strip('."”') != "":
            is_sentence_end = before == "." and after.isupper()
            new = "" if is_sentence_end else choice.choice(["\u00a0", "  ", "&nbsp;", " \u200b", "&amp;nbsp;", "\t"])
        elif broken and mark.isalpha() and before.islower() and after.islower():
            new = choice.choice([f"\u00ad{mark}", f"{mark}\u200b", mark, mark])
        elif broken and mark == "&":
            new = "&amp;"
        places.append((len(raw), len(raw) + len(new)))
        raw += new
    return raw, places


@pytest.mark.parametrize("seed", range(60))
def test_damaged_text_is_mended_and_every_word_leads_back(seed):
    raw, places = damages(STORY, seed)
    found = read_document(raw)
    assert found.document.body == STORY
    offsets = OffsetMap.of_segments(found.segments)
    start = 0
    for word in STORY.split():
        start = STORY.index(word, start)
        end = start + len(word)
        low, high = offsets.raw_span(start, end)
        assert places[start][0] <= low < high <= places[end - 1][1]
        assert raw[low : low + 1] == raw[places[start][0] :].lstrip("\u00ad")[:1]
        body_low, body_high = offsets.body_span(low, high)
        assert STORY[body_low:body_high].strip() == word
        start = end
