"""When an article was published, and how that is known."""

import datetime as dt

import pytest

from assets.documents import read_document
from assets.documents.dates import dates, declared_date
from assets.documents.published import stamp, url_date

STORY = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oct. 16, 2023", [dt.date(2023, 10, 16)]),
        ("6 February 2020", [dt.date(2020, 2, 6)]),
        ("17th of October 2023", [dt.date(2023, 10, 17)]),
        ("2022-03-03T10:15:00Z", [dt.date(2022, 3, 3)]),
        ("17/10/2023", [dt.date(2023, 10, 17)]),
        ("10/17/2023", [dt.date(2023, 10, 17)]),
        ("03.05.2023", [dt.date(2023, 5, 3)]),
        ("03/04/2022", []),  # March or April
        ("04/04/2022", [dt.date(2022, 4, 4)]),
        ("31 February 2020", []),
        ("May 3, 1822", []),
        ("3 May", []),
        ("Oct 17th, '23", [dt.date(2023, 10, 17)]),
        ("17-Oct-2023", [dt.date(2023, 10, 17)]),
        ("2023年10月17日", [dt.date(2023, 10, 17)]),
        ("2023年", []),
        ("3 November، 2022", [dt.date(2022, 11, 3)]),
        ("Juche112.6.7.", [dt.date(2023, 6, 7)]),
        ("26. oktobar 2023", [dt.date(2023, 10, 26)]),
        ("26 de octubre de 2023", [dt.date(2023, 10, 26)]),
        ("15.04.24 14:07", [dt.date(2024, 4, 15)]),
        ("version 15.04.24", []),
        ("26 delegates 2023", []),
        ("phone 171523 Apr 2", []),
        ("2023. 10. 17", [dt.date(2023, 10, 17)]),
        ("November 2/2022", [dt.date(2022, 11, 2)]),
        ("Monday, 17 October 2023 14:05 GMT", [dt.date(2023, 10, 17)]),
        ("25 Mehr 1402, 1402/07/25, 2 Rabi al-Thani 1445", []),
    ],
)
def test_dates_are_calendar_dates_or_none(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wed, 03 Aug 2022 19:49:23 +0000", dt.date(2022, 8, 3)),
        ("2022-08-03T19:49:23+02:00", dt.date(2022, 8, 3)),
        ("last Tuesday", None),
        ("", None),
    ],
)
def test_containers_write_dates_in_their_ways(text, expected):
    assert declared_date(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 6 February 2020", dt.date(2020, 2, 6)),
        ("Published 13 September 2023 (3 hours 15 minutes ago)", dt.date(2023, 9, 13)),
        ("Date: 2022-03-03", dt.date(2022, 3, 3)),
        ("March 3, 2022 | 10:15", dt.date(2022, 3, 3)),
        ("Sun 18 Jun 2023 05.23 EDT", dt.date(2023, 6, 18)),
        ("Source: Xinhua | 2023-04-14 21:15:30 | Editor: huaxia", dt.date(2023, 4, 14)),
        ("Burc Eruygur | 03.05.2023 - Update : 04.05.2023", dt.date(2023, 5, 3)),
        ("Updated May 4, 2023; published May 3, 2023", dt.date(2023, 5, 3)),
        ("By Jane Doe, 3 May 2023", dt.date(2023, 5, 3)),
        ("Lake Gazette Online , Tuesday 18 Apr 2023", dt.date(2023, 4, 18)),
        ("On 3 May 2023 the minister travelled to Lima.", None),
        ("Department Press Briefing – October 11, 2023", None),
        ("All News 10:12 October 17, 2023", dt.date(2023, 10, 17)),
        ("May 3", None),
        ("By EURACTIV's network | 4 Oct 2023 (updated: 5 Oct 2023)", dt.date(2023, 10, 4)),
        ("By the network | Updated: 5 Oct 2023 | Published: 4 Oct 2023", dt.date(2023, 10, 4)),
        ("Date: 17/06/2023 | Read original version at source", dt.date(2023, 6, 17)),
        ("Peru and Chile meet in Lima | 4 Oct 2023", None),
        ("Our Staff Reporter Published May 6, 2023 Updated May 7, 2023 09:13am", dt.date(2023, 5, 6)),
        ("Report on talks published May 6, 2023", None),
        ("Press release 17:42, 20.05.2024", dt.date(2024, 5, 20)),
        ("20 May 2024 at 19h42", dt.date(2024, 5, 20)),
        ("Kyrgyzstan Materials 5 April 2024 13:07 (UTC +04:00)", dt.date(2024, 4, 5)),
        ("Date of publication : 21 Apr 2022", dt.date(2022, 4, 21)),
        ("Posted by admin on November 3, 2021", dt.date(2021, 11, 3)),
        ("This content was published on 15. July 2019 - 11:00", dt.date(2019, 7, 15)),
        ("This is an archive article published on July 15, 2019", dt.date(2019, 7, 15)),
        ("Issued on 28 November 2022 in Entebbe, Uganda", dt.date(2022, 11, 28)),
        ("Issued a warning on 28 November 2022 in Entebbe", None),
        ("(The Lake Daily App) 11:07, November 16, 2023", dt.date(2023, 11, 16)),
        ("KUNA 171523 Apr 23NNNN", dt.date(2023, 4, 17)),
        ("-0- (Juche112.6.7.)", dt.date(2023, 6, 7)),
        ("Fri - 10 March 23", dt.date(2023, 3, 10)),
        ("Tue, 14 Mar 23 11:20", dt.date(2023, 3, 14)),
        ("All News 16:20 April 03, 2023", dt.date(2023, 4, 3)),
        ("25 March 201918:59", dt.date(2019, 3, 25)),
        ("14 March 2023Last updated 15 March 2023", dt.date(2023, 3, 14)),
        ("Web Desk 14 March, 2023", dt.date(2023, 3, 14)),
        ("They met on 10 March 23 times", None),
    ],
)
def test_a_stamp_is_a_date_and_nothing_else(line, expected):
    found = stamp(line)
    assert (found.date if found else None) == expected


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        (f"Published 03/04/2022\n\n{STORY}", {}, None),  # March or April
        (f"Published 03/04/2022\n\n{STORY}", {"declared_url": "https://www.theguardian.com/world/a"}, "2022-04-03"),
        (f"Published 03/04/2022\n\n{STORY}", {"declared_url": "https://www.latimes.com/world/a"}, "2022-03-04"),
        (f"Published 03/04/2022\n\n{STORY}", {"declared_url": "https://nation.africa/kenya/news"}, None),
        (f"Published 03/04/2022\n\n{STORY}", {"declared_url": "https://daily.example.au/a"}, "2022-04-03"),
        (f"Published 03/04/2022\n\nUpdated April 4, 2022\n\n{STORY}", {}, "2022-04-03"),
        (f"Published 03/04/2022\n\n{STORY}\n\n© Agency 25/03/2022", {}, "2022-04-03"),
        (f"Published 03/10/2022last updated 03/11/2022\n\n{STORY}", {}, "2022-03-10"),
        (f"Published 03/10/2022 last updated 05/11/2022\n\n{STORY}", {}, None),
        (f"05/07/2023\n\nLUANDA, July 5 (AP) – {STORY}", {}, "2023-07-05"),
        (f"Published 2 hours ago\n\n{STORY}", {}, None),
        (f"12.7 C\nMonday, May 16, 2022\n\nPeru and Chile meet\n\n{STORY}", {}, None),  # the visitor's day
        (f"Peru and Chile meet\n26. oktobar 2023\n\n{STORY}", {}, "2023-10-26"),
        (f"Peru and Chile meet\nDate\n8/14/2024 2:00:18 PM\n\n{STORY}", {}, "2024-08-14"),
        (f"Updated 4 May 2023\n\n{STORY}", {}, None),  # published that day or before
        (f" date 2023-10-28 {STORY}", {}, "2023-10-28"),
        (f" date 2023-10-28 LIMA: {STORY}", {}, "2023-10-28"),
        (f"date: 2023-10-28\tPeru and Chile meet\n\n{STORY}", {}, "2023-10-28"),
        (f" date 2023-10 {STORY}", {}, None),
        (f"LIMA, May 4, 2023, Andes Herald: {STORY}", {}, "2023-05-04"),
        (f"LIMA, Dec 30 (AP) — {STORY}", {"declared_published_at": "2023-01-02"}, "2023-01-02"),
        (f"{STORY}\n\n{STORY} Again.\n\nRelated\n\nPeru and Chile hold talks\n\nJune 14, 2022", {}, None),
        (f"Department Press Briefing – October 11, 2023\n\n{STORY}", {}, "2023-10-11"),
        (f"Remarks on the anniversary of the attacks of September 11, 2001\n\n{STORY}", {}, None),
        (f"No: 291, 14 November 2023, Regarding the Visit of a Delegation of Mongolia\n\n{STORY}", {}, "2023-11-14"),
        (f"Corridor Watch – Weekly – Oct 5, 2022\n\n{STORY}", {}, "2022-10-05"),
        (f"Corridor Watch – Weekly – 3-5 October 2022\n\n{STORY}", {}, None),
        (f"Council holds monthly meeting, 5 October 2022\n\n{STORY}", {}, None),
        (f"Official visit to Oman, 21 May 2024\n\n{STORY}", {}, None),
        (f"CAIRO, May 16 (MENA) - The minister met Tuesday 16/05/2023 with his colleague.\n\n{STORY}", {}, "2023-05-16"),
        (f"VIENNA, May 15 (APA) - The treaty was signed on May 15, 1955.\n\n{STORY}", {}, None),
        (f"Peru and Chile meet\n\n{STORY}\n\nPublished in Dawn, October 12th, 2023", {}, "2023-10-12"),
        (f"Pyongyang, September 2 (KCNA) -- {STORY}\n\nwww.kcna.kp (Juche111.9.2.)", {}, "2022-09-02"),
    ],
)  # fmt: skip
def test_a_date_is_right_or_null(text, options, expected):
    document = read_document(text, **options).document
    assert str(document.published_on or "") == (expected or "")
    assert "ago" not in document.body


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"declared_published_at": "2023-01-02"}, "2022-12-30"),
        ({"declared_url": "https://a.org/2023/01/story"}, "2022-12-30"),
        ({"declared_url": "https://a.org/2022/12/story"}, "2022-12-30"),
        ({"declared_url": "https://a.org/2022/06/story"}, None),
        ({}, None),
    ],
)
def test_the_year_of_a_dateline_around_new_year(options, expected):
    document = read_document(f"LIMA, Dec 30 (AP) — {STORY}", **options).document
    assert str(document.dateline_on or "") == (expected or "")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.org/2022/03/03/story", dt.date(2022, 3, 3)),
        ("https://a.org/en/20220303/story.html", dt.date(2022, 3, 3)),
        ("https://a.gov.cn/t20220303_1.html", dt.date(2022, 3, 3)),
        ("https://a.com/english/2022-03/03/c_1.htm", dt.date(2022, 3, 3)),
        ("https://a.org/noticias/336671-story", None),
        ("https://a.org/2022/13/45/story", None),
    ],
)
def test_urls_carry_dates(url, expected):
    assert url_date(url) == expected


