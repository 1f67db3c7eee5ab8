"""Which texts are English, and what the others are."""

import pytest

from assets.documents import read_document
from assets.documents.language import foreign_language
from warehouse.tables.documents import RejectionReason


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El ministro recibió ayer a la embajadora de Chile en la capital para hablar del comercio entre los dos países.", "es"),
        ("Le ministre a reçu hier l’ambassadrice du Chili dans la capitale pour parler du commerce entre les deux pays.", "fr"),
        ("O ministro recebeu ontem a embaixadora do Chile na capital para falar do comércio entre os dois países.", "pt"),
        ("Il ministro ha ricevuto ieri l’ambasciatrice del Cile nella capitale per parlare del commercio tra i due paesi.", "it"),
        ("Ministrul a primit-o ieri pe ambasadoarea Republicii Chile pentru a discuta despre comerțul celor două țări.", "ro"),
        ("Der Minister empfing gestern die Botschafterin in der Hauptstadt, um über den Handel zu reden.", "de"),
        ("De minister ontving gisteren de ambassadeur in de hoofdstad om over de handel tussen de twee landen te praten.", "nl"),
        ("Die minister het gister die ambassadeur in die hoofstad ontvang om oor handel tussen die twee lande te praat.", "af"),
        ("Ministeren mottok i går ambassadøren i hovedstaden for å snakke om handelen mellom de to landene.", "no"),
        ("Ministern tog i går emot ambassadören i huvudstaden för att tala om handeln mellan de två länderna.", "sv"),
        ("Ministeri tapasi eilen suurlähettilään pääkaupungissa ja keskusteli maiden välisestä kaupasta.", "fi"),
        ("Minister przyjął wczoraj ambasador w stolicy, aby rozmawiać o handlu między dwoma krajami.", "pl"),
        ("Ministr včera přijal velvyslankyni v hlavním městě, aby hovořili o obchodu mezi oběma zeměmi.", "cs"),
        ("A miniszter tegnap fogadta a nagykövetet a fővárosban, hogy a két ország kereskedelméről beszéljenek.", "hu"),
        ("Bakan dün başkentte büyükelçiyi kabul ederek iki ülke arasındaki ticareti görüştü ve açıklama yaptı.", "tr"),
        ("Menteri luar negeri menerima duta besar di ibu kota kemarin untuk membahas perdagangan antara kedua negara.", "ms"),
        ("Nakipagkita kahapon ang kalihim sa embahador sa kabisera upang pag-usapan ang kalakalan ng dalawang bansa.", "tl"),
        ("Waziri alimpokea balozi katika mji mkuu jana ili kuzungumzia biashara kati ya nchi hizo mbili.", "sw"),
        ("Bộ trưởng hôm qua đã tiếp đại sứ tại thủ đô để thảo luận về thương mại giữa hai nước.", "vi"),
        ("Ministri priti dje ambasadoren në kryeqytet për të biseduar për tregtinë midis dy vendeve.", "sq"),
        ("Министр принял вчера посла в столице, чтобы обсудить торговлю между двумя странами.", "ru"),
        ("استقبل الوزير أمس السفيرة في العاصمة لبحث التجارة بين البلدين.", "ar"),
        ("وزیر خارجه دیروز با سفیر در پایتخت دیدار و درباره تجارت دو کشور گفتگو کرد.", "fa"),
        ("部长昨天在首都会见了大使，讨论两国之间的贸易。", "zh"),
        ("大臣は昨日、首都で大使と会談し、両国間の貿易について話し合った。", "ja"),
        ("장관은 어제 수도에서 대사를 만나 양국 간 무역에 대해 논의했다.", "ko"),
        ("मंत्री ने कल राजधानी में राजदूत से मुलाकात की और दोनों देशों के व्यापार पर चर्चा की।", "hi"),
    ],
)  # fmt: skip
def test_other_languages_are_named(text, language):
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Blinken, Lavrov meet",
        "Ministers of Peru, Chile, Bolivia: Ana Gómez, Rander Peña, Francisco Arias Cárdenas, Nicolás Maduro Guerra",
        "Li Keqiang, Wang Yi, Zhao Lijian, Hua Chunying, Mao Ning, Sun Weidong, Ma Zhaoxu, Deng Li",
        "President Tinubu don meet di minister of Ghana for Abuja, and dem talk about how dem go do business together.",
        "The First Meenister said the day that the government wad aye staun wi the folk o Ukraine, an that nae deal wad be made.",
        "EU, NATO, UN, AU, ASEAN, OAS; CARICOM, CELAC, ALBA-TCP.",
        "Putin: no talks. Kyiv: no comment.",
    ],
)  # fmt: skip
def test_english_its_neighbours_and_lists_of_names_are_kept(text):
    assert foreign_language(text) is None


LEAD = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."
MORE = "They discussed trade and the situation at the border, according to the ministry."


@pytest.mark.parametrize(
    "page",
    [
        f"Inicio\nNoticias\nDeportes\nCultura\n\n{LEAD}\n\n{MORE}\n\nMás noticias\nCompartir\nTodos los derechos reservados",
        f"{LEAD}\n\nLa ministra dijo que las conversaciones seguirán en Santiago.\n\n{MORE}",
    ],
)
def test_a_page_is_judged_by_its_body(page):
    assert LEAD in read_document(page).document.body


def test_a_foreign_story_under_an_english_menu_is_rejected():
    story = (
        "El ministro recibió ayer a la embajadora de Chile en la capital para hablar del comercio entre los dos países. "
        * 3
    )
    rejected = read_document(f"Home\nNews\nWorld\nRead more\n\n{story}\n\nShare\nPrivacy policy").rejected
    assert rejected.reason is RejectionReason.LANGUAGE
    assert "'es'" in rejected.detail
