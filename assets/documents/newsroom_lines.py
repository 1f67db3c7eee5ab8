"""Lines that newsrooms and sites add around a story, by their words: where they stand does not matter."""

import re

from assets.documents.dates import DAY, MONTH
from warehouse.tables.documents import SegmentKind

NETWORK = r"(?:(?:facebook|twitter|x|linked ?in|whatsapp|telegram|pinterest|e-?mail|reddit|messenger|copy link)(?: \d[\d.,k]*)?)"
NAVIGATION = re.compile(
    r"list(?: of)? \d{1,3}(?: items?| of \d{1,3})?|end of list|skip past\b.{0,60}|after newsletter promotion"
    r"|explore more on\b.{0,40}|reuse this content|what (?:you need|we) to know:?|top comments"
    r"|full article(?: \d+ comments?)?|read (?:it |this )?later|save articles to read later\b.{0,80}"
    r"|(?:advertisement\s?[·|-]\s?)?scroll (?:down )?to continue\b.{0,30}|back to [A-Z][^.]{1,80}"
    r"|read more (?:from|on|about|at|in)\b.{2,80}|more (?:on|about) this (?:topic|story|subject)s?:?"
    r"|links? to (?:the )?(?:video|audio|transcript|recording|photos?)s?\b.{0,200}"
    r"|\[(?:english|japanese|chinese|korean|french|spanish|arabic|russian|german|portuguese|turkish|persian)\]"
    r"|(?:reading time\s?:?\s?)?\d{1,3} ?min(?:ute)?s?\.?(?:[ -]read)?|\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}"
    r"|#\w{2,40}(?:[,;\s]{1,3}#\w{2,40}){0,15}|listen to (?:this|the) (?:article|story|audio)\b.{0,40}"
    r"|(?:also|must|don['’]?t) (?:read|see|watch|miss)\s?[:|»>→–—-]\s?\S.*|what to read next:?|(?:see|load|view) more"
    r"|in this section:?|(?:updated (?:at )?)?\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.? ?)?(?:cest|cet|bst|gmt|utc|e[sd]t"
    r"|msk|ist|eat|wat|cat)"
    rf"|(?:(?:share|tweet|pin|post|send)(?: (?:on|to|via|this))?\s?{NETWORK}\W{{0,3}}){{2,12}}"
    r"|(?:total |page )?(?:views?|hits|visits|reads)\s?[:\-–]\s?[\d ,.]{1,12}|(?:full )?coverage to follow\W?"
    r"|follow (?:us|\S{2,30}(?: \S{2,30}){0,2}) (?:on|via|at) (?:facebook|twitter|x|telegram|whatsapp|instagram"
    r"|youtube|viber|google news)\b.{0,80}"
    r"|(?:got|have) (?:a|any) (?:(?:news|story) )?(?:tip|story|question|confidential tip)s?\b.{0,120}"
    r"|\W{0,3}(?:kindly |please )?share this\b.{0,20}:.{0,80}|\W{0,3}(?:kindly|please) share\b.{0,60}"
    r"|share with\b.{0,30}|(?:top|more|other|latest) (?:stories|news|articles) (?:in|from|on) .{2,60}"
    r"|(?:top|most|best) (?:reads|read|stories|viewed)\b[^.]{0,40}|go deeper:.{0,120}|why you can trust\b[^.]{0,60}"
    r"|\W{0,3}listen to (?:this )?(?:article|story)\b.{0,40}|purchase photo|photo licen[cs]e|\{%.{2,80}%\}"
    r"|send us your\b.{0,160}|feedback\s?: ?\S{3,60}|\[e-?mail\W?protected\]|.{0,80}\be-?paper\b.{0,160}"
    r"|(?:join|follow) (?:our|us|the) .{0,40}\b(?:whatsapp|telegram|viber|channel|group|community)\b.{0,120}",
    re.IGNORECASE,
)
BUTTON = (
    r"(?:share|tweet|like|save|gift|print|text|send|by|via|e-?mail|mail|follow|listen|copy|link|comments?"
    r"|restacks?|subscribe"
    r"|sign|in|up|fonts?|size|a[-+]?|aa|[ftwxin@+-]|facebook|twitter|whatsapp|telegram|linkedin|reddit"
    r"|pinterest|vk|partager"
    r"|compartir|teilen|imprimir|imprimer|condividi|download|bookmark|reply|more|this|article|story|page"
    r"|to|on|pdf|rss|us"
    r"|\d[\d.,:k]*|\W{1,3})"
)
BUTTONS = re.compile(
    rf"(?=.*(?:share|tweet|print|e-?mail|whatsapp|facebook|partager|compartir|teilen|listen|restack|gift|subscribe))"
    rf"(?:{BUTTON}(?:[\s:|•·,/]+|$)){{2,16}}",
    re.IGNORECASE,
)
PAGER = re.compile(
    r"[←«<‹]{1,2} ?(?:previous|older|prev|back|newer)\b.{0,120}|(?:next|newer|older)\b[^.]{0,120} ?[→»›]{1,2}"
    r"|(?:previous|next)(?: (?:article|post|story|issue))?: [^.]{3,120}",
    re.IGNORECASE,
)
TAGS = re.compile(r"(?:Tags?|TAGS?|Topics|TOPICS|Keywords|KEYWORDS) #?[A-Z][^.!?]{1,200}")
TICKER = re.compile(
    r"[A-Z][\w.'-]{1,20}(?: [A-Z][\w.'-]{1,20}){0,3}[,:]? ?[-+−]?\d{1,2} ?°\s?[CF]?(?:[ ,;|/].{0,40})?"  # "Tehran 31°C, sunny"
    r"|[A-Z][A-Z/&. ]{1,20}\d[\d.,]{0,12} ?(?:[▲▼↑↓]|[-+−]\d).{0,20}"  # "BRENT 84.20 ▲ 0.5%"
)
BOILERPLATE = re.compile(
    r"(?:please )?(?:turn on|enable|activate) javascript\b.{0,80}|we welcome (?:reader|your)\b.{0,220}"
    r"|comments? (?:is|are) (?:moderated|closed|welcome)\b.{0,200}"
    r"|.{0,60}\bcomments? (?:is|are|will be) (?:moderated|reviewed|deleted|removed)\b.{0,200}"
    r"|this (?:article|story|page) (?:exists as part|is part|is archived|was archived|is more than|is over"
    r"|is from our archive|comes from our archive)\b.{0,240}"
    r"|(?:[a-z]{2}-[A-Z]{2}\d{0,2}(?:\s|$)){1,8}"  # the languages of a page
    r"|(?:here['’]s how you know )?an official website of the united states government\b.{0,80}|here['’]s how you know"
    r"|(?:official websites use|secure) \.gov\b.{0,80}|a \.gov website belongs to\b.{0,120}"
    r"|a lock \(.{0,20}\) or https\b.{0,200}|share sensitive information only on\b.{0,60}"
    r"|there were [\d,]{1,9} press releases posted in the last\b.{0,80}"
    r"|this slideshow requires javascript\b.{0,10}|copyright \w{2,30}(?: \w{2,30}){0,4}\.?"
    r"|for information media\W{1,3}not an official record\W?"
    r"|\(?(?:as (?:delivered|prepared(?: for delivery)?)|courtesy translation|unofficial translation"
    r"|translated from .{2,30}|check against delivery|embargoed .{2,60})\)?"
    r"|(?:this|the) (?:interview|conversation|transcript|speech|text|q&a) (?:has been|was|is"
    r"|have been) (?:(?:lightly|slightly)\b"
    r"|(?:edited|condensed|shortened|abridged)\b.{0,40}\b(?:length|clarity|brevity|space|style|publication)\b"
    r"|translated (?:from|by)\b).{0,120}|like (?:this|loading)\W{0,3}"
    r"|(?:get|join|receive) our .{2,60}\b(?:digest|newsletter|briefing|bulletin)\b.*|.{0,160}\b(?:enter"
    r"|add) your e-?mail\b.{0,100}"
    r"|.{0,160}\b(?:support|help|back) .{2,60}\b(?:from|for(?: as little as| just"
    r"| only)?) [^\d ]{0,3}\d{1,3}(?:[.,]\d\d)?"
    r"(?! ?(?:[mb]illion|thousand|[mb]n|[kmb]\b))[^\d,]{0,15}\b(?:a|per) (?:month|week|year)\b.{0,40}"
    r"|to (?:unsubscribe\b|(?:leave|be removed from) (?:this|our|the) (?:\w+ )?(?:list|newsletter|group"
    r"|mailing)).{0,120}|.{2,80}\bmay be (?:quoted|reproduced"
    r"|republished|reprinted)\b.{0,120}"
    r"|(?:liked|enjoyed|enjoying|like what)\b.{0,40}\?.{0,160}|this page (?:refreshes|updates|reloads)\b.{0,60}"
    r"|address\s?: .{3,120}\btel\b.{3,60}"
    r"|(?:full )?transcript\s?:?|\((?:the )?(?:briefing|press conference|meeting|call|interview|event) (?:was "
    r"|has )?(?:concluded|ended|adjourned"
    r"|began).{0,40}\)|no part of this\b.{0,80}\b(?:may|shall|can) be\b.{0,160}"
    r"|for the full (?:service|story|version|text)\b.{0,60}\b(?:see|visit|click|read|go|write|contact"
    r"|subscribe|here)\b.{0,100}"
    r"|published under\s?: .{2,80}|[A-Z]{3}\d{2}:\d{2}|(?:press release|statement) ?(?:no|number|ref)\b\.?\s?:?.{1,40}"
    r"|(?:news|journalist|story|article|report|photo) ?(?:id|code|no|number)\s?[:.]?\s?\d+"
    r"|\+?\(?\d[\d ()./-]{6,25}|(?:text )?ad\s?: .{2,80}|donate(?: now)?|check against delivery\b.{0,10}"
    r"|.{2,40}['’]s website can (?:also )?be accessed\b.{0,80}|our standards\s?:.{0,80}"
    r"|acquire licensing rights\b.{0,40}"
    r"|\(attn\s?: .{2,200}\)|\d{1,2}:\d{2} local time\b.{0,40}"
    r"|follow .{0,60}\b(?:coverage|stories|reporting)\b.{0,20}\b(?:at|on|of|here)\b.{0,160}"
    r"|more (?:ap )?(?:coverage|stories) (?:at|on|from)\b.{0,120}|ap['’]?s? .{2,60} coverage\s?: \S{3,200}"
    r"|(?:support|help) (?:us|our|independent|quality"
    r"|\S{2,30}(?: \S{2,30})?['’]s?) .{0,30}\bjournalism\b[^.]{0,60}[.!]?"
    r"|.{0,200}\bby subscribing, you\b.{0,120}"
    r"|(?:[^.]{0,120}\. )?(?:become|be) a (?:member|subscriber|supporter|patron)(?: today| now)?[.!]?"
    r"|(?:story )?continues? (?:reading )?below(?: (?:the )?(?:advertisement|ad))?|continue reading below"
    r"|discussion about this post"
    r"|(?:.{0,60}\b)?(?:found|notice|noticed|spotted|see|seen) (?:a|an|any) (?:mistake|error|typo|inaccuracy)\b.{0,160}"
    r"|dear (?:visitor|reader)s?\b.{0,200}|while you['’]re here\b.{0,200}"
    r"|.{0,80}\bif you (?:value|enjoy|like|appreciate|believe in) (?:this|our|independent|quality)\b.{0,200}"
    r"|you (?:receive|are receiving|received|get|got) this (?:e-?mail|newsletter|message|bulletin)\b.{0,200}"
    r"|.{2,60} is (?:on|available on) (?:telegram|whatsapp|viber|google news|facebook|instagram)\b.{0,120}"
    r"|subscribe so as\b.{0,80}|.{2,60} is an? (?:reader|listener|member)-(?:supported|funded)\b.{0,200}"
    r"|notes? (?:to|for) editors?\s?:?.{0,160}|comment(?:ing|s)? (?:for|on) this (?:story|article) (?:is"
    r"|are) (?:now )?closed\b.{0,160}"
    r"|to view this video\b.{0,160}|our (?:morning|daily|weekly|evening|free|regular"
    r"|\w{2,12} news) (?:e-?mail|newsletter|briefing)\b.*"
    r"|\W{0,2}(?:receive|get) .{0,80}\b(?:inbox|e-?mail alerts?)\b.*|\W{0,2}download the .{0,30}\bapp\b.{0,80}"
    r"|contact (?:the|our) .{0,60}\b(?:team|office|desk|newsroom)\b.{0,100}"
    r"|(?:e-?mail|tel(?:ephone)?|phone|fax|mobile|whatsapp)\b\.?\s?:?\s?\(?\S{0,40}[@\d].{0,80}"
    r"|this is a (?:developing|breaking)(?: news)? story\b.*"
    r"|(?:this (?:story|article|headline|post)|the (?:story|headline|post)) (?:has been|was|is being|will be)"
    r" (?:updated|corrected|amended)\b.{0,200}"
    r"|the article (?:has been|was) (?:updated|corrected|amended) to (?:reflect|correct|clarify|show|say"
    r"|include|add)\b.{0,200}"
    r"|a version of this (?:article|story)\b.{0,160}|www\.\S{3,60} \([^()]{2,40}\)"
    r"|(?:post a|view|add|show|leave a|\d+) comments?\b.{0,30}|disclaimer\b.{0,40}|on [\w.]{2,30}\.com"
    r"|subscribe to [\w' ]{2,40}"
    r"|contacts?|media relations(?: office)?|sign me up|keep up to date with\b.{0,80}|you can unsubscribe\b.{0,40}"
    r"|log in to (?:comment|reply)\b.{0,40}"
    r"|(?:please )?(?:log|sign) in (?:or|to)\b.{0,60}|this website uses\b.{0,200}|manage (?:cookies"
    r"|preferences|consent)",
    re.IGNORECASE,
)
INITIALS = re.compile(
    r"[a-z]{2,4}(?:/[a-z]{2,4}){0,3} \([A-Z][\w, ]{1,40}\)|(?:-{2,3} ?)?Ends(?:/[A-Z]{2,4}){1,3}|"
    r"[A-Z]{2,5}(?: [A-Z]{2,4}){2,4}|[a-z]{2,5}(?:/[a-z]{2,5}){1,5}|"
    r"[a-z]{2,4}\.[a-z]{2,4}|"  # KUNA: "nma.gb"  # "burs-par/jkb/fz", "MP/5551043", "WAM/Amjad Saleh/ Hazem Hussein"
    r"[a-z]{2,5}(?:-[a-z]{2,4})?(?:/[a-z]{2,5}(?:-[a-z]{2,4})?){1,6}|[A-Z]{2,5}(?:/[a-z]{2,4}){1,4}(?:/\d{2,4})?"
    r"|[A-Z]{2,4}/[A-Z]{0,3}\d{3,10}"
    r"|[A-Z]{2,6}(?:\s?/\s?[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){0,3}){2,4}"
)
ATTRIBUTION = re.compile(
    rf"(?:(?:first )?published|appeared) in (?P<name>[A-Z][^,.]{{1,40}}), .{{0,6}}(?:{MONTH}|\d).{{0,20}}"
    r"|(?:our )?ref(?:erence)?(?: no)?\.? ?: ?(?=.{0,39}\d)\S{2,40}"
    r"|editor(?:ial)?(?:['’]?s)? note\s?[:.–—-].*|(?:about|note on) the authors?\b.{0,200}"
    r"|\(MENAFN ?- ?[^()]{2,60}(?:\([A-Z]{2,6}\))?\)(?: [A-Z]{2,6})?",  # "(MENAFN- The Peninsula) QNA"
    re.IGNORECASE,
)
FROM = re.compile(r"From\s?: (?P<name>[A-Z][^.]{2,160})")  # gov.uk: "From: Home Office and The Rt Hon ..."
JOB = (
    r"(?:(?:senior|chief|political|foreign|diplomatic|news|staff|world affairs|web|special|our) )*"
    r"(?:reporter|writer|correspondent|editor)"
)
CREDIT = re.compile(
    rf"(?i:{JOB})|(?i:(?:\S{{2,20}} ){{0,3}}(?:press|editorial|news|web) (?:team|desk))"
    r"|\((?i:web editor|editor|translator)s?\s?: ?.{2,100}\)"
    r"|(?i:(?:additional )?(?:reporting|writing|editing)(?: and (?:reporting|writing|editing))?) by [A-Z].{2,250}"
    r"|by \S{2,30}/ ?[A-Za-z]{2,4}(?:[-/][A-Za-z]{2,4})?|\d{1,2}[:.]\d{2} ?(?i:[ap]\.?m\.?)?(?: \(?[A-Za-z]{2,5}\)?)?"
    r"|(?i:(?:(?:first |last )?(?:published|posted|updated|modified):?(?: on| at)? )?(?:about |over )?(?:\d{1,3}"
    r"|an?|one|two) ?"
    r"(?:min(?:ute)?|hour|hr|day|week|month|year)s? ago(?: by .{2,40})?)"
    rf"|(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?:{DAY} {MONTH}|{MONTH} {DAY}))"
    r"|\W{0,2}(?i:(?:last )?(?:updated|posted|published|modified))(?: at"
    r"| on)? \d{1,2}[:.]\d{2}(?: ?[aApP]\.?[mM]\.?)?(?: [A-Z]{2,5})?\.?"
    r"|(?i:reading(?: time)?\s?:) \d{1,2} ?(?:mn|min).{0,10}"
    rf"|(?i:(?:{DAY} {MONTH}|{MONTH} {DAY}),? \d{{1,2}}:\d{{2}}(?: ?[ap]\.?m\.?)?)"  # TASS: "21 Apr, 06:42"
)
CAPTION = re.compile(
    r"^(?:photo|image|picture)s? courtesy\b"
    r"|^(?:imagen?|im(?:g|age)|foto|photo|picture)[ _-](?:foto|img|image|photo)?[ _-]?\d{3,12}(?:\.(?:jpe?g|png))?$"
    r"|^(?:this )?(?:(?:file|undated|handout|combination|archive|combo) ){0,2}(?:photo|picture|image)s?"
    r"(?: (?:taken|released|provided)\b.{0,120})? shows?\b"
    r"|^(?:file |archive |stock )?(?:photo|image|picture)s?(?: credits?)?\s?:"
    r"|^(?:un|ap|epa|afp|iaea|nato|eu|unhcr|who|unicef|getty)(?: (?:photo|images?))?/\s?[a-z][\w '’.-]{2,40}$",
    re.IGNORECASE,
)
POSITIONS = re.compile(  # "Lavrov (left)", "Lavrov (2nd R)"
    r"(?<=[\w.’] )\((?:\d(?:st|nd|rd|th) [LRC]|[LR], [a-z ]{3,20}|left|right|cent(?:er|re)"
    r"|(?:second|third) (?:from )?(?:left|right))\)"
)
MAX_POSITION_CHARS = 300


