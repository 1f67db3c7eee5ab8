"""Page furniture: what lines of a web page are when they are not the article."""

import re

from assets.documents.caption_lines import is_caption
from assets.documents.cities import is_city
from assets.documents.dates import MONTH
from assets.documents.newsroom_lines import newsroom_line
from warehouse.tables.documents import SegmentKind

MAX_LINE_CHARS = 300  # longer paragraphs are prose, whatever they mention
MAX_CAPTION_CHARS = 600

SHARE_WORDS = (
    "google plus|google\\+|facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|instagram|youtube"
    "|tiktok|vk|weibo|wechat|messenger|line|skype|viber|threads|bluesky|flipboard|e-?mail|mail|print|pdf|rss|share"
    "|tweet|copy|copy link|copy url|link copied!?|save|bookmark|download|listen|like|follow|comment|comments|send"
    "|share this|share this article|share this story|share this post|share article|share on|print this page"
    "|print article|suggest to friend|send to (?:a )?friend|copied|email this|email this article|text size"
    "|font size|a\\+|a-|a"
)
MENU_WORDS = (
    "live|audio only|watch live|live tv|live blog|on air|home|home ?page|menu|main menu|search|close|open|back|next"
    "|previous|prev|more|more news|more stories|top|back to top|go back|news|top news|top stories|headlines|latest"
    "|latest news|breaking news|most read|most viewed|most popular|popular|trending|trending now|recommended"
    "|recommended for you|related|related news|related articles|related stories|related topics|related content"
    "|related posts|related links|related coverage|see also|check also|read more|read also|also read|read next|up next"
    "|editor'?s picks?|more from|more on this story|you (?:may|might) also (?:like|be interested in)"
    "|distribution channels|date|tags|topics|categories"
    "|category|keywords|sections?|world|world news|international|international news|politics|diplomacy|business"
    "|economy|opinion|sports?|culture|video|videos|photos?|photo gallery|gallery|podcasts?|multimedia|infographics"
    "|press releases?|press statements?|news releases?|media releases?|statements?|readouts?|media note|remarks"
    "|press office"
    "|briefing room|statements and releases|speeches and remarks|presidential actions|fact sheets?"
    "|for immediate release|skip to content|skip to main content|skip to navigation|sign in|sign up"
    "|log ?in|log ?out|register|subscribe|subscribe now|my account|advertisement|advertisements|advertising|ads?"
    "|sponsored|sponsored content|promoted|continue reading|keep reading|show more|show less|load more|view all"
    "|see all|view more|read in app|listen to this article|listen to article|play|pause|loading|toggle navigation"
    "|english|en|español|français|русский|中文|العربية|language|select language|contact|contact us|about us|about"
    "|summary|in summary|key events|at a glance|in the headlines|other (?:news"
    "|stories)|back to list"
    "|(?:\\w{2,12} )?e-?(?:edition|paper)|advertise(?: with us| here)?|house rules|recent (?:posts|news|articles)"
    "|polls?|letters"
    "|front page|show key events only|also read|must read|don['’]t miss|follow us(?: on)?|stay connected|send us a tip"
    "|(?:related|latest|recent|more|other|popular|trending|top|similar|recommended|featured?"
    "|breaking) (?:\\w+ ){0,2}(?:news|stories"
    "|stor(?:y|ies)|articles?|posts?|releases?|links?|content|topics?|reading|items|coverage|publications?"
    "|documents?|materials?"
    "|events?|statements?|headlines?|videos?|features?|interviews?)|suggest to a friend|share this \\w+|share"
    "|privacy policy|terms of use|terms and conditions|cookie policy|site ?map|help|faq|archive|archives"
)
MENU = re.compile(
    rf"(?:{SHARE_WORDS}|{MENU_WORDS})(?:\s?[|•·/,]\s?(?:{SHARE_WORDS}|{MENU_WORDS})){{0,12}}", re.IGNORECASE
)
RUN_RUBRIC = re.compile(
    rf"(?:{SHARE_WORDS}|{MENU_WORDS}|local|cricket|football|features?|lifestyle|entertainment|tech(?:nology)?"
    rf"|science|health|editorials?"
    r"|columns?|travel|breaking news|africa|asia|europe|americas|middle east|nation(?:al)?|regional|society|law"
    r"|environment|style"
    r"|markets|finance|energy|defen[cs]e|security|education|weather|jobs|classifieds|obituaries|e-?paper|magazine"
    r"|art|arts|food)",
    re.IGNORECASE,
)
BAR = re.compile(r"\s[|•·»]\s")
MAX_RUBRIC_WORDS, MIN_RUN_WORDS, MAX_RUN_WORDS = 4, 3, 40
MORE = (
    r"for (?:any |all |more |further |additional |general |other |full ){1,2}"
    r"(?:information|details|updates|questions|background)"
)
NAVIGATION = re.compile(
    r"(?:read|see|watch|listen|learn|find out|know) (?:more|also|next|related|now)\b\s?[:|»>→…-].*"
    r"|(?:also|must) (?:read|see|watch)\b\s?[:|»>→…-].*"
    r"|(?:related|recommended|don['’]?t miss|more on this|in pictures|in photos|further reading|opinion|analysis|video"
    r"|watch|explainer|you may also like)\s?[:|»→]\s?\S.*"
    r"|(?:share|follow|join|like|find|send|tweet) (?:this|us|it|our|the)\b.{0,40}\b(?:facebook|twitter|whatsapp"
    r"|telegram"
    r"|instagram|youtube|linkedin|x|channel|e-?mail)\b.{0,40}"
    r"|(?:tags?|topics?|keywords?|categor(?:y|ies)|filed under|in this (?:article|story)|section|posted in)\s?:.*"
    r"|\d+ ?(?:min(?:ute)?s?)[ -]read|reading time\b.{0,30}|(?:views?|comments?|shares?|likes?|hits"
    r"|reads)\s?[:(]?\s?[\d,.]+[kKmM]?\)?"
    r"|[\d,.]+[kKmM]? (?:views?|comments?|shares?|likes?|reads?)|(?:read|see|view|watch|get) (?:the )?(?:full"
    r"|original|entire|whole|complete)\b.{2,40}|click here\b.{0,80}|(?:previous|next) (?:article"
    r"|post|story)\b.*"
    r"|details added\b.{0,60}|(?:text|font) size\b.{0,30}|you are here\s?(?:[:>»›/|].*)?|home\s?[>»›/|]\s?\S.*"
    rf"|{MORE}\b.{{0,160}}\b(?:see|visit|read|view|click|go to|refer to|check|follow|consult"
    rf"|browse)\b(?!.{{0,120}}@).{{0,200}}"
    r"|(?:to )?(?:learn|read|find out|discover) more (?:about|on|at)\b.{0,160}\b(?:here|website|page"
    r"|https?:|www\.|read|visit|see"
    r"|view|click)\b.{0,200}",
    re.IGNORECASE,
)
BREADCRUMB = re.compile(r"[^>»›/|]{1,40}(?: ?[>»›] ?[^>»›/|]{1,60}){1,6}")
OTHER_SCRIPT = re.compile(r"(?=[^\n]{0,20}[^\W\d_])[^A-Za-z\u00c0-\u024f]{2,60}(?<![.!?…。])")  # "Видео дня"
BREADCRUMB_START = re.compile(r"[A-Z][\w&' -]{0,40}? ?[>»›] ?[A-Z]")

