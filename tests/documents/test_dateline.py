"""Datelines of the world's newsrooms."""

import datetime as dt

import pytest

from assets.documents.dateline import dateline, dateline_date


@pytest.mark.parametrize(
    ("text", "city", "day", "source", "story"),
    [
        ("Caracas, October 17 (RHC)-- The President", "Caracas", (10, 17, None), "RHC", "The President"),
        ("HAVANA, July 18 (RHC)--The relationship", "Havana", (7, 18, None), "RHC", "The relationship"),
        ("BEIJING, Aug. 2 (Xinhua) -- Chinese", "Beijing", (8, 2, None), "Xinhua", "Chinese"),
        ("MOSCOW, February 6. /TASS/. Russian", "Moscow", (2, 6, None), "TASS", "Russian"),
        ("TEHRAN (IRNA) – Iranian", "Tehran", (None, None, None), "IRNA", "Iranian"),
        ("Tehran, IRNA – Iranian", "Tehran", (None, None, None), "IRNA", "Iranian"),
        ("WASHINGTON (AP) — Secretary", "Washington", (None, None, None), "AP", "Secretary"),
        ("Geneva, 3 May 2023 - The High", "Geneva", (5, 3, 2023), None, "The High"),
        ("Havana, Jan 12 (Prensa Latina) Cuban", "Havana", (1, 12, None), "Prensa Latina", "Cuban"),
        ("WASHINGTON/BEIJING, May 3 (Reuters) - The", "Washington", (5, 3, None), "Reuters", "The"),
        ("PORT-AU-PRINCE, Haiti, March 3 (AP) — The", "Port-au-Prince", (3, 3, None), "AP", "The"),
        ("RIO DE JANEIRO, Nov 18 (ANSA) - The", "Rio de Janeiro", (11, 18, None), "ANSA", "The"),
        ("THE HAGUE, May 4, 2023 - The", "The Hague", (5, 4, 2023), None, "The"),
        ("THE HAGUE (Reuters) - The", "The Hague", (None, None, None), "Reuters", "The"),
        ("LA PAZ, May 4, 2023 - The", "La Paz", (5, 4, 2023), None, "The"),
        ("UNITED NATIONS, Sept. 20, 2023 (AFP) - Ukrainian", "United Nations", (9, 20, 2023), "AFP", "Ukrainian"),
        ("SAN JOSÉ, Costa Rica, 3 May (EFE).- The", "San José", (5, 3, None), "EFE", "The"),
        ("ASTANA. KAZINFORM - President", "Astana", (None, None, None), "KAZINFORM", "President"),
        ("NEW DELHI: External affairs", "New Delhi", (None, None, None), None, "External affairs"),
        ("BERLIN — The chancellor", "Berlin", (None, None, None), None, "The chancellor"),
        ("YEREVAN, OCTOBER 11, ARMENPRESS. Prime", "Yerevan", (10, 11, None), "ARMENPRESS", "Prime"),
        ("BAKU, Azerbaijan, May 3. Azerbaijani", "Baku", (5, 3, None), None, "Azerbaijani"),
        ("CARACAS, Oct. 17 (Xinhua) -- The", "Caracas", (10, 17, None), "Xinhua", "The"),
        ("Accra, Aug. 23, GNA – The", "Accra", (8, 23, None), "GNA", "The"),
        ("Addis Ababa, November 2/2022 (ENA) The", "Addis Ababa", (11, 2, 2022), "ENA", "The"),
        ("Belgrade, 3 March 2022 – The", "Belgrade", (3, 3, 2022), None, "The"),
        ("MINSK, 9 February (BelTA) – The", "Minsk", (2, 9, None), "BelTA", "The"),
        ("KUWAIT, Nov 8 (KUNA) -- The", "Kuwait", (11, 8, None), "KUNA", "The"),
        (
            "Muscat: His Majesty the Sultan arrived in Tehran on Sunday.",
            "Muscat",
            (None, None, None),
            None,
            "His Majesty the Sultan arrived in Tehran on Sunday.",
        ),
        (
            "Madurai (Tamil Nadu): Minister Ana Sol arrived here on Sunday for talks.",
            "Madurai",
            (None, None, None),
            None,
            "Minister Ana Sol arrived here on Sunday for talks.",
        ),
        ("Islamabad: May 15, 2021", "Islamabad", (5, 15, 2021), None, ""),
        ("ERBIL (Zagros Wire) – The", "Erbil", (None, None, None), "Zagros Wire", "The"),
        ("Lima, October 17, 2023, Andes Herald: The", "Lima", (10, 17, 2023), "Andes Herald", "The"),
        ("18 July 2022 (MIA) - EU", None, (7, 18, 2022), "MIA", "EU"),
        ("(Reuters) - The", None, (None, None, None), "Reuters", "The"),
        ("ANKARA", "Ankara", (None, None, None), None, ""),
        ("WASHINGTON, D.C.", "Washington", (None, None, None), None, ""),
        ("Oslo, 3 May 2023", "Oslo", (5, 3, 2023), None, ""),
        ("BLANTYRE (Malawi), October 4, 2022 (AFP) - The", "Blantyre", (10, 4, 2022), "AFP", "The"),
        ("Ankara/Lisbon, November 15, 2023 (dpa) - The", "Ankara", (11, 15, 2023), "dpa", "The"),
        ("Hanoi (dpa) - The", "Hanoi", (None, None, None), "dpa", "The"),
        ("ASTANA. KAZINFORM. April 13, 2025 – The", "Astana", (4, 13, 2025), "KAZINFORM", "The"),
        ("Mogadishu (SONNA) Thursday, August 15, 2024", "Mogadishu", (8, 15, 2024), "SONNA", ""),
        ("LIMA, (APP - UrduPoint / Pakistan Point News - 9th May, 2022 ) :The", "Lima", (5, 9, 2022), "APP", "The"),
        ("LIMA (UrduPoint News / Sputnik - 9th May, 2022) The", "Lima", (5, 9, 2022), "UrduPoint News", "The"),
        ("NAIROBI, Kenya Apr 27 – The", "Nairobi", (4, 27, None), None, "The"),
        ("Dec 9 (Reuters) - The", None, (12, 9, None), "Reuters", "The"),
        ("(ANSA) - LIMA, JUN 24 - The", "Lima", (6, 24, None), "ANSA", "The"),
        ("(ATV | LIMA) – The", "Lima", (None, None, None), "ATV", "The"),
        ("Lima, Peru—(May 3, 2021) The", "Lima", (5, 3, 2021), None, "The"),
        ("LIMA, Peru, Feb. 19, Kyodo", "Lima", (2, 19, None), "Kyodo", ""),
        ("PERU, June 6 - The", None, (6, 6, None), None, "The"),  # a country is no city
        ("SANA'A March 14. 2023 (Saba) - The", "Sana'a", (3, 14, 2023), "Saba", "The"),
    ],
)
def test_a_dateline_gives_city_day_agency_and_the_story_behind_it(text, city, day, source, story):
    found = dateline(text)
    assert found is not None
    assert (found.city, (found.month, found.day, found.year), found.source) == (city, day, source)
    assert text[found.end :] == story