def newsroom_line(text: str) -> SegmentKind | None:
    """What a short line is that stands outside the story, or None."""
    if NAVIGATION.fullmatch(text) or TAGS.fullmatch(text) or BUTTONS.fullmatch(text) or PAGER.fullmatch(text):
        return SegmentKind.NAVIGATION
    if CREDIT.fullmatch(text):
        return SegmentKind.BYLINE
    if ATTRIBUTION.fullmatch(text) or INITIALS.fullmatch(text) or (FROM.fullmatch(text) and not text.endswith(":")):
        return SegmentKind.ATTRIBUTION
    is_boilerplate = BOILERPLATE.fullmatch(text) or TICKER.fullmatch(text)
    return SegmentKind.BOILERPLATE if is_boilerplate else None


def house_named(text: str) -> str | None:
    """House that a line of attribution names as its own: "Published in Dawn, May 7th, 2023", "From: Home Office"."""
    match = ATTRIBUTION.fullmatch(text) or FROM.fullmatch(text)
    name = match["name"] if match else None
    return name.partition(" and ")[0] if name else None


def is_picture_line(text: str) -> bool:
    """Whether a line tells what a picture shows."""
    if CAPTION.search(text):
        return True
    is_pair = " (L)" in text and " (R)" in text  # "(R)" alone is a Republican, "(C)" a clause of a law
    return len(text) <= MAX_POSITION_CHARS and (is_pair or POSITIONS.search(text) is not None)