BOILERPLATE = re.compile(
    r"image not found or type unknown|post with no comments\.?|no comments(?: yet)?\.?|be the first to comment\.?"
    r"|(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.*|comments are closed\.?"
    r"|(?:©|\(c\) ?\d{4}|copyright(?: ©| \(c\)|,? \d{4}|:|$)).*|.{0,120}\ball rights reserved\b.*"
    r"|(?:we|you|our|this (?:site|website|page)|by (?:using|continuing|clicking|browsing)|accept"
    r"|(?:the )?\S{2,40} (?:site|website)"
    r"|\w[\w.-]{2,40}\.\w{2,7})\b.{0,80}\b(?:uses?|accept|use of) cookies\b.*|(?:accept"
    r"|reject) (?:all(?: cookies)?|cookies)"
    r"|(?:subscribe|sign up|register)\b.{0,40}\b(?:newsletters?|channel|alerts?|updates|briefing|podcast|e-?mail"
    r"|daily|weekly|inbox)\b.*"
    r"|(?:[\w'’&-]{1,20} ){0,4}newsletters?(?: sign-?up)?[:!]?"
    # prose mentions newsletters too; the plea speaks to its reader
    r"|(?=[^\"“”]{0,120}\b(?:you|your|our|inbox|sign up|subscribe"
    r"|subscription)\b)[^\"“”]{0,60}\bnewsletters?\b[^\"“”]{0,60}"
    r"|(?:[^.]{0,60}[.!] )?(?:download|get|install) (?:our|the) .{0,30}\bapp\b.*"
    r"|rate this (?:article|story|post|report|page)\b.{0,40}"
    r"|(?:this (?:article|story|report|post|content|piece)|the above (?:article|story)) (?:(?:was|is|has been|has) )?"
    r"(?:(?:originally|first|also|previously) (?:published|appeared|posted|released|written|produced)"
    r"|(?:auto|machine)|translated (?:from|by|using|with|automatically)|not been edited).{0,160}"
    r"|this (?:article|story|post|piece) (?:was )?(?:published|appeared) (?:in|on|by|under|as)\b.{0,80}"
    r"|\(?this story has not been edited\b.*|disclaimer\s?:.*"
    r"|(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed\b.{0,120}\b(?:those of"
    r"|do(?:es)? not|not necessarily"
    r"|(?:his|her|their) own|solely|personal)\b.*"
    rf"|{MORE}|for (?:any |all |more |further |additional |general |other |media |press "
    rf"|interview ){{1,3}}(?:information|details"
    r"|inquiries|enquiries|queries|questions|requests|accreditation)\b.{0,80}\b(?:contact|call|e-?mail"
    r"|write to|reach|phone"
    r"|visit|follow|see|please|submit)\b.{0,200}"
    r"|(?=.{0,300}(?:@|\d{3}))(?:.{0,120}[.!] )?(?:media|journalists|reporters|press|correspondents"
    r"|broadcasters)\b.{0,80}"
    r"\b(?:must|should|may|can|(?:are|is) (?:asked|requested|invited|required|encouraged) to|wishing to"
    r"|interested in)\b.{0,80}"
    r"\b(?:rsvp|register|accredit|confirm|sign up|apply|e-?mail|contact|call|reply)\b.{0,200}"
    r"|(?:media|press|public affairs|news) (?:contacts?|inquiries|enquiries)(?:[^.]{0,20}|\s?[:–—-].{0,150}"
    r"|\b.{0,100}(?:@|\d{3}).{0,60})|contacts?\s?:.{0,150}"
    r"|(?:tel|phone|fax|e-?mail)\.?\s?:.{0,100}|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,30}"
    r"|[-–—#*( ]*(?:ends?|the end|30|end of (?:text|statement|transcript|readout))[-–—#*) .]*"
    r"|(?:please )?enable javascript\b.*|your browser\b.*|javascript is\b.*|you have reached your\b.*|loading\.{0,3}"
    r"|(?:support (?:our|independent|quality)|donate)\b.{0,40}\b(?:journalism|today|donation)\b.{0,80}"
    r"|(?:an? )?error (?:has )?occurred\b[^,]{0,60}"
    r"|this (?:page|site|website) is (?:not|no longer|protected|best|under|using|currently|also|available"
    r"|maintained|managed"
    r"|operated|owned|designed|optimi[sz]ed|for|intended|powered|hosted|an? (?:automatic|machine"
    r"|cached))\b.{0,120}|subscribe to (?:our|the)\b.{0,100}|unsubscribe\b.{0,100}|\[?(?:video|audio"
    r"|image|photo|embed|gallery)\]?"
    r"|.{0,250}\bcontact us for subscription\b.*"
    r"|sign up (?:to|for) [^.]{2,60}|(?:language|layout|slug|id|type|draft|lang|permalink|status|site|canonical"
    r"|image|thumbnail|excerpt|weight|aliases)\s?:.{0,160}"
    r"|\W+"
    r"|(?!(?:19|20)\d\d(?:\Z|[/–-]\d{2,4}\Z))\d[\d /.-]{0,20}"  # a lone year heads a chapter
    r"|published in sections?\s?:.{0,80}|(?:direct|short) link\s?:.{0,100}",
    re.IGNORECASE | re.DOTALL,
)

