"""Whether a text is the source of a web page, or a part of one."""

import re

MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/htm"})
PROLOGUE = re.compile(r"(?:[\s\ufeff]+|<\?xml[^>]{0,300}\?>|<!--.{0,5000}?-->)*", re.DOTALL)
WHOLE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<frameset[\s>]", re.IGNORECASE)
PART = re.compile(
    r"<(?:p|div|article|section|main|h[1-6]|ul|ol|table|blockquote|figure|header|center|span|strong|em|b|a)(?:\s[^<>]{0,2000})?>",
    re.IGNORECASE,
)
BLOCK_END = re.compile(r"</(?:p|div|article|section|main|h[1-6]|ul|ol|table|blockquote)\s?>|<br\s?/?>", re.IGNORECASE)
ANY_TAG = re.compile(r"</?[a-zA-Z][\w-]{0,20}(?:\s[^<>]{0,500})?/?>")
MAX_CHARS_PER_BLOCK = 4_000  # a Markdown text with a stray <br/> has fewer tags
PAGE_PART = re.compile(r"<(?:html|head|body|frameset|title|nav|main)[\s>]", re.IGNORECASE)
BLOCK = re.compile(r"</?(?:p|div|td|li|ul|h[1-6]|br|tr|section)[\s>/]", re.IGNORECASE)  # old pages close none
OPENING_CHARS = 5_000
MIN_BLOCKS = 10
SAMPLE_CHARS = 100_000


def is_page(text: str, media_type: str = "") -> bool:
    """Whether a text is a web page or a part of one, by its media type and by what it holds."""
    sample = text[:SAMPLE_CHARS]
    if media_type in MEDIA_TYPES:
        return ANY_TAG.search(sample) is not None
    return is_whole_page(text) or _is_part(sample)


def is_whole_page(text: str) -> bool:
    """Whether a text is a whole page, with the furniture that a site puts around an article."""
    start = PROLOGUE.match(text, 0, SAMPLE_CHARS)
    if WHOLE.match(text, start.end() if start else 0):
        return True
    # a page saved without its first lines, or behind a note of the program that saved it
    return bool(PAGE_PART.search(text, 0, OPENING_CHARS)) and len(BLOCK.findall(text[:SAMPLE_CHARS])) >= MIN_BLOCKS


def _is_part(sample: str) -> bool:
    start = PROLOGUE.match(sample)
    if not PART.match(sample, start.end() if start else 0):
        return False
    return len(BLOCK_END.findall(sample)) * MAX_CHARS_PER_BLOCK >= max(len(sample), 1)
