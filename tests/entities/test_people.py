"""People, the title phrases attached to them and whom they represent."""

import pytest

from assets.entities import load_pipeline


def people(text: str) -> list[str]:
    return [ent.text for ent in load_pipeline()(text).ents if ent.label_ == "PERSON"]


def role(text: str) -> tuple[str, str, str | None]:
    found = next(ent._.role for ent in load_pipeline()(text).ents if ent.label_ == "PERSON" and ent._.role)
    return found.text, found.title, found.country_id


NAMES = [
    ("President Gustavo Petro spoke.", ["Gustavo Petro"]),
    ("The President of Kenya, William Ruto, received him.", ["William Ruto"]),
    ("Penny Wong, the Australian foreign minister, left.", ["Penny Wong"]),
    ("Crown Prince Mohammed bin Salman bin Abdulaziz Al Saud came.", ["Mohammed bin Salman bin Abdulaziz Al Saud"]),
    ("Foreign Minister Hossein Amir-Abdollahian called.", ["Hossein Amir-Abdollahian"]),
    ("DPRK leader Kim Jong Un and Wang Yi met. Kim left.", ["Kim Jong Un", "Wang Yi", "Kim"]),
    ("Vietnamese Prime Minister Pham Minh Chinh spoke.", ["Pham Minh Chinh"]),
    ("President (Joe) Biden agreed.", ["(Joe) Biden"]),
    ("Secretary of State Antony J. Blinken spoke. Blinken left.", ["Antony J. Blinken", "Blinken"]),
    ("Ursula von der Leyen and Luiz Inácio Lula da Silva met.", ["Ursula von der Leyen", "Luiz Inácio Lula da Silva"]),
    ("Dr. Martin Luther King said so.", ["Martin Luther King"]),
    ("Uganda's Foreign Affairs Minister Gen. Jeje Odongo led.", ["Jeje Odongo"]),
    ("SECRETARY BLINKEN: Thank you.", ["BLINKEN"]),
    ("National security adviser, John Bolton, left.", ["John Bolton"]),
    ("Head of the Atomic Energy Organization of Iran (AEOI) Mohammad Eslami met.", ["Mohammad Eslami"]),
    ("Ministers Hakan Fidan and Sameh Shoukry met.", ["Hakan Fidan", "Sameh Shoukry"]),
    ("Amir Locke was mourned.", ["Amir Locke"]),
    ("Under Secretary for Arms Control and International Security Bonnie Ruiz spoke.", ["Bonnie Ruiz"]),
    ("U.S. Department of State Counselor Derek Ruiz spoke.", ["Derek Ruiz"]),
    ("Somali President Hassan Sheikh Mohamud came.", ["Hassan Sheikh Mohamud"]),
    ("Iraqi Prime Minister Mohammed Shia' Al-Sudani came.", ["Mohammed Shia' Al-Sudani"]),
    ("Ms. KAMIKAWA Yoko met Prime Minister KISHIDA Fumio.", ["KAMIKAWA Yoko", "KISHIDA Fumio"]),
    ("Vietnamese General Secretary To Lam received He Lifeng.", ["To Lam", "He Lifeng"]),
    (
        "Prime Minister 'Unaloto Fakafa of Tonga met Minister ʻOlivia Hala on Friday.",
        ["Unaloto Fakafa", "ʻOlivia Hala"],
    ),
    ("The President of Peru, HE Ana Lucia Quispe, came.", ["Ana Lucia Quispe"]),
    ("Its envoy, General (Rtd) Otieno Barasa, left.", ["Otieno Barasa"]),
    ("Former Amb. Rose Weru met Cde. Tendai Sibanda.", ["Rose Weru", "Tendai Sibanda"]),
    ("She met her Samoan counterpart Hon. Fetu Leota on Friday.", ["Fetu Leota"]),
    ("The Minister Delegate, Pauline Essomba, spoke.", ["Pauline Essomba"]),
    ("China's envoy Zhai Jun flew home.", ["Zhai Jun"]),
    ("Martin Ruiz and Aisha Yesufu came.", ["Martin Ruiz", "Aisha Yesufu"]),
    ("Saudi Foreign Minister Prince Faisal bin Farhan Al Saud came.", ["Faisal bin Farhan Al Saud"]),
    ("H.E. Dr. Srettha Thavisin spoke.", ["Srettha Thavisin"]),
    ("Bahrain's King H M Talal bin Saleh Al Basri attended.", ["Talal bin Saleh Al Basri"]),
    (
        "Prime Minister Datuk Seri Amran Ismail met Foreign Minister Tan Sri Mahmud Yusof.",
        ["Amran Ismail", "Mahmud Yusof"],
    ),
    ("Norwegian Ambassador Per Albert Holm left.", ["Per Albert Holm"]),
    ("Foreign Minister of Bangladesh Dr AK Abdul Karim left.", ["AK Abdul Karim"]),
    ("On Monday Prime Minister al-Sol left.", ["al-Sol"]),
    ("South Korean President Kim Sol-in left the Kim Sol-led talks.", ["Kim Sol-in", "Kim Sol"]),
]
NOT_PEOPLE = [
    "The General Assembly and the Security Council met.",
    "Foreign Minister Bolsters Diplomatic Ties With Mexico",
    "The Prime Minister Office said the Covid vaccine arrived.",
    "Assistant Secretary Major Cities program.",
    "In Santiago, the foreign minister of Chile spoke.",
    "On Monday, President of the Republic spoke.",
    "The Chief Executive Officer resigned.",
    "Silk Road and Belt Initiative projects in Central Asia",
    "The John Lewis Voting Rights Act was debated.",
    "Goldman Sachs said so.",
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize("text", NOT_PEOPLE)
def test_nobody_is_invented(text: str) -> None:
    assert people(text) == []


ROLES = [
    (
        "Ana Ruiz, the spokesperson for the Peruvian Foreign Ministry, spoke.",
        "spokesperson for the Peruvian Foreign Ministry",
        "spokesperson",
        "PER",
    ),
    (
        "Ana Ruiz, spokesperson of the Peruvian Foreign Ministry tweeted.",
        "spokesperson of the Peruvian Foreign Ministry",
        "spokesperson",
        "PER",
    ),
    ("Mr. Luis Rey - Ambassador of Peru in Lima", "Ambassador of Peru in Lima", "ambassador", "PER"),
    (
        "the Secretary of Foreign Affairs of Mexico, Alicia Ruiz,",
        "Secretary of Foreign Affairs of Mexico",
        "foreign minister",
        "MEX",
    ),
    ("the Venezuelan Ambassador to Mexico, Francisco Ruiz,", "Venezuelan Ambassador to Mexico", "ambassador", "VEN"),
    ("Venezuela's ambassador to Mexico, Francisco Ruiz,", "Venezuela's ambassador to Mexico", "ambassador", "VEN"),
    ("the ambassador of China in Peru, Li Baoguo, spoke", "ambassador of China in Peru", "ambassador", "CHN"),
    (
        "Marta Ruiz, the Mexican ambassador to the United States,",
        "Mexican ambassador to the United States",
        "ambassador",
        "MEX",
    ),
    (
        "the Undersecretary for Latin America of the Ministry of Foreign Affairs, Raúl Ruiz,",
        "Undersecretary for Latin America of the Ministry of Foreign Affairs",
        "deputy foreign minister",
        None,
    ),
    (
        "the Vice Minister for Asia, the Middle East and Oceania, Carla Ruiz,",
        "Vice Minister for Asia, the Middle East and Oceania",
        "deputy foreign minister",
        None,
    ),
    ("In Peru, the country's Vice President, Dina Ruiz, spoke", "country's Vice President", "vice president", "PER"),
    (
        "Syrian Foreign and Expatriates Minister, Dr. Fayez Ruiz, spoke",
        "Syrian Foreign and Expatriates Minister",
        "foreign minister",
        "SYR",
    ),
    (
        "Minister of Foreign Affairs and European Integration of Moldova Ana Ruiz spoke",
        "Minister of Foreign Affairs and European Integration of Moldova",
        "foreign minister",
        "MDA",
    ),
    (
        "the Special Representative of the UN Secretary-General for Yemen, Ana Ruiz, spoke",
        "Special Representative of the UN Secretary-General for Yemen",
        "special representative",
        None,
    ),
    ("the United Nations' special envoy, Ana Ruiz, spoke", "United Nations' special envoy", "special envoy", None),
    ("The representative of Peruvian President Ana Ruiz said so", "Peruvian President", "president", "PER"),
    ("the Marshal of the Senate, Prof. Ana Ruiz, spoke", "Marshal of the Senate", "speaker of parliament", None),
    ("Labour's shadow foreign secretary Ana Ruiz spoke", "shadow foreign secretary", "shadow minister", None),
    ("A spokesman for the military, Maj Gen Luis Ruiz, spoke", "spokesman for the military", "spokesperson", None),
    ("Foreign and Expatriates Minister, Dr. Ana Ruiz, spoke", "Foreign and Expatriates Minister", "foreign minister", None),
    ("by the head of U.S. diplomacy, Antony Ruiz,", "head of U.S. diplomacy", "foreign minister", "USA"),
    ("the head of the Mexican diplomacy, Alicia Ruiz,", "head of the Mexican diplomacy", "foreign minister", "MEX"),
    ("the president of the association, Luis Ruiz, spoke", "president of the association", "president of organization", None),
    ("the Venezuelan Chancellor, Carlos Ruiz, spoke", "Venezuelan Chancellor", "foreign minister", "VEN"),
    ("German Chancellor Olaf Ruiz spoke", "German Chancellor", "chancellor", "DEU"),
    ("Secretary of State Antony Ruiz spoke", "Secretary of State", "secretary of state", "USA"),
    ("UN Secretary-General Antonio Ruiz spoke", "UN Secretary-General", "secretary-general", None),
    (
        "Olga Ruiz, Secretary of Russia's Security Council, met",
        "Secretary of Russia's Security Council",
        "secretary",
        "RUS",
    ),
    (
        "Iraqi Deputy Prime Minister and Foreign Minister Fuad Aziz spoke",
        "Iraqi Deputy Prime Minister and Foreign Minister",
        "foreign minister",
        "IRQ",
    ),
    ("President Dina Ruiz of Peru spoke", "President", "president", "PER"),
    ("Saudi Foreign Minister Prince Faisal Ruiz spoke", "Saudi Foreign Minister", "foreign minister", "SAU"),
    (
        "Foreign Minister of Kazakhstan – Deputy Prime Minister Murat Ruiz spoke",
        "Foreign Minister of Kazakhstan – Deputy Prime Minister",
        "foreign minister",
        "KAZ",
    ),
    (
        "Martin Ruiz, Deputy Prime Minister and Minister of Foreign Affairs of Jordan, spoke",
        "Deputy Prime Minister and Minister of Foreign Affairs of Jordan",
        "foreign minister",
        "JOR",
    ),
    (
        "H.E. Mr. Martin Ruiz, Minister of Foreign Affairs of Maldives,",
        "Minister of Foreign Affairs of Maldives",
        "foreign minister",
        "MDV",
    ),
    (
        "President of the Republic of Maldives, Martin Ruiz, spoke",
        "President of the Republic of Maldives",
        "president",
        "MDV",
    ),
    (
        "Iranian Deputy FM for Political Affairs Martin Ruiz spoke",
        "Iranian Deputy FM for Political Affairs",
        "deputy foreign minister",
        "IRN",
    ),
    (
        "the president of the Venezuelan Parliament, Jorge Ruiz,",
        "president of the Venezuelan Parliament",
        "speaker of parliament",
        "VEN",
    ),
    ("Martin Ruiz, Seoul's top nuclear envoy, spoke", "Seoul's top nuclear envoy", "special envoy", "KOR"),
    ("MEA spokesperson Martin Ruiz spoke", "MEA spokesperson", "spokesperson", None),
    ("ANKARA\n\nTurkish President Martin Ruiz spoke", "Turkish President", "president", "TUR"),
    (
        "Special Assistant to the Prime Minister of Peru, Ana Ruiz, spoke",
        "Special Assistant to the Prime Minister of Peru",
        "adviser",
        "PER",
    ),
    (
        "The spokesman for the Foreign Minister of Peru, Luis Sol, spoke",
        "spokesman for the Foreign Minister of Peru",
        "spokesperson",
        "PER",
    ),
    ("Luis Sol, adviser to Peruvian President Ana Ruiz, spoke", "adviser", "adviser", None),
    ("The adviser to Peruvian President Ana Ruiz spoke", "Peruvian President", "president", "PER"),
    (
        "Assistant to the President of Peru Luis Sol spoke",
        "Assistant to the President of Peru",
        "adviser",
        "PER",
    ),
    (
        "Special Presidential Envoy for Climate John Ruiz spoke",
        "Special Presidential Envoy for Climate",
        "special envoy",
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "phrase", "title", "country_id"), ROLES)
def test_roles(text: str, phrase: str, title: str, country_id: str | None) -> None:
    assert role(text) == (phrase, title, country_id)


STYLED = [
    ("Peruvian Vice Minister of Foreign Affairs Eng. Ana Ruiz spoke.", "deputy foreign minister", "PER"),
    ("Peruvian Prime Minister H E Ana Ruiz spoke.", "prime minister", "PER"),
    ("Peruvian High Commissioner Air Chief Marshal Ana Ruiz spoke.", "ambassador", "PER"),
    ("UN Secretary-General, His Excellency Rui Paz, has", "secretary-general", None),
    ("the Prime Minister of Barbados, the Hon. Clyde Rock, met", "prime minister", "BRB"),
    ("Prime Minister the Most Hon. Clyde Rock of Jamaica spoke", "prime minister", "JAM"),
    ("H.E. Ana Lucia QUISPE, President of the Republic of Peru, and", "president", "PER"),
    ("In Fiji on Friday, Prime Minister, Clyde Rock is sure to agree.", "prime minister", "FJI"),
    ("Peru has recalled its ambassador to Chile, General (Rtd) Luis Sol,", "ambassador", "PER"),
    ("Peruvian Congresswoman-elect Rosa Sol spoke", "member of parliament", "PER"),
    (
        "Fiji's Minister for Public Works and Transport, Ro Timoci Vula, who came by sea, spoke.",
        "transport minister",
        "FJI",
    ),
    (
        "The Minister of Home Affairs, Immigration, Safety and Security, Dr. Paulus Haimbodi, led them home on Friday.",
        "interior minister",
        None,
    ),
    ("Amb. Peter Barasa told the daily", "ambassador", None),
    ("Amir H H Sheikh Talal bin Omar Al Nuri of Qatar spoke", "emir", "QAT"),
    (
        "Minister of State for Foreign Affairs of Qatar, His Excellency, Saleh bin Omar Al-Nuri has assured Nigeria",
        "minister of state",
        "QAT",
    ),
    ("His Highness Sheikh Omar bin Zaid Al Nuri, Crown Prince of Dubai, left", "crown prince", "ARE"),
    ("Sheikh Sabah Al Ahmad Al Jaber Al Nuri, Emir of Kuwait, left", "emir", "KWT"),
    ("The envoy of H.E. Aleksandar Maric, President of the Republic of Serbia, left", "president", "SRB"),
    ("Deputy President William Rono of Kenya left", "vice president", "KEN"),
    ("Minister-Counsellor of the Embassy of Peru Carlos Paredes left", "diplomatic attaché", "PER"),
    ("the US ambassador and Chief Election Commissioner Asif Malik met", "commissioner", None),
    ("Kenya's High Commissioner to Uganda Peter Barasa led the team", "ambassador", "KEN"),
    ("Kenya's High Commissioner to Uganda, Peter Barasa, led the other team home on Friday.", "ambassador", "KEN"),
    ("Prime Minister Ana Paz of Fiji met her Samoan counterpart Hon. Fetu Leota on Friday", "prime minister", "FJI"),
]


@pytest.mark.parametrize(("text", "title", "country_id"), STYLED)
def test_styles_of_address_stand_between_office_and_name(text: str, title: str, country_id: str | None) -> None:
    assert role(text)[1:] == (title, country_id)


def test_in_a_list_each_office_stands_before_its_holder() -> None:
    text = (
        "He came with Minister of Trade, Dr Ana Paredes, Minister of Defence, Justice and Security, Mr Luis Ruiz, "
        "and Minister of Health, Ms Rosa Molina."
    )
    found = [(ent.text, ent._.role.text) for ent in load_pipeline()(text).ents if ent.label_ == "PERSON"]
    assert found == [
        ("Ana Paredes", "Minister of Trade"),
        ("Luis Ruiz", "Minister of Defence, Justice and Security"),
        ("Rosa Molina", "Minister of Health"),
    ]


IN_TURN = [
    "The presidents of Peru, Ana Rey, Chile, Luis Sol, and Bolivia, Eva Paz, met.",
    "The presidents of Peru (Ana Rey), Chile (Luis Sol) and Bolivia (Eva Paz) met.",
    "Presidents Ana Rey of Peru, Luis Sol of Chile and Eva Paz of Bolivia met.",
    "With them were President Ana Rey of Peru, Luis Sol of Chile and Eva Paz of Bolivia.",
    "They were Ana Rey, President of Peru, Dr. Luis Sol, President of Chile, and Eva Paz, President of Bolivia.",
]


@pytest.mark.parametrize("text", IN_TURN)
def test_each_of_a_list_holds_the_office_of_the_own_country(text: str) -> None:
    found = {ent.text: ent._.role for ent in load_pipeline()(text).ents if ent._.role}
    told = {name: (role.title, role.country_id) for name, role in found.items()}
    assert told == {"Ana Rey": ("president", "PER"), "Luis Sol": ("president", "CHL"), "Eva Paz": ("president", "BOL")}


def test_an_office_before_two_names_is_of_each_of_its_countries() -> None:
    doc = load_pipeline()("Peruvian and Chilean foreign ministers, Ana Ruiz and Eva Sol, met in Chad.")
    assert [ent._.role.country_id for ent in doc.ents if ent._.role] == ["PER", "CHL"]


OPENED = [
    "In a telephone call with her Peruvian counterpart, Ana Ruiz said on Monday that Chile was ready.",
    "While holding talks with the Foreign Minister of Peru, Ana Ruiz welcomed the draft.",
    "After meeting with the President of Peru, Ana Ruiz will fly to Chile.",
]


@pytest.mark.parametrize("text", OPENED)
def test_the_subject_behind_an_opening_does_not_hold_the_office_that_ends_it(text: str) -> None:
    [ruiz] = [ent for ent in load_pipeline()(text).ents if ent.text == "Ana Ruiz"]
    assert ruiz._.role is None


def test_a_name_set_off_behind_an_opening_holds_the_office() -> None:
    [ruiz] = [
        ent
        for ent in load_pipeline()("In talks with the Foreign Minister of Peru, Ana Ruiz, he welcomed the draft.").ents
        if ent.text == "Ana Ruiz"
    ]
    assert ruiz._.role.country_id == "PER"


def test_a_former_office_is_marked() -> None:
    doc = load_pipeline()("Former President Donald Ruiz and ex-president Evo Ruiz spoke.")
    assert [ent._.role.is_former for ent in doc.ents if ent.label_ == "PERSON"] == [True, True]


def test_the_span_of_a_role_is_its_text() -> None:
    doc = load_pipeline()("Yesterday the Mexican foreign minister, Alicia Ruiz, spoke.")
    found = next(ent._.role for ent in doc.ents if ent._.role)
    assert doc.text[found.start_char : found.end_char] == found.text == "Mexican foreign minister"


def test_a_counterpart_holds_the_same_office_for_another_country() -> None:
    doc = load_pipeline()("Russian Foreign Minister Sergey Ruiz met his Mexican counterpart, Marcelo Ruiz, today.")
    assert [(ent._.role.title, ent._.role.country_id) for ent in doc.ents if ent._.role] == [
        ("foreign minister", "RUS"),
        ("foreign minister", "MEX"),
    ]


COUNTERPARTS = [
    ("Defense Minister Ivan Gil, accompanied by Ambassador Ana Sol, met his Greek counterpart, Nikos Paz.", "defence minister"),
    ("Foreign Minister Ivan Gil, who recalled an ambassador, met his Greek counterpart, Nikos Paz.", "foreign minister"),
    ("Peru recalled its ambassador. Ivan Gil, its foreign minister, met his Greek counterpart, Nikos Paz.", "foreign minister"),
    ("Peruvian Foreign Minister Prince Ivan Gil spoke to his Greek counterpart, Nikos Paz.", "foreign minister"),
    ("Talks between Foreign Minister Ivan Gil and his Greek counterpart, Nikos Paz, began.", "foreign minister"),
    ("President Ana Sol spoke. Foreign Minister Ivan Gil met his Greek colleague Nikos Paz.", "foreign minister"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title"), COUNTERPARTS)
def test_a_counterpart_is_the_equal_of_whoever_acts(text: str, title: str) -> None:
    found = {ent.text: ent._.role for ent in load_pipeline()(text).ents if ent._.role}
    assert (found["Nikos Paz"].title, found["Nikos Paz"].country_id) == (title, "GRC")


LISTS = [
    ("the Defence Minister, Luis Gil; the Interior Minister, Ana Paz; and the Mexican ambassador to Peru, Eva Sol,", ["MEX"] * 3),
    ("Foreign Secretary David Ruiz met Israeli President Isaac Gil and Prime Minister Ben Paz", [None, "ISR", "ISR"]),
    ("Brazilian Foreign Minister Mauro Gil and UN Secretary-General Ana Paz spoke", ["BRA", None]),
    ("the Secretary of Defense, Luis Gil; that of Security, Rosa Paz; the Cuban ambassador, Eva Sol,", ["CUB"] * 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "countries"), LISTS)
def test_a_list_shares_its_country(text: str, countries: list[str | None]) -> None:
    assert [ent._.role.country_id for ent in load_pipeline()(text).ents if ent.label_ == "PERSON"] == countries


def test_a_short_title_means_the_office_named_in_full() -> None:
    doc = load_pipeline()("Secretary of State Antony Ruiz spoke. Secretary Ruiz left.")
    assert [ent._.role.title for ent in doc.ents if ent._.role] == ["secretary of state"] * 2


def test_the_counterpart_of_a_secretary_of_state_is_a_foreign_minister() -> None:
    doc = load_pipeline()("Secretary of State Antony Ruiz met his Chinese counterpart, Wang Yi.")
    found = next(ent._.role for ent in doc.ents if ent.text == "Wang Yi")
    assert (found.text, found.title, found.country_id) == ("Chinese counterpart", "foreign minister", "CHN")