EMBED = re.compile(
    rf"pic\.(?:twitter|x)\.com/|\(@\w{{1,30}}\)\s?,?\s?(?:{MONTH}\s?\d{{1,2}}|\d{{1,2}}\s?{MONTH})"
    r"|^view (?:this|more on) (?:post|instagram|twitter)|a post shared by\b|^https?://t\.co/\w+$|^(?:twitter"
    r"|tweet) embed",
    re.IGNORECASE,
)
URL = re.compile(
    r"(?:(?:source(?: url)?|link|url|via|original|original (?:link|article|source|url)|read the original"
    r"|permalink|web|website"
    r"|article)"
    r"\s?[:\-]\s?)?<?\(?(?P<url>(?:https?://|www\.)[^\s<>()]{3,2000})\)?>?[.,]?",
    re.IGNORECASE,
)
NAME = r"(?:[A-Z][\w'’.-]*|d[ae]|del|de la|van|von|bin|(?:al|el)(?:-[A-Z][\w'’-]*)?)"
NAMES = rf"{NAME}(?: {NAME}){{0,4}}"
JOB = "editor|reporter|writer|correspondent|contributor|columnist|journalist|desk|bureau chief|intern"
# "BY JANE DOE Associate editor": the rank is no part of the name
RANK = re.compile(
    r"(?: (?:Associate|Senior|Staff|Chief|Special|Political|Diplomatic|Foreign|Deputy|Assistant|Managing|Executive"
    r"|News|Business"
    r"|Online|Contributing|Guest|Sunday|Junior|National|Regional|World|Gazette|Web|Digital|Editor-at-Large)){1,4}$",
    re.IGNORECASE,
)
STAMP_WORDS = re.compile(r" (?:Published|Updated|Posted|Modified|Last)\b.*")  # "By Jane Doe Published Date - 3 May"
SHOUTED_NAME = re.compile(
    r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){1,3}(?= [A-Z][a-z])"
)  # "JANE DOE Tribune Staff Reporter"
BYLINE = re.compile(
    rf"(?:(?:(?i:by)|Por|(?i:authors?|writer|text|words)\s?:|(?i:written|reported|story|text|words"
    rf"|interview(?:ed)?) by:?):?\s"
    rf"|By(?=[A-Z]))"
    rf"(?P<author>{NAMES}"
    rf"(?:,? (?:and|&) {NAMES})?)(?P<rest>,? ?(?:[|–—•·/,(]|(?<=\s)[-@]| in | for |$|(?i:{JOB})\b).{{0,80}})?"
)
SENT = re.compile(rf"From (?P<author>{NAMES}), (?P<city>{NAMES})")  # "From Ada Obi, Abuja"
REPORTER = re.compile(  # "Amy Hawkins in Beijing", "Ana Gómez in Lima and Jane Doe"
    rf"(?P<author>{NAMES}) in {NAMES}(?: and (?P<other>{NAMES})(?: in {NAMES})?)?"
)
CREDIT = re.compile(
    rf"(?i:edited|translated|compiled|reported|reporting|writing|additional reporting|produced|updated|posted|published"
    rf"|editing|written|photographed|filmed|interviewed|transcribed)(?: (?i:by)\b:?|:) {NAMES}(?:(?:,| and| &|;"
    rf"|/) .{{0,80}}| in {NAMES}| \(.{{2,60}}\)|\.)?"
    r"|\((?i:reporting|writing|editing|additional reporting|compiled|edited|translated) .{2,250}\)?"
    r"|(?i:editor|translator|reporter|correspondent|journalist|web editor)s?\s?:.{2,100}"
    r"|.{2,160}\bcontributed (?:to this (?:report|article|story)|reporting)\b.{0,40}"
    r"|by \S{2,30}/ ?[A-Z]{2,4}(?:[-/][A-Z]{2,4})?"
    r"|(?i:(?:our|staff|special|diplomatic) (?:correspondent|reporter|writer|bureau)|staff|newsroom|(?:news|web) desk"
    r"|agenc(?:y|ies))"
)
CREDITED = re.compile(r"\b(?i:by):? (?P<name>[A-Z][\w ]{1,40})\W?$")
SOURCE_LINE = re.compile(
    r"[(\[]?\s?(?:(?:sources?|publisher|published in|first published (?:in|by)|courtesy(?: of)?|credit)\s?[:–—-]"
    r"|with (?:inputs?|files|information|reporting) from)\s?(?P<name>[^()\[\]]{2,80}?)[)\].]*",
    re.IGNORECASE,
)
MONTH_WORD = re.compile(
    rf"{MONTH}|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|the|early|late|end", re.IGNORECASE
)


