"""Lines that tell what a picture shows or who took it, by their words."""

import re

from assets.documents.newsroom_lines import is_picture_line

AGENCY_CREDIT = (
    r"(?:AFP|AP|AP Photo|Reuters|EPA|EFE|Getty|Getty Images|Xinhua|TASS|Anadolu(?: Agency)?|AA|PTI|ANI|IRNA|Yonhap"
    r"|Kyodo"
    r"|Bloomberg|UPI|DPA|ANSA|Sputnik|RIA Novosti|PL|Prensa Latina|VNA|KCNA|MNA|Tasnim|WAM|SPA|UN Photo|Handout"
    r"|Courtesy)"
)
CAPTION = re.compile(
    r"(?:[|•·/]\s?|\s[\u2013\u2014-]\s)(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]oto|[Cc]redit|[Ff]ile photo"
    r"|[Pp]hotograph)(?:s|er)?\b"
    r"|^\W?(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]oto|[Pp]hotograph|[Cc]aption|[Cc]redit|[Ff]ile)(?: (?:photo|image"
    r"|credit))?s?\s?[:|/©]"
    r"|^FILE(?: PHOTO)?\s?[-–—:.]|\b(?:Pic|PIC|Pix)s? (?:by|courtesy)\b"
    r"|(?:^|[.!?)\]|/–—(-] ?|, )(?:[Ff]ile|[Aa]rchive|[Hh]andout) (?:photo|picture|image|foto)\b"
    r"|\b(?:[Ff]ile|[Aa]rchive|[Hh]andout) (?:photo|picture|image|foto)[.)\]]?$"
    r"|[(\[](?:photo|image|picture|file photo|photograph|credit|source of photo)s?(?:\s?[:/|]|\sby|\scredit"
    r"|\scourtesy)[^()\[\]]{0,80}[)\]]"
    r"|(?:^|[.!?)\]|/–—(\[-] ?)(?:photo|photograph|picture|image)s?\s?(?:by|courtesy(?: of)?|credit"
    r"|taken by)\b\s?:?\s?[A-Z@]"
    r"|^[A-Z][\w'’.-]{1,20}(?: [A-Z][\w'’.-]{1,20}){1,3} ?/ ?[A-Z]{2,6}$"  # "Jane Doe/PAP"
    r"|(?<=[.!?] )[Pp](?:hoto|hotograph|icture)s? (?:by|from|courtesy of|provided by|released by) the [^.]{2,60}\.?$"
    rf"|[(\[]{AGENCY_CREDIT}\s?[/|:-]\s?[^()\[\]]{{2,60}}[)\]]\s*$|[(\[](?:AP|UN) Photo[^()\[\]]{{0,60}}[)\]]"
    rf"|(?<=[.\s])(?:REUTERS|AFP|AP|EPA|EFE|TASS|Getty Images)\s?/\s?[A-Z][^.]{{2,60}}$"
    rf"|(?<=\S)\s?/\s?{AGENCY_CREDIT}\s*$"
    r"|(?<=[.!?] )(?:Courtesy|Net|File|Internet|Handout|Supplied|Pool)(?: [Pp]hoto| [Ii]mage| of .{2,40})?\.?$"
    r"|\bvia (?:Reuters|AP|AFP|Getty Images)\)?\s*$|©\s?\S|\bGetty Images\b\s*$|\[(?:photo|file)[^\[\]]{0,60}\]\s*$",
)
CAPTION_ANYCASE = re.compile(
    r"[|(\[]\s?(?:photo|foto|image|picture|pic)s?\s?(?:[:/]|by\b|courtesy\b|credit\b)|(?<=[.)\]] )(?:photo|image|foto"
    r"|picture|photograph|credit|pic)s?: "
    r"|(?<=\d )(?:photo|image|foto|picture): [^.!?]{2,60}$|\. ?/ ?[A-Z][\w ]{1,30}$|^(?:photo|image) ?(?:credit|by|:)",
    re.IGNORECASE,
)


GLUED_STORY = re.compile(r"[(\[](?:photo|image|picture)s?\s?[:/|][^()\[\]]{0,80}[)\]](?=[A-Z\"“])", re.IGNORECASE)


def is_caption(text: str) -> bool:
    """Whether a paragraph is the caption of a picture, and not one that its story runs on from."""
    credit = GLUED_STORY.search(text)
    if credit and len(text) - credit.end() > len(text) / 2:
        return False
    return bool(CAPTION.search(text) or CAPTION_ANYCASE.search(text)) or is_picture_line(text)
