"""Where sentences start, from the tokens of a text."""

from collections.abc import Sequence

from assets.entities.word_sets import word_set

TERMINALS = frozenset({".", "!", "?", "…", "...", "?!", "!!", "....", "。"})
CLOSERS = frozenset({'"', "”", "’", "'", "''", ")", "]", "»", "’’"})
OPENERS = frozenset({'"', "“", "‘", "'", "(", "[", "«", "¿", "¡", "—", "-", "•", "*"})
# Always followed by the rest of a name or number: "Gen. Li", "No. 5", "St. Petersburg".
LEADING = word_set(
    "mr mrs ms messrs dr prof gen lt col maj capt sgt cpl adm cmdr brig sen rep gov pres amb hon rev fr st "
    "ste mt no nos vol art arts sec fig vs v cf e.g i.e jan feb mar apr jun jul aug sept sep oct nov dec "
    "approx dept min pte pvt supt insp mssrs ft sr.ta sra dra lic ing ph mme mlle sta sto ma engr atty cdr asst mohd"
)
# May end a sentence: "in the U.S. The delegation", but not "the U.S. Congress".
TRAILING = word_set("u.s u.n u.k u.s.a e.u u.a.e d.c p.m a.m jr sr inc ltd co corp bros etc al ph.d m.d b.c a.d")
STARTERS = word_set(
    "the a an he she it they we i you this that these those in on at as for but and or if when while after "
    "before since during according however meanwhile both his her its their our my there here with from by to "
    "what who how why where also so yet then now earlier later last no not one two some many most all asked "
    "officials"
)
LONGEST_RUN = 8  # marks and white space looked through between two sentences


def sentence_starts(tokens: Sequence[str], spaces: Sequence[bool]) -> list[bool]:
    """Whether each token starts a sentence; ``spaces`` tells which tokens a space follows."""
    starts = [False] * len(tokens)
    pending = True
    for index, token in enumerate(tokens):
        if token.isspace():
            pending = pending or _ends_paragraph(tokens, index)
            starts[index] = index == 0
            continue
        starts[index] = pending or index == 0
        pending = _ends_sentence(tokens, spaces, index)
    return starts


def _ends_paragraph(tokens: Sequence[str], index: int) -> bool:
    """A blank line ends a paragraph; a single line break only after a finished line or before a list item."""
    breaks = tokens[index].count("\n")
    if breaks >= 2 or "\u2029" in tokens[index]:
        return True
    before = tokens[index - 1] if index else ""
    after = tokens[index + 1] if index + 1 < len(tokens) else ""
    return breaks == 1 and (before in TERMINALS | CLOSERS | {":"} or after in {"•", "*", "-", "–"})


def _ends_sentence(tokens: Sequence[str], spaces: Sequence[bool], index: int) -> bool:
    token = tokens[index]
    following = _next_word(tokens, index + 1)
    if following is None:
        return False
    if token in TERMINALS:
        return not _is_closing(tokens, spaces, index + 1) and _may_start(following, token) and not _leads(tokens, index)
    if index and _is_closing(tokens, spaces, index) and _ended_before(tokens, index):
        return not _is_closing(tokens, spaces, index + 1) and _may_start(following, token)
    return token.endswith(".") and len(token) > 2 and _abbreviation_ends(token, following)


def _ended_before(tokens: Sequence[str], index: int) -> bool:
    """Whether the closing mark at ``index`` closes a finished sentence."""
    position = index - 1
    while position >= max(0, index - LONGEST_RUN) and tokens[position] in CLOSERS:
        position -= 1
    return position >= 0 and (tokens[position] in TERMINALS or _is_glued_end(tokens[position]))


def _is_glued_end(token: str) -> bool:
    return token.lower().rstrip(".") in TRAILING and token.endswith(".")


def _is_closing(tokens: Sequence[str], spaces: Sequence[bool], index: int) -> bool:
    """Whether the token closes what ends before it; after a space a straight quotation mark opens."""
    return index < len(tokens) and tokens[index] in CLOSERS and not spaces[index - 1]


def _next_word(tokens: Sequence[str], index: int) -> str | None:
    for token in tokens[index : index + LONGEST_RUN]:
        if not (token.isspace() or token in OPENERS or token in CLOSERS):
            return token
    return None


def _may_start(word: str, mark: str) -> bool:
    """A lower-case word after the mark continues the sentence: ``"We will," he said. ... and``."""
    if mark in {"…", "..."}:
        return word[0].isupper() and word.lower() in STARTERS
    return not word[0].islower()


def _leads(tokens: Sequence[str], index: int) -> bool:
    """Whether the full stop belongs to an abbreviation or initial that a name follows: "Sgt." split in two."""
    if tokens[index] != "." or not index:
        return False
    before = tokens[index - 1]
    following = _next_word(tokens, index + 1) or ""
    if before.lower() == "no":  # "No. 5" is a number, "He said no." an answer
        return following[:1].isdigit()
    is_initial = len(before) == 1 and before.isupper() and before != "I"
    is_number = before.isdigit() and index >= 2 and tokens[index - 2].isspace()  # list item "1."
    return before.lower() in LEADING or is_initial or is_number


def _abbreviation_ends(token: str, following: str) -> bool:
    bare = token.lower().rstrip(".")
    if bare in LEADING or len(bare) == 1:
        return False
    return following[0].isupper() and following.lower() in STARTERS