def kind_alone(text: str) -> SegmentKind | None:
    """What a paragraph is by its words alone, or None when it may be the article."""
    if EMBED.search(text):
        return SegmentKind.EMBED
    kind = _kind_of_line(text) if len(text) <= MAX_LINE_CHARS else None
    is_picture = kind is None and len(text) <= MAX_CAPTION_CHARS and is_caption(text)
    return SegmentKind.CAPTION if is_picture else kind


def stands_alone(line: str) -> bool:
    """Whether a line is furniture, so that no other line continues it or is continued by it."""
    return not line or (len(line) <= MAX_LINE_CHARS and _kind_of_line(line) is not None)


def author(text: str) -> str | None:
    """Author that a byline names."""
    sent = SENT.fullmatch(text)
    match = sent if sent and is_city(sent["city"]) and not is_city(sent["author"]) else BYLINE.fullmatch(text)
    if not match or MONTH_WORD.fullmatch(match["author"].split()[0]):
        return None
    name = STAMP_WORDS.sub("", match["author"])
    shouted = SHOUTED_NAME.match(name)
    return shouted.group() if shouted else RANK.sub("", name)


def reporter(text: str) -> str | None:
    """Author in "Jane Doe in Havana"."""
    match = REPORTER.fullmatch(text)
    return " and ".join(filter(None, (match["author"], match["other"]))) if match else None


