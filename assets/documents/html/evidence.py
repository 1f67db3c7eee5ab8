"""What the names in the markup tell of a part of a page: its tags, classes, ids and roles."""

import re
from functools import cache

from assets.documents.html.tree import Element
from warehouse.tables.documents import SegmentKind

# Switches of a theme, and the tags and sections of a post, say nothing of the box: "has-sidebar", "tag-newsletter".
SWITCH = re.compile(
    r"(?:has|no|not|with|without|is|tag|category|cat|single|postid|type|format|status|hentry|template|page|js|section"
    r"|include|enable|disable|show|hide|logged|theme|layout|col|row|grid|flex|lg|md|sm|xs|xl|wp-theme)[-_:].*"
)
# Page builders call each part of a page a widget or a block: "elementor-widget-heading".
BUILDER = re.compile(
    r"(?:elementor-widget|wp-block|wp-widget|et_pb|sqs-block|fl-module|wpb|vc|uagb)[-_]?", re.IGNORECASE
)
SWITCHED = re.compile(r"(?:^|[-_])(?:has|no|not|with|without|above|below|after|before)[-_]+[a-z]+", re.IGNORECASE)
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
MAX_NAMES = 12  # more are states of the whole page

EMBED = re.compile(
    r"twitter-tweet|twitter-video|twitter-embed|tweet-embed|instagram-media|instagram-embed|tiktok-embed|fb-post"
    r"|fb-video|facebook-embed|telegram-post|bluesky-embed|embed-(?:twitter|instagram|facebook|tiktok|youtube|x)\b"
    r"|reddit-(?:embed|card)|embedly-card|social-embed|social_embed|mastodon-embed|truth-social"
)
NAVIGATION_WORDS_LIST = (
    "nav navbar navigation navi menu submenu breadcrumb breadcrumbs crumbs related relateds recommended "
    "recommendation recommendations recommend recirc recirculation trending popular mostread share sharing shares "
    "sharebar sharethis addthis addtoany sharedaddy social socials socialmedia pagination pager paging sidebar "
    "rail taboola outbrain revcontent mgid zergnet readmore readnext alsoread seealso toc skip skiplink masthead "
    "topnav subnav teaser teasers carousel slider ticker hashtags tagcloud taglist jetpack relatedposts "
    "crosslinks upnext nextprev morestories morenews moreon suggested suggestions interlink readalso backlink"
)
NAVIGATION_WORDS = frozenset(NAVIGATION_WORDS_LIST.split())
BOILERPLATE_WORDS_LIST = (
    "newsletter newsletters subscribe subscription subscriptions signup cookie cookies consent gdpr ccpa advert "
    "adverts advertisement advertisements advertorial advertising adslot adunit adbox ads ad dfp gpt adsbygoogle "
    "sponsor sponsored sponsors disclaimer copyright comments comment commentlist disqus respond livefyre donate "
    "donation modal popup overlay lightbox login register toolbar promo promos promotion cta footer colophon "
    "feedback authorbio authorbox abouttheauthor biography poll survey quiz rating ratings noprint printonly "
    "print widget widgets disclosure affiliate correction corrections whatsapp notification notifications appbanner "
    "metered regwall"
)
BOILERPLATE_WORDS = frozenset(BOILERPLATE_WORDS_LIST.split())
CAPTION_WORDS = frozenset(
    ["caption", "captions", "figcaption", "captiontext", "imagecredit", "photocredit", "creditline"]
)
BYLINE_WORDS = frozenset(
    [
        "byline",
        "bylines",
        "timestamp",
        "dateline",
        "pubdate",
        "datetime",
        "credits",
        "postmeta",
        "entrymeta",
        "dateblock",
    ]
)
WEAK_NAVIGATION_WORDS = frozenset(
    ["tags", "tag", "topics", "topic", "keywords", "links", "link", "list", "more", "promo", "box", "card"]
)
WEAK_BYLINE_WORDS = frozenset(
    ["author", "authors", "date", "time", "meta", "published", "updated", "posted", "writer", "credit", "info"]
)
STANDFIRST_WORDS_LIST = (
    "standfirst dek deck subhead subheading subheadline subtitle lede lead summary strapline excerpt teaserlead "
    "intro introduction sapo headnote"
)
STANDFIRST_WORDS = frozenset(STANDFIRST_WORDS_LIST.split())
PREFIX = re.compile(
    r"(?:related|newsletter|recommend|trending|taboola|outbrain|breadcrumb|cookie|subscri|sidebar|mostread|mostpopular"
    r"|readmore|readalso|seealso|alsoread|socialshare|sharebutton|comment(?:s|form|box|list)|disqus|googlead|adsby"
    r"|advert|navbar|authorbio|authorbox|aboutauthor|popup)"
)
COMPOUNDS = re.compile(
    r"(?:most|best|must)-?_?(?:read|viewed|popular)|read-?_?(?:more|next|also|on)|see-?_?also|also-?_?(?:read|like)"
    r"|more-?_?(?:on|from|stories|news|articles|like)|(?:author|about|writer|contributor)[-_]+(?:bio|box|info|card|desc\w*"
    r"|profile|about|author|block)|next[-_]+(?:article|post|story)|prev\w*[-_]+(?:article|post|story)|latest[-_]+\w+"
    r"|post[-_]+nav\w*|article[-_]+nav\w*|inline[-_]+(?:promo|related|newsletter|link)|sign[-_]?up|jp-relatedposts"
    r"|mail[-_]?(?:chimp|list)|mc4wp|call[-_]to[-_]action|editors?[-_]picks?|top[-_]stories|other[-_](?:news|stories)"
    r"|you[-_]may|might[-_]like|story[-_](?:tags|topics|links)|tag[-_]?(?:list|cloud|links)|(?:post|entry|article)[-_]tags"
    r"|cat[-_]links|suggested|play[-_]next|up[-_]next|in[-_]this[-_](?:story|article)|reader[-_]comments|print[-_]only"
)
PULL_QUOTE = re.compile(r"pull-?_?quote", re.IGNORECASE)
NEVER_BOXES = frozenset({"#page", "html", "body"})