@pytest.mark.parametrize(
    ("text", "options", "expected", "basis"),
    [
        (f"Published 3 May 2023\n\n{STORY}", {"declared_published_at": "2023-05-02"}, dt.date(2023, 5, 2), "declared"),
        (f"Published 3 May 2023\n\nLIMA, May 2 (AP) — {STORY}", {}, dt.date(2023, 5, 3), "text"),
        (
            f"LIMA, May 2, 2023 (AP) — {STORY}",
            {"declared_url": "https://a.org/2023/05/03/x"},
            dt.date(2023, 5, 2),
            "dateline",
        ),
        (
            f"LIMA, May 2 (AP) — {STORY}",
            {"declared_url": "https://a.org/2023/05/03/x"},
            dt.date(2023, 5, 2),
            "dateline",
        ),
        (STORY, {"declared_url": "https://a.org/2023/05/03/x"}, dt.date(2023, 5, 3), "url"),
        (f"Updated 4 May 2023\n\nPublished 3 May 2023\n\n{STORY}", {}, dt.date(2023, 5, 3), "text"),
        (f"LIMA, May 2 (AP) — {STORY}", {}, None, "unknown"),
        (f"{STORY}\n\nThe treaty was signed on 3 May 1999.\n\n{STORY} Again.", {}, None, "unknown"),
        (f"{STORY}\n\nLima, 3 May 2023", {}, dt.date(2023, 5, 3), "dateline"),
    ],
)
def test_the_best_witness_wins_and_nothing_is_guessed(text, options, expected, basis):
    document = read_document(text, **options).document
    assert (document.published_on, document.published_basis.value) == (expected, basis)