def credited_to(text: str) -> str | None:
    """Who is named behind "by": "Additional reporting by Reuters"."""
    match = CREDITED.search(text)
    return match["name"] if match else None


def source_name(text: str) -> str | None:
    """Name in a line such as "(Source: Prensa Latina)"."""
    match = SOURCE_LINE.fullmatch(text)
    return match["name"].strip() if match else None


def url_alone(text: str) -> str | None:
    """URL of a line that holds nothing else."""
    match = URL.fullmatch(text)
    return match["url"].rstrip(".,;") if match else None


def _kind_of_line(text: str) -> SegmentKind | None:
    if URL.fullmatch(text):
        return SegmentKind.URL
    bare = text.strip(" :|•·»›>→-–—[]").removesuffix("...").rstrip("…")
    if (
        MENU.fullmatch(bare)
        or is_menu_run(bare)
        or NAVIGATION.fullmatch(text)
        or _is_breadcrumb(text)
        or OTHER_SCRIPT.fullmatch(text)
    ):
        return SegmentKind.NAVIGATION
    if SOURCE_LINE.fullmatch(text):
        return SegmentKind.ATTRIBUTION
    if CREDIT.fullmatch(text) or author(text):
        return SegmentKind.BYLINE
    return SegmentKind.BOILERPLATE if BOILERPLATE.fullmatch(text) else newsroom_line(text)


def is_menu_run(line: str) -> bool:
    """Whether a line is a row of rubrics: "Breaking News Local Business Cricket", "Jornal da Baía • News • English desk"."""
    parts = [part.strip() for part in BAR.split(line)]
    is_masthead = len(parts) > 2 and all(0 < len(part.split()) <= MAX_RUBRIC_WORDS for part in parts)
    if is_masthead and any(MENU.fullmatch(part) for part in parts[1:]) and line[-1:] not in ".!?":
        return True
    words = [word for word in line.split() if word not in "|•·/,>»"]
    if not MIN_RUN_WORDS <= len(words) <= MAX_RUN_WORDS:
        return False
    reached = {0}  # words up to here are rubrics
    for end in range(1, len(words) + 1):
        starts = (start for start in range(max(end - MAX_RUBRIC_WORDS, 0), end) if start in reached)
        if any(RUN_RUBRIC.fullmatch(" ".join(words[start:end])) for start in starts):
            reached.add(end)
    return len(words) in reached


def _is_breadcrumb(text: str) -> bool:
    return bool(BREADCRUMB_START.match(text) and BREADCRUMB.fullmatch(text))
