"""Words that bear on where a name begins and ends."""

from assets.entities.word_sets import word_set

FUNCTION_WORDS = word_set(
    "The A An This That These Those He She It They We I You His Her Its Their Our My Your Who What When Where "
    "Why How Which While After Before Since During In On At By For From To With Without Of And But Or Nor So "
    "Yet If As Although Though Because However Meanwhile Moreover Furthermore Also Besides Then Now Here "
    "There Not No Yes One Two Three Four Five Six Seven Eight Nine Ten Both All Some Many Most Several Each "
    "Every Other Another According Regarding Asked Speaking Following Earlier Later Last Next Today Yesterday "
    "Tomorrow Under Over Between Among Against Amid Despite Until Upon About Is Are Was Were Be Been Has Have "
    "Had Will Would Can Could May Might Must Should Shall Do Does Did Thanks Noting Recalling Only Just Even "
    "Still Again Once Finally Additionally Likewise Similarly Instead Therefore Thus Hence Indeed Perhaps "
    "Such Same First Second Third More Much Very Well Per Via Let Please Dear Q A: Through Within Towards "
    "Around Across Along Beyond Near Let's Read Watch Photo Image Source Video File News Editor Live Update "
    "Breaking Opinion Analysis Related Share Welcoming Stressing Referring Addressing Commenting Answering "
    "Responding Concluding Quoting Citing"
)
CALENDAR = word_set(
    "January February March April May June July August September October November December Monday Tuesday "
    "Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. "
    "Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. Christmas Easter Ramadan Eid Eve GMT"
)
# Capitalised words that are part of no person's name.
NOT_NAMES = (
    FUNCTION_WORDS
    | CALENDAR
    | word_set(
        "Headquarters Ministry Minister Ministers President Presidents Government Governments State States Republic Kingdom "
        "Party Council Committee Commission Congress Senate Parliament Assembly Court Army Navy Force Forces "
        "Union United National International Foreign Affairs Secretary Department Office Embassy Ambassador "
        "Chancellor Summit Conference Forum Agreement Treaty Convention Declaration Charter Protocol Act Law Bill "
        "Resolution Plan Program Programme Project Initiative Partnership Strategy Policy War Peace Security "
        "Defense Defence Trade Economy Economic Development Cooperation Health Energy Climate Change Agency "
        "Organization Organisation Bank Fund Group Front Movement Alliance Coalition League Bureau Center Centre "
        "Institute University College School Academy Foundation Association Federation Society Company "
        "Corporation Inc Corp Ltd Press Media Radio Television News Times Post Journal Palace Airport Hall Square "
        "Street Avenue Road House North South East West Northern Southern Eastern Western Central Upper Lower "
        "Great Greater New Old Saint Santa City Town Province Region District County Island Islands Sea Ocean "
        "River Lake Mount Gulf Bay Strait Cape Valley World Global Nations People Peoples People's Public Popular "
        "Democratic Federal Royal Supreme General Special Joint High Chief Deputy Vice Prime First Lady Senior "
        "Former Head Director Prince Crown King Queen Sheikh Day Week Month Year Century Prize Award Cup Games Olympic "
        "Olympics Championship Covid COVID Covid-19 COVID-19 Internet Twitter Facebook Telegram YouTube Muslim "
        "Christian Islamic Catholic Orthodox Jewish Communist Socialist Liberal Conservative Labour Revolution "
        "Revolutionary Constitution Constitutional Administration Authority Service Mission Operation Border "
        "Customs Protection Human Rights Justice Interior Finance Agriculture Education Environment Culture "
        "Tourism Transport Infrastructure Science Technology Industry Labor Relations Diplomacy Diplomatic "
        "Bilateral Multilateral Strategic Regional Political Military Nuclear Belt Silk Ukraine Route Corridor "
        "Dialogue Meeting Session Statement Remarks Readout Question Shri Smt H.E. Sir Dame Lord Assistant "
        "Emeritus Manager Major Senator Senators Congressman Congresswoman Rabbi Gentleman Member Members Ranking "
        "Counsel Associate Judge Professor Speaker Governor Mayor Chair Chairman Chairwoman Chairperson "
        "Coordinator Commander Officer Representative Representatives Rep. Sen. Gov. Gen. Rev. Reverend Premier "
        "Colonel Captain Admiral Lieutenant Sergeant Brigadier Marshal Bishop Archbishop Cardinal Patriarch Imam "
        "Consul Counselor Envoy Advisor Adviser Undersecretary Commissioner Prosecutor Attorney Inspector "
        "Treasurer Executive Administrator Superintendent Ayatollah Pope Emperor Emir Ranger Airman Private "
        "Presidential Parliamentary Ministerial Governmental Extraordinary Plenipotentiary Answer Moderator "
        "Reporter Journalist Spokesperson Spokesman Spokeswoman Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Your Excellency "
        "Excellencies Highness Majesty Honorable Honourable Comrade God Allah Thank Good Morning Afternoon "
        "Evening Hello Welcome Ladies Gentlemen Madam Dear Sincerely Regards Religious Freedom "
        "Hon Hon. Amb Amb. Cde Cde. Engr Engr. Alh Alh. HE"
    )
)
# Titles and common words that are surnames after a given name: "Martin Luther King".
SURNAMES_TOO = word_set(
    "King Bishop Pope Prince Judge Young West North Hall Day May Major Park Street Law Lake House Price"
)
PARTICLES = word_set(
    "de del la las los van von der den ter ten bin bint ibn ben al el ul ur da das dos do di du e y zu zur zum af av le"
)
CAPITAL_PARTICLES = word_set("Al El Bin Ben De Del Van Von Der La Le Da Dos Di Du Ibn Abu")
GENERATIONS = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"})


def is_capitalised(word: str) -> bool:
    """Whether the word begins with a capital letter."""
    return word[:1].isupper() and word[:1].isalpha()
