"""Words that bear on where a phrase, a clause or a list begins and ends."""

from assets.entities.word_sets import word_set

PREPOSITIONS = word_set(
    "of with by in at to from for between on about against including than after before during into through under over "
    "upon among toward towards via near regarding concerning without alongside amid behind despite like since until"
)
AUXILIARIES = word_set(
    "has have had having will would shall should can could may might must is are was were be been being am do does did "
    "not n't never to 'll ’ll 'd ’d"
)
POSSESSIVE_MARKS = word_set("'s ’s ' ’")
QUOTATION_MARKS = word_set("\" “ ” « » '' ``")
DETERMINERS = word_set(
    "the a an this that these those his her its their our my both several some other another senior top high visiting "
    "current new former outgoing incoming acting newly then respective high-ranking high-level ranking large own two "
    "three four five six all key local many various special chief"
)
SAYING = word_set(
    "said says say saying told tells telling stressed stresses stressing added adds adding affirmed affirms noted notes "
    "noting stated states stating announced announces announcing wrote writes writing explained explains explaining "
    "emphasized emphasised emphasizes emphasises emphasizing underlined underlines underscored underscores underscoring "
    "highlighted highlights highlighting declared declares declaring reiterated reiterates reiterating pointed points "
    "remarked remarks commented comments concluded concludes continued confirmed confirms warned warns warning recalled "
    "recalls insisted insists asserted asserts claimed claims argued argues replied replies answered tweeted posted "
    "indicated indicates maintained acknowledged assured assures specified detailed reported reports opined observed "
    "assessed cautioned clarified admitted quipped ratified manifested reads read quoted"
)
# verbs that report only beside a quotation
WEAK_SAYING = word_set(
    "expressed praised referred questioned pondered agreed denounced condemned described celebrated thanked called "
    "rejected demanded urged hailed welcomed criticized criticised accused vowed pledged promised expressing praising "
    "calling hopes describing urging thanking defended regretted considered considers believes believed lamented defined "
    "labeled branded dubbed spoke talked endorsed repeated requested asked calls urges"
)
# verbs whose object follows them at once: "met Blinken and visited" has no subject in Blinken
TAKING_OBJECT = word_set(
    "met meets meet receive receives received visit visits visited welcome welcomes hosts host saw sees thank thanks "
    "told tell tells invite invites urge urges meeting receiving visiting welcoming hosting thanking joined joins"
)
