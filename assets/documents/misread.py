"""Characters that a wrong encoding broke: UTF-8 that was read as windows-1252, Mac Roman or windows-1251."""

import re
import unicodedata

CONTINUATION = re.escape("".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0)))
# Smallest run that was UTF-8: "Ã¡", "â€™", "ÃƒÂ¡" (twice), "Ð›Ð°Ð²" (Cyrillic), "‚Äô" (Mac Roman), "вЂ™" (windows-1251).
MISREAD = (
    rf"(?:[\u00c2-\u00df][{CONTINUATION}]|[\u00e0-\u00ef][{CONTINUATION}]{{2}}|[\u00f0-\u00f4][{CONTINUATION}]{{3}})+"
    r"|\u00e2\u20ac\ufffd?(?!\w)|\u201a\u00c4[^\x00-\x7f]|\u0432\u0402[^\x00-\x7f]|(?<!\w)\u00c2(?!\w)"
    r"|(?<=[a-z\d.,;:])\u00c2(?=\s)"
)
MACHINE_CODES = {"\u201a": "mac_roman", "\u0432": "cp1251"}
LOST_QUOTE = re.compile("\u00e2\u20ac\ufffd?")  # windows-1252 has no character for the last byte of U+201D
RESTORED = re.compile(r"[\u00a0-\u017f\u0259\u2010-\u203a\u20ac\u2122]+")
PAIR = re.compile(rf"[\u00c2-\u00c9][{CONTINUATION}]|\u00e2[{CONTINUATION}]{{2}}")


def reread(text: str) -> str:
    """What a run was before a wrong encoding broke it; the run itself where nothing proves that one did."""
    import ftfy

    if LOST_QUOTE.fullmatch(text):
        return "\u201d"
    if text == "\u00c2":  # the rest of a no-break space
        return ""
    fixed = ftfy.fix_encoding(text)
    if fixed != text and "\ufffd" not in fixed:
        return fixed
    return PAIR.sub(lambda pair: _decoded(pair.group()), text) if text[0] not in MACHINE_CODES else _decoded(text)


def plain_form(text: str) -> str:
    """Ligatures, full-width and mathematical letters as plain ones, accents on their letters."""
    return unicodedata.normalize("NFKC", text)


def stray_character(text: str) -> str:
    """What a control character was in windows-1252; half of a surrogate pair is lost."""
    return bytes([ord(text)]).decode("cp1252", "replace") if ord(text) < 0x100 else "\ufffd"


def _decoded(text: str) -> str:
    """Read as UTF-8 what was UTF-8 all along; unchanged when that gives no letter or typographic mark."""
    codec = MACHINE_CODES.get(text[0], "cp1252")
    try:
        decoded = b"".join(_byte(character, codec) for character in text).decode("utf-8")
    except UnicodeError:
        return text
    return decoded if RESTORED.fullmatch(decoded) else text


def _byte(character: str, codec: str) -> bytes:
    is_undefined = 0x80 <= ord(character) < 0xA0  # bytes that windows-1252 leaves out are read as controls
    return bytes([ord(character)]) if is_undefined else character.encode(codec)