def box_kind(element: Element, common: frozenset[str] = frozenset()) -> SegmentKind | None:
    """What an element holds by its tag and names, when that is not the story; ``common`` names say nothing."""
    tag, names = element.tag, [name for name in element.marks.split() if name not in common]
    if tag in NEVER_BOXES:
        return None
    if any(EMBED.search(name.lower()) for name in names):
        return SegmentKind.EMBED
    if tag == "figcaption":
        return SegmentKind.CAPTION
    if tag in ("nav", "aside", "menu", "dialog"):
        return SegmentKind.NAVIGATION
    if tag == "footer" and not any(above.tag == "blockquote" for above in element.path()):  # a quotation's author
        return SegmentKind.BOILERPLATE
    kinds = (_kind_of_name(name) for name in names if not SWITCH.fullmatch(name.lower()))
    return next((kind for kind in kinds if kind), None) if len(names) <= MAX_NAMES else None


@cache
def _kind_of_name(name: str) -> SegmentKind | None:
    name = SWITCHED.sub("", BUILDER.sub("", name))  # "paragraph--text-with-sidebar"
    words = {word.lower() for word in WORDS.findall(name)}
    plain = "".join(WORDS.findall(name)).lower()
    if bool(words & CAPTION_WORDS) or plain in CAPTION_WORDS:
        return SegmentKind.CAPTION
    if words & BYLINE_WORDS or plain in BYLINE_WORDS:
        return SegmentKind.BYLINE
    if words & BOILERPLATE_WORDS or plain in BOILERPLATE_WORDS:
        return SegmentKind.BOILERPLATE
    is_navigation = bool(words & NAVIGATION_WORDS) or plain in NAVIGATION_WORDS
    is_navigation |= bool(PREFIX.match(plain) or COMPOUNDS.search(name.lower()))
    return SegmentKind.NAVIGATION if is_navigation else None


def is_hidden(element: Element) -> bool:
    """Whether browsers do not show an element."""
    attributes = element.attributes
    style = attributes.get("style", "").replace(" ", "").lower()
    return "hidden" in attributes or "display:none" in style or attributes.get("aria-hidden", "").lower() == "true"


def words_of(element: Element) -> frozenset[str]:
    """Words in the names of an element."""
    return _words(element.marks)


@cache
def _words(marks: str) -> frozenset[str]:
    return frozenset(word.lower() for word in WORDS.findall(marks))


def is_weak_navigation(element: Element) -> bool:
    """Whether names hint at tags or links."""
    return bool(words_of(element) & WEAK_NAVIGATION_WORDS)


def is_weak_byline(element: Element) -> bool:
    """Whether names hint at the author's or the date's line."""
    return bool(words_of(element) & WEAK_BYLINE_WORDS)


def is_standfirst(element: Element) -> bool:
    """Whether names tell of the lead under the headline."""
    return bool(words_of(element) & STANDFIRST_WORDS)