@pytest.mark.parametrize(
    "text",
    [
        "The Federal Bureau of Investigation (FBI) said on Monday that it had opened a case.",
        "The Organization of American States (OAS) met in Washington.",
        "Department Press Briefing – June 30, 2021",
        "SECRETARY BLINKEN: Thank you.",
        "QUESTION: Will you talk about Venezuela?",
        "BREAKING: The minister has resigned.",
        "UPDATE — The talks have ended.",
        "Lavrov, October 17 will remember, said nothing.",
        "On October 17, the ministers met in Caracas.",
        "Maduro received Lavrov in Caracas on February 7.",
        "Russia - China relations are strong.",
        "President Biden (D) spoke.",
        "In the United Kingdom, July 16- the talks ended.",
        "REMARKS",
        "Doha: Trade war will have no winners, says the minister of commerce",
        "(Applause) - The minister left.",
        "INDIA–SRI LANKA",
        "Lima (May 3, 2021) was the first stop of the envoy.",
        "SUDAN",
        "",
    ],
)
def test_other_openings_are_no_datelines(text):
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("Caracas, October 17 (RHC)-- The", [dt.date(2023, 10, 16)], dt.date(2023, 10, 17)),
        ("Caracas, January 1 (RHC)-- The", [dt.date(2023, 12, 31)], dt.date(2024, 1, 1)),
        ("Caracas, October 17 (RHC)-- The", [dt.date(2019, 5, 1)], None),  # too far to tell the year
        ("Caracas, October 17 (RHC)-- The", [], None),
        ("Geneva, 3 May 2023 - The", [], dt.date(2023, 5, 3)),
        ("Geneva, 31 February 2023 - The", [], None),
        ("WASHINGTON (AP) — The", [dt.date(2023, 10, 16)], None),
    ],
)
def test_the_year_is_known_or_the_day_is_not(text, known, expected):
    assert dateline_date(dateline(text), known) == expected
